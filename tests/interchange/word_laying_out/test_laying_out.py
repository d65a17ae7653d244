"""A docx laid out by the standard: it says what it said, all else is as it was, and a second run changes nothing."""

from __future__ import annotations

import warnings
import zipfile
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from lxml import etree

from egovkit.checks import check
from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.errors import ReadError
from egovkit.interchange.reading import read, read_source
from egovkit.interchange.word.layout import read_layout
from egovkit.interchange.word.mending import MendError
from egovkit.interchange.word_laying_out.laying_out import Formatted, lay_out
from egovkit.interchange.word_laying_out.planned import Why
from egovkit.interchange.word_writing.writing import to_docx
from egovkit.models.layout import Layout, Where
from egovkit.models.layout_profile import Form, LayoutProfile
from tests.interchange.files import docx_of, repack
from tests.interchange.generated import Docx, generated_docx
from tests.interchange.notices import NOTICE, drawn_notice
from tests.interchange.origins import ORIGINS
from tests.interchange.packages import package, paragraph, part, strict
from tests.interchange.word.test_mending import parts_of

_MAY_CHANGE = {
    "[Content_Types].xml",
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/_rels/document.xml.rels",
}


def laid_out(data: bytes, profile: LayoutProfile | None = None) -> Formatted:
    """Lay out a docx, and see that its text and its other parts are as they were, and that once is enough."""
    once = lay_out(data, profile)
    assert read(once.data) == read(data)
    assert lay_out(once.data, profile).data == once.data
    before, after = parts_of(data), parts_of(once.data)
    assert set(before) <= set(after)
    assert {name for name in before if before[name] != after[name]} <= _MAY_CHANGE
    return once


def departs(data: bytes) -> list[str]:
    """Where a docx departs from the standard of layout, but for what work left in it."""
    source = read_source(data)
    found = check(source, layout=read_layout(source), rules="GW7")
    return [f"{one.code} {one.message} {source.text[one.start : one.end]}" for one in found if one.code < "GW78"]


def plain(lines: Iterable[str]) -> bytes:
    """A docx of some lines, as python-docx's template sets them."""

    def build(document: Any) -> None:
        for line in lines:
            document.add_paragraph(line)

    return docx_of(build)


def layout_of(data: bytes) -> Layout:
    return read_layout(lay_out(data).data)


@settings(max_examples=20, deadline=None)
@given(generated_docx())
def test_of_any_docx_the_text_and_the_other_parts_stay(data: Docx) -> None:
    laid_out(data)


@settings(max_examples=20, deadline=None)
@given(drawn_notice())
def test_of_a_notice_nothing_departs_from_the_standard_afterwards(data: Docx) -> None:
    assert departs(data)
    assert departs(laid_out(data).data) == []


def test_each_element_has_its_style() -> None:
    result = lay_out(plain(NOTICE))
    text = "\n".join(NOTICE)
    found = [(text[one.start : one.end][:6], one.style) for one in result.done]
    assert found[:7] == [
        ("云川市人民政", "发文机关标志"),
        ("云川政发〔2", "发文字号"),
        ("关于做好冬季", "公文标题"),
        ("各县人民政府", "主送机关"),
        ("为做好“冬季", "公文正文"),
        ("一、总体要求", "公文一级标题"),
        ("各县要落实责", "公文正文"),
    ]
    assert [style for _, style in found[9:]] == [
        "附件说明", "发文机关署名", "成文日期", "附注", "抄送机关", "印发机关和印发日期",
    ]  # fmt: skip
    assert result.left == ()
    assert (result.pages, result.numbers) == (1, "set")


def test_a_heading_that_runs_on_is_set_apart_in_its_line() -> None:
    lines = ["关于防火的通知", "各县：", "一、抓紧落实。各县要落实责任。", "（一）落实责任。各县要落实责任。"]
    layout = layout_of(plain(lines))
    for line, family in ((2, "黑体"), (3, "楷体_GB2312")):
        runs = layout.paragraphs[line].runs
        assert [run.han for run in runs] == [family, "仿宋_GB2312"]
        assert layout.text[runs[0].start : runs[0].end].endswith("。")


