"""The text of one paragraph of a docx as the runs that hold it, to be cut and changed (段落文字)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from egovkit.interchange.word.runs import Names, alone, copy_run, put_text, split_before

__all__ = ["Marking", "Strand"]


@dataclass(slots=True)
class _Piece:
    """`start` to `end` of the text is what begins at `offset` of a piece of text."""

    start: int
    end: int
    text: Any
    offset: int


@dataclass(slots=True)
class Marking:
    """Who makes tracked changes (修订者), when, and the number of the next one."""

    author: str
    date: str
    number: int

    def element(self, near: Any, names: Names, name: str) -> Any:
        """Return an empty tracked change (修订标记)."""
        new = near.makeelement(names(name), nsmap=near.nsmap)
        new.set(names("id"), str(self.number))
        new.set(names("author"), self.author)
        new.set(names("date"), self.date)
        self.number += 1
        return new


class Strand:
    """The pieces of text of one paragraph in order (段落文字): places are those of the whole text."""

    def __init__(self, part: str, names: Names) -> None:
        self.part = part
        self._names = names
        self._pieces: list[_Piece] = []
        self._starts: list[int] = []

    def add(self, start: int, end: int, text: Any, offset: int) -> None:
        """Add a stretch that a piece of text holds (添加), after all that were added."""
        self._pieces.append(_Piece(start, end, text, offset))
        self._starts.append(start)

    def holds(self, start: int, end: int) -> bool:
        """Say whether a stretch is all of it in pieces of text (是否可改), without a gap."""
        at = start
        for piece in self._over(start, end):
            if piece.start > at:
                return False
            at = piece.end
        return at >= end

    def _over(self, start: int, end: int) -> Iterator[_Piece]:
        index = self._index(start)
        while index < len(self._pieces) and (piece := self._pieces[index]).start < end:
            if piece.end > start:
                yield piece
            index += 1

    def _index(self, at: int) -> int:
        """Return where among the pieces the one is that a place is in or follows; 0 where it is before all."""
        return max(0, bisect_right(self._starts, at) - 1)

    def cut(self, at: int) -> None:
        """Let a run begin at a place (切开), which is inside or at the beginning of a piece."""
        index = self._index(at)
        if index < len(self._pieces) and self._pieces[index].start <= at < self._pieces[index].end:
            self._cut(index, at - self._pieces[index].start)

    def _cut(self, index: int, inside: int) -> None:
        piece = self._pieces[index]
        offset, old = piece.offset + inside, piece.text
        new = split_before(old, offset, self._names)
        if new is old:
            return
        # What a piece of text holds stays together.
        after = index + 1 if inside else index
        while after < len(self._pieces) and (other := self._pieces[after]).text is old:
            other.text, other.offset = new, other.offset - offset
            after += 1
        if inside:
            self._pieces.insert(index + 1, _Piece(piece.start + inside, piece.end, new, 0))
            self._starts.insert(index + 1, piece.start + inside)
            piece.end = piece.start + inside

    @property
    def start(self) -> int:
        """Where the first piece begins (起点): what is before it no run holds."""
        return self._starts[0] if self._starts else 0

    def runs(self, start: int, end: int) -> list[Any]:
        """Return the runs of a stretch alone (取文字块), cut where they do not begin and end with it."""
        self.cut(end)
        self.cut(start)
        return list(dict.fromkeys(piece.text.getparent() for piece in self._over(start, end)))

    def run_at(self, at: int) -> Any:
        """Return the run that begins at a place (取文字块), cut where it does not."""
        self.cut(at)
        return self._pieces[self._index(at)].text.getparent()

    def run_before(self, at: int) -> Any:
        """Return the run that ends at a place (取前一文字块), cut where it does not."""
        self.cut(at)
        last = self._pieces[self._index(at - 1)]
        following = next(last.text.itersiblings(), None)
        if following is not None:
            split_before(following, 0, self._names)
        return last.text.getparent()

    def replace(self, start: int, end: int, new: str) -> None:
        """Change a stretch in its runs (替换); the first of them takes what is new. To be called from the end on."""
        pieces = list(self._over(start, end)) if start < end else [self._beside(start)]
        for piece in pieces:
            first = piece.offset + max(start, piece.start) - piece.start
            last = piece.offset + min(end, piece.end) - piece.start
            whole = piece.text.text or ""
            put_text(piece.text, whole[:first] + new + whole[last:])
            new = ""

    def _beside(self, at: int) -> _Piece:
        """Return the piece that what is inserted at a place joins: the one before it, else the one after."""
        before = self._pieces[self._index(max(0, at - 1))]
        return before if before.start < at <= before.end else self._pieces[self._index(at)]

    def track(self, start: int, end: int, new: str, marking: Marking) -> None:
        """Change a stretch as tracked changes (修订): what was there is deleted, what is new inserted after it."""
        names = self._names
        if start < end:
            self.cut(start)
            self.cut(end)
            pieces = list(self._over(start, end))
            runs = [alone(piece.text, names) for piece in pieces]
        else:
            pieces, runs = [], [self.run_before(start) if self._ends(start) else self.run_at(start)]
        last = runs[-1]
        for piece, run in zip(pieces, runs, strict=False):
            last = marking.element(run, names, "del")
            run.addprevious(last)
            last.tail, run.tail = run.tail, None
            last.append(run)
            piece.text.tag = names("delText")
        if new:
            inserted = marking.element(runs[0], names, "ins")
            run = copy_run(runs[0], names)
            for change in list(run.iter(names("rPrChange"))):
                change.getparent().remove(change)
            text = run.makeelement(names("t"), nsmap=run.nsmap)
            put_text(text, new)
            run.append(text)
            inserted.append(run)
            if start < end or self._ends(start):
                last.addnext(inserted)
            else:
                last.addprevious(inserted)

    def _ends(self, at: int) -> bool:
        """Say whether a piece reaches to a place from before it."""
        piece = self._pieces[self._index(at - 1)]
        return piece.start < at <= piece.end
