"""Dates of year, month and day precision, ranges of them, and their mentions in a text (日期)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self, cast, overload

from pydantic import GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from egovkit.grammar.dates.parse import read_date, read_range
from egovkit.grammar.dates.parts import DateParts, fault_of, first_day, last_day
from egovkit.grammar.dates.scan import scan_dates
from egovkit.models.value import BETWEEN, Value
from egovkit.text.markup import closed_up
from egovkit.text.records import quickly_made, record_maker

__all__ = ["DateMention", "DateRange", "DocumentDate", "find_dates"]


_DIGIT: Final = "[0-9０-９〇零○OＯ一二三四五六七八九]"
_YEAR: Final = f"{_DIGIT}({BETWEEN}{_DIGIT}){{3}}"


@total_ordering
class DocumentDate(Value):
    """A date of year, month or day precision (日期).

    `str` is ISO 8601: 2014, 2014-11, 2014-11-26. Read are also 2014年11月26日, 二〇一四年十一月廿六日 (with 〇 ○ O 零),
    2021年度, 2014.11.26, 2014/11/26, full-width digits, and blanks anywhere.

    Dates order by the first day they cover; of two that begin on one day the coarser comes first, so that a year
    precedes its January.

    >>> d = DocumentDate.parse("二○一四年十一月")
    >>> str(d), d.precision, d.first_day, d.last_day
    ('2014-11', 'month', datetime.date(2014, 11, 1), datetime.date(2014, 11, 30))
    >>> DocumentDate(year=2014) < DocumentDate(year=2014, month=1) < d
    True

    Raises ParseError: date.form for a string of no known form, date.impossible for a day that no calendar has.
    Source: GB/T 15835-2011 (numerals), GB/T 7408.1-2023 (ISO 8601).
    """

    year: int
    month: int | None = None
    day: int | None = None

    if TYPE_CHECKING:
        # Of its string, or of its parts: the metaclass of values answers the call.
        @overload
        def __init__(self, text: str, /) -> None: ...
        @overload
        def __init__(self, *, year: int, month: int | None = None, day: int | None = None) -> None: ...
        def __init__(self, *text: str, **parts: Any) -> None: ...

    pattern: ClassVar[str] = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
    # Whatever else is printed, four digits of a year come first.
    taken: ClassVar[str] = f"^{BETWEEN}{_YEAR}"
    examples: ClassVar[tuple[str, ...]] = ("2014", "2014-11", "2014-11-26")

    @classmethod
    def _parts(cls, text: str) -> dict[str, Any]:
        return dict(zip(("year", "month", "day"), read_date(text), strict=True))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a string (解析); ParseError with code, span and caret where it is of no known form."""
        year, month, day = read_date(text)
        # What was read is possible: to validate it once more would take as long as to read it.
        made = cls.model_construct(year=year, month=month, day=day)
        return cast("Self", made)

    @classmethod
    def _of_other(cls, given: Any) -> Any:
        # As the cells of spreadsheets and data frames hold them: a year, a calendar day, a point of time.
        if isinstance(given, date):
            return {"year": given.year, "month": given.month, "day": given.day}
        return {"year": given} if isinstance(given, int) and not isinstance(given, bool) else given

    @classmethod
    def from_date(cls, day: date) -> Self:
        """Return a calendar day as a date of day precision (取自日历日).

        >>> str(DocumentDate.from_date(date(2014, 11, 26)))
        '2014-11-26'
        """
        return cls(year=day.year, month=day.month, day=day.day)

    @model_validator(mode="after")
    def _possible(self) -> Self:
        fault = fault_of(self.parts)
        if fault is not None:
            part = ("year", "month", "day")[fault]
            context = {"part": part, "part_zh": ("年份", "月份", "日期")[fault]}
            raise PydanticCustomError("date.impossible", "no calendar has this {part}", context)
        return self

    @property
    def parts(self) -> DateParts:
        """Year, month and day, None where they are not given (年月日)."""
        return (self.year, self.month, self.day)

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """The smallest part that is given (精度)."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def first_day(self) -> date:
        """The first day that the date covers (首日)."""
        return first_day(self.parts)

    @property
    def last_day(self) -> date:
        """The last day that the date covers (末日)."""
        return last_day(self.parts)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, DocumentDate):
            return NotImplemented
        return (self.year, self.month or 0, self.day or 0) < (other.year, other.month or 0, other.day or 0)

    def __str__(self) -> str:
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}"


class DateRange(Value):
    """A range of dates, both ends included (起止日期).

    `str` is start/end. Each end has its own precision; where a text leaves out the year or month of the end, it has
    those of the start. Read is every connector (— – - ~ ～ 至 到, 从…到, 自…起至…止).

    >>> str(DateRange.parse("2020年1月1日至6月30日")), str(DateRange.parse("2001~2005年"))
    ('2020-01-01/2020-06-30', '2001/2005')

    Raises ParseError: date.form, date.impossible, and date.order where the end lies before the start.
    Source: GB/T 15834-2011, 4.13 (connectors), GB/T 7408.1-2023 (the canonical form).
    """

    start: DocumentDate
    end: DocumentDate

    pattern: ClassVar[str] = "/".join([DocumentDate.pattern.strip("^$")] * 2).join("^$")
    taken: ClassVar[str] = f"^{BETWEEN}([自从由]{BETWEEN})?{_YEAR}"
    examples: ClassVar[tuple[str, ...]] = ("2001/2005", "2020-01-01/2020-06-30")

    @classmethod
    def _parts(cls, text: str) -> dict[str, Any]:
        start, end = read_range(text)
        return {"start": _date(start), "end": _date(end)}

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.last_day < self.first_day:
            raise PydanticCustomError("date.order", "the end lies before the start")
        return self

    @property
    def first_day(self) -> date:
        """The first day of the range (首日)."""
        return self.start.first_day

    @property
    def last_day(self) -> date:
        """The last day of the range (末日).

        >>> DateRange.parse("2021—2025年").last_day
        datetime.date(2025, 12, 31)
        """
        return self.end.last_day

    def __contains__(self, other: object) -> bool:
        """Say whether a day, date or range lies wholly within the range (是否在内).

        >>> DocumentDate.parse("2014年11月") in DateRange.parse("2011—2015年"), date(2016, 1, 1) in DateRange.parse("2011—2015年")
        (True, False)
        """
        if isinstance(other, DocumentDate | DateRange):
            return self.first_day <= other.first_day and other.last_day <= self.last_day
        return isinstance(other, date) and self.first_day <= date(other.year, other.month, other.day) <= self.last_day

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


@lru_cache(maxsize=8192)
def _date(parts: DateParts) -> DocumentDate:
    year, month, day = parts
    return DocumentDate(year=year, month=month, day=day)


# A date in 23 bits, four of the month and five of the day; the end of a range is above its start.
_BITS = 23


def _packed(parts: DateParts) -> int:
    year, month, day = parts
    return year << 9 | (month or 0) << 5 | (day or 0)


def _unpacked(packed: int) -> DocumentDate:
    return _date((packed >> 9, packed >> 5 & 15 or None, packed & 31 or None))


@lru_cache(maxsize=8192)
def _value(packed: int) -> DocumentDate | DateRange:
    start, end = _unpacked(packed & (1 << _BITS) - 1), packed >> _BITS
    return DateRange(start=start, end=_unpacked(end)) if end else start


@quickly_made
@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or range where a text mentions it (日期提及): `text` is `source[start:end]`.

    A mention keeps the parts and makes its `value` when asked, so that a million of them stay small. As data (JSON, a
    pydantic field) it has `start`, `end`, `text` and `value`.

    >>> m, = find_dates("规划期为2021—2025年。")
    >>> m.start, m.end, m.text, str(m.value)
    (4, 14, '2021—2025年', '2021/2025')
    """

    start: int
    text: str
    _packed: int

    @classmethod
    def of(cls, start: int, text: str, value: DocumentDate | DateRange) -> Self:
        """Return the mention of a date or range at a place (成提及)."""
        if isinstance(value, DateRange):
            return cls(start, text, _packed(value.start.parts) | _packed(value.end.parts) << _BITS)
        return cls(start, text, _packed(value.parts))

    @property
    def end(self) -> int:
        """The place after the last character (止)."""
        return self.start + len(self.text)

    @property
    def value(self) -> DocumentDate | DateRange:
        """The date, or the range of dates (日期)."""
        return _value(self._packed)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from egovkit.models.shapes import date_schema  # noqa: PLC0415

        return date_schema(cls, handler)

    def __repr__(self) -> str:
        return f"DateMention(start={self.start}, end={self.end}, text={self.text!r}, value={self.value!r})"


_mention: Final = record_maker(DateMention)


def find_dates(text: str) -> list[DateMention]:
    """Find the dates and ranges with an explicit year in a text, in order of start (查找日期).

    A year inside a 《title》 or an issuance number is no date, and eight bare digits are none. 2021年度 is the year
    2021, 2020年底 as well; its surface ends before 底. A list gives one mention for each member: 2024年3月7日、8日 is
    two. Linear in the length of the text.

    >>> [(m.text, str(m.value)) for m in find_dates("自2020年1月1日起至6月30日，按公告2020年第8号和《要点（2019年）》办理")]
    [('2020年1月1日起至6月30日', '2020-01-01/2020-06-30')]
    """
    plain, places = closed_up(text)
    if plain is text:
        return [
            _mention(start, text[start:end], _packed(first) | (_packed(last) << _BITS if last else 0))
            for start, end, first, last in scan_dates(text)
        ]
    return [
        _mention(
            places[start],
            text[places[start] : places[end - 1] + 1],
            _packed(first) | (_packed(last) << _BITS if last else 0),
        )
        for start, end, first, last in scan_dates(plain)
    ]
