"""The parts of a date, and what the calendar says of them (年月日).

>>> fault_of((2014, 2, 30)), last_day((2016, 2, None))
(2, datetime.date(2016, 2, 29))
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

__all__ = ["DateParts", "FoundDate", "fault_of", "first_day", "last_day"]

DateParts = tuple[int, int | None, int | None]
"""Year, month and day; None for what is not given."""

_SHORTEST = 28


class FoundDate(NamedTuple):
    """The place and parts of one date, or with `last` of one range (日期所在)."""

    start: int
    end: int
    first: DateParts
    last: DateParts | None


def fault_of(parts: DateParts) -> int | None:
    """Return the index of the part that no calendar has (不可能的部分), None for a date that exists.

    >>> fault_of((2014, 2, 30)), fault_of((2014, 13, None)), fault_of((2014, None, None))
    (2, 1, None)
    """
    year, month, day = parts
    if not 1 <= year <= 9999:
        return 0
    if month is not None and not 1 <= month <= 12:
        return 1
    if day is None:
        return None
    # Every month has the first 28 days: most dates need no calendar.
    if month is None or day < 1 or (day > _SHORTEST and day > monthrange(year, month)[1]):
        return 2
    return None


def first_day(parts: DateParts) -> date:
    """Return the first day that a date of any precision covers (首日)."""
    year, month, day = parts
    return date(year, month or 1, day or 1)


def last_day(parts: DateParts) -> date:
    """Return the last day that a date of any precision covers (末日).

    >>> last_day((2016, 2, None))
    datetime.date(2016, 2, 29)
    """
    year, month, day = parts
    return date(year, month or 12, day or monthrange(year, month or 12)[1])
