"""GW618 and GW619: when a document takes effect (施行日期), and a date that runs into a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.rule import Hit, Scope, custom
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches

_EFFECTIVE: Final = re.compile(
    r"本(?P<self>[\u4e00-\u9fff]{2,6}?)自(?P<date>[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)起(?:正式)?(?:施行|实施|执行|生效)"
)


@custom(
    "GW618",
    "two-effective-dates",
    "施行日期前后不一",
    clause="custom: a document takes effect on one day",
    scope=Scope.OFFICIAL,
)
def two_effective_dates(subject: Subject) -> Iterator[Hit]:
    """A document says once from which day it is in force, or says the same day again.

    Why: of two days nobody knows which holds. Judged are sentences on 本通知 or 本办法 itself, of one text under the
    cover; what is quoted is another's.
    """
    text = subject.text
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
_RUN_TOGETHER: Final = re.compile(
    r":(?<=[\u4e00-\u9fff，；][12][0-9]{3}-[01][0-9]-[0-3][0-9][0-2][0-9]:)[0-5][0-9](?=[\u4e00-\u9fff，。；、）—～至])"
)


@custom(
    "GW619",
    "date-into-time",
    "日期与时间相连",
    clause="GB/T 7408.1-2023: a mark or a blank parts the day from the time",
)
def date_into_time(subject: Subject) -> Iterator[Hit]:
    """A blank stands between a day and the time of day where both are in digits: 2024-08-01 10:30.

    Why: the digits of the one read as those of the other.
    """
    for found in _RUN_TOGETHER.finditer(subject.text):
        at, end = found.start() - 2, found.end()
        start = at - 10
        replacement = f"{subject.text[start:at]} {subject.text[at:end]}"
        yield Hit(start, end, "日期和时间之间空一格", "a blank parts the day from the time", replacement=replacement)
