"""How high in the state a document's issuer stands, and where (层级与区划)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from egovkit.catalogue.organs import organs
from egovkit.models.organ import OrganLevel

__all__ = ["Level", "place_of"]

Level: TypeAlias = Literal["national", "province", "prefecture", "county"]
"""The levels of the state (行政层级): 国家级, 省级, 地级, 县级."""

_LOCAL: Final[dict[OrganLevel, Level]] = {
    OrganLevel.PROVINCE_PARTY: "province",
    OrganLevel.PROVINCE: "province",
    OrganLevel.PROVINCE_DEPARTMENT: "province",
    OrganLevel.CITY: "prefecture",
    OrganLevel.DISTRICT: "county",
}
_MUNICIPALITIES: Final = ("北京市", "上海市", "天津市", "重庆市")
_PROVINCE: Final = re.compile(
    "(?:中共)?([\u4e00-\u9fff]{2,3}省|(?:内蒙古|广西|西藏|宁夏|新疆)[\u4e00-\u9fff]{0,4}自治区)"
)
_CITY: Final = re.compile("(?:[省区])?([\u4e00-\u9fff]{1,6}?[市州盟])")
_COUNTY: Final = re.compile("[市州省]([\u4e00-\u9fff]{1,6}?[区县旗])|^([\u4e00-\u9fff]{1,4}?县)")


def place_of(issuers: Iterable[str], title: str | None) -> tuple[Level | None, str | None]:
    """Return the level and the region of who issued a document (层级与区划), by organ, else by title.

    >>> place_of(("国务院办公厅",), None), place_of((), "北京市优化营商环境条例")
    (('national', None), ('province', '北京市'))
    >>> place_of((), None)
    (None, None)
    """
    for name in (*issuers, *filter(None, (title,))):
        found = _place(name)
        if found is not None:
            return found
    return None, None


@lru_cache(maxsize=16384)
def _place(name: str) -> tuple[Level, str | None] | None:
    organ = organs.get(name)
    if organ is not None and organ.level not in _LOCAL:
        return "national", None
    for municipality in _MUNICIPALITIES:
        if name.startswith(municipality):
            county = re.match("[\u4e00-\u9fff]{1,5}?[区县]", name[3:])
            return ("county", municipality + county[0]) if county is not None else ("province", municipality)
    province = _PROVINCE.match(name)
    rest = name[province.end() :] if province is not None else name
    city = _CITY.match(rest)
    if province is None and city is None:
        return None
    county = _COUNTY.search(name, (province.end() if province is not None else 0) + (city.end() - 1 if city else 0))
    if city is not None and county is not None:
        return "county", city[1] + (county[1] or county[2])
    if city is not None:
        return "prefecture", city[1]
    return "province", province[1] if province is not None else None
