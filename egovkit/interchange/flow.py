"""Text as it flows out of a page or a word processor: lines, cells, and where each part came from (文本流)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["PAGE_NUMBER", "Flow", "Run", "Traced", "moved", "on_lines"]

PAGE_NUMBER: Final = LatePattern(r"[\s\d０-９—–\-－·.第共页/／]*")
"""A line of a header or footer that is no more than the number of its page."""

_CHUNK: Final = LatePattern(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
_BLANK: Final = LatePattern(r"[ \t\n\r\f]")
# From here on characters are as wide as a Chinese one: a line break of the source between two of them is no blank.
_WIDE: Final = "\u2e80"
_LABEL_END: Final = "：:"
_LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE: Final = LatePattern(rf"[{_LINE_ENDS}]|[^{_LINE_ENDS}]+")


@quickly_made
@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is in the source as it is (连续片段).

    `start` to `end` of the text read is what begins at `offset` in the `slot`-th piece of text of the source.
    """

    start: int
    end: int
    slot: int
    offset: int


@quickly_made
@dataclass(frozen=True, slots=True)
class Traced:
    """A text and where its parts are from (溯源文本); its runs are in order and do not overlap."""

    text: str
    runs: tuple[Run, ...] = ()

    def after(self, mark: str) -> Traced:
        """Return the text after a mark that is from nowhere (加标记)."""
        return Traced(mark + self.text, tuple(moved(self.runs, 0, len(self.text), len(mark))))

    def lines(self) -> list[Traced]:
        """Return its lines, each with the runs in it (分行)."""
        found: list[Traced] = []
        at = 0
        for line in self.text.split("\n"):
            found.append(Traced(line, tuple(moved(self.runs, at, at + len(line), 0))))
            at += len(line) + 1
        return found


_start_of: Final = attrgetter("start")


def moved(runs: Sequence[Run], start: int, end: int, at: int) -> list[Run]:
    """Return what runs say of a stretch of their text that is at `at` of another (移位)."""
    found: list[Run] = []
    step = at - start
    index = max(0, bisect_right(runs, start, key=_start_of) - 1) if start else 0
    while index < len(runs) and (run := runs[index]).start < end:
        first, last = max(run.start, start), min(run.end, end)
        if first < last:
            found.append(Run(first + step, last + step, run.slot, run.offset + first - run.start))
        index += 1
    return found


def on_lines(parts: Iterable[Traced]) -> Traced:
    """Return texts one under another, those that are empty left out (上下相接).

    >>> on_lines([Traced("甲", (Run(0, 1, 0, 0),)), Traced(""), Traced("乙", (Run(0, 1, 1, 0),))]).runs[1].start
    2
    """
    texts: list[str] = []
    runs: list[Run] = []
    at = 0
    for part in parts:
        if part.text:
            texts.append(part.text)
            runs += moved(part.runs, 0, len(part.text), at)
            at += len(part.text) + 1
    return Traced("\n".join(texts), tuple(runs))


class Flow:
    """Collects text into lines (文本流): no empty line, no blanks at the edges of one.

    >>> flow = Flow()
    >>> flow.collapse("　　各省、\\n  自治区")
    >>> flow.end_line(); flow.end_line(); flow.keep("第 二 行 ")
    >>> flow.text()
    '各省、自治区\\n第 二 行'
    """

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._parts: list[str] = []
        self._length = 0
        # What is due before the next character: a line end, so many tabs, a blank, or a line break of the source.
        self._line = False
        self._tabs = 0
        self._blank = self._break = False
        self._in_row = self._is_pair = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added yet (为空)."""
        return not self._length

    def collapse(self, raw: str, slot: int = -1) -> None:
        """Add text whose white space counts as one blank, as in HTML (折叠空白)."""
        if _BLANK.search(raw) is None:
            self._add(raw, slot, 0)
            return
        for found in _CHUNK.finditer(raw):
            chunk = found[0]
            if chunk[0] not in " \t\n\r\f":
                self._add(chunk, slot, found.start())
            elif "\n" in chunk or "\r" in chunk:
                self._break = True
            else:
                self._blank = True

    def keep(self, raw: str, slot: int = -1) -> None:
        """Add text whose blanks and line ends stay (保留空白)."""
        for found in _LINE.finditer(raw):
            if found[0][0] in _LINE_ENDS:
                self.end_line()
            else:
                self._add(found[0], slot, found.start())

    def take(self, other: Traced) -> None:
        """Add text as `keep` does, with what is known of its parts (并入)."""
        for found in _LINE.finditer(other.text):
            if found[0][0] in _LINE_ENDS:
                self.end_line()
                continue
            # Of a line that begins with blanks its end is kept.
            kept = self._add(found[0], -1, 0)
            if other.runs:
                self.runs += moved(other.runs, found.end() - kept, found.end(), self._length - kept)

    def traced(self) -> Traced:
        """Return what was collected, and where its parts are from (溯源全文)."""
        return Traced(self.text(), tuple(self.runs))

    def end_line(self) -> None:
        """End the line, if there is one (换行); inside the cell of a table that is a blank."""
        if self._in_row:
            self._blank = True
        else:
            self._line = True

    def open_cell(self, *, first: bool) -> None:
        """Begin a cell of a table (单元格); a value follows its label at once, the next label begins a line."""
        if first:
            self.end_row()
            self._in_row = True
        else:
            self._tabs += 1

    def end_row(self) -> None:
        """End the row of a table (表行)."""
        self._in_row = self._is_pair = False
        self._tabs = 0
        self._line = True

    def text(self) -> str:
        """Return what was collected (全文)."""
        self._trim()
        return "".join(self._parts)

    def _add(self, chunk: str, slot: int, offset: int) -> int:
        """Add a chunk of one line, and say how many characters of it are left without the blanks before it."""
        if self._line or self._tabs or not self._length:
            bare = chunk.lstrip(BLANKS)
            offset += len(chunk) - len(bare)
            chunk = bare
        if not chunk:
            return 0
        gap = self._gap(chunk)
        self._line = self._blank = self._break = False
        self._tabs = 0
        if gap:
            self._put(gap)
        if slot >= 0:
            self.runs.append(Run(self._length, self._length + len(chunk), slot, offset))
        self._put(chunk)
        return len(chunk)

    def _gap(self, chunk: str) -> str:
        if self._line or self._tabs:
            self._trim()
        last = self._parts[-1][-1] if self._parts else ""
        if self._line:
            return ("\n" if last else "") + "\t" * self._tabs
        if self._tabs:
            if not last:
                return "\t" * self._tabs
            is_label, self._is_pair, was_pair = last in _LABEL_END, False, self._is_pair
            if is_label and self._tabs == 1:
                self._is_pair = True
                return ""
            return "\n" if is_label or was_pair else "\t" * self._tabs
        if self._blank:
            return " " if last else ""
        return " " if self._break and last and not (last >= _WIDE and chunk[0] >= _WIDE) else ""

    def _put(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)

    def _trim(self) -> None:
        """Take the blanks off the end of the line."""
        while self._parts and self._parts[-1][-1] in BLANKS:
            last = self._parts.pop()
            bare = last.rstrip(BLANKS)
            self._length -= len(last) - len(bare)
            if bare:
                self._parts.append(bare)
            while self.runs and self.runs[-1].end > self._length:
                run = self.runs.pop()
                if run.start < self._length:
                    self.runs.append(Run(run.start, self._length, run.slot, run.offset))
