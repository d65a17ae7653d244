from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar import force
from egovkit.grammar.force import find_terms, is_urgency
from tests.lexicon.examples import examples
from tests.lexicon.readers import READERS
from tests.witness import survivors


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("第十条　本办法自2024年1月1日起施行，有效期5年。", [("from", "2024年1月1日"), ("for", "P5Y")]),
        ("本通知自印发之日起实施,有效期至2023年12月31日止。", [("from_issue", ""), ("until", "2023年12月31日")]),
        (
            "四、本通知自2022年5月27日起施行,2027年5月26日废止。",
            [("from", "2022年5月27日"), ("until", "2027年5月26日")],
        ),
        ("执行期限自2023年6月30日起到2023年11月28日止。", [("from", "2023年6月30日"), ("until", "2023年11月28日")]),
        ("同意自本批复印发之日起，授权省政府审批。", [("from_issue", "")]),
        ("现予公布，自二〇一九年三月一日起施行。", [("from", "二〇一九年三月一日")]),
        ("本规定自公布之日起施行，试行期一年。", [("from_issue", ""), ("for", "P1Y")]),
        ("许可证有效期五年。本公告自2020年2月21日起施行。", [("from", "2020年2月21日")]),
        ("本通告自2020年2月21日零时施行。", [("from", "2020年2月21日")]),
        ("本通知自 2025 年 5 月 15 日起施行。", [("from", "2025 年 5 月 15 日")]),
        ("本政策执行期限为18个月。", [("for", "P18M")]),
        ("自2021年3月1日至5月31日，实行减半征收的政策。", [("from", "2021年3月1日"), ("until", "2021年5月31日")]),
        ("本措施自2021年3月1日起至2021年12月31日止。", [("from", "2021年3月1日"), ("until", "2021年12月31日")]),
        ("本通知自2022年1月1日起执行至2022年12月31日。", [("from", "2022年1月1日"), ("until", "2022年12月31日")]),
    ],
)
def test_clauses_about_the_document_itself(text: str, terms: list[tuple[str, str]]) -> None:
    assert [(term.kind, term.words) for term in find_terms(text)] == terms


@pytest.mark.parametrize(
    "text",
    [
        "许可证有效期5年。",
        "许可证有效期为三年，自2020年1月1日起至2022年12月31日止。",
        "自收到申请之日起十五日内作出决定。",
        "自公布之日起30日后施行",
        "《民法典》自2021年1月1日起施行后，",
        "自2024年4月1日起至2024年6月30日期间(逾期视为放弃),申请人在线申请。",
        "申报时间：自2024年4月1日起至2024年6月30日止。",
        "自2024年4月1日起至2024年6月30日止，凡在本市购买新车的给予补贴。",
        "《公告》指出，自2021年3月1日至5月31日，实行减半征收的政策。",
        "为有效防控疫情，自2024年1月1日至2024年1月31日期间，考生可以报名。",
        "新市民，自2022年1月1日至2022年12月31日期间（以备案时间为准），在城区购买首套住房可享受以下补贴。",
        "贷款合同自2021年1月1日起生效。",
        "执业资格有效期为三年。",
        "处罚决定自2021年1月1日起执行。",
    ],
)
def test_clauses_about_something_else(text: str) -> None:
    assert find_terms(text) == []