def test_what_is_not_recognised_is_left_and_named() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("关于防火的通知")
        document.add_paragraph("各县：")
        document.add_paragraph("严禁用火。")
        document.add_paragraph("（讨论稿）").alignment = 1
        document.add_table(rows=1, cols=2).cell(0, 0).text = "格"

    data = docx_of(build)
    result = laid_out(data)
    text = read(data)
    assert [(text[one.start : one.end], one.why) for one in result.left] == [
        ("（讨论稿）", Why.PLACED),
        ("格", Why.TABLE),
    ]
    tables = [
        [etree.tostring(one) for one in etree.fromstring(parts_of(each)["word/document.xml"]).iter(qn("w:tbl"))]
        for each in (data, result.data)
    ]
    assert tables[0] == tables[1]


def test_one_paragraph_of_several_elements_is_left() -> None:
    lines = "关于防火的通知<w:br/>各县：<w:br/>严禁用火。".replace("<w:br/>", "</w:t><w:br/><w:t>")
    (left,) = laid_out(package(paragraph(lines))).left
    assert (left.why, left.element) == (Why.MIXED, Element.TITLE)


@pytest.mark.parametrize("origin", ORIGINS)
def test_whoever_wrote_it_it_is_laid_out(origin: str) -> None:
    data = ORIGINS[origin]()
    result = laid_out(data)
    assert result.left == ()
    assert result.numbers == "set"
    assert departs(result.data) == []


@pytest.mark.corpus
def test_real_files_are_laid_out(shared: Path) -> None:
    seen = 0
    for path in sorted((shared / "cases" / "files").glob("*.docx")):
        data = path.read_bytes()
        if read_source(data).format == "docx":
            assert departs(laid_out(data).data) == [], path.name
            seen += 1
    assert seen > 8


def test_a_mark_that_opens_the_file_is_under_the_edge_of_the_type_area() -> None:
    first = layout_of(plain(NOTICE)).paragraphs[0]
    # 35 mm, less what a line of 42 points has above its characters.
    assert (first.runs[0].size, round(first.before, 1)) == (42.0, 97.8)


def test_the_lists_of_minutes_are_a_line_under_the_text() -> None:
    lines = ["甲市人民政府常务会议纪要", "〔2024〕6号", "会议议定以下事项。", "出席：王小明、李建国。", "列席：钱二。"]
    result = laid_out(plain(lines))
    first, second = read_layout(result.data).paragraphs[-2:]
    assert (round(first.before, 1), second.before) == (28.9, 0.0)
    assert departs(result.data) == []


def test_a_mark_is_where_its_form_has_it() -> None:
    order = plain(["甲市人民政府令", "第12号", "《甲市办法》已经审议通过，现予公布。", "市长　王小明", "2024年3月20日"])
    first = read_layout(laid_out(order).data).paragraphs[0]
    # 10.2: 20 mm.
    assert round(first.before, 1) == round(20 / 25.4 * 72 - first.runs[0].size * 0.035, 1)
    ruled = '<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="FF0000"/></w:pBdr>'
    lines = [
        "甲数函〔2024〕9号",
        "甲市数据局关于商请提供目录的函",
        "市财政局：",
        "请提供目录。",
        "甲市数据局",
        "2024年4月2日",
    ]
    letter = package(paragraph("甲市数据局", ruled) + "".join(map(paragraph, lines)))
    # 10.1: by the edge of the paper, which no space above it does.
    assert read_layout(laid_out(letter).data).paragraphs[0].before == 0


