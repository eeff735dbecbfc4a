#!/usr/bin/env python3
"""R2: no reply before the sync that makes its step durable, over 1,000 steps of whole conversations. Needs strace.

usage: acknowledged.py PROGRAM [STEPS=1000] [SEED=7]
"""

import json
import re
import shutil
import sys

from talk import LATER, PAYMENT, Person, Place, arguments, bluev, figure, realname

program, steps, seed = arguments(__doc__, 1_000, 7)
if not shutil.which("strace"):
    sys.exit("acknowledged.py needs strace")


def look(trace):
    """The replies of a trace, and those written while the store held something that was not synced."""
    unsynced, early, syncs, replies = set(), 0, 0, 0
    waiting = {}
    for line in open(trace, encoding="utf-8", errors="replace"):
        pid, _, rest = line.partition(" ")
        rest = rest.strip()
        if rest.endswith("<unfinished ...>"):
            waiting[pid] = rest.removesuffix("<unfinished ...>")
            continue
        if resumed := re.match(r"<\.\.\. \w+ resumed>(.*)", rest):
            rest = waiting.pop(pid, "") + resumed[1]
        if wrote := re.match(r"pwrite64\(\d+<([^>]*store\.db(?:-wal)?)>", rest):
            unsynced.add(wrote[1])
        elif synced := re.match(r"f(?:data)?sync\(\d+<([^>]*)>\)? *\)? += 0", rest):
            unsynced.discard(synced[1])
            syncs += 1
        elif re.match(r"write\(1<", rest):
            replies += 1
            early += bool(unsynced)
    return replies, early, syncs


saved = replies = early = syncs = rounds = 0
while saved < steps:
    with Place(program) as place:
        person, trace = Person(seed + rounds), f"{place.folder}/trace"
        before = ["strace", "-f", "-qq", "-y", "-o", trace, "-e", "trace=pwrite64,fdatasync,fsync,write"]
        said = [*realname(person), "/clock +5m", *bluev(person, place.licence), *PAYMENT, "/review approve", "查进度"]
        ran = place.say(said, before=before)
        records = [json.loads(line) for line in ran.stdout.splitlines()]
        assert ran.returncode == 0 and len(records) == len(said), ran
        saved += sum(record["saved"] is not None for record in records)
        more = look(trace)
        replies, early, syncs = replies + more[0], early + more[1], syncs + more[2]
    rounds += 1
figure("R2", f"{saved} saved steps in {replies} replies of {rounds} certifications, {syncs} syncs: {early} replies "
       "before their sync", early == 0 and syncs >= saved)
