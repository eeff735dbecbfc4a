#!/usr/bin/env python3
"""Predictions a second beside fastText's: `fasttext.py XIAOER FASTTEXT TRAIN.tsv TEST.tsv`.

Both are trained on the same set and read the same messages, one thread each, in turns; fastText by its own
command line, the loading of its model not counted: with word pairs alone, and with letters inside words too,
which it needs to come near in accuracy. CPU time; of five runs the best."""

import json
import os
import subprocess
import sys
import tempfile


RECIPES = {
    "word pairs": ["-wordNgrams", "2"],
    "word pairs and letters": ["-wordNgrams", "2", "-minn", "2", "-maxn", "5"],
}


def cpu_seconds(command):
    """CPU seconds, user and system, of a command."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime


def label(file, out, times=1):
    """Writes a set the way fastText wants it; returns how many messages that is."""
    rows = [line.rstrip("\n").split("\t") for line in open(file)]
    with open(out, "w") as target:
        for _ in range(times):
            for text, intent in rows:
                print("__label__" + intent.replace(" ", "_"), text, file=target)
    return len(rows) * times


def main():
    xiaoer, fasttext, train, test = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        label(train, folder + "/train")
        count = label(test, folder + "/many", 40)
        with open(folder + "/one", "w") as one:
            one.write("__label__none x\n")
        test_file = folder + "/test"
        label(test, test_file)
        for name, options in RECIPES.items():
            cpu_seconds([fasttext, "supervised", "-input", folder + "/train", "-output", folder + "/model",
                         "-thread", "1", "-bucket", "200000", "-epoch", "50", "-lr", "1.0"] + options)
            tested = subprocess.run([fasttext, "test", folder + "/model.bin", test_file],
                                    check=True, capture_output=True, text=True).stdout
            accuracy = float(tested.split("P@1")[1].split()[0])
            ours, theirs = 0, 0
            for _ in range(5):
                run = subprocess.run([xiaoer, "evaluate", train, test, "--json"], check=True,
                                     capture_output=True)
                figures = json.loads(run.stdout)
                ours = max(ours, figures["predictions_per_s"])
                predict = [fasttext, "predict-prob", folder + "/model.bin"]
                spent = cpu_seconds(predict + [folder + "/many"]) - cpu_seconds(predict + [folder + "/one"])
                theirs = max(theirs, count / spent)
            print(f"xiaoer {ours:,.0f} a second (accuracy {figures['accuracy']:.3f}), fastText with {name} "
                  f"{theirs:,.0f} ({accuracy:.3f}): {ours / theirs:.1f} times")


if __name__ == "__main__":
    main()
