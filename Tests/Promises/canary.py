#!/usr/bin/env python3
"""S1: after 200 merchants' sessions nothing personal stands in clear anywhere: no 5 characters of a number beyond its
mask, no whole name, nothing of a licence, in UTF-8, UTF-16, GB 18030, base64, hex or escapes.

usage: canary.py PROGRAM [MERCHANTS=200] [SEED=7]

The same conversations are held by the same people twice, with another key, and once by other people. What is found
both times with the same people and never with the others comes from the people; the rest is chance or a date.
"""

import base64
import collections
import concurrent.futures
import json
import os
import pathlib
import pty
import random
import re
import select
import signal
import subprocess
import sys
import time
import unicodedata
import uuid

from talk import CLOCK, ENVIRONMENT, LATER, PAYMENT, Person, Place, arguments, bluev, figure, licence, realname

program, merchants, seed = arguments(__doc__, 200, 7)
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
LINES = 8  # of 200 merchants so many also talk at a terminal


def rejected(person):
    """What is refused, at the steps and out of them, and pasted where nobody asked for it."""
    number, mobile = person.id_number, person.mobile
    check = "0" if number[-1] != "0" else "1"
    return {
        "before": [f"我的手机{mobile}，蓝V多少钱", number, f"身份证 {number[:6]} {number[6:14]} {number[14:]} 能办吗",
                   f"my phone is {mobile[:3]}-{mobile[3:7]}-{mobile[7:]}, how much is blue v"],
        "name": [person.name + "123", "Mr " + person.name],
        "id_number": [number[:-1] + check, number[:-1], number + "1", number.translate(WIDE)[:-1], number[:6] + "-" + number[6:],
                      person.legal_id[:-1]],
        "mobile": [mobile[:-1], mobile + "1", "0" + mobile, mobile.translate(WIDE)[:-1], person.legal_mobile[:-2] + "oo"],
    }


def token(person):
    """A word that stands in this person's licence file only."""
    return "scan-" + person.id_number[::-1].translate(str.maketrans("0123456789X", "qwertyuiopa"))


def conversation(person, place, number):
    """A certification with all that is refused put in where it hurts."""
    bad = rejected(person)
    file = licence(f"{place.folder}/{person.name}-{number}.pdf", text=f"{person.legal_name} {token(person)} {uuid.uuid4()}")
    said = [*bad["before"], *realname(person), "/clock +5m", *bluev(person, file), *PAYMENT, "我要人工", "好",
            f"退款，打我电话{person.legal_mobile}", "/history", "/why", "/status", "不等了"]
    at = said.index("同意") + 1
    said[at:at] = bad["name"]
    at = said.index(person.name) + 1
    said[at:at] = bad["id_number"][number % 3::3]
    at = said.index(person.mobile)
    said[at:at] = bad["mobile"][number % 3::3]
    said.insert(said.index(file), f"/nowhere/{person.name}/{person.id_number}.jpg")
    return said, file


