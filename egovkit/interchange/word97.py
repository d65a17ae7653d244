"""The text of a .doc or .wps (Word 97 to 2003): by its table of pieces, with the numbers that Word generates (旧版文档)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Final

from egovkit.errors import ReadError
from egovkit.interchange.extras import extra
from egovkit.interchange.flow import PAGE_NUMBER, Flow
from egovkit.interchange.word97_properties import Paragraph, Properties, hidden_places, pair
from egovkit.text import limits
from egovkit.text.patterns import LatePattern

__all__ = ["read_doc"]

_MAGIC: Final = 0xA5EC
_WORD_97: Final = 0xC1
_ENCRYPTED, _OTHER_TABLE = 0x0100, 0x0200
_PIECES, _HEADERS = 33, 11
# The stories of a document follow each other in this order.
_STORIES: Final = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")
_EIGHT_BITS: Final = 0x40000000
_CELL_END, _FIELD, _RESULT = "\x07", "\x13", "\x14"
_FIELD_MARKS: Final = LatePattern("[\x13-\x15]")
_ENDS: Final = LatePattern("[\r\x07\x0c\x0e]")
_WRITTEN: Final = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": None} | dict.fromkeys(map(chr, range(9))))
# None of these is in nearly all paragraphs, and what is as it is needs no copy.
_TO_WRITE: Final = LatePattern("[\x00-\x08\x0b\x1e\x1f]")
_HALF: Final = LatePattern("[\ud800-\udfff]")
_SEPARATORS: Final = 6
_LONG: Final = 800
# A file is this long where what it says of itself cannot be: the message is one.
_DAMAGED: Final = (
    "the .doc is damaged or incomplete: fetch it again, or open it in a word processor and save it as docx"
)


def read_doc(data: bytes) -> str:
    """Read the text of a .doc or .wps (读取旧版文档), as `read_docx` reads that of a docx.

    Headers and text boxes come first, then the text with the numbers that Word generates, footnotes, and footers; a row
    of a table is a line with tabs between its cells; hidden and deleted text and the code of fields are left out. What
    is older than Word 97 or encrypted is a ReadError. Needs the extra `doc`.

    Source: [MS-DOC] 2.4 (how to read the text), 2.5 (FIB).
    """
    library = extra("olefile", "doc", "to read a .doc")
    try:
        with library.OleFileIO(BytesIO(data)) as ole:
            main = ole.openstream("WordDocument").read()
            head = main[:0x500].ljust(0x500, b"\0")
            _refuse(head)
            table = ole.openstream("1Table" if _flags(head) & _OTHER_TABLE else "0Table").read()
    except (ReadError, MemoryError):
        raise
    except Exception as error:
        # A library for containers of any kind has as many errors.
        raise ReadError("read.truncated", _DAMAGED) from error
    try:
        text = _Word97(head, table, main).read()
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise ReadError("read.truncated", _DAMAGED) from error
    if not text:
        raise ReadError("read.empty", "the .doc has no text: if it is a scan, recognise its text (OCR) first")
    return text


def _flags(head: bytes) -> int:
    return int.from_bytes(head[0x0A:0x0C], "little")


def _refuse(head: bytes) -> None:
    magic, version = struct.unpack_from("<HH", head)
    if magic != _MAGIC or version < _WORD_97:
        raise ReadError("read.doc", "it is a document of a Word older than 97: open it and save it as docx")
    if _flags(head) & _ENCRYPTED:
        raise ReadError("read.encrypted", "the .doc is encrypted: open it with its password and save it without one")


class _Word97:
    """One reading of one .doc."""

    def __init__(self, head: bytes, table: bytes, main: bytes) -> None:
        self._table = table
        self._places: list[tuple[int, int, int]] = []
        self._text = self._pieces(head, table, main)
        if max(map(self._text.count, "\x13\x14\x15")) > limits.MAX_FIELDS:
            message = "the .doc has more than {most} fields: save it as docx and read that"
            raise ReadError("read.size", message, most=limits.MAX_FIELDS)
        self._firsts = [first for first, _, _ in self._places]
        self._properties = Properties(head, table, main)
        # Of each field that is open, whether its result has begun: one may run over paragraphs.
        self._fields: list[bool] = []
        self._codes = 0
        lengths = [max(0, length) for length in struct.unpack_from("<8i", head, 0x4C)]
        self._stories: dict[str, tuple[int, int]] = {}
        at = 0
        for name, length in zip(_STORIES, lengths, strict=True):
            self._stories[name] = (at, min(at + length, len(self._text)))
            at += length
        place, length = pair(head, _HEADERS)
        self._bounds = [bound for (bound,) in struct.iter_unpack("<I", table[place : place + length // 4 * 4])]
        # Stretches of hidden text, as places of the text.
        self._hidden = sorted(self._inside(_merged(hidden_places(head, table, main))))

    def read(self) -> str:
        """Return the text of its stories (读取)."""
        headers, footers = self._furniture()
        stories = [self._story(*self._stories[name]) for name in ("boxes", "text", "footnotes", "endnotes")]
        text = "\n".join(part for part in (headers, *stories, footers) if part)
        if _HALF.search(text) is None:
            return text
        # What was apart, by a piece or by what is not printed, is one character again; half of one is none.
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _pieces(self, head: bytes, table: bytes, main: bytes) -> str:
        place, length = pair(head, _PIECES)
        listed = table[place : place + length]
        at = 0
        # Properties that pieces share come first.
        while listed[at] == 1:
            at += 3 + int.from_bytes(listed[at + 1 : at + 3], "little")
        if listed[at] != 2:
            raise ValueError("no table of pieces")
        count = max(0, int.from_bytes(listed[at + 1 : at + 5], "little") - 4) // 12
        bounds = struct.unpack_from(f"<{count + 1}I", listed, at + 5)
        parts: list[str] = []
        left = len(main)
        for i in range(count):
            (place,) = struct.unpack_from("<I", listed, at + 5 + 4 * (count + 1) + 8 * i + 2)
            characters = bounds[i + 1] - bounds[i]
            width = 1 if place & _EIGHT_BITS else 2
            place = (place & ~_EIGHT_BITS) // (2 if width == 1 else 1)
            left -= characters * width
            if characters < 0 or left < 0:
                # No two pieces are of the same bytes.
                raise ValueError("more text than file")
            raw = main[place : place + characters * width]
            part = raw.decode("cp1252", "replace") if width == 1 else _units(raw)
            self._places.append((bounds[i], place, width))
            parts.append(part.ljust(characters, "\0"))
        return "".join(parts)

    def _place(self, at: int) -> int:
        """Return where in the main stream the character at `at` of the text stands."""
        first, place, width = self._places[max(0, bisect_right(self._firsts, at) - 1)]
        return place + (at - first) * width

    def _inside(self, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield the places of the text that stretches of the main stream have, these in order and apart."""
        ends = [end for _, end in stretches]
        for i, (first, place, width) in enumerate(self._places):
            length = (self._firsts[i + 1] if i + 1 < len(self._firsts) else len(self._text)) - first
            at = bisect_right(ends, place) if length else len(ends)
            while at < len(stretches) and stretches[at][0] < place + length * width:
                start, end = stretches[at]
                yield first + max(0, -(-(start - place) // width)), first + min(length, (end - place) // width)
                at += 1

    def _furniture(self) -> tuple[str, str]:
        """Return the headers and the footers of all sections, each text once and page numbers not at all."""
        base = self._stories["headers"][0]
        kept: tuple[dict[str, None], dict[str, None]] = ({}, {})
        # Even, odd and first ones of each section, after what separates footnotes.
        for i in range(_SEPARATORS, len(self._bounds) - 1):
            start, end = base + self._bounds[i], base + self._bounds[i + 1]
            if start >= end or end > self._stories["headers"][1]:
                continue
            lines = [line for line in self._story(start, end).split("\n") if not PAGE_NUMBER.fullmatch(line)]
            kept[(i - _SEPARATORS) % 6 in (2, 3, 5)]["\n".join(lines)] = None
        headers, footers = ("\n".join(text for text in texts if text) for texts in kept)
        return headers, footers

    def _story(self, start: int, end: int) -> str:
        flow = Flow()
        self._fields, self._codes = [], 0
        cells: list[str] = []
        lines: list[str] = []
        was_cell = False
        for first, last in self._paragraphs(start, end):
            mark = self._text[last : last + 1]
            found = self._properties.at(self._place(last)) if mark else None
            text = self._printed(first, last)
            ends_row = found.ends_row if found is not None else was_cell and not text
            was_cell = mark == _CELL_END
            if was_cell and ends_row:
                _write_row(flow, cells)
                cells = []
                continue
            text = self._numbered(text, found)
            if was_cell:
                cells.append("\n".join([*lines, text]))
                lines = []
            elif found is not None and found.in_table and mark == "\r":
                lines.append(text)
            else:
                _write_lines(flow, [*lines, text])
                lines = []
        _write_lines(flow, [*cells, *lines])
        return flow.text()

    def _numbered(self, text: str, found: Paragraph | None) -> str:
        return self._properties.marker(found) + text if found is not None and text.strip() else text

    def _paragraphs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for mark in _ENDS.finditer(self._text, start, end):
            yield at, mark.start()
            at = mark.end()
        if at < end:
            yield at, end

    def _printed(self, start: int, end: int) -> str:
        """Return what a paragraph prints: no code of a field, nothing hidden."""
        text = self._text[start:end]
        if self._hidden or self._fields or _FIELD in text:
            # Not joined: of a field for every few characters the list would take a hundred bytes for each.
            shown = StringIO(newline="")
            shown.writelines(self._shown(start, end))
            text = shown.getvalue()
        return text if _TO_WRITE.search(text) is None else text.translate(_WRITTEN)

    def _shown(self, start: int, end: int) -> Iterator[str]:
        fields = self._fields
        at = start
        for mark in _FIELD_MARKS.finditer(self._text, start, end):
            if mark[0] != _FIELD and not fields:
                continue  # it ends no field
            if not self._codes and at < mark.start():
                yield from self._unhidden(at, mark.start())
            at = mark.end()
            if mark[0] == _FIELD:
                fields.append(False)
                self._codes += 1
            elif mark[0] == _RESULT:
                self._codes -= not fields[-1]
                fields[-1] = True
            else:
                self._codes -= not fields.pop()
        if not self._codes:
            yield from self._unhidden(at, end)

    def _unhidden(self, start: int, end: int) -> Iterator[str]:
        """Yield what is not hidden, stretch by stretch: a text of a file is as long as 30 million characters."""
        at = start
        if not self._hidden:
            yield self._text[start:end]
            return
        i = max(0, bisect_right(self._hidden, (start, len(self._text))) - 1)
        while i < len(self._hidden) and self._hidden[i][0] < end:
            first, last = self._hidden[i]
            i += 1
            if i < len(self._hidden):
                last = min(last, self._hidden[i][0])
            if last > at:
                yield self._text[at:first]
                at = max(first, last)
        yield self._text[at:end]


def _units(raw: bytes) -> str:
    """Return a text in UTF-16 unit by unit: characters beyond the first plane take two places each, maybe of two pieces."""
    raw = raw[: len(raw) // 2 * 2]
    text = raw.decode("utf-16-le", "surrogatepass")
    if len(text) * 2 == len(raw):
        return text
    return "".join(chr(unit) for (unit,) in struct.iter_unpack("<H", raw))


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order as such that lie apart."""
    merged: list[tuple[int, int]] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def _write_lines(flow: Flow, lines: list[str]) -> None:
    for line in lines:
        flow.end_line()
        flow.keep(line)
        flow.end_line()


def _write_row(flow: Flow, cells: list[str]) -> None:
    # One cell, or one with a document in it, is the layout of a page and no table.
    if len(cells) < 2 or any(len(cell) > _LONG and cell.count("\n") > 4 for cell in cells):
        _write_lines(flow, cells)
        return
    for i, cell in enumerate(cells):
        flow.open_cell(first=i == 0)
        flow.keep(cell)
    flow.end_row()
