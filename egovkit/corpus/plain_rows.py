"""Rows of what has no table of its own (无定型表之行): frameworks, annexes, resolutions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

__all__ = ["Cell", "plain_rows"]

Cell = str | int | float | bool | None
"""What a cell holds."""

# Of a document what is long or a structure: the text itself, its blocks and trees.
_LEFT_OUT: Final = frozenset(["text", "blocks", "spans", "outline", "parts"])
# What is kept in one slot, and is two columns.
_COLUMNS: Final = {"referents": ("antecedent", "candidates")}
# What one finder finds is of one kind or another, and has the columns of both.
_DATE: Final = ("year", "month", "day")
_SLOGAN: Final = (
    "name", "short_name", "aliases", "readings", "set_by", "documents", "title", "issuers", "region", "since", "until",
    "leads", "continues", "later", "predecessors", "successors", "gist", "sources", "confidence",
)  # fmt: skip
_FOUND: Final = {"DocumentDate": _DATE, "DateRange": _DATE, "Framework": _SLOGAN, "Component": _SLOGAN}
# What a structure goes by among others of its kind: an annex by its title, a relation by the key it leads to.
_KEYS: Final = ("title", "name", "target", "slogan")
_JOINT: Final = "；"


def plain_rows(items: Iterable[Any]) -> Iterator[dict[str, Cell]]:
    """Yield a flat row for each item that has no table of its own (平行): a framework, an annex, a resolution.

    A value is its canonical string, a relation the key of the document it leads to; several of them in one cell are
    joined by ；. A structure is a column for each part: `status.since`.

    TypeError for what is no item at all.
    """
    return map(_row, items)


def _row(item: Any) -> dict[str, Cell]:
    kind: Any = type(item)
    if _is_mention(kind):
        value = item.value
        row: dict[str, Cell] = {"start": item.start, "end": item.end, "text": item.text, "value": _cell(value)}
        found: Any = type(value)
        names = _FOUND.get(found.__name__) or _names(found)
        return row | {name: _cell(getattr(value, name, None)) for name in names if name not in row}
    names = _names(kind)
    if not names:
        raise TypeError(
            f"rows are made of mentions, citations, findings, documents and records, not of {kind.__name__}"
        )
    dropped = _LEFT_OUT if _is_model(kind) else frozenset[str]()
    return {
        column: cell
        for name in names
        if name not in dropped
        for column, cell in _cells(name, getattr(item, name), _structure_in(kind, name))
    }


def _cells(column: str, value: Any, structure: type | None) -> Iterator[tuple[str, Cell]]:
    """Yield the cell of a field, or those of its parts where it holds a structure, also a missing one."""
    if structure is None:
        yield column, _cell(value)
        return
    for name in _names(structure):
        yield from _cells(f"{column}.{name}", getattr(value, name, None), _structure_in(structure, name))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    if _is_model(kind):
        return tuple(kind.model_fields)
    if is_dataclass(kind):
        return tuple(name for field in fields(kind) for name in _COLUMNS.get(field.name, (field.name,)))
    return ()


@cache
def _structure_in(kind: Any, name: str) -> type | None:
    """Return the structure that a field of a type holds, or may hold; None where it holds something else."""
    try:
        hint = get_type_hints(kind).get(name)
    except NameError:
        # A type that is imported for type checkers only; its class holds values and no structures.
        return None
    kinds = get_args(hint) if isinstance(hint, UnionType) or get_origin(hint) is Union else (hint,)
    return next((one for one in kinds if isinstance(one, type) and _is_structure(one)), None)


def _is_structure(kind: Any) -> bool:
    return bool(_names(kind)) and not (_is_mention(kind) or _is_citation(kind) or _is_canonical(kind))


def _is_canonical(kind: type) -> bool:
    """Say whether a type has a string of its own, and not that of its library, which shows how it is built."""
    maker = next(one for one in kind.__mro__ if "__str__" in vars(one))
    return maker.__module__.split(".")[0] not in ("builtins", "pydantic")


def _is_mention(kind: type) -> bool:
    return hasattr(kind, "start") and hasattr(kind, "value")


def _is_citation(kind: type) -> bool:
    return hasattr(kind, "start") and hasattr(kind, "relation")


def _is_model(kind: type) -> bool:
    # Asked by name, so that rows need no pydantic.
    return hasattr(kind, "model_fields")


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return _JOINT.join(f"{key}={_cell(one)}" for key, one in value.items())
    if isinstance(value, (tuple, list, set, frozenset)):
        return _JOINT.join(str(_cell(one)) for one in value)
    kind: Any = type(value)
    if _is_citation(kind):
        return int(value.start)
    if _is_mention(kind):
        return str(value.value)
    return _key(value) if _is_structure(kind) else str(value)


def _key(value: Any) -> str:
    """Return what a structure goes by; all its parts where it has no name."""
    for name in _KEYS:
        if (key := getattr(value, name, None)) is not None:
            return str(_cell(key))
    kind: Any = type(value)
    parts = [_cell(getattr(value, name)) for name in _names(kind)]
    return "/".join("" if part is None else str(part) for part in parts) if any(parts) else ""
