"""Rows of a table read into policy records (表格行), and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from egovkit.data import tree
from egovkit.errors import EgovkitError
from egovkit.models.dates import DocumentDate
from egovkit.models.policy import PolicyRecord, PolicyRelationKind, policy_key

__all__ = ["COLUMNS", "LISTS", "STATUS", "RowError", "TableError", "read_rows", "split_cell"]

LISTS: Final = frozenset(("other_numbers", "aliases", "issuers", "domain", "tasks", "frameworks", "sources"))
STATUS: Final = {
    "status": "value", "status_since": "since", "status_ground": "ground", "status_confidence": "confidence",
}  # fmt: skip
_KINDS: Final = frozenset(kind.value for kind in PolicyRelationKind)
COLUMNS: Final = (frozenset(PolicyRecord.model_fields) - {"relations"}) | frozenset(STATUS) | _KINDS
"""The columns that a table of policies can have; `egovkit/data/policies.toml` lists their Chinese headings."""


class RowError(EgovkitError, ValueError):
    """A fault in one row of a table (行错误): `row` counts from 1 without the heading, `column` is as given.

    >>> str(RowError(3, "dated", "date.impossible", "no calendar has this month", "2014-13"))
    "row 3, dated: no calendar has this month: '2014-13' [date.impossible]"
    """

    def __init__(self, row: int, column: str, code: str, message: str, given: object = None) -> None:
        self.row, self.column, self.code, self.message, self.given = row, column, code, message, given
        super().__init__(row, column, code, message, given)

    def __str__(self) -> str:
        shown = "" if self.given is None else f": {self.given!r}"
        return f"row {self.row}, {self.column}: {self.message}{shown} [{self.code}]"


class TableError(EgovkitError, ValueError):
    """Every fault of a table (表错误), collected: `errors` in the order of the rows.

    >>> TableError([RowError(1, "title", "missing", "Field required")]).errors[0].row
    1
    """

    def __init__(self, errors: Iterable[RowError]) -> None:
        self.errors = tuple(errors)
        super().__init__(self.errors)

    def __str__(self) -> str:
        return "\n".join(map(str, self.errors))


def split_cell(cell: object) -> tuple[Any, ...]:
    """Split a cell that lists several things (多值单元格): at ；, ; and |. A sequence is taken as it is.

    >>> split_cell("国家发展和改革委员会；财政部"), split_cell(["财政部"])
    (('国家发展和改革委员会', '财政部'), ('财政部',))
    """
    if isinstance(cell, str):
        if "；" not in cell and ";" not in cell and "|" not in cell:
            return (cell,)
        return tuple(part.strip() for part in cell.replace(";", "；").replace("|", "；").split("；") if part.strip())
    return tuple(cell) if isinstance(cell, Sequence) else (cell,)


def _column(heading: str, place: int) -> str:
    """Return the column that a heading means; RowError where it means none."""
    name = heading.strip()
    if name not in COLUMNS:
        name = tree("policies")["headings"].get(name, name)
    if name not in COLUMNS:
        raise RowError(place, heading, "row.column", "no policy has such a field")
    return name


def _cell(column: str, cell: object) -> object:
    """Return what a cell means in its column: a list of things, the word for a status, or as it is."""
    if column in LISTS or column in _KINDS:
        return split_cell(cell)
    if column == "status" and isinstance(cell, str) and not cell.isascii():
        return tree("policies")["status"].get(cell, cell)
    return cell


def _fields(row: Mapping[str, object], place: int) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the fields of a record, empty cells left out, and for each field the heading it came under."""
    fields: dict[str, Any] = {}
    status: dict[str, Any] = {}
    edges: dict[str, Any] = {}
    origin: dict[str, str] = {}
    for heading, given in row.items():
        cell = given.strip() if isinstance(given, str) else given
        if cell is None or cell in ("", (), []):
            continue
        column = heading if heading in COLUMNS else _column(heading, place)
        origin[column] = heading
        value = _cell(column, cell)
        if column in _KINDS:
            edges[column] = edges.get(column, ()) + value
        elif column in STATUS and isinstance(value, str | DocumentDate):
            status[STATUS[column]] = value
        else:
            fields[column] = value
    if status:
        fields["status"] = status
    if edges:
        fields["relations"] = _edges(fields, edges)
    return fields, origin


def _edges(fields: Mapping[str, Any], edges: Mapping[str, tuple[Any, ...]]) -> tuple[dict[str, Any], ...]:
    source = policy_key(fields.get("number") or fields.get("title") or "")
    confidence = fields.get("confidence")
    return tuple(
        {"kind": kind, "source": source, "target": target, "confidence": confidence}
        for kind, targets in edges.items()
        for target in targets
    )


def _errors_of(error: ValidationError, place: int, origin: Mapping[str, str]) -> list[RowError]:
    found = []
    for fault in error.errors(include_url=False, include_context=False):
        column = str(fault["loc"][0]) if fault["loc"] else "row"
        if column == "status" and len(fault["loc"]) > 1:
            column = next((name for name, part in STATUS.items() if part == fault["loc"][1]), column)
        given = fault["input"] if isinstance(fault["input"], str | int) else None
        found.append(RowError(place, origin.get(column, column), fault["type"], fault["msg"], given))
    return found


def read_rows(rows: Iterable[Mapping[str, object]]) -> tuple[PolicyRecord, ...]:
    """Read rows into records (读行); TableError where any row is at fault.

    >>> read_rows([{"文号": "国办发[2014]66号", "标题": "指导意见", "借鉴": "中办发〔2002〕17号"}])[0].relations[0].kind.value
    'draws_on'
    """
    records: list[PolicyRecord] = []
    errors: list[RowError] = []
    for place, row in enumerate(rows, 1):
        origin: dict[str, str] = {}
        try:
            fields, origin = _fields(row, place)
            records.append(PolicyRecord.model_validate(fields))
        except RowError as error:
            errors.append(error)
        except ValidationError as error:
            errors.extend(_errors_of(error, place, origin))
    if errors:
        raise TableError(errors)
    return tuple(records)
