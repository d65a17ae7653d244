"""The provisions of a text in articles (条款项): articles, their paragraphs, and the items below these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from egovkit.documents.blocks import Block, Element
from egovkit.documents.structure.outline import Heading, Level
from egovkit.text.numerals import read_numeral

__all__ = ["Article", "Paragraph", "read_articles"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article (款) with its items (项), each a half-open range of the text.

    >>> Paragraph(0, 9, ((10, 14),)).items
    ((10, 14),)
    """

    start: int
    end: int
    items: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article (条): its number, the number after 之 (第八十七条之一) or None, and its paragraphs.

    >>> Article(87, 1, 0, 9, ()).insertion
    1
    """

    number: int
    insertion: int | None
    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]


def read_articles(headings: Sequence[Heading], blocks: Sequence[Block]) -> tuple[Article, ...]:
    """Read the articles of an outline (读条款), in document order; `headings` and `blocks` are the document's.

    The line that opens an article is its first paragraph; lines that open with a marker are items of the paragraph
    above them, every other one opens the next paragraph.
    """
    opened = {heading.start: heading for heading in headings}
    articles: list[Article] = []
    current: Heading | None = None
    paragraphs: list[tuple[int, int, list[tuple[int, int]]]] = []

    def close() -> None:
        if current is None:
            return
        numeral, _, insertion = current.ordinal.partition("之")
        number = read_numeral(numeral)
        if number is not None:
            made = tuple(Paragraph(start, end, tuple(items)) for start, end, items in paragraphs)
            last = paragraphs[-1]
            end = last[2][-1][1] if last[2] else last[1]
            articles.append(Article(number, read_numeral(insertion) if insertion else None, current.start, end, made))

    for block in blocks:
        heading = opened.get(block.start)
        if heading is not None and heading.level in _ABOVE_ITEMS:
            close()
            current = heading if heading.level is Level.ARTICLE else None
            paragraphs = [(block.start, block.end, [])]
        elif current is None:
            continue
        elif heading is not None:
            paragraphs[-1][2].append((block.start, block.end))
        elif block.kind is Element.PARAGRAPH:
            paragraphs.append((block.start, block.end, []))
        elif block.kind in (Element.PART_TITLE, Element.SIGNATURE, Element.DATED):
            close()
            current = None
    close()
    return tuple(articles)


_ABOVE_ITEMS = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.ARTICLE})
