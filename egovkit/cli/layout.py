"""Where the lines of a text are broken for a terminal (断行): never inside a number, a date, a word of letters.

A Chinese character takes two cells and may end a line; a closing mark does not begin one, an opening one does not end
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from egovkit.errors import display_width
from egovkit.text.patterns import LatePattern

__all__ = ["fitted", "pieces", "shortened", "widths", "wrapped"]

_OPENING: Final = "《〈（“‘〔［【「『([<"
_CLOSING: Final = "》〉）”’〕］】」』，。、；：？！…)]>"
_PIECE: Final = LatePattern(
    rf"""
    [{re.escape(_OPENING)}]++\Z | [{re.escape(_OPENING)}]*+
    (?:
      [^\W\d_a-zA-Z]{{1,8}}〔\d{{4}}〕第?\d+号        # an issuance number with its letters
    | (?:[^\W\d_a-zA-Z]{{2,12}}\ ){{0,3}}+[^\W\d_a-zA-Z]{{0,10}}(?:公告|通告|令)(?:\d{{4}}年)?第?\d+号
    | \d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?       # a date
    | \d{{1,2}}月\d{{1,2}}日
    | 第[\d一二三四五六七八九十百千零]+[编章节条款项] # what a passage is called
    | [!-'*-;=?-Z\\^-~]+                              # a word, a path, a date of digits
    | \s+
    | .
    )
    [{re.escape(_CLOSING)}]*+
    """,
    re.VERBOSE,
)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line that are not broken (不拆的部分), as half-open ranges.

    >>> text = "按《办法》和国办发〔2014〕66号执行。"
    >>> [text[start:end] for start, end in pieces(text)]
    ['按', '《办', '法》', '和国办发〔2014〕66号', '执', '行。']
    """
    for found in _PIECE.finditer(text):
        yield found.span()


def wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """Return the ranges of a text that are its lines in so many cells (折行); one of nothing for an empty text.

    >>> text = "按照国办发〔2014〕66号执行"
    >>> [text[start:end] for start, end in wrapped(text, 22)]
    ['按照国办发〔2014〕66号', '执行']
    """
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        lines.extend((at + start, at + end) for start, end in _wrapped(line, width))
        at += len(line) + 1
    return lines


def _wrapped(line: str, width: int) -> Iterator[tuple[int, int]]:
    if display_width(line) <= width:
        yield 0, len(line)
        return
    start = end = used = 0
    for first, last in pieces(line):
        cells = display_width(line[first:last])
        if used + cells > width and line[first:last].isspace():
            # The blanks at which a line is broken end it.
            cells = 0
        if used + cells <= width:
            end, used = last, used + cells
            continue
        if start < first:
            yield start, _without_blanks(line, start, end)
        start, end, used = first, last, cells
        while used > width:
            # What is wider than the whole is broken all the same.
            cut = start + max(1, len(fitted(line[start:last], width)))
            yield start, cut
            start, used = cut, display_width(line[cut:last])
    if start < len(line):
        yield start, _without_blanks(line, start, len(line))


def _without_blanks(line: str, start: int, end: int) -> int:
    return max(start, start + len(line[start:end].rstrip()))


def fitted(text: str, width: int) -> str:
    """Return as much of the start of a text as so many cells hold (截取).

    >>> fitted("国办发66", 5)
    '国办'
    """
    used = 0
    for at, c in enumerate(text):
        used += display_width(c)
        if used > width:
            return text[:at]
    return text


def shortened(text: str, width: int) -> str:
    """Return a text on one line of so many cells (缩略), with … where something is left out.

    >>> shortened("关于促进电子政务协调发展的指导意见", 12)
    '关于促进电…'
    """
    line = " ".join(text.split())
    return line if display_width(line) <= width else f"{fitted(line, width - 1)}…"


def widths(rows: Sequence[Sequence[str]], whole: int, gap: int) -> list[int]:
    """Return how wide each column of a table is (列宽): as it needs, or less where the whole has no room.

    The widest ones give way, down to what in them is not broken.

    >>> widths([["国办发〔2014〕66号", "关于促进电子政务协调发展的指导意见"]], 40, 2)
    [18, 20]
    """
    columns = list(zip(*rows, strict=True))
    wanted = [max(display_width(line) for cell in column for line in cell.split("\n")) for column in columns]
    room = whole - gap * (len(wanted) - 1)
    if sum(wanted) <= room:
        return wanted
    least = [
        min(want, max(4, *(display_width(cell[start:end]) for cell in column for start, end in pieces(cell))))
        for column, want in zip(columns, wanted, strict=True)
    ]
    if sum(least) > room:
        return least
    low, high = 0, max(wanted)
    while low < high:
        cap = (low + high + 1) // 2
        if sum(max(floor, min(want, cap)) for floor, want in zip(least, wanted, strict=True)) <= room:
            low = cap
        else:
            high = cap - 1
    found = [max(floor, min(want, low)) for floor, want in zip(least, wanted, strict=True)]
    # What is left over goes to the first that can use it.
    for at, want in enumerate(wanted):
        more = min(want - found[at], room - sum(found))
        found[at] += max(0, more)
    return found
