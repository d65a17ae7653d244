"""A document in pieces of a size, cut by its structure (分块): for search, retrieval and models with a window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate
from typing import TYPE_CHECKING

from egovkit.documents.line_breaks.wrapping import one_line
from egovkit.documents.structure.pieces import PARAGRAPHS, SENTENCES, TEXTS, pieces_of
from egovkit.models.citation import Citation
from egovkit.models.issuance import IssuanceNumber

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["Chunk", "chunks_of"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a document (分块), with what says where it is from.

    - `text`: its words, a line for each paragraph, without page numbers and what else is between them; `start` and `end`
      delimit it in the text of the document.
    - `path`: the headings that it is below, the outermost first, down to the one that holds all of it; `page` that it
      begins on, where the source has pages. Both are those of what is fresh in it.
    - `number`, `title`: of the document.
    - `citations`: what it cites, as the document has it.
    - `fresh`: where what the chunk before does not have begins; `start` where they do not overlap.
    - `oversize`: whether it is one sentence or row that is longer than was asked for, and was left whole.

    >>> from egovkit.documents.document import PolicyDocument
    >>> document = PolicyDocument.parse("关于防火的通知\\n一、总体要求\\n严禁用火。加强巡护。\\n二、其他\\n请遵照执行。")
    >>> [(chunk.path, chunk.text) for chunk in document.chunks(20)]
    [(('一、总体要求',), '一、总体要求\\n严禁用火。加强巡护。'), (('二、其他',), '二、其他\\n请遵照执行。')]
    """

    text: str
    start: int
    end: int
    path: tuple[str, ...]
    page: int | None
    number: IssuanceNumber | None
    title: str | None
    citations: tuple[Citation, ...]
    fresh: int
    oversize: bool = False

    @property
    def metadata(self) -> dict[str, str | int | bool]:
        """What a vector store keeps beside the text (元数据): plain values alone, without those that are not known."""
        cited = dict.fromkeys(_named(citation.document) for citation in self.citations)
        known = {
            "number": None if self.number is None else str(self.number),
            "title": self.title,
            "path": " > ".join(self.path) or None,
            "page": self.page,
            "start": self.start,
            "end": self.end,
            "citations": "；".join(cited) or None,
            "oversize": self.oversize,
        }
        return {name: value for name, value in known.items() if value is not None}


def _named(citation: Citation) -> str:
    number = str(citation.numbers[0].value) if citation.numbers else ""
    return f"《{citation.title}》{number}" if citation.title else number or citation.text


def chunks_of(document: PolicyDocument, size: int, overlap: int, measure: Callable[[str], int]) -> Iterator[Chunk]:
    """Yield the chunks of a document in order (分块). ValueError where the size is none, or the overlap leaves nothing of it."""
    if size < 1 or not 0 <= overlap < size:
        raise ValueError(f"a chunk has a size of 1 at least, and overlaps by less than that: {size}, {overlap}")
    return _Cutter(document, size, overlap, measure).chunks()


_Range = tuple[int, int]
"""Pieces that stand together, from the one to before the other, by their places in the list of all."""


