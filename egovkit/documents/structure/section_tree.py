"""The sections of a document (章节): its headings with what stands below them, its annexes and enclosed texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from egovkit.documents.blocks import Block, Element
from egovkit.documents.structure.outline import Heading, Level

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.documents.structure.sections import Part

__all__ = ["MAIN_TEXT", "PART_TEXT", "Section", "part_ends", "section_at", "sections_of"]

MAIN_TEXT: Final = frozenset({Element.HEADING, Element.PARAGRAPH, Element.TABLE, Element.CONTENTS})
"""What the main text consists of."""
PART_TEXT: Final = MAIN_TEXT | {
    Element.PART_TITLE,
    Element.PROMULGATION,
    Element.ANNEX_NOTE,
    Element.SIGNATURE,
    Element.DATED,
    Element.NOTE,
}
"""What an enclosed text consists of: it has a title, and may have a closing of its own."""
_BELOW_HEADINGS: Final = frozenset({Element.HEADING, Element.PARAGRAPH, Element.TABLE})
# 第一章 总则, but 一、总体要求.
_OF_LAWS: Final = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.ARTICLE})
_LONG: Final = 40
_UNTITLED: Final = "附文"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a document (章节): a heading and all below it, or a text that it encloses.

    - `kind`: the level of the heading (part, chapter, section, article, h1 to h4), or `annex`, `enclosed`.
    - `label`: the marker as the standard prints it (第三条, 一、), or that of an annex (附件1); empty where it has none.
    - `title`: the words of the heading, of an article its caption; the title of an enclosed text; None where it has none.
    - `path`: what one reads from the outermost heading down to this one.
    - `start`, `end`: from its heading to the end of the last paragraph, row or heading below it.
    - `page`: the page it begins on, where the source has pages.
    - `children`: the sections inside it, in order.

    >>> from egovkit.documents.document import PolicyDocument
    >>> document = PolicyDocument.parse("关于防火的通知\\n一、总体要求\\n（一）加强巡护。各地要……\\n二、其他")
    >>> [(section.path, document.text[section.start : section.end]) for section in document.sections[0].children]
    [(('一、总体要求', '（一）加强巡护'), '（一）加强巡护。各地要……')]
    """

    kind: str
    label: str
    title: str | None
    path: tuple[str, ...]
    start: int
    end: int
    page: int | None = None
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield the section and every one inside it in document order (遍历)."""
        yield self
        for child in self.children:
            yield from child.walk()


def sections_of(document: PolicyDocument) -> tuple[Section, ...]:
    """Return the sections of the main text, then one for each text that the document encloses (章节树)."""
    ends = part_ends(document)
    first = document.parts[0].start if document.parts else len(document.text) + 1
    main = _Blocks(document, 0, first, _BELOW_HEADINGS)
    enclosed = (_section_of(document, part, end) for part, end in zip(document.parts, ends, strict=True))
    return (*_below(document.outline, main, first, ()), *enclosed)


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """Return the innermost section at an offset of the text (所在章节); None where it is in none."""
    found = None
    while sections:
        at = bisect_right(sections, offset, key=lambda section: section.start) - 1
        if at < 0 or offset >= sections[at].end:
            return found
        found = sections[at]
        sections = found.children
    return found


def part_ends(document: PolicyDocument) -> tuple[int, ...]:
    """Return for each enclosed text where the next one begins, or else the text ends (各篇止处)."""
    return (*(part.start for part in document.parts[1:]), len(document.text) + 1)[: len(document.parts)]


class _Blocks:
    """The blocks of one text that are of some kinds, in order."""

    def __init__(self, document: PolicyDocument, start: int, end: int, kinds: frozenset[Element]) -> None:
        blocks = document.blocks
        first = bisect_left(blocks, start, key=lambda block: block.start)
        last = bisect_left(blocks, end, key=lambda block: block.start)
        self._blocks: list[Block] = [block for block in blocks[first:last] if block.kind in kinds]

    def end_before(self, boundary: int, start: int) -> int:
        """Return where the last block ends that begins before a boundary, at least where it starts."""
        at = bisect_left(self._blocks, boundary, key=lambda block: block.start) - 1
        return max(start, self._blocks[at].end) if at >= 0 else start

    def page_at(self, start: int) -> int | None:
        at = bisect_right(self._blocks, start, key=lambda block: block.start) - 1
        return self._blocks[at].page if at >= 0 else None


def _section_of(document: PolicyDocument, part: Part, end: int) -> Section:
    path = (" ".join(filter(None, (part.label, part.title))) or _UNTITLED,)
    every = _Blocks(document, part.start, end, PART_TEXT)
    below = _Blocks(document, part.start, end, _BELOW_HEADINGS)
    return Section(
        part.kind,
        part.label or "",
        part.title,
        path,
        part.start,
        every.end_before(end, part.start),
        every.page_at(part.start),
        _below(part.outline, below, end, path),
    )


def _below(
    headings: tuple[Heading, ...], blocks: _Blocks, boundary: int, path: tuple[str, ...], *, items: bool = False
) -> tuple[Section, ...]:
    """Make the sections of headings that are side by side, the last of which goes on up to a boundary."""
    sections = []
    ends = (*(heading.start for heading in headings[1:]), boundary)
    for heading, end in zip(headings, ends, strict=False):
        title = _title_of(heading)
        blank = " " if title and heading.level in _OF_LAWS else ""
        own = (*path, f"{heading.label}{blank}{title or ''}")
        inside = _below(heading.children, blocks, end, own, items=items or heading.level is Level.ARTICLE)
        # An item of an article is its line; a paragraph after the items is the article's.
        last = inside[-1].end if inside else heading.end
        sections.append(
            Section(
                heading.level.value,
                heading.label,
                title,
                own,
                heading.start,
                last if items else blocks.end_before(end, last),
                blocks.page_at(heading.start),
                inside,
            )
        )
    return tuple(sections)


def _title_of(heading: Heading) -> str | None:
    """The words that head a section: of an article its caption, of others the heading, cut where it is a long sentence."""
    if heading.level is Level.ARTICLE:
        return heading.caption
    text = heading.text
    return (text if len(text) <= _LONG else f"{text[: _LONG - 1]}…") or None
