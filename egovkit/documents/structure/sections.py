"""The main text and the texts that it encloses (正文与附件), while they are read and as they are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from egovkit.documents.draft import Draft
from egovkit.documents.grounds import Ground
from egovkit.documents.structure.outline import Heading, Level, build_tree

__all__ = ["OpenText", "Part"]

_NOT_COUNTED: Final = Ground("sections.not_counted", "a bare numeral that does not count on with others as headings do")


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
class OpenText:
    """The main text, or one enclosed text, while it is read (在读的一篇)."""

    kind: str
    start: int
    label: str | None = None
    title: str | None = None
    headings: list[Heading] = field(default_factory=list)
    # Headings that bear a bare numeral: place in `headings`, number of the line, the numeral's value.
    weak: list[tuple[int, int, int]] = field(default_factory=list)

    def outline(self, draft: Draft) -> tuple[Heading, ...]:
        """The headings as a tree; those with a bare numeral only where they count 1, 2, … and no 一、 is beside them."""
        counts = [number for _, _, number in self.weak]
        strong = sum(heading.level is Level.H1 for heading in self.headings) > len(counts) if counts else False
        if counts and (strong or len(counts) < 2 or counts != list(range(1, len(counts) + 1))):
            dropped = {place for place, _, _ in self.weak}
            for _, line, _ in self.weak:
                draft.leave(line, _NOT_COUNTED)
            return build_tree([heading for place, heading in enumerate(self.headings) if place not in dropped])
        return build_tree(self.headings)

    def part(self, end: int, draft: Draft) -> Part:
        """The enclosed text as it is kept, once it was read up to `end`."""
        return Part(self.kind, self.label, self.title, self.start, max(self.start, end), self.outline(draft))
