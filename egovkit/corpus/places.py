"""How high in the state a document's issuer stands, and where (层级与区划)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from egovkit.catalogue.organs import organs
from egovkit.catalogue.regions import Regions
from egovkit.models.region import Tier, tier_of

__all__ = ["Level", "place_of"]

Level: TypeAlias = Literal["national", "province", "prefecture", "county"]
"""The levels of the state (行政层级): 国家级, 省级, 地级, 县级."""

_LEVELS: Final[dict[Tier, Level]] = {
    Tier.NATIONAL: "national",
    Tier.PROVINCE: "province",
    Tier.PREFECTURE: "prefecture",
    Tier.COUNTY: "county",
}


def place_of(issuers: Iterable[str], title: str | None, number: str | None = None) -> tuple[Level | None, str | None]:
    """Return the level and the region of who issued a document (层级与区划): by its organs, else by title and number.

    >>> place_of(("国务院办公厅",), None), place_of((), "北京市优化营商环境条例")
    (('national', None), ('province', '北京市'))
    >>> place_of(("长沙市岳麓区人民政府",), None), place_of((), None, "湘政发〔2020〕1号"), place_of((), None)
    (('county', '长沙市岳麓区'), ('province', '湖南省'), (None, None))
    """
    for name in (*issuers, *filter(None, (title, number))):
        found = _place(name)
        if found is not None:
            return found
    return None, None


@lru_cache(maxsize=16384)
def _place(name: str) -> tuple[Level, str | None] | None:
    code = organs.region_of(name)
    if code is not None:
        regions = Regions.shipped()
        region = regions.code(code)
        return _LEVELS[tier_of(code)], None if region is None else regions.full_name(region)
    found = organs.find(name)
    national = bool(found) and all(organ.tier is Tier.NATIONAL for organ in found)
    return ("national", None) if national else None
