"""Strategies for dates, ranges of dates, and the ways that documents print them (日期策略).

>>> from hypothesis import find
>>> str(find(dates(min_year=2014, max_year=2014), lambda d: d.precision == "day"))
'2014-01-01'
"""

from __future__ import annotations

from calendar import monthrange
from functools import partial
from typing import Final, Literal

from hypothesis import strategies as st

from egovkit.grammar.dates.shapes import CONNECTORS
from egovkit.models.dates import DateRange, DocumentDate
from egovkit.text.limits import MAX_SEPARATED_YEAR, MIN_SEPARATED_YEAR
from egovkit.text.numerals import write_han

__all__ = ["date_ranges", "date_surfaces", "dates"]

_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_BLANKS: Final = ("", "", "", " ", "\u3000", "\u200b", " \xa0")


@st.composite
def dates(
    draw: st.DrawFn,
    *,
    min_year: int = 1949,
    max_year: int = 2100,
    precision: Literal["year", "month", "day"] | None = None,
) -> DocumentDate:
    """Dates that exist, of one precision or of any (日期)."""
    year = draw(st.integers(min_year, max_year))
    given = precision or draw(st.sampled_from(["year", "month", "day"]))
    if given == "year":
        return DocumentDate(year=year)
    month = draw(st.integers(1, 12))
    if given == "month":
        return DocumentDate(year=year, month=month)
    last = monthrange(year, month)[1]
    # Months end differently, so that is where readers go wrong.
    return DocumentDate(year=year, month=month, day=draw(st.integers(1, last) | st.integers(min(30, last), last)))


@st.composite
def date_ranges(draw: st.DrawFn, *, min_year: int = 1949, max_year: int = 2100) -> DateRange:
    """Ranges of dates, the precision of each end its own (起止日期)."""
    start, end = sorted(draw(dates(min_year=min_year, max_year=max_year)) for _ in range(2))
    return DateRange(start=start, end=end)


@st.composite
def date_surfaces(
    draw: st.DrawFn, *, min_year: int = 1949, max_year: int = 2100
) -> tuple[str, DocumentDate | DateRange]:
    """Ways to print a date or a range, each with the value it must be read as (日期的写法).

    Arabic and Chinese numerals, look-alikes of 〇, full-width digits, separators, blanks between the units,
    connectors, ends that leave out the year or month they share with the start. Each can be found in running text,
    as long as its years are ones that running text speaks of (1600 to 2199; 1900 to 2099 between separators).
    """
    print_date = partial(_written, draw, draw(st.sampled_from(["arabic", "wide", "han"])))
    ranges = date_ranges(min_year=min_year, max_year=max_year)
    value = draw(st.one_of(dates(min_year=min_year, max_year=max_year), ranges))
    if isinstance(value, DocumentDate):
        if _may_be_separated(value) and draw(st.booleans()):
            return _separated(draw, value, draw(st.sampled_from("-./－／．"))), value
        return print_date(value), value
    start, end = value.start, value.end
    connector = draw(st.sampled_from([*CONNECTORS, "——"]))
    joint = draw(st.sampled_from(["", "", "起"])) + draw(st.sampled_from(_BLANKS)) + connector
    if start.precision == end.precision == "year":
        first = print_date(start)
        # 2001~2005年 says 年 once.
        return (first.removesuffix("年").rstrip() + connector if draw(st.booleans()) else first + joint) + print_date(
            end
        ), value
    if _may_be_separated(start) and _may_be_separated(end) and draw(st.booleans()):
        separator = draw(st.sampled_from("-./－／．"))
        return _separated(draw, start, separator) + joint + _separated(draw, end, separator), value
    left_out = 0
    if start.month is not None and end.month is not None and start.year == end.year:
        shares_month = start.month == end.month and start.day is not None and end.day is not None
        left_out = draw(st.integers(0, 2 if shares_month else 1))
    return print_date(start) + joint + print_date(end, left_out), value


def _written(draw: st.DrawFn, style: str, value: DocumentDate, left_out: int = 0) -> str:
    if style == "han":
        zero = draw(st.sampled_from("〇○O零"))
        year = "".join(zero if c == "0" else write_han(int(c)) for c in str(value.year))
    else:
        year = str(value.year)
    printed = [(year, "年")]
    if value.month is not None:
        printed.append(
            (
                _small(draw, style, value.month),
                draw(st.sampled_from(["月", "月", "月份"]) if value.day is None else st.just("月")),
            )
        )
    if value.day is not None:
        printed.append((_small(draw, style, value.day), draw(st.sampled_from("日日号"))))
    words = "".join(draw(st.sampled_from(_BLANKS)) + word for pair in printed[left_out:] for word in pair)
    words = words.lstrip("".join(_BLANKS))
    return words.translate(_FULL_WIDTH) if style == "wide" else words


def _small(draw: st.DrawFn, style: str, number: int) -> str:
    if style == "han":
        han = write_han(number)
        contracted = han.replace("二十", "廿").replace("三十", "卅")
        return draw(st.sampled_from([han, contracted]))
    return f"{number:0{draw(st.integers(1, 2))}}"


def _may_be_separated(value: DocumentDate) -> bool:
    return value.precision == "day" and MIN_SEPARATED_YEAR <= value.year <= MAX_SEPARATED_YEAR


def _separated(draw: st.DrawFn, value: DocumentDate, separator: str) -> str:
    width = draw(st.integers(1, 2))
    return f"{value.year}{separator}{value.month:0{width}}{separator}{value.day:0{width}}"


st.register_type_strategy(DocumentDate, dates())
st.register_type_strategy(DateRange, date_ranges())
