"""The date that a head prints below its title: in brackets, beside its organ, or next to the number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.checks.elements import Elements
from egovkit.documents.document import PolicyDocument

TITLE = "某省人民政府关于防火工作的通知"
NUMBER = "某政发〔1988〕61号"
TEXT = "各市要认真落实防火责任，严防死守。\n"


@given(
    st.sampled_from(["1988年12月8日", "一九八八年十二月八日"]),
    st.sampled_from(
        [
            "（{date}）\n{number}\n",
            "{number}\n（{date}）\n",
            "{date}\n{number}\n",
            "{number}\n{date}\n",
            "{date} {number}\n",
            "{date},某省人民政府\n",
        ]
    ),
    st.sampled_from(["", "各市人民政府：\n"]),
)
def test_a_date_of_the_head_is_the_documents(date: str, place: str, to: str) -> None:
    document = PolicyDocument.parse(f"{TITLE}\n{place.format(date=date, number=NUMBER)}{to}{TEXT}")
    assert document.title == TITLE
    assert str(document.dated) == "1988-12-08"
    assert document.issuers == ("某省人民政府",)
    assert str(document.number) == (NUMBER if "{number}" in place else "None")


@pytest.mark.parametrize(
    "lines",
    [
        "2021-03-12\n",  # The page's.
        "2021-03-12 某市教育局\n",
        "2021年3月12日\n",
        "2025年6月1日\n2026年6月1日\n某政发〔2025〕2号\n",  # Two of a page's columns.
        "2021年2月30日,某省人民政府\n",
        "2021年3月12日,来源：某报\n",
    ],
)
def test_a_date_of_the_page_is_none(lines: str) -> None:
    assert PolicyDocument.parse(f"{TITLE}\n{lines}各市人民政府：\n{TEXT}").dated is None


@pytest.mark.parametrize("said", ["批转", "转发"])
def test_the_closing_of_what_is_forwarded_is_not_the_documents(said: str) -> None:
    document = PolicyDocument.parse(
        f"某省人民政府{said}省物价局关于清理收费请示的通知\n（一九八八年九月六日）\n{NUMBER}\n"
        "省人民政府同意省物价局的请示，现转发给你们，请执行。\n关于清理收费的请示\n省人民政府：\n近年来收费项目过多。\n"
        "一、全面清理。\n二、严格审批。\n某省物价局\n一九八八年八月二十日\n"
    )
    assert str(document.dated) == "1988-09-06"
    assert document.signature == ()
    assert document.issuers == ("某省人民政府",)


def test_a_closing_of_the_same_day_is_the_documents() -> None:
    document = PolicyDocument.parse(f"{TITLE}\n（2021年3月12日）\n各市人民政府：\n{TEXT}某省人民政府\n2021年3月12日\n")
    assert document.signature == ("某省人民政府",)


@pytest.mark.parametrize("brackets", ["（{}）", "({})"])
@pytest.mark.parametrize(
    "number", ["某某总署公告2017年第26号", "某省税务局公告 2017年第26号", "某省税务局通告2017年第26号"]
)
def test_a_title_in_brackets_behind_its_number(number: str, brackets: str) -> None:
    title = "关于进一步简化防火管理要求的公告"
    document = PolicyDocument.parse(
        f"{number}{brackets.format(title)}\n2018-04-03 来源：某报\n为简化管理，现就有关事项公告如下：\n各单位要认真执行。\n特此公告\n"
    )
    assert (document.title, document.number is not None and document.number.serial) == (title, 26)


@pytest.mark.parametrize("printed", ["2021年3月8日", "（2021年3月8日）"])
def test_of_what_forwards_nothing_the_closing_is_the_documents(printed: str) -> None:
    document = PolicyDocument.parse(
        f"关于做好防火工作的通知\n某政发〔2021〕6号\n{printed}\n各乡镇：\n　　严禁用火。\n某县人民政府\n2021年3月9日"
    )
    assert (str(document.dated), document.signature) == ("2021-03-09", ("某县人民政府",))
    assert document.issuers == ("某县人民政府",)


def test_a_date_of_the_head_is_none_under_the_text() -> None:
    text = "甲县公安局关于乙事的函\n二〇一八年十二月八日\n某公函〔2018〕6号\n某某局：\n　　请予支持，见附件。\n（此件公开发布）\n甲县公安局"
    assert Elements(PolicyDocument.parse(text)).closing_date is None
    assert Elements(PolicyDocument.parse(f"{text}\n2018年12月8日")).closing_date is not None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("国家税务总局甲市税务局欠税公告（2021年第3号）", "公告"),
        ("甲县防火通告（第3号）", "通告"),
        ("甲县森林防火戒严令（第1号）", "令"),
        ("某省人民政府令（第12号）", None),
        ("甲县公安局通告（第12号）", None),
    ],
)
def test_an_organ_and_a_number_are_no_title_and_a_subject_is(line: str, kind: str | None) -> None:
    document = PolicyDocument.parse(f"{line}\n现予公布。")
    assert document.title == (line if kind else None)
    assert document.number is not None
