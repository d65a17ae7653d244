"""The edges of the text on each page, and how a document sets its paragraphs off (版心与段落样式)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from egovkit.documents.line_breaks.printed_line import PrintedLine
from egovkit.text.breaking import first_unit

__all__ = ["Column", "Columns", "Style", "is_indent"]

_FEW: Final = 6
"""Lines of a stretch below which its edges are those of the other pages."""
_SLACK: Final = 0.6
_FEW_BEYOND: Final = 20
"""Lines of which one may run beyond the edge that others share."""
_LONG: Final = 5
"""Width of a line, in characters, that no mark in the margin has."""
_SET_APART: Final = 3


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of a stretch of text (栏): what its lines begin and end at, in points.

    - `shown`: more than one line ends at the right edge; what one line alone reaches may be no edge.
    - `slack`: widths of a character by which a line falls short of its edge and still reaches it.
    - `level`: all its lines begin at one place, and nothing tells whether that is the edge or an indent.
    - `lost`: by how much a first line of a paragraph ends early, where the text has lost its indents.
    """

    left: float
    right: float
    shown: bool = True
    slack: float = _SLACK
    lost: float = 0.0
    level: bool = False

    def inset(self, row: PrintedLine) -> float:
        """Return how far a row begins from the left edge, in widths of a character (左缩进)."""
        return (row.left - self.left) / row.em

    def short(self, row: PrintedLine) -> float:
        """Return how far a row ends from the right edge, in widths of a character (右空)."""
        return (self.right - row.right) / row.em

    def is_full(self, row: PrintedLine, below: str, *, first: bool) -> bool:
        """Say whether what begins the next line had no room on a row (满行), the `first` of its paragraph or another."""
        short = self.short(row) - (self.lost if first else 0.0)
        return self.shown and short < first_unit(below) + self.slack

    def is_centred(self, row: PrintedLine) -> bool:
        """Say whether a row is in the middle, its edges free on both sides (居中).

        What is as far from the left as the first line of a paragraph is the first line of one.
        """
        before = self.inset(row)
        if before <= 1:
            # Most rows begin at the edge.
            return False
        behind = self.short(row)
        return behind > 1 and abs(before - behind) < 1.2 and not is_indent(before)


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs are set off (段落样式): by an `indent` of their first line, by a gap (`spaced`), or by nothing."""

    em: float
    pitch: float
    indented: bool
    flush: bool
    spaced: bool


def is_indent(inset: float) -> bool:
    """Say whether an inset is that of a paragraph's first line (首行缩进), two characters wide by the standard."""
    return 1.2 < inset < 2.9


