from __future__ import annotations

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from egovkit.models.dates import DateRange, DocumentDate
from egovkit.strategies.dates import date_ranges, date_surfaces, dates

UNSHRUNK = settings(max_examples=2000, phases=[Phase.generate])


@given(dates(min_year=2001, max_year=2005))
def test_bounds_are_kept(value: DocumentDate) -> None:
    assert 2001 <= value.year <= 2005


@pytest.mark.parametrize("precision", ["year", "month", "day"])
def test_a_precision_can_be_asked_for(precision: str) -> None:
    @given(dates(precision=precision))  # type: ignore[arg-type]
    def check(value: DocumentDate) -> None:
        assert value.precision == precision

    check()


@given(st.from_type(DocumentDate), st.from_type(DateRange))
def test_the_types_are_registered(one: DocumentDate, two: DateRange) -> None:
    assert isinstance(one, DocumentDate)
    assert isinstance(two, DateRange)


@given(date_ranges(min_year=2001, max_year=2005))
def test_ranges_keep_their_order_and_bounds(value: DateRange) -> None:
    assert 2001 <= value.start.year <= value.end.year <= 2005
    assert value.first_day <= value.last_day


@pytest.mark.parametrize(
    "part", ["〇", "○", "O", "零", "廿", "卅", "０", "～", "至", "．", "-", "/", "号", "月份", "\u3000"]
)
def test_every_way_to_print_a_date_occurs(part: str) -> None:
    surface, _ = find(date_surfaces(), lambda drawn: part in drawn[0], settings=UNSHRUNK)
    assert part in surface
