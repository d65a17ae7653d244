"""The columns of every kind of table (各类表的列): one description, of which rows, Arrow tables and schemas are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from egovkit.corpus.found_columns import CITATIONS, DATES, DOCUMENTS, FINDINGS, NUMBERS, VERIFICATIONS
from egovkit.corpus.known_columns import ORGANS, REGISTER
from egovkit.corpus.shapes import STRING, Column, struct

__all__ = ["ERROR", "KINDS", "columns_of", "kind_of_item"]

ERROR: Final = struct(code=STRING, message=STRING)
"""Why a row holds nothing else (出错): a stable code and a sentence."""

KINDS: Final[Mapping[str, tuple[Column, ...]]] = {
    "documents": DOCUMENTS,
    "citations": CITATIONS,
    "numbers": NUMBERS,
    "dates": DATES,
    "findings": FINDINGS,
    "verifications": VERIFICATIONS,
    "organs": ORGANS,
    "register": REGISTER,
}
"""Every kind of table (表的种类)."""

_CLASSES: Final = {
    "PolicyDocument": "documents",
    "Citation": "citations",
    "NumberMention": "numbers",
    "DateMention": "dates",
    "Finding": "findings",
    "Claim": "verifications",
    "Organ": "organs",
    "PolicyRecord": "register",
}


def kind_of_item(item: object) -> str | None:
    """Return the kind of table that an item is a row of (所属表); None where there is no such table.

    >>> from egovkit.models.dates import find_dates
    >>> kind_of_item(find_dates("2020年3月2日")[0]), kind_of_item("2020")
    ('dates', None)
    """
    # Asked by name, so that a row of numbers loads no checks.
    return next((kind for one in type(item).__mro__ if (kind := _CLASSES.get(one.__name__))), None)


def _surface(item: Any) -> str:
    text: str = item.citation.text if hasattr(item, "citation") else item.text
    return text


def _finding_surface(item: Any, text: str | None) -> str | None:
    return None if text is None else text[item.start : item.end]


def columns_of(kind: str, *, text: bool = False) -> tuple[Column, ...]:
    """Return the columns of a kind of table (列), with the surface of each mention or the document's text where asked.

    ValueError for a kind that is none.

    >>> [column.name for column in columns_of("dates")][:3]
    ['start', 'end', 'value']
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of table: there are {', '.join(KINDS)}")
    columns = KINDS[kind]
    if not text or kind in ("organs", "register"):
        return columns
    # A finding has its place alone.
    found = kind == "findings"
    return (*columns, Column("text", STRING, _finding_surface if found else _surface, of_text=found))
