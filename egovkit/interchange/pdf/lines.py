"""What the pdf library finds on a page, piece by piece, with the place of each (版面字块); used by the worker alone."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # has no types

from egovkit.text.breaking import width

__all__ = ["Pieces"]

_BLANK: Final = re.compile("[ \u00a0\u2002\u2003\u3000\t]+")
_CELL_GAP: Final = 1.7
"""Gap in a line, in widths of a character, from which on its sides are pieces of their own."""
_STRETCHED: Final = 0.9
"""Gap below which a blank of a line that is all blanks (请 遵 照) is what its justification left."""
_DRIFT: Final = 0.6
"""Step between baselines, in widths of a character, from which on a line of the library is two."""
_WIDE: Final = "\u2e80"


class Pieces:
    """Reads the pieces of one page (取字块).

    A piece is `(left, right, baseline, em, weight, text)`: in points, the baseline measured from the foot of the page.
    The library is asked for the places of the first and the last character of a line only, and of those around its
    blanks: to ask for each takes longer than to read the page.
    """

    def __init__(self, page: Any) -> None:
        self._page = page
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at_x, self._at_y = ctypes.byref(self._x), ctypes.byref(self._y)
        self._matrix = pdfium.FS_MATRIX()
        self._at_matrix = ctypes.byref(self._matrix)
        self._turn: tuple[float, float] | None = None

    def of(self, text: str) -> Iterator[tuple[float, float, float, float, int, str]]:
        """Yield the pieces of the page's text, in the order in which the page prints them (逐块)."""
        step = 0
        for line in text.split("\r\n"):
            bare = line.strip()
            if bare:
                start = line.index(bare[0])
                yield from self._line(bare, step + start)
            step += len(line) + 2

    def _line(self, line: str, step: int) -> Iterator[tuple[float, float, float, float, int, str]]:
        first = self._index(step)
        em = self._em(first)
        weight = int(pdfium.FPDFText_GetFontWeight(self._page, first))
        left, base = self._origin(first)
        last, last_base = self._origin(self._index(step + len(line) - 1))
        parts: list[str] = []
        at = 0
        for begin, end, blank in self._gaps(line, step, em, abs(last_base - base) > _DRIFT * em):
            parts.append(line[at:begin])
            if blank is None:
                right = self._origin(self._index(step + begin - 1))[0] + em * width(line[begin - 1])
                yield left, right, base, em, weight, "".join(parts)
                parts.clear()
                left, base = self._origin(self._index(step + end))
            else:
                parts.append(blank)
            at = end
        yield left, last + em * width(line[-1]), base, em, weight, "".join([*parts, line[at:]])

    def _gaps(self, line: str, step: int, em: float, drifts: bool) -> Iterator[tuple[int, int, str | None]]:
        """Yield where blanks are in a line, and what they are in its text; None where a piece ends."""
        if drifts:
            # The library joins the halves of a word that print breaks: each character is looked at.
            y = self._origin(self._index(step))[1]
            for at in range(1, len(line)):
                here = self._origin(self._index(step + at))[1]
                if not line[at].isspace() and abs(here - y) > _DRIFT * em:
                    y = here
                    yield at, at, None
            return
        blanks = list(_BLANK.finditer(line))
        stretched = len(blanks) > 2 and 3 * len(blanks) > len(line) - len(blanks)
        for found in blanks:
            begin, end = found.span()
            before = self._origin(self._index(step + begin - 1))[0] + em * width(line[begin - 1])
            gap = self._origin(self._index(step + end))[0] - before
            if gap > _CELL_GAP * em:
                yield begin, end, None
            elif stretched and gap < _STRETCHED * em and line[begin - 1] >= _WIDE and line[end] >= _WIDE:
                made = pdfium.FPDFText_IsGenerated(self._page, self._index(step + begin)) == 1
                yield begin, end, "" if made else found[0]

    def _index(self, at: int) -> int:
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, at))

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._at_x, self._at_y)
        if self._turn is None:
            return self._x.value, self._y.value
        along, across = self._turn
        return self._x.value * along + self._y.value * across, self._y.value * along - self._x.value * across

    def _em(self, index: int) -> float:
        size = float(pdfium.FPDFText_GetFontSize(self._page, index))
        self._turn = None
        if pdfium.FPDFText_GetMatrix(self._page, index, self._at_matrix):
            a, b = self._matrix.a, self._matrix.b
            size *= (a * a + b * b) ** 0.5
            if abs(b) > abs(a):
                # Text that runs up or down the page belongs to a page that is read turned.
                self._turn = 0.0, 1.0 if b > 0 else -1.0
        return size if size > 0 else 1.0
