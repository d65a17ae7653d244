"""The day of a document, where it is one (成文之日): a year or a month is none that time is counted from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egovkit.models.dates import DocumentDate

if TYPE_CHECKING:
    from datetime import date

__all__ = ["whole_day"]


def whole_day(dated: str | None) -> date | None:
    """Return the day of a date that is one (整日); None for a year or a month.

    >>> whole_day("2014-11-26"), whole_day("2014-11"), whole_day(None)
    (datetime.date(2014, 11, 26), None, None)
    """
    day = None if dated is None else DocumentDate.parse(dated)
    return day.first_day if day is not None and day.day is not None else None
