#!/usr/bin/env python3
"""How the matcher's cost grows: `growth.py XIAOER [INTENTS...]` prints a table for 10, 100 and 1,000
intents of 100 examples.

The sets are made by a rule, from one seed: a word is two to four syllables; an intent has eight words of
its own and eight that it shares with others; an example is four to nine words, a third of them its own, a
third shared, and the rest everyday words that all intents have. Ten more examples an intent are the test."""

import json
import random
import subprocess
import sys
import tempfile

SYLLABLES = [c + v for c in "bcdfghjklmnprstvwz" for v in "aeiou"]


def word(draw):
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4)))


def write_set(folder, intents, seed=1):
    """Writes `train.tsv` and `test.tsv`."""
    draw = random.Random(seed)
    everyday = [word(draw) for _ in range(60)]
    shared = [word(draw) for _ in range(40 + intents * 2)]
    train, test = open(folder + "/train.tsv", "w"), open(folder + "/test.tsv", "w")
    for intent in range(intents):
        own = [word(draw) for _ in range(8)]
        common = draw.sample(shared, 8)
        for number in range(110):
            said = [draw.choice(draw.choice([own, common, everyday])) for _ in range(draw.randint(4, 9))]
            print(" ".join(said), f"intent{intent}", sep="\t", file=train if number < 100 else test)
    train.close()
    test.close()


def main():
    program = sys.argv[1]
    sizes = [int(size) for size in sys.argv[2:]] or [10, 100, 1000]
    print("intents  examples  accuracy  training CPU s  a prediction µs  peak memory MiB")
    for intents in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_set(folder, intents)
            command = [program, "evaluate", folder + "/train.tsv", folder + "/test.tsv", "--json"]
            figures = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        print(
            f"{intents:7}  {intents * 100:8}  {figures['accuracy']:8.3f}  {figures['train_cpu_s']:14.2f}"
            f"  {1e6 / figures['predictions_per_s']:15.1f}  {figures['peak_rss_bytes'] / 2**20:15.0f}",
            flush=True)


if __name__ == "__main__":
    main()
