"""Which printed lines are one paragraph: by the room they had, by where they begin, and by how the page sets its own."""

from __future__ import annotations

import pytest

from egovkit.documents.line_breaks import paragraphs
from egovkit.documents.line_breaks.columns import Column
from egovkit.documents.line_breaks.paragraphs import Break, Paragraphs, joined
from egovkit.documents.line_breaks.printed_line import PrintedLine
from tests.documents.typed import printed
from tests.witness import survivors

WIDTH = 12
# How a page sets paragraphs off, on lines of twelve characters: by an indent, by a gap, by nothing.
INDENTED = ["　　各镇要加强值守并做好记录", "以备查验。"] * 4
SPACED = ["各镇要加强汛期值守并做好记录"[:WIDTH], "以备查验。", ""] * 4
FLUSH = ["各镇要加强汛期值守并做好记录"[:WIDTH], "以备查验。"] * 4
STYLES = {"indented": INDENTED, "spaced": SPACED, "flush": FLUSH}


def between(rows: list[PrintedLine], typed: Column | None = None) -> Break:
    """What is between the last line and the one above it."""
    *before, last = Paragraphs(rows, typed).found
    if len(last[0]) > 1:
        return Break.NONE
    return Break.END if before[-1][1] else Break.OPEN


CASES = [
    # A line with room left ends its paragraph; a ragged one does where no indent tells.
    ("indented", ["　　各镇要加强值守", "请认真执行"], Break.END),
    ("indented", ["　　各镇要加强值守做", "好防汛工作"], Break.NONE),
    ("flush", ["各镇要加强值守做，", "好防汛工作"], Break.OPEN),
    ("flush", ["各镇要加强值守做好", "防汛工作"], Break.END),
    ("indented", ["　　各镇要加强值守。", "防汛工作"], Break.END),
    # So does one that is far from the next.
    ("flush", ["各镇要加强汛期值守做好防", "", "", "", "汛工作"], Break.END),
    # A full line, and the next at the left edge.
    ("indented", ["　　各镇要加强值守做好防", "汛工作"], Break.NONE),
    ("indented", ["　　各镇要加强值守工作。", "请认真执行"], Break.NONE),
    ("indented", ["一、各镇要加强值守工作。", "二、做好记录"], Break.END),
    ("flush", ["各镇要加强汛期值守做好防", "汛工作"], Break.NONE),
    ("flush", ["各镇要加强汛期值守工作。", "请认真执行"], Break.OPEN),
    ("flush", ["各镇要加强汛期值守工作。", "二、做好记录"], Break.END),
    ("flush", ["各镇要加强汛期值守工作。", "**请认真执行"], Break.END),
    ("spaced", ["各镇要加强汛期值守工作。", "请认真执行"], Break.NONE),
    ("spaced", ["各镇要加强汛期值守做好防", "", "汛工作"], Break.END),
    # What opens with a marker where the sentence above goes on: a list, or words of the sentence.
    ("flush", ["各镇要加强汛期值守和防范", "（一）做好记录"], Break.OPEN),
    ("flush", ["各镇要加强值守，认真防范", "（一）做好记录"], Break.NONE),
    ("flush", ["各镇要加强汛期值守，做到", "防范周密记录完整巡查到位", "（一）做好记录"], Break.NONE),
    *(
        ("flush", [f"{'各镇要加强汛期值守并认真执行'[: WIDTH - len(word)]}{word}", "（一）做好记录"], Break.NONE)
        for word in (
            "附件", "附表", "第", "按照", "依照", "根据", "符合", "属于", "依据", "违反",
            "第三编", "第三章", "第三节", "第三条", "第3条", "第三款", "第三项",
        )
    ),
    *(
        ("flush", ["各镇要加强汛期值守并执行", f"（一）{word}做好记录"], Break.NONE)
        for word in ("的", "项", "款", "、", "和", "及", "或", "至", "规定", "所")
    ),
    ("flush", ["各镇要加强汛期值守并执行", "（一）项目做好记录"], Break.OPEN),
    ("flush", ["一、进一步加强汛期值守和防范", "（一）做好记录"], Break.END),
    ("flush", ["一、加强值守，进一步落实防范", "（一）做好记录"], Break.OPEN),
    ("flush", ["一、进一步加强汛期值守和防范", "二、做好记录"], Break.END),
    ("flush", ["一、进一步加强汛期值守和防范", "三、做好记录"], Break.NONE),
    ("flush", ["（一）进一步加强汛期值守防范", "附件：记录表"], Break.END),
    # Set in as the first line of a paragraph is.
    ("indented", ["　　各镇要加强值守做好防", "　　汛工作"], Break.END),
    ("flush", ["各镇要加强汛期值守做好防", "　　汛工作"], Break.OPEN),
    ("flush", ["各镇要加强汛期值守做好，", "　　防汛工作"], Break.NONE),
    ("flush", ["各镇要加强汛期值守做好。", "　　防汛工作"], Break.END),
    ("flush", ["　　各镇要加强值守做好，", "　　防汛工作做好记录巡查", "　　到位"], Break.NONE),
    ("flush", ["　　各镇要加强值守做好，", "　　防汛工作做好记录巡。", "　　到位"], Break.NONE),
    ("flush", ["　　各镇要加强值守做好，", "　　防汛工作做好记录巡。", "　　一、到位"], Break.END),
    # Under the words of the line that a marker opens, however far in; and under its second line.
    ("indented", ["1.各镇要加强汛期值守做好", "  防汛工作"], Break.NONE),
    ("flush", ["附件：各镇汛期值守情况表及", "　　　防汛物资表"], Break.NONE),
    ("flush", ["附件：各镇汛期值守情况表及", "　　　防汛物资表和防汛队伍", "　　　表"], Break.NONE),
    ("flush", ["各镇要加强汛期值守做好防", "　　　　汛工作"], Break.END),
    ("flush", ["附件：各镇汛期值守情况表及", "　　　　一、防汛物资表"], Break.END),
    # A sentence that begins by naming a document is no title over the text.
    ("flush", ["云川关于防汛工作的通知", "要求抓好落实"], Break.END),
    *(
        ("flush", [f"{lead}关于市防汛工作的通知", "要求抓好落实"], Break.NONE)
        for lead in ("根据", "按照", "依据", "依照", "遵照", "为", "现将", "经", "贯彻", "落实", "执行")
    ),
    # A name under another, as those of a signature are.
    ("flush", ["云川市应急和水务局办公室", "云川市防汛抗旱指挥部"], Break.END),
    ("indented", ["　　云川市应急和水务局办", "云川市防汛抗旱指挥部"], Break.NONE),
    # What belongs to no paragraph: a number, a date, the number of a page.
    ("flush", ["各镇要加强汛期值守做好防", "云政发〔2024〕5号"], Break.END),
    ("flush", ["各镇要加强汛期值守做好防", "2024年5月6日"], Break.END),
    ("flush", ["各镇要加强汛期值守做好防", "二〇二四年五月六日"], Break.END),
    ("flush", ["各镇要加强汛期值守做好防", "— 12 —"], Break.END),
    ("flush", ["各镇要加强汛期值守做好防", "第12页 共20页"], Break.END),
]  # fmt: skip


