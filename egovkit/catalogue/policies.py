"""The policies of e-government in China, 1992 to 2025 (电子政务政策目录), and tables of your own.

>>> str(policies.get("国办发[2014]66号").dated), policies.get("中办发〔2002〕17号").originator
('2014-11', '国家信息化领导小组')
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from egovkit.catalogue.rows import LISTS, STATUS, split_cell
from egovkit.catalogue.shipped import day_of, made, number_of
from egovkit.catalogue.table import Catalogue, Match, MatchWay, TableState
from egovkit.data import rows, tree
from egovkit.models.drafting import DraftingRecord, TermShift
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind, PolicyStatus, StatusKind

__all__ = ["Catalogue", "Match", "MatchWay", "policies"]

_READ: Final[dict[str, Callable[[str], object]]] = {
    **dict.fromkeys(LISTS, split_cell),
    **dict.fromkeys(("dated", "published_on", "effective_on", "status_since"), day_of),
    "number": number_of,
    "other_numbers": lambda cell: tuple(map(number_of, split_cell(cell))),
    "status": StatusKind,
}


def _relations() -> dict[str, list[PolicyRelation]]:
    found: dict[str, list[PolicyRelation]] = {}
    for row in rows("policy_relations"):
        edge = made(PolicyRelation, {**row, "kind": PolicyRelationKind(row["kind"])})
        found.setdefault(edge.source, []).append(edge)
    return found


def _detail(key: str) -> dict[str, Any]:
    """Return what a document is known by beyond its row: its role, its drafting, the terms that changed with it."""
    given = dict(tree("policy_records")[key])
    if "drafting" in given:
        given["drafting"] = DraftingRecord.model_validate(given["drafting"])
    if "shifts" in given:
        given["shifts"] = tuple(map(TermShift.model_validate, given["shifts"]))
    return given


def _record(row: dict[str, str], relations: dict[str, list[PolicyRelation]]) -> PolicyRecord:
    fields: dict[str, Any] = {}
    status: dict[str, Any] = {}
    for name, cell in row.items():
        if cell:
            value = _READ[name](cell) if name in _READ else cell
            if name in STATUS:
                status[STATUS[name]] = value
            else:
                fields[name] = value
    if status:
        fields["status"] = made(PolicyStatus, status)
    key = row["number"] or row["title"]
    if key in relations:
        fields["relations"] = tuple(relations[key])
    if key in tree("policy_records"):
        fields |= _detail(key)
    return made(PolicyRecord, fields)


def _load() -> TableState:
    relations = _relations()
    table = rows("policies")
    records = tuple(_record(row, relations) for row in table)
    keys = {row["number"] or row["title"] for row in table}
    return TableState(records, tuple(edge for key, edges in relations.items() if key not in keys for edge in edges))


policies: Final = Catalogue(_load)
"""The policies that come along (政策目录); read when first asked."""
