"""How a docx is laid out (版式): each paragraph of its text with the formats that hold in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from egovkit.errors import ReadError
from egovkit.interchange.flow import Run
from egovkit.interchange.reading import Readable, bytes_of, read_source
from egovkit.interchange.source_text import Source
from egovkit.interchange.sources import reader_of
from egovkit.interchange.word.elements import W, child, is_hidden
from egovkit.interchange.word.formats import Formats, Properties, edges, is_on, measure, merged, paragraph_properties
from egovkit.interchange.word.leftovers import find_leftovers
from egovkit.interchange.word.numbering import Numbering
from egovkit.interchange.word.package import Package
from egovkit.interchange.word.pages import find_footers, find_pages, odd_and_even
from egovkit.interchange.word.reading import trace_docx
from egovkit.interchange.word.table_formats import table_formats
from egovkit.interchange.word.trace import Spot, WordText
from egovkit.models.layout import Border, Layout, ParagraphFormat, RunFormat, Where
from egovkit.text.folding import BLANKS

__all__ = ["LayoutReader", "read_layout"]

_VAL: Final = W + "val"
_CHANGED: Final = W + "sectPrChange"
_BOX: Final = W + "txbxContent"
_SPACER: Final = (W + "drawing", W + "pict")
_HIDING: Final = ("vanish", "strike", "dstrike")


def read_layout(source: Readable) -> Layout:
    """Read how a docx is laid out (读取版式): pages, paragraphs, characters, page numbers, and what work left in it.

    What holds in the end is resolved attribute by attribute: defaults of the document, table style, paragraph style by what it
    is based on, numbering, character style, direct formats, fonts of the theme. The text is that of `read`, and every place is
    one of it. `check(source, layout=...)` judges by it.

    ReadError as for `read`, and for what is no docx: only there formats are told.
    """
    data = _docx(source)
    package = Package(data)
    layout = LayoutReader(package, trace_docx(data, package)).read()
    package.close()
    return layout


def _docx(source: Readable) -> bytes:
    """Return the content of a docx, which is not read for it."""
    data = bytes_of(source)
    if isinstance(source, Source) or reader_of(data).format != "docx":
        read = read_source(source if isinstance(source, Source) else data)
        if read.format != "docx":
            message = "a layout is read of a docx, no {format}: save it as docx first"
            raise ReadError("read.layout", message, format=read.format)
    return data


class LayoutReader:
    """One docx: its text, and the formats of it (版式读取).

    Once it is read, each paragraph is known by where in the text it begins: `numbers` says which of the main part it is, `begun`
    that a break or a section before it begins a page, `own_lines` what borders it has that are not of its style, `framed` that it
    is in a frame, `hidden` that its style hides it or strikes it out, `lists` which list and level it is in. `empty` are the
    paragraphs of the page that hold no text, by number.
    """

    def __init__(self, package: Package, word: WordText) -> None:
        self._package, self._word = package, word
        self._main = package.main
        self.formats = Formats(package.main)
        self.numbering = Numbering(package.main)
        self.numbers: dict[int, int] = {}
        self.begun: set[int] = set()
        self.own_lines: dict[int, tuple[Border, ...]] = {}
        self.framed: set[int] = set()
        self.hidden: set[int] = set()
        self.lists: dict[int, tuple[str | None, int | None]] = {}
        self.empty: list[int] = []
        # A tracked change of a section holds it as it was before.
        found = package.main.root.iter(W + "sectPr")
        self._sections = [one for one in found if next(one.iterancestors(_CHANGED), None) is None]
        self._ended = 0
        self._plain: dict[str, Properties] = {}
        self._together: dict[tuple[str, tuple[str | None, int | None], bool], Properties] = {}

    def read(self) -> Layout:
        """Read it (读取), once."""
        main = self._main
        held = self._held()
        paragraphs: list[ParagraphFormat] = []
        spans: dict[Any, tuple[int, int]] = {}
        blanks, breaks, drawn = 0, False, False
        for number, element in enumerate(main.root.iter(W + "p"), 1):
            where = _where(element)
            stretches = held.get(number)
            is_drawn = any(True for _ in element.iter(*_SPACER))
            before, after = self._breaks(element)
            if stretches is None:
                if where is Where.BODY:
                    blanks += 1
                    self.empty.append(number)
                breaks = breaks or before or after
                drawn = drawn or is_drawn
                continue
            one = self._paragraph(element, stretches, where, blanks, breaks or before, drawn or is_drawn)
            spans[element] = one.start, one.end
            self.numbers[one.start] = number
            if breaks or before:
                self.begun.add(one.start)
            paragraphs.append(one)
            blanks, breaks, drawn = 0, after, False
        paragraphs.sort(key=lambda one: one.start)
        # A section would keep the tree that it is in.
        sections, self._sections = self._sections, []
        return Layout(
            self._word.text,
            find_pages(sections),
            tuple(paragraphs),
            find_footers(main, sections, self.formats),
            odd_and_even(main),
            find_leftovers(self._package, spans, self.formats),
        )

    def _held(self) -> dict[int, list[tuple[Run, Spot]]]:
        """Return the stretches of each paragraph of the main part."""
        found: dict[int, list[tuple[Run, Spot]]] = {}
        for run in self._word.runs:
            spot = self._word.spots[run.slot]
            if spot.part == self._main.name and spot.paragraph is not None:
                found.setdefault(spot.paragraph, []).append((run, spot))
        return found

    def _breaks(self, paragraph: Any) -> tuple[bool, bool]:
        """Say whether a page begins with a paragraph, and whether one does after it."""
        before = after = False
        has_text = False
        for element in paragraph.iter(W + "t", W + "br"):
            if element.tag == W + "t":
                # What is after a break begins the page, and not the next paragraph.
                if element.text:
                    has_text, after = True, False
            elif element.get(W + "type") == "page":
                before, after = before or not has_text, has_text
        properties = paragraph.find(W + "pPr")
        if properties is not None and properties.find(W + "sectPr") is not None:
            self._ended += 1
            following = self._sections[self._ended] if self._ended < len(self._sections) else None
            kind = following.find(W + "type") if following is not None else None
            after = after or kind is None or kind.get(_VAL) != "continuous"
        return before, after

    def _paragraph(
        self,
        element: Any,
        stretches: list[tuple[Run, Spot]],
        where: Where,
        blanks: int,
        breaks: bool,
        drawn: bool,
    ) -> ParagraphFormat:
        properties = element.find(W + "pPr")
        formats = self.formats
        style = formats.named(properties, "pStyle", "paragraph")
        table = next(element.iterancestors(W + "tbl"), None) if where is Where.TABLE else None
        of_table = table_formats(formats, table, element) if table is not None else ({}, {})
        of_style = formats.style(style)
        place = self.numbering.place(element)
        if place[0] is not None:
            self.lists[stretches[0][0].start] = place
        is_direct = properties is not None and properties.find(W + "numPr") is not None
        direct = paragraph_properties(properties)
        named = (style, place, is_direct)
        if table is not None:
            held = merged([self._named(*named, of_table[0]), direct])
        else:
            # What paragraphs are named alike is put together once.
            if named not in self._together:
                self._together[named] = self._named(*named, {})
            held = merged([self._together[named], direct]) if direct else self._together[named]
        own = tuple(self._borders(element, table, ""))
        self.own_lines[stretches[0][0].start] = own
        if "framePr" in held:
            self.framed.add(stretches[0][0].start)
        if any(is_on(of_style[1], name) for name in _HIDING):
            self.hidden.add(stretches[0][0].start)
        runs = tuple(self._runs(element, stretches, of_table[1], style))
        sizes = Counter[float]()
        for run in runs:
            sizes[run.size] += run.end - run.start
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        spacing = held.get("spacing", {})
        rule = spacing.get("lineRule", "auto")
        line = measure(spacing.get("line"))
        return ParagraphFormat(
            stretches[0][0].start,
            stretches[-1][0].end,
            runs,
            formats.term(style),
            _ALIGNED.get(found := held.get("jc", {}).get("val", "left"), found),
            _characters(held, "firstLine", size) or -_characters(held, "hanging", size) or 0.0,
            _characters(held, "left", size),
            _characters(held, "right", size),
            None if line is None else line / (240 if rule == "auto" else 20),
            rule,
            (measure(spacing.get("before")) or 0.0) / 20,
            (measure(spacing.get("after")) or 0.0) / 20,
            blanks,
            breaks or is_on(held, "pageBreakBefore"),
            is_on(held, "keepNext"),
            where,
            _spaces(element),
            tuple(self._borders(element, table, style)) if formats.lines(style, "pBdr", None) else own,
            drawn,
        )

    def _named(
        self, style: str, place: tuple[str | None, int | None], is_direct: bool, of_table: Properties
    ) -> Properties:
        """Return what holds of a paragraph by all that it names, before what is set directly."""
        of_style, of_list = self.formats.style(style)[0], self.formats.level(*place)
        # A list that the style names is below the style's own indents.
        levels = [of_style, of_list] if is_direct else [of_list, of_style]
        return merged([self.formats.of_paragraphs, of_table, *levels])

    def _runs(
        self, element: Any, stretches: list[tuple[Run, Spot]], of_table: Properties, style: str
    ) -> Iterator[RunFormat]:
        of_style = self.formats.style(style)[1]
        together = ((number, list(pieces)) for number, pieces in groupby(stretches, key=lambda each: each[1].run))
        held_by = [(number, found) for number, found in together if number is not None]
        asked = {number for number, _ in held_by}
        # Most runs of a hostile paragraph hold nothing.
        properties = {
            number: child(run, W + "rPr") for number, run in enumerate(element.iter(W + "r"), 1) if number in asked
        }
        for number, found in held_by:
            if (own := properties[number]) is not None:
                held = self.formats.run(of_table, of_style, own)
            elif of_table:
                held = self.formats.run(of_table, of_style, None)
            else:
                # Of those that say nothing of themselves it is asked once for each style.
                if style not in self._plain:
                    self._plain[style] = self.formats.run(of_table, of_style, None)
                held = self._plain[style]
            fonts = held.get("rFonts", {})
            yield RunFormat(
                found[0][0].start,
                found[-1][0].end,
                fonts.get("eastAsia"),
                fonts.get("ascii"),
                (measure(held.get("sz", {}).get("val"), 2) or 20.0) / 2,
                is_on(held, "b"),
                held.get("color", {}).get("val", "auto"),
                (measure(held.get("spacing", {}).get("val")) or 0.0) / 20,
                fonts.get("hint") == "eastAsia",
            )

    def _borders(self, element: Any, table: Any, style: str) -> Iterator[Border]:
        formats = self.formats
        yield from _lines(formats.lines(style, "pBdr", element.find(W + "pPr")))
        if table is None:
            return
        properties = table.find(W + "tblPr")
        named = formats.named(properties, "tblStyle", "table")
        yield from _lines(formats.lines(named, "tblBorders", properties))
        cell = next(element.iterancestors(W + "tc"), None)
        yield from _lines(edges(cell.find(W + "tcPr") if cell is not None else None, "tcBorders"))


_ALIGNED: Final = {"start": "left", "end": "right"}


def _lines(found: Mapping[str, Any]) -> Iterator[Border]:
    """Yield the lines that edges have."""
    for place, edge in found.items():
        style = edge.get(_VAL, "none")
        if style not in ("none", "nil"):
            size = measure(edge.get(W + "sz")) or 0.0
            yield Border(place, style, size / 8, edge.get(W + "color", "auto"))


def _spaces(paragraph: Any) -> float:
    """Return how wide the blanks are that a paragraph opens with, in characters; those of a box in it are not its own."""
    width = 0.0
    for text in paragraph.iter(W + "t"):
        run = text.getparent()
        if next(text.iterancestors(W + "p"), None) is not paragraph or is_hidden(run):
            continue
        for character in text.text or "":
            if character not in BLANKS:
                return width
            width += 1 if character == "\u3000" else 0.5
    return 0.0


def _where(paragraph: Any) -> Where:
    for element in paragraph.iterancestors(_BOX, W + "tc"):
        return Where.BOX if element.tag == _BOX else Where.TABLE
    return Where.BODY


def _characters(held: Properties, name: str, size: float) -> float:
    """Return an indent in characters: as it is said in them, else by the size of the paragraph's characters."""
    indent = held.get("ind", {})
    said = measure(indent.get(f"{name}Chars"))
    if said:
        return said / 100
    return round((measure(indent.get(name)) or 0.0) / 20 / size, 2) if size > 0 else 0.0
