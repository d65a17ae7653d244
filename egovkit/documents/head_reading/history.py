"""What the history of a law tells (题注): by which order it was promulgated, when and by whom.

A line of the head was taken for a part of it: 2005年3月14日第十届全国人民代表大会第三次会议通过.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found
from egovkit.documents.line_facts import LineFacts
from egovkit.documents.organ_lines import is_organ, strip_state
from egovkit.grammar.codes import vocabulary
from egovkit.lexicon import any_of
from egovkit.models.dates import DateRange, DocumentDate, find_dates
from egovkit.models.issuance import IssuanceNumber, NumberForm, find_numbers
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

__all__ = ["HistoryDates", "dates_of_history", "history_lines", "issuers_of_history", "number_of_history"]

_PROMULGATED_BY: Final = LatePattern(lambda: rf"\s?(?:(?P<verb>{any_of('documents.history.promulgated')})|、)")
_IN_FORCE_AFTER: Final = LatePattern(
    lambda: rf"[{BLANKS}]*(?:之?日?起)?[{BLANKS}]*(?:{any_of('documents.history.in_force')})"
)
_PASSED_BY: Final = LatePattern(
    r"([\u3400-\u9fff]{0,20}?)第[〇零一二三四五六七八九十]{1,4}届([\u3400-\u9fff]{0,24}?(?:人民代表大会|政治协商会议)(?:常务委员会)?)第"
)
_ISSUED_BY: Final = LatePattern(
    lambda: (
        rf"日[{BLANKS}]*([\u3400-\u9fff]{{2,20}}?)[{BLANKS}]*(?:令[^，。；]{{0,12}})?(?:{any_of('documents.history.promulgated')})"
    )
)
_SESSION_OF: Final = LatePattern(
    rf"日[{BLANKS}]*([\u3400-\u9fff]{{2,20}}?)(?:审判委员会|检察委员会)?第[0-9〇零一二三四五六七八九十百]{{1,6}}次[\u3400-\u9fff]{{0,4}}会议[^，。；]{{0,20}}通过"
)
_DAY_OR_YEAR: Final = LatePattern("日|年")


def history_lines(draft: Draft, body: int) -> list[LineFacts]:
    """Return the lines of the head, above line `body`, that tell the history (题注各行)."""
    return [
        line for line, kind in zip(draft.lines[:body], draft.kinds[:body], strict=True) if kind is Element.PROMULGATION
    ]


def number_of_history(draft: Draft, at: int, rest: int) -> Found[IssuanceNumber] | None:
    """Return the order that promulgated a law, the last that did so anew (题注中的令号)."""
    last: Found[IssuanceNumber] | None = None
    for i in range(at, rest):
        line = draft.lines[i]
        if draft.kinds[i] is not Element.PROMULGATION or "号" not in line.text:
            continue
        for mention in find_numbers(line.text):
            after = _PROMULGATED_BY.match(line.text, mention.end)
            if after is None or mention.value.form is NumberForm.REGULAR:
                continue
            # The second of a joint order (甲部令第10号、乙部令第1号发布) promulgates nothing anew.
            start = line.start + mention.start
            if last is None or (after["verb"] and draft.text[last.end : start].strip() != "、"):
                last = Found(mention.value, start, line.start + mention.end)
    return last


class HistoryDates(NamedTuple):
    """The latest day of a history, and the day from which it says that the law is in force (题注日期)."""

    latest: Found[DocumentDate] | None
    effective: Found[DocumentDate] | None


def dates_of_history(lines: Sequence[LineFacts]) -> HistoryDates:
    """Read the days of a history (读题注日期)."""
    latest: Found[DocumentDate] | None = None
    effective: Found[DocumentDate] | None = None
    for line in lines:
        for mention in find_dates(line.text):
            value = mention.value
            if isinstance(value, DateRange) or value.precision != "day":
                continue
            day = Found(value, line.start + mention.start, line.start + mention.end)
            if _IN_FORCE_AFTER.match(line.text, mention.end):
                effective = effective or day
            elif latest is None or latest.value < value:
                latest = day
    return HistoryDates(latest, effective)


def issuers_of_history(lines: Sequence[LineFacts]) -> Found[tuple[str, ...]] | None:
    """Return the organ that passed or issued a law (题注中的机关), of the first line that names one."""
    for line in lines:
        text = line.text
        passed = _PASSED_BY.search(text) if "届" in text else None
        if passed is not None:
            place = _DAY_OR_YEAR.split(passed[1])[-1]
            return Found((place + passed[2],), line.start, line.end)
        session = _SESSION_OF.search(text) if "次" in text else None
        if session is not None and vocabulary().is_organ(session[1]):
            return Found((session[1],), line.start + session.start(1), line.start + session.end(1))
        issued = _ISSUED_BY.search(text)
        if issued is not None and len(issued[1]) > 2 and issued[1][0] != "以" and is_organ(strip_state(issued[1])):
            return Found((strip_state(issued[1]),), line.start + issued.start(1), line.start + issued.end(1))
    return None
