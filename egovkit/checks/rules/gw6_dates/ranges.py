"""GW636 to GW641: connectors, ranges and percentages (起止、连接号)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.rules.gw6_dates.numerals import FIRST_YEAR
from egovkit.checks.standards import DATE_FORMAT, connector, numeral
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.text.folding import LINE_ENDS, SPACES
from egovkit.text.patterns import LatePattern

_TILDE: Final = LatePattern(r"~(?<=[0-9０-９年月日时分%％万亿元℃]~)(?=[0-9０-９])")


@connector(
    "GW636",
    "half-width-tilde",
    "半角浪纹号",
    severity=Severity.WARNING,
    needs=("~",),
)
def half_width_tilde(subject: Subject) -> Iterator[Hit]:
    """The wave between two numbers is full-width: ～.

    Why: the standard has three connectors, — - and ～; the half-width tilde is a sign of another trade.
    """
    for found in _TILDE.finditer(subject.text):
        yield Hit(*found.span(), "浪纹号用全角“～”", "the wave between two numbers is full-width", replacement="～")


_LINES: Final = "-–－"
_BEFORE_RANGE: Final = LatePattern(r"(?:(?<![0-9])[12][0-9]{3}|[0-9][年月日])\Z")
_BEHIND_RANGE: Final = LatePattern("[12][0-9]{3}年|[0-9]{1,2}[月日]")


def _ranges_of_days(subject: Subject, signs: str) -> Iterator[tuple[int, int]]:
    """Yield the signs that join two years or days, one or two of them."""
    text = subject.text
    for joint in subject.joints:
        if text[joint] not in signs or _BEHIND_RANGE.match(text, joint + 1) is None:
            continue
        start = joint - (text[joint - 1 : joint] == text[joint])
        if _BEFORE_RANGE.search(text, max(0, start - 5), start):
            yield start, joint + 1


# Units that name no code and no place: a hyphen between two figures of one of them joins the ends of a range.
_UNIT: Final = "(?P<unit>[%％‰℃元吨米亩岁天]|万元|亿元|公里|千米|小时|分钟|个月|平方米|万吨|亿吨|公斤|千克|毫米|厘米)"
_MEASURED: Final = LatePattern(rf"(?<![0-9.A-Za-z-])[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?{_UNIT}\Z")
_MEASURED_AHEAD: Final = LatePattern(rf"[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?{_UNIT}")


@connector(
    "GW637",
    "hyphen-range",
    "起止用短横线",
    severity=Severity.INFO,
    over="joints",
)
def hyphen_range(subject: Subject) -> Iterator[Hit]:
    """The ends of a period or of a range of figures with one unit are joined by — or ～, not by a hyphen or its likes.

    Why: the hyphen belongs to numbers and compounds; what looks like it (–, －) is another character to every search. Titles
    and quotations are another's words.
    """
    text = subject.text
    for start, end in _ranges_of_days(subject, _LINES):
        if not touches(subject.zones, start, end):
            yield Hit(
                start, end, "起止时间用一字线或浪纹号连接", "the ends of a period are joined by — or ～", suggestion="—"
            )
    for joint in subject.joints:
        if text[joint] not in _LINES:
            continue
        first = _MEASURED.search(text, max(0, joint - 12), joint)
        last = _MEASURED_AHEAD.match(text, joint + 1) if first is not None else None
        if first is None or last is None or first["unit"] != last["unit"] or touches(subject.zones, joint, joint + 1):
            continue
        yield Hit(joint, joint + 1, "数值范围用浪纹号连接", "the ends of a range are joined by ～", suggestion="～")


_SECOND_YEAR: Final = LatePattern("[12][0-9]{3}年")


@custom(
    "GW638",
    "reversed-range",
    "起止年份颠倒",
    clause="custom: a period ends after it begins",
    scope=Scope.WORDS,
    over="joints",
)
def reversed_range(subject: Subject) -> Iterator[Hit]:
    """A period ends after it begins.

    Why: one of the two years is mistyped.
    """
    for joint in subject.joints:
        last = _SECOND_YEAR.match(subject.text, joint + 1)
        first = FIRST_YEAR.search(subject.text, max(0, joint - 6), joint) if last else None
        if last is not None and first is not None and int(first[1]) > int(last[0][:4]):
            yield Hit(first.start(), last.end() - 1, "起止年份颠倒", "the period ends before it begins")


# A column may end before 日.
_NO_DAY: Final = LatePattern(f"月(?=([0-9]{{1,2}})(?:[，。；、）)]|[{LINE_ENDS}](?!\\n?[{SPACES}]{{0,8}}日)))")
_YEAR_MONTH: Final = LatePattern(r"[12][0-9]{3}年[0-9]{1,2}\Z")


@rule(
    "GW639",
    "missing-day-word",
    "日期缺“日”字",
    clause=DATE_FORMAT,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    since=date(2012, 7, 1),
    seeks=lambda: (_NO_DAY,),
)
def missing_day_word(subject: Subject) -> Iterator[Hit]:
    """The day of a date is followed by 日.

    Why: year, month and day are marked each with its word.
    """
    for sign in subject.matches(_NO_DAY):
        found = _YEAR_MONTH.search(subject.text, max(0, sign.start() - 7), sign.start())
        if found is not None and int(sign[1]) <= 31 and not _LISTED.match(subject.text, sign.end(1)):
            yield Hit(
                found.start(),
                sign.end(1),
                "日期应当写明“日”",
                "the day of a date is followed by 日",
                suggestion=subject.text[found.start() : sign.end(1)] + "日",
            )


# 11月26、27日 shares its word, and so do 26、27及28日 and 26、27两日.
_LISTED: Final = LatePattern(r"[、，]\s*[0-9]{1,2}(?:[日号、，—～-]|和|及|与|至|到|[两三四五六七][日天])")


@connector(
    "GW640",
    "dash-as-range",
    "起止用破折号",
    severity=Severity.INFO,
    needs=("—",),
    over="joints",
)
def dash_as_range(subject: Subject) -> Iterator[Hit]:
    """The ends of a period are joined by one line (—), not by the two of a dash.

    Why: a dash breaks a sentence, a line joins two ends.
    """
    for start, end in _ranges_of_days(subject, "—"):
        if end - start == 2 and not touches(subject.zones, start, end):
            yield Hit(
                start, end, "起止时间用一字线，不用破折号", "one line joins the ends of a period", replacement="—"
            )


_PERCENT: Final = LatePattern(r"百分之(?P<count>[0-9]{1,4}(?:\.[0-9]{1,3})?)(?![0-9.]|[至—～~-][0-9])")
_POINTS: Final = LatePattern("个百分点(?<=[%％]个百分点)")


@numeral(
    "GW641",
    "mixed-percent",
    "百分数混写",
    severity=Severity.INFO,
    seeks=lambda: (_PERCENT, _POINTS),
)
def mixed_percent(subject: Subject) -> Iterator[Hit]:
    """A percentage is written one way: 50% or 百分之五十, and points without the sign.

    Why: 百分之50 mixes two ways of writing, and 5%个百分点 says per cent twice.
    """
    for found in subject.matches(_PERCENT):
        wanted = f"{found['count']}%"
        yield Hit(*found.span(), f"百分数写作“{wanted}”", "a percentage is written one way", replacement=wanted)
    for found in subject.matches(_POINTS):
        at = found.start() - 1
        yield Hit(at, at + 1, "百分点前不写百分号", "points take no sign of per cent", replacement="")


_TIMES: Final = LatePattern(r"\*(?<=[0-9]\*)(?<![0-9*A-Za-z_.][0-9]{4}\*)(?=[0-9]{1,4}(?![0-9*A-Za-z_]))")
_FACTOR: Final = LatePattern(r"(?<![0-9*A-Za-z_])[0-9]{1,4}(?:\.[0-9]{1,2})?\Z")


@custom(
    "GW642",
    "asterisk-as-times",
    "以星号代乘号",
    clause="GB/T 3102.11-1993: the sign of multiplication is ×",
    needs=("*",),
)
def asterisk_as_times(subject: Subject) -> Iterator[Hit]:
    """Two factors have × between them, not an asterisk: 7×24小时.

    Why: the asterisk is the sign of programs and of digits that were hidden.
    """
    for found in _TIMES.finditer(subject.text):
        if _FACTOR.search(subject.text, max(0, found.start() - 8), found.start()):
            yield Hit(*found.span(), "乘号用“×”", "the sign of multiplication is ×", replacement="×")
