"""The date that a head prints below the title (题下日期): in brackets, beside its organ or number, or above or below one.

>>> from egovkit.documents.draft import Draft
>>> date = read_head_date(Draft("甲县公安局关于乙的函\\n1988年12月8日,甲县公安局\\n某某局:"), 1)
>>> date.date.value, date.organs.value, date.alone
('1988年12月8日', '甲县公安局', True)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from egovkit.documents.draft import Draft, Found
from egovkit.documents.line_facts import LineFacts, read_date_line
from egovkit.documents.organ_lines import organs_of
from egovkit.grammar.force import DATE_LINE
from egovkit.models.issuance import find_numbers
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

__all__ = ["HEAD_DATE", "HeadDate", "read_head_date"]

_MAX_LINE: Final = 100
_FIRST: Final = frozenset("12１２一二")
_JOINT: Final = BLANKS + ",，、;；"
_DAY: Final = LatePattern(
    rf"(?:[0-9０-９〇○ＯO零一二三四五六七八九]{{4}}年[0-9０-９一二三四五六七八九十]{{1,3}}月[0-9０-９一二三四五六七八九十]{{1,3}}日"
    rf"|[0-9]{{4}}[-.][0-9]{{1,2}}[-.][0-9]{{1,2}})(?=[{_JOINT}]|$)"
)
HEAD_DATE: Final = DATE_LINE


@dataclass(frozen=True, slots=True)
class HeadDate:
    """A date of the head (题下日期), the organs beside it, and whether the line has nothing but these."""

    date: Found[str]
    organs: Found[str] | None
    alone: bool


def read_head_date(draft: Draft, i: int) -> HeadDate | None:
    """Read the date of line `i` of a head (读题下日期); None where it has none that is the document's.

    A date alone may be that of the page: it counts in brackets, or next to the document's number.
    """
    line = draft.lines[i]
    text = line.text
    if len(text) > _MAX_LINE:
        return None
    if text[0] in "（(" and text[-1] in "）)" and read_date_line(text[1:-1].strip(BLANKS)) is not None:
        return HeadDate(Found(text[1:-1], line.start + 1, line.end - 1), None, alone=True)
    found = _DAY.match(text) if text[0] in _FIRST else None
    if found is None or read_date_line(found[0]) is None:
        return None
    date = Found(found[0], line.start, line.start + found.end())
    rest = text[found.end() :].lstrip(_JOINT)
    if not rest:
        return HeadDate(date, None, alone=True) if text[-1] == "日" and _is_beside_number(draft, i) else None
    at = line.end - len(rest)
    # 2021-03-12 市卫健委 says when and by whom a page was put up.
    if found[0][-1] == "日" and (organs := organs_of(rest)):
        # After a blank they may go on below: 1980年12月27日 甲委员会 / 乙委员会发布.
        listed = text[found.end()] not in BLANKS
        return HeadDate(date, Found(" ".join(organs), at, line.end) if listed else None, alone=True)
    return HeadDate(date, None, alone=False) if _is_all_number(rest) else None


def _is_beside_number(draft: Draft, i: int) -> bool:
    """Say whether a number is above or below a date, and no other date: those of a column are of a page's table."""
    beside = [draft.lines[j] for j in (i - 1, i + 1) if 0 <= j < draft.foot]
    return any(map(_is_number, beside)) and all(line.date is None for line in beside)


def _is_number(line: LineFacts) -> bool:
    return "号" in line.text and len(line.text) <= _MAX_LINE and _is_all_number(line.text)


def _is_all_number(text: str) -> bool:
    found = find_numbers(text) if "号" in text else []
    return len(found) == 1 and found[0].start == 0 and found[0].end == len(text)
