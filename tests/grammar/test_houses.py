"""A house, a room and a line have numbers with 号 as well: what follows tells them from documents and days."""

from __future__ import annotations

import pytest

from egovkit.models.dates import find_dates
from egovkit.models.issuance import find_numbers

HOUSES = "楼院线"
# Of a day, too: 26号室内活动, 26号路演.
ROOMS = "室路幢栋"


@pytest.mark.parametrize("sign", HOUSES + ROOMS)
def test_no_number_is_a_houses(sign: str) -> None:
    assert [str(found.value) for found in find_numbers(f"国发〔2016〕51号文、3号{sign}")] == ["国发〔2016〕51号"]
    assert find_numbers(f"国发20161号{sign}") == []


@pytest.mark.parametrize("sign", HOUSES + ROOMS)
def test_a_day_is_no_houses(sign: str) -> None:
    day = "2024-11" if sign in HOUSES else "2024-11-26"
    assert [str(found.value) for found in find_dates(f"2024年11月26号{sign}")] == [day]


@pytest.mark.parametrize("sign", HOUSES + "门地店台井矿")
def test_a_year_before_a_house_is_no_numbers(sign: str) -> None:
    assert [str(found.value) for found in find_dates(f"2020年8号{sign}")] == ["2020"]
    assert find_dates("2020年8号") == []
