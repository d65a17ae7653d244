"""Rows of plain values: those of the Arrow table of their kind, or flat ones for CSV and spreadsheets."""

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
from egovkit.corpus.rows import rows_of
from egovkit.documents.document import PolicyDocument
from egovkit.models.dates import find_dates
from egovkit.models.issuance import find_numbers
from tests.interchange.files import PAGE_TEXT


def test_numbers_and_dates() -> None:
    [number] = rows_of(find_numbers("见国发〔2016〕51号。"), text=True)
    expected: dict[str, object] = {
        "row": 0, "id": None, "start": 1, "end": 12, "text": "国发〔2016〕51号", "value": "国发〔2016〕51号",
        "form": "regular", "code": "国发", "year": 2016, "serial": 51, "deviations": [], "error": None,
    }  # fmt: skip
    assert {name: number[name] for name in expected} == expected
    [date] = rows_of(find_dates("于2020年3月2日印发"))
    assert (date["start"], date["value"]) == (1, "2020-03-02")


def test_a_row_says_which_text_it_is_of() -> None:
    [row] = rows_of(find_numbers("见国发〔2016〕51号。"), row=7, id="甲", source="甲.txt")
    assert (row["row"], row["id"], row["source"]) == (7, "甲", "甲.txt")
    assert [row["row"] for row in rows_of(list(organs)[:2], row=5)] == [5, 6]


def test_citations_point_to_their_antecedent() -> None:
    citations = find_citations(PAGE_TEXT)
    rows = list(rows_of(citations))
    by_start = {row["start"]: row for row in rows}
    short = next(row for row in rows if row["title"] == "办法" and row["antecedent"] is not None)
    assert [number["value"] for number in by_start[short["antecedent"]]["numbers"]] == ["国发〔2016〕51号"]
    assert len({tuple(row) for row in rows}) == 1


def test_a_number_and_a_pinpoint_have_spans_of_their_own() -> None:
    text = "根据《云川市甲办法》（云政发〔2020〕2号）第三条第二款和《乙条例》的第五条，制定本通知。"
    one, other = rows_of(find_citations(text), of=text)
    [number] = one["numbers"]
    assert text[number["start"] : number["end"]] == "云政发〔2020〕2号"
    assert text[one["pinpoint"]["start"] : one["pinpoint"]["end"]] == "第三条第二款"
    assert (one["pinpoint"]["places"][0]["article"], one["pinpoint"]["places"][0]["paragraph"]) == (3, 2)
    assert text[other["pinpoint"]["start"] : other["pinpoint"]["end"]] == "第五条"


def test_a_document_is_one_row_without_its_structures() -> None:
    [row] = rows_of([PolicyDocument.parse(PAGE_TEXT)], flat=True)
    assert row["title"] == "关于推进政务数据共享的实施意见"
    assert row["number"] == "云川政办发〔2020〕8号"
    assert row["dated"] == "2020-03-02"
    assert row.keys().isdisjoint({"text", "blocks", "spans", "outline"})


def test_flat_rows_go_through_csv_and_json() -> None:
    rows = list(rows_of(find_citations(PAGE_TEXT), flat=True))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    assert len(list(csv.DictReader(io.StringIO(out.getvalue())))) == len(rows)
    assert json.loads(json.dumps(rows)) == rows


def test_flat_cells_are_plain() -> None:
    document = PolicyDocument.parse("关于甲的通知\n各区：\n请执行。\n附件：1.申请表\n2.登记表\n")
    [row] = rows_of([document], flat=True)
    assert row["annexes"] == "申请表；登记表"
    [finding] = rows_of(check("按照国办发[2014]66号执行"), flat=True)
    assert (finding["edit.start"], finding["edit.end"], finding["edit.replacement"]) == (5, 11, "〔2014〕")
    [record] = rows_of([policies["国办发〔2014〕66号"]], flat=True)
    assert record["status.value"] == "in_force"
    assert record["relations"] == "国办发〔2001〕25号；中办发〔2002〕17号"


@pytest.mark.parametrize("table", [policies, organs, frameworks], ids=["policies", "organs", "frameworks"])
def test_no_flat_cell_shows_how_a_value_is_built(table: Iterable[object]) -> None:
    rows = list(rows_of(table, flat=True))
    assert len({tuple(row) for row in rows}) == 1
    assert not [
        cell for row in rows for cell in row.values() if isinstance(cell, str) and re.search(r"\b\w+=(None|['(])", cell)
    ]
    assert not [cell for row in rows for cell in row.values() if isinstance(cell, (list, dict, tuple))]


def test_rows_of_what_one_finder_finds_have_the_same_columns() -> None:
    for found in (find_dates("2014年至2016年，2020年3月2日"), find_frameworks("三网一库，金税工程")):
        assert len({tuple(row) for row in rows_of(found)}) == 1


@pytest.mark.parametrize("items", [["a"], [1], "甲", [{}], [None]])
def test_what_is_no_item_has_no_row(items: Iterable[object]) -> None:
    with pytest.raises(TypeError):
        rows_of(items)


def test_no_items_have_no_rows() -> None:
    assert list(rows_of([])) == []
