"""A printed document is put together from where its lines stand, in whatever style it was printed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.layout import Sheet
from egovkit.documents.line_breaks.printed_line import Piece, PrintedLine
from egovkit.interchange.pdf import rows
from egovkit.interchange.pdf.layout import lay_out_pages
from egovkit.interchange.reading import load, read
from egovkit.strategies import Typeset, set_sheet, wrapped_documents
from egovkit.text.breaking import width
from egovkit.text.folding import squeeze
from tests.interchange.printing import (
    DENSE,
    GOVERNMENT,
    SPACED,
    STYLES,
    Style,
    pages_of,
    pdf_of_pages,
    set_in_style,
)

_ELEMENTS = ("title", "kind", "number", "recipients", "signature", "issuers", "dated", "note")
EM, LEFT = 16.0, 80.0

SHEET = Sheet(
    title="某县人民政府办公室关于做好汛期地质灾害防治和城乡内涝治理工作的通知",
    number="某政办发〔2024〕12号",
    recipients="各乡镇人民政府、街道办事处，县政府各部门、各直属机构，县属各企事业单位，驻县各有关单位",
    lines=(
        "为做好汛期地质灾害防治工作，保障人民群众生命财产安全，根据《某省防汛条例》和某政发〔2023〕5号文件要求，经县政府同意，现就有关事项通知如下。",
        "一、加强值守",
        "（一）落实责任。各单位要按照本通知附件（一）的要求，逐级落实防汛责任，主要负责人要靠前指挥，做到守土有责、守土尽责。",
        "（二）严格值班。汛期实行二十四小时值班制度，重要信息要在1小时内报告县防汛抗旱指挥部办公室，不得迟报、漏报、瞒报。",
        "二、加强巡查",
        "各乡镇要组织力量对山洪沟、地质灾害隐患点、低洼易涝区开展拉网式排查，建立台账，逐项销号。",
        "本通知自印发之日起施行。",
    ),
    annexes=("某县2024年汛期地质灾害防治重点巡查区域和责任单位名单", "汛期值班信息报送表"),
    signature=("某县人民政府办公室",),
    dated="2024年5月6日",
    note="此件公开发布",
)


def _page(*lines: tuple[float, str], pitch: float = 28, em: float = EM) -> list[Piece]:
    return [
        (LEFT + inset * em, LEFT + (inset + width(text)) * em, 760 - pitch * i, em, 400, text)
        for i, (inset, text) in enumerate(lines)
    ]


def _lines(*pages: Sequence[Piece]) -> list[str]:
    return lay_out_pages(pages).text.split("\n")


@pytest.mark.parametrize("style", STYLES)
def test_a_pdf_in_every_style_is_the_document(style: Style) -> None:
    document = load(pdf_of_pages(pages_of(set_in_style(SHEET, style), style)))
    whole = PolicyDocument.compose(
        title=SHEET.title, number=SHEET.number, recipients=SHEET.recipients, lines=SHEET.lines,
        annexes=SHEET.annexes, signature=SHEET.signature, dated=SHEET.dated, note=SHEET.note,
    )  # fmt: skip
    assert [getattr(document, name) for name in _ELEMENTS] == [getattr(whole, name) for name in _ELEMENTS]
    assert [annex.title for annex in document.annexes] == list(SHEET.annexes)
    assert [heading.text for heading in document.headings] == [heading.text for heading in whole.headings]
    lines = [squeeze(line) for line in document.text.split("\n")]
    assert [line for line in SHEET.lines if line not in lines] == []
    assert "公报" not in document.text
    assert all(block.whole for block in document.blocks)


@given(wrapped_documents(), st.sampled_from([GOVERNMENT, DENSE, SPACED]))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_a_printed_sheet_is_read_as_it_was_set(printed: Typeset, style: Style) -> None:
    sheet = printed.sheet
    # Where one line alone is broken, nothing shows where the column ends.
    assume(sum(not line.first for line in set_in_style(sheet, style)) > 2)
    paged = lay_out_pages(pages_of(set_in_style(sheet, style), style))
    whole = PolicyDocument.parse("\n".join(line.text for line in set_sheet(sheet, 400)))
    document = PolicyDocument.parse(paged.text)
    assert [getattr(document, name) for name in _ELEMENTS] == [getattr(whole, name) for name in _ELEMENTS]
    assert [annex.title for annex in document.annexes] == [annex.title for annex in whole.annexes]
    assert [heading.text for heading in document.headings] == [heading.text for heading in whole.headings]
    for place in paged.places:
        assert "\n" not in paged.text[place.start : place.end]


def test_a_block_knows_its_page_and_its_box() -> None:
    style = Style(lines=10)
    document = load(pdf_of_pages(pages_of(set_in_style(SHEET, style), style)))
    title, note = document.blocks[0], next(block for block in document.blocks if block.kind is Element.NOTE)
    assert (title.page, note.page) == (1, 3)
    assert title.box is not None
    left, foot, right, head = title.box
    assert 80 <= left < right <= 80 + 28 * 16 + 1
    assert 700 < foot < head < 800


def test_plain_text_without_places_has_no_boxes() -> None:
    document = load("关于防火的通告\n\f严禁用火。".encode())
    assert [(block.page, block.box, block.whole) for block in document.blocks] == [(1, None, True), (2, None, True)]
    assert [block.page for block in load("关于防火的通告\n严禁用火。".encode()).blocks] == [None, None]


FULL = "各单位要按照要求认真抓好落实，逐级明确责任，务必"
assert width(FULL) == 24


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        # A full line, and the next at the left edge: one paragraph, whatever the next opens with.
        ([(2, FULL[:22]), (0, FULL), (0, "（一）的要求。")], [FULL[:22] + FULL + "（一）的要求。"]),
        # The first had room for what follows.
        ([(2, "请认真落实"), (0, FULL), (0, FULL)], ["请认真落实", FULL + FULL]),
        # An indent begins a paragraph.
        ([(2, FULL[:22]), (0, FULL[:-2] + "实。"), (2, "特此通知。")], [FULL[:22] + FULL[:-2] + "实。", "特此通知。"]),
        # 第二条 counts on from 第一条, though it stands at the edge.
        ([(2, FULL[:22]), (0, FULL), (2, "第一条 " + FULL[:17] + "。"), (0, "第二条 其他。")], [FULL[:22] + FULL, "第一条 " + FULL[:17] + "。", "第二条 其他。"]),
        # An entry hangs under its words.
        ([(0, FULL), (0, FULL), (2, "附件：1." + FULL[:18]), (6, "名单"), (5, "2.申请表")], [FULL + FULL, "附件：1." + FULL[:18] + "名单", "2.申请表"]),
        # A line with room that ends in a comma is no end, and nothing tells what it is.
        ([(2, FULL[:22]), (0, FULL), (0, "请执行，"), (0, "特此通知。")], [FULL[:22] + FULL + "请执行，", "特此通知。"]),
    ],
)  # fmt: skip
def test_where_lines_begin_and_end(lines: list[tuple[float, str]], read: list[str]) -> None:
    # A second page shows how wide the column is and that paragraphs are set in.
    known = _page((2, FULL[:22]), (0, FULL), (0, "落实。"), (2, FULL[:22]), (0, FULL), (0, "落实。"), (2, FULL[:22]))
    assert _lines(_page(*lines), known)[: len(read)] == read


def test_what_the_page_does_not_tell_stays_two_lines_and_is_marked() -> None:
    # Neither indents nor gaps, and a sentence that ends where the line does.
    stop = FULL[:-1] + "。"
    paged = lay_out_pages([_page((0, FULL), (0, stop), (0, FULL), (0, "抓好。"), (0, FULL), (0, "落实。"))])
    assert paged.text.split("\n") == [FULL + stop, FULL + "抓好。", FULL + "落实。"]
    assert [place.whole for place in paged.places] == [False, True, True]


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ((("某县人民政府"), "关于防汛工作的通知"), ["某县人民政府关于防汛工作的通知"]),
        ((("某县人民政府关于防汛工作的通知"), "（试行）"), ["某县人民政府关于防汛工作的通知", "（试行）"]),
    ],
)
def test_a_title_over_two_lines_is_one_in_the_middle_of_its_sense(title: tuple[str, ...], read: list[str]) -> None:
    rows = _page((2, FULL[:22]), (0, FULL), (0, "落实。"))
    head = [
        (LEFT + 12 * EM - width(line) * 11, LEFT + 12 * EM + width(line) * 11, 900 - 36 * i, 22.0, 400, line)
        for i, line in enumerate(title)
    ]
    assert _lines([*head, *rows])[: len(read)] == read


def test_a_paragraph_runs_across_the_page_and_its_number_follows_it() -> None:
    first = _page((2, FULL[:22]), (0, FULL))
    second = _page((0, "抓实抓好。"), (2, "特此通知。"))
    number: Piece = (280.0, 320.0, 40.0, 12.0, 400, "— 1 —")
    assert _lines([*first, number], second) == [FULL[:22] + FULL + "抓实抓好。", "— 1 —", "特此通知。"]


def test_running_heads_and_bare_page_numbers_are_no_text() -> None:
    texts = ("甲要认真落实。", "乙要抓紧整改。", "丙要及时上报。")
    pages = [
        [(80.0, 200.0, 800.0, 9.0, 400, "某市公报"), *_page((2, text)), (290.0, 300.0, 40.0, 9.0, 400, str(number))]
        for number, text in enumerate(texts, 7)
    ]
    assert _lines(*pages) == list(texts)


def test_two_columns_are_read_one_after_the_other() -> None:
    left = _page(*[(0, FULL[:12])] * 5, (0, "左栏完。"))
    right: list[Piece] = [
        (x + 240, y + 240, base, em, weight, text)
        for x, y, base, em, weight, text in _page(*[(0, FULL[12:])] * 5, (0, "右栏完。"))
    ]
    mixed = [piece for pair in zip(left, right, strict=True) for piece in pair]
    assert _lines(mixed) == [FULL[:12] * 5 + "左栏完。", FULL[12:] * 5 + "右栏完。"]


def test_cells_under_one_another_are_a_table() -> None:
    def row(y: float, *cells: str) -> list[Piece]:
        return [(80.0 + 150 * i, 80 + 150 * i + width(c) * 16, y, 16.0, 400, c) for i, c in enumerate(cells)]

    page = [*row(700, "序号", "任务", "单位"), *row(672, "1", "编制目录", "某局"), *row(644, "2", "汇总", "某办")]
    assert _lines(page) == ["序号\t任务\t单位", "1\t编制目录\t某局", "2\t汇总\t某办"]


def test_two_marks_on_one_line_stay_on_it() -> None:
    page = [
        (80.0, 140.0, 760.0, 16.0, 400, "机密★1年"),
        (480.0, 512.0, 760.0, 16.0, 400, "特急"),
        *_page((2, FULL))[:0],
    ]
    assert _lines(page) == ["机密★1年　　特急"]


def test_a_justified_line_has_no_blanks() -> None:
    page = [(80.0 + i * 40, 96.0 + i * 40, 700.0, 16.0, 400, character) for i, character in enumerate("请遵照执行")]
    assert squeeze(read(pdf_of_pages([page]))) == "请遵照执行"


def test_a_row_of_more_cells_than_a_table_has_is_held_against_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def cells(count: int) -> list[PrintedLine]:
        pieces: list[Piece] = [
            (40.0 * x, 40.0 * x + 10, 700.0 - 20 * y, 10.0, 400, "甲") for y in range(3) for x in range(count)
        ]
        return rows.rows_of(pieces, 1, 1)

    most = rows._MAX_CELLS
    assert all(row.table for row in cells(most))
    monkeypatch.setattr(rows, "_under", lambda *_: pytest.fail("held against another"))
    assert not any(row.table for row in cells(most + 1))
