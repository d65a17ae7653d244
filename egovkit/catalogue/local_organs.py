"""Governments and their departments that no row names, by composition (地方机关): a region, and a common department of it.

That there is the region is known; that it has a department of that name is taken from there being one elsewhere, which
is why its confidence is `composed`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from egovkit.catalogue.regions import MUNICIPALITIES, Regions, latest, places_in
from egovkit.data import rows
from egovkit.models.organ import Organ, OrganCode, OrganLevel, Period
from egovkit.models.region import Region, Tier
from egovkit.text.patterns import LatePattern

__all__ = ["composed", "composed_codes", "departments_of"]

_GOVERNMENT: Final = "人民政府"
_LEVELS: Final = {
    Tier.PROVINCE: (OrganLevel.PROVINCE, OrganLevel.PROVINCE_DEPARTMENT),
    Tier.PREFECTURE: (OrganLevel.CITY, OrganLevel.CITY_DEPARTMENT),
    Tier.COUNTY: (OrganLevel.DISTRICT, OrganLevel.DISTRICT),
}
_DOWN: Final = (Tier.PROVINCE, Tier.PREFECTURE, Tier.COUNTY)
_LONGEST_TAIL: Final = 4
_CENTRAL: Final = frozenset(("party", "state_council", "ministry", "agency"))
_LEAST_CODES: Final = 3
_SPECIAL: Final = "特别行政区"
_OFFICED: Final = ("地区", "盟")
# What the names of departments end in, and of places: most names that are asked for are none, and cost next to nothing.
_ENDINGS: Final = tuple("厅局委会府室办院署")
_PLACE: Final = LatePattern("[省市县区州旗盟]")


class Department(NamedTuple):
    """A department as governments have it (常设部门): its names without the place, where and when there is one."""

    name: str
    aliases: tuple[str, ...]
    tiers: frozenset[Tier]
    letters: tuple[str, ...]
    start: int | None
    end: int | None
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """The full name and the short ones (全称与简称)."""
        return (self.name, *self.aliases)

    def existed(self, year: int | None) -> bool:
        """Say whether nothing speaks against the name in a year (是否存续)."""
        return year is None or ((self.start or 0) <= year <= (self.end or 9999))


@cache
def departments_of(tier: Tier) -> dict[str, tuple[Department, ...]]:
    """Return the departments of the governments of a tier by each of their names (某级政府的部门)."""
    groups: dict[str, list[Department]] = {}
    for row in rows("local_departments"):
        department = Department(
            row["name"],
            tuple(filter(None, row["aliases"].split("|"))),
            frozenset(map(Tier, row["tiers"].split("|"))),
            tuple(filter(None, row["letters"].split("|"))),
            int(row["valid_from"]) if row["valid_from"] else None,
            int(row["valid_to"]) if row["valid_to"] else None,
            row["source"],
        )
        if tier in department.tiers:
            for name in department.names:
                groups.setdefault(name, []).append(department)
    return {name: tuple(found) for name, found in groups.items()}


def _as_there(region: Region, departments: Iterable[Department]) -> Iterator[Department]:
    """Yield departments as a region has them (当地机构): a municipality has no 厅, but a bureau or a commission."""
    for department in departments:
        if region.code[:2] in MUNICIPALITIES and department.name.endswith("厅"):
            stem, known = department.name[:-1], departments_of(region.tier)
            yield from (other for ending in ("委员会", "局") for other in known.get(stem + ending, ()))
        else:
            yield department


def _order(place: tuple[Region, int]) -> tuple[bool, str]:
    """Order the places that a name can mean: those of today first, each by its code."""
    return (place[0].valid_to is not None, place[0].code)


# ---- by name


@lru_cache(maxsize=4096)
def composed(name: str, year: int | None = None) -> tuple[Organ, ...]:
    """Return the organs that a name of a place and a department can mean (按组成查机关).

    >>> [(organ.name, organ.region) for organ in composed("湖南省长沙市住建局")]
    [('长沙市住房和城乡建设局', '430100')]
    >>> composed("长沙市某某局"), composed("长沙市")
    ((), ())
    """
    if not name.endswith(_ENDINGS) or _PLACE.search(name) is None:
        return ()
    regions = Regions.shipped()
    found: dict[str, Organ] = {}
    for region, end in sorted(latest(places_in(regions, name, year)), key=_order):
        rest = name[end:]
        for department in _as_there(region, departments_of(region.tier).get(_usual(region, rest), ())):
            if rest in {_own(region, one) for one in department.names}:
                organ = _organ(regions, region, department)
                # 渝中区 was one of 四川省 before: of one name the organ of today is meant.
                found.setdefault(organ.name, organ)
    return tuple(found.values())


def _organ(regions: Regions, region: Region, department: Department) -> Organ:
    place = regions.full_name(region)
    government = department.name.startswith(_GOVERNMENT)
    whole, own = _LEVELS[region.tier]
    names = [_own(region, name) for name in department.names]
    full = place + names[0]
    short = [place + alias for alias in names[1:]]
    # A county goes by its own name as well, and by that with the province before it.
    above = regions.above(region)
    longer = [] if above is None else [above.name] if above.tier is Tier.PROVINCE else _provinces(regions, above)
    bare = () if place == region.name else tuple(region.name + name for name in names)
    aliases = (
        *short,
        *bare,
        *(outer + name for outer in longer for name in (full, *short) if not name.startswith(outer)),
    )
    return Organ(
        name=full,
        short_name=short[0] if short else None,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != full)),
        level=whole if government else own,
        periods=_periods(region, department),
        parent=_parent(regions, region, place, department),
        region=region.code,
        source="|".join(dict.fromkeys((*region.source.split("|"), *filter(None, (department.source,))))),
        confidence="composed",
    )


def _provinces(regions: Regions, above: Region) -> list[str]:
    province = regions.above(above)
    return [] if province is None else [province.name]


def _parent(regions: Regions, region: Region, place: str, department: Department) -> str:
    if department.name != _GOVERNMENT:
        return place + _own(region, _GOVERNMENT)
    above = regions.above(region)
    return "国务院" if above is None else regions.full_name(above) + _own(above, _GOVERNMENT)


def _own(region: Region, name: str) -> str:
    """Return a department's name as the government of a region calls it: a league and an area have an 行政公署."""
    if region.name.endswith(_SPECIAL):
        return name.replace(_GOVERNMENT, "政府")
    if not region.name.endswith(_OFFICED):
        return name
    return re.sub("^(?:人民)?政府", lambda found: "行政公署" if found[0] == _GOVERNMENT else "行署", name)


