"""What of a document can cite another one (引用范围)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from egovkit.documents.blocks import Element

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.documents.line_breaks.wrapping import Unwrapped
    from egovkit.models.citation import Citation

__all__ = ["citations_of", "citing_text"]

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


def citations_of(document: PolicyDocument, view: Unwrapped | None) -> tuple[Citation, ...]:
    """Return what a document cites (引用), found in the `view` of its text without the breaks of lines where it has one."""
    from egovkit.citations.find import find_citations  # only what asks for citations loads them

    if view is not None:
        from egovkit.documents.line_breaks.broken_citations import as_given

        # Words between which a line was broken say of a citation what they say on one line: 同时 / 废止.
        whole = document.__dict__.pop("_unbroken", None) or type(document).parse(view.text)
        return as_given(citations_of(whole, whole.__dict__.get("_view")), view, document.text)
    text = citing_text(document)
    if text == document.text:
        # The numbers of the whole are those of what cites where nothing is blanked out.
        return tuple(find_citations(text, document.numbers))
    found = find_citations(text)
    if all(cited.text == document.text[cited.start : cited.end] for cited in found):
        return tuple(found)
    from egovkit.documents.line_breaks.broken_citations import as_given

    # What a site left inside of a title is no part of it, and stands in the text all the same.
    return as_given(found, None, document.text)
