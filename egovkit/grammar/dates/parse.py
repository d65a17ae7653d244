"""Whole strings that are a date or a range of dates (读日期).

>>> read_date("二〇一四年十一月廿六日"), read_range("2020年1—6月")
((2014, 11, 26), ((2020, 1, None), (2020, 6, None)))
"""

from __future__ import annotations

import re
from typing import Final

from egovkit.errors import ParseError
from egovkit.grammar.dates.parts import DateParts, fault_of, first_day, last_day
from egovkit.grammar.dates.shapes import (
    BARE_YEAR,
    SEPARATED,
    SEPARATED_MONTH,
    SHORT,
    SHORT_SEPARATED,
    SLASH,
    WRITTEN,
    ends_after,
    inherited,
    parts_of,
    without_blanks,
)
from egovkit.messages import Words
from egovkit.text.folding import BLANKS
from egovkit.text.limits import MAX_DATE

__all__ = ["read_date", "read_range"]

_WHOLE: Final = (WRITTEN, SEPARATED, SEPARATED_MONTH, BARE_YEAR)


class _Surface:
    """A whole string that has to be a date or a range, and the errors about it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text, self.places = without_blanks(source[: MAX_DATE * 4], BLANKS)
        if len(source) > MAX_DATE * 4 or not self.text:
            raise self.error("date.form", "this is no date")

    def error(self, code: str, message: str, span: tuple[int, int] | None = None, **fields: object) -> ParseError:
        if span is not None:
            span = (self.places[span[0]], self.places[span[1] - 1] + 1)
        return ParseError(code, message, self.source, span, **fields)

    def require_possible(self, parts: DateParts, found: re.Match[str]) -> None:
        fault = fault_of(parts)
        if fault is not None:
            name = ("year", "month", "day")[fault]
            part = Words(name, ("年份", "月份", "日期")[fault])
            raise self.error("date.impossible", "no calendar has this {part}", found.span(name[0]), part=part)


def read_date(text: str) -> DateParts:
    """Read a whole string as a date of year, month or day precision (读日期).

    Raises ParseError: date.form where it has no shape of a date, date.impossible with the span of the part that no
    calendar has.

    >>> read_date("2014．11．26"), read_date("二○○九年 元月"), read_date("2021年度")
    ((2014, 11, 26), (2009, 1, None), (2021, None, None))
    """
    surface = _Surface(text)
    for shape in _WHOLE:
        found = shape.fullmatch(surface.text)
        if found is not None:
            parts = parts_of(found)
            surface.require_possible(parts, found)
            return parts
    raise surface.error("date.form", "this is no date")


def read_range(text: str) -> tuple[DateParts, DateParts]:
    """Read a whole string as a range of dates (读起止日期); the end inherits the year and month that it leaves out.

    Raises ParseError: date.form, date.impossible, and date.order where the end lies before the start.

    >>> read_range("自2020年1月1日起至6月30日止"), read_range("2014-11/2015-03")
    (((2020, 1, 1), (2020, 6, 30)), ((2014, 11, None), (2015, 3, None)))
    """
    surface = _Surface(text)
    start = 1 if surface.text[0] in "从自由" else 0
    stop = len(surface.text) - surface.text.endswith("止")
    for shape in _WHOLE:
        first = shape.match(surface.text, start, stop)
        if first is None:
            continue
        for last in ends_after(surface.text, first, SLASH, (SHORT, SHORT_SEPARATED, *_WHOLE)):
            begins = parts_of(first)
            ends = inherited(parts_of(last), begins)
            if last.end() != stop or ends is None:
                continue
            surface.require_possible(begins, first)
            surface.require_possible(ends, last)
            if last_day(ends) < first_day(begins):
                raise surface.error("date.order", "the end lies before the start", last.span())
            return begins, ends
    raise surface.error("date.form", "this is no range of dates")
