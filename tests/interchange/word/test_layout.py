"""The layout of a docx: what holds in the end, and what the rules find in a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from egovkit.checks import check
from egovkit.checks.cases import Case, cases_of
from egovkit.checks.rule import rules
from egovkit.checks.standard_layout import standard_layout
from egovkit.errors import ReadError
from egovkit.interchange.reading import read, read_source
from egovkit.interchange.word import formats as word_formats
from egovkit.interchange.word.formats import Formats, edges
from egovkit.interchange.word.layout import read_layout
from egovkit.interchange.word.package import Package
from egovkit.models.fonts import family_of
from egovkit.models.layout import Layout, LeftoverKind, RunFormat, Where
from tests.interchange.laid_out import docx_of_layout
from tests.interchange.packages import package, paragraph, part, strict

CASES = [case for rule in rules() if rule.code.startswith("GW7") for case in cases_of(rule.code)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{at}" for at, case in enumerate(CASES)])
def test_a_docx_of_a_case_is_judged_as_the_case(case: Case) -> None:
    assert case.layout is not None
    data = docx_of_layout(case.layout)
    source = read_source(data)
    assert source.text == case.text
    found = check(source, layout=read_layout(source), on=case.on)
    assert [case.text[one.start : one.end] for one in found if one.code == case.code] == list(case.found)
    if case is next(one for one in cases_of(case.code) if one.found) or not case.found:
        assert set(found.codes) <= {case.code}


@pytest.mark.parametrize("code", ["GW703", "GW726", "GW727", "GW761", "GW764", "GW765"])
def test_a_layout_is_read_as_it_was_written(code: str) -> None:
    given = cases_of(code)[-1].layout
    assert given is not None
    found = read_layout(docx_of_layout(given))
    assert found.text == given.text
    assert [page_of(found)] == [page_of(given)]
    assert found.odd_and_even == given.odd_and_even
    assert found.footers == given.footers
    assert [replace(one, style=None, line=round(one.line or 0, 2)) for one in found.paragraphs] == [
        replace(one, line=round(one.line or 0, 2)) for one in given.paragraphs
    ]


def page_of(layout: Layout) -> list[float]:
    page = layout.pages[0]
    return [round(value) for value in (page.width, page.height, page.top, page.bottom, page.left, page.right)]


def _only(data: bytes) -> RunFormat:
    return read_layout(data).paragraphs[0].runs[0]


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr>
</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="body"><w:name w:val="公文正文"/><w:basedOn w:val="a"/>
<w:pPr><w:spacing w:after="0" w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="632"/></w:pPr>
<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="flush"><w:name w:val="顶格"/><w:basedOn w:val="body"/><w:pPr><w:ind w:hanging="420" w:left="420"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/></w:tblBorders></w:tblPr>
<w:rPr><w:color w:val="0000FF"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>
"""
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/>'
    '<a:font script="Hant" typeface="新細明體"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


def styled(body: str, settings: str = '<w:themeFontLang w:eastAsia="zh-CN"/>') -> bytes:
    return package(
        body, [("styles", part("styles", STYLES), 1), ("theme", THEME, 1), ("settings", part("settings", settings), 1)]
    )


def test_defaults_and_the_theme_hold_where_nothing_else_is_said() -> None:
    run = _only(styled(paragraph("正文")))
    assert (run.han, run.latin, run.size, run.bold) == ("宋体", "Calibri", 10.5, False)
    assert _only(styled(paragraph("正文"), '<w:themeFontLang w:eastAsia="zh-TW"/>')).han == "新細明體"
    (one,) = read_layout(styled(paragraph("正文"))).paragraphs
    assert (one.style, one.after, one.rule) == ("Normal", 8.0, "auto")


def test_styles_hold_attribute_by_attribute() -> None:
    (one,) = read_layout(styled(paragraph("正文", '<w:pStyle w:val="body"/>'))).paragraphs
    assert (one.style, one.first, one.line, one.rule, one.after) == ("公文正文", 2.0, 28.95, "exact", 0.0)
    assert (one.runs[0].han, one.runs[0].latin, one.runs[0].size, one.runs[0].bold) == (
        "仿宋_GB2312",
        "Calibri",
        16.0,
        True,
    )
    # Hanging out ends the first line that a style gives.
    (one,) = read_layout(styled(paragraph("正文", '<w:pStyle w:val="flush"/>'))).paragraphs
    assert (one.first, one.left, one.line) == (-1.31, 1.31, 28.95)
    # Direct formats are the last.
    (one,) = read_layout(
        styled(paragraph("正文", '<w:pStyle w:val="body"/><w:ind w:firstLineChars="0" w:firstLine="0"/>'))
    ).paragraphs
    assert one.first == 0.0
    assert _only(styled(paragraph("正文", '<w:pStyle w:val="loop"/>'))).size == 15.0


