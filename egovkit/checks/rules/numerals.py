"""GW63x: years, ranges and amounts (数字用法)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.subject import Subject

_numeral: Final = partial(
    rule, clause="GB/T 15835-2011, 5.1", strength=Strength.SHOULD, scope=Scope.WORDS, since=date(2011, 11, 1)
)
_connector: Final = partial(
    rule, clause="GB/T 15834-2011, 4.13", strength=Strength.SHOULD, scope=Scope.WORDS, since=date(2012, 6, 1)
)

_SHORT_YEAR: Final = re.compile(r"(?<![0-9.第满至])[0-9]{2}年[0-9]{1,2}\Z")


@_numeral(
    "GW631",
    "two-digit-year",
    "年份简写",
    severity=Severity.WARNING,
)
def two_digit_year(subject: Subject) -> Iterator[Hit]:
    """The year of a date is written in full.

    Why: 14年 is also a span of fourteen years, and in a hundred years another year.

    Bad:
        自14年11月26日起施行。
    Good:
        自2014年11月26日起施行。
    """
    text = subject.text
    for at in subject.month_days:
        found = _SHORT_YEAR.search(text, max(0, at - 7), at)
        if found is not None:
            yield Hit(found.start(), found.start() + 3, "年份不简写", "the year of a date is written in full")


_SHORT_END: Final = re.compile("[0-9]{2}年(?![内以后前期])")


@_numeral(
    "GW632",
    "shortened-range",
    "起止年份简写",
    severity=Severity.WARNING,
)
def shortened_range(subject: Subject) -> Iterator[Hit]:
    """Both years of a range are written in full.

    Why: 05 behind 2001 is no year by itself.

    Bad:
        规划期为2001—05年。
    Good:
        规划期为2001—2005年。
    """
    for joint in subject.joints:
        end = _SHORT_END.match(subject.text, joint + 1)
        if (
            end is not None
            and subject.text[joint] != "至"
            and _FIRST_YEAR.search(subject.text, max(0, joint - 6), joint)
        ):
            yield Hit(*end.span(), "起止年份都写全称", "both years of a range are written in full")


_SENTENCE_END: Final = re.compile("[。\n]")
_DECADE: Final = re.compile("年代(?:(?<=[0-9]0年代)|(?<=[二三四五六七八九]十年代))")


@_numeral(
    "GW633",
    "decade-without-century",
    "年代缺世纪",
    severity=Severity.INFO,
)
def decade_without_century(subject: Subject) -> Iterator[Hit]:
    """A decade is named with its century: 20世纪90年代.

    Why: by itself it is that of any century.

    Bad:
        90年代以来，电子政务快速发展。
    Good:
        20世纪90年代以来，电子政务快速发展。
    """
    for sign in _DECADE.finditer(subject.text):
        start = sign.start() - 2
        before = _SENTENCE_END.split(subject.text[max(0, start - 24) : start])[-1]
        if "世纪" in before or subject.text[start - 1 : start].isdigit():
            continue
        yield Hit(start, sign.end(), "年代前应当写明世纪", "a decade is named with its century")


_FIRST: Final = re.compile(r"(?<![0-9.—–~～-])[0-9]{1,5}(?:\.[0-9]{1,3})?\Z")
_LAST: Final = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)([%％万亿])")


def _ranges(subject: Subject, units: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the two numbers of each range whose second alone bears its unit."""
    for joint in subject.joints:
        last = _LAST.match(subject.text, joint + 1) if subject.text[joint] in "—–～~-" else None
        if last is not None and last[2] in units:
            first = _FIRST.search(subject.text, max(0, joint - 9), joint)
            if first is not None:
                yield first, last


@_numeral(
    "GW634",
    "percent-range",
    "百分数起止省略百分号",
    severity=Severity.INFO,
)
def percent_range(subject: Subject) -> Iterator[Hit]:
    """Both ends of a range of percentages bear the sign: 60%～65%.

    Why: 60 is otherwise sixty.

    Bad:
        覆盖率达到60～65%。
    Good:
        覆盖率达到60%～65%。
    """
    for first, last in _ranges(subject, "%％"):
        yield Hit(
            *first.span(),
            "百分数的起止都写百分号",
            "both ends of a range of percentages bear the sign",
            replacement=first[0] + last[2],
        )


@_numeral(
    "GW635",
    "amount-range",
    "数值起止省略单位",
    severity=Severity.INFO,
)
def amount_range(subject: Subject) -> Iterator[Hit]:
    """Both ends of a range in 万 or 亿 bear the word: 3万～5万元.

    Why: 3～5万元 can mean from three yuan on.

    Bad:
        处3～5万元罚款。
    Good:
        处3万～5万元罚款。
    """
    for first, last in _ranges(subject, "万亿"):
        yield Hit(
            first.start(),
            last.end(),
            f"数值的起止都写“{last[2]}”",
            f"both ends of a range bear {last[2]}",
            suggestion=f"{first[0]}{last[2]}～{last[1]}{last[2]}",
        )


_TILDE: Final = re.compile(r"~(?<=[0-9０-９年月日时分%％万亿元℃]~)(?=[0-9０-９])")


@_connector(
    "GW636",
    "half-width-tilde",
    "半角浪纹号",
    severity=Severity.WARNING,
)
def half_width_tilde(subject: Subject) -> Iterator[Hit]:
    """The wave between two numbers is full-width: ～.

    Why: the standard has three connectors, — - and ～; the half-width tilde is a sign of another trade.

    Bad:
        规划期为2001~2005年。
    Good:
        规划期为2001～2005年。
    """
    for found in _TILDE.finditer(subject.text):
        yield Hit(*found.span(), "浪纹号用全角“～”", "the wave between two numbers is full-width", replacement="～")


