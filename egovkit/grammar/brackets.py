"""Titles in their brackets (书名号) and the parentheses after them (括号): where each begins and ends.

A title may hold others, rightly (《…〈…〉…》) and as often printed (《…《…》…》), and break over lines. A bracket
that is never closed costs itself alone: the search goes on right after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egovkit.text.folding import BLANKS
from egovkit.text.limits import MAX_DEPTH, MAX_TAIL, MAX_TITLE, MAX_TITLE_MARKS
from egovkit.text.patterns import LatePattern

__all__ = ["angled_spans", "inner_titles", "parenthesis", "skip_blanks", "title_spans"]

_TITLE_MARK = LatePattern(r"[《》。|\t\n]")
# Most titles hold no mark at all; 〈 is left to the mending of unpaired brackets.
_SIMPLE = re.compile(rf"《[^《》〈。|\t\n]{{1,{MAX_TITLE - 2}}}》")
_ANY_MARK = LatePattern(r"[《》〈〉<>＜＞]")
_MOST_LINES = 4
_STRAY = LatePattern(r"[^《》〈〉。|\n]{0,30}》")
_PARENTHESES = re.compile(r"[（()）]")
_OPEN = "（("
_BLANKS = frozenset(BLANKS)


def skip_blanks(text: str, at: int, most: int = 4) -> int:
    """Return the place after the blanks at `at`, at most `most` of them (跳过空白)."""
    if text[at : at + 1] not in _BLANKS:
        return at
    stop = min(len(text), at + most)
    while at < stop and text[at] in _BLANKS:
        at += 1
    return at


def _close(text: str, start: int) -> int | None:
    """Return the end of the title that opens at `start`; None where it is never closed."""
    depth, lines = 1, 0
    stop = min(len(text), start + MAX_TITLE)
    for count, mark in enumerate(_TITLE_MARK.finditer(text, start + 1, stop)):
        match mark[0]:
            case "《":
                depth += 1
                if depth > MAX_DEPTH:
                    return None
            case "》":
                depth -= 1
                if depth == 0:
                    return _mend(text, start, mark.end())
            case "\n":
                lines += 1
                if lines > _MOST_LINES:
                    return None
            case _:
                return None
        if count > MAX_TITLE_MARKS:
            return None
    return None


def _mend(text: str, start: int, end: int) -> int:
    # 《…〈…》的通知》: the first 》 stands for the 〉 that is missing.
    opened, closed = text.rfind("〈", start, end), text.rfind("〉", start, end)
    if opened > closed:
        further = _STRAY.match(text, end)
        if further is not None:
            return further.end()
    return end


# Each begins with one plain character, which the engine looks for alone.
_ANGLED = tuple(LatePattern(rf"{opener}[\u4e00-\u9fff][^〈〉<>＜＞《》\n=/]{{2,120}}[〉>＞]") for opener in "〈<＜")


def angled_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between 〈〉, < > or ＜＞ that no 《》 is around, of Chinese words alone (单书名号区间).

    >>> [text[start:end] for text in ["根据＜甲办法＞", "《关于修改〈甲〉的决定》", "<div>"] for start, end in angled_spans(text)]
    ['＜甲办法＞']
    """
    for start, end in sorted(mark.span() for angled in _ANGLED for mark in angled.finditer(text)):
        floor = max(0, start - MAX_TITLE)
        if text.rfind("《", floor, start) <= text.rfind("》", floor, start):
            yield start, end


def title_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open span of each outermost title, brackets included (书名号区间).

    >>> text = "《甲《乙》的通知》和《丙"
    >>> [text[start:end] for start, end in title_spans(text)]
    ['《甲《乙》的通知》']
    """
    at = text.find("《")
    while at >= 0:
        simple = _SIMPLE.match(text, at)
        end = simple.end() if simple is not None else _close(text, at)
        if end is not None and end - at > 2:
            yield at, end
            at = text.find("《", end)
        else:
            at = text.find("《", at + 1)


_CLOSERS = {"《": "》", "〈": "〉", "<": ">", "＜": "＞"}


def inner_titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the titles right inside the title from `start` to `end` (内层书名号).

    >>> text = "《关于修改〈甲〉和〈乙〉的决定》"
    >>> [text[a:b] for a, b in inner_titles(text, 0, len(text))]
    ['〈甲〉', '〈乙〉']
    """
    depth, opened = 0, -1
    for mark in _ANY_MARK.finditer(text, start + 1, end - 1):
        if mark[0] in _CLOSERS:
            if depth == 0:
                opened = mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and mark.end() - opened > 2:
                yield opened, mark.end()


def parenthesis(text: str, at: int) -> int | None:
    """Return the end of the parenthesis that opens at `at` (括号区间); None where none does or it stays open.

    Both widths are taken for each other, and one may be in another.

    >>> parenthesis("（建房(2022)16号)、", 0)
    13
    """
    if at >= len(text) or text[at] not in _OPEN:
        return None
    depth = 0
    for mark in _PARENTHESES.finditer(text, at, min(len(text), at + MAX_TAIL)):
        depth += 1 if mark[0] in _OPEN else -1
        if depth == 0:
            return mark.end()
    return None
