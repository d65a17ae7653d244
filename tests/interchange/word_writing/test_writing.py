"""What is written as a docx is read back, and is laid out as the standard says."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from egovkit.checks.checking import check
from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.layout import Enclosure, Sheet, lay_out
from egovkit.documents.laying_out.printing import sheet_of
from egovkit.interchange.reading import read_source
from egovkit.interchange.word.layout import read_layout
from egovkit.interchange.word_writing.writing import to_docx
from egovkit.models.fonts import family_of
from egovkit.models.layout import Layout, ParagraphFormat, Where
from egovkit.models.layout_profile import Form, LayoutProfile
from egovkit.strategies.document import sheets

FORMS: tuple[Form, ...] = ("document", "upward", "letter", "order", "minutes")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUES = ("number", "title", "recipients", "signature", "signers", "dated", "note", "signatories", "kind")
_IMPRINT = ("copied_to", "printed_by", "printed_on")


def held(document: PolicyDocument, *, imprint: bool = True) -> dict[str, Any]:
    """What of a document is printed wherever it is."""
    names = (*_VALUES, *(_IMPRINT if imprint else _IMPRINT[:1]))
    found = {name: getattr(document, name) for name in names}
    found["annexes"] = [annex.title for annex in document.annexes]
    found["headings"] = [(heading.level, heading.ordinal, heading.text) for heading in document.headings]
    found["parts"] = [(part.label, part.title) for part in document.parts]
    return found


def findings(data: bytes) -> list[tuple[str, str]]:
    source = read_source(data)
    report = check(source, layout=read_layout(source), rules="GW7")
    return [(finding.code, source.text[finding.start : finding.end][:40]) for finding in report.findings]


def notice(**given: Any) -> PolicyDocument:
    whole: dict[str, Any] = {
        "title": "云川市人民政府办公室关于印发《云川市政务信息系统迁移上云工作方案》的通知",
        "lines": [
            "现将方案印发给你们。",
            "一、总体要求",
            "统一规划、分级实施。",
            "（一）目标。全面上云。",
            "请遵照执行。",
        ],
        "number": "云川政办发〔2024〕12号",
        "recipients": "各县（区）人民政府",
        "signature": ["云川市人民政府办公室"],
        "dated": "2024年3月5日",
    }
    return PolicyDocument.compose(**(whole | given))


def paragraph_of(layout: Layout, words: str) -> ParagraphFormat:
    found = layout.at(layout.text.index(words))
    assert found is not None
    return found


# Each example is written, read, parsed twice and judged.
@settings(max_examples=30)
@given(sheets(), st.sampled_from(FORMS), st.booleans())
def test_what_is_written_is_read_back(sheet: Sheet, form: Form, sealed: bool) -> None:
    if form == "upward":
        sheet = replace(
            sheet,
            number=sheet.number or "云财字〔2024〕3号",
            signatories=("王小明", "李四", "赵五")[: len(sheet.title) % 3 + 1],
        )
    document = PolicyDocument.parse(lay_out(sheet))
    data = to_docx(document, LayoutProfile(form=form, sealed=sealed))
    source = read_source(data)
    for read in (source.document, PolicyDocument.parse(source.text)):
        # 10.1: the imprint of a letter says nothing of printing.
        assert held(read, imprint=form != "letter") == held(document, imprint=form != "letter")
        if form not in ("letter", "order", "minutes"):
            assert replace(sheet_of(read), fields=()) == replace(sheet_of(document), fields=())
    assert findings(data) == []


@settings(max_examples=10)
@given(sheets(), st.sampled_from(FORMS))
def test_the_same_document_is_the_same_bytes(sheet: Sheet, form: Form) -> None:
    document = PolicyDocument.parse(lay_out(sheet))
    assert to_docx(document, LayoutProfile(form=form)) == to_docx(document, LayoutProfile(form=form))
    with zipfile.ZipFile(BytesIO(to_docx(document))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


ORDER = PolicyDocument.parse(
    "云川市人民政府令\n第12号\n《云川市数据管理办法》已经2024年3月1日市人民政府常务会议通过，现予公布，自2024年5月1日起施行。\n"
    "市长　王小明\n2024年3月5日\n云川市数据管理办法\n第一章　总则\n第一条　为了规范数据，制定本办法。\n第二条　数据归口管理。"
)
MINUTES = PolicyDocument.parse(
    "云川市人民政府常务会议纪要\n〔2024〕3号\n2024年3月1日，市长主持召开会议。会议议定：\n一、原则同意。由市数据局印发。\n"
    "出席：王小明、李四\n请假：张三\n列席：赵五"
)
ANNEXES = (Enclosure("附件1", "任务分工表", ("市数据局牵头。",)), Enclosure("附件2", "申请表", ("如实填写。",)))
SHOWN: list[tuple[str, PolicyDocument, LayoutProfile | None]] = [
    ("plain", notice(organ_mark="云川市人民政府办公室文件"), None),
    (
        "marked",
        notice(
            organ_mark="云川市人民政府办公室文件",
            copy_number="000012",
            secrecy="秘密★1年",
            urgency="特急",
            annexes=["任务分工表", "申请表"],
            enclosures=ANNEXES,
            note="此件公开发布",
            copied_to="市委各部门",
            printed_by="云川市人民政府办公室",
            printed_on="2024年3月6日",
        ),
        None,
    ),
    (
        "upward",
        notice(title="云川市财政局关于经费的请示", signatories=["王小明"]),
        LayoutProfile(marks=("云川市财政局",)),
    ),
    (
        "joint",
        notice(signatories=["王小明", "李四", "赵五"]),
        LayoutProfile(marks=("甲市财政局", "甲市数据局", "甲市档案局")),
    ),
    ("letter", notice(urgency="特急", copied_to="市委"), LayoutProfile(form="letter", marks=("云川市数据局",))),
    ("order", ORDER, None),
    ("minutes", MINUTES, None),
]


@pytest.mark.parametrize(("document", "profile"), [each[1:] for each in SHOWN], ids=[each[0] for each in SHOWN])
def test_each_form_is_read_back_and_has_no_finding(document: PolicyDocument, profile: LayoutProfile | None) -> None:
    data = to_docx(document, profile)
    assert held(read_source(data).document) == held(document)
    assert findings(data) == []


def rows(data: bytes) -> Iterator[list[str]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for row in root.iter(_W + "tr"):
        yield ["".join(text.text or "" for text in cell.iter(_W + "t")) for cell in row.iter(_W + "tc")]


def test_every_part_is_xml_and_is_named() -> None:
    data = to_docx(SHOWN[4][1], SHOWN[4][2])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        roots = {name: etree.fromstring(archive.read(name)) for name in names}
    types = roots["[Content_Types].xml"]
    overridden = {one.get("PartName", "")[1:] for one in types if one.get("PartName")}
    assert overridden == {name for name in names if not name.endswith(".rels")} - {"[Content_Types].xml"}
    targets = {f"word/{one.get('Target')}" for one in roots["word/_rels/document.xml.rels"]}
    assert targets == {name for name in names if name.startswith("word/")} - {
        "word/document.xml",
        "word/_rels/document.xml.rels",
    }
    assert not any("author" in etree.tostring(root).decode().lower() for root in roots.values())


def test_margins_for_a_grid_have_no_finding() -> None:
    document = SHOWN[1][1]
    data = to_docx(document, LayoutProfile(margins="compensated"))
    assert held(read_source(data).document) == held(document)
    assert findings(data) == []
    layout = read_layout(data)
    assert (round(layout.pages[0].top, 1), paragraph_of(layout, "请遵照执行").line) == (34.6, 29.5)


def test_fonts_are_named_with_those_that_take_their_place() -> None:
    with zipfile.ZipFile(BytesIO(to_docx(notice(), LayoutProfile(fonts={"仿宋": "仿宋"})))) as archive:
        root = etree.fromstring(archive.read("word/fontTable.xml"))
    named = {font.get(_W + "name"): font[0].get(_W + "val", "").split(",") for font in root}
    assert set(named) == {"仿宋", "黑体", "楷体_GB2312", "宋体", "方正小标宋简体"}
    for font, aliases in named.items():
        assert font not in aliases
        assert {family_of(alias) for alias in aliases} == {family_of(font)}


def test_a_signature_is_placed_by_its_seal() -> None:
    sealed = read_layout(to_docx(notice()))
    # 7.3.5.1: the date four characters from the right, the organ centred on it.
    date, organ = paragraph_of(sealed, "2024年3月5日"), paragraph_of(sealed, "云川市人民政府办公室\n2024")
    assert (date.right, organ.blanks) == (4.0, 2)
    assert organ.right + 10 / 2 == date.right + 6 / 2 or organ.right == 0
    # 7.3.5.2: the organ two from the right, the date two to the right of where the organ begins.
    plain = read_layout(to_docx(notice(), LayoutProfile(sealed=False)))
    date, organ = paragraph_of(plain, "2024年3月5日"), paragraph_of(plain, "云川市人民政府办公室\n2024")
    assert (organ.right, organ.blanks, date.right) == (2.0, 1, 4.0)
    short = read_layout(to_docx(notice(signature=["云川市发改委"]), LayoutProfile(sealed=False)))
    date, organ = paragraph_of(short, "2024年3月5日"), paragraph_of(short, "云川市发改委\n2024")
    assert date.right == 2.0
    assert organ.right + 6 == date.right + 6 + 2


def test_organs_that_seal_stand_apart_by_their_seals() -> None:
    layout = read_layout(to_docx(notice(signature=["甲市财政局", "甲市数据局", "甲市档案局", "甲市税务局"])))
    first, last = paragraph_of(layout, "甲市财政局"), paragraph_of(layout, "甲市税务局")
    assert layout.text[first.start : first.end].split() == ["甲市财政局", "甲市数据局", "甲市档案局"]
    assert last.blanks == 3


def test_a_signature_stays_with_text() -> None:
    layout = read_layout(to_docx(notice(note="此件公开发布")))
    chain = [one for one in layout.paragraphs if one.start >= layout.text.index("请遵照执行")]
    assert [one.keep_next for one in chain] == [True, True, True, False]
    # The only paragraph stays on the first page.
    alone = read_layout(to_docx(notice(lines=["请遵照执行。"])))
    assert not paragraph_of(alone, "请遵照执行").keep_next


def test_an_annex_begins_a_page_with_its_label() -> None:
    layout = read_layout(to_docx(SHOWN[1][1]))
    label, title = paragraph_of(layout, "附件1\n"), paragraph_of(layout, "任务分工表\n市数据局")
    assert (label.page_break, label.style, title.blanks, title.align) == (True, "附件标识", 1, "center")
    note = paragraph_of(layout, "附件：1.")
    assert (note.left, note.first, note.blanks) == (6.0, -4.0, 1)
    assert (paragraph_of(layout, "2.申请表").left, paragraph_of(layout, "2.申请表").first) == (6.0, -1.0)


def test_headings_that_run_on_are_set_apart_alone() -> None:
    layout = read_layout(to_docx(notice()))
    heading, text = paragraph_of(layout, "（一）目标").runs
    assert (heading.han, text.han) == ("楷体_GB2312", "仿宋_GB2312")
    assert paragraph_of(layout, "一、总体要求").runs[0].han == "黑体"


def test_tables_of_a_text_are_tables() -> None:
    lines = ["安排如下。", "| 序号 | 任务 |", "| --- | --- |", "| 1 | 上云 |", "完毕。"]
    data = to_docx(PolicyDocument.parse("甲市关于上云的通知\n各县：\n" + "\n".join(lines)))
    assert list(rows(data)) == [["序号", "任务"], ["1", "上云"]]
    assert read_source(data).text.split("\n")[2:] == ["安排如下。", "序号\t任务", "1\t上云", "完毕。"]
    assert {one.where for one in read_layout(data).paragraphs} == {Where.BODY, Where.TABLE}


def test_rows_that_a_reader_parts_by_tabs_are_a_table() -> None:
    text = "甲市关于上云的通知\n各县：\n安排如下。\n单位\t电话\n市水利局\t1\n完毕。\n联系人\t王小明\n请照办。"
    data = to_docx(PolicyDocument.parse(text))
    assert list(rows(data)) == [["单位", "电话"], ["市水利局", "1"]]
    assert read_source(data).text == text
    # What is no Markdown keeps its signs.
    plain = "甲市关于上云的通知\n各县：\n- 报送[目录](附件)，2*3。"
    assert read_source(to_docx(PolicyDocument.parse(plain))).text == plain


def cells_of(data: bytes) -> Iterator[list[tuple[int, str, set[str]]]]:
    """Each row of a docx: of each cell how wide it is, how its text stands, and the sizes of its characters."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for row in root.iter(_W + "tr"):
        yield [
            (
                int(next(cell.iter(_W + "tcW")).get(_W + "w", "0")),
                next(cell.iter(_W + "jc")).get(_W + "val", ""),
                {size.get(_W + "val", "") for size in cell.iter(_W + "sz")},
            )
            for cell in row.iter(_W + "tc")
        ]


