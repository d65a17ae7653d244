"""Strategies for documents as print leaves them (排印): lines broken at a column, with the answer known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from egovkit.documents.laying_out.layout import Sheet
from egovkit.strategies.document import sheets
from egovkit.text.breaking import width

__all__ = ["SetLine", "Typeset", "break_lines", "set_sheet", "wrapped_documents"]

_UNITS = re.compile(r"[（《“〔]*(?:[0-9A-Za-z.%/:-]+|.)[，。、；：）》”〕！？％]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as it is set (排出的行): its words, how far they begin from the left edge, and what they belong to.

    `kind` is `title` or `text`; `first` says that a paragraph begins here. Widths are those of Chinese
    characters.
    """

    text: str
    inset: float
    kind: str
    first: bool


@dataclass(frozen=True, slots=True)
class Typeset:
    """A document whose lines were broken at a column (硬换行的公文): its text, and what it must be read as.

    `broken` says how many breaks are inside paragraphs: one or two of them show no column.
    """

    text: str
    sheet: Sheet
    columns: int
    broken: int


def break_lines(paragraph: str, columns: float, first: float = 0.0, rest: float = 0.0) -> list[str]:
    """Break a paragraph into lines of so many characters (断行), the first and the rest of them set in.

    No stop begins a line, no opening mark ends one, and no number is parted.

    >>> break_lines("国务院各部委、各直属机构：", 8)
    ['国务院各部委、各', '直属机构：']
    """
    lines: list[str] = []
    line, room = "", columns - first
    for unit in _UNITS.findall(paragraph):
        if line and width(line + unit) > room:
            lines.append(line)
            line, room = "", columns - rest
        line += unit
    return [*lines, line]


def _centred(words: str, kind: str, columns: float) -> Iterator[SetLine]:
    for i, line in enumerate(break_lines(words, columns)):
        yield SetLine(line, (columns - width(line)) / 2, kind, i == 0)


def _text(words: str, columns: float, first: float, rest: float = 0.0) -> Iterator[SetLine]:
    for i, line in enumerate(break_lines(words, columns, first, rest)):
        yield SetLine(line, rest if i else first, "text", i == 0)


def set_sheet(sheet: Sheet, columns: int, indent: int = 2, title_columns: float | None = None) -> Iterator[SetLine]:
    """Set a document's elements in a column as the standard has it (排版): centred title, indented text, date at the right.

    >>> from egovkit.documents.laying_out.layout import Sheet
    >>> [line.text for line in set_sheet(Sheet(title="关于防火的通告", lines=("严禁用火。",)), 20)]
    ['关于防火的通告', '严禁用火。']
    """
    yield from _centred(sheet.title, "title", title_columns or columns) if sheet.title else ()
    yield from _centred(sheet.number, "text", columns) if sheet.number else ()
    yield from _text(sheet.recipients + "：", columns, 0) if sheet.recipients else ()
    for line in sheet.lines:
        yield from _text(line, columns, indent)
    several = len(sheet.annexes) > 1
    for i, title in enumerate(sheet.annexes, 1):
        entry = f"{i}.{title}" if several else title
        # The second entry is under the first, and so does what an entry runs over.
        hang = indent + 3.0
        yield from _text(entry if i > 1 else "附件：" + entry, columns, hang if i > 1 else indent, hang + several)
    for words in filter(None, (*sheet.signature, sheet.dated)):
        yield SetLine(words, max(0.0, columns - width(words) - 2), "text", first=True)
    yield from _text(f"（{sheet.note}）", columns, indent) if sheet.note else ()


def _plain(sheet: Sheet) -> Sheet:
    """What of a sheet its typesetting shows."""
    return Sheet(
        title=sheet.title,
        number=sheet.number,
        recipients=sheet.recipients,
        lines=sheet.lines,
        annexes=sheet.annexes,
        signature=sheet.signature,
        dated=sheet.dated,
        note=sheet.note,
    )


@st.composite
def wrapped_documents(draw: st.DrawFn) -> Typeset:
    """Draw a document whose lines were broken at a column, set in or with the blanks before its lines lost (硬换行).

    >>> wrapped_documents().validate()
    """
    sheet = _plain(draw(sheets()))
    columns = draw(st.integers(18, 40))
    keep = draw(st.booleans())
    lines: list[str] = []
    broken = 0
    for line in set_sheet(sheet, columns):
        broken += not line.first
        blanks = "\u3000" * int(line.inset) + " " * (round(line.inset * 2) % 2) if keep else ""
        lines.append(blanks + line.text)
    return Typeset("\n".join(lines), sheet, columns, broken)
