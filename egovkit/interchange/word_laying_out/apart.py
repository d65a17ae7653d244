"""The empty lines between one element and the next (要素间空行), where the file has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.head_reading.minutes import ATTENDING
from egovkit.documents.laying_out.element_styles import STYLES
from egovkit.interchange.word_laying_out.planned import Setting
from egovkit.models.layout import Layout, Where
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import LINE, MARK_ASCENT

__all__ = ["apart"]

_CLOSING: Final = (Element.SIGNATURE, Element.DATED)
_TITLE: Final = (Element.TITLE, Element.PROMULGATION)
_TEXT: Final = (Element.PARAGRAPH, Element.HEADING)


def apart(
    settings: Sequence[Setting],
    layout: Layout,
    document: PolicyDocument,
    profile: LayoutProfile,
    *,
    mark_top: float | None,
) -> list[Setting]:
    """Return the settings with the space that each element wants before it (空行), as far as no empty paragraphs give it.

    Two lines under the mark (7.2.5), two under the number (7.3.1), one under the title (7.3.2), one before the annex note
    (7.3.4), two before a sealed closing and one before another (7.3.5), one under the label of an annex and one under its title (7.3.7), one before the
    lists of who attended (10.3). Between the title and text it is the title that leaves it: paragraphs of the text have no space
    around them. A mark that opens the file is `mark_top` mm under the edge of the type area: 35 (7.2.4), of an order 20 (10.2).
    """
    if not settings:
        return []
    blanks = {one.start: one.blanks for one in layout.paragraphs}
    in_place = {one.start for one in layout.paragraphs if one.where is Where.BODY}
    parts = [(part.start, part.end) for part in document.parts]
    line = profile.line or LINE
    found = [settings[0]]
    if mark_top is not None and settings[0].start in in_place and settings[0].start == layout.paragraphs[0].start:
        found = [_under_edge(settings[0], blanks[settings[0].start], line, mark_top)]
    lists = _lists(settings, document)
    for before, one in pairwise(settings):
        in_part = any(start <= one.start < end for start, end in parts)
        wanted = 1.0 if one.start in lists else _wanted(before, one, in_part=in_part, sealed=profile.sealed)
        missing = max(0.0, wanted - blanks[one.start])
        if not missing or not {before.start, one.start} <= in_place:
            found.append(one)
        elif one.element in _TEXT and one.start not in lists:
            found[-1] = replace(found[-1], below=missing)
            found.append(one)
        else:
            found.append(replace(one, above=missing))
    return list(_together(found, parts))


def _together(settings: Sequence[Setting], parts: Sequence[tuple[int, int]]) -> Iterator[Setting]:
    """Yield the settings, those before a closing on its page (7.3.5.5): the annex note, and the text that is before that.

    The first paragraph of the text stays where it is, since the first page must show text (7.3.3).
    """
    texts = [one.start for one in settings if one.element in _TEXT]
    follows = False
    kept: list[Setting] = []
    for one in reversed(settings):
        in_part = any(start <= one.start < end for start, end in parts)
        is_before = follows and not in_part and one.element in (Element.ANNEX_NOTE, *_TEXT)
        keeps = is_before and one.start not in texts[:1]
        follows = one.element in _CLOSING or (keeps and one.element is Element.ANNEX_NOTE)
        kept.append(replace(one, keeps_next=True) if keeps else one)
    return reversed(kept)


def _lists(settings: Sequence[Setting], document: PolicyDocument) -> set[int]:
    """Return where the lists of who attended begin, of which each follows the one before at once (10.3)."""
    if document.kind != "纪要":
        return set()
    listed = [ATTENDING.match(document.text, one.start) is not None for one in settings]
    return {one.start for at, one in enumerate(settings) if at and listed[at] and not listed[at - 1]}


def _under_edge(one: Setting, blanks: int, line: float, mark_top: float) -> Setting:
    """Leave what a mark at the head of the page wants above it; who has put empty lines there has placed it himself."""
    if one.element is not Element.ORGAN_MARK or blanks:
        return one
    size = one.style.size if one.size is None else one.size
    return replace(one, above=(mark_top / 25.4 * 72 - size * MARK_ASCENT) / line)


def _wanted(before: Setting, one: Setting, *, in_part: bool, sealed: bool) -> float:
    """Return how many empty lines there are between two elements."""
    old, new = before.element, one.element
    if one.style is STYLES["gwTitle"] and before.style is STYLES["gwAnnex"]:
        return 1.0
    if before.style is STYLES["gwTitle"] and new in _TEXT:
        return 1.0
    if in_part or new is old:
        return 0.0
    if new is Element.NUMBER and old is Element.ORGAN_MARK:
        return 2.0
    if new is Element.TITLE and old in (Element.NUMBER, Element.SIGNATORIES):
        return 2.0
    if old in _TITLE and new in (Element.RECIPIENTS, *_TEXT):
        return 1.0
    if new is Element.ANNEX_NOTE:
        return 1.0
    if new in _CLOSING and old not in _CLOSING:
        return 2.0 if sealed else 1.0
    return 0.0
