"""Megabytes a second over real documents, side by side with the naive one-liner."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sized
from functools import partial
from pathlib import Path

from benchmarks.clock import best_of_each
from benchmarks.table import Row
from benchmarks.verbs import VERBS, Verb, naive

AT_LEAST = {"find_numbers": 1, "find_citations": 1 / 2, "PolicyDocument.parse": 1 / 8, "check": 1 / 16}


def measure(corpus: Path, rounds: int) -> list[Row]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    verbs = {"naive one-liner (re)": naive, **VERBS}
    found = {name: _count(verb, texts) for name, verb in verbs.items()}
    over_all = [partial(_each, verb, texts) for verb in verbs.values()]
    best = dict(zip(verbs, best_of_each(over_all, rounds), strict=True))
    base = best["naive one-liner (re)"]
    return [
        {
            "work": name,
            "MB/s": f"{megabytes / best[name]:.1f}",
            "ratio": f"{base / best[name]:.3f}",
            "at least": f"{AT_LEAST[name]:.3f}" if name in AT_LEAST else "",
            "found": f"{found[name]:,}" if found[name] else "",
        }
        for name in verbs
    ]


def _count(verb: Verb, texts: list[str]) -> int:
    return sum(len(found) for text in texts if isinstance(found := verb(text), Sized))


def _each(verb: Verb, texts: list[str]) -> None:
    for text in texts:
        verb(text)
