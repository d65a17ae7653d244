"""The dates of a running text, and ranges of them (查找日期).

>>> [text[d.start : d.end] for text in ["自2020年起，国发〔2014〕66号"] for d in scan_dates(text)]
['2020年']
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from egovkit.grammar.dates.around import is_free_after, is_free_before, is_no_year, opens_year, title_edges
from egovkit.grammar.dates.day_lists import days_after, months_of
from egovkit.grammar.dates.parts import DateParts, FoundDate, fault_of, first_day, last_day
from egovkit.grammar.dates.shapes import (
    BARE_YEAR,
    CONNECT,
    CONNECTORS,
    DIGIT,
    FISCAL_YEARS,
    GAP,
    HAN_DIGIT,
    JOINT,
    SEPARATED,
    SEPARATED_MONTH,
    SHORT,
    SHORT_SEPARATED,
    SLASH,
    SPELLED_YEAR,
    WRITTEN,
    YEAR,
    ends_after,
    inherited,
    parts_of,
    without_blanks,
)
from egovkit.grammar.dates.signs import date_signs
from egovkit.grammar.dates.year_lists import years_before
from egovkit.text.folding import SPACES
from egovkit.text.limits import MAX_DATE, MAX_YEAR, MIN_YEAR
from egovkit.text.patterns import AnyPattern, LatePattern

__all__ = ["scan_dates"]

_SPELLED_BEFORE: Final = LatePattern(rf"{SPELLED_YEAR}\Z")
_YEAR_ALONE: Final = LatePattern(YEAR)
_SPACED_YEAR: Final = LatePattern(
    rf"(?:[12１２](?:[{SPACES}]{{1,2}}{DIGIT}){{3}}|[一二](?:[{SPACES}]{{1,2}}{HAN_DIGIT}){{3}})\Z"
)
_OPENING_YEAR: Final = LatePattern(rf"(?<!{DIGIT})(?<!{HAN_DIGIT})(?P<y>{YEAR})(?:{CONNECT}|{GAP}[/／]{GAP})\Z")
_BRACKETED_RANGE: Final = LatePattern(rf"(?<=[(（])(?P<y>{YEAR}){CONNECT}{YEAR}(?=[)）])")


def scan_dates(text: str) -> Iterator[FoundDate]:
    """Search a text for dates with an explicit year, and ranges of them, in order of start (查找日期).

    A year inside a 《title》 or an issuance number is no date; nor is an impossible date, a decade (1990年代), a year
    before Christ or of the lunar calendar. A range whose end lies before its start is read as its first date.

    >>> text = "2018—2020年，《工作要点（2019年）》、公告2020年第8号"
    >>> [(d.start, d.end, d.first[0], d.last[0]) for d in scan_dates(text)]
    [(0, 10, 2018, 2020)]
    """
    signs = date_signs(text)
    if not signs:
        return
    opened, closed = title_edges(text)
    done = 0
    for sign in signs:
        if sign < done:
            continue
        found = (_written_at if text[sign] == "年" else _separated_at)(text, sign)
        if found is None or found.start < done:
            continue
        title = bisect(opened, found.start) - 1
        if title < 0 or closed[title] < found.start:
            yield from years_before(text, found, done)
            months = months_of(text, found) if text[sign] == "年" else []
            yield from months[:-1]
            found = months[-1] if months else found
            yield found
            done = found.end
            for listed in days_after(text, found) if text[sign] == "年" else ():
                yield listed
                done = listed.end


def _written_at(text: str, sign: int) -> FoundDate | None:
    """Read the date whose 年 is at `sign`."""
    fiscal = text[sign - 2 : sign] in FISCAL_YEARS
    stop = sign - (2 if fiscal else text[sign - 1] in "学财")
    while text[stop - 1] in SPACES and sign - stop < 3 + fiscal:
        stop -= 1
    start = stop - 4
    if start < 0 or not _YEAR_ALONE.fullmatch(text, start, stop):
        spelled = _SPELLED_BEFORE.search(text, max(0, stop - 7), stop)
        if spelled is None:
            return _spaced_at(text, stop)
        start = spelled.start()
    if not opens_year(text, start):
        return None
    if start and text[start - 1] in f"{CONNECTORS}{SPACES}/／":
        opening = _OPENING_YEAR.search(text, max(0, start - 12), start)
        first = opening and BARE_YEAR.match(text, opening.start())
        if first and opens_year(text, first.start()):
            found = _read_at(text, first, SLASH, (WRITTEN,))
            if found is not None and found.last is not None:
                return None if is_no_year(text, found) else found
    written = WRITTEN.match(text, start)
    found = written and _read_at(text, written, JOINT, (WRITTEN, SHORT, SEPARATED))
    return None if found is None or is_no_year(text, found) else found


def _spaced_at(text: str, stop: int) -> FoundDate | None:
    """Read a date whose characters are spaced out (二 〇 一 四 年), as a line of a signature may be."""
    year = _SPACED_YEAR.search(text, max(0, stop - 12), stop)
    if year is None or not opens_year(text, year.start()):
        return None
    flat, places = without_blanks(text[year.start() : year.start() + 2 * MAX_DATE], SPACES)
    written = WRITTEN.match(flat)
    found = written and _read_at(flat, written, JOINT, (WRITTEN, SHORT))
    if found is None:
        return None
    found = FoundDate(year.start(), year.start() + places[found.end - 1] + 1, found.first, found.last)
    return None if is_no_year(text, found) else found


def _separated_at(text: str, sign: int) -> FoundDate | None:
    """Read the date whose first separator is at `sign`."""
    start = sign - 4
    shapes: Sequence[AnyPattern]
    if _BRACKETED_RANGE.match(text, start):
        first, shapes = BARE_YEAR.match(text, start), (BARE_YEAR,)
    elif not is_free_before(text, start):
        return None
    elif first := SEPARATED.match(text, start):
        shapes = (WRITTEN, SHORT, SEPARATED, SHORT_SEPARATED)
    else:
        first, shapes = SEPARATED_MONTH.match(text, start), (WRITTEN, SEPARATED_MONTH)
    found = first and _read_at(text, first, JOINT, shapes)
    if found is None or not is_free_after(text, found.end):
        return None
    # 2016.11 alone is as well an amount, a chapter or a version.
    return found if found.last is not None or found.first[2] is not None else None


def _read_at(text: str, first: re.Match[str], joint: AnyPattern, shapes: Sequence[AnyPattern]) -> FoundDate | None:
    begins = parts_of(first)
    if not _is_likely(begins):
        return None
    for last in ends_after(text, first, joint, shapes):
        ends = inherited(parts_of(last), begins)
        if ends is not None and _is_likely(ends) and first_day(begins) <= last_day(ends):
            return FoundDate(first.start(), last.end(), begins, ends)
    if first.re.pattern == WRITTEN.pattern and not first["bare"] and text[first.end() - 1] not in "年度月份日号":
        # The unit was to come with the other end, which is none: 2020年6-1月.
        return None
    return FoundDate(first.start(), first.end(), begins, None)


@lru_cache(maxsize=4096)
def _is_likely(parts: DateParts) -> bool:
    return MIN_YEAR <= parts[0] <= MAX_YEAR and fault_of(parts) is None
