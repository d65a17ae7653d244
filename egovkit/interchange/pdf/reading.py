"""The text of a pdf, its pieces read in a process of their own and its paragraphs rebuilt (版式文件文本)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any, Final

from egovkit.data import rows
from egovkit.errors import ReadError
from egovkit.interchange.extras import extra
from egovkit.interchange.pages import Paged
from egovkit.text import limits
from egovkit.text.folding import BLANKS

__all__ = ["ask_worker", "clean_pages", "read_pages", "read_pdf"]

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

# Without them some systems start no process, and some interpreters find no library of theirs.
_KEPT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")

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
    `egovkit.text.limits` in memory and time; in a browser, which has no processes, in that of its page. Needs the
    extra `pdf`.
    """
    from egovkit.interchange.pdf.layout import lay_out_pages

    if b"%%EOF" not in data[-_TAIL:]:
        # The library would mend it, and leave out the pages that are missing.
        raise _fault("damaged")
    if find_spec("pypdfium2") is None:
        extra("pypdfium2", "pdf", "to read a pdf")
    answer = _ask(data)
    fault, _, found = answer.partition("\n")
    if fault:
        raise _fault(fault)
    paged = lay_out_pages(clean_pages(json.loads(found)))
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
    return ask_worker(data, _WORKER, limits.PDF_SECONDS)


def ask_worker(data: bytes, worker: Sequence[str], seconds: int) -> str:
    """Return what this interpreter answers of some bytes, run with arguments in a process of its own for so long (问子进程)."""
    if sys.platform == "emscripten":
        # There are no processes; what runs in a page is held in by the browser.
        from egovkit.interchange.pdf.worker import answer

        return answer(data)
    # An interpreter inside another program may have no file of its own to start.
    if not sys.executable:
        message = "a pdf is read in a process of its own, and this Python has no file to start one from: use another"
        raise ReadError("read.worker", message)
    command = [sys.executable, "-P", "-s", *worker]
    try:
        done = subprocess.run(  # noqa: S603  # this interpreter and a module of this package, no shell
            command,
            input=data,
            capture_output=True,
            env=_environment(),
            close_fds=True,
            timeout=seconds,
            check=False,
        )
    except OSError as error:
        message = "a pdf is read in a process of its own, which does not start ({reason}): free some memory"
        raise ReadError("read.worker", message, reason=error.strerror) from error
    except subprocess.TimeoutExpired:
        message = "the pdf takes longer than {most} s: print it to a new pdf and read that"
        raise ReadError("read.time", message, most=seconds) from None
    if done.returncode:
        # A library that ends in a crash has met a file that is broken on purpose or by accident.
        raise _fault("damaged")
    return done.stdout.decode("utf-8")


def _environment() -> dict[str, str]:
    """Return what the worker knows of this process: where its modules are, and what the system needs to start it."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONUTF8": "1"}


@cache
def _radicals() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(row["radical"]): row["character"] for row in rows("radicals")}
    # Controls are no part of print: what ends a line, a cell or a page is where it stands, not what a font says it is.
    table |= dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFF))
    # What pdfium writes for the hyphen of a word that print breaks.
    return table | {0x0002: "-", 0xFFFE: "-", 0x0009: " "}
