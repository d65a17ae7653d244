"""Rows of figures, printed as aligned columns."""

from __future__ import annotations

from egovkit.errors import display_width

Row = dict[str, str]


def print_table(title: str, rows: list[Row]) -> None:
    print(f"\n{title}")
    if not rows:
        return
    names = list(rows[0])
    table = [names, *([row[name] for name in names] for row in rows)]
    widths = [max(display_width(line[i]) for line in table) for i in range(len(names))]
    for line in table:
        cells = [cell + " " * (width - display_width(cell)) for cell, width in zip(line, widths, strict=True)]
        print("  " + "  ".join(cells).rstrip())
