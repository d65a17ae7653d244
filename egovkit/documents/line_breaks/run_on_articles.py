"""Chapters and articles in a text that lost its line breaks and even its blanks (连排条文): …细则第一章总则第一条为….

A marker opens a line only where it counts on from the one before it and nothing but a sentence, a title or the heading
of a chapter ends in front of it: 按照本办法第二条规定 is a reference.
"""

from __future__ import annotations

from typing import Final

from egovkit.grammar.titles import ends_like_title
from egovkit.text.folding import BLANKS
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

__all__ = ["article_cuts"]

_MARKER: Final = LatePattern("第([〇零一二三四五六七八九十百千]{1,9})([章节条])(?![款项第、，的之规和及或至中])")
_LONGEST_CAPTION: Final = 30
_LONGEST_TITLE: Final = 80
_LEAST: Final = 2
_NEAR: Final = 200
_STOPS: Final = frozenset("。；：，、")


def article_cuts(text: str) -> list[int]:
    """Return where the chapters, sections and articles of a text in one line begin (断条); none unless two articles count on.

    >>> text = "某市防火办法第一章总则第一条为防火，制定本办法。第二条按照第一条规定执行。"
    >>> [text[at : at + 3] for at in article_cuts(text)]
    ['第一章', '第一条', '第二条']
    """
    if "第一条" not in text or "第二条" not in text:
        return []
    last = {"章": 0, "节": 0, "条": 0}
    cuts: list[int] = []
    headed = False
    for found in _MARKER.finditer(text):
        at, kind, number = found.start(), found[2], read_numeral(found[1])
        counts_on = number == last[kind] + 1 or (kind == "节" and number == 1)
        if not counts_on or not _may_open(text, cuts[-1] if cuts else None, at, headed=headed):
            continue
        last[kind] = number or 0
        if kind == "章":
            last["节"] = 0
        headed = kind != "条"
        cuts.append(at)
    return cuts if last["条"] >= _LEAST else []


def _may_open(text: str, above: int | None, at: int, *, headed: bool) -> bool:
    """Say whether a line may open at `at`, where the last one that was cut begins at `above`."""
    before = text[max(above or 0, at - _NEAR) : at].rstrip(BLANKS)
    if not before or before[-1] == "。":
        return True
    if headed:
        # A chapter's caption, and its first section or article.
        return len(before) <= _LONGEST_CAPTION and _STOPS.isdisjoint(before)
    title = before[max(before.rfind(stop) for stop in "。日）") + 1 :]
    return above is None and 0 < len(title) <= _LONGEST_TITLE and ends_like_title(title)
