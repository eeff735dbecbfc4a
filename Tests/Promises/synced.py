#!/usr/bin/env python3
"""R2: no acknowledgement before the sync that makes it durable, over 1,000 appends, seen by strace.

usage: synced.py [APPENDS]
"""

import re
import shutil
import sys

from promise import Shop, figure

appends = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
if not shutil.which("strace"):
    sys.exit("synced.py needs strace")
with Shop() as shop:
    trace = f"{shop.folder}/trace"
    shop.run("append", "lin", appends, before=[
        "strace", "-f", "-qq", "-y", "-o", trace, "-e", "trace=pwrite64,fdatasync,fsync,write"])
    unsynced, early, acks = False, 0, 0
    for line in open(trace, encoding="utf-8", errors="replace"):
        if re.search(r"pwrite64\(\d+<[^>]*store\.db(-wal)?>", line):
            unsynced = True
        elif re.search(r"f(data)?sync\(\d+<[^>]*store\.db(-wal)?>", line):
            unsynced = False
        elif 'write(1' in line and '"ack ' in line:
            acks += 1
            early += unsynced
figure("R2", f"{acks} acknowledgements, {early} before their sync", acks == appends and early == 0)
