"""What the scripts of whole conversations share: the program driven line by line, one certification, made-up people."""

import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}
CLOCK = "2020-08-03T10:00:00+08:00"
LATER = "2020-08-03T10:05:00+08:00"


def arguments(script, *defaults):
    """The program's path, then numbers, with `defaults` for those that are missing."""
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(script.strip())
        sys.exit(0 if sys.argv[1:] in (["-h"], ["--help"]) else 64)
    program = os.path.abspath(sys.argv[1])
    if not os.access(program, os.X_OK):
        sys.exit(f"{program} is no program: swift build --product xiaoer")
    numbers = [int(word) for word in sys.argv[2:]]
    return [program, *numbers, *defaults[len(numbers):]]


def figure(promise, text, kept):
    """Prints the figure, and ends with 1 when the promise is broken."""
    print(f"{promise}: {text}: {'kept' if kept else 'BROKEN'}", flush=True)
    if not kept:
        sys.exit(1)


class Person:
    """A made-up merchant; the county 99 of each province is not assigned, so that nobody has the number."""

    SURNAMES = "林王赵孙郑钱吴陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
    GIVEN = "小满 大力 闰生 云舒 景明 若水 知秋 怀瑾 望舒 清和 星河 建国 志强 桂兰 文博 思远 子轩 宇航 秀英 听雨 雨桐 梓涵".split()

    def __init__(self, seed=None):
        lot = random.Random(seed)
        pick = lambda: lot.choice(self.SURNAMES) + lot.choice(self.GIVEN)
        self.name, self.legal_name = pick(), pick()
        self.id_number, self.legal_id = self.identity(lot), self.identity(lot)
        self.mobile, self.legal_mobile = ("1" + lot.choice("35789") + self.digits(lot, 9) for _ in "ab")
        self.credit_code = self.code(lot)
        self.company = "虚构县" + "".join(lot.sample("云朵晨星海棠远山", 3)) + "演示商贸有限公司"

    @staticmethod
    def digits(lot, count):
        return "".join(lot.choice("0123456789") for _ in range(count))

    @classmethod
    def identity(cls, lot):
        body = (lot.choice(["110199", "320199", "330199", "350299", "650199"])
                + f"{lot.randint(1960, 2000)}{lot.randint(1, 12):02}{lot.randint(1, 28):02}" + cls.digits(lot, 3))
        weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]

    @staticmethod
    def code(lot):
        letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        organisation = "MA" + "".join(lot.choice(letters) for _ in range(6))
        value = lambda c: int(c) if c.isdigit() else ord(c) - 55
        rest = 11 - sum(value(c) * w for c, w in zip(organisation, [3, 7, 9, 10, 5, 8, 4, 2])) % 11
        body = "91" + "370299" + organisation + {10: "X", 11: "0"}.get(rest, str(rest))
        weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
        return body + letters[(31 - sum(letters.index(c) * w for c, w in zip(body, weights)) % 31) % 31]


def licence(path, text="made up"):
    """A PDF of one page, padded to a size that is taken."""
    body = f"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
endobj
"""
    body += f"% {text}\n" + "% padding padding padding padding padding padding padding\n" * 240
    tail = f"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{len(body.encode())}\n%%EOF\n"
    pathlib.Path(path).write_text(body + tail, encoding="utf-8")
    return str(path)


def realname(person):
    """Real-name verification, with questions and slips in between."""
    slip = person.id_number[:-1]
    return ["你好", "蓝V多少钱", "我要实名认证", "同意", "蓝V多少钱", person.name, "能退吗", slip, person.id_number,
            "有哪些权益", "上一步", person.id_number, person.mobile, "什么时候开始免费入驻", "嗯", "确认提交", "查进度"]


def bluev(person, file):
    """Blue V up to its order, with questions and slips in between."""
    wrong = person.credit_code[:-1] + ("Y" if person.credit_code[-1] != "Y" else "X")
    return ["查进度", "帮我开通蓝V", "办蓝V要什么资料", "同意", "能退吗", "1", "蓝V有哪些权益", person.company, wrong,
            person.credit_code, "蓝V多少钱", person.name, "入住要钱吗", person.id_number, "长期", "能退款吗",
            "/nowhere/执照.jpg", "谁可以入驻", file, "蓝V和免费用户有什么区别", person.mobile, "法人填错了",
            person.legal_name, "法人身份证填错了", person.legal_id, "能退吗", "确认提交"]


PAYMENT = ["能退款吗", "蓝V多少钱", "好啊", "确认支付", "查进度", "能退吗", "蓝V多少钱"]


class Place:
    """A store and, elsewhere, its key and a licence, in a folder that is gone afterwards."""

    def __init__(self, program, folder=None):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="promise-", dir=folder)
        self.store = f"{self.folder}/shop/store.db"
        self.key = f"{self.folder}/keys/master.key"
        self.licence = licence(f"{self.folder}/licence.pdf")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def options(self, clock=CLOCK):
        return ["--store", self.store, "--key", self.key, "--clock", clock]

    def talk(self, merchant="lin", clock=CLOCK, before=(), extra=()):
        return Talk([*before, self.program, "chat", "--json", "--input", "json", "--merchant", merchant,
                     *self.options(clock), *extra])

    def say(self, messages, merchant="lin", clock=CLOCK, before=(), extra=("--json",)):
        """One scripted session, of plain lines."""
        return subprocess.run(
            [*before, self.program, "chat", "--merchant", merchant, *self.options(clock), *extra],
            input="".join(m + "\n" for m in messages), capture_output=True, text=True, env=ENVIRONMENT, check=False)

    def run(self, *words):
        return subprocess.run([self.program, *words, *self.options(LATER)],
                              capture_output=True, text=True, env=ENVIRONMENT, check=False)

    def cases(self):
        return json.loads(self.run("cases", "list", "--json").stdout)

    def paid(self):
        """The number of paid attempts of the order that has most; and the number of orders."""
        orders = [order for case in self.cases() for order in case["orders"]]
        counts = [sum(a["state"] == "paid" for a in order["attempts"]) for order in orders]
        return max(counts, default=0), len(orders)

    def is_whole(self):
        return self.run("store", "check").returncode == 0

    def entries(self):
        """The entries of the log, once everything was checked; None when a check failed."""
        ran = self.run("store", "check")
        found = re.search(r"entries: (\d+)|(\d+) entries", ran.stdout)
        return int(next(filter(None, found.groups()))) if found and not ran.returncode else None

    def ordered(self, person=None):
        """Brings a merchant to the payment step: verified, all given, an order on disk."""
        person = person or Person(1)
        first = self.say(realname(person))
        second = self.say(bluev(person, self.licence), clock=LATER)
        last = json.loads(second.stdout.splitlines()[-1])
        assert first.returncode == second.returncode == 0 and last["flow"]["step"] == "pay", last
        return person


class Talk:
    """A session, message by message; an answer of None means that the process is gone."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)

    def say(self, text, **more):
        try:
            self.process.stdin.write(json.dumps({"text": text, **more}).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return None
        line = self.process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else None

    def end(self):
        """The exit code, and what was written to stderr."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.stdout.read()
        err = self.process.stderr.read().decode()
        self.process.stdout.close()
        self.process.stderr.close()
        return self.process.wait(), err


def position(record):
    """Where a conversation stands."""
    flow = record["flow"]
    return (flow["id"], flow["step"], flow["state"]) if flow else None
