"""What a date can look like: 2014年11月26日, 二〇一四年十一月, 2014.11.26, 2001~2005年 (日期的写法).

`read_date` and `read_range` take a whole string, `scan_dates` searches a text.

>>> read_date("二〇一四年十一月廿六日"), read_range("2020年1—6月")
((2014, 11, 26), ((2020, 1, None), (2020, 6, None)))
>>> [text[d.start : d.end] for text in ["自2020年起，国发〔2014〕66号"] for d in scan_dates(text)]
['2020年']
"""

from __future__ import annotations

import re
from bisect import bisect
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from egovkit.errors import ParseError
from egovkit.text.folding import BLANKS, CLOSERS, OPENERS
from egovkit.text.limits import MAX_DATE, MAX_SEPARATED_YEAR, MAX_TITLE, MAX_YEAR, MIN_SEPARATED_YEAR, MIN_YEAR
from egovkit.text.numerals import ARABIC_DIGITS, HAN_DIGITS, HAN_NUMERALS, HAN_ZEROS, read_numeral

__all__ = [
    "CONNECTORS",
    "DateParts",
    "FoundDate",
    "fault_of",
    "first_day",
    "last_day",
    "read_date",
    "read_range",
    "scan_dates",
]

DateParts = tuple[int, int | None, int | None]
"""Year, month and day; None for what is not given."""

CONNECTORS: Final = "-—–―‒─－﹣~～〜∼至到"
"""What stands between the two ends of a range."""


class FoundDate(NamedTuple):
    """The place and parts of one date, or with `last` of one range (日期所在)."""

    start: int
    end: int
    first: DateParts
    last: DateParts | None


# ---- the calendar ----


def fault_of(parts: DateParts) -> int | None:
    """Return the index of the part that no calendar has (不可能的部分), None for a date that exists.

    >>> fault_of((2014, 2, 30)), fault_of((2014, 13, None)), fault_of((2014, None, None))
    (2, 1, None)
    """
    year, month, day = parts
    if not 1 <= year <= 9999:
        return 0
    if month is not None and not 1 <= month <= 12:
        return 1
    if day is not None and (month is None or not 1 <= day <= monthrange(year, month)[1]):
        return 2
    return None


def first_day(parts: DateParts) -> date:
    """Return the first day that a date of any precision covers (首日)."""
    year, month, day = parts
    return date(year, month or 1, day or 1)


def last_day(parts: DateParts) -> date:
    """Return the last day that a date of any precision covers (末日).

    >>> last_day((2016, 2, None))
    datetime.date(2016, 2, 29)
    """
    year, month, day = parts
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


# ---- the shapes; each pattern has some of the groups y, m, d ----

