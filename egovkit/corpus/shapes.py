"""What a column of a table holds (列的形状), said without any library: of it are made rows, Arrow schemas and Spark's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

__all__ = [
    "BOOL",
    "DATE",
    "DAY",
    "INT16",
    "INT32",
    "INT64",
    "STRING",
    "WORD",
    "Column",
    "Shape",
    "list_of",
    "struct",
]


class Shape(NamedTuple):
    """The shape of a column (形状): the name of a plain type, or `list` with its item, or `struct` with its fields."""

    name: str
    fields: tuple[tuple[str, Shape], ...] = ()


STRING: Final = Shape("string")
WORD: Final = Shape("word")
"""One of few words, kept once and referred to (字典列)."""
BOOL: Final = Shape("bool")
INT16: Final = Shape("int16")
INT32: Final = Shape("int32")
INT64: Final = Shape("int64")
DAY: Final = Shape("day")


def list_of(item: Shape) -> Shape:
    """Return the shape of a list (列表)."""
    return Shape("list", (("item", item),))


def struct(**fields: Shape) -> Shape:
    """Return the shape of a structure (结构)."""
    return Shape("struct", tuple(fields.items()))


DATE: Final = struct(first_day=DAY, last_day=DAY, precision=STRING)
"""A date of any precision (日期): the days it covers, and whether it is a year, a month or a day."""


class Column(NamedTuple):
    """A column of a table (列): its name, its shape, and how its cell is got from an item.

    Where it is `of_value`, the cell is got from the value of a mention, which many mentions share; where it is
    `of_text`, from the item and the text it is of.
    """

    name: str
    shape: Shape
    cell: Callable[..., Any]
    of_value: bool = False
    of_text: bool = False

    def of(self, item: Any, text: str | None) -> Any:
        """Return the cell of an item (取单元)."""
        if self.of_text:
            return self.cell(item, text)
        return self.cell(item.value if self.of_value else item)
