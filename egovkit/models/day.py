"""The day that an argument means (日期参数): one reading for every call that takes a date."""

from __future__ import annotations

from datetime import date

from egovkit.models.dates import DocumentDate

__all__ = ["Day", "date_of", "day_of"]

Day = date | DocumentDate | str
"""What a call takes for a date: a calendar day, a point of time, a date of any precision, or a string of one."""


def date_of(given: Day | int) -> DocumentDate:
    """Return the date that is meant, as precise as it was given (日期); an int is a year.

    The day of a datetime is the one it names, whatever its zone. ParseError (date.*) for a string that is no date,
    TypeError for what is none of these.

    >>> from datetime import datetime
    >>> [str(date_of(given)) for given in (2014, "2014年11月", date(2014, 11, 26), datetime(2014, 11, 26, 9, 30))]
    ['2014', '2014-11', '2014-11-26', '2014-11-26']
    """
    if isinstance(given, DocumentDate):
        return given
    if isinstance(given, str):
        return DocumentDate.parse(given)
    if isinstance(given, date):
        return DocumentDate.from_date(given)
    if isinstance(given, int):
        return DocumentDate(year=given)
    raise TypeError(f"a date is asked for, as a date, datetime, DocumentDate or string: {given!r}")


def day_of(given: Day | int) -> date:
    """Return the day that is meant (日), the last one of a year or month.

    >>> day_of("2014-11"), day_of(date(2014, 11, 26))
    (datetime.date(2014, 11, 30), datetime.date(2014, 11, 26))
    """
    # A calendar day is what it says; a datetime is more.
    return given if type(given) is date else date_of(given).last_day