class Columns:
    """The columns of a document's rows, and its style (全文版式).

    `typed` is the column of a text that has one, as plain text has.
    """

    def __init__(self, rows: Sequence[PrintedLine], typed: Column | None = None) -> None:
        sizes: Counter[float] = Counter()
        for row in rows:
            sizes[round(row.em * 2) / 2] += len(row.text)
        self.em = sizes.most_common(1)[0][0] if sizes else 1.0
        self._columns = self._measure(rows) if typed is None else {row.column: typed for row in rows}
        self.style = self._style(rows)

    def of(self, row: PrintedLine) -> Column:
        """Return the column that a row is in (所在栏)."""
        return self._columns[row.column]

    def is_body(self, row: PrintedLine) -> bool:
        """Say whether a row is set in the size of the text (正文字号)."""
        return 0.92 < row.em / self.em < 1.08

    def _measure(self, rows: Sequence[PrintedLine]) -> dict[int, Column]:
        stretches: defaultdict[int, list[PrintedLine]] = defaultdict(list)
        for row in rows:
            stretches[row.column].append(row)
        own = {number: self._edges(stretch) for number, stretch in stretches.items()}
        long = {number: edges for number, edges in own.items() if len(stretches[number]) >= _FEW}
        # Pages in one column have one shape; of a column beside another the edges are its own.
        alone = Counter(stretch[0].page for stretch in stretches.values())
        usual = [edges for number, edges in long.items() if alone[stretches[number][0].page] == 1]
        if not usual:
            usual = list(long.values()) or list(own.values())
        size = median(edges.right - edges.left for edges in usual) if usual else 0.0
        lefts: defaultdict[int, list[float]] = defaultdict(list)
        level = {number for number, stretch in stretches.items() if self._is_level(stretch)}
        for number, edges in long.items():
            if number not in level or len(level) == len(stretches):
                lefts[stretches[number][0].page % 2].append(edges.left)
        columns: dict[int, Column] = {}
        for number, edges in own.items():
            page = stretches[number][0].page
            if alone[page] > 1 and len(stretches[number]) >= _FEW:
                columns[number] = edges
                continue
            left = self._usual_left(lefts[page % 2], lefts[1 - page % 2], edges.left)
            # A page that holds a signature alone has lines far from its edge.
            strange = not self._fits(edges.left - left) and edges.left - left < _SET_APART * self.em
            if strange:
                # Margins of its own, as facing pages have them: the right edge may tell them.
                fitting = number not in long and self._fits(edges.left - edges.right + size)
                left = edges.right - size if fitting else edges.left
            columns[number] = Column(
                min(left, edges.left),
                max(left + size, edges.right),
                edges.shown or any(column.shown for column in usual),
                level=strange and number in level,
            )
        return columns

    def _is_level(self, rows: Sequence[PrintedLine]) -> bool:
        lefts = [row.left for row in rows if self.is_body(row) and not row.table]
        if not lefts:
            return True
        first = min(lefts)
        return max(left for left in lefts if left - first < _SET_APART * self.em) - first < 0.4 * self.em

    def _usual_left(self, same: Sequence[float], other: Sequence[float], own: float) -> float:
        """Return where lines begin on pages of the same side, and on the others where these show indents alone."""
        if not same or not other:
            return median([*same, *other] or [own])
        left, facing = median(same), median(other)
        return facing if is_indent((left - facing) / self.em) else left

    def _fits(self, inset: float) -> bool:
        """Say whether lines that begin so far from the edge are at it, or where paragraphs begin."""
        return abs(inset) < 0.4 * self.em or is_indent(inset / self.em)

    def _edges(self, rows: Sequence[PrintedLine]) -> Column:
        body = [row for row in rows if self.is_body(row) and not row.table] or list(rows)
        long = [row.left for row in body if row.right - row.left > _LONG * self.em]
        left = min([*_shared((row.left for row in body), 0.4 * self.em), *long] or [row.left for row in body])
        # What is set to the right ends short of the edge, all its lines alike.
        text = [row.right for row in body if row.left - left < _SET_APART * self.em]
        rights = _shared(text, _SLACK * self.em)
        right = max(rights, default=0.0)
        if sum(edge > right + _SLACK * self.em for edge in text) > len(text) // _FEW_BEYOND:
            return Column(left, max(row.right for row in body), shown=False)
        return Column(left, right)

    def _style(self, rows: Sequence[PrintedLine]) -> Style:
        pairs = list(self._neighbours(rows))
        pitches = Counter(round(above.base - below.base) for above, below in pairs)
        pitch = float(pitches.most_common(1)[0][0]) if pitches else 2 * self.em
        indents = flush = spaced = ends = 0
        for above, below in pairs:
            column = self.of(below)
            if self.of(above).short(above) < 2.5 + first_unit(below.text) or column.is_centred(below):
                continue
            inset = column.inset(below)
            indents += is_indent(inset)
            flush += inset < _SLACK
            ends += 1
            spaced += above.base - below.base > 1.2 * pitch
        return Style(
            self.em, pitch, indents > 1 and indents > flush, flush > 2 * indents, ends > 2 and spaced > 0.6 * ends
        )

    def _neighbours(self, rows: Sequence[PrintedLine]) -> Iterator[tuple[PrintedLine, PrintedLine]]:
        for above, below in pairwise(rows):
            plain = self.is_body(above) and self.is_body(below) and not (above.table or below.table)
            if plain and above.column == below.column and 0 < above.base - below.base < 4 * self.em:
                yield above, below


def _shared(edges: Iterable[float], slack: float) -> list[float]:
    """Return the edges that another line has as well."""
    placed = sorted(edges)
    return [
        edge
        for i, edge in enumerate(placed)
        if (i and edge - placed[i - 1] <= slack) or (i + 1 < len(placed) and placed[i + 1] - edge <= slack)
    ]
