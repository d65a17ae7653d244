"""Words of a paragraph that are set in another typeface than the rest of it (段内字体): headings that run on, names, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.laid_out import Laid
from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.head_reading.minutes import ATTENDING
from egovkit.documents.laying_out.element_styles import ARTICLE_LABEL, BY_LEVEL
from egovkit.documents.structure.outline import Level
from egovkit.models.layout_profile import Family

__all__ = ["leads_of"]

_SENTENCE: Final = re.compile("[^。！？\n]*[。！？]?")

Lead = tuple[int, int, Family]


def leads_of(laid: Laid, document: PolicyDocument) -> tuple[tuple[Lead, ...], bool]:
    """Return the words of a paragraph that have a typeface of their own (段内字体), as places of the text.

    A heading that fills its line has none, and that is what the second value says: its style is that of its level.
    """
    start, text = laid.paragraph.start, laid.text
    if laid.kind is Element.HEADING and laid.level is Level.ARTICLE:
        label = ARTICLE_LABEL.match(text)
        return ((start, start + label.end(), "黑体"),) if label is not None else (), False
    if laid.kind is Element.HEADING and laid.level is not None:
        found = _SENTENCE.match(text)
        end = found.end() if found is not None else 0
        if not text[end:].strip():
            return (), True
        family = BY_LEVEL[laid.level].family
        return ((start, start + end, family),) if family != "仿宋" else (), False
    return tuple(_words(laid, document)), False


def _words(laid: Laid, document: PolicyDocument) -> Iterator[Lead]:
    start, text = laid.paragraph.start, laid.text
    if laid.kind in (Element.NUMBER, Element.SIGNATORIES):
        # The names of those who sign off (7.2.6).
        for name in document.signatories:
            at = text.find(name)
            if at >= 0:
                yield start + at, start + at + len(name), "楷体"
    elif document.kind == "纪要":
        # The lists of those who were there (10.3).
        found = ATTENDING.match(text)
        if found is not None:
            yield start, start + found.end() - 1, "黑体"
