from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.structure.points import find_points

HAN = "一二三四五六七八九十"


@given(st.integers(2, 10), st.sampled_from(["。", "；"]), st.sampled_from(["", "遵循以下思路。", "主要是："]))
def test_a_list_of_points(count: int, end: str, lead: str) -> None:
    text = lead + "".join(f"{HAN[i]}是第{i}个方面{end}" for i in range(count))
    points = find_points(text)
    assert [point.label for point in points] == [f"{HAN[i]}是" for i in range(count)]
    assert points[0].text == "第0个方面"
    assert "".join(text[p.start : p.end] for p in points) == text[len(lead) :]


def test_no_list() -> None:
    assert find_points("这一是非曲直，二是不清") == []
    assert find_points("一是加强领导。") == []
    assert find_points("一是甲。\n二是乙。") == []


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("一是甲。二是乙。三是丙。一是丁。二是戊。", ["一二三", "一二"]),
        ("一是甲。二是乙。一是丙。二是丁。三是戊。", ["一二", "一二三"]),
        ("一是甲。一是乙。二是丙。", ["一二"]),
        ("一是甲。二是乙，一是两难。三是丙。", ["一二三"]),
        ("一是甲。三是乙。二是丙。", ["一二"]),
    ],
)
def test_a_second_list_begins_with_its_own_first_point(text: str, lists: list[str]) -> None:
    points = find_points(text)
    assert [point.label for point in points] == [f"{numeral}是" for numeral in "".join(lists)]
    assert [a.end for a in points[:-1]] == [b.start for b in points[1:]]
    assert points[-1].end == len(text)


@given(st.lists(st.sampled_from(["一是", "二是", "三是", "。", "甲", "\n"]), max_size=30).map("".join))
def test_points_do_not_overlap(text: str) -> None:
    points = find_points(text)
    assert all(a.end <= b.start for a, b in pairwise(points))
