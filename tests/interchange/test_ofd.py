"""OFD documents written by hand: lines come back from the places of their characters."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange import ofd
from egovkit.interchange.reading import load, read
from egovkit.text import limits
from tests.interchange.files import NOTICE, assert_says_what_to_do

_SPACE = "http://www.ofdspec.org/2016"


def _zip(parts: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _text(line: str, y: float, x: float = 30, size: float = 5, more: str = "", size_name: str = "Size") -> str:
    delta = f' DeltaX="g {len(line) - 1} {size}"' if len(line) > 1 else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y} 150 8" Font="1" {size_name}="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}"{delta}>{escape(line)}</ofd:TextCode></ofd:TextObject>'
    )


def _page(objects: str, templates: str = "", space: str = _SPACE) -> str:
    return f'<ofd:Page xmlns:ofd="{space}">{templates}<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>'


def ofd_of(
    pages: Sequence[str],
    *,
    templates: Sequence[str] = (),
    space: str = _SPACE,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return an OFD of these pages; a template by the place in its list is T0, T1, …"""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    used = "".join(f'<ofd:TemplatePage ID="T{n}" BaseLoc="/Doc_0/Tpls/{n}.xml"/>' for n in range(len(templates)))
    return _zip(
        {
            "OFD.xml": f'<ofd:OFD xmlns:ofd="{space}"><ofd:DocBody><ofd:DocInfo><ofd:Title>别名</ofd:Title></ofd:DocInfo>'
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f'<ofd:Document xmlns:ofd="{space}"><ofd:CommonData>{used}</ofd:CommonData>'
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
            **{f"Doc_0/Pages/Page_{n}/Content.xml": page for n, page in enumerate(pages)},
            **{f"Doc_0/Tpls/{n}.xml": page for n, page in enumerate(templates)},
            **(more or {}),
        }
    )


def _lines(lines: Sequence[str], space: str = _SPACE) -> str:
    return _page("".join(_text(line, 20 + 10 * n) for n, line in enumerate(lines)), space=space)


@pytest.mark.parametrize("space", [_SPACE, "http://www.ofdspec.org", "http://blog.example.org"])
def test_lines_come_back_whatever_the_namespace(space: str) -> None:
    data = ofd_of([_lines(NOTICE, space)], space=space)
    assert read(data) == "\n".join(NOTICE)
    assert str(load(data).number) == NOTICE[1]


@given(
    st.lists(st.text("国务院办公厅关于印发的通知一二三0123456789（）《》，。〔〕", min_size=1, max_size=20), min_size=1)
)
def test_any_lines_come_back(lines: list[str]) -> None:
    # In whatever order they are drawn.
    drawn = [_text(line, 20 + 10 * n, size=4) for n, line in enumerate(lines)]
    assert read(ofd_of([_page("".join(reversed(drawn)))])) == "\n".join(lines)


def test_what_stands_on_one_baseline_is_one_line() -> None:
    drawn = _text("某某", 40, 120) + _text("某政发", 40.5, 20)
    assert read(ofd_of([_page(drawn)])) == "某政发\t某某"
    assert read(ofd_of([_page(_text("序号", 40) + _text("任务", 40, 45))])) == "序号\u3000任务"
    assert read(ofd_of([_page(_text("序号", 40) + _text("任务", 40, 90))])) == "序号\t任务"


def test_a_template_is_read_with_each_page() -> None:
    page = _page(_text("正文", 50), '<ofd:Template TemplateID="T0"/><ofd:Template TemplateID="T9"/>')
    data = ofd_of([page, page], templates=[_page(_text("某市人民政府文件", 20))])
    assert read(data).split("\n") == ["某市人民政府文件", "正文"] * 2