@pytest.mark.parametrize(
    ("properties", "bold"),
    [
        ("", True),
        ('<w:rStyle w:val="strong"/>', False),
        ('<w:rStyle w:val="strong"/><w:b/>', True),
        ('<w:b w:val="0"/>', False),
    ],
)
def test_a_toggle_of_two_styles_is_off(properties: str, bold: bool) -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="body"/></w:pPr><w:r><w:rPr>{properties}</w:rPr><w:t>正文</w:t></w:r></w:p>'
    assert _only(styled(body)).bold is bold


def test_a_table_gives_its_style_and_its_lines() -> None:
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="grid"/></w:tblPr><w:tr><w:tc>{paragraph("格")}</w:tc></w:tr></w:tbl>'
    (one,) = read_layout(styled(body)).paragraphs
    assert (one.where, one.runs[0].color) == (Where.TABLE, "0000FF")
    assert [(border.edge, border.size) for border in one.borders] == [("top", 1.0)]


def test_a_list_gives_its_indents_below_direct_ones() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '<w:pPr><w:ind w:leftChars="300" w:hangingChars="100"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("甲", listed) + paragraph("乙", f'{listed}<w:ind w:leftChars="500"/>')
    first, second = read_layout(package(body, [("numbering", numbering, 1)])).paragraphs
    assert (first.start, first.left, first.first) == (0, 3.0, -1.0)
    assert (second.left, second.first) == (5.0, -1.0)


def test_pages_begin_where_breaks_are() -> None:
    new = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    after = '<w:p><w:r><w:t>二</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>'
    ended = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>四</w:t></w:r></w:p>"
    body = paragraph("一") + new + after + paragraph("三") + ended + paragraph("五") + "<w:sectPr/>"
    layout = read_layout(package(body))
    assert [(layout.text[one.start : one.end], one.page_break, one.blanks) for one in layout.paragraphs] == [
        ("一", False, 0),
        ("二", True, 1),
        ("三", True, 0),
        ("四", False, 0),
        ("五", True, 0),
    ]
    same = body.replace("<w:sectPr/>", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
    assert not read_layout(package(same)).paragraphs[4].page_break


def test_what_work_left_is_found() -> None:
    marked = 'w:id="1" w:author="甲"'
    body = (
        f"<w:p><w:ins {marked}><w:r><w:t>新</w:t></w:r></w:ins><w:del {marked}><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:highlight w:val='yellow'/></w:rPr><w:t>亮</w:t></w:r></w:p>"
    )
    found = {one.kind: (one.count, one.places) for one in read_layout(package(body)).leftovers}
    assert found == {
        LeftoverKind.INSERTION: (1, ((0, 1),)),
        LeftoverKind.DELETION: (1, ((0, 1),)),
        LeftoverKind.HIDDEN: (1, ((2, 3),)),
        LeftoverKind.HIGHLIGHT: (1, ((2, 3),)),
    }


def test_a_page_number_is_told_in_every_way_that_it_is_written() -> None:
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> PAGE  \\* MERGEFORMAT </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>12</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    for inner in (field, field.replace("<w:r><w:t>12</w:t></w:r>", ""), "<w:r><w:pgNum/></w:r>"):
        foot = part("ftr", f"<w:p><w:r><w:t>— </w:t></w:r>{inner}<w:r><w:t> —</w:t></w:r></w:p>")
        body = f'{paragraph()}<w:sectPr><w:footerReference w:type="default" r:id="footer0"/></w:sectPr>'
        (footer,) = read_layout(package(body, [("footer", foot, 1)])).footers
        assert footer.text == "— 1 —"


def test_only_a_docx_has_a_layout_and_of_its_own_text() -> None:
    with pytest.raises(ReadError, match="docx") as caught:
        read_layout("通知".encode())
    assert caught.value.code == "read.layout"
    with pytest.raises(ValueError, match="another text"):
        check("别的", layout=standard_layout("关于防火的通知"))


def test_numbers_that_are_none_are_not_read() -> None:
    body = paragraph("甲", '<w:spacing w:line="x" w:before="1e999"/><w:ind w:left="nan" w:firstLineChars="９"/>')
    (one,) = read_layout(
        package(f'{body}<w:sectPr><w:pgSz w:w="x" w:h=""/><w:pgMar w:top="nan"/></w:sectPr>')
    ).paragraphs
    assert one.line is None
    assert one.left == 0.0


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("方正仿宋_GBK", "仿宋"),
        ("FZXiaoBiaoSong-B05S", "小标宋"),
        ("SimHei", "黑体"),
        ("新宋体", "宋体"),
        ("Arial", None),
        (None, None),
    ],
)
def test_a_font_is_of_a_family_whatever_it_is_called(name: str | None, family: str | None) -> None:
    assert family_of(name) == family


