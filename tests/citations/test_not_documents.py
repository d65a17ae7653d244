"""Which titles in 《》 are documents: each class beside one that looks alike. The words have their examples in `lexicon`."""

from __future__ import annotations

import pytest

from egovkit.citations import not_documents
from egovkit.citations.not_documents import generic_kind, is_document, is_work
from egovkit.lexicon import words
from tests.lexicon.examples import examples
from tests.lexicon.readers import READERS
from tests.witness import survivors

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

# What a text cites, joined by ；.
CITED = {
    "根据《关于规范商品房认购书》答复如下": "关于规范商品房认购书",
    "根据《规范商品房认购书》答复如下": "none",
    "论文刊登于《春风十里》2014年第5期": "none",
    "参见《春风十里》第5期": "none",
    "参见《春风十里》[J]": "none",
    "参见《春风十里》第五章": "春风十里",
    "《春风十里》，人民出版社2014年版": "none",
    "《春风十里》，人民出版社": "春风十里",
    "电影《春风十里》《山花》和《海棠》": "none",
    "电影《春风十里》和《某某管理办法》": "某某管理办法",
}


@pytest.mark.parametrize("text", CITED)
def test_what_is_cited(text: str) -> None:
    assert READERS["not_documents"](text) == CITED[text]


@pytest.mark.parametrize("title", DOCUMENTS)
def test_documents_are_documents(title: str) -> None:
    assert is_document(title, "根据")


def test_the_words_around_a_work_make_it_one() -> None:
    before, after = words("not_documents.work.before"), words("not_documents.work.after")
    for text in [f"{word}《某某》" for word in before] + [f"《某某》{word}" for word in after]:
        start, end = text.index("《"), text.index("》") + 1
        assert is_work("某某", text, start, end), text
        assert not is_work("某某条例", text.replace("某某", "某某条例"), start, end + 2), text


GENERIC = {
    "通知": True,
    "指导意见": True,
    "若干措施": True,
    "暂行办法": True,
    "十条措施": True,
    "“十条”意见": True,
    "20条措施": True,
    "实施细则": True,
    "征求意见稿": True,
    "2024年计划": True,
    "2024计划": True,
    "三年行动计划": True,
    "办法（试行）": True,
    "防洪法": False,
    "城市供水条例": False,
    "中国制造2025": False,
    "甲办法": False,
    "": False,
    "工伤保险条例": False,
}


@pytest.mark.parametrize("title", GENERIC)
def test_titles_that_name_a_kind_alone(title: str) -> None:
    assert generic_kind(title) is GENERIC[title]


def _read(text: str) -> str:
    return str(generic_kind(text)) if text in GENERIC else READERS["not_documents"](text)


def test_every_alternative_is_witnessed() -> None:
    cases = [(example.text, example.reading) for example in examples("not_documents")]
    cases += [*CITED.items(), *((title, str(generic)) for title, generic in GENERIC.items())]
    assert survivors(not_documents, cases, _read) == []
