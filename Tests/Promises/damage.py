#!/usr/bin/env python3
"""R6: a damaged store is noticed, never overwritten, never a crash: 10,000 byte flips, 1,000 truncations.

usage: damage.py [FLIPS] [CUTS]
"""

import re
import sys

from promise import Shop, figure

flips, cuts = [int(word) for word in sys.argv[1:3]] or [10_000, 1_000]
with Shop() as shop:
    for merchant in "abcd":
        shop.run("settle", merchant)
    ran = shop.run("damage", flips, cuts)
print(ran.stdout, end="")
numbers = re.findall(r"(missed|overwritten): (\d+)", ran.stdout)
figure("R6", f"{flips} flips and {cuts} cuts, exit {ran.returncode}",
       ran.returncode == 0 and len(numbers) == 4 and all(n == "0" for _, n in numbers))
