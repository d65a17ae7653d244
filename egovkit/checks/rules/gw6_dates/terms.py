"""GW618 to GW620: when a document takes effect (施行日期), a date that runs into a time, and a day called 号."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.rule import Hit, custom
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.text.patterns import LatePattern

_EFFECTIVE: Final = LatePattern(
    r"本(?P<self>[\u4e00-\u9fff]{2,6}?)自(?P<date>[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)起(?:正式)?(?:施行|试行|实施|执行|生效)"
)


@custom(
    "GW618",
    "two-effective-dates",
    "施行日期前后不一",
    clause="custom: a document takes effect on one day",
    needs=("本", "自", "起"),
)
def two_effective_dates(subject: Subject) -> Iterator[Hit]:
    """A document says once from which day it is in force, or says the same day again.

    Why: of two days nobody knows which holds. Judged are sentences on 本通知 or 本办法 itself, of one text under the
    cover; what is quoted is another's.
    """
    text = subject.text
    if len(list(_EFFECTIVE.finditer(text))) < 2:
        return
    parts = subject.document.parts
    for start, end in ((0, subject.elements.main_end), *((part.start, part.end) for part in parts)):
        first: dict[str, str] = {}
        for found in _EFFECTIVE.finditer(text, start, end):
            if touches(subject.zones, *found.span()):
                continue
            held = first.setdefault(found["self"], found["date"])
            if held != found["date"]:
                yield Hit(
                    *found.span("date"),
                    f"施行日期与上文“{held}”不一致",
                    "the text gives another day before from which it is in force",
                )


# Alone in its line or after a label it is a page's note on itself.
_RUN_TOGETHER: Final = LatePattern(
    r":(?<=[\u4e00-\u9fff，；][12][0-9]{3}-[01][0-9]-[0-3][0-9][0-2][0-9]:)[0-5][0-9](?=[\u4e00-\u9fff，。；、）—～至])"
)


@custom(
    "GW619",
    "date-into-time",
    "日期与时间相连",
    clause="GB/T 7408.1-2023: a mark or a blank parts the day from the time",
    seeks=lambda: (_RUN_TOGETHER,),
)
def date_into_time(subject: Subject) -> Iterator[Hit]:
    """A blank is between a day and the time of day where both are in digits: 2024-08-01 10:30.

    Why: the digits of the one read as those of the other.
    """
    for found in subject.matches(_RUN_TOGETHER):
        at, end = found.start() - 2, found.end()
        start = at - 10
        replacement = f"{subject.text[start:at]} {subject.text[at:end]}"
        yield Hit(start, end, "日期和时间之间空一格", "a blank parts the day from the time", replacement=replacement)


_CALLED: Final = LatePattern(r"号(?:(?<=月[0-9]号)|(?<=月[0-9]{2}号))")
_MONTH: Final = LatePattern(r"(?<![0-9])(?:1[0-2]|[1-9])月(?:[12][0-9]|3[01]|[1-9])\Z")


@custom(
    "GW620",
    "day-called-hao",
    "日期用“号”",
    clause="GB/T 9704-2012, 7.3.5.4 of the document's date; custom elsewhere: the day is 日",
    seeks=lambda: (_CALLED,),
)
def day_called_hao(subject: Subject) -> Iterator[Hit]:
    """The day of a date is 日, as documents write it: 3月5日, not 3月5号.

    Why: 号 is spoken. After a month it counts nothing else.
    """
    for found in subject.matches(_CALLED):
        if _MONTH.search(subject.text, max(0, found.start() - 6), found.start()):
            yield Hit(*found.span(), "日期写作“日”", "the day of a date is 日", replacement="日")