def tabled(*lines: str) -> bytes:
    return to_docx(PolicyDocument.parse("\n".join(["甲市关于上云的通知", "各县：", "安排如下。", *lines, "请照办。"])))


def test_empty_cells_at_the_head_of_a_row_keep_their_places() -> None:
    lines = ["类别\t系统\t用户", "对外\t审批\t3200", "\t缴费\t900", "\t\t合计略"]
    data = tabled(*lines)
    assert list(rows(data)) == [
        ["类别", "系统", "用户"],
        ["对外", "审批", "3200"],
        ["", "缴费", "900"],
        ["", "", "合计略"],
    ]
    again = to_docx(read_source(data).document)
    assert list(rows(again)) == list(rows(data))
    # A paragraph that a tab sets in is no row, whatever it is beside.
    assert list(rows(tabled("\t各县要抓紧。", "类别\t系统", "甲\t乙", "\t完毕。"))) == [["类别", "系统"], ["甲", "乙"]]


def test_short_columns_are_in_one_line_and_long_ones_turn_over() -> None:
    long = "劳动关系协调监测与争议调解仲裁综合管理平台以及与其相关的各类业务系统"
    lines = ["序号\t单位\t系统名称\t用户数\t迁移批次", f"1\t市人力资源和社会保障局\t{long}\t12000\t第二批"]
    head, row = cells_of(tabled(*lines))
    assert sum(wide for wide, *_ in head) in range(8840, 8849)
    for (wide, *_), words in zip(head, ["序号", "市人力资源和社会保障局", "", "12000", "迁移批次"], strict=True):
        size = 12 * sum(0.5 if one.isascii() else 1 for one in words)
        assert wide >= (size + 6) * 20, words
    # A column is in the middle or at the left as a whole.
    assert [align for _, align, _ in row] == ["center", "left", "left", "center", "center"]
    assert {align for _, align, _ in head} == {"center"}


