"""The signature, the date and the note (署名、成文日期、附注) of a docx that is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.laying_out.element_styles import STYLES
from egovkit.documents.laying_out.layout import Sheet
from egovkit.interchange.word_writing.pieces import paragraph, run
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import CHARACTERS
from egovkit.text.breaking import width

__all__ = ["closing", "closing_block"]

_BLANK: Final = "\u3000"
# A seal is 42 mm wide, 7.5 characters: so far apart are the middles of names that are sealed, on a line and below one another.
_SEAL: Final = 8
_SEAL_LINES: Final = 4


def closing(sheet: Sheet, profile: LayoutProfile) -> Iterator[str]:
    """Yield the paragraphs of the closing with the empty lines before it (署名、成文日期、附注).

    They stay on one page, and on that of what is before them: 7.3.5.5.
    """
    if sheet.signers:
        yield from _signed(sheet, profile)
    elif sheet.signature and profile.sealed:
        yield from _sealed(sheet, profile)
    elif sheet.signature or sheet.dated:
        yield from _unsealed(sheet, profile)
    if sheet.note:
        # 7.3.6: in brackets, on the line under the date.
        yield paragraph("gwNote", run(f"（{sheet.note}）", profile))


def _blanks(count: int) -> Iterator[str]:
    return (paragraph("gwBase", keep_next=True) for _ in range(count))


def _dated(sheet: Sheet, profile: LayoutProfile, right: float) -> Iterator[str]:
    if sheet.dated:
        yield paragraph("gwDated", run(sheet.dated, profile), right=right, keep_next=bool(sheet.note))


def _signed(sheet: Sheet, profile: LayoutProfile) -> Iterator[str]:
    """Yield a signature by name (签发人签名章): two lines under the text, the name four characters from the right: 7.3.5.3."""
    right = STYLES["gwDated"].right
    yield from _blanks(2)
    for organ in sheet.signature:
        yield paragraph("gwSignature", run(organ, profile), right=right)
    for name in sheet.signers:
        # The office is two characters from the name, where a stamp would be.
        yield paragraph("gwSignature", run(name.replace(" ", 2 * _BLANK), profile), right=right)
    if sheet.dated:
        yield from _blanks(1)
    yield from _dated(sheet, profile, right)


def _sealed(sheet: Sheet, profile: LayoutProfile) -> Iterator[str]:
    """Yield a sealed signature: the date four characters from the right, the organ centred on it, two lines under the text.

    So the seal that covers both ends within a line of the text. Of several organs those of one line are as far apart as their
    seals, and the last one is above the date. Source: 7.3.5.1, 7.3.5.5.
    """
    right, day = STYLES["gwDated"].right, width(sheet.dated)
    rows = list(_rows(sheet.signature))
    yield from _blanks(2)
    for at, row in enumerate(rows):
        if at:
            yield from _blanks(_SEAL_LINES - 1)
        middle = right + day / 2 - width(row[-1]) / 2
        room = CHARACTERS - width(_spaced(row))
        yield paragraph("gwSignature", run(_spaced(row), profile), right=max(0.0, min(middle, room)))
    yield from _dated(sheet, profile, right)


def _rows(organs: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the organs of each line, as many as there is room for, three at most."""
    start = 0
    for end in range(1, len(organs) + 1):
        more = organs[start : end + 1]
        if end == len(organs) or len(more) > 3 or width(_spaced(more)) > CHARACTERS - 2:
            yield organs[start:end]
            start = end


def _spaced(row: Sequence[str]) -> str:
    text = row[0]
    for above, below in pairwise(row):
        text += _BLANK * max(2, ceil(_SEAL - (width(above) + width(below)) / 2)) + below
    return text


def _unsealed(sheet: Sheet, profile: LayoutProfile) -> Iterator[str]:
    """Yield a signature without a seal, one line under the text: 7.3.5.2.

    The organ is two characters from the right, and the date begins two characters to the right of where the organ does; where the
    date is the longer one, it is two from the right, and the organ further in.
    """
    organ, day = max(map(width, sheet.signature), default=0.0), width(sheet.dated)
    edge = STYLES["gwSignature"].right
    of_organ, of_day = (edge, organ - day) if organ >= day + 2 else (2 + edge + day - organ, edge)
    if not sheet.signature:
        of_day = STYLES["gwDated"].right
    yield from _blanks(1)
    for name in sheet.signature:
        # Each begins where the longest does not: they end at one edge.
        yield paragraph(
            "gwSignature",
            run(name, profile),
            right=min(max(of_organ, 0.0), CHARACTERS - organ) if organ < CHARACTERS else 0.0,
        )
    yield from _dated(sheet, profile, max(of_day, edge))


def closing_block(kind: Element, words: str, profile: LayoutProfile) -> str:
    """Return one line of the closing of an annex or enclosed text (附件署名), by itself: without a seal."""
    style = STYLES[{Element.SIGNATURE: "gwSignature", Element.DATED: "gwDated"}.get(kind, "gwNote")]
    return paragraph(style, run(words, profile))
