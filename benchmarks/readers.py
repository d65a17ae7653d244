"""What it costs to read a file, beside the bare library that each reader rests on, over the same texts."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import lxml.html

import egovkit
from benchmarks.clock import best_of_each
from benchmarks.speed import documents
from benchmarks.table import Row

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
    return rows


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
