from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.dates.parts import fault_of, first_day, last_day


@given(st.integers(-1, 10_000), st.none() | st.integers(-1, 14), st.none() | st.integers(-1, 33))
def test_a_date_without_fault_is_in_the_calendar(year: int, month: int | None, day: int | None) -> None:
    fault = fault_of((year, month, day))
    if day is not None and month is None:
        assert fault in {0, 2}
        return
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        assert fault is not None
    else:
        assert fault is None


def test_days_of_a_month() -> None:
    assert (first_day((2016, 2, None)), last_day((2016, 2, None))) == (date(2016, 2, 1), date(2016, 2, 29))
