"""What titles are made of, as a table: issuer, matter, what is carried, kind word, and the form to compare by.

`titles.tsv` has a title and its reading; every word in a pattern of the room decides one of them.
"""

from __future__ import annotations

import csv
from pathlib import Path

from egovkit.grammar import titles
from tests.witness import survivors

with Path(__file__).with_name("titles.tsv").open(encoding="utf-8", newline="") as lines:
    CASES = [(row["title"], row["reading"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def show(title: str) -> str:
    issuer, rest = titles.split_issuer(title)
    wrapping = titles.unwrap(title)
    carried = "-" if wrapping is None else "/".join(part for part in wrapping if part is not None)
    kind = titles.kind_of(title) or "-"
    return " ¦ ".join([issuer or "-", rest, carried, kind, titles.normal_title(title)])


def test_every_title_reads_as_it_did() -> None:
    assert [(title, show(title)) for title, _ in CASES] == CASES


def test_every_word_decides_a_title() -> None:
    assert survivors(titles, CASES, show) == []
