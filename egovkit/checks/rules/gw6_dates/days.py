"""GW611 to GW617: the dates in a text (文中日期): that there is such a day, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.rules.gw6_dates.own_dates import unpadded
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.grammar.dates.parts import fault_of
from egovkit.grammar.dates.shapes import CONNECTORS
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.numerals import ARABIC_DIGITS, HAN_NUMERALS, read_numeral
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
_NO_MONTH: Final = LatePattern(r"年(?<=(?<![0-9])[12][0-9]{3}年)(?P<month>00|1[3-9]|[2-9][0-9])月(?![0-9]{1,2}日)")
_HAN_DAY: Final = LatePattern("月(?=(?P<day>[一二三四五六七八九十]{1,3})日)")
_HAN_MONTH: Final = LatePattern(
    r"(?:(?P<year>[一二][〇○零O0一二三四五六七八九]{3})年)?(?P<month>[一二三四五六七八九十]{1,3})\Z"
)
_OTHER_CALENDAR: Final = LatePattern(r"农历|阴历|旧历|个\Z")


def _impossible_days(subject: Subject) -> Iterator[tuple[int, int, int, int]]:
    """Yield place, month and day of every day that no calendar has; the year may be missing."""
    text = subject.text
    for sign in _DOUBTFUL.finditer(text):
        at = sign.start()
        head = _HEAD.search(text, max(0, at - 8), at)
        day = _DAY.match(text, at + 1)
        if head is None or day is None or fault_of((int(head[1] or 2000), int(head[2]), int(day[0]))) is None:
            continue
        if _OTHER_CALENDAR.search(text, max(0, head.start() - 6), head.start()) is None:
            yield head.start(), day.end() + 1, int(head[2]), int(day[0])
    for sign in _HAN_DAY.finditer(text):
        head = _HAN_MONTH.search(text, max(0, sign.start() - 8), sign.start())
        month, number = read_numeral(head["month"]) if head else None, read_numeral(sign["day"])
        year = read_numeral(head["year"]) if head and head["year"] else None
        # Without its year it may be a day of the old calendar.
        if head is None or _OTHER_CALENDAR.search(text, max(0, head.start() - 6), head.start()):
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
)
def impossible_date(subject: Subject) -> Iterator[Hit]:
    """A day is one that the calendar has, and a month one of the twelve.

    Why: nobody can keep a term that ends on 31 November. Without a year 29 February counts as possible.
    """
    for start, end, month, day in _impossible_days(subject):
        yield Hit(start, end, f"没有{month}月{day}日这一天", "no calendar has this day")
    for found in _NO_MONTH.finditer(subject.text):
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
)
def zero_sign(subject: Subject) -> Iterator[Hit]:
    """The zero of a year in Chinese digits is 〇.

    Why: the look-alikes (a circle, a letter, an arabic zero) are other characters to every search, and 零 counts.
    """
    # In the document's own dates Chinese digits are wrong as such since 2012: GW601, GW602.
    own = [
        span for span in (subject.elements.closing_date, subject.elements.imprint_date) if span and _rewritten(subject)
    ]
    for sign in _HAN_YEAR.finditer(subject.text):
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
)
def mixed_numerals(subject: Subject) -> Iterator[Hit]:
    """A date is written with one kind of digits.

    Why: the standard asks for one style in one place.
    """
    for found in _MIXED.finditer(subject.text):
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
    needs=("周星", "日"),
)
def weekday(subject: Subject) -> Iterator[Hit]:
    """The day of the week is that of the date.

    Why: one of the two is wrong, and readers will follow either.
    """
    for found in _WEEKDAY.finditer(subject.text):
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


_BLANK: Final = LatePattern(f"[{BLANKS}]+")
_DIGITS: Final = ARABIC_DIGITS + HAN_NUMERALS
# A break of the line is the page's. All other blanks than these are odd ones.
_USUAL_BLANKS: Final = " \t\r\f\xa0\u3000"
_USUAL: Final = len(_USUAL_BLANKS)
_BESIDE_BLANK: Final = tuple(
    (
        blank,
        LatePattern(f"{re.escape(blank)}(?<=[{_DIGITS}{BLANKS}年月日号学财计税政{re.escape(CONNECTORS)}].)"),
    )
    for blank in dict.fromkeys(_USUAL_BLANKS + BLANKS)
    if blank != "\n"
)
_SPACED: Final = (
    *(
        LatePattern(f"{re.escape(sign)}(?:(?=[{BLANKS}]{{1,4}}[{_DIGITS}])|(?<=[{_DIGITS}{BLANKS}年月日][{BLANKS}].))")
        for sign in f"年月日号{CONNECTORS}"
    ),
    # 2014 学年, 2014 会计年度, 2 0 1 4年
    LatePattern(f"年(?:(?<=[{BLANKS}][{_DIGITS}学财].)|(?<=[{BLANKS}](?:会计|纳税|财政).))"),
)


@custom(
    "GW615",
    "blank-in-date",
    "日期中空格",
    clause="custom: the parts of a date are together",
    scope=Scope.WORDS,
)
def blank_in_date(subject: Subject) -> Iterator[Hit]:
    """No blank is inside a date.

    Why: no clause names it, but a search for the date as it is written fails on it.
    """
    text = subject.text
    # A search for all dates takes longer than every other rule on them.
    blanks = _BESIDE_BLANK if subject.odd else _BESIDE_BLANK[:_USUAL]
    if not any(subject.holds(blank) and beside.search(text) for blank, beside in blanks):
        return
    if not any(sign.search(text) for sign in _SPACED):
        return
    for mention in subject.dates:
        # A break of the line is the page's, and so are the blanks beside it.
        parts = mention.text.split("\n")
        if not any(_BLANK.search(part.strip(BLANKS)) for part in parts):
            continue
        whole = len(parts) == 1
        yield Hit(
            mention.start,
            mention.end,
            "日期中不留空格",
            "no blank is inside a date",
            suggestion=squeeze(mention.text),
            replacement=squeeze(mention.text) if whole else None,
        )


@custom(
    "GW616",
    "padded-day",
    "日期编虚位",
    clause="custom: as the document's own date is written",
    scope=Scope.WORDS,
    needs=("0０", "年月"),
)
def padded_day(subject: Subject) -> Iterator[Hit]:
    """Month and day of a date in the text are not padded either: 1, not 01.

    Why: the clause on the document's date is followed throughout, so that a document writes its dates one way.
    """
    if not any(sign.search(subject.text) for sign in _PADDED):
        return
    own = [span for span in (subject.elements.closing_date, subject.elements.imprint_date) if span]
    for mention in subject.dates:
        if "0" not in mention.text[5:] or any(start <= mention.start < end for start, end in own):
            continue
        # With the time of day after it, or alone in its line or after a label, it is a page's note on itself.
        if _CLOCK.match(subject.text, mention.end) or _noted(subject.text, mention.start, mention.end):
            continue
        plain = unpadded(mention.text)
        if plain != mention.text:
            yield Hit(
                mention.start,
                mention.end,
                "月、日不编虚位",
                "month and day are not padded with zeros",
                replacement=plain,
            )


_PADDED: Final = tuple(LatePattern(f"{sign}[{BLANKS}]{{0,3}}[0０]") for sign in "年月")
_NOTED: Final = LatePattern(rf"(?:^|\n|[：:|\]】])[{BLANKS}]*\Z")
_LINE_ENDS: Final = LatePattern(rf"[{BLANKS}]*(?:\n|\Z|[|\[【])")


def _noted(text: str, start: int, end: int) -> bool:
    """Say whether a date is the whole of a line, or of what follows a label there."""
    return _LINE_ENDS.match(text, end) is not None and _NOTED.search(text, max(0, start - 24), start) is not None


_CLOCK: Final = LatePattern(f"[{BLANKS}]*[0-9]{{1,2}}[:：][0-9]{{2}}")
_HOUR: Final = LatePattern(
    r"日(?:(?<=月[0-9]日)|(?<=月[0-9]{2}日))(?:上午|下午|晚上?)?(?P<hour>2[5-9]|[3-9][0-9])(?=[时点:：])"
)
_MINUTE: Final = LatePattern(r"时(?<=[0-9]时)(?P<minute>[6-9][0-9])(?=分)")


@custom(
    "GW617",
    "impossible-time",
    "时间不存在",
    clause="custom: the day has 24 hours, the hour 60 minutes",
    scope=Scope.WORDS,
    needs=("时点:：",),
)
def impossible_time(subject: Subject) -> Iterator[Hit]:
    """A time of day is one that the clock shows.

    Why: nobody can come at 25 o'clock.
    """
    for found in _HOUR.finditer(subject.text):
        yield Hit(*found.span("hour"), f"没有{found['hour']}时", "the day has 24 hours")
    for found in _MINUTE.finditer(subject.text):
        yield Hit(*found.span("minute"), f"没有{found['minute']}分", "the hour has 60 minutes")
