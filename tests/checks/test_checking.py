"""Which rules judge which text: by its day, by what it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from operator import attrgetter
from types import FrameType
from typing import Any

import pytest

from egovkit import DocumentDate, PolicyDocument
from egovkit.checks import check, fix
from egovkit.checks import checking as engine
from egovkit.checks.cases import cases_of
from egovkit.checks.checking import findings_of
from egovkit.checks.rule import rules
from egovkit.checks.rules.gw5_citations import short_names
from egovkit.checks.seeking import seeker
from egovkit.checks.subject import Subject
from egovkit.errors import ParseError, UnknownTerm

DAY = date(2020, 6, 1)
HEAD = "某市人民政府关于办好某项工作的通知\n各区人民政府：\n请认真执行。\n某市人民政府\n"


@pytest.mark.parametrize(
    ("dated", "codes"),
    [
        ("1996年3月5日", set()),
        ("一九九六年三月五日", set()),
        ("2005年3月5日", {"GW603"}),
        ("二〇〇五年三月五日", set()),
        ("二○○五年三月五日", {"GW612"}),
        ("2014年3月5日", set()),
        ("二〇一四年三月五日", {"GW601"}),
        ("2014年03月05日", {"GW604"}),
    ],
)
def test_a_document_is_judged_by_the_rules_of_its_day(dated: str, codes: set[str]) -> None:
    report = check(HEAD + dated, rules=["GW6"])
    assert set(report.codes) == codes
    assert not report.assumed


def test_another_day_can_be_asked_for() -> None:
    text = HEAD + "二〇〇五年三月五日"
    assert not check(text)
    assert "GW601" in check(text, on=date(2020, 1, 1)).codes


def test_an_undated_text_is_judged_by_the_rules_of_today() -> None:
    report = check("按照国办发[2014]66号执行。")
    assert report.assumed
    assert report.on == date.today()


def test_a_number_dates_a_text_that_shows_no_date() -> None:
    report = check(
        "国办发〔2005〕6号\n国务院办公厅关于办好某项工作的通知\n各省、自治区、直辖市人民政府：\n请认真执行。"
    )
    assert (report.on, report.assumed) == (date(2005, 12, 31), False)


@pytest.mark.parametrize(
    "text",
    [
        "某市某某条例\n（二〇一四年三月五日公布）\n第一条　为了规范某事，制定本条例。\n第二条　本条例自公布之日起施行。",
        "《关于办好某项工作的通知》解读\n　　近日，某市人民政府印发了《关于办好某项工作的通知》。\n2014-03-05",
        "某市召开会议部署某项工作\n　　本报讯　某市日前召开会议。\n二〇一四年三月五日",
    ],
)
def test_what_is_no_official_document_is_not_judged_as_one(text: str) -> None:
    report = check(text)
    assert not report.official
    official = {rule.code for rule in rules() if rule.scope == "official"}
    assert not official & set(report.codes)


def test_a_document_without_its_title_is_one_all_the_same() -> None:
    assert check("各区人民政府：\n请认真执行。\n某市人民政府\n2014年3月5日").official


def test_an_order_is_one_by_its_number_and_who_signed_it() -> None:
    order = "某省人民政府令\n第12号\n　　《某省某某办法》已经通过，现予公布，自公布之日起施行。\n省长　张某某\n"
    assert check(order + "2014年3月5日").official
    assert check(order + "二〇一四年三月五日", rules=["GW601"])


def test_the_words_of_a_site_are_not_the_documents() -> None:
    page = "索引号：000014349/2024-00150\n发布日期：2014年03月06日\n" + HEAD + "2014年3月5日"
    assert not check(page, rules=["GW616"])
    assert check(HEAD.replace("请", "自2014年03月06日起请") + "2014年3月5日", rules=["GW616"])


def test_a_parsed_document_is_checked_as_its_text() -> None:
    text = HEAD + "二〇一四年三月五日"
    assert check(PolicyDocument.parse(text)) == check(text)


def test_findings_stand_in_order() -> None:
    report = check("按照国办发[2014]066号执行,见国办发[2015]07号。", on=date(2020, 1, 1))
    places = [(finding.start, finding.end, finding.code) for finding in report]
    assert places == sorted(places)
    assert len(report) == len(places) > 4
    assert sum(report.codes.values()) == len(report)


def test_unknown_rules_are_refused() -> None:
    with pytest.raises(UnknownTerm):
        check("", rules=["GW000"])


@pytest.mark.parametrize("code", ["", ",", "G", "W", "GW201,GW204", "gw201", "GW2012"])
def test_a_code_that_is_none_is_refused(code: str) -> None:
    for codes in (code, [code]):
        with pytest.raises(UnknownTerm):
            check("", rules=codes)


def test_a_string_is_one_code() -> None:
    text = "按照国办发[2014]066号执行。"
    assert set(check(text, rules="GW204", on=DAY).codes) == {"GW204"}
    assert check(text, rules="GW2", on=DAY) == check(text, rules=["GW2"], on=DAY)
    assert fix(text, rules="GW204", on=DAY).text == "按照国办发[2014]66号执行。"


@pytest.mark.parametrize(
    "day", ["2015-01-01", "2015年1月1日", datetime(2015, 1, 1, 12, tzinfo=UTC), DocumentDate(year=2015, month=1, day=1)]
)
def test_the_day_can_be_given_in_any_form(day: str | date | DocumentDate) -> None:
    text = "按照国办发[2014]066号执行。"
    assert check(text, on=day) == check(text, on=date(2015, 1, 1))
    assert fix(text, on=day) == fix(text, on=date(2015, 1, 1))
    assert type(check(text, on=day).on) is date


def test_the_day_of_a_year_is_its_last() -> None:
    assert check("", on="2014").on == date(2014, 12, 31)
    with pytest.raises(ParseError):
        check("", on="明日")


def test_a_document_is_official_by_the_kinds_of_its_day() -> None:
    text = "国务院关于办好某项工作的指示\n国发〔{year}〕12号\n各省、自治区、直辖市人民政府：\n请认真执行。\n国务院\n{year}年3月5日"
    assert check(text.format(year=1990)).official
    assert not check(text.format(year=2014)).official
    # The day whose rules are asked for does not change what the document is.
    assert check(text.format(year=1990), on="2014").official


@pytest.mark.parametrize(("organ", "official"), [("中共某市委", True), ("某市人民政府", False)])
def test_a_kind_of_the_party_is_none_of_the_state(organ: str, official: bool) -> None:
    text = f"{organ}关于某项工作的规定\n各区：\n请认真执行。\n{organ}\n2005年3月5日"
    assert check(text).official is official


@pytest.mark.parametrize("number", ["0", "9999", "10000", "99999"])
def test_headings_of_any_number_are_checked(number: str) -> None:
    lines = "".join(f"{start}.某事。\n" for start in ("9997", "9998", number, "0", "1", number))
    articles = "".join(f"第{n}条　某事。\n" for n in ("9998", "9999", number, number))
    assert check(HEAD.replace("请认真执行。\n", lines + articles) + "2014年3月5日").official


def test_a_name_beyond_the_basic_plane_is_judged_like_any_other() -> None:
    # 𠮷林 is made up; its first character lies beyond U+FFFF.
    for text, code, fixed in (
        ("落实到𠮷,抓紧。", "GW901", "落实到𠮷，抓紧。"),
        ("各区(𠮷)抓紧。", "GW902", "各区（𠮷）抓紧。"),
        ("在𠮷--𠮷林市。", "GW909", "在𠮷——𠮷林市。"),
        ("向𠮷•𠮷同志学习。", "GW913", "向𠮷·𠮷同志学习。"),
        ("落实到𠮷.\n", "GW914", "落实到𠮷。\n"),
    ):
        assert set(check(text, on=DAY).codes) == {code}
        assert fix(text, on=DAY).text == fixed
    assert set(check('落实“某事”，见"𠮷"。', on=DAY).codes) == {"GW910"}
    assert not check("落实到𠮷林市，抓紧。", on=DAY)


def test_characters_are_odd_by_their_property() -> None:
    # A tag and a compatibility form beyond the basic plane; 﨎 has a compatibility block's place and is itself.
    assert set(check("抓紧\U000e0041落实。", on=DAY).codes) == {"GW931"}
    assert fix("抓紧\U0002f800落实。", on=DAY).text == "抓紧丽落实。"
    assert not check("抓紧\ufa0e落实。", on=DAY)
    # A variation selector says which form of a character is meant.
    assert not check("抓紧葛\U000e0100落实。", on=DAY)


def test_what_a_rule_needs_hides_no_finding() -> None:
    texts = {case.text for rule in rules() for case in cases_of(rule.code)}
    hidden = []
    for text in sorted(texts):
        subject = Subject(text, None, DAY)
        for rule in rules():
            open_to = all(map(subject.holds, rule.needs)) and (rule.over is None or attrgetter(rule.over)(subject))
            sought = rule.seeks is None or any(map(subject.matches, rule.seeks()))
            if not (open_to and sought) and list(rule.check(subject)):
                hidden.append((rule.code, text))
    assert hidden == []


def test_one_search_finds_what_each_pattern_finds() -> None:
    patterns = [pattern for rule in rules() if rule.seeks is not None for pattern in rule.seeks()]
    search = seeker(patterns)
    for text in {case.text for rule in rules() for case in cases_of(rule.code)}:
        found = search.matches(text)
        each = {pattern: [one.span() for one in pattern.finditer(text)] for pattern in patterns}
        assert {pattern: [one.span() for one in found.get(pattern, [])] for pattern in patterns} == each
        assert all(found.values())


def test_a_rule_seeks_all_that_it_asks_for() -> None:
    for rule in rules():
        if rule.seeks is None:
            continue
        search = seeker(rule.seeks())
        for case in cases_of(rule.code):
            subject = Subject(case.text, None, DAY)
            alone = list(rule.check(subject))
            subject.seek(search)
            assert list(rule.check(subject)) == alone, rule.code


def test_days_of_one_era_are_judged_by_the_same_rules() -> None:
    for day in (date.min, date(2001, 1, 1), date(2012, 6, 30), date(2012, 7, 1), date(2024, 2, 29), date.max):
        subject = Subject(HEAD, None, day)
        called = {rule for judging in engine._judging(None, frozenset(), subject) for rule in judging}
        assert {rule for rule in called if not rule.applies(day, subject.official, subject.document.kind)} == set()
        of_day = {rule for rule in rules() if rule.applies(day, subject.official, subject.document.kind)}
        assert {rule for rule in of_day if not rule.needs and rule.over is None and rule.seeks is None} <= called


TraceFunction = Callable[[FrameType, str, Any], Any]
FAMILIES = {
    "numbers": "国办发〔2014〕66号文件的有关要求\n",
    "annexes": "附件{i}\n某办法\n按照《关于办好某事的通知》（以下简称《通知》）执行，落实《通知》。\n",
    "entries": "附件：{i}.某表\n",
    "《通知》": "要按照《通知》的要求。\n",
    "headings": "一、某事\n（一）某事。\n{i}.某事。\n（1）某事。\n",
    "articles": "第{i}条　某事。\n",
    "brackets": "（汉(汉）",
    "quotes": "“某”、“",
    "straight": '"汉',
    "titles": "〈某办法〉《某办法》、《",
    "dates": "自2014 年01月31日起，14年2月30日，2001-05年，",
    "short names": "《关于办好某事的通知》（以下简称《通知》）的要求，",
    "blank lines": "\n　 ",
    "marks": "汉,汉.汉。。。汉--，。",
    "imprint": "抄送：某局\n某局　2014年1月1日印发\n",
}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_steps_of_a_rule_grow_with_the_text_and_no_faster(family: str) -> None:
    def steps(copies: int) -> dict[str, int]:
        body = "".join(FAMILIES[family].format(i=i + 1) for i in range(copies))
        subject = Subject(f"{HEAD}{body}\n某市人民政府\n2014年3月5日", None, DAY)
        counted: dict[str, int] = {}
        for rule in rules():
            list(findings_of(rule, subject))  # what rules share is read
            count = 0

            def seen(_frame: FrameType, _event: str, _arg: object) -> TraceFunction:
                nonlocal count
                count += 1
                return seen

            before = sys.gettrace()
            sys.settrace(seen)
            try:
                list(findings_of(rule, subject))
            finally:
                sys.settrace(before)
            counted[rule.code] = count
        return counted

    few, many = steps(15), steps(150)
    assert {code: (few[code], many[code]) for code in few if many[code] > 16 * few[code] + 300} == {}


def test_a_text_is_searched_once_for_the_names_it_introduces(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[Subject] = []

    def introduced(subject: Subject) -> frozenset[str]:
        searched.append(subject)
        return frozenset()

    monkeypatch.setattr(short_names, "_introduced", introduced)
    report = check(HEAD + "落实《通知》《办法》《意见》。\n" * 50 + "某市人民政府\n2014年3月5日", rules="GW509")
    assert len(searched) == 1
    assert len(report) > 50


def test_a_name_introduced_for_something_else_is_defined() -> None:
    said = "某公司办法（简称《办法》）已经印发，称为“方案”。落实《办法》《方案》《意见》。"
    text = HEAD + said + "\n某市人民政府\n2014年3月5日"
    assert [text[finding.start : finding.end] for finding in check(text, rules="GW509")] == ["《意见》"]


def test_a_fault_of_a_place_is_found_once() -> None:
    text = "按照国发〔2016〕51号、55号（以下简称“办法”）执行。"
    assert [finding.code for finding in check(text, on="2020-01-01") if finding.code == "GW510"] == ["GW510"]
