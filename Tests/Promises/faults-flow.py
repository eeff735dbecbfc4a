#!/usr/bin/env python3
"""R5: EIO and ENOSPC at every N of the calls that a certification makes on its store, a file-size limit, a full file
system: said in plain words, not saved, questions answered, store whole, exit as promised. Needs strace, and root for
the full file system.

usage: faults-flow.py PROGRAM [EVERY=1] [SEED=7]      (EVERY: of so many faults only one is tried)
"""

import collections
import json
import os
import re
import shutil
import subprocess
import sys

from talk import CLOCK, Person, Place, arguments, figure, position

program, every, seed = arguments(__doc__, 1, 7)
if not shutil.which("strace"):
    sys.exit("faults-flow.py needs strace")
person = Person(seed)
QUESTIONS = ["蓝V多少钱", "谁可以入驻"]
SAID = [QUESTIONS[0], "我要实名认证", "同意", person.name, QUESTIONS[1], person.id_number, person.mobile, QUESTIONS[0],
        "确认提交", QUESTIONS[1]]
TECHNICAL = re.compile(r"SQLite|sqlite|errno|I/O|disk|Fatal|Error|\.swift|EIO|ENOSPC|0x")
UNPLAIN = re.compile(r"SQLite|sqlite|errno|Fatal|\.swift|EIO|ENOSPC|0x")


class Look:
    """What is wrong with a session that a fault came to; nothing, if it was borne as promised."""

    def __init__(self):
        self.tried = self.said = self.refused = 0  # Refused: not opened, as damaged.
        self.wrong = collections.Counter()
        self.codes = collections.Counter()

    def at(self, place, ran, what):
        self.tried += 1
        self.codes[ran.returncode] += 1
        wrong = []
        # SQLite holds a page that cannot be read for a damaged one; a damaged store is not opened.
        if what.startswith("pread64") and ran.returncode == 65 and not ran.stdout and "damaged" in ran.stderr:
            self.refused += 1
            if place.entries() is None:
                self.wrong["damaged"] += 1
            return
        try:
            records = [json.loads(line) for line in ran.stdout.splitlines()]
        except ValueError:
            records = []
            wrong.append("garbled")
        not_saved = [r for r in records if r.get("error")]
        self.said += bool(not_saved)
        if len(records) != len(SAID):
            wrong.append("unanswered")
        wrong += ["question" for r in records if r["text"] in QUESTIONS
                  and not any(reply["kind"] == "answer" for reply in r["replies"])]
        wrong += ["technical" for r in records for reply in r["replies"] if TECHNICAL.search(reply["text"])]
        wrong += ["saved all the same" for r in not_saved if r["saved"] is not None]
        if UNPLAIN.search(ran.stderr.replace(place.folder, "")):
            wrong.append("technical stderr")
        is_unreadable = what.startswith("pread64") and any(r["error"]["code"] == "bad_store" for r in not_saved)
        if ran.returncode != (65 if is_unreadable else 74 if not_saved else 0):
            wrong.append(f"exit {ran.returncode} with {len(not_saved)} not saved")
        saved = [r["saved"] for r in records if r["saved"] is not None]
        if os.path.exists(place.store):
            entries = place.entries()
            if entries is None:
                wrong.append("damaged")
            elif entries < max(saved, default=0):
                wrong.append("lost")
            # And it goes on afterwards.
            after = place.talk()
            if after.say("我要实名认证") is None or after.say("继续") is None or after.end()[0]:
                wrong.append("does not go on")
        elif saved:
            wrong.append("lost")
        self.wrong.update(set(wrong))
        if wrong:
            print(what, sorted(set(wrong)), ran.returncode, ran.stderr[:200].strip(), flush=True)
            print("   ", [(r["text"], r["replies"][-1]["text"][:60], r["saved"], r.get("error")) for r in not_saved][:3])


def fresh():
    """A store that is there already, and empty."""
    place = Place(program)
    place.say(["你好", "我要实名认证", "取消", "是"], merchant="other")
    return place


CALLS = ["pwrite64", "fdatasync", "fsync", "ftruncate", "pread64", "openat"]


def injected(look, calls=CALLS):
    for call in calls:
        for error in ["EIO", "ENOSPC"] if call != "pread64" else ["EIO"]:
            for lasting in ["", "+"]:
                number = 0
                while True:
                    number += 1
                    with fresh() as place:
                        trace = f"{place.folder}/trace"
                        paths = [word for end in ["", "-wal", "-shm", "-journal"] for word in ["-P", place.store + end]]
                        ran = place.say(SAID, before=[
                            "strace", "-f", "-qq", "-o", trace, *paths, "-e", f"trace={call}",
                            "-e", f"inject={call}:error={error}:when={number}{lasting}"])
                        if "INJECTED" not in open(trace, encoding="utf-8", errors="replace").read():
                            break
                        look.at(place, ran, f"{call} {error} {number}{lasting}")
                    number += every - 1
                print(f"{call} {error}{' for good' if lasting else ''}: {number - 1}", flush=True)


def limits(look):
    with fresh() as place:
        start = max(os.path.getsize(place.store + end) for end in ["", "-wal"] if os.path.exists(place.store + end))
    for number in range(0, 60, every):
        with fresh() as place:
            ran = place.say(SAID, before=["prlimit", f"--fsize={start // 2 + number * 2_003}"])
            look.at(place, ran, f"limit {number}")


def full(look):
    with Place(program) as outer:
        small = f"{outer.folder}/small"
        os.mkdir(small)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small], check=False).returncode:
            return print("no file system can be mounted here: no full one")
        try:
            for spare in range(0, 120, 4 * every):
                place = Place(program, small)
                with place:
                    place.say(["你好", "我要实名认证", "取消", "是"], merchant="other")
                    state = os.statvfs(small)
                    free = max(0, state.f_bavail * state.f_frsize - spare * 1024)
                    with open(f"{small}/filling", "wb") as filling:
                        filling.write(bytes(free))
                    ran = place.say(SAID)
                    os.remove(f"{small}/filling")
                    look.at(place, ran, f"full but for {spare} KiB")
        finally:
            subprocess.run(["umount", small], check=False)


for name, act in [("injected faults", injected), ("file-size limits", limits), ("full file systems", full)]:
    look = Look()
    act(look)
    if look.tried:
        figure("R5", f"{look.tried} {name}, {look.said} said as not saved, {look.refused} not opened, exits {dict(look.codes)}, "
               f"broken: {dict(look.wrong) or 0}", not look.wrong)
