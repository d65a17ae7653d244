"""How the lines of a file end (行尾), where a reader makes a line feed of each: the way back to the file as stored."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from egovkit.checks.finding import Edit

__all__ = ["LineEnds", "line_feeds"]


def line_feeds(stored: str) -> str:
    """Return a text whose lines end in a line feed each (统一行尾).

    >>> line_feeds("甲\\r\\n乙\\r丙\\n")
    '甲\\n乙\\n丙\\n'
    """
    return stored.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class LineEnds:
    """The line ends of a file, for the places of a text read from it (行尾).

    - `pairs`: where the text read has a line feed and the file two characters, in order.
    - `newline`: what ends a line of the file, for what is written into it.

    As made without arguments it is of a text that was not changed by reading. A byte order mark is no character of
    the text, here as in SARIF.

    >>> ends = LineEnds.of("第一行\\r\\n第二行")
    >>> ends.place(3), ends.place(4)
    (3, 5)
    """

    pairs: Sequence[int] = field(default=(), hash=False)
    newline: str = "\n"

    @classmethod
    def of(cls, stored: str) -> Self:
        """Return the line ends of a text as its file holds it (取行尾)."""
        # A file may be nothing but lines of one character: as objects its places would take nine times the file.
        pairs = array("I")
        at = stored.find("\r\n")
        while at >= 0:
            pairs.append(at - len(pairs))
            at = stored.find("\r\n", at + 2)
        is_old = not pairs and "\r" in stored and "\n" not in stored
        return cls(pairs or (), "\r\n" if pairs else "\r" if is_old else "\n")

    def place(self, offset: int) -> int:
        """Return where in the file stands what is at an offset of the text read (定位), in code points."""
        return offset + bisect_left(self.pairs, offset)

    def write(self, text: str) -> str:
        """Return a text with its line feeds written as the file's line ends (写行尾)."""
        return text.replace("\n", self.newline)

    def apply(self, stored: str, edits: Iterable[Edit]) -> str:
        """Apply edits of the text read, in order of place, to the text as its file holds it (应用修改)."""
        parts, at = [], 0
        for edit in edits:
            parts += [stored[at : self.place(edit.start)], self.write(edit.replacement)]
            at = self.place(edit.end)
        return "".join([*parts, stored[at:]])
