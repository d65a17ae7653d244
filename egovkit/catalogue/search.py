"""Titles that hold given words (标题检索): by the pairs of characters they share, since no dictionary is needed for that."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest

from egovkit.grammar.titles import normal_title

__all__ = ["search_titles"]


def search_titles(titles: Sequence[str], words: str, limit: int) -> list[int]:
    """Return the places of the titles that hold the words, best first (检索).

    A title that holds every word as it stands comes first, then those that hold most pairs of characters; of equals
    the shorter title. What shares less than half of the pairs is left out.

    >>> search_titles(["关于推进电子政务的意见", "关于电子商务的意见", "某办法"], "电子政务", 5)
    [0]
    """
    parts = [key for part in words.split() if (key := normal_title(part))]
    if not parts:
        return []
    pairs = {part[i : i + 2] for part in parts for i in range(max(1, len(part) - 1))}
    scored: list[tuple[float, int, int]] = []
    for place, title in enumerate(titles):
        plain = title if all(part in title for part in parts) else normal_title(title)
        whole = all(part in plain for part in parts)
        shared = 1.0 if whole else sum(pair in plain for pair in pairs) / len(pairs)
        if whole or shared > _HALF:
            scored.append((-(shared + whole), len(title), place))
    return [place for *_, place in nsmallest(limit, scored)]


_HALF = 0.5