@pytest.mark.parametrize(("count", "size"), [(12, set()), (15, {"21"}), (17, {"18"}), (40, {"18"})])
def test_characters_of_a_table_get_smaller_where_its_columns_are_many(count: int, size: set[str]) -> None:
    lines = ["\t".join(["栏目"] * count), "\t".join(["12"] * count)]
    assert {one for row in cells_of(tabled(*lines)) for _, _, sizes in row for one in sizes} == size


def test_what_ends_a_file_is_a_paragraph() -> None:
    data = to_docx(PolicyDocument.parse("甲市关于上云的通知\n各县：\n安排如下。\n| 序号 | 任务 |\n| 1 | 上云 |"))
    opened = docx.Document(BytesIO(data))
    assert [len(table.rows) for table in opened.tables] == [2]
    assert opened.element.body[-2].tag == _W + "p"
    assert opened.paragraphs[0].style is not None
    assert opened.paragraphs[0].style.name == "公文标题"


def test_marks_of_markdown_are_none_of_the_text() -> None:
    document = PolicyDocument.parse(
        "# 甲市关于上云的通知\n\n各县：\n\n## 一、要求\n\n**请**遵照执行。\n\n## 报送\n\n按时报送。"
    )
    source = read_source(to_docx(document))
    assert source.text == "甲市关于上云的通知\n各县：\n一、要求\n请遵照执行。\n报送\n按时报送。"
    assert [heading.text for heading in source.document.headings] == ["要求", "报送"]


