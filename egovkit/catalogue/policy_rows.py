"""Rows of a table read into policy records (表格行), and what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache
from numbers import Integral, Real
from typing import Any, Final

from pydantic import ValidationError

from egovkit.catalogue.policy_records import LISTS, STATUS
from egovkit.data import tree
from egovkit.errors import EgovkitError
from egovkit.messages import Words, said
from egovkit.messages.telling import of_details
from egovkit.models.dates import DocumentDate
from egovkit.models.policy import PolicyRecord, PolicyRelationKind, policy_key
from egovkit.text import limits

__all__ = [
    "KINDS",
    "LISTS",
    "POLICY_COLUMNS",
    "STATUS",
    "TREES",
    "RowError",
    "TableError",
    "edges_of",
    "read_rows",
    "split_cell",
]

KINDS: Final[tuple[str, ...]] = tuple(kind.value for kind in PolicyRelationKind)
TREES: Final = frozenset(("drafting", "shifts", "relations"))
POLICY_COLUMNS: Final = frozenset(PolicyRecord.model_fields) | frozenset(STATUS) | frozenset(KINDS)
"""The columns that a table of policies can have; `egovkit/data/policies.toml` lists their Chinese headings."""


class RowError(EgovkitError, ValueError):
    """A fault in one row of a table (行错误): `row` counts from 1, 0 is the heading; `column` is as given.

    >>> str(RowError(3, "dated", "date.impossible", "no calendar has this month", "2014-13"))
    "row 3, dated: no calendar has this month: '2014-13' [date.impossible]"
    """

    def __init__(self, row: int, column: str, code: str, message: str, given: object = None, **fields: object) -> None:
        self.row, self.column, self.code, self.given = row, column, code, given
        self.template, self.fields = message, fields
        super().__init__(row, column, code, message, given)

    @property
    def place(self) -> str:
        """Where it is (位置): the row and the column."""
        return f"{self.row}.{self.column}"

    def __str__(self) -> str:
        colon = said(": ", "：")
        shown = "" if self.given is None else f"{colon}{self.given!r}"
        where = said(f"row {self.row}, {self.column}", f"第 {self.row} 行 {self.column}")
        return f"{where}{colon}{self.message}{shown} [{self.code}]"


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
    """Split a cell that lists several things (多值单元格): at ；, ; and |. A sequence is taken as it is, also as JSON.

    >>> split_cell("国家发展和改革委员会；财政部"), split_cell(["财政部"]), split_cell('["甲；乙", "丙"]')
    (('国家发展和改革委员会', '财政部'), ('财政部',), ('甲；乙', '丙'))
    """
    if isinstance(cell, str):
        if cell.startswith('["') and isinstance(listed := _tree(cell), list):
            return tuple(listed)
        if "；" not in cell and ";" not in cell and "|" not in cell:
            return (cell,)
        return tuple(part.strip() for part in cell.replace(";", "；").replace("|", "；").split("；") if part.strip())
    return tuple(cell) if isinstance(cell, Sequence) else (cell,)


def _column(heading: str, place: int) -> str:
    """Return the column that a heading means; RowError where it means none."""
    name = heading.strip()
    if name not in POLICY_COLUMNS:
        name = tree("policies")["headings"].get(name, name)
    if name not in POLICY_COLUMNS:
        near = _near(heading.strip())
        if near is not None:
            raise RowError(place, heading, "row.column", "no policy has such a field; is it {near}?", near=near)
        raise RowError(place, heading, "row.column", "no policy has such a field")
    return name


@lru_cache(maxsize=1024)
def _near(heading: str) -> str | None:
    # Every row of a table asks for the same.
    known = [*tree("policies")["headings"], *sorted(POLICY_COLUMNS)]
    return next(iter(get_close_matches(heading, known, n=1, cutoff=0.5)), None)


def _plain(cell: object) -> object:
    """Return a cell as text holds it: None where it is empty, a date as ISO 8601, a whole number by its digits."""
    if isinstance(cell, str):
        return cell.strip() or None
    if cell is None or (isinstance(cell, tuple | list) and not cell) or _is_missing(cell):
        return None
    if isinstance(cell, date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, Integral):
        return str(int(cell))
    # A column of years with a gap in it becomes one of floats in a data frame.
    return str(int(float(cell))) if isinstance(cell, Real) and float(cell).is_integer() else cell


def _is_missing(cell: object) -> bool:
    """Say whether a cell is what data frames write for nothing: NaN and NaT differ from themselves, NA from nothing."""
    try:
        return bool(cell != cell)  # noqa: PLR0124
    except (TypeError, ValueError):
        return type(cell).__name__ == "NAType"


def _tree(cell: str) -> object:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell


def _cell(column: str, cell: object) -> object:
    """Return what a cell means in its column: a list of things, the word for a status, or as it is."""
    if column in TREES and isinstance(cell, str):
        return _tree(cell)
    if column in LISTS or column in KINDS:
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
        cell = _plain(given)
        if cell is None:
            continue
        column = heading if heading in POLICY_COLUMNS else _column(heading, place)
        # Relations of one kind go by several words, and are side by side; all else is said once.
        if column in origin and column not in KINDS:
            raise RowError(
                place, heading, "row.column-twice", "the same as the column {other}", given, other=origin[column]
            )
        origin[column] = heading
        value = _cell(column, cell)
        if column in KINDS:
            edges[column] = edges.get(column, ()) + value
        elif column in STATUS and isinstance(value, str | DocumentDate):
            status[STATUS[column]] = value
        else:
            fields[column] = value
    if status:
        fields["status"] = status
    stated = fields.get("relations", ())
    if edges and isinstance(stated, list | tuple):
        source = policy_key(str(fields.get("number") or fields.get("title") or ""))
        fields["relations"] = (*stated, *edges_of(source, fields.get("confidence"), edges))
    return fields, origin


def edges_of(source: str, confidence: object, edges: Mapping[str, Iterable[Any]]) -> tuple[dict[str, Any], ...]:
    """Return the relations that the columns of their kinds state (关系列): as sure as their document is."""
    return tuple(
        {"kind": kind, "source": source, "target": target, "confidence": confidence}
        for kind, targets in edges.items()
        for target in targets
    )


def _errors_of(error: ValidationError, place: int, origin: Mapping[str, str]) -> list[RowError]:
    found = []
    for fault in error.errors(include_url=False):
        column = str(fault["loc"][0]) if fault["loc"] else "row"
        if column == "status" and len(fault["loc"]) > 1:
            column = next((name for name, part in STATUS.items() if part == fault["loc"][1]), column)
        given = fault["input"] if isinstance(fault["input"], str | int) else None
        told = of_details(fault)
        found.append(
            RowError(place, origin.get(column, column), told.code, "{reason}", given, reason=Words(told.en, told.zh))
        )
    return found


def read_rows(rows: Iterable[Mapping[str, object]]) -> dict[int, PolicyRecord]:
    """Read rows into records by their places, from 1 (读行), empty rows left out; TableError where any is at fault.

    Of a table of more faults than anybody mends by hand the first ones are told.

    >>> read_rows([{"文号": "国办发[2014]66号", "标题": "指导意见", "借鉴": "中办发〔2002〕17号"}])[1].relations[0].kind.value
    'draws_on'
    """
    records: dict[int, PolicyRecord] = {}
    errors: list[RowError] = []
    for place, row in enumerate(rows, 1):
        origin: dict[str, str] = {}
        try:
            fields, origin = _fields(row, place)
            if origin or not row:
                records[place] = PolicyRecord.model_validate(fields)
        except RowError as error:
            errors.append(error)
        except ValidationError as error:
            errors.extend(_errors_of(error, place, origin))
        if len(errors) >= limits.MAX_FAULTS:
            break
    if errors:
        raise TableError(errors)
    return records
