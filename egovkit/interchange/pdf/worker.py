"""The process that reads a pdf: bytes on standard input, on standard output a fault or the pieces of text (子进程)."""

from __future__ import annotations

import json
import sys
from typing import Any

from egovkit.text import limits

__all__ = ["answer", "main"]


def main() -> None:
    """Read a pdf from standard input and write the pieces of its pages to standard output (读取).

    The first line is empty or names a fault; after it follow in JSON the pages, each a list of pieces as
    `egovkit.interchange.pdf.lines` describes them.
    """
    _bound()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(limits.MAX_FILE + 1)).encode("utf-8", "replace"))


def answer(data: bytes) -> str:
    """Return what is written of a pdf (回答), in the process that asks.

    >>> answer(b"%PDF-1.7 %%EOF")
    'damaged'
    """
    try:
        return "\n" + json.dumps(_pages(data), ensure_ascii=False, separators=(",", ":"))
    except _FaultError as fault:
        return str(fault)
    except MemoryError:
        return "memory"


class _FaultError(Exception):
    """What is wrong with the pdf, in one word."""


def _bound() -> None:
    try:
        import resource  # not on every system
    except ImportError:
        # Windows has no such limits; the parent still holds the worker to its time.
        return
    bounds = (
        (resource.RLIMIT_AS, limits.PDF_MEMORY),
        (resource.RLIMIT_CPU, limits.PDF_SECONDS),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, bound in bounds:
        hard = resource.getrlimit(kind)[1]
        # What the system allows at most can be lowered only, and may be less than the bound.
        held = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (held, held))


def _pages(data: bytes) -> list[list[Any]]:
    import pypdfium2  # type: ignore[import-untyped]  # has no types; after the bounds are set

    from egovkit.interchange.pdf.lines import Pieces

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # The library gives the reason in its message only.
        raise _FaultError("encrypted" if "password" in str(error).lower() else "damaged") from error
    if len(document) > limits.MAX_PAGES:
        raise _FaultError("pages")
    pages: list[list[Any]] = []
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
        pages.append(list(Pieces(page).of(text)))
    return pages


if __name__ == "__main__":
    main()
