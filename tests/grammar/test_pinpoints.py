from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar import pinpoints
from egovkit.grammar.pinpoints import Place, read_places
from egovkit.text.limits import MAX_PINPOINT
from tests.witness import survivors

CASES = {
    "第十二条第一款第（三）项": "第十二条第一款第（三）项",
    "第12条第1款第(3)项": "第十二条第一款第（三）项",
    "第八十七条之一第二款": "第八十七条之一第二款",
    "第三、五、七条": "第三条、第五条、第七条",
    "第三条、第五条和第七条": "第三条、第五条、第七条",
    "第三条至第五条": "第三条至第五条",
    "第三至五条": "第三条至第五条",
    "第三条至第五条第二款": "第三条至第五条第二款",
    "第三条第一款至第三款、第五条": "第三条第一款至第三条第三款、第五条",
    "第十二条第一款、第二款": "第十二条第一款、第十二条第二款",
    "第（一）、（二）项": "第（一）项、第（二）项",
    "第五条（二）项": "第五条第（二）项",
    "附件3": "附件3",
    "附件三第二章": "附件3第二章",
    "第二编第一章第三节": "第二编第一章第三节",
    "第二条第3目": "第二条第3目",
    "第 十 二 条第 2 款": "第十二条第二款",
    "第十\n二条": "第十二条",
    "第十条第(一)(二)项": "第十条第（一）项、第十条第（二）项",
    "第十条第二款（一）、（三）至（五）项": "第十条第二款第（一）项、第十条第二款第（三）项至第十条第二款第（五）项",
    "第十条（二）": "第十条第（二）项",
    "第十条（一）、（二）": "第十条第（一）项、第十条第（二）项",
    "第十二条、十三条、十五条": "第十二条、第十三条、第十五条",
    "第三十二条和三十三条之一": "第三十二条、第三十三条之一",
    "第二条第一款、三款": "第二条第一款、第二条第三款",
    "第三条之一、之二": "第三条之一、第三条之二",
    "第三条之一至之三": "第三条之一至第三条之三",
    "第三条之一至之三、之五": "第三条之一至第三条之三、第三条之五",
    "第三条之一至之三至之五": "第三条之一至第三条之三、第三条之五",
    "附件1、2和3": "附件1、附件2、附件3",
    "附件1至3": "附件1至附件3",
    "附表2": "附件2",
    "附表2、附表3": "附件2、附件3",
    "附件2和附件3": "附件2、附件3",
    "第三条以及第五条": "第三条、第五条",
    "第三条及第五条": "第三条、第五条",
    "第三条或者第五条": "第三条、第五条",
    "第三条或第五条": "第三条、第五条",
    "第三条与第五条": "第三条、第五条",
    "第三条到第五条": "第三条至第五条",
    "第三条——第五条": "第三条至第五条",
    "第三及第五条": "第三条、第五条",
    "第三以及第五条": "第三条、第五条",
}


def _read(text: str) -> tuple[int, str] | None:
    read = read_places(text, 0)
    return None if read is None else (read[0], "、".join(map(str, read[1])))


# What opens the next line as a heading or article is no place in what this line cites; without a blank after it may be one.
NEXT_LINES = {
    "第三条\n第一编　总则": "第三条",
    "第三条\r\n　　第一章 总则": "第三条",
    "第三条\n第二节\n总则": "第三条",
    "第三条\n第 十章　总则": "第三条",
    "第三条\n第四条　各县执行。": "第三条",
    "第三条\n第四条之一　各县执行。": "第三条",
    "第三条\n第四条【范围】各县执行。": "第三条",
    "第三条\n第四条（范围）各县执行。": "第三条",
    "第三条\n第四条": "第三条",
    "第三条\n第四条（二）的": "第三条\n第四条（二）",
    "第三条\n第四条的规定": "第三条\n第四条",
    "第三条 第四条 的规定": "第三条 第四条",
    "第\r\n三条、第\r\n四条\r\n的规定": "第\r\n三条、第\r\n四条",
}


def test_every_alternative_is_witnessed() -> None:
    cases = [(text, (len(text), places)) for text, places in CASES.items()]
    surfaces = (
        "第三条的规定",
        "第二条和第三方协议",
        "第五条、附则",
        "第三条、十条措施",
        "第三条，（二）的",
        "第三项目",
        *NEXT_LINES,
    )
    assert survivors(pinpoints, cases + [(text, _read(text)) for text in surfaces], _read) == []


@pytest.mark.parametrize("text", CASES)
def test_a_pinpoint_is_read_to_its_end(text: str) -> None:
    read = read_places(text, 0)
    assert read is not None
    end, places = read
    assert (end, "、".join(map(str, places))) == (len(text), CASES[text])


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("第三条的规定", "第三条"),
        ("第二条和第三方协议", "第二条"),
        ("第五条、附则", "第五条"),
        ("附件3《某规定》第五条", "附件3"),
        ("第三条、第五条之零", "第三条"),
        ("第三条第二款之一的情形", "第三条第二款"),
        ("第三条第（一）项、第（二）项之一", "第三条第（一）项、第（二）项"),
        ("第三条之一、之零", "第三条之一"),
        ("第三条之一、之百", "第三条之一"),
        ("第三条、十条措施", "第三条"),
        ("第十三条、十二条的", "第十三条"),
        ("第三条、百条的", "第三条"),
        ("第二章、三条的", "第二章"),
        ("第三条，（二）的", "第三条"),
        ("第三条（二）加强", "第三条"),
        ("第二章（二）的", "第二章"),
        ("附件1、2020年目录", "附件1"),
        ("附件1、一是加强", "附件1"),
        *NEXT_LINES.items(),
    ],
)
def test_a_pinpoint_ends_where_no_place_follows(text: str, surface: str) -> None:
    read = read_places(text, 0)
    assert read is not None
    assert text[: read[0]] == surface


@pytest.mark.parametrize(
    "text",
    ["", "第", "条", "第三方", "附件", "第2次修正", "三条", "第条", "第五条之〇", "第三项目", "（二）的", "第百条"],
)
def test_no_pinpoint(text: str) -> None:
    assert read_places(text, 0) is None


def test_a_range_holds_its_last_place() -> None:
    read = read_places("第三条至第五条", 0)
    assert read is not None
    assert read[1] == (Place(article=3, until=Place(article=5)),)


@given(st.text(alphabet="第一二三十〇12（）()条款项目章节编附件表、至和之百 ", max_size=40))
def test_any_text_reads_or_not(text: str) -> None:
    read = read_places(text, 0)
    assert read is None or (0 < read[0] <= len(text) and len(read[1]) > 0)


def test_a_pinpoint_is_read_no_further_than_its_bound() -> None:
    read = read_places("、".join(f"第{number}条" for number in range(1, 100)), 0)
    assert read is not None
    end, places = read
    assert end <= MAX_PINPOINT
    assert [place.article for place in places] == list(range(1, len(places) + 1))
    assert len(places) > 20