def test_a_closing_stays_with_text_before_it() -> None:
    lines = ["关于防火的通知", "各县：", "严禁用火。", "抓紧落实。", "附件：名单", "", "云川市人民政府", "2024年6月3日"]
    document = docx.Document(BytesIO(laid_out(plain(lines)).data))
    kept = [one.paragraph_format.keep_with_next for one in document.paragraphs]
    assert kept == [None, None, None, True, True, True, None, None]
    # A heading that its text follows in the line is text.
    document = docx.Document(BytesIO(laid_out(plain([*lines[:3], "（一）抓落实。各县要抓紧。", *lines[6:]])).data))
    assert [one.paragraph_format.keep_with_next for one in document.paragraphs] == [None] * 3 + [True, None, None]
    # The first page is to show text.
    document = docx.Document(BytesIO(laid_out(plain([*lines[:3], *lines[6:]])).data))
    assert not any(one.paragraph_format.keep_with_next for one in document.paragraphs)


ENCLOSED = """甲市财政局　甲市数据局关于印发上云办法的通知
各县：
现印发给你们。
（一）抓落实。各县要抓紧。
1.抓进度。每月报送。
甲市财政局
甲市数据局
2024年3月5日
甲市上云办法
（试行）
第一条　为了上云，制定本办法。
第二条之一　本办法自发布之日起施行。"""


def test_articles_enclosed_titles_and_organs_that_sign_are_set_as_they_are_written() -> None:
    document = PolicyDocument.parse(ENCLOSED)
    assert [(part.label, part.title) for part in document.parts] == [(None, "甲市上云办法")]
    written = to_docx(document)
    assert lay_out(written).data is written
    # From plain paragraphs they become the same.
    layout = read_layout(laid_out(plain(ENCLOSED.split("\n"))).data)
    found = {layout.text[one.start : one.end]: one for one in layout.paragraphs}
    title, article = found["甲市上云办法"], found["第一条　为了上云，制定本办法。"]
    assert (title.style, title.page_break, title.align) == ("公文标题", True, "center")
    assert next((run.han, layout.text[run.start : run.end]) for run in article.runs) == ("黑体", "第一条")


def test_the_label_of_a_file_that_is_an_annex_is_a_label() -> None:
    result = laid_out(plain(["附件2", "甲市上云办法", "第一条　为了上云，制定本办法。", "第二条　严禁用火。"]))
    first, title = read_layout(result.data).paragraphs[:2]
    assert (first.style, first.page_break, first.runs[0].han) == ("附件标识", False, "黑体")
    assert title.style == "公文标题"
    assert departs(result.data) == []


def test_annexes_are_under_one_another() -> None:
    lines = [
        "关于防火的通知",
        "各县：",
        "严禁用火。",
        "附件：1.责任分工",
        "2.联系人名单",
        "云川市人民政府",
        "2024年6月3日",
    ]
    layout = layout_of(plain(lines))
    assert [(one.left, one.first) for one in layout.paragraphs[3:5]] == [(6.0, -4.0), (6.0, -1.0)]


@pytest.mark.parametrize("margins", ["nominal", "compensated"])
@pytest.mark.parametrize("after", ["", "<w:p/>", "<w:sectPr/>"])
def test_an_imprint_that_ends_the_file_is_a_table_at_the_foot(margins: Any, after: str) -> None:
    profile = LayoutProfile(margins=margins)
    result = laid_out(package("".join(map(paragraph, NOTICE)) + after), profile)
    assert departs(result.data) == []
    layout = read_layout(result.data)
    assert [(one.where, bool(one.borders)) for one in layout.paragraphs[-2:]] == [(Where.TABLE, True)] * 2
    opened = docx.Document(BytesIO(result.data))
    (table,) = opened.tables
    assert len(list(table._tbl.iter(qn("w:tblpPr")))) == 1
    assert next(one.tag for one in table._tbl.itersiblings()) == qn("w:p")


def test_an_imprint_that_ends_nothing_has_its_lines_by_its_paragraphs() -> None:
    result = laid_out(package("".join(map(paragraph, (*NOTICE, "说明文字。")))))
    found = [one for one in read_layout(result.data).paragraphs if one.style in ("抄送机关", "印发机关和印发日期")]
    assert [(one.where, bool(one.borders)) for one in found] == [(Where.BODY, True)] * 2


