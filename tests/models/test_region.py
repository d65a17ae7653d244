"""Regions by their code."""

from __future__ import annotations

import pytest

from egovkit.models.region import Region, Tier, tier_of


@pytest.mark.parametrize(
    ("code", "tier"),
    [
        (None, Tier.NATIONAL),
        ("430000", Tier.PROVINCE),
        ("430100", Tier.PREFECTURE),
        ("430104", Tier.COUNTY),
        # A district of a municipality, and a city that a province governs itself.
        ("110108", Tier.COUNTY),
        ("429004", Tier.COUNTY),
    ],
)
def test_a_code_says_its_tier(code: str | None, tier: Tier) -> None:
    assert tier_of(code) is tier


def test_a_region_is_shown_by_its_name() -> None:
    region = Region(code="110108", name="海淀区", source="GB2260")
    assert (str(region), region.tier) == ("海淀区", Tier.COUNTY)
