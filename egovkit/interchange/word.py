"""The text of a docx: paragraphs, tables, text boxes, generated numbers, headers and footers (文字处理文件)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from egovkit.errors import ReadError
from egovkit.interchange.flow import Flow
from egovkit.interchange.word_numbering import Numbering
from egovkit.interchange.word_outline import Outline, unmark
from egovkit.interchange.word_package import Package, damaged
from egovkit.text import limits

__all__ = ["read_docx", "read_docx_outline"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Deleted and moved text, the code of fields, the reading of a ruby, properties: no text of the document as printed.
_SILENT: Final = frozenset(
    _W + name
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "rt",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sectPr",
        "rubyPr",
    )
)
_BREAKS: Final = frozenset((_W + "br", _W + "cr"))
_FIXED: Final = {_W + "tab": "\t", _W + "noBreakHyphen": "-"}
_NOTES: Final = {_W + "footnoteReference": "footnotes", _W + "endnoteReference": "endnotes"}
# What is left of a footer once its page number is out: dashes, 第 页, 共 页.
_PAGE_NUMBER: Final = re.compile(r"[\s\d０-９—–\-－·.第共页/／]*")
# What wraps the rows or cells of a table.
_WRAPPERS: Final = frozenset(_W + name for name in ("sdt", "sdtContent", "customXml", "ins"))
# The formats that a word processor takes in.
_TAKEN_IN: Final = frozenset(["docx", "html", "mhtml", "rtf", "text"])
_MAX_DEPTH: Final = 200
_CELL: Final = 800


def read_docx_outline(data: bytes) -> tuple[str, dict[int, int]]:
    """Read a docx as `read_docx` does, and where in the text its headings begin, with the level of each (读取并取大纲).

    A heading is what has an outline level of its own or by its style, or a style called heading 1 to 9; 1 is the highest.
    """
    return unmark(_read(data))


def read_docx(data: bytes) -> str:
    """Read the text of a docx in reading order (读取文字处理文件).

    Headers come first and footers last, each text once and page numbers alone not at all; a text box is where it is
    anchored; a row of a table is a line with tabs between its cells (a table that is only layout gives lines); numbers
    that the word processor generates (一、（一）1.) are written out; tracked deletions are left out, insertions kept;
    footnotes follow the body, each once, with the mark of its reference; a document of another format that was taken in
    (altChunk) is read in its place. Documents with macros, templates and the strict
    edition of the format are read alike; macros are not looked at. Needs the extra `docx`.
    """
    return unmark(_read(data))[0]


def _read(data: bytes) -> str:
    package = Package(data)
    try:
        text = _Word(package).read()
    except RecursionError as error:
        raise _deep() from error
    if not text:
        raise ReadError("read.empty", "the docx has no text: if it is a scan, recognise its text (OCR) first")
    return text


class _Word:
    """One reading of one docx."""

    def __init__(self, package: Package, *, is_inside: bool = False) -> None:
        self._package = package
        self._main = package.main
        self._is_inside = is_inside
        self._chunks: set[str] = set()
        self._numbering = Numbering(self._main)
        self._outline = Outline(self._main)
        self._flow = Flow()
        self._notes: dict[tuple[str, str], str] = {}
        # How many tables, and how many alternatives, one is inside of.
        self._tables = self._alternatives = 0

    def read(self) -> str:
        body = self._main.root.find(_W + "body")
        if body is None:
            raise damaged()
        headers = self._furniture(body, "headerReference")
        footers = self._furniture(body, "footerReference")
        self._blocks(body, 0)
        notes = self._footnotes()
        parts = (headers, self._flow.text(), notes, footers)
        return "\n".join(part for part in parts if part)

    def _furniture(self, body: Any, tag: str) -> str:
        """Return the headers or footers of all sections, each text once."""
        # Sections share what they print, and may name it as often as they like.
        ids = dict.fromkeys(reference.get(_R + "id", "") for reference in body.iter(_W + tag))
        parts = {part.name: part for part in map(self._main.named, ids) if part is not None}
        texts: dict[str, None] = {}
        for part in parts.values():
            text = self._aside(self._blocks, part.root, 0)
            lines = [line for line in text.split("\n") if not _PAGE_NUMBER.fullmatch(line)]
            texts["\n".join(lines)] = None
        return "\n".join(text for text in texts if text)

    def _aside(self, work: Callable[..., None], *given: Any) -> str:
        """Return what some work writes, apart from the text that is being written."""
        outer, self._flow = self._flow, Flow()
        try:
            work(*given)
            return self._flow.text()
        finally:
            self._flow = outer

    def _blocks(self, holder: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise _deep()
        for element in holder:
            tag = element.tag
            if tag == _W + "p":
                self._paragraph(element, depth)
            elif tag == _W + "tbl":
                self._table(element, depth)
            elif tag == _W + "altChunk":
                self._chunk(element.get(_R + "id", ""))
            elif tag == _MC + "AlternateContent":
                self._alternative(self._blocks, element, depth + 1)
            elif isinstance(tag, str) and tag not in _SILENT:
                # Content controls, tracked insertions and custom XML only wrap what they hold.
                self._blocks(element, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> None:
        self._flow.end_line()
        boxes: list[tuple[bool, Any]] = []
        text = self._aside(self._inline, paragraph, depth, boxes)
        marker = self._numbering.marker(paragraph)
        # A box that is anchored before the text is above it.
        for follows, box in boxes:
            if not (text and follows):
                self._box(box, depth)
        if text:
            self._flow.keep(self._outline.mark(paragraph) + marker + text)
            self._flow.end_line()
        for follows, box in boxes:
            if text and follows:
                self._box(box, depth)

    def _chunk(self, name: str) -> None:
        """Write a document in another format that this one takes in (altChunk), in its place."""
        from egovkit.interchange.sources import reader_of

        attached = self._main.attached(name)
        # Each once, as headers are: what a file may name as often as it likes.
        if attached is None or attached[0] in self._chunks:
            return
        self._chunks.add(attached[0])
        reader = reader_of(attached[1])
        if reader.format not in _TAKEN_IN:
            return
        if reader.format != "docx":
            text = reader.read(attached[1])
        elif self._is_inside:
            # A document inside a document inside a document is none that a word processor writes.
            raise _deep()
        else:
            text = unmark(_Word(Package(attached[1], self._package.budget), is_inside=True).read())[0]
        self._flow.end_line()
        self._flow.keep(text)
        self._flow.end_line()

    def _box(self, box: Any, depth: int) -> None:
        if isinstance(box, str):
            self._flow.keep(box)
        else:
            self._blocks(box, depth + 1)
        self._flow.end_line()

    def _inline(self, holder: Any, depth: int, boxes: list[tuple[bool, Any]]) -> None:
        if depth > _MAX_DEPTH:
            raise _deep()
        for element in holder:
            tag = element.tag
            if tag == _W + "txbxContent":
                boxes.append((not self._flow.is_empty, element))
            elif tag == _V + "textpath":
                # The mark of an organ is often word art, its text an attribute.
                boxes.append((not self._flow.is_empty, element.get("string", "")))
            elif tag == _MC + "AlternateContent":
                self._alternative(self._inline, element, depth + 1, boxes)
            elif tag in _BREAKS:
                self._flow.end_line()
            elif (text := self._character(element, tag)) is not None:
                self._flow.keep(text)
            elif isinstance(tag, str) and tag not in _SILENT and not (tag == _W + "r" and _is_hidden(element)):
                self._inline(element, depth + 1, boxes)

    def _character(self, element: Any, tag: str) -> str | None:
        """Return the text that one element of a run stands for; None where it only holds others."""
        if tag in (_W + "t", _M + "t"):
            return element.text or ""
        if tag == _W + "sym":
            return _symbol(element)
        if tag in _NOTES:
            return self._note(_NOTES[tag], element.get(_W + "id", ""))
        return _FIXED.get(tag)

    def _alternative(self, work: Callable[..., None], element: Any, *given: Any) -> None:
        self._alternatives += 1
        if self._alternatives > limits.MAX_ALTERNATIVES:
            raise _deep()
        work(_choice(element), *given)
        self._alternatives -= 1

    def _table(self, table: Any, depth: int) -> None:
        self._flow.end_line()
        self._tables += 1
        if self._tables > limits.MAX_NESTED_TABLES:
            raise _deep()
        texts = [
            [self._aside(self._blocks, cell, depth + 1) for cell in _through(row, _W + "tc")]
            for row in _through(table, _W + "tr")
        ]
        self._tables -= 1
        # A cell with a document in it, or a single column, is the layout of a page and no table.
        is_layout = all(len(row) < 2 for row in texts) or any(
            len(text) > _CELL and text.count("\n") > 4 for row in texts for text in row
        )
        for row in texts:
            for index, text in enumerate(row):
                if is_layout:
                    self._flow.keep(text)
                    self._flow.end_line()
                else:
                    self._flow.open_cell(first=index == 0)
                    self._flow.keep(text)
            self._flow.end_row()

    def _note(self, kind: str, name: str) -> str:
        # A second reference to a note is one to the same note.
        return self._notes.setdefault((kind, name), f"[{len(self._notes) + 1}]")

    def _footnotes(self) -> str:
        texts: dict[tuple[str, str], str] = {}
        notes = dict(self._notes)
        for kind in _NOTES.values():
            for note in (note for part in self._main.related(kind) for note in part.root):
                if isinstance(note.tag, str):
                    texts[kind, note.get(_W + "id", "")] = self._aside(self._blocks, note, 0)
        # A note inside a note has no place; the list is as long as the body made it.
        return "\n".join(f"{mark}{texts[name]}" for name, mark in notes.items() if texts.get(name))


def _deep() -> ReadError:
    return ReadError("read.depth", "the docx is nested too deep: save it again in a word processor")


def _choice(element: Any) -> Any:
    """Return the branch of an alternative that is read: the first that holds anything, never two."""
    branches = [child for child in element if child.tag in (_MC + "Choice", _MC + "Fallback")]
    for branch in branches:
        if any(True for _ in branch.iter(_W + "t", _V + "textpath", _M + "t")):
            return branch
    return branches[0] if branches else ()


def _through(holder: Any, tag: str) -> Iterator[Any]:
    """Yield the rows or cells of a table, also those that content controls wrap."""
    open_holders = [iter(holder)]
    while open_holders:
        child = next(open_holders[-1], None)
        if child is None:
            open_holders.pop()
        elif child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            open_holders.append(iter(child))


def _is_hidden(run: Any) -> bool:
    properties = run.find(_W + "rPr")
    found = properties.find(_W + "vanish") if properties is not None else None
    return found is not None and found.get(_W + "val", "1") not in ("0", "false")


def _symbol(element: Any) -> str:
    try:
        character = chr(int(element.get(_W + "char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    # Half of a character is none, and no text that holds one can be written.
    return "" if "\ud800" <= character <= "\udfff" else character
