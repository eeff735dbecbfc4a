#!/usr/bin/env python3
"""R4: 8 processes talk at once on one store, each for merchants of its own and then all for the same one: every step
acknowledged is in the log, the log is dense, and nobody is told that anything is busy.

usage: many.py PROGRAM [MESSAGES=500] [SEED=7] [PROCESSES=8]
"""

import json
import re
import subprocess
import time

from talk import CLOCK, ENVIRONMENT, PAYMENT, Person, Place, arguments, bluev, figure, position, realname

program, messages, seed, processes = arguments(__doc__, 500, 7, 8)


def certification(number, file):
    person = Person(seed + number)
    return [*realname(person), "/clock +5m", *bluev(person, file), *PAYMENT]


def own(process, place):
    """Certifications of one merchant after another."""
    said = []
    for number in range(messages // 40 + 1):
        merchant = f"m{process}-{number}"
        for text in certification(number, place.licence):
            said.append({"text": text, "session": merchant, "merchant": merchant})
    return said[:messages]


def same(process, place):
    """What several people might say who share one shop's account."""
    person = Person(seed)
    round_ = ["我要实名认证", "重来", "同意", person.name, "蓝V多少钱", "能退吗", person.id_number, "取消", "是", "查进度"]
    return [{"text": round_[(number + process) % len(round_)], "session": f"s{process}", "merchant": "one"}
            for number in range(messages)]


def together(what, said):
    with Place(program) as place:
        began = time.monotonic()
        talks = []
        for process in range(processes):
            path = f"{place.folder}/in-{process}"
            with open(path, "w", encoding="utf-8") as lines:
                lines.writelines(json.dumps(m) + "\n" for m in said(process, place))
            talks.append(subprocess.Popen(
                [program, "chat", "--json", "--input", "json", *place.options(CLOCK)], stdin=open(path, "rb"),
                stdout=open(f"{place.folder}/out-{process}", "wb"), stderr=open(f"{place.folder}/err-{process}", "wb"),
                env=ENVIRONMENT))
        codes = [talk.wait() for talk in talks]
        took = time.monotonic() - began
        read = lambda name, process: open(f"{place.folder}/{name}-{process}", encoding="utf-8").read()
        outs = [[json.loads(line) for line in read("out", process).splitlines()] for process in range(processes)]
        errs = "".join(read("err", process) for process in range(processes))
        records = [record for out in outs for record in out]
        told = [r for r in records if "error" in r or any(
            reply["kind"] == "error" or re.search("busy|locked|另一个窗口|Another window", reply["text"]) for reply in r["replies"])]
        for record in told[:3]:
            print(record["text"], record["replies"], record.get("error"))
        saved = sorted(record["saved"] for record in records if record["saved"] is not None)
        entries = place.entries() or 0
        states = [[position(record) for record in out] for out in outs]
        alike = said is same or all(state == states[0] for state in states)
        figure("R4", f"{processes} x {messages} messages of {what} in {took:.1f} s: {len(records)} answered, {len(saved)} "
               f"steps acknowledged, {len(set(saved))} numbers, {entries} entries in a dense log, {len(told)} told of "
               f"trouble, exits {sorted(set(codes))}",
               len(records) == processes * messages and len(set(saved)) == len(saved) and not told and not errs
               and set(codes) == {0} and entries >= saved[-1] and alike and took < 60)


together("merchants of their own", own)
together("one merchant", same)
