"""GW631 to GW635: years, decades and amounts (数字用法)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity
from egovkit.checks.rule import Hit
from egovkit.checks.standards import numeral
from egovkit.checks.subject import Subject
from egovkit.text.patterns import LatePattern

# Reigns and the first republic count their own years.
_REIGNS: Final = "民国|洪武|永乐|宣德|正统|成化|弘治|正德|嘉靖|万历|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|明治|大正|昭和|平成|令和"
# A letter before stands for a digit of the year: GW941.
_SHORT_YEAR: Final = LatePattern(rf"(?<![0-9OolI.第满至])(?<!{_REIGNS})[0-9]{{2}}年[0-9]{{1,2}}\Z")
_MONTH_DAY: Final = LatePattern(
    "月(?=[0-9]{1,2}日)(?:(?<=(?<![0-9])[0-9]{2}年[0-9]月)|(?<=(?<![0-9])[0-9]{2}年[0-9]{2}月))"
)
# A span may be of twenty years; none is of a year's end.
_NO_SPAN: Final = rf"(?<![0-9.第满至近约超每后长过][0-9]{{2}}年)(?<!(?:{_REIGNS})[0-9]{{2}}年)"
_YEAR_ALONE: Final = LatePattern(
    rf"年(?<=[0-9]{{2}}年){_NO_SPAN}(?:[0-9]{{1,2}}月(?:[前底末初起份]|[上中下]旬)|[底末初](?<=[到至自从于在][0-9]{{2}}年[底末初])|(?<![续前共计来时限期/／—–～~\\-][0-9]{{2}}年)度(?!假|过))"
)
_TWO_YEARS: Final = LatePattern(
    rf"年(?<=[0-9]{{2}}年){_NO_SPAN}[、和](?P<second>[0-9]{{2}})年(?![以之内期限的]|有期|徒刑|左右)"
)


@numeral(
    "GW631",
    "two-digit-year",
    "年份简写",
    severity=Severity.WARNING,
    seeks=lambda: (_MONTH_DAY, _YEAR_ALONE, _TWO_YEARS),
)
def two_digit_year(subject: Subject) -> Iterator[Hit]:
    """The year of a date is written in full.

    Why: 14年 is also a span of fourteen years, and in a hundred years another year. Judged where a month and what
    follows it, the end of the year, 年度 or the year after shows that no span is meant.
    """
    text = subject.text
    starts = [
        found.start()
        for at in map(re.Match.start, subject.matches(_MONTH_DAY))
        if (found := _SHORT_YEAR.search(text, max(0, at - 7), at)) is not None
    ]
    starts += [found.start() - 2 for found in subject.matches(_YEAR_ALONE)]
    starts += [
        start
        for found in subject.matches(_TWO_YEARS)
        if int(found["second"]) == int(text[found.start() - 2 : found.start()]) + 1
        for start in (found.start() - 2, found.start("second"))
    ]
    for start in sorted(set(starts)):
        yield Hit(start, start + 3, "年份不简写", "the year of a date is written in full")


_SHORT_END: Final = LatePattern("[0-9]{2}年(?![内以后前期])")


@numeral(
    "GW632",
    "shortened-range",
    "起止年份简写",
    severity=Severity.WARNING,
    over="joints",
)
def shortened_range(subject: Subject) -> Iterator[Hit]:
    """Both years of a range are written in full.

    Why: 05 after 2001 is no year by itself.
    """
    for joint in subject.joints:
        end = _SHORT_END.match(subject.text, joint + 1)
        if (
            end is not None
            and subject.text[joint] != "至"
            and FIRST_YEAR.search(subject.text, max(0, joint - 6), joint)
        ):
            yield Hit(*end.span(), "起止年份都写全称", "both years of a range are written in full")


_SENTENCE_END: Final = LatePattern("[。\n]")
_DECADE: Final = LatePattern("年代(?:(?<=[0-9]0年代)|(?<=[二三四五六七八九]十年代))")


@numeral(
    "GW633",
    "decade-without-century",
    "年代缺世纪",
    severity=Severity.INFO,
    seeks=lambda: (_DECADE,),
)
def decade_without_century(subject: Subject) -> Iterator[Hit]:
    """A decade is named with its century: 20世纪90年代.

    Why: by itself it is that of any century.
    """
    for sign in subject.matches(_DECADE):
        start = sign.start() - 2
        before = _SENTENCE_END.split(subject.text[max(0, start - 24) : start])[-1]
        if "世纪" in before or subject.text[start - 1 : start].isdigit():
            continue
        yield Hit(start, sign.end(), "年代前应当写明世纪", "a decade is named with its century")


_FIRST: Final = LatePattern(r"(?<![0-9.—–~～-])[0-9]{1,5}(?:\.[0-9]{1,3})?\Z")
_LAST: Final = LatePattern(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)([%％万亿])")


def _ranges(subject: Subject, units: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the two numbers of each range whose second alone bears its unit."""
    for joint in subject.joints:
        last = _LAST.match(subject.text, joint + 1) if subject.text[joint] in "—–～~-" else None
        if last is not None and last[2] in units:
            first = _FIRST.search(subject.text, max(0, joint - 9), joint)
            if first is not None:
                yield first, last


@numeral(
    "GW634",
    "percent-range",
    "百分数起止省略百分号",
    severity=Severity.INFO,
    over="joints",
)
def percent_range(subject: Subject) -> Iterator[Hit]:
    """Both ends of a range of percentages bear the sign: 60%～65%.

    Why: 60 is otherwise sixty.
    """
    for first, last in _ranges(subject, "%％"):
        yield Hit(
            *first.span(),
            "百分数的起止都写百分号",
            "both ends of a range of percentages bear the sign",
            replacement=first[0] + last[2],
        )


@numeral(
    "GW635",
    "amount-range",
    "数值起止省略单位",
    severity=Severity.INFO,
    over="joints",
)
def amount_range(subject: Subject) -> Iterator[Hit]:
    """Both ends of a range in 万 or 亿 bear the word: 3万～5万元.

    Why: 3～5万元 can mean from three yuan on.
    """
    for first, last in _ranges(subject, "万亿"):
        yield Hit(
            first.start(),
            last.end(),
            f"数值的起止都写“{last[2]}”",
            f"both ends of a range bear {last[2]}",
            suggestion=f"{first[0]}{last[2]}～{last[1]}{last[2]}",
        )


# The year that a range begins with, before its connector.
FIRST_YEAR: Final = LatePattern(r"(?<![0-9])([12][0-9]{3})年?\Z")