def _usual(region: Region, name: str) -> str:
    """Return a department's name as the table has it."""
    return re.sub("^行(?:政公)?署", _GOVERNMENT, name) if region.name.endswith(_OFFICED) else name


def _periods(region: Region, department: Department) -> tuple[Period, ...]:
    """Return the years that region and department have in common."""
    starts = [year for year in (region.valid_from, department.start) if year is not None]
    ends = [year for year in (region.valid_to, department.end) if year is not None]
    return (Period(start=max(starts, default=None), end=min(ends, default=None)),)


# ---- by code


def composed_codes(code: str, year: int | None = None) -> tuple[OrganCode, ...]:
    """Return the candidates that the letters of a place and of a department give (按代字组成): 湘发改, 长住建发.

    >>> [row.organ for row in composed_codes("湘发改")]
    ['湖南省发展和改革委员会']
    >>> [row.organ for row in composed_codes("长住建发", 2020)][:3]
    ['长春市住房和城乡建设局', '长沙市住房和城乡建设局', '长治市住房和城乡建设局']

    Those of cities come first, then those of counties.
    """
    regions = Regions.shipped()
    for size in (2, 1):
        found = [
            OrganCode(code=code, organ=_organ(regions, region, department).name, confidence="composed")
            for region in _lettered().get(code[:size], ())
            if year is None or region.existed(year)
            for department in dict.fromkeys(_as_there(region, _lettered_departments(region.tier, code[size:])))
            if department.existed(year)
        ]
        if found:
            return tuple(found)
    return ()


def _lettered_departments(tier: Tier, rest: str) -> Iterator[Department]:
    """Yield the departments whose letters a code has after its place, the longest letters that there are."""
    tails = _tails()
    by_letters = _by_letters(tier)
    for size in range(min(len(rest), 4), 0, -1):
        tail = rest[size:]
        # One letter begins many words; only the letters of a kind of document may follow it.
        if tail and (tail[0] in "办厅党" or not (tail in tails or (size > 1 and len(tail) <= _LONGEST_TAIL))):
            continue
        if found := by_letters.get(rest[:size]):
            yield from found
            return


@cache
def _tails() -> frozenset[str]:
    """Return the letters that tell the kind of a document."""
    return frozenset(row["functional_class"] for row in rows("organs"))


@cache
def _by_letters(tier: Tier) -> dict[str, tuple[Department, ...]]:
    groups: dict[str, list[Department]] = {}
    for found in departments_of(tier).values():
        for department in found:
            for letters in department.letters:
                if department not in groups.setdefault(letters, []):
                    groups[letters].append(department)
    return {letters: tuple(held) for letters, held in groups.items()}


@cache
def _lettered() -> dict[str, tuple[Region, ...]]:
    """Return the places of the letters that their codes begin with (地方代字): registered ones, and else by first letter.

    By its first letter goes a prefecture or a county of no registered letters, where no province has the letter: 黄府 is
    黄浦 as well as 黄冈. No county goes by a letter that codes of the centre begin with. Only regions of today are guessed at.
    """
    regions = Regions.shipped()
    groups: dict[str, list[Region]] = {}
    known: set[str] = set()
    for row in rows("region_letters"):
        if (region := regions.code(row["region"])) is not None:
            known.add(region.code)
            groups.setdefault(row["letters"], []).append(region)
    central = _central_letters()
    taken = {letters for letters, held in groups.items() if any(region.tier is Tier.PROVINCE for region in held)}
    for region in regions.current():
        letter = region.name[0]
        if region.tier is Tier.PROVINCE or region.code in known or letter in taken:
            continue
        if region.tier is Tier.PREFECTURE or letter not in central:
            groups.setdefault(letter, []).append(region)
    return {letters: tuple(sorted(held, key=lambda one: _DOWN.index(one.tier))) for letters, held in groups.items()}


def _central_letters() -> frozenset[str]:
    """Return the letters that several codes of organs of the centre begin with: 交, 财, 建."""
    count = Counter(row["code"][0] for row in rows("organs") if row["level"] in _CENTRAL)
    return frozenset(letter for letter, codes in count.items() if codes >= _LEAST_CODES)