def test_a_page_of_two_documents_is_read_with_the_templates_of_each() -> None:
    page = _page(_text("正文", 50), '<ofd:Template TemplateID="T0"/>')
    with zipfile.ZipFile(BytesIO(ofd_of([page], templates=[_page(_text("模板甲", 20))]))) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    parts["Doc_0/Tpls/1.xml"] = _page(_text("模板乙", 20))
    parts["Doc_0/Second.xml"] = parts["Doc_0/Document.xml"].replace("/Tpls/0.xml", "/Tpls/1.xml")
    root = parts["OFD.xml"]
    body = root[root.index("<ofd:DocBody") : root.index("</ofd:OFD>")]
    parts["OFD.xml"] = root.replace(body, body + body.replace("Document.xml", "Second.xml"))
    assert read(_zip(parts)).split("\n") == ["模板甲", "正文", "模板乙", "正文"]


def test_writers_that_spell_otherwise() -> None:
    scaled = _text("放大", 60, size=2.5, more='CTM="2 0 0 2 0 0"')
    hidden = _text("隐藏", 80, more='Visible="false"')
    assert read(ofd_of([_page(_text("小写", 20, size_name="size") + scaled + hidden)])) == "小写\n放大"
    # Pages that no document lists.
    data = _zip({"OFD.xml": "<OFD/>", "Doc_0/Pages/Page_1/Content.xml": _lines(["乙"]),
                 "Doc_0/Pages/Page_0/Content.xml": _lines(["甲"])})  # fmt: skip
    assert read(data) == "甲\n乙"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ofd_of([_page("")]), "read.scan"),
        (ofd_of([_lines(["甲"])], more={"OFD.xml": "<a"}), "read.truncated"),
        (ofd_of([_lines(["甲"])], more={"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "read.entities"),
        (ofd_of([_lines(["甲"])], more={"Doc_0/Encryptions.xml": "<a/>"}), "read.encrypted"),
        (ofd_of([_page("<a " + "".join(f'a{n}="" ' for n in range(limits.MAX_TAG_ATTRIBUTES + 1)) + "/>")]), "read.attributes"),
        (ofd_of([_page('<ofd:TextObject Size="nan" Boundary="inf 0"><ofd:TextCode DeltaX="g g">　</ofd:TextCode></ofd:TextObject>')]), "read.scan"),
    ],
    ids=["outlines", "cut", "entities", "encrypted", "attributes", "no-numbers"],
)  # fmt: skip
def test_what_is_no_text(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == code
    assert_says_what_to_do(caught.value)


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page("", '<ofd:Template TemplateID="T0"/>')
    data = ofd_of([page] * 3, templates=[_page(_text("甲" * 10, 20))])
    monkeypatch.setattr(ofd, "_BYTES", limits.MAX_UNPACKED // 25)
    with pytest.raises(ReadError, match="more text"):
        read(data)
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    with pytest.raises(ReadError, match="pages"):
        read(data)


@given(st.data())
def test_a_damaged_ofd_is_text_or_a_read_error(data: st.DataObject) -> None:
    whole = bytearray(ofd_of([_lines(NOTICE)]))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(read(bytes(whole)), str)
    except ReadError as refused:
        assert_says_what_to_do(refused)


def test_a_file_of_the_reports(shared: Path) -> None:
    assert load(shared / "cases" / "files" / "x.ofd").title == "关于甲的通知"


def test_a_page_that_is_listed_again_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = '<ofd:Page ID="0" BaseLoc="Pages/Page_0/Content.xml"/>' * 5
    again = f'<ofd:Document xmlns:ofd="{_SPACE}"><ofd:Pages>{listed}</ofd:Pages></ofd:Document>'
    data = ofd_of([_page(_text("甲" * 10, 20))], more={"Doc_0/Document.xml": again})
    laid: list[int] = []
    lines = ofd._lines

    def counted(glyphs: list[ofd._Glyph]) -> Iterator[str]:
        laid.append(len(glyphs))
        return lines(glyphs)

    monkeypatch.setattr(ofd, "_lines", counted)
    assert read(data) == "\n".join(["甲" * 10] * 5)
    assert laid == [10]
    monkeypatch.setattr(ofd, "_BYTES", limits.MAX_UNPACKED // 35)
    with pytest.raises(ReadError, match="more text"):
        read(data)
