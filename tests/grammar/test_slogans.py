from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.errors import ParseError
from egovkit.grammar import slogans
from egovkit.grammar.slogans import clean_slogan, parse_slogan
from egovkit.strategies.framework import slogan_surfaces
from tests.lexicon.examples import examples
from tests.lexicon.readers import READERS
from tests.witness import survivors

CASES = {
    "三网一库": [(3, "网"), (1, "库")],
    "两网四库十二金": [(2, "网"), (4, "库"), (12, "金")],
    "两网一站四库十二金": [(2, "网"), (1, "站"), (4, "库"), (12, "金")],
    "2网4库12金": [(2, "网"), (4, "库"), (12, "金")],
    "一号一窗一网": [(1, "号"), (1, "窗"), (1, "网")],
    "三融五跨": [(3, "融"), (5, "跨")],
    "五个统一": [(5, "统一")],
    "五统一": [(5, "统一")],
    "1+32+N": [(1, ""), (32, ""), (None, "")],
    "１＋３２＋Ｎ": [(1, ""), (32, ""), (None, "")],
    "一网、一门、一次": [(1, "网"), (1, "门"), (1, "次")],
    "“双随机、一公开”": [(2, "随机"), (1, "公开")],
    "四横三纵": [(4, "横"), (3, "纵")],
    "三个一批": [(3, "一批")],
    "五个一": [(5, "一")],
    "五位一体": [(5, "位一体")],
    "三网一体系": [(3, "网"), (1, "体系")],
    "四张清单一张网": [(4, "清单"), (1, "网")],
    "二十条": [(20, "条")],
    "六大系统": [(6, "系统")],
    "1个平台+3个体系+N个应用": [(1, "平台"), (3, "体系"), (None, "应用")],
    "双一流": [(2, "一流")],
    "三网、一库、；": [(3, "网"), (1, "库")],
    "廿条": [(20, "条")],
    "卅条": [(30, "条")],
    "三方单一窗口": [(3, "方单一窗口")],
    "三方同一": [(3, "方同一")],
    "三方协同一网": [(3, "方协同"), (1, "网")],
    "三证合一": [(3, "证合一")],
    "三网融合一平台": [(3, "网融合"), (1, "平台")],
    "三争第一": [(3, "争第一")],
    "一次一流程": [(1, "次"), (1, "流程")],
    "双零行动": [(2, "零行动")],
    "三个零": [(3, "零")],
}

WRONG = {
    "": ("slogan.empty", (0, 0)),
    "“”": ("slogan.empty", (0, 2)),
    "放管服": ("slogan.count", (0, 1)),
    "三网库放1网2": ("slogan.head", (6, 7)),
    "三网，两": ("slogan.head", (3, 4)),
    "三网 a": ("slogan.character", (3, 4)),
    "2522": ("slogan.head", (0, 4)),
    "0网": ("slogan.count", (0, 1)),
    "三网零库": ("slogan.count", (2, 3)),
    "5三网": ("slogan.count", (1, 2)),
    "一二三产业": ("slogan.count", (0, 2)),
    "1+": ("slogan.count", (1, 2)),
    "1++2": ("slogan.count", (2, 3)),
    "、三网": ("slogan.count", (0, 1)),
    "网" * 100: ("slogan.length", (64, 100)),
}


def test_every_alternative_is_witnessed() -> None:
    cases = [(example.text, example.reading) for example in examples("slogans")]
    cases += [(slogan, READERS["slogans"](slogan)) for slogan in CASES]
    assert survivors(slogans, cases, READERS["slogans"]) == []


@pytest.mark.parametrize("slogan", CASES)
def test_groups(slogan: str) -> None:
    assert [(group.count, group.head) for group in parse_slogan(slogan)] == CASES[slogan]


@pytest.mark.parametrize("slogan", WRONG)
def test_where_a_slogan_stops_making_sense(slogan: str) -> None:
    code, span = WRONG[slogan]
    with pytest.raises(ParseError) as caught:
        parse_slogan(slogan)
    assert (caught.value.code, caught.value.span) == (code, span)


@given(slogan_surfaces())
@settings(max_examples=80)
def test_every_way_to_print_a_slogan(drawn: tuple[str, tuple[tuple[int | None, str], ...]]) -> None:
    surface, groups = drawn
    found = parse_slogan(surface)
    assert tuple((group.count, group.head) for group in found) == groups
    assert [(group.count, group.head) for group in parse_slogan(clean_slogan(surface))] == list(groups)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(alphabet="一二两三十百个网库统体单+N12、“ a\u200b〇", max_size=40) | st.text(max_size=80))
@settings(max_examples=150)
def test_any_text_parses_or_ends_in_a_parse_error(text: str) -> None:
    found: object
    try:
        found = parse_slogan(text)
    except ParseError as error:
        found = error
    if isinstance(found, ParseError):
        start, end = found.span
        assert 0 <= start <= end <= len(text)
        assert found.code.startswith("slogan.")
    else:
        assert found
