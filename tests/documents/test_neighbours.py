"""What looks like a part of a document, or a term of its own, and is none."""

from __future__ import annotations

import pytest

from egovkit.documents.document import PolicyDocument

HEAD = "关于做好防火工作的通知\n各单位：\n　　"
FOOT = "\n某市人民政府\n2024年3月1日"


def _read(text: str) -> PolicyDocument:
    return PolicyDocument.parse(HEAD + text + FOOT)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("某市人口普查公报\n第一号\n某市人口普查已经完成。\n某市统计局\n2021年5月11日", "某市人口普查公报"),
        ("某市水环境质量公报\n2024年第1期\n水质良好。", "某市水环境质量公报"),
        ("某市人民政府公报\n2024年第3期\n某市人民政府关于防火的决定\n各县：\n请知照。", "某市人民政府关于防火的决定"),
        ("公报", "公报"),
    ],
)
def test_a_bulletin_is_no_gazettes_head(text: str, title: str) -> None:
    assert PolicyDocument.parse(text).title == title


@pytest.mark.parametrize(
    ("clause", "lasts"),
    [
        ("入围结果自本公告发布之日起3年内有效。", None),
        ("入围供应商资格，自本公告发布之日起1年内有效。", None),
        ("考试成绩合格，自公布之日起2年内有效。", None),
        ("资格在全国范围内有效，有效期为三年。", None),
        ("本办法自发布之日起2年内有效。", "P2Y"),
        ("自印发之日起2年内有效。", "P2Y"),
        ("本办法自印发之日起施行，有效期3年。", "P3Y"),
    ],
)
def test_what_lasts_is_the_document_or_is_not_said(clause: str, lasts: str | None) -> None:
    assert _read(clause).valid_for == lasts


@pytest.mark.parametrize(
    "clause", ["现将评审办法印发给你们", "以上许可事项改为备案", "投票办法见附件", "住房公积金贷款利率按附件执行"]
)
def test_a_thing_in_the_clause_before_leaves_the_day_of_force(clause: str) -> None:
    assert str(_read(f"{clause}，自2024年5月1日起施行。").effective_on) == "2024-05-01"


@pytest.mark.parametrize(
    ("note", "titles"),
    [
        ("附件：（1）甲表（2）乙表（3）丙表", ["甲表", "乙表", "丙表"]),
        ("附件：（1）关于第(2)类企业的名单", ["关于第(2)类企业的名单"]),
        ("附件：（1）第（2）批名单（2）乙表", ["第（2）批名单", "乙表"]),
    ],
)
def test_a_number_inside_of_a_title_begins_no_entry(note: str, titles: list[str]) -> None:
    assert [annex.title for annex in _read(f"请知照。\n{note}").annexes] == titles


def test_the_second_half_of_a_name_is_left_out_only_where_nothing_else_signs() -> None:
    assert _read("请知照。\n指挥部办公室").signature == ("指挥部办公室", "某市人民政府")
    assert PolicyDocument.parse(f"{HEAD}请知照。\n指挥部办公室\n2024年3月1日").signature == ()
