"""Where the lines of a text are on the pages that it was read from (页面位置)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from egovkit.text import limits

if TYPE_CHECKING:
    from egovkit.documents.blocks import Block

__all__ = ["Box", "Paged", "Place", "form_feeds"]

Box = tuple[float, float, float, float]
"""Left, foot, right and head of a stretch of a page, in points from the lower left corner of the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one line of a text stands (行位置): `start` to `end` of the text is on `page`, which counts from 1.

    - `box`: what it covers there, in points; of a paragraph that a page break parts, its first part. None where the
      source has pages and no places on them.
    - `whole`: False where the page does not tell whether its paragraph goes on in the next line.
    """

    start: int
    end: int
    page: int
    box: Box | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Paged:
    """A text and the places of its lines, in order (分页文本); none where its source has no pages.

    >>> paged = Paged("甲\\n乙", (Place(0, 1, 1), Place(2, 3, 2)))
    >>> paged.at(2).page, paged.at(1).page
    (2, 1)
    """

    text: str
    places: tuple[Place, ...] = ()

    def at(self, offset: int) -> Place | None:
        """Return the place of what is at an offset of the text (查位置); None where there is none."""
        found = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[found] if found >= 0 else None

    def on_pages(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Return blocks of the text with the pages they begin on (标页)."""
        paged: list[Block] = []
        for block in blocks:
            place = self.at(block.start)
            if place is None:
                paged.append(block)
            else:
                whole = place.whole or block.end < place.end
                paged.append(replace(block, page=place.page, box=place.box, whole=whole))
        return tuple(paged)


def form_feeds(text: str) -> Paged:
    """Return a plain text with its pages, where form feeds part them (换页符); one of more than there may be has none.

    >>> [place.page for place in form_feeds("甲\\n\\f乙").places]
    [1, 2]
    """
    if "\f" not in text.strip("\f") or text.count("\f") >= limits.MAX_PAGES:
        return Paged(text)
    places: list[Place] = []
    at = 0
    for page, part in enumerate(text.split("\f"), 1):
        if part:
            places.append(Place(at, at + len(part), page))
        at += len(part) + 1
    return Paged(text, tuple(places))
