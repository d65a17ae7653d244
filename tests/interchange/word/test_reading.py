"""What Word prints, in reading order; bombs meet their bounds."""

from __future__ import annotations

import gc
import weakref
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange.list_numbers import write_counter
from egovkit.interchange.locations import Origin
from egovkit.interchange.reading import load, read
from egovkit.interchange.word.layout import read_layout
from egovkit.interchange.word.package import Package, Part
from egovkit.interchange.word.reading import read_docx, trace_docx
from egovkit.interchange.word.trace import Spot
from egovkit.text import limits
from tests.interchange.files import assert_says_what_to_do, docx_of, notice_docx, repack, xml
from tests.interchange.packages import package, paragraph, part, strict

_NUMBERING = """<w:abstractNum {ns} w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3.%4"/></w:lvl>
</w:abstractNum>"""
_ARTICLES = """<w:abstractNum {ns} w:abstractNumId="91">
<w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="japaneseCounting"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="第%1条"/></w:lvl>
</w:abstractNum>"""


def _numbering(document: Any) -> None:
    root = document.part.numbering_part.element
    for place, one in enumerate((_NUMBERING, _ARTICLES)):
        root.insert(place, xml(one))
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for name, abstract, more in (("900", "90", ""), ("901", "91", ""), ("902", "90", restart)):
        root.append(xml(f'<w:num {{ns}} w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'))


