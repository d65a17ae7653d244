"""Who issued a cited document and when: what the patterns have besides the words of the lexicon."""

from __future__ import annotations

import pytest

from egovkit.citations import front
from egovkit.citations.find import find_citations
from egovkit.citations.front import split_organs
from tests.lexicon.examples import examples
from tests.lexicon.readers import READERS
from tests.witness import survivors

# A text with one citation or two: the issuers and the date of each.
CASES = {
    "教育部会同财政部印发《某办法》": "教育部",
    "国务院于2014年3月5日印发《某办法》": "国务院 2014-03-05",
    "国务院2014年3月5号印发《某办法》": "国务院 2014-03-05",
    "2014年3月5号国务院印发《某办法》": "国务院 2014-03-05",
    "２０１４年国务院印发《某办法》": "国务院 2014",
    "继2013年发文后二〇一四年国务院印发《某办法》": "国务院 2014",
    "继2013年发文后2014 年国务院印发《某办法》": "国务院 2014",
    "继2013年发文后一九八八年国务院印发《某办法》": "国务院 1988",
    "2014年三月五日国务院印发《某办法》": "国务院 2014-03-05",
    "按公告2014年第八号要求国务院印发《某办法》": "nobody；国务院",
    "2014年1月1日至3日国务院印发《某办法》": "国务院",
    "2014年底国务院印发《某办法》": "国务院",
    "国务院2014年2月30日印发《某办法》": "国务院",
    "2014年第十届全国人民代表大会第三次会议《某决议》": "2014",
    "2014年3月国务院《某决议》": "国务院 2014-03",
    "2014年1月1日施行的《某决议》": "nobody",
    "2014年1月1日公布的《某决议》": "2014-01-01",
    "《某法》（2014修正）": "2014",
    "《某法》（2014版）": "2014",
    "《某法》（2014本）": "2014",
    "《某法》（2014）": "nobody",
    "财政部和教育部印发《某办法》": "财政部、教育部",
    "财政部与教育部印发《某办法》": "财政部、教育部",
    "财政部及教育部印发《某办法》": "财政部、教育部",
    "财政部以及教育部印发《某办法》": "财政部、教育部",
    "财政部等有关部门印发《某办法》": "财政部",
    "财政部等相关部门印发《某办法》": "财政部",
    "财政部、教育部两部门印发《某办法》": "财政部、教育部",
    "1999年国务院印发《甲办法》，随后还印发《乙办法》": "国务院 1999；国务院",
    "财政部以财预〔2014〕1号文印发《某办法》": "财政部",
    "国务院批转财政部《某办法》": "国务院",
    "战略部署《某办法》": "nobody",
    "该财政局印发《某办法》": "nobody",
    "有关局印发《某办法》": "nobody",
}


@pytest.mark.parametrize("text", CASES)
def test_who_and_when(text: str) -> None:
    assert READERS["front"](text) == CASES[text]


@pytest.mark.parametrize("named", ["财政部、税务总局", "、财政部、税务总局", "财政部，税务总局、", "财政部/税务总局 "])
def test_a_mark_without_a_name_names_nobody(named: str) -> None:
    assert split_organs(named) == ("财政部", "税务总局")


def test_every_alternative_is_witnessed() -> None:
    cases = [(example.text, example.reading) for example in examples("front")] + [*CASES.items()]
    assert survivors(front, cases, READERS["front"]) == []


def test_the_year_in_which_a_document_was_passed_on_is_not_its_own() -> None:
    text = "2006年又转发国务院办公厅《甲通知》（国办发〔2004〕36号），2006年又印发《乙通知》。"
    assert [str(cited.dated) for cited in find_citations(text)] == ["None", "2006"]
    # The number is that of the notice that passes it on.
    [cited] = find_citations("2006年中央办公厅转发了《甲意见》（中办发〔2006〕36号）。")
    assert str(cited.dated) == "2006"


def test_a_title_has_the_number_that_issued_it_and_the_one_that_amended_it() -> None:
    text = "1994年市政府令第25号发布、1997年12月31日市政府令第12号修改的《甲规定》同时废止。"
    (first,) = find_citations(text)
    assert [str(number.value) for number in first.numbers] == ["市政府令第25号", "市政府令第12号"]
    apart = find_citations("市政府令第25号停止执行，市政府令第12号修改的《甲规定》")
    assert [[str(number.value) for number in cited.numbers] for cited in apart] == [
        ["市政府令第25号"],
        ["市政府令第12号"],
    ]


@pytest.mark.parametrize("when", ["2014年底", "2014年末", "2014年"])
def test_the_end_of_a_year_is_no_part_of_an_organ(when: str) -> None:
    [cited] = find_citations(f"{when}省政府印发《甲办法》。")
    assert cited.issuers == ("省政府",)
