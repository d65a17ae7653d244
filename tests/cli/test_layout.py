"""Lines of a terminal: no wider than it is, broken at no number and no date."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.cli.drawing import Card, Drawn, Stack, Table, Text, Tree, coloured
from egovkit.cli.layout import fitted, pieces, shortened, wrapped
from egovkit.errors import display_width
from tests.witness import survivors

from .conftest import Egovkit

_PARTS = st.sampled_from(
    [
        "国办发〔2014〕66号",
        "云川政办函〔2024〕第12号",
        "2014年11月26日",
        "2014-11-26",
        "第三十二条",
        "https://a.cn/b?c=d",
        "66.5%",
    ]
)
_PROSE = st.text("按照执行于的《办法》（试行），。 和", max_size=8)
_TEXTS = st.lists(_PARTS | _PROSE, max_size=12).map("".join)
# What is never broken is no wider than a third of the narrowest terminal tried: no addresses that run into each other.
_CELLS = st.lists(_PARTS | _PROSE, max_size=12).map("，".join)


def lines(thing: Drawn, width: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in thing.lines(width)]


@given(_TEXTS, st.integers(24, 80))
def test_lines_are_no_wider_and_hold_everything(text: str, width: int) -> None:
    found = [text[start:end] for start, end in wrapped(text, width)]
    assert all(display_width(line) <= width for line in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@given(st.lists(_PARTS, min_size=1, max_size=6), st.integers(40, 80))
def test_no_number_and_no_date_is_broken(parts: list[str], width: int) -> None:
    text = "于".join(f"按{part}执行" for part in parts)
    found = "\n".join(text[start:end] for start, end in wrapped(text, width))
    for part in parts:
        assert part in found


@given(st.text(max_size=60), st.integers(1, 30))
def test_any_text_is_laid_out(text: str, width: int) -> None:
    held = "".join(text[start:end] for start, end in wrapped(text, width))
    assert re.sub(r"\s", "", held) == re.sub(r"\s", "", text)
    assert all(text[start:end] for start, end in pieces(text))
    assert display_width(fitted(text, width)) <= width
    assert display_width(shortened(text, max(2, width))) <= max(2, width)


def test_a_mark_that_closes_begins_no_line() -> None:
    text = "关于促进电子政务，协调发展的指导意见。"
    for width in range(6, 40):
        for start, end in wrapped(text, width):
            assert text[start] not in "，。"
            assert start == 0 or end > start


@given(st.lists(st.tuples(_CELLS, _CELLS, _PARTS), min_size=1, max_size=4), st.integers(90, 140))
def test_a_table_is_no_wider_than_the_terminal(rows: list[tuple[str, str, str]], width: int) -> None:
    table = Table("表", "甲", "乙", "丙")
    for row in rows:
        table.add(*row)
    drawn = lines(table, width)
    assert all(display_width(line) <= width for line in drawn)
    for row in rows:
        assert row[2] in "\n".join(drawn)


def test_columns_stand_under_each_other() -> None:
    table = Table("规则", "代码", "标题", "程度")
    table.add("GW201", "年份括号", "warning")
    table.add("GW1", "a", Text("info", "dim"))
    assert lines(table, 60)[1:5] == [
        "代码   标题      程度",
        "─" * 24,
        "GW201  年份括号  warning",
        "GW1    a         info",
    ]


def test_a_card_a_tree_and_a_stack() -> None:
    tree = Tree("根")
    branch = tree.add("枝")
    branch.add("叶")
    tree.add("末")
    stack = Stack((Card([("字号", "国发〔2022〕14号"), ("a", "第一行\n第二行")]), tree))
    assert lines(stack, 40) == [
        "字号  国发〔2022〕14号",
        "a     第一行",
        "      第二行",
        "根",
        "├── 枝",
        "│   └── 叶",
        "└── 末",
    ]


def test_colours_go_round_their_text_only() -> None:
    assert coloured([("a", "bold red"), ("b", ""), ("", "dim")]) == "\x1b[1;31ma\x1b[0mb"


def test_nothing_that_a_terminal_obeys_is_drawn() -> None:
    assert lines(Text("甲\x1b[2J\u202e乙"), 40) == ["甲�[2J�乙"]


@pytest.mark.parametrize("columns", [90, 120, 160])
def test_a_pipe_is_as_wide_as_columns_says(
    egovkit_command: Egovkit, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = egovkit_command("read", "--example").out
    widest = max(map(display_width, out.splitlines()))
    assert widest <= columns
    assert "国办发〔2014〕66号" in out
    assert "财政部 税务总局公告2023年第12号" in " ".join(out.split())


@pytest.mark.parametrize(("name", "coloured"), [("FORCE_COLOR", True), ("NO_COLOR", False), ("", False)])
def test_colours_are_for_terminals(
    egovkit_command: Egovkit, monkeypatch: pytest.MonkeyPatch, name: str, coloured: bool
) -> None:
    for other in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(other, raising=False)
    if name:
        monkeypatch.setenv(name, "1")
    assert ("\x1b[" in egovkit_command("rules", "GW201").out) is coloured


# A text, with a blank where its line may end.
PIECES = {
    "按国办发〔2014〕66号执行": "按国办发〔2014〕66号 执 行",
    "按财政部公告2020年第9号执行": "按财政部公告2020年第9号 执 行",
    "按财政部通告第9号执行": "按财政部通告第9号 执 行",
    "按国务院令第9号执行": "按国务院令第9号 执 行",
    "于2014年11月26日印发": "于 2014年11月26日 印 发",
    "于11月26日印发": "于 11月26日 印 发",
    "依第十二条办理": "依 第十二条 办 理",
}


def _pieces(text: str) -> str:
    return " ".join(text[start:end] for start, end in pieces(text))


def test_every_word_decides_where_a_line_may_end() -> None:
    assert {text: _pieces(text) for text in PIECES} == PIECES
    assert survivors(import_module("egovkit.cli.layout"), PIECES.items(), _pieces) == []
