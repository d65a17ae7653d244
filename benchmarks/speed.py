"""Megabytes a second over real documents, side by side with the naive one-liner."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sized
from functools import partial
from pathlib import Path

import egovkit
from benchmarks.clock import best_of_each, best_seconds
from benchmarks.table import Row
from benchmarks.verbs import VERBS, Verb, naive, naive_regex

AT_LEAST = {"find_numbers": 3, "find_citations": 0.7, "PolicyDocument.parse": 0.22, "check": 0.09}
_BY_CLASS = ("find_numbers", "find_citations", "PolicyDocument.parse", "check")
Document = dict[str, str]
_ROUNDS_OF_YARDSTICK = 12


def documents(corpus: Path) -> list[Document]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def measure(corpus: list[Document], rounds: int) -> list[Row]:
    texts = [document["text"] for document in corpus]
    megabytes = _megabytes(texts)
    # References are found in what find_citations gave.
    citations = {text: egovkit.find_citations(text) for text in texts}
    verbs = {
        "naive one-liner (re)": naive,
        "naive one-liner (regex)": naive_regex,
        **VERBS,
        "find_references, citations given": lambda text: egovkit.find_references(text, citations[text]),
    }
    found = {name: _count(verb, texts) for name, verb in verbs.items()}
    over_all = [partial(_each, verb, texts) for verb in verbs.values()]
    best = dict(zip(verbs, best_of_each(over_all, rounds), strict=True))
    # All ratios hang on the yardstick, whose best of three rounds is a sixth off at times: it is looked for longer.
    base = min(best["naive one-liner (re)"], best_seconds(over_all[0], _ROUNDS_OF_YARDSTICK))
    best["naive one-liner (re)"] = base
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


def measure_classes(corpus: list[Document], rounds: int) -> list[Row]:
    """Measure each class of documents by itself: statutes are most of the corpus, and name few documents."""
    by_class: dict[str, list[str]] = {}
    for document in corpus:
        by_class.setdefault(_class_of(document), []).append(document["text"])
    rows: list[Row] = []
    for name, texts in by_class.items():
        calls = [partial(_each, verb, texts) for verb in (naive, *(VERBS[verb] for verb in _BY_CLASS))]
        base, *best = best_of_each(calls, rounds)
        base = min(base, best_seconds(calls[0], _ROUNDS_OF_YARDSTICK))
        ratios = {verb: f"{base / took:.3f}" for verb, took in zip(_BY_CLASS, best, strict=True)}
        row = {"class": name, "documents": f"{len(texts)}", "MB": f"{_megabytes(texts):.2f}"}
        rows.append({**row, "one-liner, MB/s": f"{_megabytes(texts) / base:.1f}", **ratios})
    return rows


def _class_of(document: Document) -> str:
    """The class of a document: who issued it, and of what a page left of it. A full 公文 has recipients and signature."""
    kind, form = document["kind"], document["form"]
    if form == "one_line":
        return "in one line"
    if kind == "city":
        return "city, full 公文" if form == "gongwen_with_addressee_and_signoff" else "city, other"
    if kind in ("law", "interpretation", "state_council", "ministry", "province"):
        return f"{kind.replace('_', ' ')}, {'articles' if form == 'articles' else 'other'}"
    return "other"


def _megabytes(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def _count(verb: Verb, texts: list[str]) -> int:
    return sum(len(found) for text in texts if isinstance(found := verb(text), Sized))


def _each(verb: Verb, texts: list[str]) -> None:
    for text in texts:
        verb(text)
