from __future__ import annotations

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
    ],
)
def test_fields_of_a_line(line: str, fields: list[tuple[str, str]]) -> None:
    assert values(line) == fields


def test_every_name_of_the_table_is_read() -> None:
    for row in rows("field_names"):
        assert values(f"{row['name']}：甲") == [(row["element"], "甲")], row["name"]
        assert row["source"]
