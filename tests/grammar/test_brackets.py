from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.brackets import inner_titles, parenthesis, title_spans
from egovkit.text.limits import MAX_DEPTH, MAX_TITLE, MAX_TITLE_MARKS

CASES = {
    "《甲》": ["《甲》"],
    "《甲》《乙》、《丙》": ["《甲》", "《乙》", "《丙》"],
    "《关于修改〈甲〉的决定》": ["《关于修改〈甲〉的决定》"],
    "《关于修改《甲》的决定》": ["《关于修改《甲》的决定》"],
    "《关于修改＜实施《甲法》办法＞的决定》修正": ["《关于修改＜实施《甲法》办法＞的决定》"],
    "《关于印发〈甲》的通知》（1号）": ["《关于印发〈甲》的通知》"],
    "《关于印发〈甲》，《乙》": ["《关于印发〈甲》", "《乙》"],
    "《关于促进\n房地产的措施》": ["《关于促进\n房地产的措施》"],
    "《甲没有完。《乙》": ["《乙》"],
    "《甲没有完，《乙》、《丙》": ["《乙》", "《丙》"],
    "| 《甲 |\n| 《乙》 |": ["《乙》"],
    "《》《甲》": ["《甲》"],
    "》甲《": [],
    f"《{'长' * MAX_TITLE}》《乙》": ["《乙》"],
    "《一\n二\n三\n四\n五》": ["《一\n二\n三\n四\n五》"],
    "《一\n二\n三\n四\n五\n六》《乙》": ["《乙》"],
}


@pytest.mark.parametrize("text", CASES)
def test_titles(text: str) -> None:
    assert [text[start:end] for start, end in title_spans(text)] == CASES[text]


@given(st.text(alphabet="《》〈〉<>甲。\n|（）", max_size=60))
def test_titles_lie_apart_and_in_order(text: str) -> None:
    spans = list(title_spans(text))
    assert all(text[start] == "《" and text[end - 1] == "》" for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for start, end in spans:
        assert all(start < a < b < end for a, b in inner_titles(text, start, end))


def test_titles_inside_are_found_one_level_at_a_time() -> None:
    text = "《关于修改〈实施《甲法》办法〉和〈乙〉的决定》"
    assert [text[a:b] for a, b in inner_titles(text, 0, len(text))] == ["〈实施《甲法》办法〉", "〈乙〉"]


def test_a_closing_mark_without_its_opening_one_closes_nothing() -> None:
    text = "《甲〉乙〈丙〉》"
    assert [text[a:b] for a, b in inner_titles(text, 0, len(text))] == ["〈丙〉"]


@pytest.mark.parametrize("depth", [1, 2, MAX_DEPTH, MAX_DEPTH + 1, MAX_DEPTH + 3])
def test_of_titles_too_deep_the_inner_levels_are_found(depth: int) -> None:
    text = "《" * depth + "甲" + "》" * depth
    beyond = max(0, depth - MAX_DEPTH)
    assert list(title_spans(text)) == [(beyond, len(text) - beyond)]


def test_a_title_of_too_many_titles_counts_as_unclosed() -> None:
    few, many = "《甲》" * (MAX_TITLE_MARKS // 2), "《甲》" * (MAX_TITLE_MARKS // 2 + 1)
    assert list(title_spans(f"《{few}》")) == [(0, len(few) + 2)]
    assert list(title_spans(f"《{many}》")) == [(at, at + 3) for at in range(1, len(many), 3)]


@pytest.mark.parametrize(
    ("text", "end"), [("（甲)乙", 3), ("（甲（乙）丙）", 7), ("（甲", None), ("甲", None), ("", None), ("(2022)", 6)]
)
def test_parentheses(text: str, end: int | None) -> None:
    assert parenthesis(text, 0) == end
