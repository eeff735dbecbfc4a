#!/usr/bin/env python3
"""R4 and R3: many processes, one store: 8 x 500 appends, 0 lost, in 60 s; 10,000 replays of one order by 8.

usage: shared.py [APPENDS_EACH] [REPLAYS_EACH]
"""

import sys
import time

from promise import Shop, figure

appends, replays = [int(word) for word in sys.argv[1:3]] or [500, 1_250]


def together(shop, act, arguments):
    paths = [f"{shop.folder}/out-{number}" for number in range(8)]
    outs = [open(path, "wb") for path in paths]
    began = time.monotonic()
    probes = [shop.start(act, *arguments(n), out=outs[n]) for n in range(8)]
    for probe in probes:
        probe.wait()
    took = time.monotonic() - began
    lines = [line.strip() for path in paths for line in open(path, encoding="utf-8")]
    return lines, took


with Shop() as shop:
    lines, took = together(shop, "append", lambda n: (f"m{n}", appends))
    acknowledged = sum(line.startswith("ack ") for line in lines)
    figure("R4", f"8 x {appends} appends in {took:.1f} s, {acknowledged} acknowledged, "
           f"{shop.entries()} in the log, dense",
           acknowledged == 8 * appends == shop.entries() and took < 60)

with Shop() as shop:
    lines, took = together(shop, "append", lambda n: ("one", appends))
    acknowledged = sum(line.startswith("ack ") for line in lines)
    others = sum(line == "not conflict" for line in lines)
    figure("R4", f"8 x {appends} on one merchant: {acknowledged} acknowledged, {others} told that "
           f"another came first, {shop.entries()} in the log",
           acknowledged == shop.entries() and acknowledged + others == 8 * appends)

with Shop() as shop:
    shop.run("settle", "lin")
    before = shop.entries()
    lines, took = together(shop, "pay", lambda n: ("lin", replays))
    opened = sum(line.startswith("opened") for line in lines)
    figure("R3", f"8 x {replays} replays of a paid order in {took:.1f} s: {opened} opened anew, "
           f"{lines.count('refused')} refused, {shop.entries() - before} entries more",
           opened == 0 and lines.count("refused") == 8 * replays and shop.entries() == before)
