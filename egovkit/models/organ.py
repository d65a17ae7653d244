"""The organs that issue official documents (机关), and the codes they number them with (机关代字)."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from egovkit.models.frozen import Frozen
from egovkit.models.region import RegionCode, Tier, tier_of

__all__ = ["ChangeKind", "Organ", "OrganChange", "OrganCode", "OrganLevel", "Period"]


class OrganLevel(StrEnum):
    """Where in the state an organ stands (机关层级).

    An office (办公厅, 办公室) has the level of the organ it serves, and names it as its parent.

    >>> OrganLevel("agency").chinese
    '国务院直属机构'
    """

    PARTY = "party"
    NPC = "npc"
    STATE_COUNCIL = "state_council"
    MINISTRY = "ministry"
    AGENCY = "agency"
    SUPERVISION = "supervision"
    JUDICIARY = "judiciary"
    MILITARY = "military"
    MASS = "mass"
    ENTERPRISE = "enterprise"
    PROVINCE_PARTY = "province_party"
    PROVINCE = "province"
    PROVINCE_DEPARTMENT = "province_department"
    CITY = "city"
    CITY_DEPARTMENT = "city_department"
    DISTRICT = "district"

    @property
    def chinese(self) -> str:
        """The level's name in Chinese (层级名称)."""
        return _LEVELS[self]


_LEVELS = {
    OrganLevel.PARTY: "中央党组织",
    OrganLevel.NPC: "人大、政协",
    OrganLevel.STATE_COUNCIL: "国务院及其议事协调机构",
    OrganLevel.MINISTRY: "国务院组成部门",
    OrganLevel.AGENCY: "国务院直属机构",
    OrganLevel.SUPERVISION: "监察机关",
    OrganLevel.JUDICIARY: "审判、检察机关",
    OrganLevel.MILITARY: "军队",
    OrganLevel.MASS: "群团组织",
    OrganLevel.ENTERPRISE: "企业、银行",
    OrganLevel.PROVINCE_PARTY: "省级党委",
    OrganLevel.PROVINCE: "省级政府",
    OrganLevel.PROVINCE_DEPARTMENT: "省级政府部门",
    OrganLevel.CITY: "市级政府",
    OrganLevel.CITY_DEPARTMENT: "市级政府部门",
    OrganLevel.DISTRICT: "区县政府及部门",
}

_LOCAL = {
    OrganLevel.PROVINCE_PARTY: Tier.PROVINCE,
    OrganLevel.PROVINCE: Tier.PROVINCE,
    OrganLevel.PROVINCE_DEPARTMENT: Tier.PROVINCE,
    OrganLevel.CITY: Tier.PREFECTURE,
    OrganLevel.CITY_DEPARTMENT: Tier.PREFECTURE,
    OrganLevel.DISTRICT: Tier.COUNTY,
}

RowConfidence = Literal["sure", "likely", "inferred", "composed"]
"""How sure a row is: `inferred` says that it is in no table and follows from one that is, `composed` that it is a region
with a department that such regions have, or letters of both: a candidate, which nothing accuses anyone by."""


class ChangeKind(StrEnum):
    """What became of an organ (变更方式).

    - `renamed`: one organ went on under a new name.
    - `merged`: it became part of a new one.
    - `split`: the successor took over part of it.
    - `absorbed`: its tasks went to an organ that stood already.
    """

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    ABSORBED = "absorbed"


class Period(Frozen):
    """Years in which an organ bore a name, both included (存续期): None where a bound is not known, or not reached.

    >>> Period(start=1998, end=2003).covers(2003), Period(start=1998).covers(1990), Period().covers(1990)
    (True, False, None)
    """

    start: int | None = None
    end: int | None = None

    def covers(self, year: int) -> bool | None:
        """Say whether the year lies in the period (是否存续); None where that is not known."""
        if self.end is not None and year > self.end:
            return False
        if self.start is None:
            return None
        return year >= self.start


