"""Every alternative in the patterns of numbers has a case that reads otherwise without it."""

from __future__ import annotations

from types import ModuleType

import pytest

from egovkit.grammar.numbers import bracketed, lists, named, parts, printed_codes, scan
from tests.lexicon.readers import READERS
from tests.witness import survivors

CASES = {
    # named
    "国务院令第711号": "国务院令第711号",
    "交通部令2005年第3号": "交通部令2005年第3号",
    "交通部令二〇〇五年第三号": "交通部令2005年第3号",
    "交通部令2005第3号": "交通部令2005年第3号",
    "财政部公告2020年第8号": "财政部公告2020年第8号",
    "国家药监局通告2021年第26号": "国家药监局通告2021年第26号",
    "农业农村部公告第303号": "农业农村部公告第303号",
    "财政部公告〔2020〕8号": "财政部公告2020年第8号",
    "财政部通告〔2020〕8号": "财政部通告2020年第8号",
    "财政部令〔2020〕8号": "财政部令2020年第8号",
    "财政部令〔二〇二〇〕8号": "财政部令2020年第8号",
    "某市人民代表大会常务委员会公告〔十四届〕第3号": "某市人民代表大会常务委员会公告〔十四届〕第3号",
    "公告〔14届〕第3号": "公告〔十四届〕第3号",
    "《某公告》（第6号）": "公告第6号",
    "《某通告》（第6号）": "通告第6号",
    "财政部第8号令": "财政部令第8号",
    "财政部2020年第8号公告": "财政部公告2020年第8号",
    "财政部2020年第8号通告": "财政部通告2020年第8号",
    "依据121号《关于某事的公告》": "公告第121号",
    "依据121号《关于某事的通告》": "通告第121号",
    # bracketed
    "国发〔二〇一六〕51号": "国发〔2016〕51号",
    "国发〔16〕51号": "国发〔2016〕51号",
    "财税2016年36号": "财税〔2016〕36号",
    "财税二〇一六年36号": "财税〔2016〕36号",
    "国发199651号": "国发〔1996〕51号",
    "国发 2016 51 号": "国发〔2016〕51号",
    "国发2016第51号": "国发〔2016〕51号",
    "（86）国发12号": "国发〔1986〕12号",
    "（1986）国发12号": "国发〔1986〕12号",
    # lists
    "国发〔2016〕51号、55号": "国发〔2016〕51号；国发〔2016〕55号",
    "国发〔2016〕51号以及55号": "国发〔2016〕51号；国发〔2016〕55号",
    "国发〔2016〕51号或者55号": "国发〔2016〕51号；国发〔2016〕55号",
    "国发〔2016〕51号至53号": "国发〔2016〕51号；国发〔2016〕52号；国发〔2016〕53号",
    # printed codes
    "5月份辽东环〔2020〕12号": "辽东环〔2020〕12号",
    "2020年5月1日辽东环〔2020〕12号": "辽东环〔2020〕12号",
    "第3条辽东环〔2020〕12号": "辽东环〔2020〕12号",
    # parts
    "国发〔2 0 1 6〕 5 1号": "国发〔2016〕51号",
    "国发〔2016〕五十一号": "国发〔2016〕51号",
    "国发[2OO7]l9号": "国发〔2007〕19号",
    "国务院令第7ll号": "国务院令第711号",
}


@pytest.mark.parametrize("text", CASES)
def test_reads_as_it_says(text: str) -> None:
    assert READERS["numbers"](text) == CASES[text]


@pytest.mark.parametrize("module", [bracketed, lists, named, parts, printed_codes, scan], ids=lambda m: m.__name__)
def test_no_alternative_is_without_a_case(module: ModuleType) -> None:
    assert survivors(module, CASES.items(), READERS["numbers"]) == []
