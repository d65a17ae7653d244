"""The work and the text that a file makes grow with the file: counted in calls and characters, not by a clock."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sized
from functools import partial
from types import FrameType
from typing import Any, Final

import pytest

from egovkit.checks import Edit, Finding, Fixed, PlannedEdit, Severity
from egovkit.documents.document import PolicyDocument
from egovkit.interchange.linked import _named, to_jsonld
from egovkit.interchange.reading import read, read_source
from egovkit.interchange.word.layout import read_layout
from egovkit.interchange.word.mending import mend_docx
from egovkit.interchange.word_writing.writing import to_docx

from .packages import package, paragraph, part

_SMALL: Final = 60
_TIMES: Final = 8


def _work(data: bytes, do: Callable[[bytes], Sized] = read) -> tuple[int, int]:
    """Return how many functions are called to do something with a file, of Python and of C, and how long the result is."""
    calls = 0

    def count(_frame: FrameType, event: str, _: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        result = do(data)
    finally:
        sys.setprofile(before)
    return calls, len(result)


def _notes(n: int) -> bytes:
    body = "<w:p><w:r><w:t>甲</w:t></w:r>" + '<w:r><w:footnoteReference w:id="2"/></w:r>' * n + "</w:p>"
    note = f'<w:footnote w:id="2">{paragraph("注" * n)}</w:footnote>'
    return package(body, [("footnotes", part("footnotes", note), 1)])


def _headers(n: int) -> bytes:
    references = "".join(f'<w:headerReference r:id="header{i}"/>' for i in range(n))
    header = part("hdr", paragraph("页眉") * n)
    return package(f"{paragraph()}<w:sectPr>{references}</w:sectPr>", [("header", header, n)])


def _one_header(n: int) -> bytes:
    references = '<w:headerReference r:id="header0"/>' * n
    return package(
        f"{paragraph()}<w:sectPr>{references}</w:sectPr>", [("header", part("hdr", paragraph("页眉") * n), 1)]
    )


def _relations(n: int) -> bytes:
    style = part("styles", '<w:style w:styleId="a"/>' * n)
    return package(paragraph(), [("styles", style, n), ("numbering", part("numbering", "<w:num/>" * n), n)])


def _style_chain(n: int) -> bytes:
    styles = "".join(f'<w:style w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>' for i in range(n))
    body = "".join(paragraph(properties=f'<w:pStyle w:val="s{i}"/>') for i in range(n))
    return package(body, [("styles", part("styles", styles), 1)])


def _style_circle(n: int) -> bytes:
    styles = "".join(f'<w:style w:styleId="s{i}"><w:basedOn w:val="s{(i + 1) % n}"/></w:style>' for i in range(n))
    body = "".join(paragraph(properties=f'<w:pStyle w:val="s{i}"/>') for i in range(n))
    return package(body, [("styles", part("styles", styles), 1)])


def _levels(n: int) -> bytes:
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:pStyle w:val="s{i}"/></w:lvl>' for i in range(n))
    numbers = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/></w:num>' for i in range(n))
    numbering = part("numbering", f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{numbers}')
    styles = "".join(
        f'<w:style w:styleId="s{i}"><w:pPr><w:numPr><w:numId w:val="{i}"/></w:numPr></w:pPr></w:style>'
        for i in range(n)
    )
    body = "".join(paragraph(properties=f'<w:pStyle w:val="s{i}"/>') for i in range(n))
    return package(body, [("numbering", numbering, 1), ("styles", part("styles", styles), 1)])


def _linked_lists(n: int) -> bytes:
    levels = '<w:lvl w:ilvl="0"/>' * n
    base = f'<w:abstractNum w:abstractNumId="x"><w:styleLink w:val="s"/>{levels}</w:abstractNum>'
    links = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:numStyleLink w:val="s"/></w:abstractNum>' for i in range(n)
    )
    return package(paragraph(), [("numbering", part("numbering", base + links), 1)])


def _wrapped_rows(n: int) -> bytes:
    # A hundred wrappers, the parser allows no more, and in the innermost all the rows.
    row = f"<w:tr><w:tc>{paragraph()}</w:tc></w:tr>"
    return package("<w:tbl>" + "<w:sdt>" * 100 + row * n + "</w:sdt>" * 100 + "</w:tbl>")


def _alternatives(n: int) -> bytes:
    inner = "<w:p/>" * n
    for _ in range(14):
        inner = f"<mc:AlternateContent><mc:Choice>{inner}</mc:Choice></mc:AlternateContent>"
    return package(paragraph() + inner)


def _tables(n: int) -> bytes:
    inner = paragraph() * n
    for _ in range(9):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return package(inner)


def _cells(n: int) -> bytes:
    return package(f"<w:tbl><w:tr>{f'<w:tc>{paragraph()}</w:tc>' * n}</w:tr></w:tbl>")


def _page(content: str) -> bytes:
    return f"<html><body><p>各区县，请认真执行。{content}</body></html>".encode()


_FAMILIES: Final[dict[str, Callable[[int], bytes]]] = {
    "references to one note": _notes,
    "relations to one header": _headers,
    "references to one header": _one_header,
    "relations to one part": _relations,
    "chain of styles": _style_chain,
    "circle of styles": _style_circle,
    "lists by levels": _levels,
    "lists by links": _linked_lists,
    "rows in wrappers": _wrapped_rows,
    "alternatives": _alternatives,
    "nested tables": _tables,
    "cells": _cells,
    "page: attributes": lambda n: _page("<p " + " ".join(f"a{i}=1" for i in range(n)) + ">甲"),
    "page: classes": lambda n: _page(f'<p class="{" ".join(f"c{i}" for i in range(n))}">甲'),
    "page: nested": lambda n: _page("<div>" * (n // 3) + "甲"),
    "page: titles": lambda n: _page("<div class=title>关于某事的通知</div>" * n),
    "page: tables in tables": lambda n: _page("<table><tr><td>甲" * (n // 8)),
    "page: cells": lambda n: _page("<table><tr>" + "<td>甲" * n),
    "page: labels": lambda n: _page("<table>" + "<tr><td>索引号：<td>1" * n),
    "page: names of sites": lambda n: f"<title>{'_某网' * n}</title><p>各区县，请认真执行。".encode(),
    "page: comments": lambda n: _page("<!-- <p> -->甲" * n),
    "page: scripts": lambda n: _page("<script>if (a<b && '>') {}</script>甲" * n),
    "text: lines": lambda n: ("甲\r\n" * n).encode(),
    "text: gb18030": lambda n: ("各区县，请认真执行。\n" * n).encode("gb18030"),
}  # fmt: skip


@pytest.mark.parametrize("family", _FAMILIES)
def test_work_and_text_grow_with_the_file(family: str) -> None:
    make = _FAMILIES[family]
    # What is loaded and compiled once, by the larger file alone too, is no work of a file.
    for size in (_SMALL, _TIMES * _SMALL):
        read(make(size))
    calls, length = _work(make(_SMALL))
    more_calls, more_length = _work(make(_TIMES * _SMALL))
    # What is done once, whatever the size, counts for the small one only.
    assert more_calls <= 1.2 * _TIMES * calls
    assert more_length <= 1.2 * _TIMES * length


_WRITTEN: Final[dict[str, Callable[[int], str]]] = {
    "paragraphs": lambda n: "一、要求\n各地要抓紧实施。\n" * n,
    "rows": lambda n: "序号\t任务\n" * n,
    "cells": lambda n: "序号\t任务\n" + "1\t" * n,
    "rows of few cells and one of many": lambda n: "1\t2\n" * n + "1\t" * n,
    "annexes": lambda n: "".join(f"附件{i}\n申请表\n如实填写内容。\n" for i in range(1, n + 1)),
    "title": lambda n: "国务院" * n + "关于防火的通知\n严禁用火。",
    "signature": lambda n: "甲市财政局\n" * n + "2024年3月5日",
}


@pytest.mark.parametrize("family", _WRITTEN)
def test_what_is_written_grows_with_the_document(family: str) -> None:
    def written(n: int) -> tuple[int, int]:
        document = PolicyDocument.parse("甲市关于上云的通知\n各县：\n请照办。\n" + _WRITTEN[family](n))
        return _work(b"", lambda _: to_docx(document))

    written(_SMALL)
    calls, length = written(_SMALL)
    more_calls, more_length = written(_TIMES * _SMALL)
    assert more_calls <= 1.2 * _TIMES * calls
    assert more_length <= 1.2 * _TIMES * length


def test_what_is_cited_is_compared_once_each_in_linked_data(monkeypatch: pytest.MonkeyPatch) -> None:
    # Comparing is no call of a function: nodes and their parts count for themselves how often they are compared.
    compared = 0

    class Node(dict[str, str]):
        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return super().__eq__(other)

        __hash__ = None

    def named(title: str | None, number: str | None) -> dict[str, str]:
        return Node(_named(title, number))

    monkeypatch.setattr("egovkit.interchange.linked._named", named)
    names = "".join(f"《甲乙第{i}办法》、" for i in range(_TIMES * _SMALL))
    data = to_jsonld(PolicyDocument.parse(f"{names}《甲乙第1办法》同时废止。"))
    assert len(data["legislationRepeals"]) == _TIMES * _SMALL
    assert compared <= _TIMES * _SMALL


def _numbers(n: int) -> bytes:
    return package(paragraph("见国办发[2014]66号，" * n))


def _split_numbers(n: int) -> bytes:
    runs = "<w:r><w:t>见国办发[2014</w:t></w:r><w:r><w:t>]66号，</w:t></w:r>" * n
    return package(f"<w:p>{runs}</w:p>")


def _laid_out(data: bytes) -> str:
    layout = read_layout(data)
    return "".join(map(str, (layout.paragraphs, layout.leftovers, layout.footers)))


def _mended(data: bytes, *, tracked: bool, comments: bool) -> bytes:
    source = read_source(data)
    old = "[2014]"
    places = [found.start() for found in re.finditer(re.escape(old), source.text)]
    plan = tuple(PlannedEdit(Edit(at, at + len(old), "〔2014〕"), "GW201", "") for at in places)
    fixed = Fixed(source.text.replace(old, "〔2014〕"), plan, source.text)
    said = [Finding("GW201", "", Severity.INFO, at, at + 6, "", "", "") for at in places] if comments else None
    return mend_docx(data, fixed, tracked, said)


@pytest.mark.parametrize("family", [name for name in _FAMILIES if ":" not in name])
def test_the_work_of_a_layout_grows_with_the_file(family: str) -> None:
    make = _FAMILIES[family]
    read_layout(make(_SMALL))
    calls, length = _work(make(_SMALL), _laid_out)
    more_calls, more_length = _work(make(_TIMES * _SMALL), _laid_out)
    assert more_calls <= 1.2 * _TIMES * calls
    assert more_length <= 1.2 * _TIMES * length


@pytest.mark.parametrize("make", [_numbers, _split_numbers])
@pytest.mark.parametrize(("tracked", "comments"), [(False, False), (True, False), (True, True)])
def test_the_work_of_mending_grows_with_the_edits(make: Callable[[int], bytes], tracked: bool, comments: bool) -> None:
    do = partial(_mended, tracked=tracked, comments=comments)
    do(make(_SMALL))
    calls, _ = _work(make(_SMALL), do)
    more_calls, _ = _work(make(_TIMES * _SMALL), do)
    # A place is looked up in a list that is in order.
    assert more_calls <= 1.5 * _TIMES * calls
