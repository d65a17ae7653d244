"""Printed lines made of typed ones, to ask how a page is read."""

from __future__ import annotations

from collections.abc import Iterable

from egovkit.documents.line_breaks.printed_line import PrintedLine
from egovkit.text.breaking import width

__all__ = ["printed"]

_PITCH, _GAP = 2.0, 1.0


def printed(
    lines: Iterable[str],
    *,
    size: float = 1.0,
    page: int = 1,
    column: int | None = None,
    left: float = 0.0,
    base: float = 0.0,
) -> list[PrintedLine]:
    """Lines as they are typed: blanks at the start set a line in, an empty one is a gap, ** sets it in bold."""
    rows = []
    for line in lines:
        base -= (_PITCH if line else _GAP) * size
        text = line.strip("　 ")
        if text:
            begins = left + width(line[: line.index(text)]) * size
            bare = text.removeprefix("**")
            ends = begins + width(bare) * size
            rows.append(PrintedLine(page, column or page, begins, ends, base, size, len(text) - len(bare), bare))
    return rows
