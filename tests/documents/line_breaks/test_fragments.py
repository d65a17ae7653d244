"""A page whose figures have styles of their own is read as if they had none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.documents.line_breaks import fragments as room
from egovkit.documents.line_breaks.fragments import fragments, is_fragmented
from egovkit.documents.line_breaks.lone_breaks import text_line
from tests.witness import survivors

_FIGURES = re.compile(r"[0-9]+(?:[:.~—][0-9]+)*")
_ORGANS = st.sampled_from(["某市财政局", "某县人民政府", "某省教育厅"])
_YEARS = st.integers(2001, 2029)


def broken(text: str, marks: bool) -> str:
    """A text as an extractor gives it that puts each styled piece on a line: figures, and brackets around them too."""
    pieces = re.sub(_FIGURES, lambda found: f"\n{found[0]}\n", text)
    if marks:
        pieces = re.sub("([〔〕（）])", "\n\\1\n", pieces)
    return re.sub("\n+", "\n", pieces).strip("\n")


def written(organ: str, year: int, serial: int, month: int, day: int, noted: bool) -> str:
    return "\n".join([
        f"{organ}关于印发{year}年防火资金分配方案的通知", f"某财发〔{year}〕{serial}号", "各县财政局：",
        f"为做好{year}年防火工作，根据《关于提前下达{year - 1}年资金的通知》（某财预〔{year - 1}〕{serial + 1}号）的规定，下达{serial}万元。",
        "一、总体安排", f"今年从{month}月{day}日起执行，每日8:30至17:30值班。", "二、有关要求", "各县要抓好落实。", "特此通知。",
        organ, f"{year}年{month}月{day}日", *(["（此件公开发布）"] if noted else []),
    ])  # fmt: skip


@given(_ORGANS, _YEARS, st.integers(1, 199), st.integers(1, 12), st.integers(1, 28), st.booleans(), st.booleans())
def test_it_is_read_as_it_was(
    organ: str, year: int, serial: int, month: int, day: int, noted: bool, marks: bool
) -> None:
    text = written(organ, year, serial, month, day, noted)
    whole, document = PolicyDocument.parse(text), PolicyDocument.parse(broken(text, marks))
    for name in ("title", "issuers", "kind", "recipients", "dated", "signature", "note"):
        assert getattr(document, name) == getattr(whole, name), name
    assert str(document.number) == str(whole.number)
    assert [one.text for one in document.headings] == [one.text for one in whole.headings]
    assert [one.title for one in document.citations] == [one.title for one in whole.citations]
    assert [list(map(str, (n.value for n in one.numbers))) for one in document.citations] == [
        list(map(str, (n.value for n in one.numbers))) for one in whole.citations
    ]
    for block in document.blocks:
        assert document.text[block.start : block.end].strip()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # An item of a list begins a line, and a heading ends one.
        ("要求：\n1\n．加强领导。\n2\n．加强值班。\n2021\n年\n3\n月起执行。", ["要求：", "1．加强领导。", "2．加强值班。", "2021年3月起执行。"]),
        ("一、实施背景\n2018~2020\n年试行。\n2021\n年\n3\n月起执行。", ["一、实施背景", "2018~2020年试行。", "2021年3月起执行。"]),
        # The marker of an item is broken as numbers are.
        ("（\n1\n）\n甲用户。\n（\n2\n）\n乙用户。\n2021\n年\n3\n月起执行。", ["（1）甲用户。", "（2）乙用户。", "2021年3月起执行。"]),
        # What is open goes on: a comma, a mark, 的.
        ("其次，\n经确认\n的用户。\n“\n三新\n”。\n2021\n年\n3\n月起执行。", ["其次，经确认的用户。", "“三新”。", "2021年3月起执行。"]),
        # A day below the organ that signs is a line of its own.
        ("请落实。\n某市财政局\n2021\n年\n3\n月\n2\n日", ["请落实。", "某市财政局", "2021年3月2日"]),
    ],
)  # fmt: skip
def test_lines(text: str, lines: list[str]) -> None:
    document = PolicyDocument.parse(text)
    assert [document.text[block.start : block.end].replace("\n", "") for block in document.blocks] == lines


@pytest.mark.parametrize(
    "text",
    [
        # Figures of a table, page numbers, and one place alone.
        "指标\n12\n13\n增长\n14\n月报\n",
        "第一页的文字\n1\n第二页的文字\n2\n第三页的文字\n3\n",
        "印发\n2021\n年预算的通知\n请落实。",
    ],
)
def test_what_is_not_broken(text: str) -> None:
    assert not is_fragmented(text)


# Lines of a broken text, and the lines that they make.
JOINED = {
    "（一）\n甲用户。": "（一）甲用户。",
    "(3)\n甲用户。": "(3)甲用户。",
    "一、\n总体要求\n各县落实。": "一、总体要求 各县落实。",
    "一、实施背景\n2018\n年试行。": "一、实施背景 2018年试行。",
    "（一）实施背景\n2018\n年试行。": "（一）实施背景 2018年试行。",
    "实施背景\n2018\n年试行。": "实施背景2018年试行。",
}


def _joined(text: str) -> str:
    lines = [text_line(line, 0, 2.0, line) for line in text.split("\n")]
    goes_on = {id(below) for _, below in fragments(lines)}
    return "".join(line.body if id(line) in goes_on else f" {line.body}" for line in lines).strip()


def test_every_marker_decides_a_line() -> None:
    assert {text: _joined(text) for text in JOINED} == JOINED
    assert survivors(room, JOINED.items(), _joined) == []
