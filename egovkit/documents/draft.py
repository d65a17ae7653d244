"""A document while it is being read (草稿): its lines, what each turned out to be, and the values found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from egovkit.documents.blocks import Block, Element
from egovkit.documents.lines import Line, split_lines
from egovkit.documents.outline import Heading, Level, build_tree
from egovkit.text.folding import BLANKS

__all__ = ["Draft", "Part", "Span"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A text that a document encloses (附件或所印发、转发的文件): an annex, or what it issues or forwards.

    `kind` is `annex` or `enclosed`, `label` as printed (附件1) or None, `title` without blanks or None; `start` and
    `end` delimit it with its label and title, and `outline` has its headings as a tree.

    >>> Part("annex", "附件1", "申请表", 10, 90).outline
    ()
    """

    kind: str
    label: str | None
    title: str | None
    start: int
    end: int
    outline: tuple[Heading, ...] = ()


@dataclass(slots=True)
class Section:
    """The main text, or one enclosed text, while it is read."""

    kind: str
    start: int
    label: str | None = None
    title: str | None = None
    flat: list[Heading] = field(default_factory=list)
    # Headings that bear a bare numeral: place in `flat`, number of the line, the numeral's value.
    weak: list[tuple[int, int, int]] = field(default_factory=list)

    def outline(self, kinds: list[Element | None]) -> tuple[Heading, ...]:
        """The headings as a tree; those with a bare numeral only where they count 1, 2, … and no 一、 stands beside."""
        counts = [number for _, _, number in self.weak]
        strong = sum(heading.level is Level.H1 for heading in self.flat) > len(counts)
        if counts and (strong or len(counts) < 2 or counts != list(range(1, len(counts) + 1))):
            dropped = {place for place, _, _ in self.weak}
            self.flat = [heading for place, heading in enumerate(self.flat) if place not in dropped]
            for _, line, _ in self.weak:
                kinds[line] = None
        return build_tree(self.flat)

    def part(self, end: int, kinds: list[Element | None]) -> Part:
        """The enclosed text as it is kept, once it was read up to `end`."""
        outline = self.outline(kinds)
        return Part(self.kind, self.label, self.title, self.start, max(self.start, end), outline)


@dataclass(slots=True)
class Draft:
    """What the readers of head, text and tail share; each marks the lines it understood."""

    text: str
    lines: list[Line]
    kinds: list[Element | None]
    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    fields: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    # First line of the text proper, behind title, number and recipients.
    body: int = 0
    # First line behind the end of the main text; its own signature included in the main text.
    stop: int = 0

    @classmethod
    def of(cls, text: str) -> Draft:
        """Cut a text into lines, none of them understood yet."""
        lines = split_lines(text)
        return cls(text, lines, [None] * len(lines))

    def put(self, name: str, value: Any, start: int, end: int) -> None:
        """Record a value and where it stands; the first one found stays."""
        if name not in self.values:
            self.values[name] = value
            self.spans[name] = (start, end)

    def split(self, i: int, at: int) -> None:
        """Cut line `i` in two at the place `at` of the text."""
        start, end, line = self.lines[i]
        below = line[at - start :]
        gap = len(below) - len(below.lstrip(BLANKS))
        self.lines[i : i + 1] = [(start, at, line[: at - start]), (at + gap, end, below[gap:])]
        self.kinds.insert(i, None)

    def blocks(self) -> tuple[Block, ...]:
        """Return every line as a block; what nothing claimed is a paragraph."""
        paragraph = Element.PARAGRAPH
        return tuple(
            [Block(kind or paragraph, line[0], line[1]) for line, kind in zip(self.lines, self.kinds, strict=True)]
        )
