"""A document as Markdown: title and headings as headings, tables as tables (标记文本)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from egovkit.citations.annotated_markdown import escape_markdown
from egovkit.documents.head_reading.titles import clean_title
from egovkit.text.markup import unmarked

if TYPE_CHECKING:
    from egovkit.documents.blocks import Block
    from egovkit.documents.document import PolicyDocument

__all__ = ["to_markdown"]

# What the site left around a document is no part of it, and page numbers and contents mean nothing without pages.
_LEFT_OUT: Final = frozenset(["residue", "page_number", "contents"])
_LIST: Final = frozenset(["field"])
_ROWS: Final = frozenset(["paragraph", "heading"])
_MAX_HEADING: Final = 60


def to_markdown(document: PolicyDocument) -> str:
    """Write a document as Markdown (转为 Markdown), its text escaped.

    The title is the heading of level 1, annexes and headings follow below it in the order of their levels; a heading that
    runs into its sentence stays a paragraph. Rows of the field table become a list, rows of a table a table; page
    numbers, the table of contents and what the site left around the document are left out.

    >>> from egovkit.documents.document import PolicyDocument
    >>> text = "关于开展试点工作的通知\\n各县人民政府：\\n一、总体要求\\n坚持统筹规划，逐步推进。"
    >>> print(to_markdown(PolicyDocument.parse(text)))
    # 关于开展试点工作的通知
    <BLANKLINE>
    各县人民政府：
    <BLANKLINE>
    ## 一、总体要求
    <BLANKLINE>
    坚持统筹规划，逐步推进。
    <BLANKLINE>
    """
    return "\n\n".join(_paragraphs(document)) + "\n"


def _paragraphs(document: PolicyDocument) -> Iterator[str]:
    levels = sorted({heading.level for heading in document.headings}, key=_rank)
    marks = {heading.start: "#" * min(2 + levels.index(heading.level), 6) for heading in document.headings}
    # Markup of its own is read and not escaped.
    text = unmarked(document.text)

    def lines(block: Block) -> list[str]:
        raw = text[block.start : block.end].splitlines()
        return [bare for line in raw if (bare := line.strip())]

    def kind_of(block: Block) -> str:
        # Readers write a row of a table with tabs between its cells.
        is_row = block.kind.value in _ROWS and "\t" in text[block.start : block.end].strip()
        return "rows" if is_row else block.kind.value

    for kind, group in groupby(document.blocks, key=kind_of):
        blocks = list(group)
        if kind in _LEFT_OUT:
            continue
        if kind == "title":
            # A title over several lines is one; the blanks of its print are none of it.
            yield "# " + escape_markdown(clean_title([line for block in blocks for line in lines(block)]))
        elif kind in _LIST:
            yield "\n".join(f"- {escape_markdown(line)}" for block in blocks for line in lines(block))
        elif kind == "rows":
            yield _table([line.split("\t") for block in blocks for line in lines(block)])
        elif kind == "table":
            yield _table(_piped([line for block in blocks for line in lines(block)]))
        else:
            for block in blocks:
                for line in lines(block):
                    yield _marked(line, kind, marks.get(block.start, "")) if kind == "heading" else _plain(line, kind)


def _plain(line: str, kind: str) -> str:
    return f"## {escape_markdown(line)}" if kind == "part_title" else escape_markdown(line)


def _marked(line: str, kind: str, mark: str) -> str:
    # An outline of Markdown of its own is not doubled.
    bare = line.strip("#* \t")
    is_heading = bool(mark) and kind == "heading" and len(bare) <= _MAX_HEADING and not bare.endswith(("。", "；"))
    return f"{mark} {escape_markdown(bare)}" if is_heading else escape_markdown(line)


def _piped(rows: list[str]) -> list[list[str]]:
    """Return the cells of a table in Markdown of its own, without the rule under its first row."""
    cells = [row.strip("|").split("|") for row in rows]
    return [row for row in cells if not all(cell.strip() and set(cell) <= set("-: ") for cell in row)]


def _table(rows: list[list[str]]) -> str:
    width = max(map(len, rows), default=0)
    cells = [[escape_markdown(cell.strip()) for cell in row] + [""] * (width - len(row)) for row in rows]
    written = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([*written[:1], "|" + " --- |" * width, *written[1:]])


def _rank(level: str) -> int:
    return ("part", "chapter", "section", "article", "h1", "h2", "h3", "h4").index(level)