# What a pattern in code has as an alternative, and no list of the lexicon.
PARTS_OF_PATTERNS = {
    "本办法自2024年1月1日起施行有效期5年": "from 2024年1月1日；for P5Y",
    "本措施自2024年1月1日起至2024年12月31日止": "from 2024年1月1日；until 2024年12月31日",
    "本措施自2024年1月1日起至2024年12月31日": "none",
    "本措施自2024年1月1日起至2024年12月31日期间执行": "from 2024年1月1日；until 2024年12月31日",
    "本措施自2024年1月1日起至2024年12月31日有效": "from 2024年1月1日；until 2024年12月31日",
    "自2024年1月1日至2024年12月31日实行减免政策": "from 2024年1月1日；until 2024年12月31日",
    "自2024年1月1日至3月31日期间实行减免政策": "from 2024年1月1日；until 2024年3月31日",
    "自2024年1月1日至3月31日止，实行减免政策": "from 2024年1月1日；until 2024年3月31日",
    "自本规划批准之日起施行": "from_issue",
    "本通知自即日起施行": "from_issue",
    "自印发之日起，由市政府审批": "from_issue",
    # A marker and no more is before it.
    "第五条　自2024年1月1日起施行。": "from 2024年1月1日",
    "五、自2024年1月1日起施行。": "from 2024年1月1日",
    "（五）上述标准自2024年1月1日起施行。": "from 2024年1月1日",
    "5.自2024年1月1日起施行。": "from 2024年1月1日",
    "资格在全国有效，有效期5年": "none",
    "许可按本办法办理，有效期5年": "for P5Y",
    "许可依《办法》办理，有效期5年": "for P5Y",
    "许可政策不变，有效期5年": "for P5Y",
    "自印发之日起5年内有效": "for P5Y",
    "自文件印发之日起两周年有效": "for P2Y",
    "自本批复印发之日起6个月内有效": "for P6M",
    "自即日起6月内有效": "for P6M",
    "本批复自印发之日起〇年内有效": "none",
    "本政策有效期6个月": "for P6M",
    "本政策有效期6月": "for P6M",
    "本规划有效期三周年": "for P3Y",
    "本次减免自2024年1月1日起执行": "from 2024年1月1日",
    "减免自2024年1月1日起执行": "none",
    "本《措施》规定的减免自2024年1月1日起执行": "from 2024年1月1日",
    "根据本办法，自2024年1月1日至2024年12月31日期间，居民可以申请": "from 2024年1月1日；until 2024年12月31日",
    "有效期内，自2024年1月1日至2024年12月31日期间，居民可以申请": "from 2024年1月1日；until 2024年12月31日",
    "减免执行期，自2024年1月1日至2024年12月31日期间，居民可以申请": "from 2024年1月1日；until 2024年12月31日",
}


@pytest.mark.parametrize("text", PARTS_OF_PATTERNS)
def test_parts_of_patterns(text: str) -> None:
    assert READERS["force"](text) == PARTS_OF_PATTERNS[text]


@pytest.mark.parametrize(
    "line",
    [
        "2024年1月1日",
        "2024.1.1",
        "日期：2024年1月1日",
        "时间:2024年1月1日",
        "二 ○ 二 四 年 一 月 一 日",
        "2024年1月1日（印章）",
    ],
)
def test_lines_that_are_a_date(line: str) -> None:
    assert force.DATE_LINE.fullmatch(line) is not None


def _read(text: str) -> str:
    return str(force.DATE_LINE.fullmatch(text) is not None) if text.startswith("二 ○") else READERS["force"](text)


def test_every_alternative_is_witnessed() -> None:
    cases = [(example.text, example.reading) for example in examples("force")]
    cases += [*PARTS_OF_PATTERNS.items(), ("二 ○ 二 四 年 一 月 一 日", "True")]
    assert survivors(force, cases, _read) == []


@given(
    st.lists(
        st.sampled_from(["自", "2024年1月1日", "起施行", "有效期", "5年", "至", "。", "，", "本办法", "印发之日", "x"]),
        max_size=30,
    ).map("".join)
)
def test_terms_lie_in_the_text_in_order(text: str) -> None:
    terms = find_terms(text)
    assert all(0 <= term.start < term.end <= len(text) for term in terms)
    assert [term.start for term in terms] == sorted(term.start for term in terms)


def test_urgency_lines() -> None:
    assert (is_urgency("特急"), is_urgency("加 急"), is_urgency("特急通知")) == ("特急", "加急", None)
    assert is_urgency("特　　　　　　　　急") is None


@pytest.mark.parametrize("number", ["0", "00", "０"])
def test_a_term_of_no_length_is_none(number: str) -> None:
    assert find_terms(f"本办法有效期{number}年。") == []
    assert find_terms(f"本办法自印发之日起{number}年内有效。") == []
