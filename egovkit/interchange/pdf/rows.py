"""The pieces of a page in reading order (阅读顺序): rows from the head to the foot, columns one after the other, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from egovkit.documents.line_breaks.printed_line import Piece, PrintedLine

__all__ = ["rows_of"]

_SAME_LINE: Final = 0.35
"""Step between baselines, in widths of a character, up to which two pieces are on one line."""
_ALIGNED: Final = 0.9
_MIN_COLUMN: Final = 5
"""Lines that each of two columns has at least."""
_MAX_CELLS: Final = 100
"""Cells of a row of a table: each is held against each of the row above."""


def rows_of(pieces: Sequence[Piece], page: int, column: int) -> list[PrintedLine]:
    """Return the rows of a page in reading order (排序); its columns count from `column` on."""
    bands = _bands(pieces)
    gutter = _gutter(pieces)
    if gutter is None:
        rows = [_row(band, page, column) for band in bands]
        _mark_tables(rows)
        return rows
    rows = []
    sides: tuple[list[PrintedLine], list[PrintedLine]] = ([], [])

    def flush() -> None:
        nonlocal column
        for side in sides:
            if side:
                rows.extend(side)
                side.clear()
                column += 1

    for band in bands:
        if any(left < gutter - 1 < right for left, right, *_ in band):
            flush()
            rows.append(_row(band, page, column))
            continue
        if rows and not any(sides):
            # What stands across both columns above them is a stretch of its own.
            column = rows[-1].column + 1
        for side, part in enumerate(([p for p in band if p[0] < gutter - 1], [p for p in band if p[0] >= gutter - 1])):
            if part:
                sides[side].append(_row(part, page, column + side))
    flush()
    return rows


def _bands(pieces: Sequence[Piece]) -> list[list[Piece]]:
    bands: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece[2]):
        above = bands[-1][0] if bands else None
        if above is not None and above[2] - piece[2] <= _SAME_LINE * max(above[3], piece[3]):
            bands[-1].append(piece)
        else:
            bands.append([piece])
    for band in bands:
        band.sort()
    return bands


def _row(band: Sequence[Piece], page: int, column: int) -> PrintedLine:
    left, right, base, em, weight, text = band[0]
    merged: list[Piece] = [band[0]]
    for piece in band[1:]:
        gap = piece[0] - right
        if gap > em:
            merged.append(piece)
        else:
            # A second font, or a second box of the same line.
            last = merged[-1]
            blank = " " if gap > em / 4 and last[5][-1].isascii() and piece[5][0].isascii() else ""
            merged[-1] = (last[0], piece[1], last[2], max(last[3], piece[3]), last[4], last[5] + blank + piece[5])
        right = max(right, piece[1])
    em = max(piece[3] for piece in merged)
    text = "\u3000\u3000".join(piece[5] for piece in merged)
    return PrintedLine(page, column, left, right, base, em, weight, text, tuple(merged) if len(merged) > 1 else ())


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where the second of two columns begins; None where the page has one column, or a table."""
    if len(pieces) < 2 * _MIN_COLUMN:
        return None
    first, last = min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)
    width = last - first
    lefts = Counter(round(left) for left, *_ in pieces if 0.35 < (left - first) / width < 0.7)
    for at, count in sorted(lefts.items(), key=lambda item: (-item[1], item[0]))[:3]:
        if count < _MIN_COLUMN:
            return None
        below, beyond, across = [], [], 0
        for piece in pieces:
            if piece[0] >= at - 1:
                beyond.append(piece)
            elif piece[1] <= at - 1:
                below.append(piece)
            else:
                across += 1
        if across * 5 <= len(pieces) and _is_text(below, at - first) and _is_text(beyond, last - at):
            return float(at)
    return None


def _is_text(pieces: Iterable[Piece], width: float) -> bool:
    """Say whether pieces are lines that fill a column, and not the cells of a table."""
    sizes = [piece[1] - piece[0] for piece in pieces]
    return len(sizes) >= _MIN_COLUMN and sum(size > 0.75 * width for size in sizes) >= 0.5 * len(sizes)


def _mark_tables(rows: Sequence[PrintedLine]) -> None:
    """Mark the rows whose cells are under one another: two rows at least, two columns at least."""
    for above, below in pairwise(rows):
        few = len(above.cells) <= _MAX_CELLS and len(below.cells) <= _MAX_CELLS
        if above.cells and below.cells and few and above.base - below.base < 6 * above.em:
            shared = sum(any(_under(cell, other) for other in above.cells) for cell in below.cells)
            if shared > 1 and shared >= min(len(above.cells), len(below.cells)) - 1:
                above.table = below.table = True


def _under(cell: Piece, other: Piece) -> bool:
    slack = _ALIGNED * cell[3]
    middle = (cell[0] + cell[1] - other[0] - other[1]) / 2
    return abs(cell[0] - other[0]) <= slack or abs(middle) <= slack or abs(cell[1] - other[1]) <= slack
