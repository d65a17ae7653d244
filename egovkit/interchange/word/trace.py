"""Where in a docx each part of its text is from (溯源): noted while it is read, counted out afterwards."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from egovkit.interchange.flow import Run, Traced, moved
from egovkit.interchange.locations import InRun, Origin, WordLocation
from egovkit.interchange.word.elements import NO_SIGN, SIGNS, W

__all__ = ["Spot", "Trace", "WordText"]

_PARAGRAPH: Final = W + "p"
_RUN: Final = W + "r"
_TEXT: Final = W + "t"
_TYPE: Final = W + "type"
# What is text of its run.
_PIECES: Final = (_TEXT, *(W + name for name in SIGNS))


class Spot(NamedTuple):
    """One piece of text of a docx (文字出处): the `run`-th run of the `paragraph`-th paragraph of a part holds it.

    Both count from 1 in the order of the part; None where it is in none. `offset` is where in the text of the run it begins.
    """

    part: str
    paragraph: int | None
    run: int | None
    offset: int
    origin: Origin


class _Noted(NamedTuple):
    """A spot while the tree is there: its paragraph and its piece of text as elements."""

    part: str
    paragraph: Any
    text: Any
    origin: Origin


@dataclass(frozen=True, slots=True)
class WordText:
    """The text of a docx and where each part of it is from (文字处理文件文本).

    - `runs`: stretches of the text and the spots they are from. `outline`: where its headings begin, with their levels.
    - `twins`: what the file has more than once and the text once, headers and footers: where it begins in the text, and the
      same text of another part.
    """

    text: str
    runs: tuple[Run, ...]
    spots: tuple[Spot, ...]
    outline: dict[int, int]
    twins: tuple[tuple[int, Traced], ...] = ()

    def locate(self, start: int, end: int) -> tuple[WordLocation, ...]:
        """Return where a stretch of the text is, piece by piece (定位): what is in one paragraph without a gap."""
        pieces: list[list[tuple[Run, Spot]]] = []
        for run in moved(self.runs, start, end, start):
            spot = self.spots[run.slot]
            last, before = pieces[-1][-1] if pieces else (None, None)
            if last is not None and before is not None and last.end == run.start and _joins(before, spot):
                pieces[-1].append((run, spot))
            else:
                pieces.append([(run, spot)])
        return tuple(map(_location, pieces))


def _joins(before: Spot, spot: Spot) -> bool:
    return (before.part, before.paragraph, before.origin) == (spot.part, spot.paragraph, spot.origin)


def _location(pieces: Sequence[tuple[Run, Spot]]) -> WordLocation:
    where = pieces[0][1]
    runs: list[InRun] = []
    for run, spot in pieces:
        if spot.run is None:
            continue
        start = spot.offset + run.offset
        end = start + run.end - run.start
        if runs and runs[-1].run == spot.run and runs[-1].end == start:
            runs[-1] = InRun(spot.run, runs[-1].start, end)
        else:
            runs.append(InRun(spot.run, start, end))
    return WordLocation(pieces[0][0].start, pieces[-1][0].end, where.part, where.paragraph, where.origin, tuple(runs))


class Trace:
    """Takes down where the text of a docx is from (记录出处); what it answers with is a number for `Flow`."""

    def __init__(self) -> None:
        self._noted: list[_Noted] = []
        self.levels: dict[int, int] = {}
        self.part = ""
        self.origin = Origin.TEXT
        self.paragraph: Any = None

    def note(self, text: Any = None, origin: Origin | None = None) -> int:
        """Take down a piece of text (记录): the element that holds it, or what it is where none does."""
        self._noted.append(_Noted(self.part, self.paragraph, text, self.origin if origin is None else origin))
        return len(self._noted) - 1

    def spots(self, roots: dict[str, Any]) -> tuple[Spot, ...]:
        """Count out which paragraphs and runs the pieces are in (计数), each part in one pass."""
        asked = {element for noted in self._noted for element in (noted.paragraph, noted.text) if element is not None}
        counted = {name: _Counted(root, asked) for name, root in roots.items()}
        return tuple(counted[noted.part].spot(noted) for noted in self._noted)

    def outline(self, traced: Traced) -> dict[int, int]:
        """Return where headings begin in a text, with their levels (大纲)."""
        found: dict[int, int] = {}
        left = dict(self.levels)
        for run in traced.runs:
            level = left.pop(run.slot, None)
            # One in the middle of a line is in the row of a table.
            if level is not None and (not run.start or traced.text[run.start - 1] == "\n"):
                found[run.start] = level
        return found


class _Counted:
    """The paragraphs and pieces of text of one part that are asked for, by number.

    Of the others nothing is kept: a part may have ten runs for each that holds anything.
    """

    def __init__(self, root: Any, asked: Collection[Any]) -> None:
        self._paragraphs: dict[Any, tuple[int, int]] = {}
        self._texts: dict[Any, tuple[int, int]] = {}
        paragraphs = runs = 0
        for element in root.iter(_PARAGRAPH, _RUN):
            if element.tag == _PARAGRAPH:
                paragraphs += 1
                if element in asked:
                    self._paragraphs[element] = paragraphs, runs
                continue
            runs += 1
            length = 0
            for piece in element.iterchildren(*_PIECES):
                if piece in asked:
                    self._texts[piece] = runs, length
                if piece.tag == _TEXT:
                    length += len(piece.text or "")
                else:
                    length += piece.get(_TYPE) not in NO_SIGN

    def spot(self, noted: _Noted) -> Spot:
        number, before = self._paragraphs.get(noted.paragraph, (None, 0))
        run, offset = self._texts.get(noted.text, (None, 0))
        if number is None or run is None:
            return Spot(noted.part, number, None, 0, noted.origin)
        return Spot(noted.part, number, run - before, offset, noted.origin)
