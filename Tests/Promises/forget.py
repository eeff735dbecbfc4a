#!/usr/bin/env python3
"""S1 to S3, of the store alone: no value in clear in any file after 200 merchants; a forgotten one leaves no box,
whenever forgetting is killed.

usage: forget.py [MERCHANTS] [KILLS]
"""

import random
import sqlite3
import sys
import time

from promise import Shop, figure

merchants, kills = [int(word) for word in sys.argv[1:3]] or [200, 40]
random.seed(7)
SECRETS = ["林小满", "110199199003150025", "13800000000", "19900315", "15002"]


def encodings(text):
    yield text.encode()
    for name in ["utf-16-le", "utf-16-be", "gb18030"]:
        yield text.encode(name)
    yield text.encode().hex().encode()


def boxes(shop, merchant):
    with sqlite3.connect(f"file:{shop.store}?mode=ro", uri=True) as db:
        return [row[0] for table in ("keys", "sealed") for row in db.execute(
            f"SELECT box FROM {table} WHERE merchant = ?", [merchant])]


with Shop() as shop:
    for number in range(merchants):
        shop.run("settle", f"m{number}")
    files = shop.files()
    found = [(path.name, text) for path, bytes in files.items() for text in SECRETS
             for code in encodings(text) if code in bytes]
    figure("S1", f"{merchants} merchants, {len(files)} files, {len(found)} values in clear", not found)

    left = decided = 0
    for number in range(kills):
        gone = boxes(shop, f"m{number}")
        probe = shop.start("forget", f"m{number}", out=None)
        time.sleep(random.uniform(0.02, 0.2))
        probe.kill()
        probe.wait()
        # Opening finishes what was decided, and nothing else may have to: so it is looked for before
        # those that were killed too early are forgotten anew.
        shop.run("check")
        if boxes(shop, f"m{number}"):
            shop.run("forget", f"m{number}")
        else:
            decided += 1
        everything = b"".join(shop.files().values())
        left += sum(box in everything for box in gone)
    figure("S3", f"{kills} forgotten, each killed meanwhile, {decided} of them after it was decided, "
           f"{left} boxes left in a file, {shop.entries()} entries still fold",
           left == 0 and decided > 0 and shop.entries() is not None)
