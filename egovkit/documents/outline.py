"""The outline of a document (层次): its headings as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["Heading", "Level", "walk"]


class Level(StrEnum):
    """The level of a heading (层次), from the outermost in.

    >>> [level.value for level in Level][:4]
    ['part', 'chapter', 'section', 'article']
    """

    PART = "part"
    """编 (and 部分)."""
    CHAPTER = "chapter"
    """章."""
    SECTION = "section"
    """节."""
    ARTICLE = "article"
    """条."""
    H1 = "h1"
    """一、"""
    H2 = "h2"
    """（一）; below an article these are its items (项)."""
    H3 = "h3"
    """1."""
    H4 = "h4"
    """（1）"""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and what stands below it (标题).

    `level` and `ordinal` (the numeral as printed: 一, 十二, 3) say which it is, `text` has its words without the
    marker and blanks, up to the end of the first sentence. `start` and `end` delimit the line that it opens,
    with the text that runs in.

    >>> Heading(Level.H1, "一", "总体要求", 0, 6).children
    ()
    """

    level: Level
    ordinal: str
    text: str
    start: int
    end: int
    children: tuple[Heading, ...] = ()


_DEPTH: Final = {level: depth for depth, level in enumerate(Level)}


def build_tree(flat: list[Heading]) -> tuple[Heading, ...]:
    """Hang each heading of a list in document order below the nearest one of a higher level (成树)."""
    roots: list[Heading] = []
    # The open headings, outermost first: depth, heading, its children so far.
    stack: list[tuple[int, Heading, list[Heading]]] = []
    depth_of = _DEPTH
    for heading in flat:
        depth = depth_of[heading.level]
        while stack and stack[-1][0] >= depth:
            _close(stack)
        (stack[-1][2] if stack else roots).append(heading)
        stack.append((depth, heading, []))
    while stack:
        _close(stack)
    return tuple(roots)


def _close(stack: list[tuple[int, Heading, list[Heading]]]) -> None:
    _, heading, children = stack.pop()
    if children:
        # The one place where a heading is completed after it was made: nobody else has seen it yet.
        object.__setattr__(heading, "children", tuple(children))


def walk(roots: tuple[Heading, ...]) -> Iterator[Heading]:
    """Yield every heading of a tree in document order (遍历).

    >>> sub = Heading(Level.H2, "一", "目标", 6, 12)
    >>> [h.text for h in walk((Heading(Level.H1, "一", "总体要求", 0, 6, (sub,)),))]
    ['总体要求', '目标']
    """
    for heading in roots:
        yield heading
        yield from walk(heading.children)
