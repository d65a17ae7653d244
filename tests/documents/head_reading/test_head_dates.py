"""The date that a head prints below its title: in brackets, beside its organ, or next to the number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
