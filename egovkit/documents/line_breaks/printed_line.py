"""A line as it was printed or typed: its words, and where they stand (版面行)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Piece", "PrintedLine"]

Piece: TypeAlias = tuple[float, float, float, float, int, str]
"""Left, right, baseline, width of a character, weight and text of what is together on one line."""


@dataclass(slots=True)
class PrintedLine:
    """One printed line (版面行): what is on one baseline of one column.

    `column` counts the stretches of text of the document in reading order: of a page in one column there is one.
    `cells` are its pieces where a gap parts them, and `table` says that they are cells of a table.
    """

    page: int
    column: int
    left: float
    right: float
    base: float
    em: float
    weight: int
    text: str
    cells: tuple[Piece, ...] = ()
    table: bool = False
