"""The outline of a document (层次): its headings as a tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from egovkit.text.numerals import read_numeral
from egovkit.text.records import quickly_made

__all__ = ["Heading", "Level", "outline_depth", "walk"]


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


@quickly_made
@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and what is below it (标题).

    `level` and `ordinal` (the numeral as printed: 一, 十二, 3; empty where only Markdown says it) say which it is, `text`
    has its words without the marker and blanks, up to the end of the first sentence. `start` and `end` delimit the line
    that it opens, with the text that runs in.

    An article opens with its sentence: what heads it is its `caption`, printed in brackets (第三条【适用范围】) or alone on the
    line above the sentence; None where it has none, and of other levels, whose `text` heads them.

    >>> heading = Heading(Level.ARTICLE, "八十七之一", "国家鼓励数据共享", 0, 16)
    >>> heading.number, heading.insertion, heading.label, heading.caption
    (87, 1, '第八十七条之一', None)
    """

    level: Level
    ordinal: str
    text: str
    start: int
    end: int
    children: tuple[Heading, ...] = ()
    caption: str | None = None

    @property
    def number(self) -> int | None:
        """The number that its ordinal counts (序数), without what is inserted after it; None where it bears none."""
        return read_numeral(self.ordinal.partition("之")[0])

    @property
    def insertion(self) -> int | None:
        """The number after 之 of an article that was inserted later (第八十七条之一); None of any other."""
        return read_numeral(self.ordinal.partition("之")[2])

    @property
    def label(self) -> str:
        """The marker in its standard form (序号): 第三条, 一、, （一）, 1.; empty where it bears none."""
        numeral, inserted, rest = self.ordinal.partition("之")
        return _LABELS[self.level].format(numeral) + inserted + rest if self.ordinal else ""


_LABELS: Final = dict(
    zip(Level, ("第{}编", "第{}章", "第{}节", "第{}条", "{}、", "（{}）", "{}.", "（{}）"), strict=True)
)


def outline_depth(line: str) -> int:
    """Return how deep Markdown says that a heading is (标记层级): the number of # that it opens with; 0 for none.

    >>> outline_depth("## 报送内容"), outline_depth("#1 机组")
    (2, 0)
    """
    bare = line.lstrip("#")
    depth = len(line) - len(bare)
    return depth if depth <= 6 and bare[:1].isspace() else 0


_DEPTH: Final = {level: depth for depth, level in enumerate(Level)}


def build_tree(flat: list[Heading]) -> tuple[Heading, ...]:
    """Hang each heading of a list in document order below the nearest one of a higher level (成树).

    >>> deep, top = Heading(Level.H2, "一", "目标", 0, 5), Heading(Level.H1, "一", "总体要求", 6, 12)
    >>> [len(root.children) for root in build_tree([deep, top, Heading(Level.H2, "二", "任务", 13, 18)])]
    [0, 1]
    """
    # From the last heading up: those that are next to each other below the one just read, and their depths, which only
    # grow from the first to the last of them.
    below: list[Heading] = []
    depths: list[int] = []
    last = 0
    for heading in reversed(flat):
        depth = _DEPTH[heading.level]
        if depth < last:
            at = bisect_right(depths, depth)
            # The one place where a heading is completed after it was made: nobody else has seen it yet.
            object.__setattr__(heading, "children", tuple(reversed(below[at:])))
            del below[at:], depths[at:]
        below.append(heading)
        depths.append(depth)
        last = depth
    return tuple(reversed(below))


def walk(roots: tuple[Heading, ...]) -> Iterator[Heading]:
    """Yield every heading of a tree in document order (遍历).

    >>> sub = Heading(Level.H2, "一", "目标", 6, 12)
    >>> [h.text for h in walk((Heading(Level.H1, "一", "总体要求", 0, 6, (sub,)),))]
    ['总体要求', '目标']
    """
    for heading in roots:
        yield heading
        yield from walk(heading.children)
