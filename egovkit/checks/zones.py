"""What no edit may touch (保留区): quotations, and titles between 《 and 》, which are another's words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import accumulate, chain, count
from operator import add
from typing import Final, NamedTuple

from egovkit.checks.once import once
from egovkit.checks.words import occurrences
from egovkit.text.records import maker

__all__ = ["Zone", "bounds_of", "protected", "touches", "within"]

# A decision that amends a law quotes whole articles of it, of several paragraphs; what closes further off than this
# closes something else. A title, or a quotation whose marks do not say which side they open, is shorter.
_LONGEST: Final = 20_000
_LONGEST_TITLE: Final = 2_000

# An opening mark, its other half, and how far off that may be.
_PAIRS: Final = (
    ("“", "”", _LONGEST),
    ("‘", "’", _LONGEST),
    ("「", "」", _LONGEST),
    ("『", "』", _LONGEST),
    ("﹁", "﹂", _LONGEST),
    ("﹃", "﹄", _LONGEST),
    ("〝", "〞〟", _LONGEST),
    ("«", "»", _LONGEST),
    ("《", "》", _LONGEST_TITLE),
    ("〈", "〉", _LONGEST_TITLE),
)
# Marks whose two sides are one.
_STRAIGHT: Final = ('"', "＂")
# An apostrophe closes nothing.
_APOSTROPHE: Final = "’"


class Zone(NamedTuple):
    """A range of the text that stays as it is (保留区)."""

    start: int
    end: int


_zone: Final = maker(Zone)


def protected(text: str, holds: Callable[[str], bool] | None = None) -> list[Zone]:
    """Return the quotations and titles of a text in order (查找保留区); none of them overlaps or touches another.

    A quotation runs over lines and may hold others in the same marks. One that does not close ends with its paragraph,
    and one that does not open begins with it: whose words these are nobody can tell. `holds` says whether one of some
    characters is in the text, where that is known.

    >>> protected("按照《关于某事的通知》办理")
    [Zone(start=2, end=11)]
    >>> protected("他说：“第一段。\\n第二段。")
    [Zone(start=3, end=8)]
    """
    lines = _Lines(text)
    found: list[tuple[int, int]] = []
    if holds is None:
        holds = partial(_holds, text)
    for left, rights, longest in _PAIRS:
        if holds(left) or holds(rights):
            found += _paired(lines, left, rights, longest)
    for mark in _STRAIGHT:
        if holds(mark):
            found += _straight(lines, mark)
    found.sort()
    zones: list[Zone] = []
    last = -1
    for place in found:
        start, end = place
        if start > last:
            zones.append(_zone(place))
            last = end
        elif end > last:
            zones[-1] = Zone(zones[-1].start, end)
            last = end
    return zones


def _holds(text: str, characters: str) -> bool:
    return any(character in text for character in characters)


class _Lines:
    """A text and where its lines begin, looked for once, where it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @once
    def _starts(self) -> list[int]:
        # One for each line, and one more where the next would begin; each break adds one to the lengths.
        return [*map(add, accumulate(map(len, self.text.split("\n")), initial=0), count())]

    def of(self, at: int) -> tuple[int, int]:
        """Return where the line of a place begins and ends."""
        line = bisect_right(self._starts, at)
        return self._starts[line - 1], self._starts[line] - 1


@cache
def _plain_pair(left: str, rights: str, longest: int) -> re.Pattern[str]:
    return re.compile(f"{left}[^{left}{rights}]{{0,{longest - 1}}}[{rights}]")


def _paired(lines: _Lines, left: str, rights: str, longest: int) -> Iterable[tuple[int, int]]:
    """Return what is between the two halves of a mark, and what is quoted where one half is missing."""
    text = lines.text
    # In most texts each mark has its other half, and none is in another pair.
    plain = [found.span() for found in _plain_pair(left, rights, longest).finditer(text)]
    if len(plain) == text.count(left) == sum(map(text.count, rights)):
        return plain
    return _matched(lines, left, rights, longest)


def _matched(lines: _Lines, left: str, rights: str, longest: int) -> Iterator[tuple[int, int]]:
    marks = [(found.start(), found[0] == left) for found in re.finditer(f"[{left}{rights}]", lines.text)]
    opened: list[int] = []
    turned = -1
    for index, (at, opens) in enumerate(marks):
        if at == turned:
            continue
        if opens:
            opened.append(at)
        elif opened and at - opened[-1] <= longest:
            yield opened.pop(), at + 1
        elif (turned := _turned(lines, marks, index)) > at:
            # The marks are on the wrong sides, and may be mended: GW915.
            yield at + 1, turned
        elif lines.text[at] != _APOSTROPHE:
            yield lines.of(at)[0], at + 1
    for at in opened:
        yield at, lines.of(at)[1]


def _turned(lines: _Lines, marks: Sequence[tuple[int, bool]], index: int) -> int:
    """Return where a mark that closes nothing has its other half, where the two are alone in their line; -1 else."""
    start, end = lines.of(marks[index][0])
    line = [at for at, _ in marks[max(0, index - 1) : index + 3] if start <= at < end]
    is_pair = len(line) == 2 and line[0] == marks[index][0] and marks[index + 1][1]
    return line[1] if is_pair and line[1] - line[0] > 1 else -1


def _straight(lines: _Lines, mark: str) -> Iterator[tuple[int, int]]:
    """Yield what is between marks of one form; of an odd number of them nobody can tell which is single."""
    places = list(occurrences(lines.text, mark))
    single: tuple[int, int] | None = None
    at = 0
    while at < len(places):
        start, end = lines.of(places[at])
        first, at = at, bisect_left(places, end)
        if (at - first) % 2 == 0:
            yield from ((places[n], places[n + 1] + 1) for n in range(first, at, 2))
            continue
        yield start, end
        # A quotation may begin in one paragraph and end in another.
        if single is not None and start - single[1] <= _LONGEST_TITLE:
            yield single[0], end
            single = None
        else:
            single = (start, end)


def touches(zones: Sequence[tuple[int, ...]], start: int, end: int) -> bool:
    """Say whether a range shares a character with one of the zones, given in order (是否触及保留区).

    An empty range touches the zone that it is in or right before.

    >>> zones = protected("按照《关于某事的通知》办理")
    >>> touches(zones, 10, 12), touches(zones, 0, 2), touches(zones, 5, 5)
    (True, False, True)
    """
    # The last zone that begins before the range's end; a tuple of one sorts before every zone begun there.
    at = bisect_left(zones, (max(start + 1, end),)) - 1 if zones else -1
    return at >= 0 and zones[at][1] > start


def bounds_of(zones: Iterable[Zone]) -> list[int]:
    """Return where each of some zones begins and ends (保留区边界), for `within`; none overlaps another."""
    return [*chain.from_iterable(zones)]


def within(bounds: Sequence[int], start: int, end: int) -> bool:
    """Say of zones by their bounds what `touches` says of them (是否触及保留区), in half the time, for many ranges.

    >>> bounds = bounds_of(protected("按照《关于某事的通知》办理"))
    >>> within(bounds, 10, 12), within(bounds, 0, 2), within(bounds, 5, 5)
    (True, False, True)
    """
    at = bisect_right(bounds, start)
    return at % 2 == 1 or (at < len(bounds) and bounds[at] < end)
