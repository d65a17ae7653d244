"""Rows of plain values, the same columns for each kind."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable

import pytest

from egovkit.catalogue.frameworks import find_frameworks, frameworks
from egovkit.catalogue.organs import organs
from egovkit.catalogue.policies import policies
from egovkit.checks import check
from egovkit.citations.find import find_citations
from egovkit.documents.document import PolicyDocument
from egovkit.interchange import rows_of
from egovkit.models.dates import find_dates
from egovkit.models.issuance import find_numbers
from tests.interchange.files import PAGE_TEXT


def test_numbers_and_dates() -> None:
    [number] = rows_of(find_numbers("见国发〔2016〕51号。"))
    assert number.items() >= {
        "start": 1, "end": 12, "text": "国发〔2016〕51号", "value": "国发〔2016〕51号",
        "form": "regular", "code": "国发", "year": 2016, "serial": 51,
    }.items()  # fmt: skip
    [date] = rows_of(find_dates("于2020年3月2日印发"))
    assert (date["start"], date["value"]) == (1, "2020-03-02")


def test_citations_point_to_their_antecedent() -> None:
    citations = find_citations(PAGE_TEXT)
    rows = list(rows_of(citations))
    by_start = {row["start"]: row for row in rows}
    short = next(row for row in rows if row["title"] == "办法" and row["antecedent"] is not None)
    assert isinstance(short["antecedent"], int)
    assert by_start[short["antecedent"]]["numbers"] == "国发〔2016〕51号"
    assert len({tuple(row) for row in rows}) == 1


def test_a_document_is_one_row_without_its_structures() -> None:
    [row] = rows_of([PolicyDocument.parse(PAGE_TEXT)])
    assert row["title"] == "关于推进政务数据共享的实施意见"
    assert row["number"] == "云川政办发〔2020〕8号"
    assert row["dated"] == "2020-03-02"
    assert row.keys().isdisjoint({"text", "blocks", "spans", "outline"})


def test_rows_go_through_csv_and_json() -> None:
    rows = list(rows_of(find_citations(PAGE_TEXT)))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    assert len(list(csv.DictReader(io.StringIO(out.getvalue())))) == len(rows)
    assert json.loads(json.dumps(rows)) == rows


def test_cells_are_plain() -> None:
    [row] = rows_of([PolicyDocument.parse("关于甲的通知\n各区：\n请执行。\n附件：1.申请表\n2.登记表\n")])
    assert row["annexes"] == "申请表；登记表"
    [finding] = rows_of(check("按照国办发[2014]66号执行"))
    assert (finding["edit.start"], finding["edit.end"], finding["edit.replacement"]) == (5, 11, "〔2014〕")
    [record] = rows_of([policies["国办发〔2014〕66号"]])
    assert record["status.value"] == "in_force"
    assert record["relations"] == "国办发〔2001〕25号；中办发〔2002〕17号"


@pytest.mark.parametrize("table", [policies, organs, frameworks], ids=["policies", "organs", "frameworks"])
def test_no_cell_shows_how_a_value_is_built(table: Iterable[object]) -> None:
    rows = list(rows_of(table))
    assert len({tuple(row) for row in rows}) == 1
    assert not [
        cell for row in rows for cell in row.values() if isinstance(cell, str) and re.search(r"\b\w+=(None|['(])", cell)
    ]


def test_rows_of_what_one_finder_finds_have_the_same_columns() -> None:
    for found in (find_dates("2014年至2016年，2020年3月2日"), find_frameworks("三网一库，金税工程")):
        assert len({tuple(row) for row in rows_of(found)}) == 1


@pytest.mark.parametrize("items", [["a"], [1], "甲", [{}], [None]])
def test_what_is_no_item_has_no_row(items: Iterable[object]) -> None:
    with pytest.raises(TypeError):
        rows_of(items)


def test_no_items_have_no_rows() -> None:
    assert list(rows_of([])) == []
