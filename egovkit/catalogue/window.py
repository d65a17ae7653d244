"""Between which days a number of a series was given (年代窗口), by the numbers before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from egovkit.catalogue.cells import date_in
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber, NumberForm

__all__ = ["Window", "series_of", "window_of"]


class Window(NamedTuple):
    """The neighbours of a number in its series (邻号): `after` the day of the one before, `before` of the next.

    None where the register has no earlier, or no later number of that year; `known` says how many it has.
    """

    after: DocumentDate | None
    before: DocumentDate | None
    known: int


def series_of(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return the lines of each series by what its numbers begin with (按系列分组): 国办发〔2014〕."""
    series: dict[str, list[str]] = {}
    for line in lines:
        lead, closer, _ = line.partition("〕")
        if closer and "\t" not in lead:
            series.setdefault(f"{lead}〕", []).append(line)
    return series


def window_of(number: IssuanceNumber, series: Mapping[str, Iterable[str]]) -> Window | None:
    """Return the window of a regular number in the series of the register (求窗口)."""
    if number.form is not NumberForm.REGULAR or number.code is None:
        return None
    lead = f"{number.code}〔{number.year}〕"
    dated: list[tuple[int, str]] = []
    for line in series.get(lead, ()):
        cells = line.split("\t", 5)
        if len(cells[4]) == len("2014-11-01"):
            dated.append((int(cells[0][len(lead) : -1]), cells[4]))
    dated.sort()
    before = [day for serial, day in dated if serial < number.serial]
    after = [day for serial, day in dated if serial > number.serial]
    if not before and not after:
        return None
    return Window(date_in(before[-1]) if before else None, date_in(after[0]) if after else None, len(dated))
