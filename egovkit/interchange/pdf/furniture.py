"""What is on every page and belongs to none of its paragraphs (页眉页脚页码)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Final

from egovkit.documents.line_breaks.printed_line import PrintedLine

__all__ = ["Furniture", "find_furniture"]

_NUMBER: Final = re.compile(
    r"(?P<dash>[—–\-－─－~～·]{1,2})?\s{0,3}第?\s?(?P<page>[0-9０-９]{1,4})\s{0,3}"
    r"(?:页\s?[，,/]?\s?(?:共\s?[0-9０-９]{1,4}\s?页)?|[/／]\s?[0-9０-９]{1,4}|[—–\-－─~～·]{1,2})?"
)
_DIGITS: Final = re.compile(r"[0-9０-９]+")
_EDGE: Final = 2
"""Rows at the head and at the foot of a page among which it is looked for."""
_REPEATED: Final = 3
"""Pages on which a running head in the size of the text appears at least: on two the same words may be a heading."""
_SMALL: Final = 0.92
_STEADY: Final = 2.0
"""Points by which its place differs from page to page at most."""


class Furniture:
    """The rows that belong to the pages (版心之外): `numbers` are page numbers, `heads` running heads and feet."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()
        self.heads: set[int] = set()


def find_furniture(pages: Sequence[Sequence[PrintedLine]]) -> Furniture:
    """Find page numbers and what repeats at the edges of the pages (找页码页眉); rows are named by their `id`."""
    found = Furniture()
    seen: defaultdict[str, list[PrintedLine]] = defaultdict(list)
    offsets: Counter[int] = Counter()
    bare: list[tuple[int, PrintedLine]] = []
    sizes: Counter[float] = Counter()
    for row in chain.from_iterable(pages):
        sizes[row.em] += len(row.text)
    em = max(sizes, key=sizes.__getitem__, default=0.0)
    for index, rows in enumerate(pages):
        by_place = sorted(rows, key=lambda row: -row.base)
        edge = {id(row): row for row in (*by_place[:_EDGE], *by_place[-_EDGE:])}
        for row in edge.values():
            number = _NUMBER.fullmatch(row.text) if len(row.text) <= 20 else None
            if number is None:
                if not row.table:
                    seen[_DIGITS.sub("#", row.text)].append(row)
            elif number[0].strip("0123456789０１２３４５６７８９"):
                found.numbers.add(id(row))
            else:
                offset = int(number["page"]) - index
                offsets[offset] += 1
                bare.append((offset, row))
    # A figure alone is a page number where it counts with the pages.
    found.numbers.update(id(row) for offset, row in bare if offsets[offset] > 1)
    for repeated in seen.values():
        steady = Counter(round(row.base / _STEADY) for row in repeated)
        least = _REPEATED if repeated[0].em > _SMALL * em else _REPEATED - 1
        if len({row.page for row in repeated}) >= least and steady.most_common(1)[0][1] >= least:
            found.heads.update(map(id, repeated))
    return found
