"""The terms of the National People's Congress (届): an order of the President is numbered anew with each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from egovkit.models.dates import DocumentDate

__all__ = ["in_term"]

# The first session of each congress opened in these months (the fifth in February); the sixth began the present rhythm.
_FIRST: Final = 6
_FIRST_YEAR: Final = 1983
_YEARS: Final = 5
_OPENS: Final = (3, 1)
_CLOSES: Final = (3, 31)
_EARLY: Final = {6: date(1983, 6, 1)}


def in_term(days: Iterable[DocumentDate], session: int) -> bool | None:
    """Say whether one of some days lies in the term of a congress (是否在该届任期内); None where there is no day.

    >>> [in_term((DocumentDate.parse(day),), 9) for day in ("2000-03-15", "2019-10-26")], in_term((), 9)
    ([True, False], None)

    Terms before the sixth, which had no President until 1983, are none that an order bears.
    """
    first = _FIRST_YEAR + _YEARS * (session - _FIRST)
    opened = _EARLY.get(session, date(first, *_OPENS))
    closed = date(first + _YEARS, *_CLOSES)
    found = [opened <= day.last_day and day.first_day <= closed for day in days]
    return any(found) if found else None
