"""The columns of what is known before any text (已知之列): organs and the records of the register."""

from __future__ import annotations

from typing import Any, Final

from egovkit.corpus.column_makers import date_column, field_column, strings_column, word_column
from egovkit.corpus.parts import NUMBER, date_cell, number_cell
from egovkit.corpus.shapes import DATE, INT16, STRING, WORD, Column, list_of, struct

__all__ = ["ORGANS", "REGISTER"]

ORGANS: Final = (
    field_column("name", STRING),
    field_column("short_name", STRING),
    strings_column("aliases"),
    Column("level", WORD, lambda item: item.level.value),
    Column("region", STRING, lambda item: None if (at := getattr(item, "region", None)) is None else str(at)),
    Column(
        "periods",
        list_of(struct(start=INT16, end=INT16)),
        lambda item: [{"start": one.start, "end": one.end} for one in item.periods],
    ),
    field_column("parent", STRING),
    strings_column("predecessors"),
    strings_column("successors"),
    Column("sources", list_of(STRING), lambda item: [one for one in item.source.split("|") if one]),
    word_column("confidence"),
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


REGISTER: Final = (
    field_column("key", STRING),
    Column("number", NUMBER, lambda item: number_cell(item.number)),
    strings_column("other_numbers"),
    field_column("title", STRING),
    strings_column("aliases"),
    field_column("carrier", STRING),
    strings_column("issuers"),
    field_column("originator", STRING),
    date_column("dated"),
    date_column("published_on"),
    date_column("effective_on"),
    word_column("level"),
    strings_column("domain"),
    strings_column("frameworks"),
    Column("status", struct(value=STRING, since=DATE, ground=STRING, confidence=STRING), _status),
    Column(
        "relations",
        list_of(struct(kind=STRING, target=STRING, ground=STRING, confidence=STRING)),
        _relations,
    ),
    word_column("confidence"),
    field_column("index_number", STRING),
    strings_column("sources"),
    field_column("note", STRING),
)
