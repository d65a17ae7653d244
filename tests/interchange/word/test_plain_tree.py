"""A docx read without lxml, as in a browser: the text, the headings and the layout are the same."""

from __future__ import annotations

import sys

import pytest

from egovkit import check, read_layout, read_source
from egovkit.documents.document import PolicyDocument
from egovkit.errors import ReadError
from egovkit.interchange.word import package as word_package
from egovkit.interchange.word.plain_tree import Node, parse_plain
from egovkit.interchange.word_writing.writing import to_docx
from tests.interchange.packages import SPACES, package, paragraph, part, strict

NOTICE = PolicyDocument.parse(
    "甲市人民政府办公室文件\n甲政办发〔2024〕3号\n甲市人民政府办公室关于防火的通知\n各县（区）人民政府：\n一、总体要求\n"
    "依照国办发[2014]66号执行,抓紧落实。\n二、工作安排\n（一）加强巡护。\n附件：防火名单\n甲市人民政府办公室\n2024年3月1日\n附件\n防火名单\n甲乡"
)
NOTES = [("footnotes", part("footnotes", '<w:footnote w:id="2"><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote>'), 1)]
FILES = {
    "written by the standard": to_docx(NOTICE),
    "one paragraph": package(paragraph("依照国办发[2014]66号执行。")),
    "a comment in it": package(f"<!-- 甲 -->{paragraph('甲')}<?pi 乙?>{paragraph('乙')}"),
    "a table": package(f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"),
    "a footnote": package(f'{paragraph()}<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', NOTES),
    "alternatives": package(
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>甲</w:t></mc:Choice></mc:AlternateContent></w:r></w:p>{paragraph('乙')}"
    ),
    "the strict edition": strict(package(paragraph("甲"))),
}


@pytest.fixture
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "find_spec", lambda _: None)
    monkeypatch.setattr(sys, "platform", "emscripten")


@pytest.mark.parametrize("name", FILES)
def test_it_reads_the_same(name: str, request: pytest.FixtureRequest) -> None:
    pytest.importorskip("lxml")
    data = FILES[name]
    known = read_source(data)
    layout, report = read_layout(known), check(known, layout=read_layout(known))
    places = [known.locate(at) for at in range(len(known.text))]
    request.getfixturevalue("plainly")
    source = read_source(data)
    assert (source.text, source.outline) == (known.text, known.outline)
    assert [source.locate(at) for at in range(len(source.text))] == places
    assert read_layout(source) == layout
    assert check(source, layout=layout).findings == report.findings


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize(
    ("body", "head", "code"),
    [
        ("<w:p>", "", "read.truncated"),
        ("甲", '<?xml version="1.0" encoding="none-such"?>', "read.truncated"),
        ("甲", "<!DOCTYPE a>", "read.entities"),
        (f"<w:p {SPACES}><w:r/></w:x>", "", "read.truncated"),
    ],
)
def test_what_is_refused(body: str, head: str, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_source(package(body, head=head))
    assert caught.value.code == code


def test_an_element_knows_what_it_is_in() -> None:
    root = parse_plain(b"<a><b>1<c/>2</b><c/><!-- 3 --></a>")
    inner, outer = root.iter("c")
    assert [each.tag for each in inner.iterancestors()] == ["b", "a"]
    assert [each.tag for each in inner.iterancestors("a", "x")] == ["a"]
    assert outer.getparent() is root
    assert root.getparent() is None
    assert [each.tag for each in root.iter()] == ["a", "b", "c", "c"]
    assert [each.tag for each in root.iter("b", "c")] == ["b", "c", "c"]
    assert [each.tag for each in root.iterchildren("c")] == ["c"]
    assert [each.tag for each in root.iterchildren()] == ["b", "c"]
    assert isinstance(root[0], Node)
