"""The columns of what is found in a text (所得之列): documents, citations, numbers, dates, findings and claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from egovkit.corpus.column_makers import (
    date_column,
    field_column,
    string_column,
    strings_column,
    value_column,
    word_column,
)
from egovkit.corpus.parts import MENTIONED, NUMBER, PINPOINT, date_cell, mentioned_cell, number_cell, pinpoint_cell
from egovkit.corpus.shapes import BOOL, DATE, DAY, INT16, INT32, STRING, WORD, Column, Shape, list_of, struct

__all__ = ["CITATIONS", "DATES", "DOCUMENTS", "FINDINGS", "NUMBERS", "VERIFICATIONS"]

_SPAN: Final = (field_column("start", INT32), field_column("end", INT32))
_VALUE: Final = Column("value", STRING, str, of_value=True)

NUMBERS: Final = (
    *_SPAN,
    _VALUE,
    Column("form", WORD, lambda value: value.form.value, of_value=True),
    value_column("code", STRING),
    value_column("year", INT16),
    value_column("serial", INT32),
    value_column("word", WORD),
    value_column("session", INT16),
    strings_column("deviations"),
)


def _is_range(value: Any) -> bool:
    # Asked by name: a model looks long for an attribute that it lacks.
    return type(value).__name__ == "DateRange"


def _precision(value: Any, end: str) -> str:
    precision: str = (getattr(value, end) if _is_range(value) else value).precision
    return precision


DATES: Final = (
    *_SPAN,
    _VALUE,
    value_column("first_day", DAY),
    value_column("last_day", DAY),
    Column("precision", WORD, lambda value: _precision(value, "start"), of_value=True),
    Column("last_precision", WORD, lambda value: _precision(value, "end"), of_value=True),
    Column("range", BOOL, _is_range, of_value=True),
)


def _nested(citation: Any) -> list[dict[str, Any]]:
    return [
        {"start": one.start, "end": one.end, "title": one.title, "relation": one.relation.value}
        for one in citation.nested
    ]


CITATIONS: Final = (
    *_SPAN,
    field_column("title", STRING),
    Column("numbers", list_of(MENTIONED), lambda item: list(map(mentioned_cell, item.numbers))),
    strings_column("issuers"),
    date_column("dated"),
    field_column("short_name", STRING),
    Column("relation", WORD, lambda item: item.relation.value),
    Column("pinpoint", PINPOINT, pinpoint_cell, of_text=True),
    Column("antecedent", INT32, lambda item: None if item.antecedent is None else item.antecedent.start),
    Column("candidates", list_of(INT32), lambda item: [one.start for one in item.candidates]),
    Column(
        "nested",
        list_of(struct(start=INT32, end=INT32, title=STRING, relation=STRING)),
        _nested,
    ),
)

DOCUMENTS: Final = (
    Column("number", NUMBER, lambda item: number_cell(item.number)),
    field_column("title", STRING),
    word_column("kind"),
    strings_column("issuers"),
    string_column("recipients"),
    date_column("dated"),
    date_column("published_on"),
    date_column("effective_on"),
    field_column("effective_from_issue", BOOL),
    string_column("valid_for"),
    date_column("expires_on"),
    strings_column("signature"),
    strings_column("signers"),
    strings_column("signatories"),
    string_column("copied_to"),
    string_column("organ_mark"),
    string_column("secrecy"),
    string_column("urgency"),
    string_column("copy_number"),
    string_column("note"),
    strings_column("keywords"),
    string_column("printed_by"),
    date_column("printed_on"),
    string_column("index_number"),
    string_column("topic"),
    Column("annexes", list_of(STRING), lambda item: [annex.title for annex in item.annexes]),
    Column("characters", INT32, lambda item: None if item.text is None else len(item.text)),
)


def _edit(finding: Any) -> dict[str, Any] | None:
    edit = finding.edit
    return None if edit is None else {"start": edit.start, "end": edit.end, "replacement": edit.replacement}


FINDINGS: Final = (
    *_SPAN,
    field_column("code", STRING),
    field_column("name", STRING),
    word_column("severity"),
    field_column("message", STRING),
    field_column("message_en", STRING),
    field_column("clause", STRING),
    field_column("suggestion", STRING),
    Column("edit", struct(start=INT32, end=INT32, replacement=STRING), _edit),
)


def _cited(name: str, shape: Shape, cell: Callable[[Any], Any]) -> Column:
    return Column(name, shape, lambda item: cell(item.citation))


VERIFICATIONS: Final = (
    _cited("start", INT32, lambda cited: cited.start),
    _cited("end", INT32, lambda cited: cited.end),
    _cited("title", STRING, lambda cited: cited.document.title),
    _cited("numbers", list_of(STRING), lambda cited: [str(one.value) for one in cited.document.numbers]),
    Column("pinpoint", PINPOINT, lambda item, text: pinpoint_cell(item.citation, text), of_text=True),
    word_column("verdict"),
    word_column("reason"),
    Column("known", STRING, lambda item: None if item.record is None else item.record.key),
    Column("known_title", STRING, lambda item: None if item.record is None else item.record.title),
    Column("standing", WORD, lambda item: item.standing.value.value),
    Column("since", DATE, lambda item: date_cell(item.standing.since)),
    Column("ground", STRING, lambda item: item.standing.ground),
    field_column("instead", STRING),
    field_column("note", STRING),
)
