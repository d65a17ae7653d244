"""Where a document's elements stand (要素位置): what several rules look up in a document's blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

from egovkit.checks.once import once
from egovkit.documents.blocks import Block, Element
from egovkit.documents.document import PolicyDocument

__all__ = ["Elements"]

_FIELD: Final = Element.FIELD
_NOTE_LINES: Final = 8
_NOTE_LINE: Final = 60


class Elements:
    """The elements of a document (公文要素), each looked up once.

    >>> elements = Elements(PolicyDocument.parse("某市人民政府关于办好某事的通知\\n各区：\\n请认真执行。\\n某市人民政府\\n2014年3月5日"))
    >>> [elements.surface(block) for block in elements.of(Element.SIGNATURE)], elements.closing_date
    (['某市人民政府'], (34, 43))
    """

    def __init__(self, document: PolicyDocument) -> None:
        self.document = document

    @once
    def _by_kind(self) -> dict[Element, tuple[Block, ...]]:
        found: defaultdict[Element, list[Block]] = defaultdict(list)
        for block in self.document.blocks:
            found[block.kind].append(block)
        return {kind: tuple(blocks) for kind, blocks in found.items()}

    def of(self, *kinds: Element) -> tuple[Block, ...]:
        """Return the blocks of some kinds in order (取块)."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        held = chain.from_iterable(self._by_kind.get(kind, ()) for kind in kinds)
        return tuple(sorted(held, key=lambda block: block.start))

    def surface(self, block: Block) -> str:
        """Return the text of a block (块文字)."""
        return self.document.text[block.start : block.end]

    @once
    def above_title(self) -> tuple[Block, ...]:
        """The blocks of the printed head before the title (版头); none where no title is found."""
        title = self.document.spans.get("title")
        if title is None:
            return ()
        blocks = self.document.blocks
        return tuple(block for block in blocks if block.end <= title[0] and block.kind is not _FIELD)

    def following(self) -> Iterator[tuple[Block, Block | None]]:
        """Yield each block with the one after it, None after the last (相邻块)."""
        yield from pairwise(self.document.blocks)
        if self.document.blocks:
            yield self.document.blocks[-1], None

    @once
    def text_start(self) -> int:
        """Where the main text begins (正文起点): after recipients, title and number, as far as they are there."""
        spans = self.document.spans
        recipients = spans.get("recipients")
        return recipients[1] if recipients is not None else spans.get("title", (0, 0))[1]

    @once
    def main_end(self) -> int:
        """Where the main text ends and the first enclosed text begins (正文终点)."""
        return self.document.parts[0].start if self.document.parts else len(self.document.text)

    @once
    def closing_date(self) -> tuple[int, int] | None:
        """Where the date under the text stands (落款日期); None where only the head or a field table gives one."""
        span = self._printed_as("dated", Element.DATED, Element.SIGNATURE)
        if span is None:
            return None
        # The first of each kind is enough: to put all paragraphs and headings in order takes as long as many a rule.
        text = (*self.of(Element.PARAGRAPH)[:1], *self.of(Element.HEADING)[:1])
        return span if any(block.start < span[0] for block in text) else None

    @once
    def imprint_date(self) -> tuple[int, int] | None:
        """Where the date of the imprint stands (印发日期所在)."""
        return self._printed_as("printed_on", Element.PRINTED)

    def _printed_as(self, name: str, *kinds: Element) -> tuple[int, int] | None:
        span = self.document.spans.get(name)
        if span is None or not any(block.start <= span[0] < block.end for kind in kinds for block in self.of(kind)):
            return None
        return span

    @once
    def own_dates(self) -> list[tuple[int, int]]:
        """Where the dates of the document are, under the text and in the imprint, as far as they are there (本文日期)."""
        return [span for span in (self.closing_date, self.imprint_date) if span is not None]

    @property
    def copied_to(self) -> tuple[Block, ...]:
        """The lines that say who gets a copy (抄送机关)."""
        return self.of(Element.COPIED_TO)

    @property
    def keywords(self) -> tuple[Block, ...]:
        """The lines of keywords (主题词)."""
        return self.of(Element.KEYWORDS)

    @property
    def page_numbers(self) -> tuple[Block, ...]:
        """The page numbers (页码)."""
        return self.of(Element.PAGE_NUMBER)

    @once
    def annex_lines(self) -> tuple[Block, ...]:
        """The note on the annexes, or the lines of one that was not read as such (附件说明各行)."""
        return self.annex_note or self.unread_note

    @once
    def annex_note(self) -> tuple[Block, ...]:
        """The lines of the main text's note on its annexes (附件说明)."""
        return tuple(block for block in self.of(Element.ANNEX_NOTE) if block.end <= self.main_end)

    @once
    def unread_note(self) -> tuple[Block, ...]:
        """The lines of an annex note so faulty that it was read as an annex's text; empty where there is none.

        From its first line on nothing but short lines are there, then signature and date.
        """
        if not self.document.parts or self.closing_date is not None:
            return ()
        start = self.document.parts[0].start
        lines: list[Block] = []
        for block in self.document.blocks:
            if block.start < start:
                continue
            if block.kind in (Element.SIGNATURE, Element.DATED):
                return tuple(lines)
            if len(lines) > _NOTE_LINES or block.end - block.start > _NOTE_LINE or self.surface(block)[-1] in "。；：":
                return ()
            lines.append(block)
        return ()
