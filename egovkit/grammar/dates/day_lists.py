"""Days and months of a list that says year and month once, at its beginning (日期列举): 2024年3月7日、8日和11日."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.grammar.dates.parts import DateParts, FoundDate, fault_of, first_day, last_day
from egovkit.grammar.dates.shapes import DAY, GAP, JOINT, MONTH, SHORT, ends_after, inherited, part_of, parts_of
from egovkit.text.folding import LINE_ENDS
from egovkit.text.patterns import LatePattern

__all__ = ["days_after", "months_of"]

_AND: Final = f"{GAP}(?:、|和|及|与|以及){GAP}"
# 2006年12月30日（星期六）、31日（星期日）
_WEEKDAY: Final = rf"(?:{GAP}[（(][^（()）\n]{{1,12}}[)）])?"
# 7日和10日内 is a day and a span of days, 8号楼 a house: after 号 the words end or the list goes on.
_SPAN: Final = "(?![内后间期均游龄]|以[内上下后]|之[内后]|左右|工期|工作日|公示|两夜|滞纳|宽限)"
_UNIT: Final = f"(?:日|号(?=\\Z|[，。；：、！？）)」”》{LINE_ENDS}]|[和及与至到—~-])){_SPAN}"
_DAY: Final = LatePattern(f"{_WEEKDAY}{_AND}(?:(?P<m>{MONTH}){GAP}月{GAP})?(?P<d>{DAY}){GAP}{_UNIT}")
_MONTH: Final = LatePattern(f"{_WEEKDAY}{_AND}(?P<m>{MONTH}){GAP}月(?:(?P<d>{DAY}){GAP}{_UNIT}|份?+(?!{DAY}){_SPAN})")
_MONTHS: Final = LatePattern(
    f"{GAP}(?P<first>{MONTH}(?:{GAP}、{GAP}{MONTH}){{0,10}}){_AND}(?P<last>{MONTH}){GAP}月份?+(?!{DAY}){_SPAN}"
)
_ONE: Final = LatePattern(MONTH)
_MOST_LISTED: Final = 24


def months_of(text: str, found: FoundDate) -> list[FoundDate]:
    """Return the months of a list that says 年 once and 月 once (2024年3、4月); [] where `found` is no year before one."""
    months = _MONTHS.match(text, found.end) if found.first[1] is None and found.last is None else None
    if months is None or text[found.end - 2 : found.end - 1] in ("学", "财"):
        # The months of a school year are of two.
        return []
    spans = [one.span() for one in _ONE.finditer(text, *months.span("first"))] + [months.span("last")]
    listed = [(found.first[0], part_of(text[start:end]), None) for start, end in spans]
    if any(fault_of(parts) is not None for parts in listed) or not all(map(_ascend, listed, listed[1:])):
        return []
    starts = [found.start, *[start for start, _ in spans[1:]]]
    ends = [*[end for _, end in spans[:-1]], months.end()]
    return [FoundDate(start, end, parts, None) for start, end, parts in zip(starts, ends, listed, strict=True)]


def days_after(text: str, found: FoundDate) -> Iterator[FoundDate]:
    """Yield the days or months that follow a written date in a list, and share what they do not say (2024年3月7日、8日).

    They ascend; a day that does not is one of another month, or none.
    """
    shape, before = (_MONTH if found.first[2] is None else _DAY), found.last or found.first
    end = found.end
    if before[1] is None or text[end - 1] in "年度":
        return
    for _ in range(_MOST_LISTED):
        one = shape.match(text, end)
        parts = None if one is None else inherited(parts_of(one), before)
        if one is None or parts is None or fault_of(parts) is not None or not _ascend(before, parts):
            return
        begins = one.start("m") if one["m"] else one.start("d")
        member = FoundDate(begins, one.end(), parts, None)
        for other in ends_after(text, one, JOINT, (SHORT,)):
            last = inherited(parts_of(other), parts)
            if last is not None and fault_of(last) is None and _ascend(parts, last):
                member = FoundDate(begins, other.end(), parts, last)
        yield member
        before, end = member.last or parts, member.end


def _ascend(one: DateParts, other: DateParts) -> bool:
    return last_day(one) < first_day(other)
