"""How a document went through the country (政策扩散): which documents took it up, where, and after how many days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import NamedTuple

from egovkit.corpus.places import Level
from egovkit.models.citation import Relation

__all__ = ["Diffusion", "LevelReach", "Reach"]


@dataclass(frozen=True, slots=True)
class Reach:
    """A document of the corpus that took another up (扩散节点).

    - `level`, `region`: of its issuer; `day`: its date, `days`: how many after that of the other one; None where a date is
      a year or a month.
    - `relation`: in what role it cites it, or what it cites that cites it; `steps`: 1 where it cites it itself.
    """

    key: str
    title: str | None
    level: Level | None
    region: str | None
    day: date | None
    days: int | None
    relation: Relation
    steps: int

    def row(self) -> dict[str, object]:
        """Return it as plain values (行)."""
        return {name: getattr(self, name) for name in self.__slots__}


class LevelReach(NamedTuple):
    """What a level took up (某层级扩散): how many documents, of how many regions, the first and the middle one in days."""

    level: str | None
    documents: int
    regions: int
    first: int | None
    median: float | None


@dataclass(frozen=True, slots=True)
class Diffusion:
    """The documents that took one up, in the order of their dates (扩散): `rows()` and `by_level()` are tables of it."""

    key: str
    title: str | None
    day: date | None
    reached: tuple[Reach, ...]

    def __iter__(self) -> Iterator[Reach]:
        return iter(self.reached)

    def __len__(self) -> int:
        return len(self.reached)

    def rows(self) -> list[dict[str, object]]:
        """Return a row for each document (扩散表)."""
        return [reach.row() for reach in self.reached]

    def by_level(self) -> list[LevelReach]:
        """Return a row for each level, from the highest; None for documents of unknown issuers (按层级)."""
        found = []
        for level in ("national", "province", "prefecture", "county", None):
            of_level = [reach for reach in self.reached if reach.level == level]
            days = sorted(reach.days for reach in of_level if reach.days is not None)
            regions = {reach.region for reach in of_level if reach.region is not None}
            if of_level:
                first, middle = (days[0], float(median(days))) if days else (None, None)
                found.append(LevelReach(level, len(of_level), len(regions), first, middle))
        return found

    def by_region(self) -> list[tuple[str, int, int | None]]:
        """Return each region with how many documents took it up, and the days to the first, soonest first (按区划)."""
        days: dict[str, list[int | None]] = {}
        for reach in self.reached:
            if reach.region is not None:
                days.setdefault(reach.region, []).append(reach.days)
        found = [
            (region, len(each), min((day for day in each if day is not None), default=None))
            for region, each in days.items()
        ]
        return sorted(found, key=lambda row: (row[2] is None, row[2] or 0, row[0]))

    def to_svg(self) -> str:
        """Return the curve of how many documents had taken it up after how many days, a line for each level (扩散曲线)."""
        from egovkit.corpus.pictures import curve

        return curve(self)
