#!/usr/bin/env python3
"""R11: the same input, seed and clock give the same bytes, under other languages, time zones, homes and folders, with
another store and key each time.

usage: same-bytes.py PROGRAM [RUNS=100] [SEED=7]
"""

import collections
import hashlib
import os
import random
import subprocess

from talk import ENVIRONMENT, PAYMENT, Person, Place, arguments, bluev, figure, realname

program, runs, seed = arguments(__doc__, 100, 7)
lot = random.Random(seed)
person = Person(seed)
LANGUAGES = ["C", "POSIX", "C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8", "zh_CN.GB18030", "tr_TR.UTF-8", "ar_SA.UTF-8", "", "x"]
ZONES = ["UTC", "Asia/Shanghai", "Asia/Kathmandu", "America/New_York", "Pacific/Apia", "Europe/Dublin", ":nonsense", "",
         "XYZ-14", "Asia/Tehran"]


def said(file):
    return [*realname(person), "/why", "/clock +5m", *bluev(person, file), *PAYMENT, "/history", "how much is blue v",
            "and is it refundable", "我要人工", "我2020年3月1日交了600块", "/review approve", "查进度", "qzxw", "/status"]


sums = {"--json": collections.Counter(), "--echo": collections.Counter(), "--no-color": collections.Counter()}
bad = 0
with Place(program) as outer:
    folders = ["/", "/tmp", outer.folder, os.path.dirname(program)]
    text = "".join(line + "\n" for line in said(outer.licence)).encode()
    for number in range(runs):
        form = list(sums)[number % len(sums)]
        with Place(program) as place:
            home = f"{place.folder}/家 {number}"
            os.mkdir(home)
            environment = {**ENVIRONMENT, "LANG": lot.choice(LANGUAGES), "TZ": lot.choice(ZONES),
                           "HOME": lot.choice([home, "/nonexistent", "/", ""])}
            if number % 2:
                environment.update(LC_ALL=lot.choice(LANGUAGES), COLUMNS=str(lot.randint(10, 300)),
                                   TERM=lot.choice(["dumb", "xterm-256color"]), XDG_DATA_HOME=home)
            ran = subprocess.run(
                [program, "chat", form, "--seed", str(seed), *place.options()], input=text, capture_output=True,
                env=environment, cwd=lot.choice([*folders, home]), check=False)
            sums[form][hashlib.sha256(ran.stdout).hexdigest()] += 1
            bad += ran.returncode != 0 or bool(ran.stderr)
lines = text.count(b"\n")
for form, found in sums.items():
    print(f"{form}: " + ", ".join(f"{count} x sha256 {sum_[:16]}…" for sum_, count in found.items()))
figure("R11", f"{runs} runs of {lines} messages in {len(sums)} forms, {sum(map(len, sums.values()))} different outputs, "
       f"{bad} failed", all(len(found) == 1 for found in sums.values()) and not bad)
