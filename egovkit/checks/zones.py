"""What no edit may touch (保留区): quotations, and titles between 《 and 》, which are another's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["Zone", "protected", "touches"]

# A quotation that does not close within this many characters is a stray mark.
_LONGEST: Final = 400
_TITLED: Final = f"《[^《》\n]{{0,{_LONGEST}}}(?:《[^《》\n]{{0,{_LONGEST}}}》[^《》\n]{{0,{_LONGEST}}}){{0,4}}》"
_QUOTED: Final = "|".join(
    f"{left}[^{left}{right}\n]{{0,{_LONGEST}}}{right}"
    for left, right in ("“”", "‘’", "「」", "『』", "〈〉", ('"', '"'))
)
_ZONE: Final = re.compile(f"{_TITLED}|{_QUOTED}")


class Zone(NamedTuple):
    """A range of the text that stays as it is (保留区)."""

    start: int
    end: int


def protected(text: str) -> list[Zone]:
    """Return the quotations and titles of a text in order (查找保留区); none of them overlaps another.

    >>> protected("按照《关于某事的通知》办理")
    [Zone(start=2, end=11)]
    """
    return [Zone(*found.span()) for found in _ZONE.finditer(text)]


def touches(zones: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether a range shares a character with one of the zones, given in order (是否触及保留区).

    An empty range touches the zone that it stands in or right in front of.

    >>> zones = protected("按照《关于某事的通知》办理")
    >>> touches(zones, 10, 12), touches(zones, 0, 2), touches(zones, 5, 5)
    (True, False, True)
    """
    at = bisect_right(zones, (max(start, end - 1), len(zones) and zones[-1][1])) - 1
    return at >= 0 and zones[at][1] > start