def test_an_imprint_in_a_table_has_its_lines_on_the_cells() -> None:
    rows = "".join(f"<w:tr><w:tc>{paragraph(line)}</w:tc></w:tr>" for line in NOTICE[-2:])
    body = "".join(map(paragraph, NOTICE[:-2])) + f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"
    result = laid_out(package(body))
    assert departs(result.data) == []
    assert [len(one.borders) for one in read_layout(result.data).paragraphs[-2:]] == [2, 2]


@pytest.mark.parametrize("form", ["document", "upward", "letter", "order", "minutes"])
@pytest.mark.parametrize("sealed", [True, False])
def test_what_is_written_is_laid_out_already(form: Form, sealed: bool) -> None:
    profile = LayoutProfile(form=form, sealed=sealed)
    data = to_docx(PolicyDocument.parse("\n".join(NOTICE)), profile)
    assert lay_out(data, profile).data is data


_TRACKED = 'w:id="7" w:author="甲" w:date="2024-01-02T00:00:00Z"'
_KEPT = (
    f'<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange {_TRACKED}><w:pPr/></w:pPrChange></w:pPr>'
    '<w:bookmarkStart w:id="3" w:name="a"/><w:commentRangeStart w:id="1"/>'
    '<w:hyperlink w:anchor="a"><w:r><w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr><w:t>见</w:t></w:r></w:hyperlink>'
    f'<w:ins {_TRACKED}><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>附表。</w:t></w:r></w:ins>'
    f"<w:del {_TRACKED}><w:r><w:delText>删去</w:delText></w:r></w:del>"
    '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:bookmarkEnd w:id="3"/>'
    "<w:r><w:rPr><w:b/></w:rPr><w:t>务必</w:t></w:r><w:r><w:t>落实。</w:t></w:r><w:r><w:drawing/></w:r>"
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>注。</w:t></w:r></w:p>'
)


@pytest.mark.parametrize("edition", [lambda data: data, strict], ids=["transitional", "strict"])
def test_links_notes_comments_changes_and_pictures_stay(edition: Any) -> None:
    data = edition(package(f"{paragraph('关于防火的通知')}{paragraph('各县：')}{_KEPT}"))
    result = laid_out(data)
    kinds = [
        Counter(str(one.tag).rpartition("}")[2] for one in etree.fromstring(parts_of(each)["word/document.xml"]).iter())
        for each in (data, result.data)
    ]
    for name in (
        "hyperlink",
        "ins",
        "del",
        "pPrChange",
        "bookmarkStart",
        "commentReference",
        "drawing",
        "u",
        "vertAlign",
        "b",
    ):
        assert kinds[0][name] <= kinds[1][name], name
    (one,) = [each for each in read_layout(result.data).paragraphs if each.drawn]
    assert {run.color for run in one.runs} == {"auto"}
    assert {run.size for run in one.runs} == {16.0}
    assert [run.bold for run in one.runs] == [False, False, True, False, False]


def test_generated_numbers_stay_when_the_style_that_gave_them_goes() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="listed"><w:name w:val="Listed"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:ind w:left="840" w:hanging="420"/></w:pPr></w:style>',
    )
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
        '<w:suff w:val="nothing"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = f"{paragraph('关于防火的通知')}{paragraph('各县：')}" + "".join(
        paragraph(line, '<w:pStyle w:val="listed"/>') for line in ("总体要求", "工作任务")
    )
    data = package(body, [("styles", styles, 1), ("numbering", numbering, 1)])
    result = laid_out(data)
    assert read(result.data).splitlines()[2:] == ["一、总体要求", "二、工作任务"]
    listed = read_layout(result.data).paragraphs[2]
    assert (listed.style, listed.first, listed.left) == ("公文一级标题", 2.0, 0.0)