def hold(people, keep):
    """Every conversation; all that was written anywhere, by where it was found, into `keep`."""
    with Place(program) as place:
        for number, person in enumerate(people):
            said, file = conversation(person, place, number)
            merchant = f"m{number}"
            script = f"{place.folder}/saved-{number}.chat"
            form = [("--json",), ("--echo",), ("--json", "--explain"), ()][number % 4]
            ran = place.say([*said, f"/save {script}", "/quit"], merchant=merchant, extra=form)
            keep(f"stdout {' '.join(form)}", ran.stdout.encode())
            keep("stderr", ran.stderr.encode())
            keep("exit", str(ran.returncode).encode())
            if os.path.exists(script):
                keep("/save", pathlib.Path(script).read_bytes())
            os.remove(file)
            if number % 10 == 0:
                # Killed in the middle, so that the log ahead stays; and shot, so that it might dump something.
                talk = place.talk(merchant=f"k{number}")
                for text in said[:len(said) // 2]:
                    record = talk.say(text)
                    keep("stdout killed", json.dumps(record, ensure_ascii=False).encode())
                talk.process.send_signal([signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT][number // 10 % 3])
                keep("stderr killed", talk.end()[1].encode())
            if number < LINES:
                terminal(place, said, f"t{number}", keep)
            for path in pathlib.Path(place.folder).rglob("*-wal"):
                keep("wal", path.read_bytes())
        for words in [["cases", "list"], ["cases", "list", "--json"], ["tickets"], ["tickets", "--json"], ["store", "check"],
                      ["store", "backup", f"{place.folder}/shop/copy.db"], ["gaps"], ["cases", "approve", "C1"]]:
            ran = place.run(*words)
            keep("operator " + " ".join(words[:2]), (ran.stdout + ran.stderr).encode())
        for case in place.cases()[::7]:
            if case["kind"] == "bluev":
                keep("operator show", place.run("cases", "show", case["id"]).stdout.encode())
        for path in pathlib.Path(place.folder).rglob("*"):
            if path.is_file() and "keys" not in path.parts and path.suffix != ".chat":
                keep(f"file {path.suffix if path.suffix in ('.db', '.pdf') else 'licences'}", str(path.name).encode() + b"\n" + path.read_bytes())


def terminal(place, said, merchant, keep):
    """The same at a terminal: what it shows but for the typed line itself, and the history it keeps."""
    home = f"{place.folder}/home-{merchant}"
    os.makedirs(home, exist_ok=True)
    pid, master = pty.fork()
    if pid == 0:
        os.execve(program, [program, "chat", "--merchant", merchant, *place.options()],
                  {**ENVIRONMENT, "HOME": home, "TERM": "dumb", "XDG_DATA_HOME": home + "/data"})
    try:
        for text in [*said[:45], "/quit"]:
            os.write(master, text.encode() + b"\n")
            end = time.monotonic() + 0.03
            while time.monotonic() < end and select.select([master], [], [], 0.01)[0]:
                os.read(master, 65_536)
        end = time.monotonic() + 5
        while time.monotonic() < end and select.select([master], [], [], 1)[0] and os.read(master, 65_536):
            pass
    except OSError:
        pass
    finally:
        os.close(master)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    for path in pathlib.Path(home).rglob("*"):
        if path.is_file():
            keep("history", path.read_bytes())


class Search:
    """Looks for what is personal, in every encoding."""

    def __init__(self, people):
        self.runs, self.names = {}, {}
        for number, person in enumerate(people):
            for text in [person.id_number, person.legal_id, person.mobile, person.legal_mobile]:
                for at in range(len(text) - 4):
                    self.runs[text[at:at + 5]] = f"{number}:{text[at:at + 5]}"
            for name in {person.name, person.legal_name, token(person)}:
                for code in self.encodings(name):
                    self.names[code] = f"{number}:{name}"
        base = {code: label for run, label in self.runs.items() for code in self.base64(run.encode())}
        self.forms = collections.defaultdict(dict)
        for form, label in [*self.names.items(), *base.items()]:
            self.forms[len(form)][form] = label
        self.found = collections.defaultdict(set)
        self.bytes = collections.Counter()

    @staticmethod
    def base64(raw):
        """The part of the three possible base64 forms that depends on `raw` alone."""
        for before in range(3):
            code = base64.b64encode(bytes(before) + raw)
            first = -(-before * 8 // 6)
            yield code[first:(before + len(raw)) * 8 // 6]

    @classmethod
    def encodings(cls, name):
        raws = [name.encode(code) for code in ["utf-8", "utf-16-le", "utf-16-be", "gb18030"]]
        yield from raws
        for raw in raws:
            yield raw.hex().encode()
            yield raw.hex().upper().encode()
            yield from cls.base64(raw)
        yield json.dumps(name)[1:-1].encode()
        yield "".join(f"%{byte:02X}" for byte in name.encode()).encode()

    def windows(self, digits, where):
        for at in range(len(digits) - 4):
            label = self.runs.get(digits[at:at + 5])
            if label:
                self.found[where].add(label)

    def keep(self, where, data):
        self.bytes[where] += len(data)
        for size, forms in self.forms.items():
            for form in forms.keys() & {data[at:at + size] for at in range(len(data) - size + 1)}:
                self.found[where].add(forms[form])
        data = re.sub(rb"(?<=[:,\[ ])-?\d\.\d+(?=[],} \n])", b"", data)  # A score.
        for match in re.finditer(rb"[0-9X]{5,}", data):
            self.windows(match[0].decode(), where)
        for pattern in [rb"(?:[0-9X]\0){5,}", rb"(?:\0[0-9X]){5,}"]:
            for match in re.finditer(pattern, data):
                self.windows(match[0].replace(b"\0", b"").decode(), where)
        for match in re.finditer(rb"(?=((?:3[0-9]|58){5,}))", data):
            self.windows(bytes.fromhex(match[1].decode()).decode(), where)
        if not where.startswith(("file", "wal")):
            text = unicodedata.normalize("NFKC", data.decode(errors="replace"))
            for match in re.finditer(r"[0-9X](?:[ .\-]?[0-9X]){4,}", text):
                self.windows(re.sub(r"[ .\-]", "", match[0]), where)


people = [Person(seed * 1_000 + number) for number in range(merchants)]
others = [Person(seed * 1_000 + 500 + number) for number in range(merchants)]


def test_search():
    """What is looked for is found, in every form."""
    person = people[0]
    number = person.id_number[6:11]
    forms = [number.encode(), number.encode("utf-16-le"), number.encode("utf-16-be"), number.encode().hex().encode(),
             base64.b64encode(b"x" + number.encode() + b"y")]
    for form in [*forms, base64.b64encode(b"xy" + person.name.encode()), *Search.encodings(person.name)]:
        found = Search(people)
        found.keep("here", b"\x01 " + form + b" \x02")
        assert found.found["here"], form


def search(who):
    found = Search(people)
    hold(who, found.keep)
    return found


test_search()
with concurrent.futures.ProcessPoolExecutor(3) as pool:
    held = list(pool.map(search, [people, people, others]))
first, second, control = held
dates = set().union(*control.found.values())
leaks = {where: sorted((labels & second.found[where]) - dates) for where, labels in first.found.items()}
leaks = {where: labels for where, labels in leaks.items() if labels}
for where, size in sorted(first.bytes.items()):
    print(f"  {where}: {size} bytes" + (f": {leaks[where][:8]}" if where in leaks else ""))
size = f"in {sum(first.bytes.values())} bytes of {len(first.bytes)} kinds after {merchants} merchants' sessions"
kinds = {"runs of 5 of a number": lambda label: label[-5:] in first.runs, "words of a licence": lambda label: "scan-" in label}
kinds["whole names"] = lambda label: not any(is_kind(label) for name, is_kind in kinds.items() if name != "whole names")
parts = [f"{len({label for labels in leaks.values() for label in labels if is_kind(label)})} {name}"
         for name, is_kind in kinds.items()]
figure("S1", f"{', '.join(parts)} {size} ({len(first.runs)} runs and {len(first.names)} forms of words looked for, "
       f"{len(dates)} left out, since others' sessions hold them too)", not leaks)
