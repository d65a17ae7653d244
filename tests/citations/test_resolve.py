from __future__ import annotations

import pytest

from egovkit.catalogue.policies import Catalogue
from egovkit.citations.find import find_citations
from egovkit.citations.resolve import Reason, resolve

TABLE = Catalogue.from_rows(
    [
        {"number": "云办发〔2020〕1号", "title": "云川市人民政府办公厅关于印发《云川市数据管理办法》的通知"},
        {"number": "云政发〔2021〕2号", "title": "云川市人民政府关于促进节水工作的意见"},
        {"number": "河政发〔2021〕3号", "title": "河阳市人民政府关于促进节水工作的意见"},
        {"title": "云川市档案管理规定"},
        {
            "number": "中办发〔2005〕12号",
            "title": "关于推行甲工作的意见",
            "issuers": ["中共中央办公厅", "国务院办公厅"],
        },
    ]
)
CASES: dict[str, tuple[str | None, str | None, Reason]] = {
    "《云川市人民政府关于促进节水工作的意见》（云政发〔2021〕2号）": (
        "云政发〔2021〕2号",
        "sure",
        Reason.NUMBER_AND_TITLE,
    ),
    "按照云政发[2021]2号要求": ("云政发〔2021〕2号", "sure", Reason.NUMBER),
    "《云川市数据管理办法》": ("云办发〔2020〕1号", None, Reason.TITLE),
    "《云川市人民政府关于促进节水工作的意见》": ("云政发〔2021〕2号", "sure", Reason.TITLE),
    "《关于促进节水工作的意见》": (None, None, Reason.AMBIGUOUS),
    "《中共中央办公厅 国务院办公厅关于推行甲工作的意见》": ("中办发〔2005〕12号", None, Reason.TITLE),
    "云川市人民政府《关于促进节水工作的意见》": ("云政发〔2021〕2号", None, Reason.TITLE),
    "《关于促进节水工作的意见》（河政发〔2021〕3号）": ("河政发〔2021〕3号", "sure", Reason.NUMBER_AND_TITLE),
    "《云川市数据管理办法》（云政发〔2021〕2号）": (None, None, Reason.DISAGREE),
    "《某某通知》（云政发〔2021〕2号）": ("云政发〔2021〕2号", "unsure", Reason.OTHER_TITLE),
    "《云川市人民政府关于促进节水工作的意见》（云政发〔2021〕9号）": (
        "云政发〔2021〕2号",
        "unsure",
        Reason.OTHER_NUMBER,
    ),
    "《云川市档案管理规定》（云政发〔2019〕9号）": ("云川市档案管理规定", "likely", Reason.UNKNOWN_NUMBER),
    "《某某条例》": (None, None, Reason.UNKNOWN),
    "《甲条例》和《乙条例》，《条例》": (None, None, Reason.AMBIGUOUS_REFERENCE),
}


@pytest.mark.parametrize("text", CASES)
def test_resolve(text: str) -> None:
    *_, resolution = resolve(find_citations(text), TABLE)
    key, confidence, reason = CASES[text]
    assert (resolution.record and resolution.record.key) == key
    assert resolution.reason is reason
    assert confidence is None or resolution.confidence == confidence
    assert (resolution.record is None) == (resolution.confidence is None)


def test_a_repeated_title_is_the_document_of_the_first() -> None:
    text = "《云川市人民政府关于促进节水工作的意见》（云政发〔2021〕2号，以下简称《意见》）。《意见》"
    first, again = resolve(find_citations(text), TABLE)
    assert again.record is first.record is not None


def test_where_number_and_title_disagree_both_are_candidates() -> None:
    (resolution,) = resolve(find_citations("《云川市数据管理办法》（云政发〔2021〕2号）"), TABLE)
    assert {record.key for record in resolution.candidates} == {"云政发〔2021〕2号", "云办发〔2020〕1号"}


def test_the_built_in_table_is_asked_where_none_is_given() -> None:
    (resolution,) = resolve(find_citations("国办发〔2014〕66号文件"))
    assert resolution.record is not None
    assert "电子政务" in resolution.record.title


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    assert len(reason.sentence) > 10


@pytest.mark.parametrize(
    ("text", "key", "confidence", "reason"),
    [
        # Documents and laws that the curated policies lack.
        (
            "《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）",
            "国发〔2022〕14号",
            "sure",
            "number_and_title",
        ),
        ("《中华人民共和国土地管理法》", "中华人民共和国土地管理法", "sure", "title"),
        ("《土地管理法》", "中华人民共和国土地管理法", "sure", "title"),
        # What is called so but for （试行） is not meant.
        ("《中华人民共和国民事诉讼法》", "中华人民共和国民事诉讼法", "sure", "title"),
        # One source alone says that this is its number.
        ("国家药监局公告2021年第126号", "国家药品监督管理局公告2021年第126号", "likely", "number"),
    ],
)
def test_the_register_is_asked_as_well(text: str, key: str, confidence: str, reason: str) -> None:
    (found,) = resolve(find_citations(f"按照{text}执行。"))
    assert found.record is not None
    assert (found.record.key, found.confidence, found.reason) == (key, confidence, reason)


SHARED_NAMES = Catalogue.from_rows(
    [
        {"number": "财税〔2016〕36号", "title": "甲试点办法"},
        {"number": "云财发〔2016〕9号", "other_numbers": ["财税〔2016〕36号"], "title": "乙过渡规定"},
        {"number": "云政发〔2011〕3号", "title": "节水规划", "dated": "2011-03-01"},
        {"number": "云政发〔2016〕3号", "title": "节水规划", "dated": "2016-03-01"},
    ]
)


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("按照财税〔2016〕36号", None, Reason.AMBIGUOUS),
        ("《丙规定》（财税〔2016〕36号）", None, Reason.AMBIGUOUS),
        ("《乙过渡规定》（财税〔2016〕36号）", "云财发〔2016〕9号", Reason.NUMBER_AND_TITLE),
        ("《节水规划》", None, Reason.AMBIGUOUS),
        ("《节水规划》（2016年3月1日）", "云政发〔2016〕3号", Reason.TITLE),
        ("《节水规划》（2019年3月1日）", None, Reason.AMBIGUOUS),
    ],
)
def test_a_name_that_two_documents_bear(text: str, key: str | None, reason: Reason) -> None:
    *_, resolution = resolve(find_citations(text), SHARED_NAMES)
    assert (resolution.record and resolution.record.key) == key
    assert resolution.reason is reason
    assert len(resolution.candidates) == (0 if key else 2)
