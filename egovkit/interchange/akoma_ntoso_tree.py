"""The text of a document as elements of Akoma Ntoso (正文结构): sections, articles with 款 and 项, tables, references."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element as Node

from egovkit.documents.blocks import Block, Element
from egovkit.documents.structure.section_tree import Section
from egovkit.interchange.akoma_ntoso_xml import append_text, name_of, node, shown
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.documents.structure.outline import Heading
    from egovkit.models.citation import Citation

__all__ = ["TextWriter", "address_of"]

_ELEMENTS: Final = {"part": "part", "chapter": "chapter", "section": "section", "article": "article"}
_PREFIXES: Final = {
    "part": "part",
    "chapter": "chp",
    "section": "sec",
    "article": "art",
    "point": "point",
    "level": "lvl",
}
# A marker has a numeral of a few characters, and perhaps # or ** of Markdown before it.
_LONGEST_MARKER: Final = 30
# A heading that runs into its sentence is one where it is short.
_LONGEST_HEADING: Final = 40
_MARKUP: Final = LatePattern(r"^#{1,6}[\s\u3000]+|\*\*")
_ENDS: Final = "。：:】）)］] \u3000*"

Inner = Block | Section


def address_of(citation: Citation) -> str:
    """Return the address that names a cited document (引用标识), by its number or else its title; not one of a register."""
    document = citation.document
    if document.numbers:
        return f"/akn/cn/doc/number/{name_of(str(document.numbers[0].value))}"
    return f"/akn/cn/doc/title/{name_of(document.title or document.text)}"


class TextWriter:
    """Writes the lines of one document, its citations as references (写正文)."""

    def __init__(self, document: PolicyDocument) -> None:
        self._text = document.text
        self._cited = document.citations
        self._starts = [citation.start for citation in self._cited]
        self._headings = {heading.start: heading for heading in document.headings}

    def body(self, body: Node, blocks: Sequence[Block], sections: Sequence[Section], prefix: str) -> None:
        """Fill the body of a text: with lines alone, or with sections and levels without a number between them (正文)."""
        inner = list(_inner(blocks, sections))
        if sections:
            self._below(body, inner, prefix, items=False)
        else:
            self.lines(body, blocks)

    def lines(self, parent: Node, blocks: Sequence[Block]) -> None:
        """Write lines as paragraphs, rows that are next to each other as a table (各行); one empty where there is none."""
        for is_row, group in groupby(blocks, key=self._is_row):
            if not is_row:
                for block in group:
                    self._inline(node(parent, "p"), block.start, block.end)
                continue
            table = node(parent, "table")
            for block in group:
                for start, end in self._printed_lines(block):
                    row = node(table, "tr")
                    for cell in self._cells(start, end):
                        self._inline(node(node(row, "td"), "p"), *cell)
        if not len(parent):
            node(parent, "p")

    # ---- sections

    def _below(self, parent: Node, inner: Sequence[Inner], eid: str, *, items: bool) -> None:
        count: Counter[str] = Counter()
        for is_line, group in groupby(inner, key=lambda each: isinstance(each, Block)):
            if is_line:
                level = self._opened(parent, "level", eid, count)
                self.lines(node(level, "content"), [each for each in group if isinstance(each, Block)])
                continue
            for each in group:
                if isinstance(each, Section):
                    name = "point" if items else _ELEMENTS.get(each.kind, "level")
                    self._section(self._opened(parent, name, eid, count), each, items=items)

    @staticmethod
    def _opened(parent: Node, name: str, eid: str, count: Counter[str]) -> Node:
        count[name] += 1
        number = f"{_PREFIXES[name]}_{count[name]}"
        return node(parent, name, eId=f"{eid}__{number}" if eid else number)

    def _section(self, made: Node, section: Section, *, items: bool) -> None:
        eid = made.attrib["eId"]
        head = self._blocks_of[section.start]
        after = self._headed(made, self._headings[section.start], head)
        # The line of the heading first, what of it runs on; then all that is below.
        first = [Block(head.kind, after, head.end)] if self._text[after : head.end].strip() else []
        rest = list(_inner(self._inside(section)[1:], section.children))
        if section.kind == "article":
            for number, (lines, points) in enumerate(_paragraphs([*first, *rest]), 1):
                paragraph = node(made, "paragraph", eId=f"{eid}__para_{number}")
                self._filled(paragraph, lines, points, items=True)
        else:
            opening = [*first, *_lines_before(rest)]
            self._filled(made, opening, rest[len(opening) - len(first) :], items=items)

    def _filled(self, made: Node, lines: Sequence[Block], below: Sequence[Inner], *, items: bool) -> None:
        if not below:
            self.lines(node(made, "content"), lines)
            return
        if lines:
            self.lines(node(made, "intro"), lines)
        self._below(made, below, made.attrib["eId"], items=items)

    def _headed(self, made: Node, heading: Heading, block: Block) -> int:
        """Write number and heading, and return where in its line the text goes on."""
        words = squeeze(heading.text)
        raw = self._text[block.start : block.end]
        at = (
            next((at for at in range(min(len(raw), _LONGEST_MARKER)) if self._opens(raw[at:], words)), 0)
            if words
            else 0
        )
        if at and (number := _MARKUP.sub("", raw[:at].strip()).strip("*# \u3000")):
            node(made, "num", number)
        elif not words and heading.ordinal:
            node(made, "num", heading.label)
            return block.start + at
        start = block.start + at
        title = squeeze(heading.caption or "") if heading.level.value == "article" else words
        end = self._end_of(title, start, block.end)
        if not title or len(title) > _LONGEST_HEADING or end is None:
            return start
        self._inline(node(made, "heading"), start, end)
        return end

    @staticmethod
    def _opens(raw: str, words: str) -> bool:
        return not raw[:1].isspace() and squeeze(raw[: 2 * len(words) + 8]).lstrip("*").startswith(words[:8])

    def _end_of(self, title: str, start: int, end: int) -> int | None:
        """Return where in a line the words of a heading end, with the sign after them; None where they do not open it."""
        left = list(reversed(title))
        at = start
        while left and at < end:
            if self._text[at] == left[-1]:
                left.pop()
            elif not self._text[at].isspace() and self._text[at] not in "*【（([［":
                return None
            at += 1
        while at < end and self._text[at] in _ENDS:
            at += 1
        return None if left else at

    # ---- blocks

    def read(self, blocks: Sequence[Block]) -> None:
        """Take the lines that the sections of a text are made of (取行)."""
        self._blocks = blocks
        self._blocks_of = {block.start: block for block in blocks}

    def _inside(self, section: Section) -> Sequence[Block]:
        first = bisect_left(self._blocks, section.start, key=lambda block: block.start)
        return self._blocks[first : bisect_left(self._blocks, section.end, key=lambda block: block.start)]

    def _is_row(self, block: Block) -> bool:
        return block.kind is Element.TABLE or "\t" in self._text[block.start : block.end].strip()

    def _printed_lines(self, block: Block) -> Iterator[tuple[int, int]]:
        for found in re.finditer(r"[^\r\n]+", self._text[block.start : block.end]):
            yield block.start + found.start(), block.start + found.end()

    def _cells(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        raw = self._text[start:end]
        sign = "\t" if "\t" in raw.strip() else "|"
        at = start
        bare = raw.strip().strip("|") if sign == "|" else raw.strip(" \u3000\r\n")
        at = start + raw.find(bare)
        for cell in bare.split(sign):
            yield at, at + len(cell)
            at += len(cell) + 1

    def _inline(self, parent: Node, start: int, end: int) -> None:
        """Write the text of a range, blanks at its ends left out, what it cites as references."""
        raw = self._text[start:end]
        start, end = start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip())
        at = start
        for i in range(bisect_left(self._starts, start), len(self._cited)):
            citation = self._cited[i]
            if citation.start >= end:
                break
            if citation.start < at or citation.end > end:
                continue
            append_text(parent, self._plain(at, citation.start, first=at == start))
            pinpoint = citation.pinpoint.places[0].article if citation.pinpoint else None
            href = address_of(citation) + (f"/~art_{pinpoint}" if pinpoint else "")
            node(parent, "ref", self._plain(citation.start, citation.end), href=href)
            at = citation.end
        append_text(parent, self._plain(at, end, first=at == start))

    def _plain(self, start: int, end: int, *, first: bool = False) -> str:
        text = self._text[start:end]
        return shown(_MARKUP.sub("", text) if first else text.replace("**", ""))


def _inner(blocks: Sequence[Block], sections: Sequence[Section]) -> Iterator[Inner]:
    """Yield sections and the lines between them, in order."""
    ahead = iter(sections)
    section = next(ahead, None)
    ended = -1
    for block in blocks:
        if section is not None and block.start >= section.start:
            yield section
            ended = section.end
            section = next(ahead, None)
        if block.start >= ended:
            yield block


def _lines_before(inner: Sequence[Inner]) -> list[Block]:
    lines: list[Block] = []
    for each in inner:
        if isinstance(each, Section):
            break
        lines.append(each)
    return lines


def _paragraphs(inner: Sequence[Inner]) -> Iterator[tuple[list[Block], list[Section]]]:
    """Yield the paragraphs of an article (款), each a line with the sections below it; rows go with their line."""
    lines: list[Block] = []
    below: list[Section] = []
    for each in inner:
        if isinstance(each, Section):
            below.append(each)
        elif (lines or below) and (below or each.kind is not Element.TABLE):
            yield lines, below
            lines, below = [each], []
        else:
            lines.append(each)
    yield lines, below
