"""What a call takes for a date is read in one place."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ParseError
from egovkit.models.dates import DocumentDate
from egovkit.models.day import date_of, day_of
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import PolicyStatus, StatusKind

DAYS = st.dates(min_value=date(1949, 1, 1), max_value=date(2199, 12, 31))


@given(DAYS, st.times(timezones=st.none() | st.just(UTC)))
def test_every_form_of_a_day_is_that_day(day: date, moment: time) -> None:
    exact = DocumentDate.from_date(day)
    for given_ in (day, datetime.combine(day, moment), exact, str(exact), f"{day.year}年{day.month}月{day.day}日"):
        assert date_of(given_) == exact
        assert day_of(given_) == day
        assert type(day_of(given_)) is date


def test_a_year_or_month_is_its_last_day() -> None:
    assert [day_of(given_) for given_ in (2014, "2014", "2014-02")] == [
        date(2014, 12, 31),
        date(2014, 12, 31),
        date(2014, 2, 28),
    ]


def test_what_is_no_date() -> None:
    with pytest.raises(ParseError):
        day_of("去年")
    with pytest.raises(TypeError, match="a date is asked for"):
        day_of(None)  # type: ignore[arg-type]


@given(DAYS)
def test_a_status_is_asked_of_any_form_of_a_day(day: date) -> None:
    status = PolicyStatus(value=StatusKind.EXPIRED, since=DocumentDate(year=2021, month=1, day=1))
    plan = PolicyRecord(title="规划", dated=DocumentDate(year=2016, month=12, day=15), status=status)
    answers = {plan.status_on(given_) for given_ in (day, datetime.combine(day, time(9)), str(day))}
    assert len(answers) == 1
