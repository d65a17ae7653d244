"""The process that recognises the text of a scan: bytes on standard input, pieces of text on standard output (识别子进程)."""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Iterator
from importlib import import_module
from statistics import median
from typing import Any, Final

from egovkit.text import limits
from egovkit.text.breaking import width

__all__ = ["main", "pieces_of"]

_DOTS: Final = 200 / 72
"""Dots of a rendered page for each point."""
_PAGE: Final = 595.0
"""Width in points of a picture of a page: that of A4."""
_DESCENT: Final = 0.18
"""Where the baseline is above the foot of a line's box, in its height."""
_ALIKE: Final = 0.2
_LEAST: Final = 6
"""Characters from which on the width of a line tells its size."""
_WEIGHT: Final = 400
# What a picture ends with, and where that is looked for: some programs write a little after it.
_FEET: Final = {b"\xff\xd8\xff": b"\xff\xd9", b"\x89PNG": b"IEND"}
_TAIL: Final = 1 << 16

Line = tuple[float, float, float, float, str]
"""Left, top, right and foot of a line in points from the upper left corner, and what it says."""


def main() -> None:
    """Read a pdf or a picture from standard input, write the pieces of its pages to standard output (识别).

    As `egovkit.interchange.pdf.worker` does: a fault on the first line, or an empty one and the pages in JSON.
    """
    _bound()
    data = sys.stdin.buffer.read(limits.MAX_FILE + 1)
    try:
        engine = import_module("rapidocr_onnxruntime").RapidOCR()
        pages = [pieces_of(_lines(engine, image, scale), height) for image, scale, height in _images(data)]
        answer = "\n" + json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    except _FaultError as fault:
        answer = str(fault)
    except MemoryError:
        answer = "memory"
    except ImportError:
        # Some of its libraries are the system's, and a server may lack those of a desktop.
        answer = "library"
    sys.stdout.buffer.write(answer.encode("utf-8", "replace"))


class _FaultError(Exception):
    """What is wrong with the scan, in one word."""


def _bound() -> None:
    # A picture of a few bytes may stand for any number of dots.
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(limits.MAX_PIXELS)
    try:
        import resource  # not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _images(data: bytes) -> Iterator[tuple[Any, float, float]]:
    """Yield each page as an image, how many points a dot is, and how high the page is in points."""
    if not data.startswith(b"%PDF"):
        count = tiff_pages(data) if data.startswith((b"II*\x00", b"MM\x00*")) else 1
        if count > limits.MAX_SCANNED:
            raise _FaultError("pages")
        for at in range(count):
            yield _picture(data, None if count == 1 else at)
        return
    import pypdfium2  # type: ignore[import-untyped]  # has no types

    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > limits.MAX_SCANNED:
            raise _FaultError("pages")
        for page in document:
            wide, high = page.get_size()
            if wide * high * _DOTS * _DOTS > limits.MAX_PIXELS:
                raise _FaultError("memory")
            yield page.render(scale=_DOTS).to_numpy(), 1 / _DOTS, high
    except pypdfium2.PdfiumError as error:
        raise _FaultError("damaged") from error


def tiff_pages(data: bytes) -> int:
    """Return how many pages a TIFF has (页数): as many as it has directories, each of which says where the next is.

    >>> tiff_pages(b"II*\\0" + bytes([8, 0, 0, 0]) + bytes([0, 0, 14, 0, 0, 0]) + bytes(6))
    2
    """
    order = "<" if data.startswith(b"II") else ">"
    found: set[int] = set()
    try:
        (at,) = struct.unpack_from(f"{order}I", data, 4)
        while at and at not in found and len(found) <= limits.MAX_SCANNED:
            found.add(at)
            (entries,) = struct.unpack_from(f"{order}H", data, at)
            (at,) = struct.unpack_from(f"{order}I", data, at + 2 + 12 * entries)
    except struct.error as error:
        raise _FaultError("damaged") from error
    return len(found)


def _picture(data: bytes, page: int | None = None) -> tuple[Any, float, float]:
    """Return a picture, or one page of it; that of a file that ends before its mark is damaged, whatever is left of it."""
    if any(data.startswith(head) and foot not in data[-_TAIL:] for head, foot in _FEET.items()):
        raise _FaultError("damaged")
    numpy, cv2 = import_module("numpy"), import_module("cv2")
    try:
        dots = numpy.frombuffer(data, dtype=numpy.uint8)
        if page is None:
            image = cv2.imdecode(dots, cv2.IMREAD_COLOR)
        else:
            _, images = cv2.imdecodemulti(dots, cv2.IMREAD_COLOR, range=(page, page + 1))
            image = images[0] if len(images) == 1 else None
    except cv2.error as error:
        raise _FaultError("memory") from error
    if image is None:
        raise _FaultError("damaged")
    high, wide = image.shape[:2]
    return image, _PAGE / wide, high * _PAGE / wide


def _lines(engine: Any, image: Any, scale: float) -> list[Line]:
    """Return the lines that are recognised in an image; those of which the recogniser itself is not sure are left out."""
    found, _ = engine(image)
    lines: list[Line] = []
    for corners, text, _ in found or ():
        xs, ys = [x * scale for x, _ in corners], [y * scale for _, y in corners]
        if text.strip():
            lines.append((min(xs), min(ys), max(xs), max(ys), text.strip()))
    return lines


def pieces_of(lines: list[Line], height: float) -> list[tuple[float, float, float, float, int, str]]:
    """Return recognised lines as the pieces of a page that is so high (成字块): their baselines, and one size where alike.

    >>> pieces_of([(90.0, 80.0, 250.0, 98.0, "各县要做好防火工作。")], 842.0)
    [(90.0, 250.0, 747.24, 16.0, 400, '各县要做好防火工作。')]
    """
    sizes = [(right - left) / width(text) for left, _, right, _, text in lines if len(text) >= _LEAST]
    usual = median(sizes) if sizes else None
    pieces = []
    for left, top, right, foot, text in lines:
        # Of a short line the height tells more than the width.
        em = (right - left) / width(text) if len(text) >= _LEAST else (foot - top) / 1.2
        if usual is not None and abs(em - usual) < _ALIKE * usual:
            em = usual
        base = height - foot + _DESCENT * (foot - top)
        pieces.append((left, right, round(base, 3), round(em, 3), _WEIGHT, text))
    return pieces


if __name__ == "__main__":
    main()
