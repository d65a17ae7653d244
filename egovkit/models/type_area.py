"""The page of the standard (版面): paper, type area (版心), lines and characters of a page.

One place for these lengths: the rules of layout judge by them, and a docx is written and laid out by them. Source: GB/T
9704-2012, 3.1, 3.2, 5.1 and 5.2; the margins of a grid by GB/T 33476.2-2016, annex A.
"""

from __future__ import annotations

from typing import Final

from egovkit.models.layout import Page

__all__ = ["CHARACTER", "CHARACTERS", "COMPENSATED", "HEIGHT", "LINE", "LINES", "MARK_ASCENT", "MARK_LINE", "MARK_TOP",
           "NOMINAL", "ORDER_TOP", "PAPER", "SLACK", "TWIPS", "WIDTH"]  # fmt: skip

TWIPS: Final = 1440 / 25.4
"""Twips, the unit of length in a docx, of one millimetre."""
PAPER: Final = (210.0, 297.0)
"""Width and height of A4 (用纸), in mm: 5.1."""
WIDTH: Final = 156.0
HEIGHT: Final = 225.0
"""The type area (版心尺寸), in mm: 5.2.1."""
LINES: Final = 22
CHARACTERS: Final = 28
"""How many lines a page has and characters a line (每面行数, 每行字数): 5.2.3."""
SLACK: Final = 1.0
"""By how much a margin may be off, in mm: 5.2.1."""
MARK_TOP: Final = 35.0
"""How far under the edge of the type area the characters of a mark begin (发文机关标志上边缘), in mm: 7.2.4."""
ORDER_TOP: Final = 20.0
"""The same of an order (命令标志上边缘): 10.2."""
MARK_LINE: Final = 1.05
"""How high the line of a mark is (标志行高), by the size of its characters."""
MARK_ASCENT: Final = 0.035
"""How much of that size is between the upper edge of such a line and its characters (标志字上空), as printed."""

_TOP: Final = 37.0
_LEFT: Final = 28.0
# The dash of a page number is 7 mm under the type area (7.5). The margin of a foot is that of its last line, which is 14
# points high, and the dash is in its middle.
_NUMBER: Final = 7.0
_HALF_A_LINE: Final = 7.0 * 25.4 / 72
# By GB/T 33476.2 half of a line's leading is taken off above and below the type area: what is measured is the characters.
_LEADING: Final = 2.42

LINE: Final = int(HEIGHT * TWIPS / LINES) / 20
"""How high a line is (行距), in points: the most of which a page has 22, 28.95. Of 29 it has 21."""
CHARACTER: Final = WIDTH * TWIPS / 20 / CHARACTERS
"""How wide a character is (字距), in points: 15.79. One of 3号, which word processors make 16 points, is set closer."""


def _page(top: float, height: float, line: float) -> Page:
    foot = round(PAPER[1] - top - height, 2)
    number = PAPER[1] - _TOP - HEIGHT - _NUMBER - _HALF_A_LINE
    return Page(*PAPER, top, foot, _LEFT, PAPER[0] - _LEFT - WIDTH, round(number, 2), "lines", line)


NOMINAL: Final = _page(_TOP, HEIGHT, LINE)
"""The page by the margins that the standard names (标称页边距): head 37 mm, binding edge 28 mm."""
COMPENSATED: Final = _page(_TOP - _LEADING, HEIGHT + 2 * _LEADING, 29.5)
"""The page by the margins of GB/T 33476.2 (补偿页边距), whose lines are set in a grid."""
