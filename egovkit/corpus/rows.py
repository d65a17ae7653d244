"""Mentions, citations, documents as rows of plain values (行): those of the Arrow table of their kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from egovkit.corpus.columns import ERROR, columns_of, kind_of_item
from egovkit.corpus.plain_rows import Cell, plain_rows
from egovkit.corpus.shapes import INT64, STRING, WORD, Shape

__all__ = ["flat_row", "rows_of"]

_COUNTED: Final = ("documents", "organs", "register")
_JOINT: Final = "；"


def rows_of(
    items: Iterable[Any],
    *,
    row: int = 0,
    id: str | None = None,
    of: str | None = None,
    text: bool = False,
    source: str | None = None,
    flat: bool = False,
) -> Iterator[dict[str, Any]]:
    """Yield a row for each mention, citation, finding, claim, document, organ or record (行): columns to plain values.

    The rows of a kind are those of its table: `pyarrow.Table.from_pylist(list(rows_of(items)), schema=tables.schema(kind))`
    is `tables.to_arrow(items, kind)`, and the other parameters are those of `to_arrow`. A date is its first and last day
    with its precision, several things are a list, a structure is a dict.

    `flat` makes them rows for CSV and spreadsheets: a date is its ISO form, a number its canonical string, several
    things are joined by ；, and what else is a structure has a column for each part (`edit.start`).

    Frameworks and what else has no table of its own have flat rows. TypeError for items that have none.

    >>> from egovkit.models.issuance import find_numbers
    >>> [row] = rows_of(find_numbers("见国办发[2014]66号。"))
    >>> row["start"], row["value"], row["code"], row["year"], row["deviations"]
    (1, '国办发〔2014〕66号', '国办发', 2014, ['brackets'])
    >>> [row] = rows_of(find_numbers("见国办发[2014]66号。"), flat=True)
    >>> row["deviations"]
    'brackets'
    """
    rows = _rows(items, row=row, id=id, of=of, text=text, source=source, flat=flat)
    # The first row is made at once: what is no item is said here, and not where the rows are used.
    for first in rows:
        return chain((first,), rows)
    return rows


def _rows(
    items: Iterable[Any],
    *,
    row: int,
    id: str | None,
    of: str | None,
    text: bool,
    source: str | None,
    flat: bool,
) -> Iterator[dict[str, Any]]:
    for place, item in enumerate(items):
        kind = kind_of_item(item)
        if kind is None:
            yield from plain_rows([item])
            continue
        columns = columns_of(kind, text=text)
        made: dict[str, Any] = {"row": row + place if kind in _COUNTED else row, "id": id}
        made.update((column.name, column.of(item, of)) for column in columns)
        shapes = {"row": INT64, "id": STRING, **{column.name: column.shape for column in columns}}
        if source is not None:
            made["source"], shapes["source"] = source, WORD
        made["error"], shapes["error"] = None, ERROR
        yield flat_row(made, shapes) if flat else made


def flat_row(made: Mapping[str, Any], shapes: Mapping[str, Shape]) -> dict[str, Cell]:
    """Return a row with one plain value in each cell (平行): strings, numbers, truth values and None.

    >>> from datetime import date
    >>> from egovkit.corpus.shapes import DATE, list_of
    >>> march = {"first_day": date(2020, 3, 1), "last_day": date(2020, 3, 31), "precision": "month"}
    >>> flat_row({"dated": march, "issuers": ["甲", "乙"]}, {"dated": DATE, "issuers": list_of(STRING)})
    {'dated': '2020-03', 'issuers': '甲；乙'}
    """
    return {column: cell for name, value in made.items() for column, cell in _cells(name, value, shapes[name])}


def _cells(name: str, value: Any, shape: Shape) -> Iterator[tuple[str, Cell]]:
    if shape.name != "struct" or _is_one(shape):
        yield name, _cell(value, shape)
        return
    for part, inner in shape.fields:
        yield from _cells(f"{name}.{part}", None if value is None else value[part], inner)


def _is_one(shape: Shape) -> bool:
    """Say whether a structure has a string of its own: a date, or what has a value beside its parts."""
    names = {name for name, _ in shape.fields}
    return "precision" in names or {"value", "form"} <= names or {"value", "places"} <= names


def _cell(value: Any, shape: Shape) -> Cell:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, list):
        inner = shape.fields[0][1]
        return _JOINT.join("" if (cell := _cell(one, inner)) is None else str(cell) for one in value)
    if isinstance(value, Mapping):
        if "precision" in value:
            return str(value["first_day"])[: {"year": 4, "month": 7}.get(value["precision"])]
        for key in ("value", "title", "target"):
            if value.get(key) is not None:
                return str(value[key])
        return "/".join("" if part is None else str(part) for part in value.values())
    return str(value)
