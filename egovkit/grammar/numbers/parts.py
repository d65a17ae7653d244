"""What a number consists of, and the bounds on its year and serial (字号要素)."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from egovkit.text.folding import squeeze
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

__all__ = [
    "CONNECTORS",
    "FIRST_YEAR",
    "YEAR",
    "Ending",
    "NumberParts",
    "Refused",
    "Surface",
    "is_year",
    "match_serial",
    "restore_digits",
    "serial_of",
    "year_of",
]

FIRST_YEAR = 1949
"""The first year of a number: no document of the state is older."""

_PAST = 2025
"""A year that is past whenever this runs: most numbers need no look at the calendar."""


def is_year(year: int) -> bool:
    """Say whether a number can bear a year (年份可否): from 1949 to next year, since numbers are given ahead.

    >>> is_year(2014), is_year(1948), is_year(2104)
    (True, False, False)
    """
    return FIRST_YEAR <= year <= _PAST or _PAST < year <= date.today().year + 1


CONNECTORS = "~〜～—–―至到-"
"""What joins the ends of a range of serials (12～15号); the hyphen is last, for a character class."""

_NUMERALS = "0-9〇零○一二三四五六七八九十百千"
# Nothing else is in a serial or in a list of them: where these end, reading from the right, none begins earlier.
_OF_SERIALS = f"0123456789{_NUMERALS[3:]}、,，{CONNECTORS} 号"
YEAR = r"(?P<year>[0-9]{4}|[〇零○一二三四五六七八九]{4})"
# Digits that a page was scanned with are apart: 〔2 0 1 4〕6 6号.
_SERIAL = LatePattern(
    rf"(?P<more>(?:[0-9]{{1,5}} ?[、,，{CONNECTORS}] ?){{0,12}})"
    rf"(?P<serial>(?:(?<=〕)|(?<=〕 ))[0-9](?: [0-9]){{1,4}}|[{_NUMERALS}]{{1,7}}) {{0,3}}号$"
)


class NumberParts(NamedTuple):
    """The parts of a number (字号要素): form, code, year, serial, the word and the session of an announcement."""

    form: str
    code: str | None
    year: int | None
    serial: int
    word: str | None = None
    session: int | None = None


class Surface(NamedTuple):
    """A number as found (字号所在): the half-open range of the text, and the parts."""

    start: int
    end: int
    parts: NumberParts


class Ending(NamedTuple):
    """A number that ends a window (字号读法): its start, the characters it takes in after the window, its parts."""

    start: int
    extra: int
    parts: NumberParts


class Refused(Exception):
    """A candidate that is no number (非字号): code, message and range of the window."""

    def __init__(self, code: str, message: str, span: tuple[int, int]) -> None:
        self.code, self.message, self.span = code, message, span
        super().__init__(code)


def year_of(found: re.Match[str]) -> int | None:
    """Return the year of the group `year`, None where nothing is printed (年份).

    A year of two digits is of 1949 to 2048. Raises Refused (number.year).
    """
    printed = found["year"]
    if printed is None:
        return None
    year = read_numeral(squeeze(printed))
    if year is not None and len(printed) == 2:
        year += 1900 if year >= FIRST_YEAR % 100 else 2000
    if year is None or not is_year(year):
        raise Refused("number.year", "a number's year lies between 1949 and next year", found.span("year"))
    return year


def serial_of(printed: str, span: tuple[int, int]) -> int:
    """Return a serial of 1 to 99999 (顺序号). Raises Refused (number.serial)."""
    serial = read_numeral(squeeze(printed))
    if serial is None or not 1 <= serial <= 99_999:
        raise Refused("number.serial", "a serial lies between 1 and 99999", span)
    return serial


def match_serial(window: str, *, single: bool = False) -> re.Match[str]:
    """Match the serial that ends a window, and in `more` the ones of a list before it (顺序号所在).

        serial = { numeral ( "、" | connector ) } numeral "号"

    Raises Refused: number.serial, and number.list where only a single one will do.
    """
    found = _SERIAL.search(window, max(len(window.rstrip(_OF_SERIALS)), len(window) - 72))
    if found is None:
        raise Refused("number.serial", "a serial is before 号", (0, len(window)))
    if single and found["more"]:
        raise Refused("number.list", "this is a list of numbers", found.span("more"))
    return found


_LIKE_DIGITS = "OoＯ○〇lI|"
_LETTERS = str.maketrans(_LIKE_DIGITS, "00000111")
_LIKE = frozenset(_LIKE_DIGITS)
_LETTERED = LatePattern(
    r"(?:[〔匚〈<「『] ?(?P<year>[12lI|][0-9OoＯ○〇lI|]{3}) ?[〕〉>」』] ?第? ?|第 ?)(?P<serial>[0-9OolI|]{1,5}) {0,3}号$"
)


def restore_digits(window: str) -> str:
    """Return a folded window with the letters that a scan printed for digits at its end read as digits (字母还原).

    >>> restore_digits("国发〔2OO7〕l9号"), restore_digits("国务院令第7ll号")
    ('国发〔2007〕19号', '国务院令第711号')
    """
    if _LIKE.isdisjoint(window[-24:]):
        return window
    found = _LETTERED.search(window, max(0, len(window) - 24))
    if found is None or not any(c.isdigit() for c in found["serial"] + (found["year"] or "")):
        return window
    at = found.start("year") if found["year"] else found.start("serial")
    return window[:at] + window[at:].translate(_LETTERS)
