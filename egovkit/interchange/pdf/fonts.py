"""The one font that the worker has for Chinese text whose font is not in the pdf (代用字体): a box for every character.

The library would look through the fonts of the machine, load one of some 20 MB for each pdf, and where there is none lose
lines of a mark alone (。): what is read would depend on the machine. Only places are asked of the font, never a picture.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from typing import Any, Final

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # has no types

__all__ = ["BOXES", "use_boxes"]

_CHINESE: Final = frozenset((128, 129, 130, 134, 136))
"""The numbers by which the library calls the character sets of Japanese, Korean and Chinese."""
_WHOLE: Final = 0
"""The table by which the library asks for the whole of a font."""
_EM: Final = 1000
_BOX: Final = (40, -80, 960, 840)
"""Left, foot, right and top of what print shows of a character."""

_kept: list[Any] = []


def use_boxes() -> None:
    """Have the library take the font of boxes for Chinese text, and no font of the machine (使用代用字体)."""
    types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    asked: dict[str, Callable[..., int | None]] = {
        "Release": lambda *_: None,
        "EnumFonts": lambda *_: None,
        "MapFont": lambda *told: 1 if told[3] in _CHINESE else None,
        "GetFont": lambda *_: None,
        "GetFontData": lambda *told: _copy(*told[2:]),
        "GetFaceName": lambda *_: 0,
        "GetFontCharset": lambda *_: 0,
        "DeleteFont": lambda *_: None,
    }
    fonts = pdfium.FPDF_SYSFONTINFO(version=1, **{name: types[name](answer) for name, answer in asked.items()})
    # The library calls them as long as it is loaded.
    _kept.append(fonts)
    pdfium.FPDF_SetSystemFontInfo(fonts)


def _copy(table: int, buffer: Any, size: int) -> int:
    if table != _WHOLE:
        return 0
    if buffer and size >= len(BOXES):
        ctypes.memmove(buffer, BOXES, len(BOXES))
    return len(BOXES)


def _font() -> bytes:
    """Return a TrueType font of two characters: what is missing, and a box that stands for all others."""
    left, foot, right, top = _BOX
    corners = struct.pack(">hhhhhHH4B", 1, left, foot, right, top, 3, 0, 1, 1, 1, 1)
    steps = (left, 0, right - left, 0), (foot, top - foot, 0, foot - top)
    box = corners + b"".join(struct.pack(">4h", *along) for along in steps)
    box += bytes(-len(box) % 4)
    group = struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1)
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + group,
        b"glyf": box,
        b"head": struct.pack(">IIIIHHqqhhhhHHhhh", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, _EM, 0, 0, *_BOX, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 1 << 16, 880, -120, 0, _EM, left, left, right, *[0] * 8, 1),
        b"hmtx": struct.pack(">Hhh", _EM, left, 0),
        b"loca": struct.pack(">3I", 0, 0, len(box)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 1 << 16, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    at = 12 + 16 * len(tables)
    places, held = b"", b""
    for name, table in tables.items():
        places += struct.pack(">4sIII", name, 0, at + len(held), len(table))
        held += table + bytes(-len(table) % 4)
    return struct.pack(">IHHHH", 1 << 16, len(tables), 64, 2, 48) + places + held


BOXES: Final = _font()
"""The font, as a file."""
