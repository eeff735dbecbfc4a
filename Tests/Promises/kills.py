#!/usr/bin/env python3
"""R1, of the store alone: kill -9 at a random time loses no acknowledged append: 1,000 kills.

usage: kills.py [KILLS]
"""

import random
import sys
import time

from promise import Shop, figure

kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
random.seed(7)
lost = more = broken = total = 0
with Shop() as shop:
    for number in range(kills):
        path = f"{shop.folder}/out"
        with open(path, "wb") as out:
            probe = shop.start("append", f"m{number % 50}", 100_000, out=out)
            time.sleep(random.uniform(0.005, 0.08))
            probe.kill()
            probe.wait()
        acks = [line.split() for line in open(path, encoding="utf-8") if line.startswith("ack ")]
        total += len(acks)
        last = int(acks[-1][1]) if acks else 0
        # Reading after each kill costs more than the kill: the whole is checked every 20th time.
        if number % 20 == 19 or number == kills - 1:
            found = shop.entries()
            broken += found is None
            lost += last > (found or 0)
    found = shop.entries()
    more = (found or 0) - total
figure("R1", f"{kills} kills, {total} acknowledged, {found} in the log ({more} written and not yet told), "
       f"{lost} lost, {broken} broken", lost == 0 and broken == 0 and 0 <= more <= kills)
