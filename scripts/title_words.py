"""Say whether the table of words in titles is what the register gives; with --write, write it.

A word of a title is what occurs often, whose characters keep to one another (mutual information) and whose neighbours vary on both
sides (entropy). Titles are broken between words, and so a table of them, derived, does what a segmenter would.
"""

from __future__ import annotations

import csv
import io
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from egovkit.data import read, rows
from scripts.tables import DATA

_HAN = re.compile("[\u4e00-\u9fff]+")
_LONGEST = 4
_LEAST = 8
_COHESION = 2.0
# Of more characters than two many are the end of a word with the beginning of another.
_FREEDOM = {2: 1.2, 3: 1.6, 4: 1.6}
# What joins words is no part of one.
_JOINTS = frozenset("的和与及等对在于由将为至第")


def titles() -> set[str]:
    """Return the titles of the register and of the curated policies, which it leaves to them, that say what they are about."""
    lines = csv.DictReader(io.StringIO(read("register/documents.tsv")), delimiter="\t")
    known = [line["title"] for line in lines] + [row["title"] for row in rows("policies")]
    return {title for title in known if "关于" in title}


def _edge(neighbour: str, nth: int) -> str:
    """Return a neighbour of a word; where one ends by itself, at 关于 or 的, one unlike all others."""
    last = neighbour[-1]
    return f"{last}{nth}" if last in "^$" or last in _JOINTS or neighbour == "关于" else last


def _entropy(neighbours: Counter[str]) -> float:
    whole = sum(neighbours.values())
    return -sum(count / whole * math.log(count / whole) for count in neighbours.values())


@cache
def words() -> list[str]:
    """Return the words, in order."""
    counts = Counter[str]()
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    whole = 0
    for title in sorted(titles()):
        for found in _HAN.finditer(title):
            held = f"^{found[0]}$"
            whole += len(found[0])
            for size in range(1, _LONGEST + 1):
                for at in range(1, len(held) - size):
                    word = held[at : at + size]
                    counts[word] += 1
                    before[word][_edge(held[max(0, at - 2) : at], counts[word])] += 1
                    after[word][_edge(held[at + size], counts[word])] += 1

    def is_word(word: str) -> bool:
        if len(word) < 2 or counts[word] < _LEAST or not _JOINTS.isdisjoint(word):
            return False
        cohesion = min(
            math.log(counts[word] * whole / (counts[word[:at]] * counts[word[at:]])) for at in range(1, len(word))
        )
        return cohesion > _COHESION and min(_entropy(before[word]), _entropy(after[word])) > _FREEDOM[len(word)]

    kept = [word for word in counts if is_word(word)]
    return sorted(_plain(kept, counts))


def _plain(found: list[str], counts: Counter[str]) -> Iterator[str]:
    """Yield those that are no word with the end of another before it: 业发展, 区建设."""
    known = set(found)
    for word in found:
        rest = word[1:]
        if not (len(word) > 2 and rest in known and counts[rest] > counts[word] and word[:2] not in known):
            yield word


def main(arguments: list[str]) -> int:
    written = "word\n" + "".join(f"{word}\n" for word in words())
    path = DATA / "title_words.csv"
    if "--write" in arguments:
        path.write_text(written, encoding="utf-8")
    elif path.read_text(encoding="utf-8") != written:
        print("title_words.csv is not what the register gives: python -m scripts.title_words --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
