from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.titles import Wrapping, bare, normal_title, split_issuer, split_issuers, unwrap
from egovkit.strategies.policy import TitleSurface, policy_titles, title_surfaces


@given(title_surfaces())
def test_every_spelling_of_a_title_has_its_normal_form(item: TitleSurface) -> None:
    assert normal_title(item.surface) == normal_title(item.title)


@given(policy_titles(), policy_titles())
def test_two_titles_share_a_normal_form_only_where_they_are_one(one: str, other: str) -> None:
    assert (normal_title(one) == normal_title(other)) == (one == other)


@given(st.text() | st.text(alphabet="《》〈〉“”关于印发转发的通知批复国务院0159年至-—ＡaÀß 、\n"))
def test_any_text_has_a_stable_normal_form_and_splits_without_loss(text: str) -> None:
    normal = normal_title(text)
    assert normal_title(normal) == normal
    issuer, rest = split_issuer(text)
    assert rest in text
    assert issuer is None or text.index(issuer) + len(issuer) <= text.rindex(rest)
    carried = unwrap(text)
    assert carried is None or (carried.instrument and carried.instrument in text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001—2005年规划纲要", "2001~2005年规划纲要"),
        ("2001至2005年规划纲要", "2001年—2005年规划纲要"),
        ("《〈意见〉实施细则》", "意见实施细则"),
        ("Internet+ 行动", "ｉｎｔｅｒｎｅｔ＋行动"),
        ("我国电子政务建设的指导意见", "我国电子政务建设指导意见"),
    ],
)
def test_spellings_of_one_title(one: str, other: str) -> None:
    assert normal_title(one) == normal_title(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("办法（试行）", "办法"),
        ("2014年政务公开工作要点", "2015年政务公开工作要点"),
        ("信息公开条例实施办法", "信息公开条例"),
        ("互联网+政务服务", "互联网政务服务"),
    ],
)
def test_different_titles_stay_different(one: str, other: str) -> None:
    assert normal_title(one) != normal_title(other)


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        ("国务院关于加强数字政府建设的指导意见", ("国务院",)),
        ("中共中央办公厅、国务院办公厅关于转发《意见》的通知", ("中共中央办公厅", "国务院办公厅")),
        ("财政部 税务总局关于延续优惠政策的公告", ("财政部", "税务总局")),
        ("市场监管总局等八部门关于推进某事的意见", ("市场监管总局等八部门",)),
        ("国务院办公厅印发《关于某事的意见》实施细则的通知", ("国务院办公厅",)),
        ("关于促进电子政务协调发展的指导意见", ()),
        ("“十四五”国家信息化规划", ()),
        ("《国务院关于修改〈条例〉的决定》", ()),
        ("政务数据共享条例", ()),
        ("【广东省湛江市】湛江市人民政府办公室关于某事的通知", ("湛江市人民政府办公室",)),
        ("【广东省湛江市】关于某事的通知", ()),
        ("中共中央办公厅国务院办公厅关于某事的意见", ("中共中央办公厅", "国务院办公厅")),
        ("财政部税务总局海关总署关于某事的公告", ("财政部", "税务总局", "海关总署")),
        ("财政部甲中心关于某事的公告", ("财政部甲中心",)),
    ],
)
def test_issuers_of_a_title(title: str, issuers: tuple[str, ...]) -> None:
    assert split_issuers(title) == issuers


@pytest.mark.parametrize(
    ("title", "wrapping"),
    [
        ("关于印发《甲办法》的通知", Wrapping("issue", "甲办法")),
        ("国务院关于印发甲办法的通知", Wrapping("issue", "甲办法")),
        ("关于印发《甲办法》和《乙办法》的通知", Wrapping("issue", "《甲办法》和《乙办法》")),
        ("国务院批转关于行政审批制度改革工作实施意见的通知", Wrapping("forward", "关于行政审批制度改革工作实施意见")),
        ("国务院办公厅转发司法部关于某事意见的通知", Wrapping("forward", "司法部关于某事意见", "司法部")),
        ("关于转发财政部等部门某某方案的通知", Wrapping("forward", "某某方案", "财政部等部门")),
        ("国务院关于“十二五”某某规划的批复", Wrapping("approve", "“十二五”某某规划")),
        ("国务院关于同意建立联席会议制度的批复", None),
        ("国务院关于某市申请的批复", None),
        ("国务院关于加强某工作的通知", None),
        ("国务院关于加强某工作的意见", None),
        ("关于印发的通知", None),
        ("《关于印发<甲办法>的通知》", Wrapping("issue", "甲办法")),
        ("某市住房公积金管理中心发布关于调整政策的通知", None),
        ("国务院办公厅印发关于加强某事意见的通知", Wrapping("issue", "关于加强某事意见")),
        ("", None),
    ],
)
def test_what_a_carrier_carries(title: str, wrapping: Wrapping | None) -> None:
    assert unwrap(title) == wrapping


def test_no_title_is_too_long_to_compare() -> None:
    title = "关于" + "促进" * 100_000
    assert len(normal_title(title)) <= 800
    assert unwrap(f"{title}的通知") is None
    assert split_issuer("《" * 100_000)[0] is None


@pytest.mark.parametrize("title", ["《甲《乙》", "《甲》、《乙》", "<甲〉", "", "《"])
def test_marks_that_do_not_hold_the_whole_stay(title: str) -> None:
    assert bare(title) == title
