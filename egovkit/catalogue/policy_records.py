"""The rows of the policies that come along, each made a record when it is asked for (政策目录的记录).

The register answers for one of them without making the others, and without what a table can be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from egovkit.catalogue.cells import cells_of, date_in, decoded, list_in, made, number_in, numbers_in
from egovkit.data import read, table
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind
from egovkit.models.standing import PolicyStatus, StatusKind

__all__ = ["LISTS", "STATUS", "count", "record_at", "stated_relations"]

LISTS: Final = frozenset(("other_numbers", "aliases", "issuers", "domain", "tasks", "frameworks", "sources"))
"""The columns whose cells list several things."""
STATUS: Final = {
    "status": "value", "status_since": "since", "status_ground": "ground", "status_confidence": "confidence",
}  # fmt: skip
"""The columns that say how a document stands, and the fields of the status that they are."""

_READ: Final[Mapping[str, Callable[[str], Any]]] = {
    **dict.fromkeys(LISTS, list_in),
    **dict.fromkeys(("dated", "published_on", "effective_on", "status_since"), date_in),
    "number": number_in,
    "other_numbers": numbers_in,
    "status": StatusKind,
}


@cache
def _table() -> tuple[list[str], list[list[str]]]:
    return table("policies")


@cache
def stated_relations() -> dict[str, tuple[PolicyRelation, ...]]:
    """Return the relations that come along, by the document that each starts from (随包关系)."""
    found: dict[str, list[PolicyRelation]] = {}
    for fields in decoded("policy_relations", {"kind": PolicyRelationKind}):
        found.setdefault(fields["source"], []).append(made(PolicyRelation, fields))
    return {key: tuple(edges) for key, edges in found.items()}


@cache
def _raw_details() -> str:
    return read("policy_records.json")


@cache
def _details() -> dict[str, dict[str, Any]]:
    """Return what documents are known by beyond a row: the role of one, its drafting, the terms that changed with it.

    Their source is the interpretation that `drafting` names; the words are ours.
    """
    import json  # noqa: PLC0415  (few documents have any)

    from egovkit.models.drafting import DraftingRecord, TermShift  # noqa: PLC0415

    # TOML would take as long to read as all the relations.
    details: dict[str, dict[str, Any]] = json.loads(_raw_details())
    for fields in details.values():
        if "drafting" in fields:
            fields["drafting"] = DraftingRecord.model_validate(fields["drafting"])
        if "shifts" in fields:
            fields["shifts"] = tuple(map(TermShift.model_validate, fields["shifts"]))
    return details


def count() -> int:
    """Return how many policies come along (条数)."""
    return len(_table()[1])


@cache
def record_at(i: int) -> PolicyRecord:
    """Return the record of a row (取记录), made when it is first asked for.

    >>> str(record_at(0).number)
    '国办发〔1986〕92号'
    """
    heading, lines = _table()
    fields = cells_of(heading, _READ, lines[i])
    status = {part: fields.pop(column) for column, part in STATUS.items() if column in fields}
    if status:
        fields["status"] = made(PolicyStatus, status)
    number = fields.get("number")
    key = fields["title"] if number is None else str(number)
    if key in stated_relations():
        fields["relations"] = stated_relations()[key]
    # Few documents have any: the file is not parsed for the others.
    if f'"{key}"' in _raw_details() and key in _details():
        fields.update(_details()[key])
    return made(PolicyRecord, fields)
