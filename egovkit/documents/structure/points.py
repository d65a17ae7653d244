"""The points of an argument inside a paragraph (分点): 一是…二是…三是…."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from egovkit.text.limits import MAX_HEADING
from egovkit.text.patterns import LatePattern

__all__ = ["Point", "find_points"]

_COUNT: Final = "一二三四五六七八九十"
_MARK: Final = LatePattern(f"[{_COUNT}]是")
_BEFORE: Final = frozenset("。；;：:，,、！？\n\r \t\u3000“（(")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a list that runs on in a paragraph (分点): `label` as printed (一是), `text` its words up to the
    first 。, and its whole range, up to the next point or the paragraph's end.

    >>> [(p.label, p.text) for p in find_points("遵循以下思路。一是问题导向。以问题为主线。二是有限目标。")]
    [('一是', '问题导向'), ('二是', '有限目标')]
    """

    label: str
    text: str
    start: int
    end: int


def find_points(text: str, start: int = 0, end: int | None = None) -> list[Point]:
    """Find the points of the paragraphs between `start` and `end` (找分点): lists of two points at least."""
    end = len(text) if end is None else end
    points: list[Point] = []
    at = text.find("一是", start, end)
    while at >= 0:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        starts = [here for chain in _chains(text, at, start, stop) for here in chain]
        for here, below in zip(starts, [*starts[1:], stop], strict=False):
            first = text.find("。", here, min(below, here + MAX_HEADING))
            words = text[here + 2 : first if first >= 0 else min(below, here + MAX_HEADING)]
            points.append(Point(text[here : here + 2], words.strip(" \u3000；;，,"), here, below))
        at = text.find("一是", stop, end)
    return points


def _chains(text: str, at: int, floor: int, stop: int) -> list[list[int]]:
    """Return where 一是, 二是, … begin in one paragraph, list by list: a second 一是, 二是 begins another list."""
    chains: list[list[int]] = [[]]
    begun: list[int] = []
    for found in _MARK.finditer(text, at, stop):
        here = found.start()
        if here > floor and text[here - 1] not in _BEFORE:
            continue
        order = _COUNT.index(text[here])
        if order == 0:
            begun = [here]
        elif order == len(begun):
            chains.append([*begun, here])
            begun = []
        elif order == len(chains[-1]):
            chains[-1].append(here)
    return chains