_D: Final = "[0-9０-９]"
_HAN: Final = f"[{HAN_ZEROS}{HAN_DIGITS}]"
_SEPARATORS: Final = "-－./／．"
_SEP: Final = f"[{_SEPARATORS}]"
# Line breaks part one line from the next; only _BREAK lets a single one stand inside a date, where a cell was narrow.
_SPACES: Final = "".join(c for c in BLANKS if c not in "\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
_B: Final = f"[{_SPACES}]{{0,3}}"
_BREAK: Final = rf"{_B}(?:\r?\n)?{_B}"
_CONNECT: Final = f"{_B}[{CONNECTORS}]{{1,2}}{_B}"

_YEAR: Final = f"(?:[12１２]{_D}{{3}}|[一二]{_HAN}{{3}})"
# 两千零四年, as speech is written down.
_SPELLED_YEAR: Final = f"[二两]千[零〇○](?:[一二]?十[{HAN_DIGITS}]?|[{HAN_DIGITS}])"
_MONTH: Final = f"(?:{_D}{{1,2}}|[{HAN_DIGITS}十〇零○]{{1,2}}|元)"
_DAY: Final = f"(?:{_D}{{1,2}}|[{HAN_DIGITS}十廿卅〇零○]{{1,3}})"
# 26号 is a day in speech, 26号楼 a house. Before a connector the unit may wait for the other end: 1—6月, 1—7日.
_MONTH_UNIT: Final = f"{_BREAK}(?:月份?|(?={_CONNECT}{_MONTH}{_B}月))"
_DAY_UNIT: Final = f"{_BREAK}(?:日|号(?![楼线院令文])|(?={_CONNECT}(?:{_MONTH}{_B}月{_B})?{_DAY}{_B}日))"
# 日 may be left out (八月十五), where nothing follows that could be counted.
_BARE_DAY: Final = rf"(?:[{HAN_DIGITS}十廿卅]{{1,3}}|{_D}{{1,2}})(?=\Z|[，。；：、！？）)」”》\n])"

_FISCAL_YEARS: Final = ("会计", "纳税", "财政")
_FISCAL: Final = f"(?:{'|'.join(_FISCAL_YEARS)})"
_WRITTEN: Final = re.compile(
    # 年度假 is 年 and 度假, a holiday.
    f"(?P<y>{_YEAR}|{_SPELLED_YEAR}){_B}(?:学年度?|财年|{_FISCAL}年度|年度(?!假)|"
    f"年(?:{_BREAK}(?P<m>{_MONTH}){_MONTH_UNIT}(?:{_BREAK}(?P<d>{_DAY}){_DAY_UNIT}|(?P<bare>{_BARE_DAY}))?)?)"
)
# Pages that lost their blanks print 2022-02-2410:13:40.
_SEPARATED: Final = re.compile(
    rf"(?P<y>{_D}{{4}})({_SEP})(?P<m>{_D}{{1,2}})\2(?P<d>{_D}{{2}}(?={_D}{{2}}[:：]{_D}{{2}})|{_D}{{1,2}}(?!{_D}))"
)
_SEPARATED_MONTH: Final = re.compile(f"(?P<y>{_D}{{4}}){_SEP}(?P<m>{_D}{{1,2}})(?!{_D})")
_BARE_YEAR: Final = re.compile(f"(?P<y>{_D}{{4}}|{_HAN}{{4}})(?!{_D})")

# The other end of a range may leave out what it shares with the first.
_SHORT: Final = re.compile(f"(?=.{{0,6}}[月日号])(?:(?P<m>{_MONTH}){_B}月份?)?(?:{_B}(?P<d>{_DAY}){_B}[日号])?")
_SHORT_SEPARATED: Final = re.compile(f"(?:(?P<m>{_D}{{1,2}}){_SEP})?(?P<d>{_D}{{1,2}})(?!{_D}|[:：时点月年.])")

# What may stand behind the first end: （含当日）, 24时, 9:00:00, 起，, 年底, 第一季度.
_HOUR: Final = f"(?:{_D}{{1,2}}|[{HAN_DIGITS}十零]{{1,3}})"
_ASIDE: Final = (
    rf"[（(][^（()）\n]{{1,12}}[)）]|起(?:[，,](?=[至到]))?|年?[底初末]|[上中下]旬|[上下]半年|第?[一二三四1-4]季度|[春夏秋冬]季|"
    rf"[上中下]午|凌晨|晚上?|{_HOUR}{_B}[时点](?:整|{_D}{{1,2}}分)?|{_D}{{1,2}}[:：]{_D}{{2}}(?:[:：]{_D}{{2}})?"
)
_JOINT: Final = re.compile(f"(?:{_B}(?:{_ASIDE})){{0,4}}{_CONNECT}")
# A slash joins two bare years (2020/2021年度) and the ends of the canonical form.
_SLASH: Final = re.compile(f"(?:{_B}(?:{_ASIDE})){{0,4}}(?:{_CONNECT}|{_B}[/／]{_B})")


@lru_cache(maxsize=4096)
def _number(printed: str | None) -> int | None:
    if printed is None:
        return None
    # 十十 has the shape of a numeral and is none; 0 is refused like any other impossible part.
    return 1 if printed == "元" else read_numeral(printed) or 0


def _parts(found: re.Match[str]) -> DateParts:
    groups = found.groupdict()
    day = groups.get("d") or groups.get("bare")
    return (_number(groups.get("y")) or 0, _number(groups.get("m")), _number(day))


def _inherited(parts: DateParts, first: DateParts) -> DateParts | None:
    """Complete the end of a range by its first date; None where it cannot be one."""
    year, month, day = parts
    if year:
        return parts
    if first[1] is None or (month is None and (day is None or first[2] is None)):
        return None
    return (first[0], first[1] if month is None else month, day)


def _ends(
    text: str, first: re.Match[str], joint: re.Pattern[str], shapes: Sequence[re.Pattern[str]]
) -> Iterator[re.Match[str]]:
    joined = joint.match(text, first.end())
    if joined is not None:
        for shape in shapes:
            # In 2021-07-16-18 nothing says which hyphen joins two dates.
            if shape is _SHORT_SEPARATED and (first.re is not _SEPARATED or first[2] in joined[0]):
                continue
            found = shape.match(text, joined.end())
            if found is not None:
                yield found


# ---- whole strings ----

_WHOLE: Final = (_WRITTEN, _SEPARATED, _SEPARATED_MONTH, _BARE_YEAR)


def _without_blanks(text: str, blanks: str) -> tuple[str, list[int]]:
    """Return a text without blanks, and for each character of it and its end the place in the text as given."""
    places = [i for i, c in enumerate(text) if c not in blanks]
    return "".join([text[i] for i in places]), [*places, len(text)]


class _Surface:
    """A whole string that has to be a date or a range, and the errors about it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text, self.places = _without_blanks(source[: MAX_DATE * 4], BLANKS)
        if len(source) > MAX_DATE * 4 or not self.text:
            raise self.error("date.form", "this is no date")

    def error(self, code: str, message: str, span: tuple[int, int] | None = None) -> ParseError:
        if span is not None:
            span = (self.places[span[0]], self.places[span[1] - 1] + 1)
        return ParseError(code, message, self.source, span)

    def require_possible(self, parts: DateParts, found: re.Match[str]) -> None:
        fault = fault_of(parts)
        if fault is not None:
            name = ("year", "month", "day")[fault]
            raise self.error("date.impossible", f"no calendar has this {name}", found.span(name[0]))


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
            parts = _parts(found)
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
        for last in _ends(surface.text, first, _SLASH, (_SHORT, _SHORT_SEPARATED, *_WHOLE)):
            begins = _parts(first)
            ends = _inherited(_parts(last), begins)
            if last.end() != stop or ends is None:
                continue
            surface.require_possible(begins, first)
            surface.require_possible(ends, last)
            if last_day(ends) < first_day(begins):
                raise surface.error("date.order", "the end lies before the start", last.span())
            return begins, ends
    raise surface.error("date.form", "this is no range of dates")


# ---- running text ----

# Each pattern begins with one plain character, which `re` finds as fast as str.find does.
_DIGIT: Final = f"[{ARABIC_DIGITS}{HAN_ZEROS}{HAN_DIGITS}]"
_BEHIND_YEAR: Final = (
    f"[12１２]{_D}{{3}}",
    f"[一二]{_HAN}{{3}}",
    f"[零〇○十][十{HAN_DIGITS}]",
    "[零〇○一二]十",
    f"{_DIGIT}[学财{_SPACES}]",
    f"{_DIGIT}{_FISCAL}",
    f"{_DIGIT}[{_SPACES}][学财{_SPACES}]",
    f"{_DIGIT}[{_SPACES}]{{2}}[学财{_SPACES}]",
)
_YEAR_SIGN: Final = re.compile(f"年(?:{'|'.join(f'(?<={shape}年)' for shape in _BEHIND_YEAR)})")
_CENTURIES: Final = "|".join(
    str(century) for century in range(MIN_SEPARATED_YEAR // 100, MAX_SEPARATED_YEAR // 100 + 1)
)
_WIDE_CENTURIES: Final = _CENTURIES.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
_SEPARATOR_SIGNS: Final = (
    *(
        re.compile(rf"{c}(?<=(?:{_CENTURIES}|{_WIDE_CENTURIES}){_D}{_D}{c})(?={_D})")
        for c in map(re.escape, _SEPARATORS)
    ),
    *(re.compile(rf"{c}(?<=[(（]{_D}{_D}{_D}{_D}{c})(?={_D}{_D}{_D}{_D}[)）])") for c in "—–~～至"),
)
_SPELLED_BEFORE: Final = re.compile(rf"{_SPELLED_YEAR}\Z")
_YEAR_ALONE: Final = re.compile(_YEAR)
_SPACED_YEAR: Final = re.compile(
    rf"(?:[12１２](?:[{_SPACES}]{{1,2}}{_D}){{3}}|[一二](?:[{_SPACES}]{{1,2}}{_HAN}){{3}})\Z"
)
_OPENING_YEAR: Final = re.compile(rf"(?<!{_D})(?<!{_HAN})(?P<y>{_YEAR})(?:{_CONNECT}|{_B}[/／]{_B})\Z")
_BRACKETED_RANGE: Final = re.compile(rf"(?<=[(（])(?P<y>{_YEAR}){_CONNECT}{_YEAR}(?=[)）])")

_LISTED_YEAR: Final = re.compile(rf"(?P<y>{_YEAR})(?:{_CONNECT}(?P<last>{_YEAR}))?{_B}(?:[、,，]|和|及|与|以及){_B}\Z")
_MOST_LISTED: Final = 24

# The year of 2020年第8号, （2020年）第8号, 2007年345号 belongs to a number.
_N: Final = f"(?:{_D}{{1,5}}|[{HAN_NUMERALS}]{{1,5}})"
_NUMBERED: Final = re.compile(
    rf"{_B}[{re.escape(CLOSERS)}]?{_B}(?:[{re.escape(OPENERS)}]?第{_B}{_N}(?:{_B}[、,，和至—-]{_B}第?{_N}){{0,8}}{_B}号(?!台风|机组)"
    rf"|{_N}{_B}号(?!机组|[线楼院门地店台井矿]))"
)
_TITLE_STOP: Final = re.compile("[，。；：！？《》\n]")
# GB/T 19001—2016年版 names a standard.
_STANDARD: Final = re.compile(f"{_D}[-－—–]\\Z")
_DECADE: Final = re.compile("代(?![表理码替建办征缴收扣发为])")
_NO_CALENDAR_YEAR: Final = ("公元前", "西元前", "距今", "距今约", "距今已有", "农历", "阴历", "旧历")
# A date with separators stands free: 1962.1-2022-1-1, v2021.1.1 and news/2024-02-09/ are names of something else.
_GLUED_BEFORE: Final = re.compile(r"[0-9０-９A-Za-z_/.－-]\Z")
_GLUED_BEHIND: Final = re.compile(r"(?!T[0-9])[A-Za-z_/]|[-－./／．–—][0-9０-９A-Za-z]")


def scan_dates(text: str) -> Iterator[FoundDate]:
    """Search a text for dates with an explicit year, and ranges of them, in order of start (查找日期).

    A year inside a 《title》 or an issuance number is no date; nor is an impossible date, a decade (1990年代), a year
    before Christ or of the lunar calendar. A range whose end lies before its start is read as its first date.

    >>> text = "2018—2020年，《工作要点（2019年）》、公告2020年第8号"
    >>> [(d.start, d.end, d.first[0], d.last[0]) for d in scan_dates(text)]
    [(0, 10, 2018, 2020)]
    """
    signs = sorted(found.start() for sign in (_YEAR_SIGN, *_SEPARATOR_SIGNS) for found in sign.finditer(text))
    if not signs:
        return
    opened, closed = _titles(text)
    done = 0
    for sign in signs:
        if sign < done:
            continue
        found = (_written_at if text[sign] == "年" else _separated_at)(text, sign)
        if found is None or found.start < done:
            continue
        title = bisect(opened, found.start) - 1
        if title < 0 or closed[title] < found.start:
            yield from _years_before(text, found, done)
            yield found
            done = found.end


def _years_before(text: str, found: FoundDate, done: int) -> Iterator[FoundDate]:
    """Yield the years of a list that says 年 once, at its end (2018、2019和2020年, 2015—2017、2020年)."""
    if found.first[1:] != (None, None):
        return
    before: list[FoundDate] = []
    start, later = found.start, found.first[0]
    while len(before) < _MOST_LISTED and (one := _LISTED_YEAR.search(text, max(done, start - MAX_DATE), start)):
        year, last = _number(one["y"]) or 0, _number(one["last"])
        if not _opens_year(text, one.start()) or not MIN_YEAR <= year <= (last or year) < later:
            break
        before.append(
            FoundDate(
                one.start(), one.end("last" if last else "y"), (year, None, None), (last, None, None) if last else None
            )
        )
        start, later = one.start(), year
    yield from reversed(before)


def _titles(text: str) -> tuple[list[int], list[int]]:
    """Return where the outermost 《titles》 open and close.

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


def _written_at(text: str, sign: int) -> FoundDate | None:
    """Read the date whose 年 stands at `sign`."""
    stop = sign - (2 if text[sign - 2 : sign] in _FISCAL_YEARS else text[sign - 1] in "学财")
    while text[stop - 1] in _SPACES and sign - stop < 3:
        stop -= 1
    start = stop - 4
    if start < 0 or not _YEAR_ALONE.fullmatch(text, start, stop):
        spelled = _SPELLED_BEFORE.search(text, max(0, stop - 7), stop)
        if spelled is None:
            return _spaced_at(text, stop)
        start = spelled.start()
    if not _opens_year(text, start):
        return None
    if start and text[start - 1] in f"{CONNECTORS}{_SPACES}/／":
        opening = _OPENING_YEAR.search(text, max(0, start - 12), start)
        first = opening and _BARE_YEAR.match(text, opening.start())
        if first and _opens_year(text, first.start()):
            found = _read_at(text, first, _SLASH, (_WRITTEN,))
            if found is not None and found.last is not None:
                return None if _is_no_year(text, found) else found
    written = _WRITTEN.match(text, start)
    found = written and _read_at(text, written, _JOINT, (_WRITTEN, _SHORT, _SEPARATED))
    return None if found is None or _is_no_year(text, found) else found


def _spaced_at(text: str, stop: int) -> FoundDate | None:
    """Read a date whose characters are spaced out (二 〇 一 四 年), as a line of a signature may be."""
    year = _SPACED_YEAR.search(text, max(0, stop - 12), stop)
    if year is None or not _opens_year(text, year.start()):
        return None
    flat, places = _without_blanks(text[year.start() : year.start() + 2 * MAX_DATE], _SPACES)
    written = _WRITTEN.match(flat)
    found = written and _read_at(flat, written, _JOINT, (_WRITTEN, _SHORT))
    if found is None:
        return None
    found = FoundDate(year.start(), year.start() + places[found.end - 1] + 1, found.first, found.last)
    return None if _is_no_year(text, found) else found


def _opens_year(text: str, start: int) -> bool:
    """Say whether four digits are a number of their own, and of this era."""
    digits = ARABIC_DIGITS if text[start] in ARABIC_DIGITS else HAN_NUMERALS + HAN_ZEROS
    return text[start - 1 : start] not in list(digits) and not text.endswith(_NO_CALENDAR_YEAR, 0, start)


def _is_no_year(text: str, found: FoundDate) -> bool:
    """Say whether what stands around a year makes it part of a number, of a standard's name or a decade."""
    year, month, _ = found.last or found.first
    if month is not None:
        return False
    if year % 10 == 0 and _DECADE.match(text, found.end):
        return True
    return bool(_NUMBERED.match(text, found.end) or _STANDARD.search(text, max(0, found.start - 2), found.start))


def _separated_at(text: str, sign: int) -> FoundDate | None:
    """Read the date whose first separator stands at `sign`."""
    start = sign - 4
    shapes: Sequence[re.Pattern[str]]
    if _BRACKETED_RANGE.match(text, start):
        first, shapes = _BARE_YEAR.match(text, start), (_BARE_YEAR,)
    elif _GLUED_BEFORE.search(text, max(0, start - 1), start):
        return None
    elif first := _SEPARATED.match(text, start):
        shapes = (_WRITTEN, _SHORT, _SEPARATED, _SHORT_SEPARATED)
    else:
        first, shapes = _SEPARATED_MONTH.match(text, start), (_WRITTEN, _SEPARATED_MONTH)
    found = first and _read_at(text, first, _JOINT, shapes)
    if found is None or _GLUED_BEHIND.match(text, found.end):
        return None
    # 2016.11 alone is as well an amount, a chapter or a version.
    return found if found.last is not None or found.first[2] is not None else None


def _read_at(
    text: str, first: re.Match[str], joint: re.Pattern[str], shapes: Sequence[re.Pattern[str]]
) -> FoundDate | None:
    begins = _parts(first)
    if not _is_likely(begins):
        return None
    for last in _ends(text, first, joint, shapes):
        ends = _inherited(_parts(last), begins)
        if ends is not None and _is_likely(ends) and first_day(begins) <= last_day(ends):
            return FoundDate(first.start(), last.end(), begins, ends)
    if first.re is _WRITTEN and not first["bare"] and text[first.end() - 1] not in "年度月份日号":
        # The unit was to come with the other end, which is none: 2020年6-1月.
        return None
    return FoundDate(first.start(), first.end(), begins, None)


@lru_cache(maxsize=4096)
def _is_likely(parts: DateParts) -> bool:
    return MIN_YEAR <= parts[0] <= MAX_YEAR and fault_of(parts) is None
