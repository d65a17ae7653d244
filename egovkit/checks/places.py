"""Where a document's elements stand (要素位置): what several rules look up in a document's blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from egovkit.documents.blocks import Block, Element
from egovkit.documents.document import PolicyDocument
from egovkit.text.folding import squeeze

__all__ = ["above_title", "closing_date", "following", "main_end", "of_kind", "same_organ", "surface", "unread_note"]

_STATE: Final = "中华人民共和国"
_NOTE_LINES: Final = 8
_NOTE_LINE: Final = 60
_OFFICES: Final = ("办公厅", "办公室", "秘书局", "秘书处")


def surface(document: PolicyDocument, block: Block) -> str:
    """Return the text of a block (块文字)."""
    return document.text[block.start : block.end]


def of_kind(document: PolicyDocument, *kinds: Element) -> Iterator[Block]:
    """Yield the blocks of some kinds in order (取块)."""
    return (block for block in document.blocks if block.kind in kinds)


def above_title(document: PolicyDocument) -> list[Block]:
    """Return the blocks of the printed head in front of the title (版头); none where no title is found."""
    title = document.spans.get("title")
    if title is None:
        return []
    return [block for block in document.blocks if block.end <= title[0] and block.kind is not Element.FIELD]


def following(document: PolicyDocument) -> Iterator[tuple[Block, Block | None]]:
    """Yield each block with the one behind it, None behind the last (相邻块)."""
    yield from pairwise(document.blocks)
    if document.blocks:
        yield document.blocks[-1], None


def main_end(document: PolicyDocument) -> int:
    """Return where the main text ends and the first enclosed text begins (正文终点)."""
    return document.parts[0].start if document.parts else len(document.text)


def closing_date(document: PolicyDocument) -> tuple[int, int] | None:
    """Return where the date under the text stands (落款日期); None where only the head or a field table gives one."""
    span = document.spans.get("dated")
    if span is None:
        return None
    signs = (Element.DATED, Element.SIGNATURE)
    return span if any(block.start <= span[0] < block.end for block in of_kind(document, *signs)) else None


def unread_note(document: PolicyDocument) -> list[Block]:
    """Return the lines of an annex note so faulty that it was read as an annex's text; empty where there is none.

    From its first line on nothing but short lines stand there, then signature and date.
    """
    if not document.parts or closing_date(document) is not None:
        return []
    start = document.parts[0].start
    lines: list[Block] = []
    for block in document.blocks:
        if block.start < start:
            continue
        if block.kind in (Element.SIGNATURE, Element.DATED):
            return lines
        if len(lines) > _NOTE_LINES or block.end - block.start > _NOTE_LINE or surface(document, block)[-1] in "。；：":
            return []
        lines.append(block)
    return []


def same_organ(one: str, other: str) -> bool:
    """Say whether two names can be one organ's, full and short (是否同一机关).

    A name is held for short for another where its characters occur there, save that an office is not the organ whose
    office it is. Meant for accusations: in doubt it says yes.

    >>> same_organ("省发展改革委", "某省发展和改革委员会"), same_organ("四川银保监局", "中国银保监会四川监管局")
    (True, True)
    >>> same_organ("国务院", "国务院办公厅"), same_organ("财政部", "教育部")
    (False, False)
    """
    short, long = sorted((squeeze(one).removeprefix(_STATE), squeeze(other).removeprefix(_STATE)), key=len)
    if short == long:
        return True
    if long.endswith(_OFFICES) and not short.endswith((*_OFFICES, "办", "厅", "室")):
        return False
    return not Counter(short) - Counter(long)
