"""The administrative divisions of the country (行政区划), by the codes of GB/T 2260."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import StringConstraints

from egovkit.models.frozen import Frozen

__all__ = ["Region", "RegionCode", "Tier", "tier_of"]

RegionCode = Annotated[str, StringConstraints(pattern="^[1-9][0-9]{5}$")]
"""A code of GB/T 2260 (行政区划代码): two digits each of province, prefecture and county; 430100 is 长沙市."""


class Tier(StrEnum):
    """How high in the state something stands (行政层级).

    A county-level city (县级市) and a district (区) are of the tier county, those of the four municipalities among them.

    >>> Tier("prefecture").chinese
    '地级'
    """

    NATIONAL = "national"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"

    @property
    def chinese(self) -> str:
        """The tier's name in Chinese (层级名称)."""
        return _TIERS[self]


_TIERS = dict(zip(Tier, ("国家级", "省级", "地级", "县级"), strict=True))


def tier_of(code: str | None) -> Tier:
    """Return the tier of a region's code (区划代码的层级); national where there is none.

    >>> [tier_of(code).value for code in (None, "430000", "430100", "430104", "429004")]
    ['national', 'province', 'prefecture', 'county', 'county']
    """
    if code is None:
        return Tier.NATIONAL
    if code.endswith("0000"):
        return Tier.PROVINCE
    return Tier.PREFECTURE if code.endswith("00") else Tier.COUNTY


class Region(Frozen):
    """An administrative division under one of the names and codes it bore (行政区划).

    - `code`: that of GB/T 2260, as text.
    - `name`: as it stands there, without what it is part of.
    - `valid_from`, `valid_to`: the first and the last year in whose list it is; None where that is before 1981, and
      while it is in use.

    >>> Region(code="430100", name="长沙市", source="GB2260").tier.value
    'prefecture'

    Source: GB/T 2260, and the list of the Ministry of Civil Affairs (民政部).
    """

    code: RegionCode
    name: str
    valid_from: int | None = None
    valid_to: int | None = None
    source: str = ""
    confidence: Literal["sure", "likely"] = "likely"

    def __str__(self) -> str:
        return self.name

    @property
    def tier(self) -> Tier:
        """How high it stands (行政层级)."""
        return tier_of(self.code)

    def existed(self, year: int) -> bool:
        """Say whether nothing speaks against a region of this name and code in a year (是否存续)."""
        return (self.valid_from is None or self.valid_from <= year) and (self.valid_to is None or year <= self.valid_to)
