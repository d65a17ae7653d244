"""The text of a pdf, its pieces read in a process of their own and its paragraphs rebuilt (版式文件文本)."""

from __future__ import annotations

import json
import sys
from functools import cache
from importlib.util import find_spec
from typing import Any, Final

from egovkit.data import rows
from egovkit.errors import ReadError
from egovkit.interchange.extras import extra
from egovkit.interchange.pages import Paged
from egovkit.interchange.processes import ask_process
from egovkit.text import limits
from egovkit.text.folding import BLANKS

__all__ = ["clean_pages", "read_pages", "read_pdf"]

# What the worker says in place of a text, and what that means to the reader.
_FAULTS: Final = {
    "encrypted": ("read.encrypted", "the pdf is encrypted: open it with its password and save it without one"),
    "pages": ("read.pages", "the pdf has more than {most} pages: split it"),
    "size": ("read.size", "the pdf holds more text than a document: split it"),
    "damaged": (
        "read.truncated",
        "the pdf is damaged, incomplete or too large to be read: fetch it again, or print it to a new pdf",
    ),
    "memory": ("read.bomb", "the pdf takes too much memory: print it to a new pdf and read that"),
}


_WORKER: Final = ["-m", "egovkit.interchange.pdf.worker"]

_FORKS: Final = sys.platform == "linux"
"""Whether processes are forked: on macOS the system's own libraries do not bear it, and Windows has no forks."""

_TAIL: Final = 1 << 16
"""Bytes at the end of a pdf in which its end mark stands."""


def read_pdf(data: bytes) -> str:
    """Read the text of a pdf (读取版式文件), a line for each paragraph, with the page numbers that have a mark (— 1 —).

    As `read_pages`, without the places.
    """
    return read_pages(data).text


def read_pages(data: bytes) -> Paged:
    """Read the text of a pdf with the place of each of its lines (读取版式文件及行位置).

    Lines that print broke are paragraphs again, across pages too, as far as their places show it; rows of a table
    have tabs between their cells. Running heads are left out. Radicals that some fonts put in place of characters
    (⼀ for 一) become the characters. A pdf without text is a scan, and a ReadError.

    The pdf library is native code, so it works in a process of its own that is held to the bounds of
    `egovkit.text.limits` in memory and time, one for each pdf; on Linux they are forked off one that has loaded it and
    waits a minute for the next pdf. In a browser, which has no processes, it works in that of its page. Needs the extra
    `pdf`.
    """
    from egovkit.interchange.pdf.layout import lay_out_pages

    if b"%%EOF" not in data[-_TAIL:]:
        # The library would mend it, and leave out the pages that are missing.
        raise _fault("damaged")
    if find_spec("pypdfium2") is None:
        extra("pypdfium2", "pdf", "to read a pdf")
    # A crash of the library on a file that is broken on purpose or by accident is a fault of that file.
    *pages, fault = _ask(data).split("\n")
    if fault:
        raise _fault(fault)
    paged = lay_out_pages(clean_pages([json.loads(page) for page in pages]))
    if not paged.text:
        raise ReadError("read.scan", "the pdf has no text, only pictures: recognise its text (OCR) first")
    return paged


def clean_pages(found: list[list[list[Any]]]) -> list[list[tuple[Any, ...]]]:
    """Return the pieces of pages without blanks around them, radicals as the characters they stand for (整理字块).

    >>> clean_pages([[[1, 2, 3, 4, 400, "⼀县 "], [1, 2, 3, 4, 400, " "]]])
    [[(1, 2, 3, 4, 400, '一县')]]
    """
    radicals = _radicals()
    pages = []
    for pieces in found:
        clean = ((*piece[:5], piece[5].translate(radicals).strip(BLANKS)) for piece in pieces)
        pages.append([piece for piece in clean if piece[5]])
    return pages


def _fault(name: str) -> ReadError:
    code, message = _FAULTS.get(name, _FAULTS["damaged"])
    return ReadError(code, message, most=limits.MAX_PAGES)


def _ask(data: bytes) -> str:
    """Return what the library finds in a pdf, a line for each page, and at last a fault or nothing."""
    if sys.platform == "emscripten":
        # There are no processes; what runs in a page is held in by the browser.
        from egovkit.interchange.pdf.worker import answer, load

        load()
        return "".join(answer(data))
    if _FORKS:
        from egovkit.interchange.pdf.asking import ask_server

        return ask_server(data)
    answered = ask_process(data, _WORKER, limits.PDF_SECONDS)
    return "damaged" if answered is None else answered


@cache
def _radicals() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(row["radical"]): row["character"] for row in rows("radicals")}
    # Controls are no part of print: what ends a line, a cell or a page is where it stands, not what a font says it is.
    table |= dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFF))
    # What pdfium writes for the hyphen of a word that print breaks.
    return table | {0x0002: "-", 0xFFFE: "-", 0x0009: " "}
