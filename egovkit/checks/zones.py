"""What no edit may touch (保留区): quotations, and titles between 《 and 》, which are another's words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from egovkit.checks.words import occurrences

__all__ = ["Zone", "protected", "touches"]

# A quotation that does not close within this many characters is a stray mark.
_LONGEST: Final = 400
_TITLED: Final = f"《[^《》\n]{{0,{_LONGEST}}}(?:《[^《》\n]{{0,{_LONGEST}}}》[^《》\n]{{0,{_LONGEST}}}){{0,4}}》"
_QUOTED: Final = "|".join(
    f"{left}[^{left}{right}\n]{{0,{_LONGEST}}}{right}"
    for left, right in ("“”", "‘’", "「」", "『』", "〈〉", ('"', '"'))
)
_ZONE: Final = re.compile(f"{_TITLED}|{_QUOTED}")
_OPENERS: Final = '《“‘「『〈"'


class Zone(NamedTuple):
    """A range of the text that stays as it is (保留区)."""

    start: int
    end: int


def protected(text: str) -> list[Zone]:
    """Return the quotations and titles of a text in order (查找保留区); none of them overlaps another.

    >>> protected("按照《关于某事的通知》办理")
    [Zone(start=2, end=11)]
    """
    # Each mark is found by itself faster than any of them all.
    opened = sorted(occurrences(text, *_OPENERS))
    found: list[Zone] = []
    end = 0
    for at in opened:
        zone = _ZONE.match(text, at) if at >= end else None
        if zone is not None:
            end = zone.end()
            found.append(Zone(at, end))
    return found


def touches(zones: Sequence[tuple[int, ...]], start: int, end: int) -> bool:
    """Say whether a range shares a character with one of the zones, given in order (是否触及保留区).

    An empty range touches the zone that it stands in or right in front of.

    >>> zones = protected("按照《关于某事的通知》办理")
    >>> touches(zones, 10, 12), touches(zones, 0, 2), touches(zones, 5, 5)
    (True, False, True)
    """
    # The last zone that begins in front of the range's end; a tuple of one sorts in front of every zone begun there.
    at = bisect_left(zones, (max(start + 1, end),)) - 1 if zones else -1
    return at >= 0 and zones[at][1] > start
