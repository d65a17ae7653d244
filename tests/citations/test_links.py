from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.citations.find import find_citations
from egovkit.citations.same_titles import title_key

# What each citation's antecedent is, by place; a list are candidates.
CASES: dict[str, list[int | list[int] | None]] = {
    "《甲通知》（以下简称《通知》）。《通知》要求，《通知》明确": [None, 0, 0],
    "《通知》定位。《甲通知》（以下简称《通知》）": [1, None],
    "《甲条例》规定。《甲条例》要求": [None, 0],
    "解读《甲条例》。印发《甲条例》（以下简称《条例》）。": [1, None],
    "《关于<甲>的通知》与《关于〈甲〉的通知》": [None, 0],
    "《甲(试行)》与《甲（试行）》": [None, 0],
    "《甲（2014—2020年）》与《甲(2014~2020年)》": [None, 0],
    "《中国人民共和国甲法》与《甲法》": [None, None],
    "《中华人民共和国甲法》与《甲法》": [None, 0],
    "《中华人民共和国甲法》（2014年修正）与《甲法》（2018年修正），《甲法》": [None, None, [0, 1]],
    "《甲办法（试行）》。《办法（试行）》，《办法》": [None, 0, 0],
    "《甲办法(试行)》。《办法（试行）》": [None, 0],
    "《甲三年行动计划》。《三年行动计划》": [None, 0],
    "《关于甲\n的通知》与《关于甲的通知》": [None, 0],
    "《甲通知》（国发〔2014〕1号）、《甲通知》（国发〔2015〕2号）": [None, None],
    "《甲通知》（国发〔2014〕1号）、《甲通知》（国发〔2015〕2号），《甲通知》": [None, None, [0, 1]],
    "《甲通知》（国发〔2014〕1号）。《甲通知》要求": [None, 0],
    "《甲规定》（某总局令第5号）与《甲规定》（某总局局令第5号）": [None, 0],
    "根据2015年3月15日会议《甲决定》修正，根据2023年3月13日会议《甲决定》修正": [None, None],
    "发布《关于甲的若干措施》。《措施》明确": [None, 0],
    "发布《关于甲的措施》和《关于乙的措施》。《措施》明确": [None, None, [0, 1]],
    "《实施意见》指出。《关于甲的指导意见》提出": [None, None],
    "《实施意见》指出。《实施意见》提出": [None, 0],
    "《劳动合同法》和《合同法》": [None, None],
    "关于甲的决定（以下简称《决定》）。见《乙决定》。《决定》": [None, None],
    "《甲通知》（以下简称《通知》）。\n《乙通知》要求，《通知》": [None, None, [0, 1]],
    "《甲通知》（以下简称《通知》）。\n《乙通知》（以下简称《通知》）。《通知》": [None, None, 1],
    "《甲通知》（以下简称《通知》）。《乙通知》（以下简称《通知》）。《通知》": [None, None, [0, 1]],
    "《甲法》《乙法》（以下统称《两法》）。《两法》": [None, None, [0, 1]],
    "《甲通知》（国发〔2014〕1号）。按照国发〔2014〕1号要求": [None, 0],
    "按照国发〔2014〕1号要求，国发〔2014〕1号规定": [None, 0],
    "按照国发〔2014〕1号，国办发〔2014〕1号规定": [None, None],
    "《甲办法》（财税〔2016〕36号）、《乙规定》（财税〔2016〕36号）。按财税〔2016〕36号": [None, None, [0, 1]],
    "根据国发〔2016〕51号（以下简称《通知》）。《通知》": [None, 0],
    "《甲通知》要求。本《通知》自印发之日起": [None, None],
    "按照国发〔2014〕1号执行。国发〔2014〕1号（以下简称《办法》）。按照《办法》执行。": [None, 0, 0],
    "印发《 　》和《》。《甲通知》，《 》": [None],
    # A year alone is of the only document of that year, which a date or a number tells from the others.
    "国务院2014年3月印发《甲规定》。国务院2015年3月5日印发《甲规定》（国发〔2015〕1号）。国务院2015年印发《甲规定》": [
        None,
        None,
        1,
    ],
    # One document under a title and under its number, which are two names until both are read.
    "《甲办法》（国发〔2014〕1号，以下简称《办法》）。国发〔2014〕1号（以下简称《办法》）。\n《办法》": [None, 0, 0],
    "《甲办法》（国发〔2014〕1号，以下简称《办法》）。国发〔2014〕1号（以下简称《办法》）。《乙办法》（以下简称《办法》）。\n《办法》": [
        None,
        0,
        None,
        [0, 2],
    ],
    "《甲通知（乙片区）》。《通知》": [None, 0],
    "《甲条例》，以下简称《》。《条例》": [None, 0],
}

_PIECES = [
    "《甲办法》", "《甲通知》", "《办法》", "《通知》", "（以下简称《办法》）", "（以下简称《通知》）", "（国发〔2014〕1号）", "（国发〔2015〕2号）",
    "按照国发〔2014〕1号", "国发〔2015〕2号", "（2014年3月）", "本", "。", "，", "\n", "《中华人民共和国甲法》", "《甲法》", "（以下统称《两法》）", "《两法》",
]  # fmt: skip


@settings(max_examples=250)
@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_every_antecedent_stands_for_itself(text: str) -> None:
    found = find_citations(text)
    for citation in found:
        assert citation.antecedent is None or citation.antecedent in found
        assert citation.document.antecedent is None
        assert citation.antecedent is not citation
        assert all(one.antecedent is None for one in citation.candidates)
        assert len(set(citation.candidates)) == len(citation.candidates) != 1


@pytest.mark.parametrize("text", CASES)
def test_links(text: str) -> None:
    found = find_citations(text)
    place = {id(citation): i for i, citation in enumerate(found)}
    links: list[int | list[int] | None] = []
    for citation in found:
        if citation.candidates:
            links.append([place[id(candidate)] for candidate in citation.candidates])
        else:
            links.append(None if citation.antecedent is None else place[id(citation.antecedent)])
    assert links == CASES[text]


def test_the_key_of_a_title_is_its_own_key() -> None:
    for title in ("关于<甲>的通知(试行)", "《甲》", '"甲"'):
        assert title_key(title_key(title)) == title_key(title)


def test_candidates_are_bounded_however_many_there_are() -> None:
    text = "".join(f"《第{i}号措施》" for i in range(100)) + "《措施》"
    *_, last = find_citations(text)
    assert last.antecedent is None
    assert 2 <= len(last.candidates) <= 8


# 本《…》 is the text itself: linked where the text named itself, and once only.
OWN_NAMES: dict[str, list[int | None]] = {
    "第二条 《甲裁量权规定》（以下简称《裁量权规定》）适用于全省。本《裁量权规定》自公布之日起施行。": [None, 0],
    "制订了《甲目录》（以下简称《目录》）。本《目录》自公布之日起施行。": [None, 0],
    "制订了《甲目录》。本《目录》自公布之日起施行。": [None, None],
    "本《目录》自公布之日起施行。制订了《甲目录》（以下简称《目录》）。": [None, None],
    "《甲目录》（以下简称《目录》）、《乙目录》（以下简称《目录》）。本《目录》": [None, None, None],
}


@pytest.mark.parametrize("text", OWN_NAMES)
def test_the_text_under_its_own_short_name(text: str) -> None:
    found = find_citations(text)
    antecedents = [None if c.antecedent is None else found.index(c.antecedent) for c in found]
    assert antecedents == OWN_NAMES[text]
