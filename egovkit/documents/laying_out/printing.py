"""What a document prints, element by element (版面要素): from the values that were read, and where each one stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from egovkit.documents.blocks import Block, Element
from egovkit.documents.elements import FIELD_LABELS
from egovkit.documents.laying_out.layout import Enclosure, Sheet, write_date
from egovkit.documents.line_breaks.wrapping import one_line
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import BLANKS

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["block_lines", "main_lines", "sheet_of"]

_MAIN: Final = frozenset({Element.HEADING, Element.PARAGRAPH, Element.TABLE, Element.CONTENTS})
_ENCLOSED: Final = _MAIN | {Element.PROMULGATION, Element.ANNEX_NOTE, Element.SIGNATURE, Element.DATED, Element.NOTE}
_ENDS: Final = frozenset("。；：")
_HISTORY: Final = frozenset({Element.PROMULGATION})


def _lines_of(document: PolicyDocument, start: int, end: int, kinds: frozenset[Element]) -> Iterator[str]:
    blocks = document.blocks
    # Cut out, not walked to: there may be as many parts as blocks.
    first, last = (bisect_left(blocks, place, key=lambda block: block.start) for place in (start, end))
    return (line for _, line in block_lines(document, (block for block in blocks[first:last] if block.kind in kinds)))


def block_lines(document: PolicyDocument, blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Yield blocks, each with what it says in one line (各块文字).

    A row of a table keeps the tabs before it: they stand for the empty cells that it begins with. What is set in by a tab and is
    beside no row, or ends as a sentence does, is a paragraph.
    """
    text = document.text
    row = False
    above = -1
    for block in blocks:
        line = one_line(text[block.start : block.end])
        if block.kind is Element.PARAGRAPH:
            # No further back than to the block before: a line may have thousands.
            line_end = text.rfind("\n", max(above, 0), block.start)
            before = text[line_end + 1 : block.start] if line_end >= 0 or above < 0 else ""
            tabs = "\t" * before.count("\t") if not before.strip(BLANKS) else ""
            row = "\t" in line or (row and bool(tabs) and line[-1:] not in _ENDS)
            line = tabs + line if row else line
        else:
            row = False
        above = block.end
        yield block, line


def _main_end(document: PolicyDocument) -> int:
    return document.parts[0].start if document.parts else len(document.text) + 1


def main_lines(document: PolicyDocument) -> Iterator[str]:
    """Yield the lines of the main text, headings and tables among them (正文各行)."""
    return _lines_of(document, 0, _main_end(document), _MAIN)


def _printed_as(document: PolicyDocument, name: str) -> Element | None:
    """The kind of block in which an element is printed; None where nothing prints it."""
    if name not in document.spans:
        return None
    at = bisect_right(document.blocks, document.spans[name][0], key=lambda block: block.start) - 1
    return document.blocks[at].kind if at >= 0 else None


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(value)
    return write_date(value) if isinstance(value, DocumentDate) else str(value)


def _printed(document: PolicyDocument, name: str, *kinds: Element) -> str:
    value = getattr(document, name)
    return _written(value) if value is not None and _printed_as(document, name) in kinds else ""


def _rows(document: PolicyDocument) -> Iterator[tuple[str, str]]:
    for name, label in FIELD_LABELS.items():
        value = getattr(document, name)
        if value and _printed_as(document, name) is Element.FIELD:
            yield label, _written(value)


def _enclosures(document: PolicyDocument) -> Iterator[Enclosure]:
    ends = [*(part.start for part in document.parts[1:]), len(document.text) + 1]
    for part, end in zip(document.parts, ends, strict=False):
        yield Enclosure(part.label, part.title, tuple(_lines_of(document, part.start, end, _ENCLOSED)))


def sheet_of(document: PolicyDocument) -> Sheet:
    """Return what a document prints, as strings (版面)."""
    return Sheet(
        fields=tuple(_rows(document)),
        copy_number=document.copy_number or "",
        secrecy=str(document.secrecy or ""),
        urgency=document.urgency or "",
        organ_mark=document.organ_mark or "",
        number=_printed(document, "number", Element.NUMBER, Element.ORGAN_MARK, Element.TITLE),
        signatories=document.signatories,
        title=_printed(document, "title", Element.TITLE),
        history=tuple(_lines_of(document, 0, _main_end(document), _HISTORY)),
        recipients=document.recipients or "",
        lines=tuple(main_lines(document)),
        annexes=tuple(annex.title for annex in document.annexes) if "annexes" in document.spans else (),
        signature=document.signature,
        signers=document.signers,
        dated=_printed(document, "dated", Element.DATED, Element.SIGNATURE),
        note=document.note or "",
        enclosures=tuple(_enclosures(document)),
        keywords=document.keywords if _printed_as(document, "keywords") is Element.KEYWORDS else (),
        copied_to=document.copied_to or "",
        printed_by=document.printed_by or "",
        printed_on=write_date(document.printed_on) if document.printed_on else "",
    )
