"""What it costs to read a file, beside the bare library that each reader rests on, over the same texts."""

from __future__ import annotations

import html
import resource
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import lxml.html
import pypdfium2  # type: ignore[import-untyped]  # has no types
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import egovkit
from benchmarks.clock import best_of_each
from benchmarks.speed import documents
from benchmarks.table import Row
from egovkit.interchange.pdf.asking import end_servers

_FILES = 20
_CHARACTERS = range(3000, 9000)


def measure(corpus: Path, rounds: int) -> list[Row]:
    texts = [text for each in documents(corpus) if len(text := each["text"]) in _CHARACTERS][::_FILES][:_FILES]
    plain, legacy = [text.encode() for text in texts], [text.encode("gb18030") for text in texts]
    pages, files = list(map(_page, texts)), list(map(_docx, texts))
    works: list[tuple[str, list[bytes], Callable[[bytes], object], list[bytes], Callable[[bytes], object], str]] = [
        ("txt in GB18030, by the same in UTF-8", legacy, egovkit.read, plain, egovkit.read, "3"),
        ("html, by lxml's text_content", pages, egovkit.read, pages, _lxml_text, "4"),
        ("docx, by python-docx's paragraphs", files, egovkit.read, files, _docx_text, ""),
    ]
    rows: list[Row] = []
    for name, read, reader, bare, library, most in works:
        mine, theirs = best_of_each([partial(_each, reader, read), partial(_each, library, bare)], rounds)
        times = f"{mine / theirs:.2f}"
        rows.append({"reading": name, "ms a file": f"{mine / len(texts) * 1e3:.2f}", "times": times, "at most": most})
    rows.append(_measure_pdf(list(map(_pdf, texts)), rounds))
    return rows


def _measure_pdf(files: list[bytes], rounds: int) -> Row:
    """Measure a batch of pdfs with the processes that read them, from the first one's start on."""
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        for library, took in ((egovkit.read, mine), (_pdfium_text, theirs)):
            before = _with_children()
            _each(library, files)
            end_servers()
            took.append(_with_children() - before)
    times = f"{min(mine) / min(theirs):.2f}"
    name = "pdf in a batch, by pdfium's text"
    return {"reading": name, "ms a file": f"{min(mine) / len(files) * 1e3:.2f}", "times": times, "at most": "1.3"}


def _with_children() -> float:
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _each(read: Callable[[bytes], object], files: list[bytes]) -> None:
    for file in files:
        read(file)


def _page(text: str) -> bytes:
    lines = [f"<p style='text-indent: 2em'><span>{html.escape(line)}</span></p>" for line in text.split("\n") if line]
    links = "".join(f"<li class='nav'><a href='/{i}.html'>栏目{i}</a></li>" for i in range(60))
    body = (
        f"<div class='head'><ul>{links}</ul></div><div id='zoom'>{''.join(lines)}</div><div class='foot'>{links}</div>"
    )
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


def _lxml_text(page: bytes) -> object:
    return lxml.html.fromstring(page.decode()).text_content()


def _docx(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        if line:
            document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _docx_text(file: bytes) -> object:
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(file)).paragraphs)


_FONT, _COLUMNS, _LINES = "STSong-Light", 28, 22


def _pdf(text: str) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    lines = [line[at : at + _COLUMNS] for line in text.split("\n") for at in range(0, len(line), _COLUMNS)]
    file = BytesIO()
    canvas = Canvas(file)
    for first in range(0, len(lines), _LINES):
        canvas.setFont(_FONT, 16)
        for at, line in enumerate(lines[first : first + _LINES]):
            canvas.drawString(80, 760 - 28 * at, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _pdfium_text(file: bytes) -> object:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))
