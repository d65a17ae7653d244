"""The head of minutes (纪要): below their number they name who issues them, and often the day; they have no signature."""

from __future__ import annotations

from typing import Final, NamedTuple

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found
from egovkit.documents.head_reading.head import Head
from egovkit.documents.organ_lines import organs_of
from egovkit.errors import ParseError
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

__all__ = ["ATTENDING", "MinutesHead", "read_minutes_head"]

_MINUTES: Final = "纪要"
ATTENDING: Final = LatePattern("(?:出席|请假|列席)[：:]")
"""What the lists of those who attended, were excused and sat in begin with (出席、请假、列席): 10.3."""
# 某市人民政府办公室　2021年3月4日, either of them alone, or with 编 before the day.
_LINE: Final = LatePattern(
    rf"(?P<organs>[\u3400-\u9fff（）、{BLANKS}]{{3,60}}?)?[{BLANKS}]*"
    rf"(?P<day>(?:[0-9０-９]{{4}}|[〇○零一二三四五六七八九]{{4}})[{BLANKS}]?年.{{1,4}}月.{{1,5}}日)?"
)


class MinutesHead(NamedTuple):
    """Who issues minutes, and when, as their head prints it (纪要版头)."""

    issuers: Found[tuple[str, ...]] | None
    dated: Found[DocumentDate] | None


def read_minutes_head(draft: Draft, head: Head) -> MinutesHead:
    """Read the lines between the number of minutes and their text (读纪要版头); nothing where these are no minutes.

    >>> from egovkit.documents.head_reading.head import read_head
    >>> draft = Draft("专题会议纪要\\n〔2021〕9号\\n某市人民政府办公室　2021年3月4日\\n会议听取了有关汇报。")
    >>> issuers, dated = read_minutes_head(draft, read_head(draft))
    >>> issuers.value, str(dated.value)
    (('某市人民政府办公室',), '2021-03-04')
    """
    issuers: Found[tuple[str, ...]] | None = None
    dated: Found[DocumentDate] | None = None
    number = head.number
    if number is None or not (
        _is_of_minutes(number.value.code) or (head.title and head.title.value.endswith(_MINUTES))
    ):
        return MinutesHead(None, None)
    for i in range(head.body):
        line = draft.lines[i]
        # Above a title of their own the line is none of the head's that is known by itself.
        free = draft.kinds[i] in (None, Element.RESIDUE)
        found = _LINE.fullmatch(line.text) if line.start >= number.end and free else None
        if found is None:
            continue
        names = organs_of(found["organs"]) if found["organs"] else ()
        if names and issuers is None:
            issuers = Found(names, line.start, line.start + found.end("organs"))
        if found["day"] and dated is None and (names or not found["organs"]):
            dated = _day(found["day"], line.start + found.start("day"), line.end)
    return MinutesHead(issuers, dated)


def _is_of_minutes(code: str | None) -> bool:
    return code is not None and code.endswith(_MINUTES)


def _day(printed: str, start: int, end: int) -> Found[DocumentDate] | None:
    try:
        return Found(DocumentDate.parse(printed), start, end)
    except ParseError:
        return None