def _numbered(document: Any, text: str, level: int, number: str = "900") -> None:
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        xml(f'<w:numPr {{ns}}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_generated_numbers_are_written_out() -> None:
    def build(document: Any) -> None:
        _numbering(document)
        for text, level in (
            ("总体要求", 0),
            ("指导思想", 1),
            ("基本原则", 1),
            ("目标", 2),
            ("期限", 3),
            ("任务", 0),
            ("网络", 1),
        ):
            _numbered(document, text, level)
        _numbered(document, "另起", 0, "902")
        _numbered(document, "续编", 0, "902")
        _numbered(document, "无编号", 0, "0")
        style = document.styles["Heading 1"].element
        style.get_or_add_pPr().append(xml('<w:numPr {ns}><w:numId w:val="901"/></w:numPr>'))
        document.add_paragraph("为了规范管理，制定本办法。", style="Heading 1")
        document.add_paragraph("本办法适用于全市。", style="Heading 1")

    assert read_docx(docx_of(build)).split("\n") == [
        "一、总体要求",
        "（一）指导思想",
        "（二）基本原则",
        "1. 目标",
        "1.1.1 期限",
        "二、任务",
        "（一）网络",
        "一、另起",
        "二、续编",
        "无编号",
        "第九条 为了规范管理，制定本办法。",
        "第十条 本办法适用于全市。",
    ]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (3, "decimal", "3"),
        (10, "chineseCounting", "十"),
        (21, "japaneseCounting", "二十一"),
        (103, "chineseCountingThousand", "一百零三"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (10, "ideographDigital", "一〇"),
        (2, "ideographTraditional", "乙"),
        (3, "ideographZodiac", "寅"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (4, "decimalEnclosedParen", "⑷"),
        (12, "decimalFullWidth", "１２"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (3, "decimalZero", "03"),
        (3, "numberInDash", "- 3 -"),
        (10**9, "upperRoman", "1000000000"),
        (10**9, "lowerLetter", "1000000000"),
        (10**9, "chineseCounting", "1000000000"),
        (5, "no such format", "5"),
    ],
)
def test_number_formats(number: int, form: str, written: str) -> None:
    assert write_counter(number, form) == written


def test_tables_text_boxes_headers_and_footers_in_reading_order() -> None:
    def build(document: Any) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "内部资料"
        section.footer.paragraphs[0].text = "— 1 —"
        section.footer.add_paragraph("云川市政府印制")
        mark = document.add_paragraph()
        mark._p.append(
            xml('<w:r {ns}><w:pict><v:shape><v:textpath string="云川市人民政府文件"/></v:shape></w:pict></w:r>')
        )
        document.add_paragraph("云川政发〔2020〕8号")
        boxed = document.add_paragraph("正文在前")
        box = "<w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent>"
        boxed._p.append(
            xml(
                f"<w:r {{ns}}><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
                f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            )
        )
        table = document.add_table(rows=2, cols=3)
        for row, cells in zip(table.rows, (("序号", "任务", "单位"), ("1", "", "财政局\n税务局")), strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        layout = document.add_table(rows=1, cols=1)
        layout.cell(0, 0).text = "抄送：市委办公室。\n2020年3月2日印发"

    assert read_docx(docx_of(build)).split("\n") == [
        "内部资料",
        "云川市人民政府文件",
        "云川政发〔2020〕8号",
        "正文在前",
        "文本框",
        "序号\t任务\t单位",
        "1\t\t财政局 税务局",
        "抄送：市委办公室。",
        "2020年3月2日印发",
        "云川市政府印制",
    ]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>", "新"),
        ("<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>结果</w:t></w:r>", "结果"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>显示</w:t></w:r>", "显示"),
        ("<w:r><w:rPr><w:vanish w:val='on'/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>显示</w:t></w:r>", "显示"),
        ("<w:r><w:rPr><w:vanish w:val='off'/></w:rPr><w:t>显示</w:t></w:r>", "显示"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>显示</w:t></w:r>", "显示"),
        ('<w:r><w:t>国发</w:t><w:sym w:font="仿宋" w:char="3014"/><w:t>2016</w:t></w:r>', "国发〔2016"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>lǐ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>里</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "里",
        ),
        ('<w:hyperlink r:id="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink>', "链接"),
        ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
    ],
)
def test_runs(run: str, text: str) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph()
        for element in xml(f"<w:p {{ns}}>{run}</w:p>"):
            paragraph._p.append(element)

    assert read_docx(docx_of(build)) == text


def _inside(*names: str, depth: int) -> bytes:
    """Return elements of these names inside one another, so often."""
    opened = "".join(f"<{name}>" for name in names)
    closed = "".join(f"</{name}>" for name in reversed(names))
    return (opened * depth + "<w:p/>" + closed * depth).encode()


def _document(replacement: bytes) -> bytes:
    """Return a docx whose first paragraph is replaced by what is given."""

    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"<w:body>", b"<w:body>" + replacement) if name == "word/document.xml" else part

    return repack(notice_docx(), change)


def _with_zeros(name: str) -> bytes:
    """Return a docx in which a part of this name unpacks to more than the bound."""
    out = BytesIO(repack(notice_docx(), lambda part, data: None if part == name else data))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as file:
        for _ in range(limits.MAX_UNPACKED // 2**24 + 1):
            file.write(bytes(2**24))
    return out.getvalue()


def test_what_is_not_read_is_not_unpacked() -> None:
    assert read_docx(_with_zeros("word/media/image1.bmp")) == read_docx(notice_docx())


def _many_files() -> bytes:
    out = BytesIO(notice_docx())
    with zipfile.ZipFile(out, "a") as archive:
        for n in range(limits.MAX_PARTS):
            archive.writestr(str(n), b"")
    return out.getvalue()


def _entities(name: str, part: bytes) -> bytes:
    declared = b'<!DOCTYPE w:document [<!ENTITY a "' + b"x" * 100 + b'"><!ENTITY b "&a;&a;&a;&a;">]>'
    return part.replace(b"<w:document", declared + b"<w:document", 1) if name == "word/document.xml" else part


def _encrypted() -> bytes:
    data = bytearray(notice_docx())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_with_zeros("word/document.xml"), "read.bomb"),
        (_many_files(), "read.parts"),
        (package(paragraph(), [("styles", part("styles", ""), limits.MAX_PARTS + 1)]), "read.parts"),
        (repack(notice_docx(), _entities), "read.entities"),
        (_encrypted(), "read.encrypted"),
        (_document(b"<w:p/>" * (limits.MAX_TAGS + 1)), "read.tags"),
        (_document(b"<w:txbxContent></w:txbxContent>" * (limits.MAX_BOXES + 1)), "read.tags"),
        (_document(b"<w:sdt><w:sdtContent>" * 120 + b"</w:sdtContent></w:sdt>" * 120), "read.depth"),
        (_document(b"<w:sdt>" * 5000), "read.truncated"),
        (repack(notice_docx(), lambda name, part: None if name == "_rels/.rels" else part), "read.truncated"),
        (
            _document(b"<w:p" + b"".join(b' a%d=""' % n for n in range(limits.MAX_TAG_ATTRIBUTES)) + b"/>"),
            "read.attributes",
        ),
        (_document(_inside("mc:AlternateContent", "mc:Choice", depth=limits.MAX_ALTERNATIVES + 1)), "read.depth"),
        (_document(_inside("w:tbl", "w:tr", "w:tc", depth=limits.MAX_NESTED_TABLES + 1)), "read.depth"),
        (docx_of(lambda document: document.add_paragraph("")), "read.empty"),
    ],
    ids=[
        "zip bomb",
        "many files",
        "many relations",
        "entity bomb",
        "encrypted",
        "tags",
        "text boxes",
        "depth",
        "broken",
        "no main part",
        "attributes",
        "alternatives",
        "tables",
        "no text",
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_docx(data)
    assert caught.value.code == code


_EMPTY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_NOTES = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def _without_body(name: str, part: bytes) -> bytes:
    return _EMPTY if name == "word/document.xml" else part


def _with_notes(notes: bytes) -> bytes:
    """Return a docx one of whose relations leads to footnotes like these."""

    def change(name: str, part: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            return part.replace(
                b"</Relationships>", b'<Relationship Id="n" Type="%s" Target="notes.xml"/></Relationships>' % _NOTES
            )
        return part

    out = BytesIO(repack(notice_docx(), change))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/notes.xml", notes)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [repack(notice_docx(), _without_body), _with_notes(b""), _with_notes(b"<w:footnotes>")],
    ids=["no body", "empty notes", "broken notes"],
)
def test_parts_that_do_not_fit_are_damage(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_docx(data)
    assert caught.value.code == "read.truncated"


@pytest.mark.parametrize("kind", [b"header", b"styles", b"numbering"])
def test_a_part_of_a_wrong_type_is_read_all_the_same(kind: bytes) -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "内部资料"
        document.add_paragraph("正文")

    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"wordprocessingml.%s+xml" % kind, b"x+xml") if name == "[Content_Types].xml" else part

    assert read_docx(repack(docx_of(build), change)) == "内部资料\n正文"


@pytest.mark.parametrize("change", [(b"TargetMode", b"X"), (b"/styles", b"/numbering"), (b"/numbering", b"/styles")])
def test_relations_may_be_anything(change: tuple[bytes, bytes]) -> None:
    def swap(name: str, part: bytes) -> bytes:
        return part.replace(*change) if name == "word/_rels/document.xml.rels" else part

    assert read_docx(repack(notice_docx(), swap))


@pytest.mark.parametrize("code", ["D800", "DFFF"])
def test_half_a_character_is_dropped(code: str) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("甲")._p.append(xml(f'<w:r {{ns}}><w:sym w:char="{code}"/></w:r>'))

    assert read_docx(docx_of(build)) == "甲"


_MACROS = "application/vnd.ms-word.document.macroEnabled"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
_MACRO_TEMPLATE = "application/vnd.ms-word.template.macroEnabledTemplate"


@pytest.mark.parametrize("kind", [_MACROS, _TEMPLATE, _MACRO_TEMPLATE, "x"])
@pytest.mark.parametrize("main", ["word/document.xml", "word/document.bin", "word/DOCUMENT.XML"])
def test_macros_and_templates_are_read_as_documents(kind: str, main: str) -> None:
    assert read(package(paragraph("正文"), kind=kind, main=main)) == "正文"


def test_the_strict_edition_is_read() -> None:
    numbering = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>
        <w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    body = (
        paragraph("总体要求", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        + "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
        + paragraph("见 http://schemas.openxmlformats.org/officeDocument/2006/math。")
        + '<w:sectPr><w:headerReference r:id="header0"/></w:sectPr>'
    )
    data = package(
        body, [("numbering", part("numbering", numbering), 1), ("header", part("hdr", paragraph("页眉")), 1)]
    )
    changed = strict(data)
    assert changed != data
    assert read(changed) == read(data)
    assert read(data).startswith("页眉\n一、总体要求\nx=1\n见 http://schemas")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "cp037"])
@pytest.mark.parametrize("main", ["word/document.xml", "word/document.bin"])
def test_entities_are_refused_in_any_part_and_encoding(main: str, encoding: str) -> None:
    head = '<!DOCTYPE x [<!ENTITY a "丢">]>' if encoding != "cp037" else '<!DOCTYPE x [<!ENTITY a "x">]>'
    body = paragraph("前&a;后") if encoding != "cp037" else paragraph("&a;")

    def change(name: str, content: bytes) -> bytes:
        if name != main:
            return content
        declared = f'<?xml version="1.0" encoding="{"ibm037" if encoding == "cp037" else encoding}"?>'
        return (declared + content.decode()).encode(encoding)

    with pytest.raises(ReadError) as caught:
        read(repack(package(body, main=main, head=head), change))
    # What the parser does not know is damage to it.
    assert caught.value.code in {"read.entities", *(["read.truncated"] if encoding in {"cp037", "utf-16-be"} else [])}


def test_each_part_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    tree = Package.tree

    def counted(self: Package, name: str) -> Any:
        parsed.append(name)
        return tree(self, name)

    monkeypatch.setattr(Package, "tree", counted)
    references = "".join(f'<w:headerReference r:id="header{n}"/>' for n in range(50))
    header = part("hdr", paragraph("页眉"))
    assert read(package(f"{paragraph()}<w:sectPr>{references}</w:sectPr>", [("header", header, 50)])) == "页眉\n甲"
    assert len(parsed) == len(set(parsed)) == 4


@pytest.mark.parametrize("empty", ["<w:r/>", '<w:r><w:sym w:char="-1"/></w:r>', "<w:r><w:t/></w:r>"])
def test_of_what_holds_nothing_nothing_is_kept(empty: str) -> None:
    word = trace_docx(package(f"<w:p>{empty * 1000}<w:r><w:t>甲</w:t></w:r></w:p>"))
    assert word.spots == (Spot("word/document.xml", 1, 1001, 0, Origin.TEXT),)


def test_no_tree_outlives_its_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[weakref.ref[Part]] = []
    make = Part.__init__

    def seen(self: Part, package: Package, name: str) -> None:
        make(self, package, name)
        opened.append(weakref.ref(self))

    monkeypatch.setattr(Part, "__init__", seen)
    data = package(paragraph(), [("styles", part("styles", ""), 1)])
    works: tuple[Callable[[bytes], object], ...] = (read_docx, trace_docx, read_layout)
    gc.disable()
    try:
        for work in works:
            assert work(data)
            assert len(opened) == 2
            assert not [held.name for one in opened if (held := one()) is not None and held.root is not None]
            opened.clear()
    finally:
        gc.enable()


def test_a_note_stands_once_however_often_it_is_called() -> None:
    note = f'<w:footnote w:id="2">{paragraph("注")}</w:footnote>'
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>甲</w:t></w:r>{call}<w:r><w:t>乙</w:t></w:r>{call}</w:p>"
    assert read(package(body, [("footnotes", part("footnotes", note), 1)])) == "甲[1]乙[1]\n[1]注"


@given(st.data())
def test_a_docx_with_damaged_parts_is_text_or_a_read_error(data: st.DataObject) -> None:
    def change(name: str, part: bytes) -> bytes:
        if name not in _DAMAGED or not data.draw(st.booleans()):
            return part
        start = data.draw(st.integers(0, len(part)))
        end = data.draw(st.integers(start, min(len(part), start + 200)))
        put = data.draw(st.sampled_from([b"", b"<", b"<w:p/>", b"&#xD800;", b"\0", b"-1", b"<!--x-->", b'"']))
        return part[:start] + put + part[end:]

    try:
        assert isinstance(read_docx(repack(notice_docx(), change)), str)
    except ReadError as refused:
        assert_says_what_to_do(refused)


_DAMAGED = frozenset(
    [
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    ]
)


def _with_chunks(chunks: dict[str, bytes], body: str) -> bytes:
    """Return a docx that takes in documents of other formats, each under its name as an id."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" '
        f'Target="{name}.bin"/>'
        for name in chunks
    )
    whole = repack(package(body), lambda name, part: part.replace(b"</Relationships>", relations.encode() + b"</Relationships>")
                   if name.endswith("document.xml.rels") else part)  # fmt: skip
    out = BytesIO(whole)
    with zipfile.ZipFile(out, "a") as archive:
        for name, chunk in chunks.items():
            archive.writestr(f"word/{name}.bin", chunk)
    return out.getvalue()


def test_a_document_that_another_takes_in_is_read_in_its_place() -> None:
    chunks = {"page": "<html><body><p>网页</p></body></html>".encode(), "rich": rb"{\rtf1\ansicpg936 \'b9\'d8}",
              "word": package(paragraph("内")), "plain": "文本".encode("gbk")}  # fmt: skip
    body = "".join(f'{paragraph()}<w:altChunk r:id="{name}"/>' for name in [*chunks, "missing"])
    assert read_docx(_with_chunks(chunks, body)).split("\n") == [
        "甲",
        "网页",
        "甲",
        "关",
        "甲",
        "内",
        "甲",
        "文本",
        "甲",
    ]


def test_documents_are_taken_in_one_deep() -> None:
    chunk = '<w:altChunk r:id="a"/>'
    inner = _with_chunks({"a": package(paragraph())}, chunk)
    with pytest.raises(ReadError, match="nested"):
        read_docx(_with_chunks({"a": inner}, chunk))


def test_headings_by_outline_level_or_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="own 2"/><w:basedOn w:val="c"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    lines = [("某系统建设方案", ""), ("建设背景", '<w:pStyle w:val="b"/>'), ("背景说明。", ""), ("现状", '<w:pStyle w:val="c"/>'),
             ("建设目标", '<w:outlineLvl w:val="0"/>'), ("正文级别", '<w:outlineLvl w:val="9"/>'), ("一、要求", "")]  # fmt: skip
    body = "".join(paragraph(text, properties) for text, properties in lines)
    data = package(body, [("styles", part("styles", styles), 1)])
    assert read(data) == "\n".join(text for text, _ in lines)
    headings = [(each.level.value, each.ordinal, each.text) for each in load(data).headings]
    assert headings == [("h1", "", "建设背景"), ("h2", "", "现状"), ("h1", "", "建设目标"), ("h1", "一", "要求")]


@pytest.mark.parametrize("name", ["outlinelvl.docx", "headingstyle.docx"])
def test_files_of_the_reports(name: str, shared: Path) -> None:
    assert load(shared / "cases" / "files" / name).headings[0].text == "建设背景"
