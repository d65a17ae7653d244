"""How a document is laid out (版式): its pages and paragraphs with the formats that hold in the end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Border", "Footer", "Layout", "Leftover", "LeftoverKind", "Page", "ParagraphFormat", "RunFormat", "Where"]


class Where(StrEnum):
    """Where a paragraph is (段落所在)."""

    BODY = "body"
    TABLE = "table"
    BOX = "box"


class LeftoverKind(StrEnum):
    """What work on a document leaves in it (遗留信息)."""

    INSERTION = "insertion"
    DELETION = "deletion"
    FORMATTING = "formatting"
    COMMENT = "comment"
    HIDDEN = "hidden"
    HIGHLIGHT = "highlight"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one section (页面): lengths in mm, `line_pitch` and `char_space` of its grid in points.

    `left` has the gutter in it. `grid` is the kind of its document grid (lines, linesAndChars), None without one;
    `first_differs` says that its first page has a head and foot of its own.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    footer: float = 0.0
    grid: str | None = None
    line_pitch: float | None = None
    char_space: float = 0.0
    first_differs: bool = False

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high (横排)."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Border:
    """A line at an edge of a paragraph, table or cell (边框线): `size` in points, `color` as RRGGBB or auto."""

    edge: str
    style: str
    size: float
    color: str = "auto"


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Characters of one format (文字格式): `start` to `end` of the text.

    - `han`, `latin`: the fonts of Han and of Latin characters, None where the file names none.
    - `size`, `spacing`: in points. `color`: RRGGBB or auto. `eastern`: whether “ ” — … are set in the Han font.
    """

    start: int
    end: int
    han: str | None = None
    latin: str | None = None
    size: float = 10.0
    bold: bool = False
    color: str = "auto"
    spacing: float = 0.0
    eastern: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """A paragraph and how it is set (段落格式): `start` to `end` of the text.

    - `align`: left, center, right, both, distribute. `first`, `left`, `right`: indents in characters, `first` negative where
      the first line hangs out.
    - `line`: in points where `rule` is exact or atLeast, else in lines (auto); None for single. `before`, `after`: in points.
    - `blanks`: how many empty paragraphs are before it. `page_break`: whether it begins a page. `keep_next`: whether it stays
      on the page of the next.
    - `spaces`: how many characters wide the blanks are that it opens with, which the text does not have.
    - `borders`: its lines, and those of its table or cell. `drawn`: whether it bears a drawing, which may be a line too.
    """

    start: int
    end: int
    runs: tuple[RunFormat, ...] = ()
    style: str | None = None
    align: str = "left"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    line: float | None = None
    rule: str = "auto"
    before: float = 0.0
    after: float = 0.0
    blanks: int = 0
    page_break: bool = False
    keep_next: bool = False
    where: Where = Where.BODY
    spaces: float = 0.0
    borders: tuple[Border, ...] = ()
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Footer:
    """A paragraph of a foot of a page that bears its number (页码): `kind` is default, even or first.

    `text` has 1 for the number. `framed` says that it is in a frame or box, which places it.
    """

    kind: str
    text: str
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    size: float = 10.0
    latin: str | None = None
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Leftover:
    """What work on a document has left in it (遗留信息): of what kind, how often, and where in the text, if in it."""

    kind: LeftoverKind
    count: int
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is laid out (版式): `text` is that of its source, and places are those of it.

    - `pages`: one for each section. `paragraphs`: those that have text, in order. `footers`: those with page numbers.
    - `odd_and_even`: whether odd and even pages have feet of their own. `leftovers`: what is to go before publication.
    """

    text: str
    pages: tuple[Page, ...] = ()
    paragraphs: tuple[ParagraphFormat, ...] = ()
    footers: tuple[Footer, ...] = ()
    odd_and_even: bool = False
    leftovers: tuple[Leftover, ...] = ()

    def at(self, offset: int) -> ParagraphFormat | None:
        """Return the paragraph that a place of the text is in (查段落); None where it is in none.

        >>> Layout("甲\\n乙", paragraphs=(ParagraphFormat(0, 1), ParagraphFormat(2, 3))).at(2).start
        2
        """
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        found = self.paragraphs[index] if index >= 0 else None
        return found if found is not None and offset < max(found.end, found.start + 1) else None
