"""Rows as spreadsheets and data frames give them, and rows written and read again."""

from __future__ import annotations

import csv
from contextlib import suppress
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.catalogue.policies import policies
from egovkit.catalogue.policy_rows import TableError
from egovkit.catalogue.policy_table import Catalogue
from egovkit.errors import ReadError
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind
from egovkit.strategies.policy import catalogues, policy_records
from egovkit.text import limits

NUMBER, TITLE = "国办发〔2014〕66号", "某指导意见"


class NaTType(datetime):
    """What pandas writes for no time: a datetime that equals nothing."""

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = datetime.__hash__


class NAType:
    """What pandas writes for nothing: whatever is asked of it has no answer."""

    def __eq__(self, other: object) -> Any:
        return self

    def __ne__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise TypeError("boolean value of NA is ambiguous")

    __hash__ = object.__hash__


EMPTY: list[object] = [None, "", "  ", "\u3000", float("nan"), NaTType(2014, 1, 1, tzinfo=UTC), NAType(), (), []]


def one(**row: object) -> PolicyRecord:
    (record,) = Catalogue.from_rows([{"title": TITLE, **row}])
    return record


@pytest.mark.parametrize("cell", EMPTY, ids=lambda cell: type(cell).__name__)
@pytest.mark.parametrize("column", ["number", "dated", "issuers", "status", "status_since", "note", "施行日期", "废止"])
def test_an_empty_cell_says_nothing(column: str, cell: object) -> None:
    assert one(**{column: cell}) == PolicyRecord(title=TITLE)


@pytest.mark.parametrize(
    ("cell", "dated"),
    [
        (date(2014, 11, 26), "2014-11-26"),
        (datetime(2014, 11, 26, 9, 30, tzinfo=UTC), "2014-11-26"),
        (2014, "2014"),
        (2014.0, "2014"),
        (Fraction(2014), "2014"),
        ("2014年11月", "2014-11"),
    ],
)
def test_a_date_as_a_spreadsheet_holds_it(cell: object, dated: str) -> None:
    record = one(成文日期=cell, status="期满", status_since=cell)
    assert str(record.dated) == dated
    assert record.status is not None
    assert str(record.status.since) == dated


def test_a_number_in_a_text_column_is_its_digits() -> None:
    assert one(index_number=201400066).index_number == "201400066"
    assert one(索引号=201400066.0).index_number == "201400066"


@pytest.mark.parametrize("cell", [True, 2014.5, float("inf"), object()])
def test_what_is_no_cell_is_a_fault_of_its_column(cell: object) -> None:
    with pytest.raises(TableError) as caught:
        one(成文日期=cell, 字号=cell, 废止="乙")
    assert {error.column for error in caught.value.errors} == {"成文日期", "字号"}


def test_an_empty_row_is_none_and_the_others_keep_their_places() -> None:
    rows: list[dict[str, object]] = [{"标题": TITLE}, {"标题": "", "成文日期": None}, {"标题": "乙", "成文日期": "x"}]
    with pytest.raises(TableError) as caught:
        Catalogue.from_rows(rows)
    assert [(error.row, error.column) for error in caught.value.errors] == [(3, "成文日期")]
    assert len(Catalogue.from_rows(rows[:2])) == 1
    with pytest.raises(TableError, match="row 1, title: Field required"):
        Catalogue.from_rows([{}])


def test_a_column_under_two_headings_is_refused() -> None:
    with pytest.raises(TableError) as caught:
        Catalogue.from_rows([{"title": "a", "标题": "b"}])
    (error,) = caught.value.errors
    assert (error.row, error.column, error.code) == (1, "标题", "row.column-twice")
    assert len(Catalogue.from_rows([{"title": "a", "标题": None}])) == 1


@pytest.mark.parametrize("column", ["drafting", "shifts", "relations"])
@pytest.mark.parametrize("cell", ["先立后破", "{", "[" * 100_000, 5, [3]])
def test_what_is_no_tree_is_a_fault_of_its_column(column: str, cell: object) -> None:
    with pytest.raises(TableError) as caught:
        one(**{column: cell}, 废止="乙")
    assert {error.column for error in caught.value.errors} == {column}


# ---- files


TEXT = "文号,标题,成文日期\r\n国办发〔2014〕66号,促进电子政务协调发展,2014年11月\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_the_encoding_of_a_file_is_told(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(TEXT.encode(encoding))
    for table in (Catalogue.from_csv(path), Catalogue.from_csv(path, encoding=encoding)):
        assert [(str(record.number), record.title) for record in table] == [(NUMBER, "促进电子政务协调发展")]


