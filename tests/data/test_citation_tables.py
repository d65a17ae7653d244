"""The tables that citations are read by: schema, examples that do what their row says, nothing twice."""

from __future__ import annotations

from collections import Counter

import pytest

from egovkit.citations.not_documents import generic_kind, is_document, is_work
from egovkit.data import rows
from egovkit.lexicon import _room, words

ROWS = rows("not_documents")


def test_the_table_has_its_columns() -> None:
    assert {tuple(row) for row in ROWS} == {("word", "match", "class", "example", "source")}
    assert all(all(row.values()) for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["word"])
def test_every_example_is_no_document(row: dict[str, str]) -> None:
    matches = {
        "suffix": row["example"].endswith(row["word"]),
        "prefix": row["example"].startswith(row["word"]),
        "exact": row["example"] == row["word"],
    }
    assert matches[row["match"]]
    assert not is_document(row["example"], "")


def test_no_word_is_given_twice() -> None:
    assert [word for word, times in Counter(row["word"] for row in ROWS).items() if times > 1] == []


DOCUMENTS = (
    "中华人民共和国合同法",
    "营业执照管理办法",
    "关于启用新版营业执照的通知",
    "商品房买卖合同（示范文本）",
    "政府工作报告",
    "政府信息公开工作年度报告",
    "马德里协定",
    "关于进一步规范商品房认购书的通知",
    "城市规划条例",
    "电子证照共享目录",
    "政策解读说明",
    "资源税税目税率表",
    "某类器械指导原则 第二部分：实施质量保证",
)


@pytest.mark.parametrize("title", DOCUMENTS)
def test_documents_are_documents(title: str) -> None:
    assert is_document(title, "根据")


def test_the_words_around_a_work_make_it_one() -> None:
    before, after = words("relations.works.before"), words("relations.works.behind")
    for text in [f"{word}《某某》" for word in before] + [f"《某某》{word}" for word in after]:
        start, end = text.index("《"), text.index("》") + 1
        assert is_work("某某", text, start, end), text
        assert not is_work("某某条例", text.replace("某某", "某某条例"), start, end + 2), text


@pytest.mark.parametrize(
    "title",
    ["通知", "指导意见", "若干措施", "暂行办法", "十条措施", "实施细则", "征求意见稿", "三年行动计划", "办法（试行）"],
)
def test_generic_titles(title: str) -> None:
    assert generic_kind(title)


@pytest.mark.parametrize("title", ["防洪法", "城市供水条例", "中国制造2025", "甲办法", "", "工伤保险条例"])
def test_titles_that_say_what_they_are_about(title: str) -> None:
    assert not generic_kind(title)


def test_no_verb_stands_for_two_relations() -> None:
    before = _room("relations")["before"]
    counted = Counter(word for kind, listed in before.items() if kind != "negations" for word in set(listed))
    assert [word for word, times in counted.items() if times > 1] == []