class _Cutter:
    def __init__(self, document: PolicyDocument, size: int, overlap: int, measure: Callable[[str], int]) -> None:
        self.document = document
        self.size = size
        self.overlap = overlap
        self.measure = measure
        self.pieces = list(pieces_of(document))
        self.cited = document.citations
        self.starts = [citation.start for citation in self.cited]

    def chunks(self) -> Iterator[Chunk]:
        before = (0, 0)
        for pieces in self._cut(list(self._units())):
            yield self._chunk(self._shared(before, pieces), pieces)
            before = pieces

    # ---- what is never cut

    def _units(self) -> Iterator[_Range]:
        """Yield the pieces, headings together with what they head."""
        start, last = 0, len(self.pieces) - 1
        for at, piece in enumerate(self.pieces):
            if piece.heads and at < last and self.pieces[at + 1].cut != TEXTS:
                continue
            # Headings with nothing between them are a long table of contents, where they do not fit.
            yield from self._together([(each, each + 1) for each in range(start, at + 1)])
            start = at + 1

    # ---- where to cut

    def _fits(self, start: int, end: int) -> bool:
        return self.measure(self._text(start, end)) <= self.size - self.overlap

    def _cut(self, units: list[_Range]) -> Iterator[_Range]:
        """Yield what becomes a chunk each: cut at the highest cut that there is, and what fits together put together."""
        if not units:
            return
        start, end = units[0][0], units[-1][1]
        depth = min((self.pieces[first].cut for first, _ in units[1:]), default=None)
        if depth is None or (depth != TEXTS and self._fits(start, end)):
            yield start, end
            return
        made: list[_Range] = []
        for group in self._groups(units, depth):
            parts = list(self._cut(group))
            if len(parts) > 1 and depth < PARAGRAPHS:
                # A section that was cut stays by itself; the end of a paragraph that was cut goes with the next.
                yield from self._together(made)
                yield from parts
                made = []
            elif depth == TEXTS:
                yield from parts
            else:
                made += parts
        yield from self._together(made)

    def _groups(self, units: list[_Range], depth: int) -> Iterator[list[_Range]]:
        group = units[:1]
        for unit in units[1:]:
            if self.pieces[unit[0]].cut == depth:
                yield group
                group = []
            group.append(unit)
        yield group

    def _together(self, made: Sequence[_Range]) -> Iterator[_Range]:
        """Yield what was cut, as much of it put together as fits."""
        at = 0
        while at < len(made):
            start, taken = made[at][0], 1
            if at + 1 < len(made):
                weights = self._weights
                end = bisect_right(weights, weights[start] + self.size - self.overlap) - 1
                likely = bisect_right(made, end, lo=at, key=_end_of) - at
                taken = max(1, _most(len(made) - at, likely, partial(self._fit_together, made, at)))
            yield start, made[at + taken - 1][1]
            at += taken

    def _fit_together(self, made: Sequence[_Range], at: int, count: int) -> bool:
        return self._fits(made[at][0], made[at + count - 1][1])

    def _shared(self, before: _Range, pieces: _Range) -> int:
        """Return the first of the last sentences of the chunk before that this one has too."""
        start, end = before
        if not self.overlap or start == end or self.pieces[pieces[0]].cut == TEXTS:
            return pieces[0]

        def fits(count: int) -> bool:
            within = self.measure(self._text(end - count, end)) <= self.overlap
            return within and self.measure(self._text(end - count, pieces[1])) <= self.size

        likely = end - bisect_left(self._weights, self._weights[end] - self.overlap)
        return end - _most(end - start, likely, fits)

    @cached_property
    def _weights(self) -> list[int]:
        """How much the pieces are up to each, one by one: the whole of some of them is near it, and not always the same."""
        text = self.document.text
        each = (self.measure(text[piece.start : piece.end]) + (piece.cut != SENTENCES) for piece in self.pieces)
        return list(accumulate(each, initial=0))

    # ---- what a chunk says

    def _text(self, start: int, end: int) -> str:
        text = self.document.text
        lines: list[str] = []
        begun = ended = -1
        for piece in self.pieces[start:end]:
            for first, last in piece.spans:
                if first != ended:
                    if ended >= 0:
                        lines.append(one_line(text[begun:ended]))
                    begun = first
                ended = last
        lines.append(one_line(text[begun:ended]))
        return "\n".join(line.strip() for line in lines)

    def _chunk(self, start: int, pieces: _Range) -> Chunk:
        every, fresh = self.pieces[start : pieces[1]], self.pieces[slice(*pieces)]
        text = self._text(start, pieces[1])
        first, last = (bisect_left(self.starts, place) for place in (every[0].start, every[-1].end))
        said = [piece.path for piece in fresh if not piece.heads] or [piece.path for piece in fresh]
        return Chunk(
            text,
            every[0].start,
            every[-1].end,
            _common(said),
            fresh[0].page,
            self.document.number,
            self.document.title,
            self.cited[first:last],
            fresh[0].start,
            len(fresh) == 1 and self.measure(text) > self.size,
        )


def _end_of(pieces: _Range) -> int:
    return pieces[1]


def _most(count: int, likely: int, fits: Callable[[int], bool]) -> int:
    """Return how many of a number of things fit, at most; asked from what is likely on, since it measures the whole."""
    low, high = 0, count + 1
    at, step = max(1, min(likely, count)), 1
    while low + 1 < high:
        if fits(at):
            low, at = at, at + step
        else:
            high, at = at, at - step
        # As long as there is no bound on one side the steps grow, then what is between the bounds is halved.
        step = 2 * step if low == 0 or high > count else step
        if not low < at < high or (low and high <= count):
            at = (low + high) // 2
    return low


def _common(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    first, last = min(paths), max(paths)
    for at, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return first[:at]
    return min(first, last, key=len)
