"""What is planned for the paragraphs of a docx that is laid out (版式方案项): how each is set, or why it is left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from egovkit.documents.blocks import Element
from egovkit.documents.laying_out.element_styles import Style
from egovkit.models.layout_profile import Family

__all__ = ["LeftAlone", "Setting", "Why"]


class Why(StrEnum):
    """Why a paragraph is left as it is (未动原因)."""

    TABLE = "table"
    """A table has a layout of its own, and the standard says nothing of it."""
    BOX = "box"
    """A text box is where somebody drew it."""
    FRAME = "frame"
    """A frame is placed on the page, and its style may be what places it."""
    HIDDEN = "hidden"
    """Its style hides it, or strikes it out."""
    PLACED = "placed"
    """It is centred or on the right, and no element that stands there."""
    MIXED = "mixed"
    """Line breaks part it into several elements, which one paragraph sets alike."""
    COLUMNS = "columns"
    """Tabs set its words apart, as of several organs that sign."""
    UNKNOWN = "unknown"
    """The standard has no place for it: a table of contents, a row of fields, what a site left."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A paragraph that is left as it is (未动段落): `start` to `end` of the text, what it is taken for, and why it is left."""

    start: int
    end: int
    element: Element
    why: Why


@dataclass(frozen=True, slots=True)
class Setting:
    """How one paragraph is to be set (段落方案): its style, and in what it departs from it.

    - `number`: which paragraph of the main part. `above`, `below`: empty lines that it wants around it and does not have.
    - `indents`: first, left and right, in characters; None for those of the style. `size`: of characters, where it keeps its own.
    - `leads`: words of another family. `keeps_bold`: bold words in it are somebody's emphasis. `keeps_next`: it stays on the page of the next. `in_page`: no page begins with it,
      since one does already. `begins_page`: one does, what its style does not say. `is_ruled`: a red rule is under it. `edges`: the lines of an imprint. `characters_only`: a table or
      a box has the place of it.
    """

    number: int
    start: int
    end: int
    element: Element
    style: Style
    above: float = 0.0
    below: float = 0.0
    indents: tuple[float, float, float] | None = None
    size: float | None = None
    leads: tuple[tuple[int, int, Family], ...] = ()
    keeps_bold: bool = False
    keeps_indents: bool = False
    in_page: bool = False
    begins_page: bool = False
    keeps_next: bool = False
    is_ruled: bool = False
    edges: tuple[str, ...] = ()
    characters_only: bool = False
