"""What is rendered is rendered for good."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit import PolicyDocument, check, find_citations
from egovkit.documents.laying_out import composing
from egovkit.documents.laying_out.layout import Sheet, lay_out

# Lines of every element, which stand in any order.
_LINES = [
    "云川市人民政府办公室关于甲的通知", "云川政办发〔2020〕8号", "各区县人民政府：", "　　请认真执行。", "一、总体要求", "（一）目标",
    "附件：1.甲表", "　　　2.乙表", "附件1", "甲表", "云川市人民政府", "2020年3月2日", "（此件公开发布）", "抄送：市委。",
    "2020年3月2日印发", "第一条 为了", "第一章 总则", "特急", "秘密", "000001", "签发人：某某", "索引号：x", "标题：关于乙的通知",
    "主题词：甲 乙", "目录", "— 1 —", "", "云川市人民政府文件", "甲办法", "（2020年3月2日某会议通过）", "甲\t乙", "附：乙", "\x0c",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_LINES), max_size=14).map("\n".join))
def test_a_rendering_renders_as_itself(text: str) -> None:
    rendered = PolicyDocument.parse(text).render()
    assert PolicyDocument.parse(rendered).render() == rendered


def test_two_layouts_that_lead_to_one_another_have_one_rendering() -> None:
    rendered = PolicyDocument.parse("特急\n000001\n第一章 总则").render()
    assert PolicyDocument.parse(rendered).render() == rendered


@pytest.mark.parametrize("code", [0xD800, 0xDFFF, 0xDC80])
def test_half_a_character_goes_through_json(code: int) -> None:
    half = chr(code)
    text = f"云川市关于甲{half}的通知\n各区：\n按照《乙{half}办法》执行。"
    document = PolicyDocument.parse(text)
    written = json.dumps(document.model_dump(mode="json"))
    assert written.isascii()
    assert PolicyDocument.model_validate(json.loads(written)) == document
    assert document.text == text
    assert [found.title for found in find_citations(text)] == [f"乙{half}办法"]
    assert check(text) is not None


# Each layout of it printed the note of an annex as the document's, and above that the same annex again.
_GROWING = """关于印发甲办法的函
　　一、总体要求
　　附件：1.乙表
　　第十条　调整后
　　附件：1.丙表按原政策执行，不低于30%。各机构应对“首次购买的
　　附件：1.（
　　云川市人民政府
　　2024年3月

附件1
丁表"""


def test_a_note_in_an_annex_is_not_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[str] = []

    def counted(sheet: Sheet) -> str:
        laid.append(lay_out(sheet))
        return laid[-1]

    monkeypatch.setattr(composing, "lay_out", counted)
    rendered = PolicyDocument.parse(_GROWING).render()
    assert PolicyDocument.parse(rendered).render() == rendered
    assert rendered.count("乙表") == 1
    assert len(laid) < 10


def test_a_layout_that_grows_is_not_followed_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = iter(f"甲{'乙' * size}" for size in range(1, 100))
    monkeypatch.setattr(composing, "lay_out", lambda _: next(texts))
    assert PolicyDocument.parse("关于防火的通知").render() == "甲乙"
    assert next(texts) == "甲" + "乙" * 10


def test_how_often_a_document_is_laid_out_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    # Of labels that are one on the other each layout takes one off.
    monkeypatch.setattr(composing, "_MOST_LAYOUTS", 1)
    monkeypatch.setattr(composing, "_LAID_OUT", 0)
    document = PolicyDocument.parse("关于防火的通知\n各县：\n请执行。\n附件：附件1：附件2：附件3：甲表\n")
    assert "甲表" in document.render()
