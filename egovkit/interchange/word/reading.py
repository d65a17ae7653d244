"""The text of a docx: paragraphs, tables, text boxes, generated numbers, headers and footers (文字处理文件)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from egovkit.errors import ReadError
from egovkit.interchange.flow import Traced, on_lines
from egovkit.interchange.locations import Origin
from egovkit.interchange.word.elements import MC, NOTES, SILENT, R, W, through, too_deep
from egovkit.interchange.word.lines import MAX_DEPTH, LineReader
from egovkit.interchange.word.numbering import Numbering
from egovkit.interchange.word.outline import Outline
from egovkit.interchange.word.package import Package, Part, damaged
from egovkit.interchange.word.trace import WordText
from egovkit.text import limits
from egovkit.text.patterns import LatePattern

__all__ = ["read_docx", "read_docx_outline", "trace_docx"]

# What is left of a footer once its page number is out: dashes, 第 页, 共 页.
_PAGE_NUMBER: Final = LatePattern(r"[\s\d０-９—–\-－·.第共页/／]*")
# The formats that a word processor takes in.
_TAKEN_IN: Final = frozenset(["docx", "html", "mhtml", "rtf", "text"])
_CELL: Final = 800


def read_docx_outline(data: bytes) -> tuple[str, dict[int, int]]:
    """Read a docx as `read_docx` does, and where in the text its headings begin, with the level of each (读取并取大纲).

    A heading is what has an outline level of its own or by its style, or a style called heading 1 to 9; 1 is the highest.
    The lines of the title have 0: of the first paragraph with a style called title that spells what the file says that it
    is called.
    """
    word = _read(data)
    return word.traced.text, word.trace.outline(word.traced)


def read_docx(data: bytes) -> str:
    """Read the text of a docx in reading order (读取文字处理文件).

    Headers come first and footers last, each text once and page numbers alone not at all; a text box is where it is
    anchored; a row of a table is a line with tabs between its cells (a table that is only layout gives lines); numbers
    that the word processor generates (一、（一）1.) are written out; tracked deletions are left out, insertions kept;
    footnotes follow the body, each once, with the mark of its reference; a document of another format that was taken in
    (altChunk) is read in its place. Documents with macros, templates and the strict
    edition of the format are read alike; macros are not looked at. Needs the extra `docx`.
    """
    return _read(data).traced.text


def trace_docx(data: bytes, package: Package | None = None) -> WordText:
    """Read a docx as `read_docx` does, with the runs that hold each part of its text (读取并溯源).

    `package` is the docx where it is open already.
    """
    word = _read(data, package)
    traced, trace = word.traced, word.trace
    return WordText(traced.text, traced.runs, trace.spots(word.roots), trace.outline(traced), tuple(word.twins))


def _read(data: bytes, package: Package | None = None) -> _Word:
    held = Package(data) if package is None else package
    word = _Word(held)
    try:
        word.read()
    except RecursionError as error:
        raise too_deep() from error
    if package is None:
        # The roots that it read are all that is asked for still.
        held.close()
    if not word.traced.text:
        raise ReadError("read.empty", "the docx has no text: if it is a scan, recognise its text (OCR) first")
    return word


class _Word(LineReader):
    """One reading of one docx: `traced` is its text, `trace` knows where that is from, `roots` are the parts it read."""

    def __init__(self, package: Package, *, is_inside: bool = False) -> None:
        super().__init__()
        self._package = package
        self._main = package.main
        self._is_inside = is_inside
        self._chunks: set[str] = set()
        self._numbering = Numbering(self._main)
        self._outline = Outline(self._main, str if is_inside else package.title)
        self.traced = Traced("")
        self.roots: dict[str, Any] = {}
        self.twins: list[tuple[int, Traced]] = []
        self._has_title = False
        # How many tables one is inside of.
        self._tables = 0

    def read(self) -> None:
        body = self._main.root.find(W + "body")
        if body is None:
            raise damaged()
        headers = self._furniture(body, "headerReference", Origin.HEADER)
        footers = self._furniture(body, "footerReference", Origin.FOOTER)
        with self._inside(self._main):
            self._blocks(body, 0)
            main = self.flow.traced()
        notes = self._footnotes()
        self.traced = on_lines([*map(_first, headers), main, notes, *map(_first, footers)])
        before = sum(len(_first(one).text) + 1 for one in headers)
        feet = sum(len(_first(one).text) + 1 for one in footers)
        self._pair(headers, 0)
        self._pair(footers, max(before, len(self.traced.text) + 1 - feet))

    def _pair(self, furniture: list[list[Traced]], at: int) -> None:
        """Take down what the file has more than once and the text once, each with its place in the text."""
        for first, *others in furniture:
            self.twins += ((at, other) for other in others)
            at += len(first.text) + 1

    @contextmanager
    def _inside(self, part: Part, origin: Origin = Origin.TEXT) -> Iterator[None]:
        self.roots[part.name] = part.root
        trace = self.trace
        outer = trace.part, trace.origin, trace.paragraph
        trace.part, trace.origin, trace.paragraph = part.name, origin, None
        yield
        trace.part, trace.origin, trace.paragraph = outer

    def _furniture(self, body: Any, tag: str, origin: Origin) -> list[list[Traced]]:
        """Return the headers or footers of all sections, those of one text together."""
        # Sections share what they print, and may name it as often as they like.
        ids = dict.fromkeys(reference.get(R + "id", "") for reference in body.iter(W + tag))
        parts = {part.name: part for part in map(self._main.named, ids) if part is not None}
        texts: dict[str, list[Traced]] = {}
        for part in parts.values():
            with self._inside(part, origin):
                whole = self.aside(self._blocks, part.root, 0)
            text = on_lines(line for line in whole.lines() if not _PAGE_NUMBER.fullmatch(line.text))
            if text.text:
                texts.setdefault(text.text, []).append(text)
        return list(texts.values())

    def _blocks(self, holder: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise too_deep()
        for element in holder:
            tag = element.tag
            if tag == W + "p":
                self._paragraph(element, depth)
            elif tag == W + "tbl":
                self._table(element, depth)
            elif tag == W + "altChunk":
                self._chunk(element.get(R + "id", ""))
            elif tag == MC + "AlternateContent":
                self.alternative(self._blocks, element, depth + 1)
            elif isinstance(tag, str) and tag not in SILENT:
                # Content controls, tracked insertions and custom XML only wrap what they hold.
                self._blocks(element, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> None:
        self.flow.end_line()
        boxes: list[tuple[bool, Any]] = []
        outer, self.trace.paragraph = self.trace.paragraph, paragraph
        text = self.aside(self.inline, paragraph, depth, boxes)
        marker = self._numbering.marker(paragraph)
        # A box that is anchored before the text is above it.
        for follows, box in boxes:
            if not (text.text and follows):
                self._box(box, depth)
        if text.text:
            self._line(paragraph, marker, text)
        for follows, box in boxes:
            if text.text and follows:
                self._box(box, depth)
        self.trace.paragraph = outer

    def _line(self, paragraph: Any, marker: str, text: Traced) -> None:
        trace = self.trace
        trace.paragraph = paragraph
        level = self._outline.level(paragraph)
        first = text.runs[0].slot if text.runs else None
        if trace.origin is Origin.TEXT and not self._has_title and self._outline.is_title(paragraph, text.text):
            self._has_title = True
            trace.levels |= {run.slot: 0 for run in text.runs}
        if marker:
            first = trace.note(origin=Origin.NUMBERING)
            self.flow.keep(marker, first)
        if level is not None and first is not None:
            trace.levels[first] = level
        self.flow.take(text)
        self.flow.end_line()

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
            raise too_deep()
        else:
            inside = _Word(Package(attached[1], self._package.budget), is_inside=True)
            inside.read()
            text = inside.traced.text
        self.flow.end_line()
        self.flow.keep(text, self.trace.note(origin=Origin.ATTACHED))
        self.flow.end_line()

    def _box(self, box: Any, depth: int) -> None:
        trace = self.trace
        outer = trace.origin
        if outer is Origin.TEXT:
            trace.origin = Origin.BOX
        if isinstance(box, str):
            self.flow.keep(box, trace.note(origin=Origin.SIGN))
        else:
            self._blocks(box, depth + 1)
        trace.origin = outer
        self.flow.end_line()

    def _table(self, table: Any, depth: int) -> None:
        self.flow.end_line()
        self._tables += 1
        if self._tables > limits.MAX_NESTED_TABLES:
            raise too_deep()
        texts = [
            [self.aside(self._blocks, cell, depth + 1) for cell in through(row, W + "tc")]
            for row in through(table, W + "tr")
        ]
        self._tables -= 1
        # A cell with a document in it, or a single column, is the layout of a page and no table.
        is_layout = all(len(row) < 2 for row in texts) or any(
            len(cell.text) > _CELL and cell.text.count("\n") > 4 for row in texts for cell in row
        )
        for row in texts:
            for index, cell in enumerate(row):
                if is_layout:
                    self.flow.take(cell)
                    self.flow.end_line()
                else:
                    self.flow.open_cell(first=index == 0)
                    self.flow.take(cell)
            self.flow.end_row()

    def _footnotes(self) -> Traced:
        texts: dict[tuple[str, str], Traced] = {}
        notes = dict(self._notes)
        for kind in NOTES.values():
            for part in self._main.related(kind):
                with self._inside(part, Origin.NOTE):
                    for note in part.root:
                        if isinstance(note.tag, str):
                            texts[kind, note.get(W + "id", "")] = self.aside(self._blocks, note, 0)
        # A note inside a note has no place; the list is as long as the body made it.
        found = ((mark, texts.get(name)) for name, mark in notes.items())
        return on_lines(text.after(mark) for mark, text in found if text is not None and text.text)


def _first(texts: list[Traced]) -> Traced:
    return texts[0]
