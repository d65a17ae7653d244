"""Tables (表格) of a docx that is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from egovkit.interchange.word_writing.pieces import border, grid, paragraph, run, twips
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import TWIPS, WIDTH
from egovkit.text.breaking import width
from egovkit.text.folding import BLANKS

__all__ = ["is_rule", "row_cells", "table"]

_WIDE: Final = WIDTH * TWIPS / 20
_RULE: Final = re.compile(r"[|:\-—─━+ \t\u3000]+")
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
# A cell that is longer takes more lines and no more of the line; none is narrower than two characters.
_LONGEST: Final = 16.0
_LEAST: Final = 2.0


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


def table(rows: Sequence[Sequence[str]], profile: LayoutProfile) -> str:
    """Return a table as wide as the type area (表格): columns by what is in them, the first row again on each page."""
    if not rows:
        return ""
    count = max(map(len, rows))
    whole = [[*row, *[""] * (count - len(row))] for row in rows]
    wants = [min(_LONGEST, max(_LEAST, *(width(row[at]) for row in whole))) + 1 for at in range(count)]
    widths = [_WIDE * want / sum(wants) for want in wants]
    rules = "".join(border(edge, 0.5) for edge in _EDGES)
    held = "".join(_row(row, widths, profile, is_head=at == 0 and len(whole) > 1) for at, row in enumerate(whole))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(_WIDE)}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr>{grid(widths)}{held}</w:tbl>"
    )


def _row(cells: Sequence[str], widths: Sequence[float], profile: LayoutProfile, *, is_head: bool) -> str:
    held = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(wide)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph('gwTable', run(cell, profile), align='center' if is_head or width(cell) <= 8 else 'left')}</w:tc>"
        for cell, wide in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>{held}</w:tr>"