def test_what_a_field_alone_prints_takes_its_place() -> None:
    document = PolicyDocument.parse(
        "索引号：A1\n发文字号：甲政发〔2024〕3号\n标题：甲市关于上云的通知\n成文日期：2024年3月5日\n各县：\n请照办。"
    )
    read = read_source(to_docx(document)).document
    assert (str(read.number), read.title, str(read.dated)) == ("甲政发〔2024〕3号", "甲市关于上云的通知", "2024-03-05")
    assert read.index_number is None


@pytest.mark.parametrize(
    "text",
    [
        "打印本页\n关闭窗口",
        "索引号：A1\n发布日期：2024-01-02",
        "某网讯（甲/文）据某某发布微信公众号消息，自2024年6月1日起调整办理时限，由1年调整为3年，次数不变。",
    ],
)
def test_what_holds_nothing_of_a_document_is_written_as_it_is(text: str) -> None:
    assert read_source(to_docx(PolicyDocument.parse(text))).text == text


@pytest.mark.parametrize(
    "text", ["", "正文", "\x00\ud800", "<&>\"'", "甲\x0b乙", "| |\n|-|", "\t\t\t", "第一条 甲" * 3]
)
def test_any_text_is_written(text: str) -> None:
    data = to_docx(PolicyDocument.parse(text))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert all(etree.fromstring(archive.read(name)) is not None for name in archive.namelist())


