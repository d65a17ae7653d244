"""Policy records written as rows of a table (写行), such as `egovkit.catalogue.policy_rows` reads back."""

from __future__ import annotations

import json
from collections.abc import Iterable

from egovkit.catalogue.policy_rows import KINDS, LISTS, STATUS, TREES, edges_of, split_cell
from egovkit.models.policy import PolicyRecord, PolicyRelation

__all__ = ["write_rows"]


def write_rows(records: Iterable[PolicyRecord]) -> list[dict[str, str]]:
    """Return records as rows of strings (写行): the columns that any of them fills, in the order of the fields."""
    rows = [_row(record) for record in records]
    filled = {column for row in rows for column, cell in row.items() if cell}
    return [{column: cell for column, cell in row.items() if column in filled} for row in rows]


def _row(record: PolicyRecord) -> dict[str, str]:
    row: dict[str, str] = {}
    for name in PolicyRecord.model_fields:
        value = getattr(record, name)
        if name == "status":
            row |= {column: _text(value and getattr(value, part)) for column, part in STATUS.items()}
        elif name == "relations":
            row |= _told(record)
        elif name in LISTS:
            row[name] = _joined(tuple(map(str, value)))
        elif name in TREES:
            row[name] = _dumped(record, name) if value else ""
        else:
            row[name] = _text(value)
    return row


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _joined(parts: tuple[str, ...]) -> str:
    cell = "；".join(parts)
    return cell if split_cell(cell) == parts or not parts else json.dumps(parts, ensure_ascii=False)


def _dumped(record: PolicyRecord, name: str) -> str:
    dumped = record.model_dump(mode="json", include={name}, exclude_defaults=True)[name]
    return json.dumps(dumped, ensure_ascii=False)


def _told(record: PolicyRecord) -> dict[str, str]:
    """Return the columns of the relations of a record: those of their kinds, where these say all of them."""
    told: dict[str, list[str]] = {}
    for edge in record.relations:
        told.setdefault(edge.kind.value, []).append(edge.target)
    by_kind = {kind: told[kind] for kind in KINDS if kind in told}
    edges = tuple(map(PolicyRelation.model_validate, edges_of(record.key, record.confidence, by_kind)))
    cells = {kind: _joined(tuple(by_kind.get(kind, ()))) for kind in KINDS}
    if edges == record.relations:
        return {**cells, "relations": ""}
    return {**dict.fromkeys(KINDS, ""), "relations": _dumped(record, "relations")}
