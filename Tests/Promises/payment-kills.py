#!/usr/bin/env python3
"""R1: kill -9 at every write and sync of the payment step: no order lost, nobody charged twice, and a payment whose
answer was lost is looked up before anything else. Needs strace.

usage: payment-kills.py PROGRAM [SEED=7]
"""

import shutil
import sys

from talk import LATER, Person, Place, arguments, figure, position

program, seed = arguments(__doc__, 7)
if not shutil.which("strace"):
    sys.exit("payment-kills.py needs strace")
CALLS = ["write", "pwrite64", "fsync", "fdatasync"]
counts = dict.fromkeys(["kills", "unpaid", "unknown", "paid", "lost", "double", "unasked"], 0)


def killed_at(call, when, answer):
    """Pays, killed at the `when`th `call`; False when it survived."""
    with Place(program) as place:
        place.ordered(Person(seed))
        before = place.cases()
        # In this one session: every write to the store belongs to the payment or to the resuming before it.
        talk = place.talk(clock=LATER, before=["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                                               "-e", f"inject={call}:signal=KILL:when={when}"])
        acknowledged = None
        if talk.say("继续") is not None:
            acknowledged = talk.say("确认支付")
        code, _ = talk.end()
        if code == 0:
            return False
        counts["kills"] += 1

        talk = place.talk(clock=LATER)
        record = talk.say(f"/query {answer}")
        record = talk.say("继续")
        state = record["flow"]["state"] if record["flow"] else None
        after = place.cases()
        numbers = lambda cases: [order["number"] for case in cases for order in case["orders"]]
        counts["lost"] += numbers(before) != numbers(after) or not place.is_whole()
        counts["lost"] += bool(acknowledged) and position(acknowledged)[2] != state
        sent = after[-1]["orders"][0]["attempts"] if after[-1]["orders"] else []
        if state == "payment_unknown":
            # 继续 has not looked it up: paying again must, before a second attempt.
            counts["unknown"] += 1
            record = talk.say("再付一次")
            state = record["flow"]["state"]
            counts["unasked"] += state != {"paid": "under_review", "unpaid": "awaiting_payment"}[answer]
        elif sent and sent[0]["state"] == "unknown":
            counts["unasked"] += 1
        elif not sent:
            counts["unpaid"] += 1
        else:
            counts["paid"] += 1
        if state == "awaiting_payment":
            record = talk.say("确认支付")
        code, _ = talk.end()
        paid, orders = place.paid()
        counts["lost"] += position(record) != ("bluev", None, "under_review") or code != 0
        counts["double"] += paid != 1 or orders != 1
        return True


for call in CALLS:
    for answer in ["paid", "unpaid"]:
        when = 1
        while killed_at(call, when, answer):
            when += 1
    print(f"{call}: {when - 1} of them", flush=True)
broken = {name: counts[name] for name in ["lost", "double", "unasked"]}
figure("R1", f"{counts['kills']} kills, one at every write, pwrite64, fsync and fdatasync of a payment; "
       f"{counts['unpaid']} before it was sent, {counts['unknown']} before its answer, {counts['paid']} after: "
       f"{broken['lost']} lost, {broken['double']} double, {broken['unasked']} not asked about first",
       not any(broken.values()) and counts["unknown"] > 0)
