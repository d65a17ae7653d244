"""What the pages of a pdf show, and where (版面实测): characters and rules, in millimetres from the upper left corner."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from egovkit.interchange.extras import extra

__all__ = ["Glyph", "PrintedPage", "Rule", "printed_pages"]

_MM: Final = 25.4 / 72
# A rule is long and thin.
_LONG: Final = 20.0
_THIN: Final = 2.0


class Glyph(NamedTuple):
    """A character as it is printed (字形): its ink from `left`, `top` to `right`, `bottom`, its baseline, its size in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    font: str


class Rule(NamedTuple):
    """A horizontal rule (横线): its ink, and whether it is red."""

    left: float
    top: float
    right: float
    bottom: float
    red: bool

    @property
    def width(self) -> float:
        """How long it is (线长), in mm."""
        return self.right - self.left


class PrintedPage(NamedTuple):
    """One page (页): its characters in the order of the file, its horizontal rules from the top."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]

    @property
    def lines(self) -> list[list[Glyph]]:
        """Its characters by line, from the top (各行)."""
        rows: dict[int, list[Glyph]] = {}
        for glyph in sorted(self.glyphs, key=lambda one: one.base):
            at = next((key for key in rows if abs(key / 100 - glyph.base) < glyph.size * _MM / 3), None)
            rows.setdefault(round(glyph.base * 100) if at is None else at, []).append(glyph)
        return [sorted(row, key=lambda one: one.left) for _, row in sorted(rows.items())]


def printed_pages(data: bytes) -> list[PrintedPage]:
    """Return what the pages of a pdf show (实测各页). Needs the extra `pdf`, and a pdf that is trusted, as one just printed."""
    pypdfium2 = extra("pypdfium2", "pdf", "to read a pdf")
    raw = extra("pypdfium2.raw", "pdf", "to read a pdf")
    document = pypdfium2.PdfDocument(data)
    try:
        return [_page(document[index], raw) for index in range(len(document))]
    finally:
        document.close()


def _page(page: Any, raw: Any) -> PrintedPage:
    width, height = page.get_size()
    glyphs = tuple(_glyphs(page.get_textpage(), height, raw))
    rules = sorted(_rules(page, height, raw), key=lambda rule: rule.top)
    return PrintedPage(width * _MM, height * _MM, glyphs, tuple(rules))


def _glyphs(text: Any, height: float, raw: Any) -> Iterator[Glyph]:
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    matrix = raw.FS_MATRIX()
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        if code <= 0x20 or code in (0xA0, 0x3000, 0xFFFE, 0xFFFF):
            continue
        raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        size = raw.FPDFText_GetFontSize(text, at)
        if raw.FPDFText_GetMatrix(text, at, matrix):
            size *= abs(matrix.d)
        yield Glyph(
            chr(code),
            left.value * _MM,
            (height - top.value) * _MM,
            right.value * _MM,
            (height - bottom.value) * _MM,
            (height - y.value) * _MM,
            size,
            _font(text, at, raw),
        )


def _font(text: Any, at: int, raw: Any) -> str:
    flags = ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(text, at, None, 0, flags)
    if not size:
        return ""
    held = ctypes.create_string_buffer(size)
    raw.FPDFText_GetFontInfo(text, at, held, size, flags)
    return held.value.decode("utf-8", "replace").rpartition("+")[2]


def _rules(page: Any, height: float, raw: Any) -> Iterator[Rule]:
    left, bottom, right, top, weight = (ctypes.c_float() for _ in range(5))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    shades = [ctypes.c_uint() for _ in range(4)]
    for held in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        raw.FPDFPageObj_GetBounds(held.raw, left, bottom, right, top)
        raw.FPDFPath_GetDrawMode(held.raw, fill, stroke)
        raw.FPDFPageObj_GetStrokeWidth(held.raw, weight)
        # The library gives what is drawn with a pen as much room again as the pen is wide, and at its ends twice of that.
        pen = weight.value if stroke.value else 0.0
        edges = left.value + pen, height - top.value + pen / 2, right.value - pen, height - bottom.value - pen / 2
        if (edges[2] - edges[0]) * _MM < _LONG or (edges[3] - edges[1]) * _MM > _THIN:
            continue
        (raw.FPDFPageObj_GetStrokeColor if stroke.value else raw.FPDFPageObj_GetFillColor)(held.raw, *shades)
        red = shades[0].value > 128 and shades[1].value < 100
        yield Rule(edges[0] * _MM, edges[1] * _MM, edges[2] * _MM, edges[3] * _MM, red)
