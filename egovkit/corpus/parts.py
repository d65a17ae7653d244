"""The structures that cells hold (单元格中的结构): numbers, dates and pinpoints, as plain values."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from egovkit.corpus.shapes import INT16, INT32, STRING, list_of, struct
from egovkit.grammar.pinpoints import read_places
from egovkit.text.folding import fold
from egovkit.text.limits import MAX_PINPOINT
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from egovkit.models.citation import Citation, Place
    from egovkit.models.dates import DocumentDate
    from egovkit.models.issuance import IssuanceNumber, NumberMention

__all__ = ["MENTIONED", "NUMBER", "PINPOINT", "date_cell", "mentioned_cell", "number_cell", "pinpoint_cell"]

_PARTS: Final = {
    "value": STRING, "form": STRING, "code": STRING, "year": INT16, "serial": INT32, "word": STRING, "session": INT16,
}  # fmt: skip
NUMBER: Final = struct(**_PARTS)
"""A number and its parts (字号)."""
MENTIONED: Final = struct(start=INT32, end=INT32, **_PARTS)
"""A number at its place in the text (字号提及)."""

_LEVELS: Final = ("annex", "part", "chapter", "section", "article", "inserted", "paragraph", "item", "subitem")
_PLACE: Final = dict.fromkeys(_LEVELS, INT32)
PINPOINT: Final = struct(start=INT32, end=INT32, value=STRING, places=list_of(struct(**_PLACE, until=struct(**_PLACE))))
"""The places of a document that are meant (条款项), where in the text they are named, and each of them."""

# Between a citation and its pinpoint: 《甲办法》（试行）中的第三条.
_NEAR: Final = 24
# Places and pinpoints that recur are kept, so many of each.
_KEPT: Final = 4096
# What pinpoints are written with, once it is folded, and the character that ends them: there is no line feed then.
_DECISIVE: Final = LatePattern(
    r"[0-9〇零一二三四五六七八九十百千第附件表编章节条款项目之至到和及与或者以、,;—~ 〔〕；－-]*.?"
)


def date_cell(date: DocumentDate | None) -> dict[str, Any] | None:
    """Return a date as the days it covers and its precision (日期单元)."""
    if date is None:
        return None
    return {"first_day": date.first_day, "last_day": date.last_day, "precision": date.precision}


def number_cell(number: IssuanceNumber | None) -> dict[str, Any] | None:
    """Return a number with its parts (字号单元)."""
    if number is None:
        return None
    return {
        "value": str(number),
        "form": number.form.value,
        "code": number.code,
        "year": number.year,
        "serial": number.serial,
        "word": number.word,
        "session": number.session,
    }


def mentioned_cell(mention: NumberMention) -> dict[str, Any]:
    """Return a number with its parts and its place (字号提及单元)."""
    parts = number_cell(mention.value)
    return {"start": mention.start, "end": mention.end, **(parts or {})}


def pinpoint_cell(citation: Citation, text: str | None) -> dict[str, Any] | None:
    """Return what a citation's pinpoint names (条款项单元), with its place where the text is at hand."""
    pinpoint = citation.pinpoint
    if pinpoint is None:
        return None
    start, end = _span(citation, text) if text is not None else (None, None)
    places = [
        {**_levels(place), "until": None if place.until is None else _levels(place.until)} for place in pinpoint.places
    ]
    value = "、".join(map(_said, pinpoint.places))
    return {"start": start, "end": end, "value": value, "places": places}


_LEVELS_OF: Final = attrgetter(*_LEVELS)
_said: Final = lru_cache(_KEPT)(str)


def _levels(place: Place) -> dict[str, int | None]:
    return dict(zip(_LEVELS, _LEVELS_OF(place), strict=True))


def _span(citation: Citation, text: str) -> tuple[int | None, int | None]:
    """Find a pinpoint after its citation: the first place in words that reads as the same places."""
    pinpoint = citation.pinpoint
    for start in range(citation.end, min(citation.end + _NEAR, len(text))):
        if text[start] not in "第附":
            continue
        read = _read(_deciding(text, start))
        if read is not None and pinpoint is not None and read[1] == pinpoint.places:
            return start, start + read[0]
    return None, None


def _deciding(text: str, start: int) -> str:
    """Return what decides which pinpoint begins at a place: few words do in many texts, so that they are read once."""
    decisive = _DECISIVE.match(fold(text[start : start + MAX_PINPOINT]))
    return decisive[0] if decisive is not None else ""


@lru_cache(_KEPT)
def _read(window: str) -> tuple[int, tuple[Place, ...]] | None:
    return read_places(window, 0)
