"""The policies of e-government in China, 1992 to 2025 (电子政务政策目录), and tables of your own.

>>> str(policies.get("国办发[2014]66号").dated), policies.get("中办发〔2002〕17号").originator
('2014-11', '国家信息化领导小组')
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from egovkit.catalogue.rows import read_rows
from egovkit.catalogue.table import Catalogue, Match, MatchWay, TableState
from egovkit.data import rows, tree
from egovkit.models.dates import DocumentDate
from egovkit.models.drafting import DraftingRecord, TermShift
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind, PolicyStatus, StatusKind

__all__ = ["Catalogue", "Match", "MatchWay", "policies"]

M = TypeVar("M", bound=BaseModel)
_REGULAR: Final = re.compile(r"(.+)〔([0-9]{4})〕([0-9]+)号")
_ORDER: Final = re.compile(r"(.+)令第([0-9]+)号")


# The tests validate every record of the shipped table, so that loading it need neither do so again nor read the
# registry of organ codes, which is a far bigger table.


def _number(cell: str) -> IssuanceNumber | None:
    regular = _REGULAR.fullmatch(cell)
    if regular is not None:
        code, year, serial = regular.groups()
        return _made(IssuanceNumber, form=NumberForm.REGULAR, code=code, year=int(year), serial=int(serial), word=None)
    order = _ORDER.fullmatch(cell)
    if order is None:
        return None
    return _made(IssuanceNumber, form=NumberForm.ORDER, code=order[1], year=None, serial=int(order[2]), word=None)


def _made(model: type[M], **fields: Any) -> M:
    return model.model_construct(**fields)


def _dated(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    for name in names:
        if isinstance(fields.get(name), str):
            fields[name] = DocumentDate.parse(fields[name])
    return fields


def _relations() -> dict[str, list[PolicyRelation]]:
    found: dict[str, list[PolicyRelation]] = {}
    for row in rows("policy_relations"):
        fields = {**row, "kind": PolicyRelationKind(row["kind"])}
        found.setdefault(row["source"], []).append(_made(PolicyRelation, **fields))
    return found


def _load() -> TableState:
    relations = _relations()
    more = tree("policies")["records"]
    keys = set()

    def make(fields: dict[str, Any]) -> PolicyRecord:
        key = fields.get("number") or fields["title"]
        keys.add(key)
        if "number" in fields:
            fields["number"] = _number(fields["number"])
        if "other_numbers" in fields:
            fields["other_numbers"] = tuple(map(_number, fields["other_numbers"]))
        if "status" in fields:
            status = _dated(fields["status"], "since")
            fields["status"] = _made(PolicyStatus, **{**status, "value": StatusKind(status["value"])})
        _dated(fields, "dated", "published_on", "effective_on")
        if key in more:
            fields["role"] = more[key].get("role")
            fields["shifts"] = tuple(map(TermShift.model_validate, more[key].get("shifts", ())))
            drafting = more[key].get("drafting")
            fields["drafting"] = drafting and DraftingRecord.model_validate(drafting)
        fields["relations"] = tuple(relations.get(key, ()))
        return _made(PolicyRecord, **fields)

    records = read_rows(rows("policies"), make)
    return TableState(records, tuple(edge for key, edges in relations.items() if key not in keys for edge in edges))


policies: Final = Catalogue(_load)
"""The policies that come along (政策目录); read when first asked."""
