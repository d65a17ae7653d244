"""Text whose lines were broken at a column is read as the paragraphs it had, and every place stays the caller's."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.layout import Sheet, lay_out
from egovkit.documents.line_breaks import lone_breaks, wrapping
from egovkit.documents.line_breaks.wrapping import one_line, unwrap
from egovkit.strategies import Typeset, sheets, wrapped_documents
from egovkit.text.folding import squeeze
from tests.witness import survivors

_ELEMENTS = ("title", "kind", "number", "recipients", "signature", "dated", "note")

BODY = (
    "　　为做好汛期地质灾害防治工作，保障人民群众生命财产",
    "安全，经县人民政府同意，现就有关事项通知如下，请各单位",
    "认真抓好落实，不得延误。",
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(wrapped_documents())
def test_a_wrapped_document_is_read_as_the_document(printed: Typeset) -> None:
    # Where most lines are whole, nothing tells the few that are broken from the items of a list.
    assume(printed.broken > max(2, printed.text.count("\n") // 4))
    whole, read = PolicyDocument.parse(lay_out(printed.sheet)), PolicyDocument.parse(printed.text)
    assert [getattr(read, name) for name in _ELEMENTS] == [getattr(whole, name) for name in _ELEMENTS]
    assert [annex.title for annex in read.annexes] == [annex.title for annex in whole.annexes]
    assert [heading.text for heading in read.headings] == [heading.text for heading in whole.headings]


def test_the_line_after_a_broken_one_ends_where_its_paragraph_does() -> None:
    # Without indents a first line may have lost two characters; the second of a paragraph has lost none.
    lines = ["关于加强政务数据共享工作的通知", "（一）总体要求。各地要按照本通知", "要求，结合实际抓紧组织实施。"]
    more = ["1.到2025年底，一体化平台全面建", "成，服务事项全部上线。", *lines[1:]]
    view = unwrap("\n".join([*lines, *more, "某市财政局", "2000年1月1日"]))
    assert view is not None
    assert "1.到2025年底，一体化平台全面建成，服务事项全部上线。" in view.text.split("\n")


def test_a_signature_below_the_words_of_a_marker_is_no_part_of_its_paragraph() -> None:
    lines = [
        "某市人民政府办公厅关于加强政务数据",
        "　　　　　　 共享的通报",
        "各有关单位：",
        "　　到2025年底，一体化平台全面建成，",
        "服务事项全部上线。",
    ]
    lines += [
        "　　（一）健全考核机制。经费由同级财",
        "政予以保障。",
        "　　（二）总体要求。数据应当一数一",
        "源，谁提供谁负责。",
    ]
    lines += ["　　（三）加强宣传引导。各地要按照本", "通知要求，结合实际抓紧组织实施。"]
    read = PolicyDocument.parse(
        "\n".join([*lines, "　　　　　　某市人民政府办公厅", "　　　　　　　　　　2012年7月5日"])
    )
    assert read.signature == ("某市人民政府办公厅",)


@given(sheets())
def test_a_document_in_whole_lines_stays_as_it_is(sheet: Sheet) -> None:
    text = lay_out(sheet)
    assert unwrap(text) is None
    assert unwrap("\n".join(line.strip() for line in text.split("\n") if line)) is None


@given(wrapped_documents())
def test_every_place_is_one_of_the_text_as_given(printed: Typeset) -> None:
    text = printed.text
    read = PolicyDocument.parse(text)
    assert read.text == text
    for name in ("title", "recipients"):
        if name in read.spans:
            assert squeeze(text[slice(*read.spans[name])]) == getattr(read, name)
    for annex in read.annexes:
        assert squeeze(text[annex.start : annex.end]) == annex.title
    for heading in read.headings:
        assert heading.text in squeeze(text[heading.start : heading.end])
    # Together the blocks hold what the text holds, once and in order.
    assert "".join(squeeze(text[block.start : block.end]) for block in read.blocks) == squeeze(text)
    assert all(above.end <= below.start for above, below in zip(read.blocks, read.blocks[1:], strict=False))
    told = [(decision.element, decision.start, decision.end) for decision in read.explain()]
    assert told == [(block.kind, block.start, block.end) for block in read.blocks]


@given(st.text(st.sampled_from("各省、，。：（一）第的\n\r\u3000 ab通知关于机构1"), max_size=80))
def test_a_view_leads_back(text: str) -> None:
    view = unwrap(text)
    if view is None:
        return
    assert squeeze(view.text) == squeeze(text)
    for at, character in enumerate(view.text):
        assert view.end(at + 1) == view.start(at) + 1
        assert text[view.start(at)] == character or character == " "


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("　　各镇要按照本办法附件", "（一）的格式填写。"),
        ("各镇要按照第", "（三）项的要求上报。"),
        ("　　各镇要统筹推进，抓紧完成第", "（二）类项目。"),
        ("　　会议要求，各镇务必做到", "（1）守土有责的要求。"),
        ("　　本办法所称单位，是指条例第二章", "第九条所列的机构。"),
        ("各镇要填写附表", "（二）的各栏。"),
        ("各镇要按照", "（一）类标准执行。"),
        ("各镇要依照", "（一）类标准执行。"),
        ("各镇可以根据", "（一）类标准执行。"),
        ("项目应当符合", "（一）类标准。"),
        ("项目应当属于", "（一）类标准。"),
        ("各镇可以依据", "（一）类标准执行。"),
        ("各镇不得违反", "（一）类标准。"),
        ("各镇要执行本办法第三条", "（一）类标准。"),
    ],
)
def test_a_marker_at_the_start_of_a_wrapped_line_is_none(above: str, below: str) -> None:
    text = f"某县水务局关于防汛的通知\n各镇：\n{above}\n{below}\n某县水务局\n2024年5月6日"
    document = PolicyDocument.parse(text)
    assert document.headings == ()
    assert above.strip("　") + below in document.body


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("　　一、总体要求", "（一）工作目标"),
        ("　　现将有关事项通知如下：", "（一）加强巡查"),
        ("　　请各镇认真落实。", "（一）加强巡查"),
        ("某县水务局关于防汛工作的通知", "第一章　总则"),
        ("　　重点事项", "（一）加强巡查"),
        ("　　请认真执行", "（一）加强巡查"),
    ],
)
def test_a_marker_under_a_whole_line_opens_a_heading(above: str, below: str) -> None:
    assert unwrap(f"{above}\n{below}\n　　各镇要加强值守。") is None


@pytest.mark.parametrize(
    ("salutation", "recipients"),
    [
        ("各乡镇人民政府，县政府各部门、各直属\n机构：", "各乡镇人民政府，县政府各部门、各直属机构"),
        ("各乡镇人民政府，县政府\n各部门、各直属机构：", "各乡镇人民政府，县政府各部门、各直属机构"),
    ],
)
def test_a_salutation_over_two_lines_is_whole(salutation: str, recipients: str) -> None:
    text = f"某县人民政府关于防汛工作的通知\n{salutation}\n　　请抓好落实。"
    assert PolicyDocument.parse(text).recipients == recipients


@pytest.mark.parametrize("kind", ["通知", "意见", "决定", "批复"])
def test_a_kind_word_over_two_lines_is_the_titles(kind: str) -> None:
    title = f"某县人民政府关于汛期地质灾害防治工作的{kind}"
    assert PolicyDocument.parse(f"{title[:-1]}\n　　　{kind[-1]}\n各镇：\n　　请抓好落实。").title == title


# Whom a salutation over two lines addresses: all its parts are organs, or groups of them.
SALUTATIONS = {
    "县水务局、各丁戊己\n庚辛：": "县水务局、各丁戊己庚辛：",
    "县水务局、有关丁戊己\n庚辛：": "县水务局、有关丁戊己庚辛：",
    "县水务局、直属丁戊己庚\n辛壬：": "县水务局、直属丁戊己庚辛壬：",
    "县水务局、所属丁戊己庚\n辛壬：": "县水务局、所属丁戊己庚辛壬：",
    **{f"县水务局、甲乙丙丁\n戊{end}：": f"县水务局、甲乙丙丁戊{end}：" for end in "省市区县旗州盟署室司行校"},
    "县水务局、县应急管理\n局：": "县水务局、县应急管理局：",
    "县水务局、甲乙丙丁戊\n己庚：": "县水务局、甲乙丙丁戊\n己庚：",
    "县水务局、某某养殖\n户：": "县水务局、某某养殖\n户：",
}
PAGES = {
    # The number of a page between the lines of one paragraph.
    "\n".join([*BODY[:2], number, *BODY[2:], *BODY]): "\n".join(["".join(BODY)] * 2)
    for number in ("— 1 —", "第1页 共2页")
}


def _unwrapped(text: str) -> str:
    if text in PAGES:
        view = unwrap(text)
        return text if view is None else view.text
    head, below = "某县水务局关于防汛工作的通知\n", "\n　　请抓好落实。"
    view = unwrap(f"{head}{text}{below}")
    return text if view is None else view.text.removeprefix(head).removesuffix(below)


@pytest.mark.parametrize("text", [*SALUTATIONS, *PAGES])
def test_what_is_put_together(text: str) -> None:
    assert _unwrapped(text) == (SALUTATIONS | PAGES)[text]


@pytest.mark.parametrize("number", ["第3页 共9页", "12", "— 4 —"])
def test_a_page_number_inside_a_surface_is_left_out(number: str) -> None:
    assert one_line(f"各部委、各直\n{number}\n属机构") == "各部委、各直属机构"


def test_every_word_of_a_salutation_decides() -> None:
    cases = [*(SALUTATIONS | PAGES).items(), ("各直\n第3页\n属机构", "各直属机构")]
    for room in (wrapping, lone_breaks):
        assert survivors(room, cases, lambda text: one_line(text) if "第3页" in text else _unwrapped(text)) == []


@pytest.mark.parametrize(
    ("figures", "joined"),
    [(("7", "8", "9"), True), (("7", "8", "2024"), False), (("7", "9", "11"), False)],
)
def test_figures_alone_are_page_numbers_where_they_count(figures: tuple[str, ...], joined: bool) -> None:
    lines = [line for figure in figures for line in (*BODY[:2], figure, *BODY[2:])]
    view = unwrap("\n".join(lines))
    assert (view is not None and "".join(BODY) in view.text) == joined


@pytest.mark.parametrize("number", ["— 1 —", "-1-", "第1页 共2页"])
def test_a_page_number_parts_no_paragraph(number: str) -> None:
    text = "\n".join([*BODY[:2], number, *BODY[2:], *BODY])
    document = PolicyDocument.parse(text)
    assert document.body.split("\n") == ["".join(line.strip("　") for line in BODY)] * 2
    assert squeeze(number) in squeeze(document.text[document.blocks[0].start : document.blocks[0].end])


@pytest.mark.parametrize(
    "text",
    [
        # Names of one width, titles one under the other, a short list: nothing was broken.
        "\n".join(["某某县某某镇某某村村民委员会"] * 8),
        "\n".join(f"{n}.某县某镇防汛抗旱物资储备库建设项目工程" for n in range(1, 9)),
        "某县水务局关于防汛工作的通知\n各镇：\n　　请抓好落实\n某县水务局\n2024年5月6日",
        "某县水务局\n某县应急局\n某县林业局\n2024年5月6日",
        "关于检查的通知\n各镇：\n　　请检查。\n　　附件：检查 汇总表\n某县安全生产委员会办公室\n2024年5月6日",
        "",
        "一",
    ],
)
def test_whole_lines_stay(text: str) -> None:
    assert unwrap(text) is None


@pytest.mark.parametrize(
    "text",
    [
        # Lines that no column is wide enough for were not broken at one.
        "\n".join(["各镇要加强汛期值守，" * 9 + "做好记录"] * 3),
        f"{'各镇要加强汛期值守，' * 9}按照附件\n（一）的要求执行。",
        # The end of a sentence, whatever ends the line.
        "各镇要加强汛期值守，并按照附件。\r\n（一）的要求执行。",
    ],
)
def test_long_lines_and_sentences_stay(text: str) -> None:
    assert unwrap(text) is None
    assert one_line("各镇要加强汛期值守") == "各镇要加强汛期值守"


def test_words_of_letters_keep_their_blank() -> None:
    assert one_line("按照Open\nGovernment的\n要求") == "按照Open Government的要求"


@pytest.mark.parametrize("gap", ["    ", "　　", "\t"])
def test_a_row_with_a_gap_is_no_part_of_a_paragraph(gap: str) -> None:
    row = f"某县人民政府办公室{gap}2024年5月6日印发"
    text = "\n".join([*BODY, *BODY, row, *BODY])
    lines = [text[block.start : block.end] for block in PolicyDocument.parse(text).blocks]
    assert row in lines


def test_a_title_is_no_part_of_the_salutation_below() -> None:
    assert unwrap("财政部、教育部关于做好某项工作的通知\n各省、自治区、直辖市人民政府：\n请认真执行。") is None


def test_what_follows_a_row_of_cells_is_none_of_it() -> None:
    rows = "3\t市档案馆\t电子档案管理系统，第三批\n此复。"
    assert unwrap(f"现函复如下。\n{rows}") is None
    assert unwrap(f"现函复如下。\n{rows.replace(chr(9), '、')}") is not None


@pytest.mark.parametrize(("size", "broken"), [(70, True), (71, False), (80, False)])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_no_column_is_wider_than_a_printed_line(size: int, broken: bool, end: str) -> None:
    whole = "各单位要认真抓好汛期防治工作" * 30
    lines = [whole[at : at + size] for at in range(0, size * 5, size)]
    text = end.join([*lines, "不得延误。", ""])
    assert (unwrap(text) is not None) is broken