@settings(max_examples=50)
@given(st.text())
def test_any_text_at_all_is_written(text: str) -> None:
    with zipfile.ZipFile(BytesIO(to_docx(PolicyDocument.parse(text)))) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def test_the_marks_of_several_organs_are_told_apart() -> None:
    document = notice(organ_mark=["甲市财政局", "甲市数据局"], signature=["甲市财政局", "甲市数据局"])
    assert document.organ_mark == "甲市财政局甲市数据局文件"
    data = to_docx(document)
    assert list(rows(data)) == [["甲市财政局甲市数据局", "文件"]]
    assert read_source(data).document == document
    # The characters of a short mark are set apart, and are one organ.
    spaced = PolicyDocument.parse(
        "甲 县 人 民 政 府 文 件\n甲政发〔2024〕3号\n甲县人民政府关于上云的通知\n各乡镇：\n请照办。"
    )
    assert "甲县人民政府文件" in read_source(to_docx(spaced)).text


@pytest.mark.parametrize("title", ["云川市数据局关于商请提供目录的函", "关于商请提供目录的函"])
def test_a_letter_is_composed_with_its_mark(title: str) -> None:
    document = notice(title=title, organ_mark="云川市数据局", urgency="特急", signature=["云川市数据局"])
    assert document.organ_mark == "云川市数据局"
    data = to_docx(document)
    # The mark shows the form; above the number it is read again.
    assert any(border.style.startswith("thickThin") for border in read_layout(data).paragraphs[0].borders)
    assert read_source(data).document == document


def test_a_letter_without_a_mark_has_that_of_its_issuer() -> None:
    document = notice(title="云川市数据局关于商请提供目录的函", copied_to="市委", signature=["云川市数据局"])
    data = to_docx(document, LayoutProfile(form="letter"))
    assert read_source(data).text.startswith("云川市数据局\n云川政办发")
    assert findings(data) == []


@pytest.mark.parametrize(
    "above",
    ["云川市数据局\n首页", "云川市档案局", "首页", "云川市数据局\n2024年3月5日"],
    ids=["more", "other", "word", "date"],
)
def test_what_else_is_above_a_number_is_no_mark(above: str) -> None:
    text = f"{above}\n云数函〔2024〕3号\n云川市数据局关于商请提供目录的函\n云川市财政局：\n请支持。"
    assert PolicyDocument.parse(text).organ_mark is None


def gongwen(shared: Path) -> Sequence[dict[str, Any]]:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["form"].startswith("gongwen")]


@pytest.mark.corpus
def test_documents_of_the_corpus_are_read_back_and_have_no_finding(shared: Path) -> None:
    documents = gongwen(shared)
    for row in documents:
        document = PolicyDocument.parse(row["text"])
        data = to_docx(document)
        assert held(read_source(data).document) == held(document), row["title"]
        assert findings(data) == [], row["title"]
    assert len(documents) > 198


@pytest.mark.parametrize("label", ["附件", "附件3", "## 附件3"])
def test_a_file_that_is_an_annex_says_so(label: str) -> None:
    document = PolicyDocument.parse(f"{label}\n甲市森林防火办法\n第一条 为了防火，制定本办法。\n第二条 严禁用火。")
    text = read_source(to_docx(document)).text
    assert text.split("\n")[:2] == [label.removeprefix("## "), "甲市森林防火办法"]
    again = PolicyDocument.parse(text)
    assert (again.title, len(again.headings)) == (document.title, len(document.headings))
    assert to_docx(again) == to_docx(document)


