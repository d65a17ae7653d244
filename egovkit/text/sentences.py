"""Where the sentences of a paragraph end (断句)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["sentences"]

_PAIRS: Final = dict(zip("“‘《〈（(〔「『【[", "”’》〉）)〕」』】]", strict=True))
_MARKS: Final = re.compile(f"[{re.escape(''.join([*_PAIRS, *_PAIRS.values()]))}]")
# A stop, and the marks that close what it ends; a title ends no sentence.
_END: Final = re.compile("[。！？!?]+[”’）)〕」』】\\]]*")
# What is quoted may end with a stop of its own in the middle of a sentence: 按照“应改尽改。”的要求.
_GOES_ON: Final = frozenset("，、；：,;:》〉的等和与及或之是为这中")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph (断句), which together are `text[start:end]`; blanks belong to the one before.

    A sentence ends with 。, ！ or ？ and the quotation marks and brackets that close after it, but not inside of a pair of
    these, nor where what follows goes on with it. Linear in the length of the paragraph.

    >>> text = "各地要抓紧。提出“一数一源。谁采集谁负责。”的要求。2025年完成。"
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['各地要抓紧。', '提出“一数一源。谁采集谁负责。”的要求。', '2025年完成。']
    """
    inside = _closed(text, start, end)
    begun = start
    at = 0
    for found in _END.finditer(text, start, end):
        stop = found.end()
        while stop < end and text[stop].isspace():
            stop += 1
        while at < len(inside) and inside[at][1] < found.end():
            at += 1
        within = at < len(inside) and inside[at][0] < found.start() and found.end() <= inside[at][1]
        if within or stop >= end or text[stop] in _GOES_ON:
            continue
        yield begun, stop
        begun = stop
    if begun < end:
        yield begun, end


def _closed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the outermost pairs of marks, each from the one that opens to the one that closes; those left open are none."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for found in _MARKS.finditer(text, start, end):
        mark, here = found[0], found.start()
        if mark in _PAIRS:
            opened.append((_PAIRS[mark], here))
        elif opened and opened[-1][0] == mark:
            first = opened.pop()[1]
            while pairs and pairs[-1][0] > first:
                pairs.pop()
            pairs.append((first, here))
    return pairs