_LINES: Final = "-–－"
_BEFORE_RANGE: Final = re.compile(r"(?:(?<![0-9])[12][0-9]{3}|[0-9][年月日])\Z")
_BEHIND_RANGE: Final = re.compile("[12][0-9]{3}年|[0-9]{1,2}[月日]")


def _ranges_of_days(subject: Subject, signs: str) -> Iterator[tuple[int, int]]:
    """Yield the signs that join two years or days, one or two of them."""
    text = subject.text
    for joint in subject.joints:
        if text[joint] not in signs or _BEHIND_RANGE.match(text, joint + 1) is None:
            continue
        start = joint - (text[joint - 1 : joint] == text[joint])
        if _BEFORE_RANGE.search(text, max(0, start - 5), start):
            yield start, joint + 1


@_connector(
    "GW637",
    "hyphen-range",
    "起止用短横线",
    severity=Severity.INFO,
)
def hyphen_range(subject: Subject) -> Iterator[Hit]:
    """The ends of a period are joined by — or ～, not by a hyphen or a line that looks like one.

    Why: the hyphen belongs to numbers and compounds; what looks like it (–, －) is another character to every search.

    Bad:
        规划期为2001-2005年。
    Good:
        规划期为2001—2005年。
    """
    for start, end in _ranges_of_days(subject, _LINES):
        yield Hit(
            start, end, "起止时间用一字线或浪纹号连接", "the ends of a period are joined by — or ～", suggestion="—"
        )


_SECOND_YEAR: Final = re.compile("[12][0-9]{3}年")
_FIRST_YEAR: Final = re.compile(r"(?<![0-9])([12][0-9]{3})年?\Z")


@custom(
    "GW638",
    "reversed-range",
    "起止年份颠倒",
    clause="custom: a period ends after it begins",
    scope=Scope.WORDS,
)
def reversed_range(subject: Subject) -> Iterator[Hit]:
    """A period ends after it begins.

    Why: one of the two years is mistyped.

    Bad:
        规划期为2005—2001年。
    Good:
        规划期为2001—2005年。
    """
    for joint in subject.joints:
        last = _SECOND_YEAR.match(subject.text, joint + 1)
        first = _FIRST_YEAR.search(subject.text, max(0, joint - 6), joint) if last else None
        if last is not None and first is not None and int(first[1]) > int(last[0][:4]):
            yield Hit(first.start(), last.end() - 1, "起止年份颠倒", "the period ends before it begins")


_NO_DAY: Final = re.compile(r"月(?=([0-9]{1,2})[，。；、）)\n])")
_YEAR_MONTH: Final = re.compile(r"[12][0-9]{3}年[0-9]{1,2}\Z")


@rule(
    "GW639",
    "missing-day-word",
    "日期缺“日”字",
    clause="GB/T 9704-2012, 7.3.5.4",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    since=date(2012, 7, 1),
)
def missing_day_word(subject: Subject) -> Iterator[Hit]:
    """The day of a date is followed by 日.

    Why: year, month and day are marked each with its word.

    Bad:
        自2014年11月26，各地抓紧落实。
    Good:
        自2014年11月26日，各地抓紧落实。
    """
    for sign in _NO_DAY.finditer(subject.text):
        found = _YEAR_MONTH.search(subject.text, max(0, sign.start() - 7), sign.start())
        if found is not None and int(sign[1]) <= 31 and not _LISTED.match(subject.text, sign.end(1)):
            yield Hit(
                found.start(),
                sign.end(1),
                "日期应当写明“日”",
                "the day of a date is followed by 日",
                suggestion=subject.text[found.start() : sign.end(1)] + "日",
            )


# 11月26、27日 shares its word.
_LISTED: Final = re.compile(r"[、，]\s*[0-9]{1,2}(?:[日、，—～-]|和|至)")


@_connector(
    "GW640",
    "dash-as-range",
    "起止用破折号",
    severity=Severity.INFO,
)
def dash_as_range(subject: Subject) -> Iterator[Hit]:
    """The ends of a period are joined by one line (—), not by the two of a dash.

    Why: a dash breaks a sentence, a line joins two ends.

    Bad:
        规划期为2001——2005年。
    Good:
        规划期为2001—2005年。
    """
    for start, end in _ranges_of_days(subject, "—"):
        if end - start == 2:
            yield Hit(
                start, end, "起止时间用一字线，不用破折号", "one line joins the ends of a period", replacement="—"
            )


_PERCENT: Final = re.compile(r"百分之(?P<count>[0-9]{1,4}(?:\.[0-9]{1,3})?)(?![0-9.]|[至—～~-][0-9])")
_POINTS: Final = re.compile("个百分点(?<=[%％]个百分点)")


@_numeral(
    "GW641",
    "mixed-percent",
    "百分数混写",
    severity=Severity.INFO,
)
def mixed_percent(subject: Subject) -> Iterator[Hit]:
    """A percentage is written one way: 50% or 百分之五十, and points without the sign.

    Why: 百分之50 mixes two ways of writing, and 5%个百分点 says per cent twice.

    Bad:
        覆盖率达到百分之50。
    Good:
        覆盖率达到50%。
    """
    for found in _PERCENT.finditer(subject.text):
        wanted = f"{found['count']}%"
        yield Hit(*found.span(), f"百分数写作“{wanted}”", "a percentage is written one way", replacement=wanted)
    for found in _POINTS.finditer(subject.text):
        at = found.start() - 1
        yield Hit(at, at + 1, "百分点前不写百分号", "points take no sign of per cent", replacement="")