def test_a_text_is_the_same_with_its_layout() -> None:
    data = docx_of_layout(standard_layout("关于防火的通知\n各县：\n严禁用火。"))
    assert read_layout(data).text == read(data)


@pytest.mark.parametrize("said", ["nan", "inf", "-inf", "1e99", "wide", ""])
def test_what_is_no_measure_is_not_said(said: str) -> None:
    def laid_out(width: str, space: str, size: str) -> bytes:
        page = f'<w:pgSz {width} w:h="16838"/><w:docGrid w:type="linesAndChars" {space}/>'
        run = f"<w:r><w:rPr><w:sz {size}/></w:rPr><w:t>严禁用火。</w:t></w:r>"
        foot = (
            f'<w:p><w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz {size}/></w:rPr><w:t>1</w:t></w:r></w:fldSimple></w:p>'
        )
        body = f"{paragraph('关于做好防火工作的通知')}{paragraph('各县：')}<w:p>{run}</w:p>"
        named = '<w:footerReference w:type="default" r:id="footer0"/>'
        return package(f"{body}<w:sectPr>{named}{page}</w:sectPr>", [("footer", part("ftr", foot), 1)])

    data = laid_out(f'w:w="{said}"', f'w:charSpace="{said}"', f'w:val="{said}"')
    layout = read_layout(data)
    assert layout == read_layout(laid_out("", "", ""))
    assert layout.footers[0].size == 10.0
    assert "GW701" in check(read_source(data), layout=layout).codes


def test_a_section_as_it_was_before_a_tracked_change_is_no_page() -> None:
    old = (
        '<w:sectPrChange w:id="1" w:author="甲"><w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:sectPrChange>'
    )
    section = f'<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/>{old}</w:sectPr>'
    layout = read_layout(package(f"{paragraph('甲', section)}{paragraph('乙')}{section}"))
    assert [round(page.width) for page in layout.pages] == [210, 210]
    assert [one.page_break for one in layout.paragraphs] == [False, False]


@pytest.mark.parametrize(
    ("runs", "breaks"),
    [
        ("<w:t>甲</w:t><w:br w:type='page'/>", [False, True]),
        ("<w:br w:type='page'/><w:t>甲</w:t>", [True, False]),
        ("<w:t>甲</w:t><w:br w:type='page'/><w:t>乙</w:t>", [False, False]),
        ("<w:t>甲</w:t><w:br w:type='page'/><w:t>乙</w:t><w:br w:type='page'/>", [False, True]),
        ("<w:t>甲</w:t><w:br/>", [False, False]),
    ],
)
def test_what_follows_a_page_break_begins_the_page(runs: str, breaks: list[bool]) -> None:
    layout = read_layout(package(f"<w:p><w:r>{runs}</w:r></w:p>{paragraph('后')}"))
    assert [one.page_break for one in layout.paragraphs] == breaks


def test_lengths_that_name_their_unit_are_read() -> None:
    body = (
        '<w:p><w:pPr><w:spacing w:line="28.95pt" w:lineRule="exact" w:after="6pt"/><w:ind w:firstLine="32pt"/></w:pPr>'
        '<w:r><w:rPr><w:spacing w:val="-0.25pt"/><w:sz w:val="16pt"/></w:rPr><w:t>严禁用火。</w:t></w:r></w:p>'
        '<w:sectPr><w:pgSz w:w="21cm" w:h="297mm"/><w:pgMar w:top="37mm" w:left="28mm" w:right="26mm"/></w:sectPr>'
    )
    layout = read_layout(strict(package(body)))
    assert page_of(layout)[:3] + page_of(layout)[4:] == [210, 297, 37, 28, 26]
    (one,) = layout.paragraphs
    assert (one.line, one.after, one.first, one.runs[0].size, one.runs[0].spacing) == (28.95, 6.0, 2.0, 16.0, -0.25)


@pytest.mark.parametrize(
    ("direct", "edges"),
    [
        ("", [("top", 1.0), ("bottom", 1.5)]),
        ('<w:pBdr><w:bottom w:val="nil"/></w:pBdr>', [("top", 1.0)]),
        ('<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>', [("top", 1.0), ("bottom", 0.5)]),
    ],
)
def test_a_line_is_inherited_until_its_edge_is_said_anew(direct: str, edges: list[tuple[str, float]]) -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="ruled"><w:pPr><w:pBdr><w:top w:val="single" w:sz="8"/>'
        '<w:bottom w:val="single" w:sz="12"/></w:pBdr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="ruled"/></w:style>',
    )
    data = package(paragraph("甲", f'<w:pStyle w:val="own"/>{direct}'), [("styles", styles, 1)])
    (one,) = read_layout(data).paragraphs
    assert [(border.edge, border.size) for border in one.borders] == edges


