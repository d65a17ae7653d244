"""What converters leave in a text is as long in blanks, and what it marked is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.models.dates import find_dates
from egovkit.models.issuance import find_numbers
from egovkit.text import markup
from egovkit.text.markup import closed_up, unmarked
from tests.witness import survivors

SAID = ("编名", "章名", "节名", "题注", "条文", "正文")
SURFACES = [
    ("甲<b>乙</b><br/>丙", "甲   乙         丙"),
    ('<td colspan="2">甲</td\n>', "                甲    \n "),
    ("《甲》<乙>和<德阳市办法>", "《甲》<乙>和<德阳市办法>"),
    ("a<b且c>d", "a<b且c>d"),
    ("甲&nbsp;乙&lt;&#20013;&none;", "甲      乙<   中       &none;"),
    ("甲![图](a.png)乙", f"甲{' ' * 11}乙"),
    ("见[甲](http://a.cn/b)乙", f"见 甲{' ' * 16}乙"),
    ("[甲](http://a.cn/b)\n- [乙](/b)", "[甲](http://a.cn/b)\n- [乙](/b)"),
    ("[甲](/b) \u3000\r\n[乙](/b) 乙", f"[甲](/b) \u3000\r\n 乙{' ' * 5} 乙"),
    ("见[甲](乙)", "见[甲](乙)"),
    ("$12$月，$100\\%$，价$5元$", " 12 月， 100 % ，价$5元$"),
    (r"\[甲\]\\n\n", r" [甲 ] \n\n"),
    ("没有标记（甲）", "没有标记（甲）"),
    *((f"【{word}】第一章　总则", "    第一章　总则") for word in SAID),
    ("【提示】第一章　总则", "【提示】第一章　总则"),
]


@pytest.mark.parametrize(("text", "bare"), SURFACES)
def test_markup_is_as_long_in_blanks(text: str, bare: str) -> None:
    assert unmarked(text) == bare


@given(st.text("国甲 \n<>/b&nbsp;$1\\[]()!#a.", max_size=60))
def test_the_length_and_the_lines_stay(text: str) -> None:
    bare = unmarked(text)
    assert len(bare) == len(text)
    assert [at for at, character in enumerate(text) if character == "\n"] == [
        at for at, character in enumerate(bare) if character == "\n"
    ]


@pytest.mark.parametrize(
    "number",
    [
        "国发 $ [2024]7 $ 号",
        "国发\\[2024\\]7号",
        "国发&nbsp;〔2024〕7号",
        "国发〔2024〕$7$号",
        "国发<span>〔2024〕</span>7号",
        "国发〔2024〕<em>7</em>号",
        "国发&#12308;2024&#12309;7号",
        "国发&#x3014;2024&#x3015;7号",
        "国发**〔2024〕7号",
        "国发〔2024〕**7**号",
    ],
)
def test_a_number_in_markup_is_that_number(number: str) -> None:
    [mention] = find_numbers(f"根据{number}的规定")
    assert (str(mention.value), mention.text) == ("国发〔2024〕7号", number)
    assert isinstance(mention.deviations, tuple)


def test_bold_in_a_number_is_no_part_of_its_code() -> None:
    [mention] = find_numbers("国办发**〔2024〕7号**")
    assert mention.deviations == ()


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("没有标记", "没有标记"),
        ("甲    乙", "甲    乙"),
        ("甲    <b>乙", "甲 乙"),
        ("甲<td>乙</td>丙<span>丁</span>", "甲    乙     丙 丁 "),
        ("**甲**", "  甲  "),
        ("甲   乙**丙**", "甲   乙  丙  "),
        ("&#12308;甲", "〔 甲"),
        ("甲\r\n乙\r丙\r\n\r\n", "甲\n乙\r丙\n\n"),
        ("甲    <b>\r\n乙", "甲 \n乙"),
    ],
)
def test_markup_inside_of_words_is_one_blank(text: str, closed: str) -> None:
    assert closed_up(text)[0] == closed


@given(st.text("国甲 \r\n<>/b&nbsp;$1\\[]()!#a.*〔", max_size=60))
def test_each_character_has_its_place(text: str) -> None:
    closed, found = closed_up(text)
    places = [found[at] for at in range(len(closed) + 1)]
    assert places[-1] == len(text)
    assert [*places] == sorted(set(places))
    assert all(closed[i] in (text[places[i]], " ") or text[places[i]] == "&" for i in range(len(closed)))


def test_a_date_in_markup_is_that_date() -> None:
    [mention] = find_dates("于2024年 $12$ 月<b>10</b>日印发")
    assert (str(mention.value), mention.text) == ("2024-12-10", "2024年 $12$ 月<b>10</b>日")


def test_every_word_of_a_collection_decides_a_text() -> None:
    assert survivors(markup, SURFACES, unmarked) == []