def test_the_lists_of_minutes_are_a_line_under_the_text() -> None:
    lines = ["会议议定以下事项。", "出席：王小明、李建国。", "请假：赵一。", "列席：钱二。"]
    data = to_docx(PolicyDocument.parse("\n".join(["甲市人民政府常务会议纪要", "〔2024〕6号", *lines])))
    layout = read_layout(data)
    assert [(paragraph_of(layout, line).blanks, paragraph_of(layout, line).first) for line in lines[1:]] == [
        (1, -3.0),
        (0, -3.0),
        (0, -3.0),
    ]
    # They hang, and are no paragraphs of text.
    assert findings(data) == []


def titles_in(data: bytes) -> list[list[str]]:
    layout = read_layout(data)
    return [layout.text[one.start : one.end].split("\n") for one in layout.paragraphs if one.style == "公文标题"]


def test_each_title_is_broken_at_sense_that_is_read_as_it_was() -> None:
    # The lines of the second would be read as something else: that is no reason to leave the first to the word processor.
    long = "甲市政务信息系统迁移上云申请表及填写说明（适用于市直部门和各县、区人民政府所属单位）"
    title = "甲市人民政府关于加快推进全市政务信息系统迁移上云和公共数据资源归集共享开放利用工作的意见"
    document = notice(
        title=title, annexes=[long], signature=["甲市人民政府"], enclosures=[Enclosure("附件", long, ("如实填写。",))]
    )
    data = to_docx(document)
    main, annex = titles_in(data)
    assert len(main) == 3
    assert all(len(line) <= 20 for line in main)
    assert "".join(annex) == long
    assert read_source(data).document == document


def test_organs_that_issue_together_are_parted_in_the_title() -> None:
    organs = ["甲市财政局", "甲市数据局"]
    document = notice(title="甲市财政局甲市数据局关于上云的通知", signature=organs)
    (lines,) = titles_in(to_docx(document))
    assert lines == ["甲市财政局　甲市数据局关于上云的通知"]
    assert read_source(to_docx(document)).document.title == document.title


def test_a_date_that_the_head_of_minutes_has_is_printed_once() -> None:
    text = "专题会议纪要\n〔2024〕3号\n甲市人民政府办公室　2024年4月12日\n会议议定以下事项。"
    document = PolicyDocument.parse(text)
    assert str(document.dated) == "2024-04-12"
    assert read_source(to_docx(document)).text.count("2024年4月12日") == 1


@pytest.mark.parametrize("blank", [" ", ""])
def test_an_order_of_several_organs_has_their_marks_apart(blank: str) -> None:
    signers = ["甲市财政局局长　王小明", "甲市审计局局长　李建国"]
    lines = [f"甲市财政局{blank}甲市审计局令", "第3号", "《办法》已经审议通过，现予公布。", *signers, "2024年6月5日"]
    document = PolicyDocument.parse("\n".join(lines))
    data = to_docx(document)
    assert list(rows(data)) == ([["甲市财政局甲市审计局", "令"]] if blank else [])
    assert held(read_source(data).document) == held(document)
    assert findings(data) == []


@pytest.mark.parametrize("under", ["（试行）", "（征求意见稿）"])
def test_what_is_under_the_title_of_an_annex_is_in_the_middle(under: str) -> None:
    text = f"甲县关于印发防火办法的通知\n各乡镇：\n现印发给你们。\n甲县人民政府\n2024年3月1日\n甲县防火办法\n{under}\n第一条　为了防火，制定本办法。"
    data = to_docx(PolicyDocument.parse(text))
    layout = read_layout(data)
    assert paragraph_of(layout, under).align == "center"
    assert (paragraph_of(layout, under).blanks, paragraph_of(layout, "第一条").blanks) == (0, 1)
    assert findings(data) == []


@pytest.mark.parametrize("code", [0xD800, 0xDFFF, 0x00, 0x1B, 0xFFFE])
def test_what_xml_cannot_bear_is_in_no_part(code: int) -> None:
    character = chr(code)
    document = PolicyDocument.parse(f"云川市关于甲{character}的通知\n各区：\n请认真{character}执行。")
    with zipfile.ZipFile(BytesIO(to_docx(document))) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    assert parts["docProps/core.xml"].xpath("string()") == "云川市关于甲的通知"
