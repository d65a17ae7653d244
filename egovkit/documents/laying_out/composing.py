"""A document laid out by the standard (排版), and one made of its elements (成文)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from egovkit.documents.laying_out.layout import Sheet, lay_out
from egovkit.documents.laying_out.printing import sheet_of
from egovkit.errors import ParseError
from egovkit.text.folding import squeeze

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["composed", "fixed_layout", "rendered"]

D = TypeVar("D", bound="PolicyDocument")

# Of labels that are one on the other each layout takes one off. How often that goes on is bounded by what is laid out;
# what gets no shorter by it comes to rest soon, or never.
_MOST_LAYOUTS = 8
_LAID_OUT = 1_000_000
_FILE = "文件"
_BETWEEN = "\u3000"


def rendered(document: PolicyDocument) -> str:
    """Lay a document out as plain text that is read as it is laid out (排版)."""
    return _settled(type(document), lay_out(sheet_of(document)))


def fixed_layout(document: D, sheet: Sheet) -> D:
    """Return the document that a sheet of one is read as, once it is laid out (定版): its elements are in the standard's places.

    The title is told and not looked for: what is laid out with styles says which it is.
    """
    kind = type(document)
    text = _settled(kind, lay_out(sheet), sheet.title)
    return kind.parse(text, outline=_told(text, sheet.title))


def _told(text: str, title: str) -> dict[int, int] | None:
    """Return where the title of a text that is laid out is, as what a source says of its headings."""
    at = f"\n{text}\n".find(f"\n{title}\n") if title else -1
    return {at: 0} if at >= 0 else None


def _settled(kind: type[PolicyDocument], text: str, title: str = "") -> str:
    # In its place of the standard a line may be read as another element than where it stood.
    texts = [text]
    laid, left = 0, _MOST_LAYOUTS
    while left and laid <= _LAID_OUT + _MOST_LAYOUTS * len(text):
        again = lay_out(sheet_of(kind.parse(texts[-1], outline=_told(texts[-1], title))))
        if again in texts:
            # Where two layouts lead to one another, one of them is the rendering of both.
            return min(texts[texts.index(again) :])
        laid += len(again)
        left -= len(again) >= len(texts[-1])
        texts.append(again)
    return min(texts, key=len)


def composed(
    kind: type[D],
    *,
    title: str,
    lines: Sequence[str],
    number: str,
    recipients: str,
    signature: Sequence[str],
    dated: str,
    **elements: Any,
) -> D:
    """Make a document from its elements (成文); ParseError (document.element) where one would be read otherwise."""
    own: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in elements.items()}
    marks = own.get("organ_mark")
    if isinstance(marks, tuple):
        # Of several organs each stays told apart by a blank, which is no part of what the mark is read as.
        own["organ_mark"] = _BETWEEN.join(mark.removesuffix(_FILE) for mark in marks) + _FILE
    sheet = Sheet(
        title=title,
        lines=tuple(lines),
        number=number,
        recipients=recipients,
        signature=tuple(signature),
        dated=dated,
        **own,
    )
    text = lay_out(sheet)
    document = kind.parse(text)
    read = sheet_of(document)
    for name in Sheet.__slots__:
        given = getattr(sheet, name)
        if getattr(read, name) != (squeeze(given) if name == "organ_mark" else given):
            message = "{element} would be read as {value}"
            raise ParseError("document.element", message, text, element=name, value=repr(getattr(read, name)))
    return document
