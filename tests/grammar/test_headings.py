from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar import headings
from egovkit.grammar.headings import LEVELS, heading_text, may_open_heading, ordinal_of, read_bare_marker, read_marker
from egovkit.text.numerals import write_han
from tests.witness import survivors

NUMBERS = st.integers(1, 99)
BLANK = st.sampled_from(["", " ", "　", "　　"])
MARKUP = st.sampled_from(["", "# ", "## ", "**", "### **"])


@given(NUMBERS, st.sampled_from(["编", "章", "节", "条"]), BLANK, MARKUP)
def test_ordinals_of_divisions_are_read_in_every_dress(number: int, unit: str, blank: str, markup: str) -> None:
    line = f"{markup}第{write_han(number)}{unit}{blank or '　'}总则"
    marker = read_marker(line)
    assert marker is not None
    assert marker.level == dict(zip("编章节条", LEVELS, strict=False))[unit]
    assert ordinal_of(marker) == number
    assert heading_text(line, marker) == "总则"


@given(
    NUMBERS,
    st.sampled_from([("h1", "{}、"), ("h1", "{}．"), ("h2", "（{}）"), ("h2", "({})"), ("h2", "（{}）、")]),
    BLANK,
    MARKUP,
)
def test_han_markers(number: int, form: tuple[str, str], blank: str, markup: str) -> None:
    level, shape = form
    line = markup + shape.format(write_han(number)) + blank + "总体要求。各地"
    marker = read_marker(line)
    assert marker is not None
    assert (marker.level, ordinal_of(marker), heading_text(line, marker)) == (level, number, "总体要求")


@given(
    NUMBERS,
    st.sampled_from([("h3", "{}."), ("h3", "{}、"), ("h3", "{}．"), ("h4", "（{}）"), ("h4", "({})"), ("h4", "{}）")]),
)
def test_arabic_markers(number: int, form: tuple[str, str]) -> None:
    level, shape = form
    line = shape.format(number) + "问题导向"
    marker = read_marker(line)
    assert marker is not None
    assert (marker.level, ordinal_of(marker), line[marker.end :]) == (level, number, "问题导向")


@pytest.mark.parametrize(
    "line",
    [
        "第三条第二款规定的", "第三条规定的情形", "第十条、第十一条", "第二章的规定", "第三条和第四条", "第五条至第七条", "（一）项规定", "（一）、（二）项所列",
        "（一）至（三）项", "一、二审案件", "二、三线城市", "1.5倍", "3.14", "一是加强", "2014年", "（2014）3号", "第七节改为第八节，以下各节依次改动。", "十五、十六号楼",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_marker(line: str) -> None:
    marker = read_marker(line)
    assert marker is None or marker.level == "h1?"


@pytest.mark.parametrize(
    ("line", "level", "text"),
    [
        ("第八十七条之一　插入的一条", "article", "插入的一条"),
        ("第十条项目取得预售许可的", "article", "项目取得预售许可的"),
        ("第三条中央预算", "article", "中央预算"),
        ("（六）项目的技术要求", "h2", "项目的技术要求"),
        ("㈠总体要求", "h2", "总体要求"),
        ("⑴定人", "h4", "定人"),
        ("⒈定时", "h3", "定时"),
        ("1.2023年起执行", "h3", "2023年起执行"),
        ("一 、加强领导", "h1", "加强领导"),
        ("第一部分　形势", "part", "形势"),
        ("第1条　目的", "article", "目的"),
        ("二、一次性告知", "h1", "一次性告知"),
        ("### 第五节 生活、卫生。", "section", "生活、卫生"),
    ],
)
def test_what_looks_odd_and_is_a_marker(line: str, level: str, text: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.level, heading_text(line, marker)) == (level, text)


@given(st.text(min_size=1, max_size=40).filter(lambda line: line == line.strip() and line != ""))
def test_a_marker_ends_inside_its_line_and_begins_with_an_opener(line: str) -> None:
    marker = read_marker(line)
    if marker is not None:
        assert 0 < marker.end <= len(line)
        assert may_open_heading(line[0])
        assert marker.level.rstrip("?") in LEVELS


@pytest.mark.parametrize("line", ["第一章：总则", "第一章: 总则", "第一章 ：　总则"])
def test_a_colon_behind_an_ordinal_is_no_part_of_the_heading(line: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.level, ordinal_of(marker), heading_text(line, marker)) == ("chapter", 1, "总则")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("二《意见》的定位", "h1?"),
        ("二　总体要求", "h1?"),
        ("二　总体要求。", None),
        ("二", None),
        ("二次供水", None),
        ("二 ○ 一 一 年 七 月 二 日", None),
    ],
)
def test_a_bare_numeral_is_a_heading_only_perhaps(line: str, level: str | None) -> None:
    marker = read_marker(line)
    assert (marker and marker.level) == level


