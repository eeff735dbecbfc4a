#!/usr/bin/env python3
"""R5: disk full, file-size limit, EIO, failed fsync: said as not saved, store intact, and it goes on afterwards.

usage: faults.py [FAULTS]     (strace for the injected ones; root for the full file system)
"""

import os
import shutil
import subprocess
import sys

from promise import Shop, figure

faults = int(sys.argv[1]) if len(sys.argv) > 1 else 200


def look(shop, ran):
    """Whether all that was acknowledged, and little more, is there, and the store goes on."""
    lines = ran.stdout.splitlines()
    acks = sum(line.startswith("ack ") for line in lines)
    nots = sum(line.startswith("not ") or line.startswith("error ") for line in lines)
    found = shop.entries()
    # One entry was there before. A failed sync may leave what was said not to be saved, never less.
    fine = found is not None and 0 <= found - 1 - acks <= nots and ran.returncode in (0, 74)
    after = shop.run("append", "after", 1).stdout
    return fine and after.startswith("ack "), nots


def limits():
    kept = said = 0
    for number in range(faults):
        with Shop() as shop:
            shop.run("append", "lin", 1)
            size = 100_000 + number * 2_003
            ran = shop.run("append", "lin", 150, before=["prlimit", f"--fsize={size}"])
            fine, nots = look(shop, ran)
            kept += fine
            said += nots > 0
    figure("R5", f"{faults} file-size limits, {said} reached, {kept} intact", kept == faults)


def injected():
    if not shutil.which("strace"):
        return print("R5: no strace here: no injected faults")
    kept = said = count = 0
    for call, error in [("fdatasync", "EIO"), ("fdatasync", "ENOSPC"), ("pwrite64", "EIO"),
                        ("pwrite64", "ENOSPC")]:
        for when in range(1, faults // 4 + 1):
            count += 1
            with Shop() as shop:
                shop.run("append", "lin", 1)
                ran = shop.run("append", "lin", 40, before=[
                    "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                    "-e", f"inject={call}:error={error}:when={when}"])
                fine, nots = look(shop, ran)
                kept += fine
                said += nots > 0
    figure("R5", f"{count} injected faults, {said} said as not saved, {kept} intact", kept == count)


def full():
    with Shop() as outer:
        place = f"{outer.folder}/small"
        os.mkdir(place)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", place],
                                 capture_output=True, check=False)
        if mounted.returncode:
            return print("R5: no file system can be mounted here: no full one")
        try:
            with Shop(place) as shop:
                shop.run("append", "lin", 1)
                ran = shop.run("append", "lin", 600)
                lines = ran.stdout.splitlines()
                acks = sum(line.startswith("ack ") for line in lines)
                subprocess.run(["mount", "-o", "remount,size=4m", place], check=True)
                figure("R5", f"a full file system: {acks} saved, {len(lines) - acks} said as not, "
                       f"{shop.entries()} in the log",
                       len(lines) > acks > 0 and shop.entries() == acks + 1
                       and shop.run("append", "after", 1).stdout.startswith("ack "))
        finally:
            subprocess.run(["umount", place], check=False)


limits()
injected()
full()
