"""A text that was read, and the way back to its file (来源)."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from egovkit.interchange.flow import moved
from egovkit.interchange.line_ends import LineEnds
from egovkit.interchange.locations import Location, PageLocation, PdfLocation, TextLocation
from egovkit.interchange.pages import Paged
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["Locate", "Source", "nowhere"]

_LINE_END: Final = LatePattern("\n")
Locate = Callable[[int, int], tuple[Location, ...]]
"""What says where a stretch of a text is."""


def nowhere(_start: int, _end: int) -> tuple[Location, ...]:
    """Return no place (无位置), as of a format whose readers note none."""
    return ()


@dataclass(frozen=True, eq=False)
class Source:
    """A text read from a file, which knows where in the file each part of it is (来源).

    - `text`: what `read` gives. `format`: the name of its format. `data`: the content of the file.
    - `locate(start, end)`: where a stretch of the text is in the file; `document`: the text as `load` gives it.
    - `ends`: how the lines of a plain text end; None for every other format.

    `read`, `load`, `check`, `fix` and `verify` take it in place of a file or a text.

    >>> from egovkit.interchange.reading import read_source
    >>> source = read_source("关于防火的通告\\n严禁用火。".encode())
    >>> source.format, [str(place) for place in source.locate(10, 12)]
    ('text', ['第2行第3列'])
    """

    text: str
    format: str
    data: bytes = field(repr=False)
    ends: LineEnds | None = None
    outline: Mapping[int, int] | None = None
    paged: Paged | None = field(default=None, repr=False)
    _locate: Locate = field(default=nowhere, repr=False)

    def locate(self, start: int, end: int | None = None) -> tuple[Location, ...]:
        """Return where `text[start:end]` is in the file (定位), piece by piece; of one character by default.

        An empty stretch is where the character at it is, or the one before it. () for what the file does not hold as such,
        a line end or the gap between two cells, and for a format of which no places are known (doc, OFD, RTF, letters).

        ValueError for a stretch that is none of the text.
        """
        if end is None or end == start:
            start = min(start, len(self.text) - 1)
            end = start + 1
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start} to {end} is no stretch of a text of {len(self.text)} characters")
        return self._locate(start, end)

    @property
    def document(self) -> PolicyDocument:
        """The text as a document (公文), with the headings and pages that the file knows of."""
        # A protocol with a property takes a property alone, for some type checkers.
        return self._document

    @cached_property
    def _document(self) -> PolicyDocument:
        from egovkit.documents.document import PolicyDocument  # loads pydantic, which reading has no use for

        document = PolicyDocument.parse(self.text, outline=self.outline or None)
        if self.paged is None or not self.paged.places:
            return document
        return document.model_copy(update={"blocks": self.paged.on_pages(document.blocks)})


def in_text(text: str) -> Locate:
    """Return what locates in a plain text (纯文本定位)."""

    @cache
    def starts() -> array[int]:
        # Most texts are read and never asked for a place; of a long one the lines take more than the text.
        return array("I", chain((0,), (found.end() for found in _LINE_END.finditer(text))))

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(starts(), offset)
        return line, offset - starts()[line - 1] + 1

    return lambda start, end: (TextLocation(start, end, *place(start), *place(end)),)


def in_pdf(paged: Paged) -> Locate:
    """Return what locates in a pdf (版式文件定位)."""

    def locate(start: int, end: int) -> tuple[PdfLocation, ...]:
        places = paged.places
        index = max(0, bisect_right(places, start, key=lambda place: place.start) - 1)
        found: list[PdfLocation] = []
        while index < len(places) and (place := places[index]).start < end:
            first, last = max(start, place.start), min(end, place.end)
            if first < last:
                found.append(PdfLocation(first, last, place.page, place.box))
            index += 1
        return tuple(found)

    return locate


def of_page(data: bytes) -> tuple[str, Locate]:
    """Read a web page, and return its text and what locates in it (网页定位)."""
    from egovkit.interchange.webpage import PageReader, parse_page

    reader = PageReader(parse_page(data))
    page = reader.read()
    tree = reader.tree.getroottree()

    def locate(start: int, end: int) -> tuple[PageLocation, ...]:
        found: list[PageLocation] = []
        for run in moved(page.runs, start, end, start):
            element, is_tail = reader.slots[run.slot]
            # What follows an element is text of the one around it.
            holder = element.getparent() if is_tail else element
            path = tree.getpath(element if holder is None else holder)
            if found and found[-1].element == path and found[-1].end == run.start:
                found[-1] = PageLocation(found[-1].start, run.end, path, found[-1].line)
            else:
                found.append(PageLocation(run.start, run.end, path, element.sourceline))
        return tuple(found)

    return page.text, locate
