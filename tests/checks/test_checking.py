"""Which rules judge which text: by its day, by what it is."""

from __future__ import annotations

from datetime import date

import pytest

from egovkit import PolicyDocument
from egovkit.checks import check
from egovkit.checks.rule import rules
from egovkit.errors import UnknownTerm

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


@pytest.mark.parametrize(
    "family", ["汉", "《", "》", "（", "“", "〔", "1", "月", "，", "\u200b", "以下简称《通知》", "2014-", "%", "\n"]
)
def test_adversarial_texts_are_checked_in_linear_steps(family: str) -> None:
    # Finishing at all is the test: a rule that is quadratic takes minutes over this.
    check(family * 40_000)