@pytest.mark.parametrize(
    ("line", "level"),
    [("**", None), ("## ", None), ("##说明", None), ("1）定人", "h4"), ("1)　定人", "h4"), ("1）", None), ("1.", None)],
)
def test_a_marker_of_one_line_needs_words_behind_it(line: str, level: str | None) -> None:
    marker = read_marker(line)
    assert (marker and marker.level) == level
    assert marker is None or heading_text(line, marker) == "定人"


@pytest.mark.parametrize(
    ("line", "below", "ordinal"),
    [
        ("一", "活动时间", "一"),
        ("## 十二", "## 附则", "十二"),
        ("**三**", "**其　他**", "三"),
        ("一", "二", None),
        ("一", "1200", None),
        ("一", "甲", None),
        ("一", "凡购买新车的，给予补贴。", None),
        ("一", "为促进消费市场健康平稳发展，" * 4, None),
        ("一是", "活动时间", None),
        ("一二三四", "活动时间", None),
    ],
)
def test_a_numeral_alone_needs_words_below_it(line: str, below: str, ordinal: str | None) -> None:
    marker = read_bare_marker(line, below)
    assert (marker and marker.ordinal) == ordinal
    assert marker is None or (marker.level, marker.end) == ("h1?", len(line))


# Level, numeral and words; None for what refers to an article, counts things, or is a date.
MARKERS = {
    "第二分编　总则": "part 二 总则",
    "第二编　总则": "part 二 总则",
    "第二篇　总则": "part 二 总则",
    "第二部分　总则": "part 二 总则",
    "第二章　总则": "chapter 二 总则",
    "第二节　总则": "section 二 总则",
    "第二条　总则": "article 二 总则",
    "第2条　目的": "article 2 目的",
    "第二条之一　目的": "article 二之一 目的",
    "第二条之规定": None,
    "第二条规定": None,
    "第二条的规定": None,
    "第二条所列": None,
    "第二条所有单位": "article 二 所有单位",
    "第二条的": None,
    "第二条的情形": None,
    "第二条和甲": None,
    "第二条与甲": None,
    "第二条中列明": None,
    "第二条中央预算": "article 二 中央预算",
    "第二条款项": None,
    "第二条项规定": None,
    "第二条项目": "article 二 项目",
    "第二条以上": None,
    "第二条以工代赈": "article 二 以工代赈",
    "第二章第三节的规定": None,
    "第二条第三款": None,
    "第二条 第三款": None,
    "第二条　第三项": None,
    "第二条至第五条": None,
    "第二条　至第五条": None,
    "第二条　和（三）": None,
    "第二条　第三季度": "article 二 第三季度",
    "第二章以内": None,
    "第二章中": None,
    "第三条战线的同志": None,
    "第三条战略": "article 三 战略",
    "第二条生产线": None,
    "第一节课由校长讲授": None,
    "第一节课程设置": "section 一 课程设置",
    "第一节战线": "section 一 战线",
    "二　总则": "h1? 二 总则",
    "二《意见》的定位": "h1? 二 《意见》的定位",
    "二 ○ 一 一 年": None,
    "（二）总则": "h2 二 总则",
    "(2)总则": "h4 2 总则",
    "（二）至（三）项": None,
    "（二）（三）": None,
    "（二）、（三）": None,
    "（二）项": None,
    "（二）项目": "h2 二 项目",
    "（二）三项": None,
    "（二）、三项": None,
    "（二）和（三）": None,
    "（二）或三）": None,
    "1.2023年起": "h3 1 2023年起",
    "1.2023年": "h3 1 2023年",
    "1.5倍": None,
    "一、二审案件": None,
    "一、二类地区": None,
    "一、二级": None,
    "一、二号楼": None,
    "一、二产业": None,
    "一、二产品": "h1 一 二产品",
    "一、三产业": "h1 一 三产业",
}


def _read(line: str) -> str | None:
    marker = read_marker(line)
    return marker and f"{marker.level} {marker.ordinal} {heading_text(line, marker)}"


@pytest.mark.parametrize("line", MARKERS)
def test_what_a_line_opens_with(line: str) -> None:
    assert _read(line) == MARKERS[line]


def test_no_alternative_is_without_a_case() -> None:
    assert survivors(headings, MARKERS.items(), _read) == []
