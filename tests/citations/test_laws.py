"""Laws named without 《》: found where an article follows, never as the end of a longer word."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit import data, find_citations, find_references
from egovkit.citations import laws
from egovkit.citations.laws import law_spans
from egovkit.data import rows
from tests.witness import survivors

NAMES = [name for row in rows("law_names") for name in (row["name"], row["short"]) if name]

# Title and place of each citation.
CASES = {
    "根据宪法第六十二条": "宪法 第六十二条",
    "依照中华人民共和国刑法第二百六十四条的规定": "中华人民共和国刑法 第二百六十四条",
    "依据行政处罚法第三十二条第（一）项": "行政处罚法 第三十二条第（一）项",
    "刑事诉讼法第十六条": "刑事诉讼法 第十六条",
    "依照刑诉法第16条": "刑诉法 第十六条",
    "依照刑法 第三条": "刑法 第三条",
    "依照刑法第一百二十条之二和民法典第五条": "刑法 第一百二十条之二；民法典 第五条",
    "\ufeff公司法第三条": "公司法 第三条",
    "《甲办法》。\u200b刑法第三条": "甲办法；刑法 第三条",
    "违反劳动\u200b合同法第三条": "",
    "违反劳动合同法第三条": "劳动合同法 第三条",
    "合同法第三条": "合同法 第三条",
    "我国公司法第三条、修订后的证券法第五条": "公司法 第三条；证券法 第五条",
    "适用民法通则第三条": "民法通则 第三条",
    "《中华人民共和国刑法》第三条、刑法第五条": "中华人民共和国刑法 第三条；刑法 第五条",
    # No law of the table, another word, or nothing certain.
    "某市供水法第三条": "",
    "违反国际私法第三条": "",
    "我国古代刑法第一": "",
    "签订劳动合同法律文书": "",
    "学习刑法": "",
    "《关于适用刑法第三条的解释》": "关于适用刑法第三条的解释",
    "甲省刑法第三条": "",
}


def _read(text: str) -> str:
    return "；".join(f"{cited.title} {cited.pinpoint or ''}".strip() for cited in find_citations(text))


@pytest.mark.parametrize("text", CASES)
def test_laws_without_marks(text: str) -> None:
    assert _read(text) == CASES[text]


def test_every_alternative_is_witnessed() -> None:
    assert survivors(laws, CASES.items(), _read) == []


def test_what_a_text_calls_a_law_stays_a_reference() -> None:
    text = "《中华人民共和国行政许可法》（以下简称行政许可法）公布以后，根据行政许可法第七条"
    cited = find_citations(text)
    assert [citation.title for citation in cited] == ["中华人民共和国行政许可法"]
    assert [found.text for found in find_references(text, cited)] == ["行政许可法"]


def test_a_law_is_one_with_its_full_title() -> None:
    full, short = find_citations("依照《中华人民共和国刑法》第三条。违反刑法第五条")
    assert short.antecedent is full


def test_the_table_is_in_order_and_each_name_is_given_once() -> None:
    lines = csv.reader((Path(data.__file__).parent / "law_names.csv").read_text(encoding="utf-8").splitlines())
    heading, *body = lines
    assert heading == ["name", "short", "source"]
    assert body == sorted(body)
    assert all(row["source"] for row in rows("law_names"))
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_found(name: str) -> None:
    assert [title.title for title in find_citations(f"依照{name}第三条的规定")] == [name]


@given(
    st.lists(
        st.sampled_from(["依照", "刑法", "第三条", "劳动", "合同法", "中华人民共和国", "，", "和", "《", "》"]),
        max_size=20,
    )
)
def test_spans_are_names_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    spans = list(law_spans(text))
    assert all(text[start:end].removeprefix("中华人民共和国") in NAMES for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