@pytest.mark.parametrize("blanks", ["　　", "    ", "　 ", "\t"])
def test_blanks_that_stood_for_an_indent_go(blanks: str) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("关于防火的通知")
        document.add_paragraph("各县：")
        document.add_paragraph(f"{blanks}严禁用火。")
        document.add_paragraph(f"{blanks * 9}云川市人民政府")
        document.add_paragraph(f"{blanks * 9}2024年6月3日")

    result = laid_out(docx_of(build))
    assert departs(result.data) == []
    assert [one.text for one in docx.Document(BytesIO(result.data)).paragraphs][2] == "严禁用火。"


def test_lines_between_elements_are_left_where_there_are_none() -> None:
    lines = ["云川市人民政府文件", "", "云川政发〔2024〕12号", "关于做好防火工作的通知", "各县人民政府：", "严禁用火。"]
    result = laid_out(plain(lines))
    layout = read_layout(result.data)
    found = {layout.text[one.start : one.end][:4]: one.before / 28.95 for one in layout.paragraphs}
    assert [round(found[name], 2) for name in ("云川政发", "关于做好", "各县人民", "严禁用火")] == [1.0, 2.0, 1.0, 0.0]
    assert any(border.color == "FF0000" for one in layout.paragraphs for border in one.borders)


def test_a_closing_is_placed_by_its_length_with_and_without_a_seal() -> None:
    lines = ["关于防火的通知", "各县：", "严禁用火。", "云川市人民政府办公室", "2024年6月3日"]
    data = plain(lines)
    for sealed, places in ((True, [2.0, 4.0]), (False, [2.0, 4.0])):
        closing = read_layout(laid_out(data, LayoutProfile(sealed=sealed)).data).paragraphs[3:]
        assert [(one.align, one.right) for one in closing] == [("right", place) for place in places]
    lines[3] = "云川市政府"
    data = plain(lines)
    for sealed, places in ((True, [4.5, 4.0]), (False, [5.0, 2.0])):
        closing = read_layout(laid_out(data, LayoutProfile(sealed=sealed)).data).paragraphs[3:]
        assert [one.right for one in closing] == places


def test_an_annex_begins_one_page_and_not_two() -> None:
    def build(document: Any) -> None:
        for line in ("关于防火的通知", "各县：", "严禁用火。", "附件：名单", "云川市人民政府", "2024年6月3日"):
            document.add_paragraph(line)
        document.add_page_break()
        for line in ("附件", "名单", "张某参加会议。"):
            document.add_paragraph(line)

    result = laid_out(docx_of(build))
    assert departs(result.data) == []
    (label,) = [one for one in docx.Document(BytesIO(result.data)).paragraphs if one.text == "附件"]
    assert label.paragraph_format.page_break_before is False


_FOOT = '<w:p><w:r><w:t>{}</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'


@pytest.mark.parametrize(("words", "numbers"), [("", "set"), ("- ", "set"), ("第", "set"), ("云川市印 ", "left")])
def test_page_numbers_are_outside_unless_a_foot_says_more(words: str, numbers: str) -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header0"/>'
        '<w:footerReference w:type="default" r:id="footer0"/></w:sectPr>'
    )
    body = f"{paragraph('关于防火的通知')}{paragraph('各县：')}{paragraph('严禁用火。')}{section}"
    parts = [("footer", part("ftr", _FOOT.format(words)), 1), ("header", part("hdr", paragraph("内部资料")), 1)]
    result = laid_out(package(body, parts))
    assert result.numbers == numbers
    if numbers == "set":
        assert [(one.kind, one.align) for one in read_layout(result.data).footers] == [
            ("even", "left"),
            ("default", "right"),
        ] or departs(result.data) == []
        root = etree.fromstring(parts_of(result.data)["word/document.xml"])
        # Even pages keep the head that they had.
        assert [one.get(qn("w:type")) for one in root.iter(qn("w:headerReference"))] == ["even", "default"]


