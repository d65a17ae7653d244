"""Mentions, citations, documents as rows of plain values (表格)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

__all__ = ["Cell", "rows_of"]

Cell = str | int | float | bool | None
"""What a cell holds."""

# Of a document what is long or a structure: the text itself, its blocks and trees.
_LEFT_OUT: Final = frozenset(["text", "blocks", "spans", "outline", "parts"])
# What is kept in one slot, and is two columns.
_COLUMNS: Final = {"referents": ("antecedent", "candidates")}
_JOINT: Final = "；"


def rows_of(items: Iterable[Any]) -> Iterator[dict[str, Cell]]:
    """Yield a row for each mention, citation, finding or document (行): columns to plain values.

    Rows of one type have the same columns, so that `pandas.DataFrame(rows_of(…))`, `polars.from_dicts(list(rows_of(…)))`
    and `csv.DictWriter` take them as they are. Several values in one cell are joined by ；, an antecedent is its start.

    >>> from egovkit.models.issuance import find_numbers
    >>> [row] = rows_of(find_numbers("见国办发[2014]66号。"))
    >>> row["start"], row["value"], row["code"], row["year"], row["serial"]
    (1, '国办发〔2014〕66号', '国办发', 2014, 66)
    """
    return map(_row, items)


def _row(item: Any) -> dict[str, Cell]:
    if hasattr(item, "value") and hasattr(item, "start"):
        value = item.value
        row: dict[str, Cell] = {"start": item.start, "end": item.end, "text": item.text, "value": _cell(value)}
        return row | {name: _cell(part) for name, part in _parts(value) if name not in row}
    dropped = _LEFT_OUT if _is_model(item) else frozenset[str]()
    return {name: _cell(part) for name, part in _parts(item) if name not in dropped}


def _parts(item: Any) -> Iterator[tuple[str, Any]]:
    if _is_model(item):
        names = list(type(item).model_fields)
    elif is_dataclass(item) and not isinstance(item, type):
        names = [name for field in fields(item) for name in _COLUMNS.get(field.name, (field.name,))]
    else:
        names = []
    for name in names:
        yield name, getattr(item, name)


def _is_model(item: Any) -> bool:
    # Asked by name, so that rows need no pydantic.
    return hasattr(type(item), "model_fields")


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (tuple, list, set, frozenset)):
        return _JOINT.join(str(_cell(one)) for one in value)
    if hasattr(value, "value") and hasattr(value, "start"):
        return str(value.value)
    if hasattr(value, "start") and hasattr(value, "relation"):
        return int(value.start)
    return str(value)
