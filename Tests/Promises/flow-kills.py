#!/usr/bin/env python3
"""R1: kill -9 at a random time of a 60-step certification loses no acknowledged step, charges nobody twice, and 继续
goes on at the very step.

usage: flow-kills.py PROGRAM [KILLS=1000] [SEED=7]
"""

import random
import sqlite3
import threading

from talk import CLOCK, LATER, PAYMENT, Person, Place, arguments, bluev, figure, position, realname

program, kills, seed = arguments(__doc__, 1_000, 7)
lot = random.Random(seed)
person = Person(seed)
counts = dict.fromkeys(["lost", "double", "wrong", "broken", "unknown"], 0)


def steps(place):
    opening = realname(person) + ["能退吗", "/clock +5m"]
    said = opening + bluev(person, place.licence) + ["入住要钱吗", *PAYMENT, "什么时候开始免费入驻", "查进度", "有哪些权益",
                                                     "查进度", "谁可以入驻", "/review approve", "查进度"]
    return said, len(opening)


def watch():
    """Where an undisturbed certification stands after each step."""
    with Place(program) as place:
        said, _ = steps(place)
        talk = place.talk()
        records = [talk.say(text) for text in said]
        code, err = talk.end()
        assert code == 0 and not err and place.paid() == (1, 1), (code, err)
        return [position(record) for record in records]


def last(place):
    """The last sequence in the store."""
    with sqlite3.connect(f"file:{place.store}?mode=ro", uri=True, timeout=10) as db:
        return db.execute("SELECT coalesce(max(sequence), 0) FROM entry").fetchone()[0]


def complain(what, *details):
    counts[what] += 1
    print(what, *details, flush=True)


def resume(place, talk, done, said, expected, saved):
    """Goes on with 继续; the number of the step that comes next, or None if it was killed meanwhile."""
    record = talk.say("继续")
    if record is None:
        return None
    found = last(place)
    if found < saved:
        complain("lost", f"{saved} acknowledged, {found} in the store")
    here = position(record)
    if done and said[done - 1] == "/review approve":
        done -= 1  # What the simulator was armed with is gone with the process.
    if said[done] == "确认支付" and here and here[2] == "payment_unknown":
        counts["unknown"] += 1
        answer = lot.choice(["paid", "unpaid"])
        if talk.say(f"/query {answer}") is None or (record := talk.say("查进度")) is None:
            return None
        here = position(record)
    before = expected[done - 1] if done else None
    if here == before:
        return done
    if here == expected[done]:
        return done + 1
    complain("wrong", f"step {done}, {said[done]!r}, on its way after {before}: {here}")
    return None


def certify(place, said, opening, expected, budget):
    """One certification, killed again and again; the number of kills."""
    done = killed = saved = 0
    while done < len(said) and not counts["wrong"]:
        talk = place.talk(clock=CLOCK if done < opening else LATER)
        timer = threading.Timer(lot.uniform(0, 0.5) ** 1.2, talk.process.kill)
        if killed < budget:
            timer.start()
        following = resume(place, talk, done, said, expected, saved) if killed else 0
        while following is not None and following < len(said):
            done = following
            record = talk.say(said[done])
            if record is None:
                break
            if record["saved"] is not None:
                if record["saved"] <= saved:
                    complain("wrong", f"sequence {record['saved']} after {saved}")
                saved = record["saved"]
            if position(record) != expected[done]:
                complain("wrong", f"{said[done]!r}: {position(record)}, not {expected[done]}")
            following = done + 1
            done = following
        timer.cancel()
        code, err = talk.end()
        killed += code == -9
        if code not in (0, -9) or err:
            complain("broken", code, err)
    paid, orders = place.paid()
    counts["double"] += paid != 1 or orders != 1
    counts["broken"] += not place.is_whole()
    copy = place.run("merchant", "export", "lin", "--yes").stdout
    for value in [person.name, person.id_number, person.mobile, person.company, person.credit_code,
                  person.legal_name, person.legal_id]:
        if value not in copy:
            complain("lost", "a value is not in the merchant's own copy")
    return killed


expected = watch()
total = rounds = 0
while total < kills and not counts["wrong"]:
    with Place(program) as place:
        said, opening = steps(place)
        total += certify(place, said, opening, expected, kills - total)
        rounds += 1
wrong = {name: count for name, count in counts.items() if name != "unknown"}
figure("R1", f"{total} kills over {rounds} certifications of {len(expected)} steps, {counts['unknown']} of them while "
       "a payment was on its way: " + ", ".join(f"{count} {name}" for name, count in wrong.items()),
       not any(wrong.values()))
