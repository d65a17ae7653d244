"""GW611 to GW614: the days in a text (文中日期): that there is such a day, and in which digits it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.grammar.dates.parts import fault_of
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

_OLD_FORMAT: Final = "GB/T 9704-1999, 8.3.5"
_SINCE_HAN: Final = date(2001, 1, 1)
_UNTIL_HAN: Final = date(2012, 6, 30)
_CALENDAR: Final = "GB/T 7408.1-2023"
_NUMERALS: Final = "GB/T 15835-2011"
_HEAD: Final = LatePattern(r"(?:(?<![0-9])([12][0-9]{3})年)?(?<![0-9.－-])([0-9]{1,2})\Z")
_DAY: Final = LatePattern("[0-9]{1,2}")
# Every month has 28 days: looked at is a day after them, one of 0, and what is no month.
_DOUBTFUL: Final = LatePattern(
    "月(?=[0-9]{1,2}日)(?:(?=29|[3-9][0-9]|0?0日)|(?<=[2-9][0-9]月)|(?<=1[3-9]月)|(?<=0月)(?<!10月))"
)
_NO_MONTH: Final = LatePattern(r"年(?<=(?<![0-9])[12][0-9]{3}年)(?P<month>00?|1[3-9]|[2-9][0-9])月(?!龄|[0-9]{1,2}日)")
_HAN_DAY: Final = LatePattern("月(?=(?P<day>[一二三四五六七八九十]{1,3})日)")
_HAN_MONTH: Final = LatePattern(
    r"(?:(?P<year>[一二][〇○零O0一二三四五六七八九]{3})年)?(?P<month>[一二三四五六七八九十]{1,3})\Z"
)
# 农历1月15日至2月30日: what a calendar is named for goes on to the end of the clause, but for another calendar.
_OTHER_CALENDAR: Final = LatePattern(r"(?:农|阴|旧|夏|藏|傣)历[^，。；：\n公阳]{0,16}\Z")
_CLAUSE: Final = 18


def _impossible_days(subject: Subject) -> Iterator[tuple[int, int, int, int]]:
    """Yield place, month and day of every day that no calendar has; the year may be missing."""
    text = subject.text
    for sign in subject.matches(_DOUBTFUL):
        at = sign.start()
        head = _HEAD.search(text, max(0, at - 8), at)
        day = _DAY.match(text, at + 1)
        if head is None or day is None or fault_of((int(head[1] or 2000), int(head[2]), int(day[0]))) is None:
            continue
        if _OTHER_CALENDAR.search(text, max(0, head.start() - _CLAUSE), head.start()) is None:
            yield head.start(), day.end() + 1, int(head[2]), int(day[0])
    for sign in subject.matches(_HAN_DAY):
        head = _HAN_MONTH.search(text, max(0, sign.start() - 8), sign.start())
        month, number = read_numeral(head["month"]) if head else None, read_numeral(sign["day"])
        year = read_numeral(head["year"]) if head and head["year"] else None
        # Without its year it may be a day of the old calendar.
        if head is None or _OTHER_CALENDAR.search(text, max(0, head.start() - _CLAUSE), head.start()):
            continue
        if year is None or month is None or number is None or fault_of((year, month, number)) is None:
            continue
        yield head.start(), sign.end("day") + 1, month, number


@rule(
    "GW611",
    "impossible-date",
    "日期不存在",
    clause=_CALENDAR,
    strength=Strength.MUST,
    severity=Severity.ERROR,
    scope=Scope.WORDS,
    seeks=lambda: (_DOUBTFUL, _HAN_DAY, _NO_MONTH),
)
def impossible_date(subject: Subject) -> Iterator[Hit]:
    """A day is one that the calendar has, and a month one of the twelve.

    Why: nobody can keep a term that ends on 31 November. Without a year 29 February counts as possible.
    """
    for start, end, month, day in _impossible_days(subject):
        yield Hit(start, end, f"没有{month}月{day}日这一天", "no calendar has this day")
    for found in subject.matches(_NO_MONTH):
        start = found.start() - 4
        yield Hit(start, found.end(), f"没有{found['month']}月", "there are twelve months")


_ZEROS: Final = "零○◯oOＯОΟ0０"
_HAN_YEAR: Final = LatePattern(rf"年(?<=[一二][〇{_ZEROS}一二三四五六七八九]{{3}}年)")


@rule(
    "GW612",
    "zero-sign",
    "“〇”的写法",
    clause=f"{_OLD_FORMAT}; {_NUMERALS}, 4.2",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    since=_SINCE_HAN,
    seeks=lambda: (_HAN_YEAR,),
)
def zero_sign(subject: Subject) -> Iterator[Hit]:
    """The zero of a year in Chinese digits is 〇.

    Why: the look-alikes (a circle, a letter, an arabic zero) are other characters to every search, and 零 counts.
    """
    # In the document's own dates Chinese digits are wrong as such since 2012: GW601, GW602.
    own = [
        span for span in (subject.elements.closing_date, subject.elements.imprint_date) if span and _rewritten(subject)
    ]
    for sign in subject.matches(_HAN_YEAR):
        if touches(own, sign.start(), sign.end()):
            continue
        for at in range(sign.start() - 4, sign.start()):
            if subject.text[at] in _ZEROS:
                yield Hit(
                    at, at + 1, "汉字年份中的零写作“〇”", "the zero of a year in Chinese digits is 〇", replacement="〇"
                )


def _rewritten(subject: Subject) -> bool:
    return subject.official and subject.day > _UNTIL_HAN


_MIXED: Final = LatePattern(
    r"年(?:(?<=[一二][〇零○0一二三四五六七八九]{3}年)[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?<=[12][0-9]{3}年)[一二三四五六七八九十]{1,2}月[一二三四五六七八九十0-9]{1,3}日"
    r"|(?<=[12][0-9]{3}年)[0-9]{1,2}月[一二三四五六七八九十]{1,3}日)"
)


@rule(
    "GW613",
    "mixed-numerals",
    "日期数字混用",
    clause=f"{_NUMERALS}, 4.3",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    seeks=lambda: (_MIXED,),
)
def mixed_numerals(subject: Subject) -> Iterator[Hit]:
    """A date is written with one kind of digits.

    Why: the standard asks for one style in one place.
    """
    for found in subject.matches(_MIXED):
        yield Hit(
            found.start() - 4, found.end(), "同一日期的数字写法应当一致", "a date is written with one kind of digits"
        )


_WEEKDAY: Final = LatePattern("日[（(]?(?:星期|周)([一二三四五六日天])")
_DAY_IN_FRONT: Final = LatePattern(r"([12][0-9]{3})年([0-9]{1,2})月([0-9]{1,2})\Z")


@custom(
    "GW614",
    "weekday",
    "星期与日期不符",
    clause="custom: the calendar",
    scope=Scope.WORDS,
    seeks=lambda: (_WEEKDAY,),
)
def weekday(subject: Subject) -> Iterator[Hit]:
    """The day of the week is that of the date.

    Why: one of the two is wrong, and readers will follow either.
    """
    for found in subject.matches(_WEEKDAY):
        day = _DAY_IN_FRONT.search(subject.text, max(0, found.start() - 12), found.start())
        parts = (int(day[1]), int(day[2]), int(day[3])) if day else (0, 0, 0)
        if day is None or fault_of(parts) is not None:
            continue
        name = "一二三四五六日"[date(*parts).weekday()]
        if name != found[1].replace("天", "日"):
            yield Hit(
                found.start(1),
                found.end(1),
                f"{parts[0]}年{parts[1]}月{parts[2]}日是星期{name}",
                "the day of the week is not that of the date",
                suggestion=name,
            )