class Organ(Frozen):
    """An organ that issues official documents (机关), under one of the names it bore.

    An organ that got another name is another `Organ`, tied to this one by `predecessors` and `successors`; a name
    that was given up and taken again (教育部 until 1985 and from 1998) is one `Organ` of two `periods`.

    - `name`: the full name without 中华人民共和国.
    - `short_name`: the standard abbreviation (规范化简称), None where there is none.
    - `aliases`: every other name it goes by in official texts, `short_name` among them.
    - `level`: what kind of organ it is; `tier`: how high in the state, national, province, prefecture or county.
    - `parent`: the organ that an office (办公厅) serves; of a local organ the government that it is a department of, of
      a government the one above it.
    - `region`: the code of its region by GB/T 2260, six digits as text; None for an organ of the centre.
    - `predecessors`, `successors`: by name, nearest first in time.
    - `source`: keys of the table of sources, parted by |; empty where it is known from practice alone. Of the rows that
      come along none is `sure` without one.

    >>> Organ(name="财政部", level="ministry", periods=(Period(start=1949),)).existed(2014)
    True
    """

    name: str
    short_name: str | None = None
    aliases: tuple[str, ...] = ()
    level: OrganLevel
    periods: tuple[Period, ...] = ()
    parent: str | None = None
    region: RegionCode | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    source: str = ""
    confidence: RowConfidence = "likely"

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The full name and the aliases (全部名称)."""
        return (self.name, *self.aliases)

    @property
    def tier(self) -> Tier:
        """How high in the state it is (行政层级): that of its region, or of its level where no region is known.

        >>> Organ(name="长沙市住房和城乡建设局", level="city_department", region="430100").tier.value
        'prefecture'
        >>> Organ(name="财政部", level="ministry").tier.value
        'national'
        """
        return _LOCAL.get(self.level, Tier.NATIONAL) if self.region is None else tier_of(self.region)

    @property
    def valid_from(self) -> int | None:
        """The first year of the name (启用年); None where it is not known."""
        return self.periods[0].start if self.periods else None

    @property
    def valid_to(self) -> int | None:
        """The last year of the name (停用年); None where it is not known, and while the name is in use."""
        return self.periods[-1].end if self.periods else None

    def existed(self, year: int) -> bool | None:
        """Say whether there was an organ of this name in a year (是否存续); None where that is not known."""
        known = [period.covers(year) for period in self.periods] or [None]
        return True if True in known else None if None in known else False


class OrganCode(Frozen):
    """A code and the organ whose documents it numbers (机关代字).

    - `functional_class`: the letters at the end that tell the kind of document (发, 函, 规 …), None where there are none.
    - `valid_from`, `valid_to`: the years in which the code was this organ's, both included.
    - `first_seen`, `last_seen`: years in which it was met; it may be older or younger.
    - `example`: a real number with this code.
    - `source`: where the row was met, as in `Organ`.

    >>> OrganCode(code="国办发", organ="国务院办公厅", functional_class="办发").valid(2014)
    True
    """

    code: str
    organ: str
    functional_class: str | None = None
    valid_from: int | None = None
    valid_to: int | None = None
    first_seen: int | None = None
    last_seen: int | None = None
    example: str | None = None
    source: str = ""
    confidence: RowConfidence = "likely"
    note: str | None = None

    def valid(self, year: int) -> bool:
        """Say whether nothing speaks against the code being this organ's in a year (是否适用)."""
        return (self.valid_from is None or self.valid_from <= year) and (self.valid_to is None or year <= self.valid_to)


class OrganChange(Frozen):
    """One step in the history of the organs (机构变更): what became of `predecessor` in `year`.

    >>> str(OrganChange(predecessor="建设部", successor="住房和城乡建设部", year=2008, kind="renamed"))
    '建设部 → 住房和城乡建设部 (2008, renamed)'
    """

    predecessor: str
    successor: str
    year: int
    kind: ChangeKind
    source: str = ""
    confidence: RowConfidence = "likely"

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor} ({self.year}, {self.kind})"
