from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        [],
        ["各地"],
        ["各地要抓紧。"],
        ["各地要抓紧。", "请执行"],
        ["何时完成？", "今年完成！", "好。"],
        ["提出“一数一源。谁采集谁负责。”的要求。", "请执行。"],
        ["他说：“要抓紧。各地要落实。”", "会议要求执行。"],
        ["按照《何为公文？答问。》执行。", "好。"],
        ["（责任单位：甲局。配合单位：乙局。）", "下一项。"],
        ["按照规定办理（见附件。），请执行。", "好。"],
        ["一是怎么办？、怎么看。", "好。"],
        # A mark that nothing closes keeps nothing together.
        ["修改为：“第三条 应当节水。", "单位应当节水。"],
        ["（甲“乙）。", "丙。"],
        ["条例》。", "第二条。"],
        ["严禁用火。 　", "请执行。"],
        ["严禁！！", "请执行。"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert cut("".join(parts)) == parts


def test_a_stretch_of_a_text_is_cut_by_itself() -> None:
    text = "“甲。乙。”丙。丁。"
    assert [text[a:b] for a, b in sentences(text, 1, 5)] == ["甲。", "乙。"]


@given(
    st.lists(
        st.sampled_from(["。", "！", "“", "”", "《", "》", "（", "）", "的", "甲", " ", "\n", "？"]), max_size=40
    ).map("".join)
)
def test_sentences_are_the_whole_text(text: str) -> None:
    assert "".join(cut(text)) == text
    assert all(cut(text))
