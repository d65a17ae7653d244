"""The policies of e-government in China, 1992 to 2025 (电子政务政策目录), and tables of your own.

>>> str(policies["国办发[2014]66号"].dated), policies["中办发〔2002〕17号"].originator
('2014-11', '国家信息化领导小组')
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from egovkit.catalogue.cells import date_in, decoded, list_in, made, number_in, numbers_in
from egovkit.catalogue.policy_rows import LISTS, STATUS
from egovkit.catalogue.policy_table import Catalogue, TableState
from egovkit.catalogue.title_matches import Match, MatchWay
from egovkit.data import read
from egovkit.models.drafting import DraftingRecord, TermShift
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind
from egovkit.models.standing import PolicyStatus, StatusKind

__all__ = ["Catalogue", "Match", "MatchWay", "policies"]

_READ: Final[Mapping[str, Callable[[str], Any]]] = {
    **dict.fromkeys(LISTS, list_in),
    **dict.fromkeys(("dated", "published_on", "effective_on", "status_since"), date_in),
    "number": number_in,
    "other_numbers": numbers_in,
    "status": StatusKind,
}


def _relations() -> dict[str, list[PolicyRelation]]:
    found: dict[str, list[PolicyRelation]] = {}
    for fields in decoded("policy_relations", {"kind": PolicyRelationKind}):
        found.setdefault(fields["source"], []).append(made(PolicyRelation, fields))
    return found


def _details() -> dict[str, dict[str, Any]]:
    """Return what documents are known by beyond a row: the role of one, its drafting, the terms that changed with it.

    Their source is the interpretation that `drafting` names; the words are ours.
    """
    # TOML would take as long to read as all the relations.
    details: dict[str, dict[str, Any]] = json.loads(read("policy_records.json"))
    for fields in details.values():
        if "drafting" in fields:
            fields["drafting"] = DraftingRecord.model_validate(fields["drafting"])
        if "shifts" in fields:
            fields["shifts"] = tuple(map(TermShift.model_validate, fields["shifts"]))
    return details


def _load() -> TableState:
    relations, details = _relations(), _details()
    records: list[PolicyRecord] = []
    keys: set[str] = set()
    for fields in decoded("policies", _READ):
        status = {part: fields.pop(column) for column, part in STATUS.items() if column in fields}
        if status:
            fields["status"] = made(PolicyStatus, status)
        number = fields.get("number")
        key = fields["title"] if number is None else str(number)
        if key in relations:
            fields["relations"] = tuple(relations[key])
        if key in details:
            fields.update(details[key])
        keys.add(key)
        records.append(made(PolicyRecord, fields))
    return TableState(
        tuple(records), tuple(edge for key, edges in relations.items() if key not in keys for edge in edges)
    )


policies: Final = Catalogue(_load)
"""The policies that come along (政策目录); read when first asked."""
