"""Slogans that a text sets off are found with their groups, known or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from egovkit.catalogue.frameworks import frameworks
from egovkit.catalogue.slogan_mentions import SloganMention, find_slogans
from egovkit.grammar.slogans import parse_slogan
from egovkit.strategies import slogan_surfaces

_QUOTES = st.sampled_from(["“”", "「」", "『』", '""'])


@given(
    slogan_surfaces(),
    _QUOTES,
    st.sampled_from(["推进", "新一轮", "，"]),
    st.sampled_from(["工程", "三年行动", "，", "的建设"]),
)
def test_what_is_in_quotes_is_found(
    drawn: tuple[str, tuple[tuple[int | None, str], ...]], quotes: str, before: str, after: str
) -> None:
    surface, groups = drawn
    surface = surface.translate(dict.fromkeys(map(ord, "“”\"‘’'「」『』＂＇")))
    found = find_slogans(f"{before}{quotes[0]}{surface}{quotes[1]}{after}")
    if not 2 <= len(surface) <= 24 or (len(groups) == 1 and not after.startswith("工程")):
        assert found == []
        return
    [one] = found
    assert one.text == surface
    assert (one.start, one.end) == (len(before) + 1, len(before) + 1 + len(surface))
    assert [(group.count, group.head) for group in one.groups] == [
        (group.count, group.head) for group in parse_slogan(surface)
    ]
    known = frameworks.find(surface)
    assert one.framework is (known[-1] if known else None)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("实施“千项万亿”工程", ["1000 项", "10000 亿"]),
        ("“千村示范、万村整治”", ["1000 村示范", "10000 村整治"]),
        ("“百城千屏”活动", ["100 城", "1000 屏"]),
        ("“一村万树”行动", ["1 村", "10000 树"]),
        ("新一轮“四减四增”三年行动", ["4 减", "4 增"]),
        ("建立1+30+N体系", ["1", "30", "N"]),
        ("建立１＋３０＋Ｎ的格局", ["1", "30", "N"]),
        ("形成1+3+5平台", ["1", "3", "5"]),
    ],
)
def test_groups(text: str, groups: list[str]) -> None:
    [found] = find_slogans(text)
    assert [str(group) for group in found.groups] == groups
    assert found.framework is None
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        # A single count, a period, a row of numerals, sums, versions, a sentence in quotes.
        "“三农”工作", "“十四五”规划", "“百千万工程”", "3+5=8", "A1+N", "2.1+N", "1+1", "1+30+Nx", "“一切为了群众。”", "四减四增",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    assert find_slogans(text) == []


def test_it_is_data() -> None:
    [found] = find_slogans("“三网一库”")
    adapter = TypeAdapter(SloganMention)
    assert adapter.validate_json(adapter.dump_json(found)) == found
