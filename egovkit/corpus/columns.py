"""The columns of every kind of table (各类表的列): one description, of which rows, Arrow tables and schemas are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final

from egovkit.corpus.parts import (
    MENTIONED,
    NUMBER,
    PINPOINT,
    date_cell,
    mentioned_cell,
    number_cell,
    pinpoint_cell,
)
from egovkit.corpus.shapes import (
    BOOL,
    DATE,
    DAY,
    INT16,
    INT32,
    STRING,
    WORD,
    Column,
    Shape,
    list_of,
    struct,
)

__all__ = ["ERROR", "KINDS", "columns_of", "kind_of_item"]

ERROR: Final = struct(code=STRING, message=STRING)
"""Why a row holds nothing else (出错): a stable code and a sentence."""

Cell = Callable[[Any, "str | None"], Any]


def _field(name: str, shape: Shape) -> Column:
    get = attrgetter(name)
    return Column(name, shape, lambda item, _: get(item))


def _strings(name: str) -> Column:
    return Column(name, list_of(STRING), lambda item, _: list(map(str, getattr(item, name))))


def _word(name: str) -> Column:
    return Column(name, WORD, lambda item, _: None if (value := getattr(item, name)) is None else str(value))


def _string(name: str) -> Column:
    return Column(name, STRING, lambda item, _: None if (value := getattr(item, name)) is None else str(value))


def _date(name: str) -> Column:
    return Column(name, DATE, lambda item, _: date_cell(getattr(item, name)))


def _of_value(name: str, shape: Shape) -> Column:
    get = attrgetter(name)
    return Column(name, shape, lambda value, _: get(value), of_value=True)


_SPAN: Final = (_field("start", INT32), _field("end", INT32))
_VALUE: Final = Column("value", STRING, lambda value, _: str(value), of_value=True)

_NUMBERS: Final = (
    *_SPAN,
    _VALUE,
    Column("form", WORD, lambda value, _: value.form.value, of_value=True),
    _of_value("code", STRING),
    _of_value("year", INT16),
    _of_value("serial", INT32),
    _of_value("word", WORD),
    _of_value("session", INT16),
    _strings("deviations"),
)


def _is_range(value: Any) -> bool:
    # Asked by name: a model looks long for an attribute that it lacks.
    return type(value).__name__ == "DateRange"


def _precision(value: Any, end: str) -> str:
    precision: str = (getattr(value, end) if _is_range(value) else value).precision
    return precision


_DATES: Final = (
    *_SPAN,
    _VALUE,
    _of_value("first_day", DAY),
    _of_value("last_day", DAY),
    Column("precision", WORD, lambda value, _: _precision(value, "start"), of_value=True),
    Column("last_precision", WORD, lambda value, _: _precision(value, "end"), of_value=True),
    Column("range", BOOL, lambda value, _: _is_range(value), of_value=True),
)


def _nested(citation: Any) -> list[dict[str, Any]]:
    return [
        {"start": one.start, "end": one.end, "title": one.title, "relation": one.relation.value}
        for one in citation.nested
    ]


_CITATIONS: Final = (
    *_SPAN,
    _field("title", STRING),
    Column("numbers", list_of(MENTIONED), lambda item, _: list(map(mentioned_cell, item.numbers))),
    _strings("issuers"),
    _date("dated"),
    _field("short_name", STRING),
    Column("relation", WORD, lambda item, _: item.relation.value),
    Column("pinpoint", PINPOINT, pinpoint_cell),
    Column("antecedent", INT32, lambda item, _: None if item.antecedent is None else item.antecedent.start),
    Column("candidates", list_of(INT32), lambda item, _: [one.start for one in item.candidates]),
    Column(
        "nested",
        list_of(struct(start=INT32, end=INT32, title=STRING, relation=STRING)),
        lambda item, _: _nested(item),
    ),
)

_DOCUMENTS: Final = (
    Column("number", NUMBER, lambda item, _: number_cell(item.number)),
    _field("title", STRING),
    _word("kind"),
    _strings("issuers"),
    _string("recipients"),
    _date("dated"),
    _date("published_on"),
    _date("effective_on"),
    _field("effective_from_issue", BOOL),
    _string("valid_for"),
    _date("expires_on"),
    _strings("signature"),
    _strings("signers"),
    _strings("signatories"),
    _string("copied_to"),
    _string("organ_mark"),
    _string("secrecy"),
    _string("urgency"),
    _string("copy_number"),
    _string("note"),
    _strings("keywords"),
    _string("printed_by"),
    _date("printed_on"),
    _string("index_number"),
    _string("topic"),
    Column("annexes", list_of(STRING), lambda item, _: [annex.title for annex in item.annexes]),
    Column("characters", INT32, lambda item, _: None if item.text is None else len(item.text)),
)


def _edit(finding: Any) -> dict[str, Any] | None:
    edit = finding.edit
    return None if edit is None else {"start": edit.start, "end": edit.end, "replacement": edit.replacement}


_FINDINGS: Final = (
    *_SPAN,
    _field("code", STRING),
    _field("name", STRING),
    _word("severity"),
    _field("message", STRING),
    _field("message_en", STRING),
    _field("clause", STRING),
    _field("suggestion", STRING),
    Column("edit", struct(start=INT32, end=INT32, replacement=STRING), lambda item, _: _edit(item)),
)


def _cited(name: str, shape: Shape, cell: Cell) -> Column:
    return Column(name, shape, lambda item, text: cell(item.citation, text))


_VERIFICATIONS: Final = (
    _cited("start", INT32, lambda cited, _: cited.start),
    _cited("end", INT32, lambda cited, _: cited.end),
    _cited("title", STRING, lambda cited, _: cited.document.title),
    _cited("numbers", list_of(STRING), lambda cited, _: [str(one.value) for one in cited.document.numbers]),
    _cited("pinpoint", PINPOINT, pinpoint_cell),
    _word("verdict"),
    _word("reason"),
    Column("known", STRING, lambda item, _: None if item.record is None else item.record.key),
    Column("known_title", STRING, lambda item, _: None if item.record is None else item.record.title),
    Column("standing", WORD, lambda item, _: item.standing.value.value),
    Column("since", DATE, lambda item, _: date_cell(item.standing.since)),
    Column("ground", STRING, lambda item, _: item.standing.ground),
    _field("instead", STRING),
    _field("note", STRING),
)

_ORGANS: Final = (
    _field("name", STRING),
    _field("short_name", STRING),
    _strings("aliases"),
    Column("level", WORD, lambda item, _: item.level.value),
    Column("region", STRING, lambda item, _: None if (at := getattr(item, "region", None)) is None else str(at)),
    Column(
        "periods",
        list_of(struct(start=INT16, end=INT16)),
        lambda item, _: [{"start": one.start, "end": one.end} for one in item.periods],
    ),
    _field("parent", STRING),
    _strings("predecessors"),
    _strings("successors"),
    Column("sources", list_of(STRING), lambda item, _: [one for one in item.source.split("|") if one]),
    _word("confidence"),
)


def _status(record: Any) -> dict[str, Any] | None:
    status = record.status
    if status is None:
        return None
    return {
        "value": status.value.value,
        "since": date_cell(status.since),
        "ground": status.ground,
        "confidence": status.confidence,
    }


def _relations(record: Any) -> list[dict[str, Any]]:
    return [
        {"kind": edge.kind.value, "target": edge.target, "ground": edge.ground, "confidence": edge.confidence}
        for edge in record.relations
    ]


_REGISTER: Final = (
    _field("key", STRING),
    Column("number", NUMBER, lambda item, _: number_cell(item.number)),
    _strings("other_numbers"),
    _field("title", STRING),
    _strings("aliases"),
    _field("carrier", STRING),
    _strings("issuers"),
    _field("originator", STRING),
    _date("dated"),
    _date("published_on"),
    _date("effective_on"),
    _word("level"),
    _strings("domain"),
    _strings("frameworks"),
    Column("status", struct(value=STRING, since=DATE, ground=STRING, confidence=STRING), lambda item, _: _status(item)),
    Column(
        "relations",
        list_of(struct(kind=STRING, target=STRING, ground=STRING, confidence=STRING)),
        lambda item, _: _relations(item),
    ),
    _word("confidence"),
    _field("index_number", STRING),
    _strings("sources"),
    _field("note", STRING),
)

KINDS: Final[Mapping[str, tuple[Column, ...]]] = {
    "documents": _DOCUMENTS,
    "citations": _CITATIONS,
    "numbers": _NUMBERS,
    "dates": _DATES,
    "findings": _FINDINGS,
    "verifications": _VERIFICATIONS,
    "organs": _ORGANS,
    "register": _REGISTER,
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


def _surface(item: Any, _: str | None) -> str:
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
    return (*columns, Column("text", STRING, _finding_surface if kind == "findings" else _surface))
