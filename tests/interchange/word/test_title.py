"""The title of a docx: what its style and the name of the file both say that it is."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from egovkit.documents.document import PolicyDocument
from egovkit.interchange.reading import load, read_source
from egovkit.interchange.word.package import Package
from egovkit.interchange.word_writing.writing import to_docx

TITLE = "防火须知手册"
BELOW = ("关于某事的通知", "　　严禁用火。")


def made(*paragraphs: tuple[str, str], title: str = TITLE, header: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    if header:
        document.sections[0].header.add_paragraph(header, style="Title")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def plain(*lines: str) -> list[tuple[str, str]]:
    return [("Normal", line) for line in lines]


def test_by_style_and_name_it_is_the_title() -> None:
    document = load(made(("Title", TITLE), *plain(*BELOW)))
    assert document.title == TITLE


def test_of_several_lines_each_is() -> None:
    document = load(made(("Title", "防火\n须知手册"), *plain(*BELOW)))
    assert (document.title, document.spans["title"]) == (TITLE, (0, 7))


@pytest.mark.parametrize("name", ["", "Word Document", "另一份文件", "防火须知"])
def test_by_style_alone_it_is_not(name: str) -> None:
    source = read_source(made(("Title", TITLE), *plain(*BELOW), title=name))
    assert (source.outline, source.document.title) == ({}, BELOW[0])


@pytest.mark.parametrize("style", ["Normal", "Subtitle", "Heading 1"])
def test_by_name_alone_it_is_not(style: str) -> None:
    source = read_source(made((style, TITLE), *plain(*BELOW)))
    assert source.outline is not None
    assert 0 not in source.outline.values()


def test_it_is_the_first_of_the_text() -> None:
    source = read_source(made(*plain("某县人民政府"), ("Title", TITLE), ("Title", TITLE), *plain(*BELOW), header=TITLE))
    assert source.outline == {source.text.index(f"\n{TITLE}", 8) + 1: 0}


@pytest.mark.parametrize("broken", [b"<a", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a/>"])
def test_a_name_that_cannot_be_read_is_none(broken: bytes) -> None:
    whole = made(("Title", TITLE), *plain(*BELOW))
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, broken if name == "docProps/core.xml" else old.read(name))
    assert read_source(held.getvalue()).outline == {}


def test_the_name_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    title = Package.title

    def counted(self: Package) -> str:
        asked.append("")
        return title(self)

    monkeypatch.setattr(Package, "title", counted)
    assert read_source(made(*[("Title", f"防火须知{n}") for n in range(9)])).outline == {}
    assert len(asked) == 1
    read_source(made(*plain(*BELOW)))
    assert len(asked) == 1


# Each is a class of pages whose title is told by what a docx has no place for: its marks, its table of fields, its place.
@pytest.mark.parametrize(
    "text",
    [
        "# 某某法典\n# 附则\n2020年5月28日 某大会第三次会议通过\n第一条 甲。",
        "# 某某法典\n# 婚姻编\n2020年5月28日 某大会第三次会议通过\n## 第一章 总则\n第一条 甲。",
        "# 修正案\n## 某某法修正案\n为了防火，作如下修改：\n一、第一条修改为：“甲。”",
        "名称：一图读懂“暖企十条”\n发文日期：2020-02-10\n一图读懂“暖企十条”\n时效：甲\n2月8日，某区发布措施。",
        "甲注册审查指导原则（2024年修订版）\n附件6\n甲注册审查指导原则\n（2024年修订版）\n本指导原则是甲。",
        "《甲保护办法》已经会议通过，现予公布。\n甲市市长　王某\n2018年10月23日\n甲保护办法\n第一章 总则\n第一条 甲。",
        "关于甲的通知\n各县：\n见附表。\n附表\n主要危险举例\n| 危害 | 后果 | 原因 |\n| --- | --- | --- |\n| 生物 | 污染 | 未消毒 |",
        "关于甲的通知\n各县：\n见附件。\n附件1\n规格参数表\n| 附件 | 附件 | 附件 |\n| --- | --- | --- |\n| 1 | 头托 | 甲 |",
    ],
)
def test_what_is_written_has_its_title_and_those_of_its_annexes(text: str) -> None:
    document = PolicyDocument.parse(text)
    again = load(to_docx(document))
    assert document.title
    assert again.title == document.title
    assert [part.title for part in again.parts] == [part.title for part in document.parts]
    assert [annex.title for annex in again.annexes] == [annex.title for annex in document.annexes]
