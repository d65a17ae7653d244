"""The fields of the table above a document: what a line reads as, and for each name of a field a line that has it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from egovkit.data import rows
from egovkit.grammar.fields import read_fields


def values(line: str) -> list[tuple[str, str]]:
    return [(field.element, line[field.start : field.end]) for field in read_fields(line)]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("索 引 号：000014349/2014-00150", [("index_number", "000014349/2014-00150")]),
        ("标　　题：", [("title", "")]),
        ("【发文字号】 国办发〔2014〕66号", [("number", "国办发〔2014〕66号")]),
        ('title: "某某法"', [("title", "某某法")]),
        ("发文机关：国务院　成文日期：2014年1月1日", [("issuers", "国务院"), ("dated", "2014年1月1日")]),
        ("发布时间：2024-01-01 来源：某县", [("published_on", "2024-01-01"), ("other", "某县")]),
        ("各县人民政府：", []),
        ("本标题：甲", []),
        # Cells of a row, empty ones among them.
        ("文 号 | 某政发〔2020〕8号", [("number", "某政发〔2020〕8号")]),
        ("索引号\t0001/2020-1\t主题分类\t综合政务", [("index_number", "0001/2020-1"), ("topic", "综合政务")]),
        ("| 索引号 | 0001/2020-1 | 文号 | |", [("index_number", "0001/2020-1"), ("number", "")]),
        ("索引号 |", [("index_number", "")]),
        ("标 题\t关于防火的通知", [("title", "关于防火的通知")]),
        # The head of a table of many documents, and of any table.
        ("文号\t发文机关\t成文日期", []),
        ("名称\t单位", []),
        ("文号\t甲\t乙", []),
        # Without a blank before a name.
        (
            "索引号：0001/2020-1文号：某政发〔2020〕8号",
            [("index_number", "0001/2020-1"), ("number", "某政发〔2020〕8号")],
        ),
        ("【索引号】0001【文号】某政发〔2020〕8号", [("index_number", "0001"), ("number", "某政发〔2020〕8号")]),
        ("有效期至：2025年3月1日 废止时间:", [("expires_on", "2025年3月1日"), ("expires_on", "")]),
        ("发布机构：某县人民政府标题：甲", [("issuers", "某县人民政府标题：甲")]),
    ],
)
def test_fields_of_a_line(line: str, fields: list[tuple[str, str]]) -> None:
    assert values(line) == fields


def test_every_name_has_a_line_that_reads_by_it() -> None:
    with Path(__file__).with_name("field_names.tsv").open(encoding="utf-8", newline="") as lines:
        given = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in given:
        assert values(row["line"]) == [(row["element"], row["value"])], row["line"]
    table = rows("field_names")
    assert sorted(row["line"].split("：")[0].split(": ")[0] for row in given) == sorted(row["name"] for row in table)
    assert all(row["source"] for row in table)