@pytest.mark.parametrize(("style", "lines", "expected"), CASES)
def test_what_is_between_two_lines(style: str, lines: list[str], expected: Break) -> None:
    assert between(printed([*STYLES[style], "", *lines]), Column(0, WIDTH)) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["云川市水务局关于", "防汛工作的通知"], Break.NONE),
        (["关于防汛的通知", "（代拟稿件）"], Break.END),
        (["云川市水务局关于进一步做好城区防汛排涝", "工作的通知"], Break.NONE),
        (["云川市防汛工作规划", "一、总体要求"], Break.END),
        (["云川市水务局关于加强", "防汛工作"], Break.END),
    ],
)
def test_a_large_title_goes_on_in_the_middle_of_its_sense(lines: list[str], expected: Break) -> None:
    # Centred on the page, but for a line that begins at its edge.
    edge = 40
    rows = printed(["　　" + "各镇要加强值守" * 5 + "做好防", "汛工作。"] * 4)
    title = printed(lines, size=2.0, base=-40)
    for row in title:
        if row.text != "防汛工作":
            shift = (edge - (row.right - row.left)) / 2
            row.left, row.right = row.left + shift, row.right + shift
    assert between([*rows, *title], Column(0, edge)) is expected


def test_lines_are_put_together_without_a_blank() -> None:
    assert joined(printed(["各镇要加强open", "data工作", "并公开"])) == "各镇要加强open data工作并公开"


def test_no_rows_have_no_paragraphs() -> None:
    assert Paragraphs([]).found == []


def _read(text: str) -> Break:
    style, *lines = text.split("\n")
    return between(printed([*STYLES[style], "", *lines]), Column(0, WIDTH))


def test_every_alternative_is_witnessed() -> None:
    cases = [("\n".join([style, *lines]), expected) for style, lines, expected in CASES]
    assert survivors(paragraphs, cases, _read) == []