def test_margins_of_both_standards_are_left() -> None:
    for top, bottom in ((2098, 1984), (1960, 1847)):
        section = (
            f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:bottom="{bottom}" w:left="1588" '
            'w:right="1474" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
        )
        result = laid_out(package(f"{paragraph('关于防火的通知')}{paragraph('各县：')}{section}"))
        assert result.pages == 0
        assert f'w:top="{top}"'.encode() in parts_of(result.data)["word/document.xml"]


def test_a_house_has_its_own_line_and_latin() -> None:
    lines = ["关于防火的通知", "各县：", "严禁用火，2024年起执行。"]
    data = plain(lines)
    profile = LayoutProfile(line=28.0, latin="Times New Roman", fonts={"仿宋": "方正仿宋_GBK"})
    one = read_layout(laid_out(data, profile).data).paragraphs[2]
    assert (one.line, one.runs[0].latin, one.runs[0].han) == (28.0, "Times New Roman", "方正仿宋_GBK")


def test_what_is_laid_out_already_is_given_back() -> None:
    once = lay_out(plain(NOTICE)).data
    assert lay_out(once).data is once


def test_what_is_no_docx_and_what_is_signed_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        lay_out("关于防火的通知".encode())
    assert caught.value.code == "read.layout"
    signed = BytesIO(package(paragraph("关于防火的通知")))
    with zipfile.ZipFile(signed, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<a/>")
    with pytest.raises(MendError, match="signed"):
        lay_out(signed.getvalue())


def test_a_hostile_package_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "乙">]>'
    with pytest.raises(ReadError) as caught:
        lay_out(package(paragraph("甲"), head=bomb))
    assert caught.value.code == "read.entities"
    cut = repack(
        package(paragraph("甲")), lambda name, content: content[:40] if name == "word/document.xml" else content
    )
    with pytest.raises(ReadError):
        lay_out(cut)


_CONTENT_TYPES = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (b"", "read.truncated"),
        (b"<Types", "read.truncated"),
        (b"\x1c<Types/>", "read.truncated"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><Types/>', "read.entities"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><Types/>'.encode("utf-16"), "read.entities"),
        (None, "read.truncated"),
    ],
)
def test_a_part_that_reading_passes_over_and_laying_out_needs_is_inspected(found: bytes | None, code: str) -> None:
    data = package(paragraph("关于防火的通知") + paragraph("严禁用火。"))
    if found is None:
        # Of another name: there is none.
        data = data.replace(_CONTENT_TYPES.encode(), b"[Content_Types].xm_")
    else:
        data = repack(data, lambda name, content: found if name == _CONTENT_TYPES else content)
    assert read(data) == "关于防火的通知\n严禁用火。"
    with pytest.raises(ReadError) as caught:
        lay_out(data)
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["word/document.xml", "WORD/document.xml", "word\\document.xml"])
def test_of_two_parts_of_one_name_the_one_that_is_read_is_laid_out(name: str) -> None:
    data = package(paragraph("关于防火的通知") + paragraph("严禁用火。"))
    twice = BytesIO(package(paragraph("另一个")))
    with warnings.catch_warnings(), zipfile.ZipFile(twice, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(name, parts_of(data)["word/document.xml"])
    once = lay_out(twice.getvalue())
    assert read(once.data) == read(twice.getvalue()) == read(data)
    assert read_layout(once.data).paragraphs[0].align == "center"
    assert lay_out(once.data).data == once.data


def test_styles_that_nothing_leads_to_are_left_alone() -> None:
    data = package(paragraph("关于防火的通知") + paragraph("严禁用火。"), [("styles", part("styles", ""), 0)])
    once = lay_out(data)
    after = parts_of(once.data)
    assert after["word/styles.xml"] == parts_of(data)["word/styles.xml"]
    assert b"gwTitle" in after["word/styles2.xml"]
    assert lay_out(once.data).data == once.data
