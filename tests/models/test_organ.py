"""An organ knows its years, a code its validity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from egovkit.models.organ import Organ, OrganChange, OrganCode, OrganLevel, Period

YEARS = st.integers(min_value=1900, max_value=2100)


@given(st.none() | YEARS, st.none() | YEARS, YEARS)
def test_a_period_covers_a_year_only_between_its_bounds(start: int | None, end: int | None, year: int) -> None:
    covered = Period(start=start, end=end).covers(year)
    if covered:
        assert start is not None
        assert start <= year
        assert end is None or year <= end
    elif covered is None:
        assert start is None
        assert end is None or year <= end
    else:
        assert (start is not None and year < start) or (end is not None and year > end)


@pytest.mark.parametrize(
    ("periods", "year", "expected"),
    [
        ((), 2000, None),
        ((Period(start=1949, end=1985), Period(start=1998)), 1970, True),
        ((Period(start=1949, end=1985), Period(start=1998)), 1990, False),
        ((Period(start=1949, end=1985), Period(start=1998)), 2014, True),
        ((Period(end=1985), Period(start=1998)), 1970, None),
        ((Period(end=1985), Period(start=1998)), 1990, False),
    ],
)
def test_an_organ_existed_in_any_of_its_periods(periods: tuple[Period, ...], year: int, expected: bool | None) -> None:
    assert Organ(name="教育部", level=OrganLevel.MINISTRY, periods=periods).existed(year) is expected


def test_an_organ_is_frozen_hashable_and_closed() -> None:
    organ = Organ(name="财政部", level=OrganLevel.MINISTRY, aliases=("财部",), periods=(Period(start=1949, end=2030),))
    assert hash(organ) == hash(organ.model_copy())
    assert str(organ) == "财政部"
    assert organ.names == ("财政部", "财部")
    assert (organ.valid_from, organ.valid_to) == (1949, 2030)
    with pytest.raises(ValidationError):
        organ.name = "税务总局"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Organ.model_validate({"name": "财政部", "level": "ministry", "colour": "red"})


def test_an_organ_without_periods_has_no_years() -> None:
    organ = Organ(name="某局", level=OrganLevel.AGENCY)
    assert (organ.valid_from, organ.valid_to, organ.existed(2000)) == (None, None, None)


@pytest.mark.parametrize(
    ("start", "end", "year", "expected"),
    [
        (None, None, 1990, True),
        (2008, None, 2007, False),
        (2008, None, 2008, True),
        (None, 2008, 2008, True),
        (None, 2008, 2009, False),
    ],
)
def test_a_code_is_valid_between_its_years(start: int | None, end: int | None, year: int, expected: bool) -> None:
    code = OrganCode(code="建标", organ="建设部", valid_from=start, valid_to=end, source="x")
    assert code.valid(year) is expected


def test_every_level_has_a_chinese_name() -> None:
    assert len({level.chinese for level in OrganLevel}) == len(OrganLevel)


def test_a_change_reads_as_a_step() -> None:
    change = OrganChange.model_validate(
        {
            "predecessor": "卫生部",
            "successor": "国家卫生和计划生育委员会",
            "year": "2013",
            "kind": "merged",
            "source": "x",
        }
    )
    assert str(change) == "卫生部 → 国家卫生和计划生育委员会 (2013, merged)"
