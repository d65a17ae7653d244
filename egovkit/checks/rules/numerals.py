"""GW63x: years, ranges and amounts (数字用法)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.subject import Subject

_NUMERALS: Final = "GB/T 15835-2011, 5.1"
_SINCE_NUMERALS: Final = date(2011, 11, 1)
_CONNECTOR: Final = "GB/T 15834-2011, 4.13"
_SINCE_CONNECTOR: Final = date(2012, 6, 1)

_MONTH_DAY: Final = re.compile("月(?=[0-9]{1,2}日)")
_SHORT_YEAR: Final = re.compile(r"(?<![0-9.第满至])[0-9]{2}年[0-9]{1,2}\Z")


@rule(
    "GW631",
    "two-digit-year",
    "年份简写",
    clause=_NUMERALS,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    since=_SINCE_NUMERALS,
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
    for sign in _MONTH_DAY.finditer(text):
        found = _SHORT_YEAR.search(text, max(0, sign.start() - 7), sign.start())
        if found is not None:
            yield Hit(found.start(), found.start() + 3, "年份不简写", "the year of a date is written in full")


_SHORT_END: Final = re.compile("[0-9]{2}年(?![内以后前期])")


@rule(
    "GW632",
    "shortened-range",
    "起止年份简写",
    clause=_NUMERALS,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    since=_SINCE_NUMERALS,
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


@rule(
    "GW633",
    "decade-without-century",
    "年代缺世纪",
    clause=_NUMERALS,
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    since=_SINCE_NUMERALS,
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


@rule(
    "GW634",
    "percent-range",
    "百分数起止省略百分号",
    clause=_NUMERALS,
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    since=_SINCE_NUMERALS,
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


@rule(
    "GW635",
    "amount-range",
    "数值起止省略单位",
    clause=_NUMERALS,
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    since=_SINCE_NUMERALS,
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


@rule(
    "GW636",
    "half-width-tilde",
    "半角浪纹号",
    clause=_CONNECTOR,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    since=_SINCE_CONNECTOR,
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


_HYPHEN: Final = re.compile(
    r"-(?:(?<=[12][0-9]{3}-)|(?<=[12][0-9]{3}年-)|(?<=[0-9]月-)|(?<=[0-9]日-))(?=[12][0-9]{3}年|[0-9]{1,2}[月日])"
)


@rule(
    "GW637",
    "hyphen-range",
    "起止用短横线",
    clause=_CONNECTOR,
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    since=_SINCE_CONNECTOR,
)
def hyphen_range(subject: Subject) -> Iterator[Hit]:
    """The ends of a period are joined by — or ～, not by a hyphen.

    Why: the hyphen belongs to numbers and compounds.

    Bad:
        规划期为2001-2005年。
    Good:
        规划期为2001—2005年。
    """
    for found in _HYPHEN.finditer(subject.text):
        yield Hit(
            *found.span(), "起止时间用一字线或浪纹号连接", "the ends of a period are joined by — or ～", suggestion="—"
        )


_SECOND_YEAR: Final = re.compile("[12][0-9]{3}年")
_FIRST_YEAR: Final = re.compile(r"(?<![0-9])([12][0-9]{3})年?\Z")


@rule(
    "GW638",
    "reversed-range",
    "起止年份颠倒",
    clause="custom: a period ends after it begins",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
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
