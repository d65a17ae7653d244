"""The process that reads a pdf: its bytes on standard input, on standard output its pages and how it ended (子进程)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from egovkit.text import limits

__all__ = ["answer", "bound_memory", "bound_time", "load", "main"]


def main() -> None:
    """Read a pdf from standard input and write the pieces of its pages to standard output (读取)."""
    bound_memory()
    bound_time()
    load()
    for line in answer(sys.stdin.buffer.read(limits.MAX_FILE + 1)):
        sys.stdout.buffer.write(line.encode("utf-8", "replace"))


def answer(data: bytes) -> Iterator[str]:
    """Yield what is written of a pdf (逐行回答): in JSON each page, a list of pieces as `pdf.lines` has them; a fault or nothing.

    >>> list(answer(b"%PDF-1.7 %%EOF"))
    ['damaged']
    """
    try:
        for page in _pages(data):
            yield json.dumps(page, ensure_ascii=False, separators=(",", ":")) + "\n"
    except _FaultError as fault:
        yield str(fault)
    except MemoryError:
        yield "memory"


class _FaultError(Exception):
    """What is wrong with the pdf, in one word."""


def bound_memory() -> None:
    """Hold this process to the bounds on memory (限内存)."""
    _bound("AS", limits.PDF_ADDRESSES)
    _bound("CORE", 0)
    if sys.platform == "linux":
        # What it writes to, without the libraries and what an allocator sets aside; other systems do not hold to it.
        _bound("DATA", limits.PDF_MEMORY)


def bound_time() -> None:
    """Hold this process to the bound on the time that it works (限时)."""
    _bound("CPU", limits.PDF_SECONDS)


def _bound(kind: str, most: int) -> None:
    try:
        import resource  # not on every system
    except ImportError:
        # Windows has no such limits; the parent still holds the worker to its time.
        return
    number = getattr(resource, f"RLIMIT_{kind}")
    hard = resource.getrlimit(number)[1]
    # What the system allows at most can be lowered only, and may be less than the bound.
    held = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(number, (held, held))


def load() -> None:
    """Load the library, after the bounds are set (载入): with the one font for text whose font is not in the pdf."""
    from egovkit.interchange.pdf.fonts import use_boxes

    use_boxes()


def _pages(data: bytes) -> Iterator[list[Any]]:
    import pypdfium2  # type: ignore[import-untyped]  # has no types; after the bounds are set

    from egovkit.interchange.pdf.lines import Pieces

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # The library gives the reason in its message only.
        raise _FaultError("encrypted" if "password" in str(error).lower() else "damaged") from error
    if len(document) > limits.MAX_PAGES:
        raise _FaultError("pages")
    size = 0
    for index in range(len(document)):
        try:
            page = document[index].get_textpage()
            text = page.get_text_range()
        except pypdfium2.PdfiumError as error:
            raise _FaultError("damaged") from error
        size += len(text)
        if size > limits.MAX_FILE:
            raise _FaultError("size")
        yield list(Pieces(page).of(text))


if __name__ == "__main__":
    main()
