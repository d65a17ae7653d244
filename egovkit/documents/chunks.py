"""A document in pieces of a size, cut by its structure (分块): for search, retrieval and models with a window."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from egovkit.documents.pieces import PARAGRAPHS, TEXTS, Piece, pieces_of
from egovkit.documents.wrapping import one_line
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
      begins on, where the source has pages.
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


class _Cutter:
    def __init__(self, document: PolicyDocument, size: int, overlap: int, measure: Callable[[str], int]) -> None:
        self.document = document
        self.size = size
        self.overlap = overlap
        self.measure = measure
        self.cited = document.citations
        self.starts = [citation.start for citation in self.cited]

    def chunks(self) -> Iterator[Chunk]:
        before: list[Piece] = []
        for pieces in self._cut(self._units()):
            shared = self._shared(before, pieces)
            yield self._chunk(shared, pieces)
            before = pieces

    # ---- what is never cut

    def _units(self) -> list[list[Piece]]:
        """Return the pieces, a heading together with what it heads."""
        units: list[list[Piece]] = []
        heading: list[Piece] = []
        for piece in pieces_of(self.document):
            if heading and (piece.cut == TEXTS or not self._fits([*heading, piece])):
                units.append(heading)
                heading = []
            heading.append(piece)
            if not piece.heads:
                units.append(heading)
                heading = []
        return [*units, heading] if heading else units

    # ---- where to cut

    def _fits(self, pieces: Sequence[Piece]) -> bool:
        return self.measure(self._text(pieces)) <= self.size - self.overlap

    def _cut(self, units: list[list[Piece]]) -> Iterator[list[Piece]]:
        """Yield what becomes a chunk each: cut at the highest cut that there is, and what fits together put together."""
        if not units:
            return
        whole = [piece for unit in units for piece in unit]
        depth = min((unit[0].cut for unit in units[1:]), default=None)
        if depth is None or (depth != TEXTS and self._fits(whole)):
            yield whole
            return
        made: list[list[Piece]] = []
        for group in _groups(units, depth):
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

    def _together(self, made: list[list[Piece]]) -> Iterator[list[Piece]]:
        """Yield what was cut, as much of it put together as fits."""
        at = 0
        while at < len(made):
            fits = partial(self._fit_together, made, at)
            taken = max(1, _most(len(made) - at, fits))
            yield list(chain.from_iterable(made[at : at + taken]))
            at += taken

    def _fit_together(self, made: list[list[Piece]], at: int, count: int) -> bool:
        return self._fits(list(chain.from_iterable(made[at : at + count])))

    def _shared(self, before: list[Piece], pieces: list[Piece]) -> list[Piece]:
        """Return the last sentences of the chunk before that this one has too."""
        if not self.overlap or not before or pieces[0].cut == TEXTS:
            return []

        def fits(count: int) -> bool:
            last = before[-count:]
            within = self.measure(self._text(last)) <= self.overlap
            return within and self.measure(self._text([*last, *pieces])) <= self.size

        count = _most(len(before), fits)
        return before[-count:] if count else []

    # ---- what a chunk says

    def _text(self, pieces: Sequence[Piece]) -> str:
        text = self.document.text
        lines: list[str] = []
        begun = ended = -1
        for start, end in (span for piece in pieces for span in piece.spans):
            if start != ended:
                if ended >= 0:
                    lines.append(one_line(text[begun:ended]))
                begun = start
            ended = end
        lines.append(one_line(text[begun:ended]))
        return "\n".join(line.strip() for line in lines)

    def _chunk(self, shared: list[Piece], pieces: list[Piece]) -> Chunk:
        every = [*shared, *pieces]
        text = self._text(every)
        first, last = (bisect_left(self.starts, place) for place in (every[0].start, every[-1].end))
        said = [piece.path for piece in pieces if not piece.heads] or [piece.path for piece in pieces]
        return Chunk(
            text,
            every[0].start,
            every[-1].end,
            _common(said),
            pieces[0].page,
            self.document.number,
            self.document.title,
            self.cited[first:last],
            pieces[0].start,
            len(pieces) == 1 and self.measure(text) > self.size,
        )


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """Return how many of a number of things fit, at most; asked few times, since each asks for the whole to be measured."""
    low, step = 0, 1
    while low + step <= count and fits(low + step):
        low += step
        step *= 2
    high = min(low + step, count + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _groups(units: list[list[Piece]], depth: int) -> Iterator[list[list[Piece]]]:
    group = units[:1]
    for unit in units[1:]:
        if unit[0].cut == depth:
            yield group
            group = []
        group.append(unit)
    yield group


def _common(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    first, last = min(paths), max(paths)
    for at, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return first[:at]
    return min(first, last, key=len)
