"""Tables (表格) of a docx that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from egovkit.documents.laying_out.element_styles import STYLES
from egovkit.interchange.word_writing.pieces import border, grid, paragraph, run, twips
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import TWIPS, WIDTH
from egovkit.text.breaking import width
from egovkit.text.folding import BLANKS

__all__ = ["is_rule", "row_cells", "table"]

_WIDE: Final = WIDTH * TWIPS / 20
_RULE: Final = re.compile(r"[|:\-—─━+ \t\u3000]+")
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_STYLE: Final = STYLES["gwTable"]
# Characters get smaller where columns are many: 小四, 五号, 小五. Nothing in the standard says how small they may be.
_SIZES: Final = (_STYLE.size, 10.5, 9.0)
# No column is narrower than two characters, and none parts a number or a word of letters that is not very long.
_LEAST: Final = 2.0
_LONGEST_WORD: Final = 8.0
_WORD: Final = re.compile(r"[0-9A-Za-z.,%:/+\-]+")
# Digits are half as wide as they are high in the fonts of the standard, and wider in those that take their place.
_WIDER: Final = 1.3
_MARGIN: Final = 3.0
# What a word processor may need beyond what characters measure.
_SLACK: Final = 1.0
# Words so short are in the middle of their column, where all of it are.
_SHORT: Final = 8.0
# A word processor takes no table of more; and a row of very many would be as many cells in each of the others.
_MOST_COLUMNS: Final = 63


def is_rule(line: str) -> bool:
    """Say whether a row has nothing but the rule that Markdown draws under a heading (表头分隔行).

    >>> is_rule("| --- | :-: |"), is_rule("| 甲 | — |")
    (True, False)
    """
    return "-" in line and _RULE.fullmatch(line) is not None


def row_cells(line: str) -> list[str]:
    """Return the cells of a row as a text has it: between tabs, or as Markdown between bars (单元格).

    >>> row_cells("姓名\\t职务"), row_cells("| 姓名 | 职务 |")
    (['姓名', '职务'], ['姓名', '职务'])
    """
    bare = line.strip(BLANKS)
    if "\t" not in line and bare.startswith("|"):
        return [cell.strip(BLANKS) for cell in bare.removeprefix("|").removesuffix("|").split("|")]
    return [cell.strip(BLANKS) for cell in line.split("\t")]


def table(rows: Sequence[Sequence[str]], profile: LayoutProfile) -> Iterator[str]:
    """Yield a table as wide as the type area (表格) row by row: columns by what is in them, the first row again on each page."""
    if not rows:
        return
    count = min(_MOST_COLUMNS, max(map(len, rows)))
    whole = [_of_columns(row, count) for row in rows]
    columns = [[row[at] for row in whole] for at in range(count)]
    size = next((one for one in _SIZES if sum(_least(cells, one) for cells in columns) <= _WIDE), _SIZES[-1])
    widths = _widths(columns, size)
    heads = len(whole) > 1
    short = [all(width(cell) <= _SHORT for cell in cells[heads:]) for cells in columns]
    rules = "".join(border(edge, 0.5) for edge in _EDGES)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(_WIDE)}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{twips(_MARGIN)}" w:type="dxa"/>'
        f'<w:right w:w="{twips(_MARGIN)}" w:type="dxa"/></w:tblCellMar></w:tblPr>{grid(widths)}'
    )
    # By itself: the markup of a cell is as long as a page of text.
    for at, row in enumerate(whole):
        yield _row(
            row,
            widths,
            [is_short or (heads and at == 0) for is_short in short],
            profile,
            size=None if size == _STYLE.size else size,
            is_head=heads and at == 0,
        )
    yield "</w:tbl>"


def _least(cells: Sequence[str], size: float) -> float:
    """Return how narrow a column may be, in points: a number is not parted."""
    words = (width(word) * _WIDER for cell in cells for word in _WORD.findall(cell))
    return _across(max([_LEAST, *(word for word in words if word <= _LONGEST_WORD)]), size)


def _across(characters: float, size: float) -> float:
    return characters * size + 2 * _MARGIN + _SLACK


def _widths(columns: Sequence[Sequence[str]], size: float) -> list[float]:
    """Return the widths of columns, in points: what fits is in one line, and the widest turn over first."""
    least = [_least(cells, size) for cells in columns]
    wants = [max(low, _across(max(map(width, cells)), size)) for cells, low in zip(columns, least, strict=True)]
    room = _WIDE
    if sum(wants) > room:
        # The narrow ones get what they want, as long as it is less than what each of the others is left.
        due = sorted(range(len(wants)), key=wants.__getitem__)
        for done, at in enumerate(due):
            wants[at] = max(least[at], min(wants[at], room / (len(due) - done)))
            room -= wants[at]
    total = sum(wants)
    return [_WIDE * want / total for want in wants]


def _of_columns(row: Sequence[str], count: int) -> list[str]:
    """Return a row with so many cells; what is over stands in the last one."""
    if len(row) > count:
        return [*row[: count - 1], "\t".join(row[count - 1 :])]
    return [*row, *[""] * (count - len(row))]


def _row(
    cells: Sequence[str],
    widths: Sequence[float],
    centred: Sequence[bool],
    profile: LayoutProfile,
    *,
    size: float | None,
    is_head: bool,
) -> str:
    held = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(wide)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph('gwTable', run(cell, profile, size=size), align='center' if in_middle else 'left')}</w:tc>"
        for cell, wide, in_middle in zip(cells, widths, centred, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>{held}</w:tr>"
