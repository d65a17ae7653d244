"""The organs named in front of 令 and 公告."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.issuers import is_issuer, issuers_start
from egovkit.text.limits import MAX_JOINT, MAX_ORGAN


@given(st.text(alphabet="国务院财政部 、和局根据的（）第届", max_size=60))
def test_a_start_lies_inside_the_text(text: str) -> None:
    start = issuers_start(text, len(text))
    assert start is None or 0 <= start < len(text)


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("国务院", "国务院"),
        ("根据国务院", "国务院"),
        ("根据中华人民共和国国务院", "中华人民共和国国务院"),
        ("11日国务院", "国务院"),
        ("（原国家食品药品监督管理总局", "国家食品药品监督管理总局"),
        ("财政部 税务总局", "财政部 税务总局"),
        ("财政部、海关总署", "财政部、海关总署"),
        ("财政部和海关总署", "财政部和海关总署"),
        ("财政部、海关总署和国家税务总局", "财政部、海关总署和国家税务总局"),
        ("住房和城乡建设部", "住房和城乡建设部"),
        ("常务会议通过 国务院", "国务院"),
        ("依照某法、财政部", "财政部"),
        ("广东省第十三届人民代表大会常务委员会", "广东省第十三届人民代表大会常务委员会"),
        ("以粤府", "粤府"),
        ("原文化部", "文化部"),
        ("青岛市国家税务局", "青岛市国家税务局"),
        ("依据第十届全国人民代表大会常务委员会", "第十届全国人民代表大会常务委员会"),
        ("总局", "总局"),
        ("前几天看到国家税务总局", "国家税务总局"),
        ("由其", None),
        ("根据", None),
        ("", None),
        ("，", None),
    ],
)
def test_the_organs_that_end_a_text(text: str, issuers: str | None) -> None:
    start = issuers_start(text, len(text))
    assert (None if start is None else text[start:]) == issuers


def test_a_list_is_read_within_its_bound() -> None:
    text = "财政部、" * (MAX_JOINT - 1) + "财政部"
    assert issuers_start(text, len(text)) == 0
    text = "财政部、" * MAX_JOINT + "财政部"
    assert issuers_start(text, len(text)) is None


def test_a_name_whose_start_cannot_be_seen_is_none() -> None:
    text = "甲" * MAX_ORGAN + "局"
    assert issuers_start(text, len(text)) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("财政部", True),
        ("财政部 税务总局", True),
        ("中华人民共和国财政部", False),
        ("根据财政部", False),
        ("财政部 ", False),
        ("政" * 200, False),
    ],
)
def test_whole_names(name: str, expected: bool) -> None:
    assert is_issuer(name) is expected