def test_a_file_in_no_such_encoding_is_a_read_error(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes("标题\n通知\n".encode("utf-16"))
    assert len(Catalogue.from_csv(path, encoding="utf-16")) == 1
    for encoding in (None, "utf-8", "ascii"):
        with pytest.raises(ReadError) as caught:
            Catalogue.from_csv(path, encoding=encoding)
        assert caught.value.code == "read.encoding"


def test_a_file_that_is_no_csv_is_a_read_error(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("标题\n" + "长" * (csv.field_size_limit() + 1) + "\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"line 2 is no CSV.*read\.csv"):
        Catalogue.from_csv(path)


@pytest.mark.parametrize(
    "text",
    [
        "标题" + "," * 10_000,
        "标题\n甲" + "," * 10_000,
        '标题\n"' + "," * 10_000,
        "标题\n甲" + ("," * 999 + '"\n"') * 11,
        "标题" + ("," * 999 + '"\n"') * 11,
    ],
)
def test_a_line_of_more_cells_than_a_table_has_is_no_csv(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=r"line \d+ is no CSV: more than 10000 cells \[read\.csv\]"):
        Catalogue.from_csv(path)
    path.write_text("标题" + "," * 9_999 + "\n甲" + "," * 9_999 + "\n乙" + "," * 9_999, encoding="utf-8")
    assert len(Catalogue.from_csv(path)) == 2


def test_two_columns_of_one_heading_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("标题,标题 \n甲,乙\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"row 0, 标题: .*row\.column-twice"):
        Catalogue.from_csv(path)


def test_empty_columns_and_rows_of_a_spreadsheet_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text('标题,,\n"甲\u2028\n乙",,\n,,\n丙\n', encoding="utf-8")
    assert [record.title for record in Catalogue.from_csv(path)] == ["甲\u2028\n乙", "丙"]
    path.write_text("标题,,\n甲,,多余\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"row 1, \(column 3\)"):
        Catalogue.from_csv(path)
    path.write_text("", encoding="utf-8")
    assert len(Catalogue.from_csv(path)) == 0


@given(st.binary(max_size=80))
def test_any_bytes_are_a_table_or_an_error_of_ours(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    with suppress(ReadError, TableError):
        Catalogue.from_csv(path)


# ---- there and back


def again(table: Catalogue) -> Catalogue:
    return Catalogue.from_rows(table.to_rows(), table.relations)


NAMES = st.text('甲乙；;| ["]《》', min_size=1, max_size=6).filter(lambda name: bool(name.strip(" ")))


@st.composite
def full_tables(draw: st.DrawFn) -> Catalogue:
    """Tables whose records have names that no plain cell can list, and relations that tell their ground."""
    records = []
    for record in draw(catalogues(max_size=4)):
        edges = tuple(
            PolicyRelation(
                kind=edge.kind,
                source=edge.source,
                target=edge.target,
                ground=draw(st.sampled_from([None, "第三条"])),
                confidence=draw(st.sampled_from([None, "sure", record.confidence])),
            )
            for edge in record.relations
        )
        given_ = record.model_dump() | {"relations": edges, "aliases": draw(st.lists(NAMES, max_size=3))}
        records.append(PolicyRecord.model_validate(given_))
    return Catalogue(records)


@settings(max_examples=60, deadline=None)
@given(full_tables())
def test_rows_are_read_back_as_they_were_written(table: Catalogue) -> None:
    rows = table.to_rows()
    assert all(isinstance(cell, str) for row in rows for cell in row.values())
    assert again(table).records == table.records
    assert again(table).to_rows() == rows
    assert len({tuple(row) for row in rows}) <= 1


@given(st.lists(policy_records(), min_size=1, max_size=3, unique_by=lambda record: record.title), st.data())
@settings(max_examples=30, deadline=None)
def test_relations_of_plain_words_stand_in_the_columns_of_their_kinds(
    records: list[PolicyRecord], data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(PolicyRelationKind))
    first = records[0]
    edge = PolicyRelation(kind=kind, source=first.key, target="另一件", confidence=first.confidence)
    (row,) = Catalogue([first.model_copy(update={"relations": (edge,)})]).to_rows()
    assert row[kind.value] == "另一件"
    assert "relations" not in row


def test_the_policies_that_come_along_survive_rows_and_a_file(tmp_path: Path) -> None:
    assert again(policies).records == policies.records
    assert set(again(policies).relations) == set(policies.relations)
    rows = policies.to_rows()
    path = tmp_path / "policies.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert Catalogue.from_csv(path).records == policies.records
    assert Catalogue().to_rows() == []


def test_a_heading_that_is_nearly_one_is_told() -> None:
    with pytest.raises(TableError, match="is it 成文日期"):
        Catalogue.from_rows([{"title": "某办法", "成文日起": "2014"}])


def test_of_faults_without_end_the_first_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FAULTS", 3)
    with pytest.raises(TableError) as caught:
        Catalogue.from_rows({"标题": "甲", "废址": "乙"} for _ in range(9))
    assert [error.row for error in caught.value.errors] == [1, 2, 3]
    with pytest.raises(TableError) as caught:
        Catalogue.from_rows({"标题": "甲"} for _ in range(9))
    assert [error.row for error in caught.value.errors] == [2, 3, 4]
