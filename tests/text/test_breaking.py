"""What cannot be parted at the end of a line, and how halves are put together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.strategies import break_lines
from egovkit.text.breaking import ends_open, ends_sentence, first_unit, glue, width

WORDS = st.text(st.sampled_from("各部门，。、（）《》2014年a—国务院办公厅"), min_size=1, max_size=60)


@given(WORDS, st.integers(8, 30))
def test_a_broken_line_had_no_room_for_what_follows(paragraph: str, columns: int) -> None:
    lines = break_lines(paragraph, columns)
    assert "".join(lines) == paragraph
    for above, below in pairwise(lines):
        assert width(above) + max(first_unit(below), 1) > columns - 3


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("国务院", 1),
        ("2014年", 2),
        ("（试行）", 2),
        ("县，经", 2),
        ("《办法》", 2),
        ("。", 1),
        ("www.a.cn网", 4),
        ("（", 1),
    ],
)
def test_what_cannot_be_parted(line: str, unit: float) -> None:
    assert first_unit(line) == unit


@pytest.mark.parametrize(
    "line", ["特此通知。", "通知如下：", "（此件公开发布。）", "是否可行？", "甲；", "“不得迟报。”"]
)
def test_where_a_sentence_ends(line: str) -> None:
    assert ends_sentence(line)
    assert not ends_open(line)


@pytest.mark.parametrize(
    "line", ["各省、", "经研究，", "按照《办法", "（以下简称", "某政发〔2024", "“三同时", "按照（"]
)
def test_where_none_ends(line: str) -> None:
    assert not ends_sentence(line)
    assert ends_open(line)


@pytest.mark.parametrize(
    ("above", "below", "between"),
    [
        ("open", "data", " "),
        ("各直", "属", ""),
        ("20", "14年", ""),
        ("COVID", "19", " "),
        ("A", "类", ""),
        ("甲，", "B", ""),
    ],
)
def test_a_blank_stands_between_words_alone(above: str, below: str, between: str) -> None:
    assert glue(above, below) == between
