"""The text of one paragraph of a docx as the runs that hold it, to be cut and changed (段落文字)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from egovkit.interchange.word_runs import Names, alone, copy_run, put_text, split_before

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

    def add(self, start: int, end: int, text: Any, offset: int) -> None:
        """Add a stretch that a piece of text holds (添加), after all that were added."""
        self._pieces.append(_Piece(start, end, text, offset))

    def holds(self, start: int, end: int) -> bool:
        """Say whether a stretch is all of it in pieces of text (是否可改), without a gap."""
        at = start
        for piece in self._over(start, end):
            if piece.start > at:
                return False
            at = piece.end
        return at >= end

    def _over(self, start: int, end: int) -> Iterator[_Piece]:
        return (piece for piece in self._pieces if piece.start < end and piece.end > start)

    def cut(self, at: int) -> None:
        """Let a run begin at a place (切开), which is inside or at the beginning of a piece."""
        for piece in self._pieces:
            if piece.start <= at < piece.end:
                self._cut(piece, at - piece.start)
                return

    def _cut(self, piece: _Piece, inside: int) -> None:
        offset, old = piece.offset + inside, piece.text
        new = split_before(old, offset, self._names)
        if new is not old:
            for other in self._pieces:
                if other.text is old and other.offset >= offset:
                    other.text, other.offset = new, other.offset - offset
            if inside:
                index = self._pieces.index(piece)
                self._pieces.insert(index + 1, _Piece(piece.start + inside, piece.end, new, 0))
                piece.end = piece.start + inside

    def run_at(self, at: int) -> Any:
        """Return the run that begins at a place (取文字块), cut where it does not."""
        self.cut(at)
        return next(piece.text.getparent() for piece in self._pieces if piece.start == at)

    def run_before(self, at: int) -> Any:
        """Return the run that ends at a place (取前一文字块), cut where it does not."""
        self.cut(at)
        last = next(piece for piece in self._pieces if piece.end == at)
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
        found = [piece for piece in self._pieces if piece.start <= at <= piece.end]
        return found[0]

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
        return any(piece.end == at for piece in self._pieces) or any(
            piece.start < at < piece.end for piece in self._pieces
        )
