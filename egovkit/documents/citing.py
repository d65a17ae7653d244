"""What of a document can cite another one (引用范围)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from egovkit.documents.blocks import Element

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["citing_text"]

# Blocks that name the document, its parts or the site's pages, and cite none.
_SILENT: Final = frozenset(
    {
        Element.NUMBER,
        Element.FIELD,
        Element.TITLE,
        Element.RESIDUE,
        Element.CONTENTS,
        Element.PART_TITLE,
        Element.ANNEX_NOTE,
        Element.PAGE_NUMBER,
    }
)


def citing_text(document: PolicyDocument) -> str:
    """Return the text of a document with what cites nothing blanked out, each character by one blank (引用文本)."""
    pieces: list[str] = []
    at = 0
    for block in document.blocks:
        if block.kind in _SILENT:
            pieces += (document.text[at : block.start], " " * (block.end - block.start))
            at = block.end
    pieces.append(document.text[at:])
    return "".join(pieces)
