"""GW615 to GW617: how a date is set in a text (日期书写): blanks in it, zeros before its day, and the time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.rule import Hit, Scope, custom
from egovkit.checks.rules.gw6_dates.own_dates import unpadded
from egovkit.checks.subject import Subject
from egovkit.grammar.dates.shapes import CONNECTORS
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.numerals import ARABIC_DIGITS, HAN_NUMERALS
from egovkit.text.patterns import LatePattern

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
    seeks=lambda: _SPACED,
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
    if not any(map(subject.matches, _SPACED)):
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


_PADDED: Final = tuple(LatePattern(f"{sign}[{BLANKS}]{{0,3}}[0０]") for sign in "年月")
_NOTED: Final = LatePattern(rf"(?:^|\n|[：:|\]】])[{BLANKS}]*\Z")
_LINE_ENDS: Final = LatePattern(rf"[{BLANKS}]*(?:\n|\Z|[|\[【])")
_CLOCK: Final = LatePattern(f"[{BLANKS}]*[0-9]{{1,2}}[:：][0-9]{{2}}")


def _noted(text: str, start: int, end: int) -> bool:
    """Say whether a date is the whole of a line, or of what follows a label there."""
    return _LINE_ENDS.match(text, end) is not None and _NOTED.search(text, max(0, start - 24), start) is not None


@custom(
    "GW616",
    "padded-day",
    "日期编虚位",
    clause="custom: as the document's own date is written",
    scope=Scope.WORDS,
    seeks=lambda: _PADDED,
)
def padded_day(subject: Subject) -> Iterator[Hit]:
    """Month and day of a date in the text are not padded either: 1, not 01.

    Why: the clause on the document's date is followed throughout, so that a document writes its dates one way.
    """
    # A search for all dates takes longer than every other rule on them.
    if not any(map(subject.matches, _PADDED)):
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


_HOUR: Final = LatePattern(
    r"日(?:(?<=月[0-9]日)|(?<=月[0-9]{2}日))(?:上午|中午|下午|凌晨|早上|傍晚|晚上?)?(?P<hour>2[5-9]|[3-9][0-9])(?=[时点:：])"
)
_MINUTE: Final = LatePattern(r"时(?<=[0-9]时)(?P<minute>[6-9][0-9])(?=分)")


@custom(
    "GW617",
    "impossible-time",
    "时间不存在",
    clause="custom: the day has 24 hours, the hour 60 minutes",
    scope=Scope.WORDS,
    seeks=lambda: (_HOUR, _MINUTE),
)
def impossible_time(subject: Subject) -> Iterator[Hit]:
    """A time of day is one that the clock shows.

    Why: nobody can come at 25 o'clock.
    """
    for found in subject.matches(_HOUR):
        yield Hit(*found.span("hour"), f"没有{found['hour']}时", "the day has 24 hours")
    for found in subject.matches(_MINUTE):
        yield Hit(*found.span("minute"), f"没有{found['minute']}分", "the hour has 60 minutes")
