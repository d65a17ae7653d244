"""What is around a year or a date and makes it none (日期的左右): a number, a standard, a decade, a 《title》."""

from __future__ import annotations

import re
from typing import Final

from egovkit.grammar.dates.parts import FoundDate
from egovkit.grammar.dates.shapes import DIGIT, GAP
from egovkit.text.folding import CLOSERS, OPENERS
from egovkit.text.limits import MAX_TITLE
from egovkit.text.numerals import ARABIC_DIGITS, HAN_NUMERALS, HAN_ZEROS, HOUSES
from egovkit.text.patterns import LatePattern

__all__ = ["is_free_after", "is_free_before", "is_no_year", "opens_year", "title_edges"]

# The year of 2020年第8号, （2020年）第8号, 2007年345号 belongs to a number.
_N: Final = f"(?:{DIGIT}{{1,5}}|[{HAN_NUMERALS}]{{1,5}})"
_NUMBERED: Final = LatePattern(
    rf"{GAP}[{re.escape(CLOSERS)}]?{GAP}(?:[{re.escape(OPENERS)}]?第{GAP}{_N}"
    f"(?:{GAP}[、,，和至—-]{GAP}第?{_N}){{0,8}}{GAP}号(?!台风|机组)"
    f"|{_N}{GAP}号(?!机组|[{HOUSES}门地店台井矿]))"
)
_TITLE_STOP: Final = LatePattern("[，。；：！？《》\n]")
# GB/T 19001—2016年版 names a standard.
_STANDARD: Final = LatePattern(f"{DIGIT}[-－—–]\\Z")
_DECADE: Final = LatePattern("代(?![表理码替建办征缴收扣发为])")
_NO_CALENDAR_YEAR: Final = ("公元前", "西元前", "距今", "距今约", "距今已有", "农历", "阴历", "旧历")
# A date with separators is free: 1962.1-2022-1-1, v2021.1.1 and news/2024-02-09/ are names of something else.
_GLUED_BEFORE: Final = LatePattern(r"[0-9０-９A-Za-z_/.－-]\Z")
_GLUED_BEHIND: Final = LatePattern(r"(?!T[0-9])[A-Za-z_/]|[-－./／．–—][0-9０-９A-Za-z]")


def opens_year(text: str, start: int) -> bool:
    """Say whether four digits are a number of their own, and of this era (独立的年份)."""
    digits = ARABIC_DIGITS if text[start] in ARABIC_DIGITS else HAN_NUMERALS + HAN_ZEROS
    return text[start - 1 : start] not in list(digits) and not text.endswith(_NO_CALENDAR_YEAR, 0, start)


def is_no_year(text: str, found: FoundDate) -> bool:
    """Say whether what is around a year makes it part of a number, of a standard's name or a decade (非年份)."""
    year, month, _ = found.last or found.first
    if month is not None:
        return False
    if year % 10 == 0 and _DECADE.match(text, found.end):
        return True
    return bool(_NUMBERED.match(text, found.end) or _STANDARD.search(text, max(0, found.start - 2), found.start))


def is_free_before(text: str, start: int) -> bool:
    """Say whether no name, number or path runs on into the date with separators that begins at `start` (左界)."""
    return _GLUED_BEFORE.search(text, max(0, start - 1), start) is None


def is_free_after(text: str, end: int) -> bool:
    """Say whether the date with separators that ends at `end` runs on into nothing else (右界)."""
    return _GLUED_BEHIND.match(text, end) is None


def title_edges(text: str) -> tuple[list[int], list[int]]:
    """Return where the outermost 《titles》 open and close (题名所在).

    A title that is never closed, as in a cut-off text, ends at the first mark that titles do not hold.
    """
    spans: list[tuple[int, int]] = []
    pending: list[int] = []
    broken: list[int] = []
    start, end = text.find("《"), text.find("》")
    while end >= 0:
        while 0 <= start < end:
            pending.append(start)
            start = text.find("《", start + 1)
        if pending:
            opened = pending.pop()
            if end - opened <= MAX_TITLE:
                while spans and spans[-1][0] > opened:
                    spans.pop()
                spans.append((opened, end))
            else:
                broken.append(opened)
        end = text.find("》", end + 1)
    while start >= 0:
        pending.append(start)
        start = text.find("《", start + 1)
    for opened in [*broken, *pending]:
        stop = _TITLE_STOP.search(text, opened + 1, opened + MAX_TITLE)
        spans.append((opened, stop.start() if stop else min(len(text), opened + MAX_TITLE)))
    spans.sort()
    return [opened for opened, _ in spans], [closed for _, closed in spans]
