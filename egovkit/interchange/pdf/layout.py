"""The text of a pdf, rebuilt from where its lines are on the pages (版面重建): paragraphs, tables, page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from egovkit.documents.line_breaks.paragraphs import Paragraphs, joined
from egovkit.documents.line_breaks.printed_line import Piece, PrintedLine
from egovkit.interchange.flow import Flow
from egovkit.interchange.pages import Box, Paged, Place
from egovkit.interchange.pdf.furniture import find_furniture
from egovkit.interchange.pdf.rows import rows_of
from egovkit.text.breaking import ends_sentence

__all__ = ["lay_out_pages"]


def lay_out_pages(pages: Sequence[Sequence[Piece]]) -> Paged:
    """Return the text of pages with the place of each of its lines (重排): a line for each paragraph or row of a table.

    Running heads and page numbers that are a figure alone belong to no line; others (— 3 —) follow the paragraph that
    the page break parts.
    """
    rows: list[list[PrintedLine]] = []
    column = 0
    for number, pieces in enumerate(pages, 1):
        rows.append(rows_of(pieces, number, column))
        column = max((row.column + 1 for row in rows[-1]), default=column)
    furniture = find_furniture(rows)
    numbers: list[PrintedLine] = []
    body: list[PrintedLine] = []
    for row in (row for page in rows for row in page):
        if id(row) in furniture.numbers:
            numbers.append(row)
        elif id(row) not in furniture.heads:
            body.append(row)
    return _write(Paragraphs(body), [row for row in numbers if row.text.strip("0123456789 ")])


def _write(paragraphs: Paragraphs, numbers: Iterable[PrintedLine]) -> Paged:
    parts: list[str] = []
    places: list[Place] = []
    at = 0
    left = list(numbers)[::-1]

    def put(text: str, rows: Sequence[PrintedLine], whole: bool) -> None:
        nonlocal at
        for line in text.split("\n"):
            places.append(Place(at, at + len(line), rows[0].page, _box(rows), whole))
            parts.append(line)
            at += len(line) + 1

    table: list[PrintedLine] = []
    for rows, whole in [*paragraphs.found, ([], True)]:
        if rows and rows[0].table:
            table += rows
            continue
        for row in table:
            put(_cells(row), [row], True)
        table.clear()
        page = rows[0].page if rows else None
        # Between two lines of a signature or a title it would part them: it waits for the end of a sentence.
        while left and (page is None or (left[-1].page < page and parts and ends_sentence(parts[-1]))):
            number = left.pop()
            put(number.text, [number], True)
        if rows:
            put(joined(rows), rows, whole)
    return Paged("\n".join(parts), tuple(places))


def _cells(row: PrintedLine) -> str:
    flow = Flow()
    for i, cell in enumerate(row.cells):
        flow.open_cell(first=i == 0)
        flow.keep(cell[5])
    flow.end_row()
    return flow.text()


def _box(rows: Sequence[PrintedLine]) -> Box:
    first = [row for row in rows if row.column == rows[0].column]
    box = (
        min(row.left for row in first),
        min(row.base - row.em / 4 for row in first),
        max(row.right for row in first),
        max(row.base + row.em for row in first),
    )
    return tuple(round(edge, 1) for edge in box)  # type: ignore[return-value]
