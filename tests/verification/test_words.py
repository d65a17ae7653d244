"""The words that decide a verdict, each with a pair of titles that it decides."""

from __future__ import annotations

from importlib import import_module
from typing import Literal

import pytest

from egovkit.catalogue.policies import Catalogue
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import PolicyRecord
from egovkit.verification.claim import Verdict
from egovkit.verification.likeness import likeness, same_title
from egovkit.verification.verify import verify
from tests.witness import survivors


def judged(number: str, title: str, cited: str) -> Verdict:
    """Judge a citation against a table of one document."""
    table = Catalogue([PolicyRecord(number=IssuanceNumber.parse(number), title=title)])
    (claim,) = verify(f"按照{cited}执行。", catalogue=table).claims
    return claim.verdict


AGAIN = [
    "国务院办公厅关于调整防汛指挥部组成人员的通知",
    "国务院办公厅关于调整防汛指挥部成员的通知",
    "国务院关于取消一批行政许可事项的决定",
    "国务院关于取消和下放行政许可事项的决定",
    "国务院关于公布古籍保护单位名单的通知",
    "国务院贺电",
    "国务院慰问电",
    "国务院关于下达渔业补助经费预算的通知",
]


@pytest.mark.parametrize("title", AGAIN)
def test_a_title_that_comes_again_within_a_year_accuses_no_other_number(title: str) -> None:
    number = "国发〔2016〕5号"
    assert judged(number, title, f"《{title}》（国发〔2016〕68号）") is Verdict.UNKNOWN
    assert judged(number, title, f"《{title}》（{number}）") is Verdict.AGREES
    assert (
        judged(number, "国务院关于渔港建设的意见", "《国务院关于渔港建设的意见》（国发〔2016〕68号）")
        is Verdict.CONTRADICTS
    )


ONCE = [
    "国务院关于取消26项评比项目的决定",
    "国务院关于第九批取消行政许可事项的决定",
    "国务院办公厅关于防汛指挥部组成人员的通知",
    "国务院关于公布第二批古籍保护单位名单的通知",
    "国务院关于公布2016年古籍保护单位名单的通知",
]


@pytest.mark.parametrize("title", ONCE)
def test_a_title_that_says_which_of_many_it_is_accuses(title: str) -> None:
    assert judged("国发〔2016〕5号", title, f"《{title}》（国发〔2016〕68号）") is Verdict.CONTRADICTS


@pytest.mark.parametrize("confidence", ["sure", "likely"])
def test_a_title_of_another_number_accuses_whatever_the_number_is(confidence: Literal["sure", "likely"]) -> None:
    own = [
        PolicyRecord(number=IssuanceNumber("国发〔2016〕5号"), title="国务院关于渔港建设的意见", confidence="sure"),
        PolicyRecord(
            number=IssuanceNumber("国发〔2016〕68号"), title="国务院关于古籍保护的意见", confidence=confidence
        ),
    ]
    table = Catalogue(own)
    (claim,) = verify("《国务院关于渔港建设的意见》（国发〔2016〕68号）", catalogue=table)
    assert (claim.verdict, claim.instead) == (Verdict.CONTRADICTS, "国发〔2016〕5号")
    # What is likely accuses nobody by itself.
    (claim,) = verify("《国务院关于草原防火的意见》（国发〔2016〕68号）", catalogue=table)
    assert (claim.verdict is Verdict.CONTRADICTS) == (confidence == "sure")


CHANGES = ["修改", "废止", "修订", "修正", "清理"]


@pytest.mark.parametrize("changed", CHANGES)
def test_a_regulation_is_cited_with_the_order_that_changed_it(changed: str) -> None:
    title = f"国务院关于{changed}部分行政法规的决定"
    cited = "《关于渔港水域安全管理的规定》（国务院令第588号）"
    assert judged("国务院令第588号", title, cited) is Verdict.UNKNOWN
    assert judged("国务院令第588号", "太湖流域管理条例", cited) is Verdict.CONTRADICTS


COMMON = [
    "进一步", "加强", "促进", "推进", "推动", "做好", "规范", "加快", "深化", "健全", "完善", "健康", "高质量", "发展", "改革",
    "体制", "机制", "工作", "管理", "有关", "若干", "指导", "实施", "试行", "问题", "事项", "同意", "国家", "全国",
    "国务院", "办公厅",
]  # fmt: skip


@pytest.mark.parametrize("word", COMMON)
def test_what_all_titles_say_makes_no_two_alike(word: str) -> None:
    record = PolicyRecord(title=f"关于{word}古籍保护{word}的意见")
    assert likeness(f"关于{word}渔船检验{word}的意见", record) == 0


KINDS = ["意见", "通知", "决定", "办法", "规定", "方案", "批复"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_makes_no_two_titles_alike(kind: str) -> None:
    assert likeness(f"关于渔船检验的{kind}", PolicyRecord(title=f"关于古籍保护的{kind}")) == 0


def test_one_title_in_every_form() -> None:
    record = PolicyRecord(title="国务院办公厅转发水利部关于渔港水域防洪意见的通知", aliases=("渔港防洪若干措施",))
    for title in ("关于渔港水域防洪意见", "《渔港水域防洪意见》", "渔港防洪若干措施", record.title):
        assert same_title(title, record)
    assert 0 < likeness("关于渔港水域绿化的意见", record) < 1
    # A title of nothing but common words is like every other, and yet none of them.
    assert 0.9 < likeness("关于进一步加强管理工作的通知", record) < 1
    assert not same_title("关于进一步加强管理工作的通知", record)
    assert likeness("", record) == 0


# Matters that end alike before a word that says nothing, and a matter of that word's characters.
BESIDE = {
    "关于税收和渔船检验的意见|关于征收和古籍保护的意见": 0,
    "关于税收有关问题的意见|关于征收有关问题的意见": 0,
    "关于税收征管的意见|关于征收税款的意见": 0,
    "关于税收征管的意见|关于税收减免的意见": 0.95 / 3,
}


def _likeness(titles: str) -> float:
    one, other = titles.split("|")
    return likeness(one, PolicyRecord(title=other))


@pytest.mark.parametrize("titles", BESIDE)
def test_how_alike_titles_are_beside_common_words(titles: str) -> None:
    assert _likeness(titles) == pytest.approx(BESIDE[titles])


def test_every_common_word_decides_a_likeness() -> None:
    cases = [f"关于{word}渔船检验{word}的意见|关于{word}古籍保护{word}的意见" for word in COMMON]
    cases += [f"关于渔船检验的{kind}|关于古籍保护的{kind}" for kind in KINDS] + list(BESIDE)
    room = import_module("egovkit.verification.likeness")
    assert survivors(room, [(case, _likeness(case)) for case in cases], _likeness) == []


def _judged(case: str) -> Verdict:
    number, title, cited = case.split("|")
    return judged(number, title, cited)


def test_every_word_of_a_title_decides_a_verdict() -> None:
    cases = [
        f"国发〔2016〕5号|{title}|《{title}》（国发〔2016〕{serial}号）" for title in AGAIN + ONCE for serial in (7, 68)
    ]
    cited = "《关于渔港水域安全管理的规定》（国务院令第588号）"
    cases += [f"国务院令第588号|国务院关于{changed}部分行政法规的决定|{cited}" for changed in CHANGES]
    room = import_module("egovkit.verification.identity")
    assert survivors(room, [(case, _judged(case)) for case in cases], _judged) == []
