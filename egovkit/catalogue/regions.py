"""Administrative divisions by code and by the names that texts print (行政区划查询)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final

from egovkit.catalogue.cells import made
from egovkit.catalogue.collection import Remade
from egovkit.data import table
from egovkit.models.region import Region, Tier
from egovkit.text.patterns import LatePattern

__all__ = ["MUNICIPALITIES", "Regions", "latest", "places_in", "region_in"]

MUNICIPALITIES: Final = frozenset(("11", "12", "31", "50"))
"""The first digits of the codes of 北京, 天津, 上海 and 重庆 (直辖市)."""
# Counties that no prefecture is over bear 90 in the place of its digits.
_NO_PREFECTURE: Final = "90"
# Two regions of one name are told apart by the year; what ended before this one is not what a text without a year means.
_PAST: Final = 2000
_SHORTEST: Final = 2
_GOVERNED: Final = ("人民", "政府", "委员会", "区委")
_PEOPLES: Final = LatePattern(
    "(?<=..)(?:(?:蒙古|回|藏|苗|彝|壮|布依|朝鲜|侗|白|土家|哈尼|哈萨克|傣|黎|傈僳|羌|景颇|柯尔克孜)族?)+(?=自治州$)"
)
_SHORT: Final = {
    "广西壮族自治区": "广西自治区", "宁夏回族自治区": "宁夏自治区", "新疆维吾尔自治区": "新疆自治区",
}  # fmt: skip


class Regions(Remade):
    """The regions of every year, by code and by name (行政区划表); each is made when it is asked for."""

    def __init__(self, lines: Sequence[Sequence[str]]) -> None:
        # code, name, first year, last year, source, confidence
        self._lines = lines
        self._made: dict[int, Region] = {}

    @classmethod
    @cache
    def shipped(cls) -> Regions:
        """Return those that come along (随包区划), read when first asked for."""
        return cls(table("regions")[1])

    def __iter__(self) -> Iterator[Region]:
        return map(self._region, range(len(self._lines)))

    def _region(self, place: int) -> Region:
        found = self._made.get(place)
        if found is None:
            code, name, first, last, source, confidence = self._lines[place]
            years = {"valid_from": int(first) if first else None, "valid_to": int(last) if last else None}
            fields = {"code": code, "name": name, **years, "source": source, "confidence": confidence}
            found = self._made[place] = made(Region, fields)
        return found

    @cached_property
    def _by_code(self) -> Mapping[str, list[int]]:
        groups: dict[str, list[int]] = {}
        for place, line in enumerate(self._lines):
            groups.setdefault(line[0], []).append(place)
        return groups

    @cached_property
    def _by_name(self) -> Mapping[str, list[int]]:
        groups: dict[str, list[int]] = {}
        for place, line in enumerate(self._lines):
            for name in _names(line[1]):
                groups.setdefault(name, []).append(place)
        return groups

    @cached_property
    def longest(self) -> int:
        """The length of the longest name (最长名称)."""
        return max(map(len, self._by_name), default=0)

    def named(self, name: str) -> tuple[Region, ...]:
        """Return the regions that go by a name (按名称), those of today first."""
        return tuple(sorted(map(self._region, self._by_name.get(name, ())), key=_last, reverse=True))

    def current(self) -> Iterator[Region]:
        """Yield the regions of today (现行区划)."""
        return (self._region(place) for place, line in enumerate(self._lines) if not line[3])

    def code(self, code: str, year: int | None = None) -> Region | None:
        """Return the region of a code in a year, the latest where none is given (某代码的区划)."""
        found = [
            region for region in map(self._region, self._by_code.get(code, ())) if year is None or region.existed(year)
        ]
        return max(found, key=_last, default=None)

    def above(self, region: Region) -> Region | None:
        """Return the region that one is part of (上级区划); None of a province."""
        if region.tier is Tier.PROVINCE:
            return None
        prefecture = region.code[:4] + "00"
        if region.tier is Tier.COUNTY and region.code[2:4] != _NO_PREFECTURE:
            found = self.code(prefecture, region.valid_to) or self.code(prefecture)
            if found is not None:
                return found
        return self.code(region.code[:2] + "0000")

    def full_name(self, region: Region) -> str:
        """Return a name that is no other's (全名): that of a county with the city or province that it is part of.

        >>> regions = Regions.shipped()
        >>> [regions.full_name(regions.code(code)) for code in ("430000", "430100", "430104", "110108")]
        ['湖南省', '长沙市', '长沙市岳麓区', '北京市海淀区']
        """
        above = self.above(region) if region.tier is Tier.COUNTY else None
        return region.name if above is None else above.name + region.name


def _last(region: Region) -> tuple[int, str]:
    return (region.valid_to or 9999, region.code)


def _names(name: str) -> Iterator[str]:
    yield name
    if name.endswith("自治州"):
        yield _PEOPLES.sub("", name).removesuffix("自治州") + "州"
    elif name in _SHORT:
        yield _SHORT[name]


def _within(inner: Region, outer: Region) -> bool:
    """Say whether a region can be part of another, by their codes."""
    if outer.tier is Tier.PROVINCE:
        return inner.code[:2] == outer.code[:2] and inner.tier is not Tier.PROVINCE
    return outer.tier is Tier.PREFECTURE and inner.code[:4] == outer.code[:4] and inner.tier is Tier.COUNTY


def places_in(regions: Regions, text: str, year: int | None = None) -> list[tuple[Region, int]]:
    """Return every region that a text can begin with, and where its name ends (开头的地名): the narrowest ones.

    Each is named with or without what it is part of. 朝阳区 is two districts, 北京市朝阳区 one.

    >>> [(place.code, end) for place, end in places_in(Regions.shipped(), "湖南省长沙市岳麓区人民政府")]
    [('430104', 9)]
    """
    found: list[tuple[Region, int]] = []
    todo: list[tuple[Region | None, int]] = [(None, 0)]
    while todo:
        outer, at = todo.pop()
        inner = _next(regions, text, at, outer, year)
        todo += inner
        if outer is not None and not inner:
            found.append((outer, at))
    return found


def _next(
    regions: Regions, text: str, at: int, outer: Region | None, year: int | None
) -> list[tuple[Region | None, int]]:
    """Return the regions that a text names from a place on, the longest name that there is, inside an outer region."""
    for size in range(min(regions.longest, len(text) - at), 1, -1):
        held = [
            region
            for region in regions.named(text[at : at + size])
            if (outer is None or _within(region, outer)) and (year is None or region.existed(year))
        ]
        if held:
            return [(region, at + size) for region in held]
    return []


def region_in(regions: Regions, text: str, year: int | None = None) -> Region | None:
    """Return the one region that a text begins with (所在区划); None where it is none, or may be several.

    Without a year it is that of today where regions of the past bore the name in another place long ago.

    >>> shipped = Regions.shipped()
    >>> region_in(shipped, "海淀区人民政府").code, region_in(shipped, "朝阳区人民政府"), region_in(shipped, "国务院")
    ('110108', None, None)
    """
    found = [
        place
        for place, end in latest(places_in(regions, text, year))
        # 东区, 新区 and 城区 begin many words as well.
        if end > _SHORTEST or end == len(text) or text.startswith(_GOVERNED, end)
    ]
    late = [region for region in found if year is not None or (region.valid_to or 9999) >= _PAST]
    kept = late or found
    return kept[0] if len(kept) == 1 else None


def latest(found: list[tuple[Region, int]]) -> list[tuple[Region, int]]:
    """Return of each place the last of the codes that it bore (各地最后的代码): a district is another in every city.

    >>> [place.code for place, _ in latest(places_in(Regions.shipped(), "正定县"))]
    ['130123']
    """
    places: dict[tuple[str, str], tuple[Region, int]] = {}
    for region, end in sorted(found, key=lambda one: _last(one[0]), reverse=True):
        district = region.name.endswith("区") and region.tier is Tier.COUNTY
        places.setdefault((region.code[: 4 if district else 2], region.name), (region, end))
    return list(places.values())
