"""Years of a list that says 年 once, at its end (年份列举): 2018、2019和2020年."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.grammar.dates.around import opens_year
from egovkit.grammar.dates.parts import FoundDate
from egovkit.grammar.dates.shapes import CONNECT, GAP, YEAR, part_of
from egovkit.text.limits import MAX_DATE, MIN_YEAR
from egovkit.text.patterns import LatePattern

__all__ = ["years_before"]

_LISTED_YEAR: Final = LatePattern(rf"(?P<y>{YEAR})(?:{CONNECT}(?P<last>{YEAR}))?{GAP}(?:[、,，]|和|及|与|以及){GAP}\Z")
_MOST_LISTED: Final = 24


def years_before(text: str, found: FoundDate, done: int) -> Iterator[FoundDate]:
    """Yield the years of a list that says 年 once, at its end (2018、2019和2020年, 2015—2017、2020年)."""
    if found.first[1:] != (None, None):
        return
    before: list[FoundDate] = []
    start, later = found.start, found.first[0]
    while len(before) < _MOST_LISTED and (one := _LISTED_YEAR.search(text, max(done, start - MAX_DATE), start)):
        year, last = part_of(one["y"]) or 0, part_of(one["last"])
        if not opens_year(text, one.start()) or not MIN_YEAR <= year <= (last or year) < later:
            break
        before.append(
            FoundDate(
                one.start(), one.end("last" if last else "y"), (year, None, None), (last, None, None) if last else None
            )
        )
        start, later = one.start(), year
    yield from reversed(before)
