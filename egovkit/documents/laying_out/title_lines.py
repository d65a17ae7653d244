"""Where a title is broken into lines (标题回行): at sense, in lines that make a trapezoid or a diamond.

A line ends where a word, an organ or a title in 《》 ends, and none begins with a mark that closes. Which words there are is
said by a table made of the register's titles; what it does not know is parted only where nothing else is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from egovkit.data import rows
from egovkit.text.breaking import width

__all__ = ["title_lines"]

_LONGEST_WORD: Final = 4
_MOST_FOR_SHAPE: Final = 4
_MOST_BREAKS: Final = 60
# What a title is made of besides words: what holds together, and what joins.
_HELD: Final = re.compile(
    r"""
    [0-9０-９A-Za-z〇.%·—-]+ [年月日]?            # digits and letters
  | 〔[0-9]{4}〕[0-9]+号                         # an issuance number after its letters
  | (?:中华人民)?共和国 | [总饱温缓调]和 | 和[平谐睦约] | 呼和浩特 | 和田    # 和 that joins nothing
  | 参与 | 与会 | [以普涉]及 | 目的
    """,
    re.VERBOSE,
)
_OPENING: Final = frozenset("《〈（“‘〔<(")
_CLOSERS: Final = frozenset("》〉）”’〕>)")
_CLOSING: Final = _CLOSERS | frozenset("、，：；")
_NO_END: Final = _OPENING | frozenset("对将为在以由向于和与及等至")
_JOINTS: Final = frozenset("的和与及等对在于由将为以向至、，")
_ABOUT: Final = "关于"
# What a break costs, by what it parts; a line costs as much as a break at a word and a half.
_AT_ABOUT, _AT_TITLE, _AT_JOINT, _AT_WORD, _UNKNOWN, _INSIDE, _LINE = 0.0, 1.0, 1.5, 3.0, 14.0, 25.0, 4.0
_HOURGLASS: Final = 8.0
_NEVER: Final = 1e9


class _Unit(NamedTuple):
    """A part of a title that no line's end parts: from where to where, whether it is known, how deep in brackets it is."""

    start: int
    end: int
    known: bool
    depth: int


@cache
def _words() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("title_words"))


def title_lines(title: str, most: float, organs: Sequence[str] = ()) -> list[str]:
    """Return the lines of a title (标题各行), none wider than `most` characters; `organs` are names that stay whole.

    A title that fits is one line. The lines joined again are the title.

    >>> title_lines("某市财政局关于印发《某市政务信息系统迁移上云工作方案》的通知", 20, ["某市财政局"])
    ['某市财政局关于印发', '《某市政务信息系统迁移上云工作方案》', '的通知']

    Source: GB/T 9704-2012, 7.3.1.
    """
    if width(title) <= most:
        return [title] if title else []
    units = list(_units(title, organs))
    costs = dict(_breaks(title, units))
    least = -(-int(width(title)) // int(most))
    best: tuple[float, tuple[int, ...]] = (_NEVER, ())
    for count in range(max(2, least), min(least + 2, _MOST_FOR_SHAPE) + 1):
        best = min(best, _shaped(title, costs, count, most))
    ends = best[1] if best[0] < _NEVER else _packed(title, costs, most)
    return [title[start:end] for start, end in pairwise((0, *ends, len(title)))]


def _units(title: str, organs: Sequence[str]) -> Iterator[_Unit]:
    at = depth = 0
    while at < len(title):
        size, known = _unit(title, at, organs)
        depth += title[at] in _OPENING
        yield _Unit(at, at + size, known, depth)
        depth -= title[at] in _CLOSERS and depth > 0
        at += size


def _unit(title: str, at: int, organs: Sequence[str]) -> tuple[int, bool]:
    """Return how long what begins at a place is, and whether it is known."""
    for organ in organs:
        if organ and title.startswith(organ, at):
            return len(organ), True
    if (held := _HELD.match(title, at)) is not None:
        return len(held[0]), True
    if title.startswith(_ABOUT, at):
        return len(_ABOUT), True
    for size in range(_LONGEST_WORD, 1, -1):
        # 局关 is in many titles, and 关于 begins in it.
        if title[at : at + size] in _words() and not title.startswith(_ABOUT, at + size - 1):
            return size, True
    return 1, title[at] in _JOINTS or title[at] in _OPENING or title[at] in _CLOSING


def _breaks(title: str, units: Sequence[_Unit]) -> Iterator[tuple[int, float]]:
    """Yield where a line may end, and what that costs."""
    for before, after in pairwise(units):
        last, first = title[before.end - 1], title[after.start]
        about = title[before.start : before.end] == _ABOUT
        # 的 begins a line only after a title that fills the one above: 的通知.
        if (first == "的" and last != "》") or first in _CLOSING or last in _NO_END or about:
            continue
        if title[after.start : after.end] == _ABOUT:
            cost = _AT_ABOUT
        elif first == "《" or last == "》":
            cost = _AT_TITLE
        elif last in "的、，" or first in "和与及":
            cost = _AT_JOINT
        elif before.known and after.known:
            cost = _AT_WORD
        else:
            cost = _UNKNOWN
        deep = min(before.depth, after.depth) if first not in _OPENING else before.depth
        yield after.start, cost + _INSIDE * (deep > 0)


def _shaped(title: str, costs: dict[int, float], count: int, most: float) -> tuple[float, tuple[int, ...]]:
    """Return the best breaks into so many lines, with what they cost, by their shape too."""
    whole = width(title)
    places = sorted(costs)[:_MOST_BREAKS]
    best: tuple[float, tuple[int, ...]] = (_NEVER, ())
    held: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for line in range(count - 1):
        further: list[tuple[float, tuple[int, ...]]] = []
        for cost, ends in held:
            start = ends[-1] if ends else 0
            for place in places:
                size = width(title[start:place]) if place > start else 0.0
                left = width(title[place:])
                if size and size <= most and left <= most * (count - 1 - line) and size > whole / count / 4:
                    further.append((cost + costs[place], (*ends, place)))
        # Of all the ways as far as here the cheap ones lead on.
        held = sorted(further)[:400]
    for cost, ends in held:
        # No line is too long: each was measured, and the last as what is left.
        sizes = [width(title[start:end]) for start, end in pairwise((0, *ends, len(title)))]
        best = min(best, (cost + _LINE * count + _misshape(sizes), ends))
    return best


def _misshape(sizes: Sequence[float]) -> float:
    """Return how far lines are from a trapezoid or a diamond of lines that hardly differ."""
    mean = sum(sizes) / len(sizes)
    uneven = sum(((size - mean) / mean) ** 2 for size in sizes) * 6
    # In a trapezoid or a diamond lines grow, then shrink, or do the one alone.
    turns = [above < below for above, below in pairwise(sizes) if above != below]
    hourglass = any(not one and other for one, other in pairwise(turns))
    return uneven + _HOURGLASS * hourglass + _HOURGLASS * (min(sizes) < mean / 4)


def _packed(title: str, costs: dict[int, float], most: float) -> tuple[int, ...]:
    """Return breaks of a title too long for a shape: each line as full as it may be, to the cheapest of its last places."""
    ends: list[int] = []
    start = 0
    while True:
        full, used = start, 0.0
        near: list[int] = []
        while full < len(title) and (used := used + width(title[full])) <= most:
            full += 1
            if used > most / 2 and full in costs:
                near.append(full)
        if full >= len(title):
            return tuple(ends)
        # Where nothing is known of what is here, the line is full; no line is without a character.
        start = min(near, key=lambda place: (costs[place], -place)) if near else max(full, start + 1)
        ends.append(start)
