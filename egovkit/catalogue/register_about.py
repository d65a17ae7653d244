"""What the register says of itself (登记册说明): its version, how complete each series is, and where its rows are from."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from egovkit.data import read

__all__ = ["VERSION", "RegisterAbout", "Series", "Source", "shipped_about"]

VERSION: Final = "2026-11-28"
"""The day on which the tables of the register were made."""


class Series(NamedTuple):
    """The numbers of one code and year (字号系列): how many are known, and the highest serial known.

    >>> Series("国办发", 2014, 57, 71, "2014-01-08", "2014-12-30").share
    0.8
    """

    code: str
    year: int
    known: int
    highest: int
    first: str
    last: str

    @property
    def share(self) -> float:
        """The part of the serials up to the highest one that is known (完整度); the true one may be lower."""
        return round(self.known / self.highest, 2)


class Source(NamedTuple):
    """Where rows are from (来源), on what terms, and what was taken."""

    key: str
    name: str
    what: str
    terms: str
    use: str


class RegisterAbout(NamedTuple):
    """The register's own account (数据说明).

    >>> about = shipped_about()
    >>> about.version, about.share("国函", 2013, 2022) < about.share("国发", 2013, 2022)
    ('2026-11-28', True)
    """

    version: str
    series: tuple[Series, ...]
    sources: tuple[Source, ...]

    def share(self, code: str, first: int, last: int) -> float:
        """Return the part of a code's serials that is known over some years (完整度)."""
        mine = [series for series in self.series if series.code == code and first <= series.year <= last]
        highest = sum(series.highest for series in mine)
        return round(sum(series.known for series in mine) / highest, 2) if highest else 0.0

    def source(self, key: str) -> Source | None:
        """Return the source of a key of `PolicyRecord.sources` (查来源): cite:X is the kind cite."""
        return next((source for source in self.sources if source.key == key.split(":", maxsplit=1)[0]), None)


@cache
def shipped_about() -> RegisterAbout:
    """Return the account of the register that comes along."""
    series = (line.split("\t") for line in read("register/series.tsv").split("\n")[1:-1])
    sources = (line.split("\t") for line in read("register/sources.tsv").split("\n")[1:-1])
    return RegisterAbout(
        VERSION,
        tuple(Series(code, int(year), int(known), int(high), *days) for code, year, known, high, *days in series),
        tuple(Source(*cells) for cells in sources),
    )
