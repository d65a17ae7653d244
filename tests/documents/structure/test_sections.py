"""The sections of a document: what is below each heading, in the main text and in what it encloses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.structure.outline import Heading, Level
from egovkit.documents.structure.section_tree import Section
from egovkit.strategies import Page, pages
from tests.documents.test_document import NOISE

NOTICE = """某县人民政府关于森林防火的通知
某政发〔2024〕3号
各乡镇人民政府：
　　现就有关事项通知如下。
　　一、总体要求
　　（一）加强巡护。各地要增加人手。
　　巡护每日两次。
　　（二）设卡检查。
　　二、其他事项
　　本通知自印发之日起施行。
　　附件：1．值班表
某县人民政府
2024年3月1日
附件1
值班表
　　请按时到岗。
　　一、周一
　　张三。
"""
LAW = """某市节水条例
第一章 总则
第一条【立法目的】为了节约用水，制定本条例。
第二条 有下列情形之一的，应当节水：
（一）干旱；
（二）缺水。
前款规定的情形由市人民政府认定。
第二条之一 单位应当节水。
第二章 附则
第三条 施行日期
本条例自2024年1月1日起施行。
"""


def paths(document: PolicyDocument) -> list[tuple[str, ...]]:
    return [section.path for root in document.sections for section in root.walk()]


def shown(document: PolicyDocument, *path: str) -> str:
    (section,) = [s for root in document.sections for s in root.walk() if s.path == path]
    return document.text[section.start : section.end]


def test_a_section_is_its_heading_and_all_below_it() -> None:
    document = PolicyDocument.parse(NOTICE)
    assert paths(document) == [
        ("一、总体要求",),
        ("一、总体要求", "（一）加强巡护"),
        ("一、总体要求", "（二）设卡检查"),
        ("二、其他事项",),
        ("附件1 值班表",),
        ("附件1 值班表", "一、周一"),
    ]
    assert shown(document, "一、总体要求").split()[0] == "一、总体要求"
    assert shown(document, "一、总体要求").split()[-1] == "（二）设卡检查。"
    assert shown(document, "一、总体要求", "（一）加强巡护").split() == [
        "（一）加强巡护。各地要增加人手。",
        "巡护每日两次。",
    ]
    # The closing is below no heading.
    assert shown(document, "二、其他事项").split() == ["二、其他事项", "本通知自印发之日起施行。"]
    assert shown(document, "附件1 值班表").split() == ["附件1", "值班表", "请按时到岗。", "一、周一", "张三。"]


def test_an_annex_is_a_section_with_its_headings_inside() -> None:
    annex = PolicyDocument.parse(NOTICE).sections[-1]
    assert (annex.kind, annex.label, annex.title) == ("annex", "附件1", "值班表")
    assert [(child.kind, child.label, child.title) for child in annex.children] == [("h1", "一、", "周一")]


def test_an_item_of_an_article_is_its_line_and_what_follows_the_items_is_the_article() -> None:
    document = PolicyDocument.parse(LAW)
    assert paths(document) == [
        ("第一章 总则",),
        ("第一章 总则", "第一条 立法目的"),
        ("第一章 总则", "第二条"),
        ("第一章 总则", "第二条", "（一）干旱；"),
        ("第一章 总则", "第二条", "（二）缺水"),
        ("第一章 总则", "第二条之一"),
        ("第二章 附则",),
        ("第二章 附则", "第三条 施行日期"),
    ]
    assert shown(document, "第一章 总则", "第二条", "（二）缺水") == "（二）缺水。"
    assert shown(document, "第一章 总则", "第二条").endswith("由市人民政府认定。")
    below = document.section_at(document.text.index("前款规定"))
    assert below is not None
    assert below.path == ("第一章 总则", "第二条")


def test_articles_have_number_and_caption_apart_from_their_sentence() -> None:
    articles = [h for h in PolicyDocument.parse(LAW).headings if h.level is Level.ARTICLE]
    assert [(h.number, h.insertion, h.label, h.caption) for h in articles] == [
        (1, None, "第一条", "立法目的"),
        (2, None, "第二条", None),
        (2, 1, "第二条之一", None),
        (3, None, "第三条", "施行日期"),
    ]


@pytest.mark.parametrize(
    ("article", "caption"),
    [
        ("第三条（适用范围）本市行政区域内的节水活动适用本条例。", "适用范围"),
        ("第三条 〔适用范围〕 本市行政区域内的节水活动适用本条例。", "适用范围"),
        ("第三条　适用范围\n　　本市行政区域内的节水活动适用本条例。", "适用范围"),
        ("第三条（适用范围）\n本市行政区域内的节水活动适用本条例。", "适用范围"),
        ("第三条 本市行政区域内的节水活动适用本条例。", None),
        ("第三条（一）干旱的；（二）缺水的。", None),
        ("第三条（删去）", None),
        ("第三条（本市行政区域内从事节水活动的单位和个人应当节约，不得浪费）。", None),
        ("第三条 本条例自公布之日起施行\n某市人民政府\n2024年1月1日", None),
        ("第三条 单位应当节水，个人应当节水\n本市行政区域内适用本条例。", None),
        ("第三条 单位应当节水\n第四条 个人应当节水。", None),
    ],
)
def test_what_heads_an_article(article: str, caption: str | None) -> None:
    document = PolicyDocument.parse(f"某市节水条例\n第一条 为了节水，制定本条例。\n{article}\n")
    heading = next(h for h in document.headings if h.number == 3)
    assert heading.caption == caption


@pytest.mark.parametrize(
    ("level", "ordinal", "label"),
    [
        (Level.PART, "一", "第一编"),
        (Level.CHAPTER, "二", "第二章"),
        (Level.SECTION, "三", "第三节"),
        (Level.ARTICLE, "八十七之一", "第八十七条之一"),
        (Level.H1, "一", "一、"),
        (Level.H2, "一", "（一）"),
        (Level.H3, "1", "1."),
        (Level.H4, "1", "（1）"),
        (Level.H1, "", ""),
    ],
)
def test_a_heading_has_its_marker_as_the_standard_prints_it(level: Level, ordinal: str, label: str) -> None:
    assert Heading(level, ordinal, "甲", 0, 9).label == label


def test_a_long_heading_is_cut_in_its_path() -> None:
    document = PolicyDocument.parse(f"关于防火的通知\n一、{'加强巡护' * 12}。各地要抓紧。")
    assert document.sections[0].title == "加强巡护" * 9 + "加强巡…"


def test_what_is_in_no_section() -> None:
    document = PolicyDocument.parse(NOTICE)
    for words in ("某县人民政府关于", "现就有关", "附件：1", "2024年3月1日"):
        assert document.section_at(document.text.index(words)) is None
    assert document.section_at(-1) is None
    assert document.section_at(len(document.text)) is None
    assert PolicyDocument.parse("严禁用火。").sections == ()


def test_an_enclosed_text_without_label_and_title_has_a_name() -> None:
    document = PolicyDocument.parse(
        "关于防火的通知\n各县：\n请执行。\n某县人民政府\n2024年3月1日\n|项目|金额|\n|甲|1|\n"
    )
    assert [section.path for section in document.sections] == [("附文",)]


def test_sections_know_their_page() -> None:
    document = PolicyDocument.parse("关于防火的通知\n一、总体要求\n严禁用火。\n二、其他\n请执行。")
    paged = document.model_copy(
        update={"blocks": tuple(replace(block, page=1 + (i > 2)) for i, block in enumerate(document.blocks))}
    )
    assert [section.page for section in paged.sections] == [1, 2]
    assert [chunk.page for chunk in paged.chunks(12)] == [1, 2]


def check_tree(document: PolicyDocument) -> None:
    """Sections lie in order, one inside the other, and have every heading of the document once."""

    def inside(sections: tuple[Section, ...], start: int, end: int, path: tuple[str, ...]) -> None:
        at = start
        for section in sections:
            assert at <= section.start <= section.end <= end
            assert section.path[:-1] == path
            inside(section.children, section.start, section.end, section.path)
            at = section.end

    inside(document.sections, 0, len(document.text), ())
    every = [section for root in document.sections for section in root.walk()]
    assert [section.start for section in every if section.kind not in ("annex", "enclosed")] == [
        heading.start for heading in document.headings
    ]
    assert len(every) == len(document.headings) + len(document.parts)
    for section in every:
        if section.start < section.end:
            found = document.section_at(section.start)
            assert found is not None
            assert found.start == section.start


@given(NOISE)
def test_the_sections_of_any_text_are_a_tree_with_every_heading(text: str) -> None:
    check_tree(PolicyDocument.parse(text))


@settings(max_examples=60)
@given(pages())
def test_every_paragraph_below_a_heading_is_in_a_section(page: Page) -> None:
    document = PolicyDocument.parse(page.text)
    check_tree(document)
    starts = [section.start for section in document.sections]
    for block in document.blocks:
        if block.kind is Element.PARAGRAPH and starts and block.start > starts[0]:
            assert document.section_at(block.start) is not None