def test_a_foot_that_no_page_shows_bears_no_number() -> None:
    foot = part("ftr", '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>')
    for kind, shown in (("default", True), ("even", False), ("first", False)):
        named = f'<w:footerReference w:type="{kind}" r:id="footer0"/>'
        for switch in ("", "<w:titlePg/>" if kind == "first" else ""):
            body = f"{paragraph()}<w:sectPr>{named}{switch}</w:sectPr>"
            layout = read_layout(package(body, [("footer", foot, 1)]))
            assert bool(layout.footers) == (shown or bool(switch))
    settings = ("settings", part("settings", "<w:evenAndOddHeaders/>"), 1)
    body = f'{paragraph()}<w:sectPr><w:footerReference w:type="even" r:id="footer0"/></w:sectPr>'
    assert [one.kind for one in read_layout(package(body, [("footer", foot, 1), settings])).footers] == ["even"]


def test_blanks_in_a_box_are_no_indent_of_its_paragraph() -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>　　框</w:t></w:r></w:p></w:txbxContent></w:pict>"
    layout = read_layout(package(f"<w:p><w:r>{box}</w:r><w:r><w:t>　正文。</w:t></w:r></w:p>"))
    assert [(one.where, one.spaces) for one in layout.paragraphs] == [(Where.BOX, 2.0), (Where.BODY, 1.0)]


def test_what_work_left_in_notes_and_in_formats_is_found() -> None:
    change = 'w:id="3" w:author="甲" w:date="2024-01-02T00:00:00Z"'
    formatted = f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {change}><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>"
    (one,) = read_layout(package(formatted)).leftovers
    assert (one.kind, one.count, one.places) == (LeftoverKind.FORMATTING, 1, ((0, 1),))
    note = part(
        "footnotes", f'<w:footnote w:id="2"><w:p><w:ins {change}><w:r><w:t>注</w:t></w:r></w:ins></w:p></w:footnote>'
    )
    body = '<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    (one,) = read_layout(package(body, [("footnotes", note, 1)])).leftovers
    assert (one.kind, one.count, one.places) == (LeftoverKind.INSERTION, 1, ())
    assert "GW781" in check(read_source(package(formatted)), layout=read_layout(package(formatted))).codes


def _chain(n: int) -> bytes:
    # Each style names an attribute and an edge of its own.
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i - 1}"/><w:pPr><w:pBdr>'
        f'<w:e{i} w:val="single"/><w:top w:val="single" w:sz="{8 + i}"/></w:pBdr><w:spacing w:a{i}="1"/>'
        f'<w:ind w:a{i}="1" w:firstLine="640"/></w:pPr><w:rPr><w:rFonts w:a{i}="1" w:eastAsia="仿宋"/></w:rPr></w:style>'
        for i in range(n)
    )
    body = "".join(paragraph("甲", f'<w:pStyle w:val="s{i}"/>') for i in range(n))
    return package(body, [("styles", part("styles", styles), 1)])


def test_a_style_hands_down_nothing_but_what_the_standard_knows() -> None:
    data = _chain(40)
    layout = read_layout(data)
    last = layout.paragraphs[-1]
    assert [(border.edge, border.size) for border in last.borders] == [("top", (8 + 39) / 8)]
    assert (last.first, last.runs[0].han) == (3.2, "仿宋")
    formats = Formats(Package(data).main)
    of_paragraphs, of_runs = formats.style("s39")
    assert (of_paragraphs["ind"], of_paragraphs["spacing"], of_runs["rFonts"]) == (
        {"firstLine": "640"}, {}, {"eastAsia": "仿宋"}
    )  # fmt: skip


def test_each_style_of_a_chain_is_asked_once_for_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted(properties: Any, tag: str) -> dict[str, Any]:
        nonlocal asked
        asked += 1
        return edges(properties, tag)

    monkeypatch.setattr(word_formats, "edges", counted)
    read_layout(_chain(20))
    few, asked = asked, 0
    read_layout(_chain(80))
    assert asked == 4 * few


@pytest.mark.parametrize("wrap", ["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"])
def test_of_runs_that_say_nothing_of_themselves_each_style_is_asked_once(
    wrap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0
    run = Formats.run

    def counted(self: Formats, *given: Any) -> Any:
        nonlocal asked
        asked += 1
        return run(self, *given)

    monkeypatch.setattr(Formats, "run", counted)
    found = read_layout(package(wrap.format(paragraph() * 20))).paragraphs
    assert len(found) == 20
    assert len({one.runs[0].size for one in found}) == asked == 1


def test_runs_of_a_table_with_a_style_are_of_that_style() -> None:
    styles = part(
        "styles", '<w:style w:type="table" w:styleId="t"><w:name w:val="t"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style>'
    )
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>'
    found = read_layout(package(table + paragraph(), [("styles", styles, 1)])).paragraphs
    assert [one.runs[0].size for one in found] == [22.0, 10.0]
