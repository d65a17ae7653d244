"""How much a table of one's own may make of its rows (表格上限)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from egovkit.catalogue.policy_records import STATUS
from egovkit.catalogue.policy_rows import KINDS, TREES
from egovkit.data import tree
from egovkit.errors import ReadError
from egovkit.text import limits

__all__ = ["held"]

# A cell of these becomes a value of its own, or several; one of text, or of a list of texts, little more than it is.
_VALUES: Final = frozenset(
    ("number", "other_numbers", "dated", "published_on", "effective_on", "status", *STATUS, *KINDS, *TREES)
)
_TEXTS_IN_A_VALUE: Final = 10


def held(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a file as long as what they make is within the bound (限量); ReadError beyond it.

    Each row is a value, and so is each number, date, status and relation of its cells.

    >>> list(held([{"标题": "某办法"}]))
    [{'标题': '某办法'}]
    """
    headings = tree("policies")["headings"]
    columns: dict[str, bool] = {}
    left = limits.MAX_TABLE_VALUES * _TEXTS_IN_A_VALUE
    for row in rows:
        left -= _TEXTS_IN_A_VALUE
        for heading, cell in row.items():
            if not cell:
                continue
            is_value = columns.get(heading)
            if is_value is None:
                is_value = columns[heading] = headings.get(heading, heading) in _VALUES
            left -= _TEXTS_IN_A_VALUE * (1 + _parts(cell)) if is_value else _parts(cell)
        if left < 0:
            message = "the table makes more than {most} rows, numbers, dates and relations: split it, and join the parts by with_own"
            raise ReadError("read.rows", message, most=limits.MAX_TABLE_VALUES)
        yield row


def _parts(cell: str) -> int:
    """Return how many things a cell can list beside its first, also as JSON."""
    parts = cell.count("；") + cell.count(";") + cell.count("|")
    return parts + cell.count(",") + cell.count("{") if cell[0] in "[{" else parts
