"""Rows and cells of the tables that come along, as values (随包表格).

The tests validate every record and hold every cell to its canonical form, so that loading need do neither: to ask of
one number whether its code is one would read the registry of organ codes, a far bigger table than those loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from egovkit.data import table
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.text.patterns import LatePattern

__all__ = ["cells_of", "date_in", "decoded", "list_in", "made", "number_in", "numbers_in"]

M = TypeVar("M", bound=BaseModel)
# The models are frozen.
_set: Final = object.__setattr__
_REGULAR: Final = LatePattern(r"([^〔]+)〔([0-9]{4})〕([0-9]+)号")
# An order, or an announcement, which does without the word where it bears a year; one of a session is left to `parse`.
_NAMED: Final = LatePattern(r"([^〔]+?)(令|公告|通告)?(?:([0-9]{4})年)?第([0-9]+)号")


def decoded(name: str, reads: Mapping[str, Callable[[str], Any]]) -> Iterator[dict[str, Any]]:
    """Yield the cells that hold anything of each row of the table `name` (逐行), as `reads` says of their columns."""
    heading, lines = table(name)
    return (cells_of(heading, reads, line) for line in lines)


def cells_of(heading: Sequence[str], reads: Mapping[str, Callable[[str], Any]], line: Sequence[str]) -> dict[str, Any]:
    """Return the cells of a line that hold anything, as `reads` says of their columns (一行)."""
    return {
        column: reads[column](cell) if column in reads else cell
        for column, cell in zip(heading, line, strict=True)
        if cell
    }


@lru_cache(maxsize=1024)
def list_in(cell: str) -> tuple[str, ...]:
    """Return what a cell lists (多值单元格), parted by |, or by ； as in the table of policies."""
    return tuple(cell.split("|" if "|" in cell else "；"))


def numbers_in(cell: str) -> tuple[IssuanceNumber, ...]:
    """Return the numbers that a cell lists (多个字号)."""
    return tuple(map(number_in, list_in(cell)))


@cache
def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    # What is required has a place of its own here, so that every record holds its fields in the order of the model.
    return {name: field.get_default(call_default_factory=True) for name, field in model.model_fields.items()}


def made(model: type[M], fields: dict[str, Any]) -> M:
    """Return a model of fields that need no validation: the table was validated when it was shipped (免检).

    It is what `model_construct` returns of a model without extra and private fields, in a third of the time.
    """
    held = model.__new__(model)
    # All fields in the order of the model.
    _set(held, "__dict__", _defaults(model) | fields)
    _set(held, "__pydantic_fields_set__", set(fields))
    _set(held, "__pydantic_extra__", None)
    _set(held, "__pydantic_private__", None)
    return held


@lru_cache(maxsize=1024)
def number_in(cell: str) -> IssuanceNumber:
    """Return the number that a cell holds in canonical form (字号单元格)."""
    fields: dict[str, Any]
    if found := _REGULAR.fullmatch(cell):
        code, year, serial = found.groups()
        fields = {"form": NumberForm.REGULAR, "code": code, "year": int(year), "serial": int(serial)}
    elif (found := _NAMED.fullmatch(cell)) and (found[2] or found[3]):
        code, word, year, serial = found.groups()
        fields = {"form": NumberForm.ORDER if word == "令" else NumberForm.ANNOUNCEMENT, "code": code}
        if year:
            fields["year"] = int(year)
        fields["serial"] = int(serial)
        if word and word != "令":
            fields["word"] = word
    else:
        return IssuanceNumber.parse(cell)
    return made(IssuanceNumber, fields)


@lru_cache(maxsize=1024)
def date_in(cell: str) -> DocumentDate:
    """Return the date that a cell holds in ISO 8601, of whatever precision (日期单元格)."""
    fields = {"year": int(cell[:4])}
    if len(cell) > 4:
        fields["month"] = int(cell[5:7])
    if len(cell) > 7:
        fields["day"] = int(cell[8:])
    return made(DocumentDate, fields)
