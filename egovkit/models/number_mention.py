"""An issuance number where a text mentions it (字号提及), and what finds them; its value is made when it is asked for.

Nothing of pydantic is loaded before that: a first search for numbers takes a third of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Self

from egovkit.grammar.deviations import deviations_of
from egovkit.grammar.numbers.scan import find_surfaces
from egovkit.text.markup import closed_up, unmarked
from egovkit.text.records import quickly_made, record_maker

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from egovkit.models.issuance import IssuanceNumber

__all__ = ["NumberMention", "find_numbers"]

# The form of a number whose surface can deviate, as `NumberForm` has it.
_REGULAR = "regular"


class _Series(tuple[Any, ...]):
    """Form, code, year, word and session: what the numbers of one organ and year share."""

    __slots__ = ()


@lru_cache(maxsize=8192)
def _series(form: str, code: str | None, year: int | None, word: str | None, session: int | None) -> _Series:
    return _Series((form, code, year, word, session))


@lru_cache(maxsize=8192)
def _number(series: _Series, serial: int) -> IssuanceNumber:
    from egovkit.models.issuance import IssuanceNumber  # noqa: PLC0415  # it is made of pydantic

    form, code, year, word, session = series
    return IssuanceNumber(form=form, code=code, year=year, serial=serial, word=word, session=session)


@quickly_made
@dataclass(frozen=True, slots=True)
class NumberMention:
    """An issuance number where a text mentions it (字号提及): `text` is `source[start:end]`.

    A mention keeps the parts and makes its `value` when asked, so that a million of them stay small. As data (JSON, a
    pydantic field) it has `start`, `end`, `text` and `value`.

    >>> m, = find_numbers("根据国办发[2014]66号")
    >>> m.start, m.text, str(m.value), m.deviations
    (2, '国办发[2014]66号', '国办发〔2014〕66号', ('brackets',))
    """

    start: int
    text: str
    _series: _Series
    _serial: int

    @classmethod
    def of(cls, start: int, text: str, value: IssuanceNumber) -> Self:
        """Return the mention of a number at a place (成提及)."""
        series = _series(value.form, value.code, value.year, value.word, value.session)
        return cls(start, text, series, value.serial)

    @property
    def end(self) -> int:
        """The place after the last character (止)."""
        return self.start + len(self.text)

    @property
    def value(self) -> IssuanceNumber:
        """The number (字号)."""
        return _number(self._series, self._serial)

    @property
    def deviations(self) -> tuple[str, ...]:
        """How the surface departs from the standard's form (偏差), keys of `egovkit.grammar.deviations.DEVIATIONS`.

        Only a regular number has any: the forms of orders and announcements are free.
        """
        form, code, *_ = self._series
        return deviations_of(unmarked(self.text).replace("**", ""), code) if form == _REGULAR else ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from egovkit.models.shapes import number_schema  # noqa: PLC0415

        return number_schema(cls, handler)

    def __repr__(self) -> str:
        return f"NumberMention(start={self.start}, end={self.end}, text={self.text!r}, value={self.value!r})"


_mention: Final = record_maker(NumberMention)


def find_numbers(text: str) -> list[NumberMention]:
    """Find every issuance number of a text in order of start (查找发文字号).

    A list gives one mention for each member: 国发〔2016〕51号、55号 is two, and so does a range: 国发〔2023〕12～15号 is four, of
    which the inner ones have the connector as their text. No number: court cases, index numbers,
    standards, house numbers. Linear in the length of the text.

    >>> [str(m.value) for m in find_numbers("依据国发〔2016〕51号、55号和国务院令第711号，见复兴路15号")]
    ['国发〔2016〕51号', '国发〔2016〕55号', '国务院令第711号']
    """
    plain, places = closed_up(text)
    if plain is text:
        return [
            _mention(start, text[start:end], _series(form, code, year, word, session), serial)
            for start, end, (form, code, year, serial, word, session) in find_surfaces(text)
        ]
    return [
        _mention(
            places[start], text[places[start] : places[end - 1] + 1], _series(form, code, year, word, session), serial
        )
        for start, end, (form, code, year, serial, word, session) in find_surfaces(plain)
    ]
