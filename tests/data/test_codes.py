"""The tables of codes seen on documents, and of the letters that stand for places."""

from __future__ import annotations

import pytest

from egovkit.data import first_cells, rows
from egovkit.grammar.codes import is_code
from egovkit.grammar.organ_edges import _regions
from egovkit.models.issuance import find_numbers


def test_each_code_is_given_once_and_is_one_that_the_registry_lacks() -> None:
    codes = [row["code"] for row in rows("code_evidence")]
    assert codes == sorted(set(codes))
    assert not set(codes) & {row["code"] for row in rows("organs")}
    assert [code for code in codes if not is_code(code)] == []


def test_each_code_has_a_source_and_an_example_that_reads_with_it() -> None:
    for row in rows("code_evidence"):
        assert row["source"], row
        assert int(row["numbers"]) > 0, row
        assert row["code"] in [m.value.code for m in find_numbers(row["example"])], row
        assert 1949 <= int(row["first_seen"] or 2000) <= int(row["last_seen"] or 2000) <= 2100, row


def test_each_letter_of_a_place_has_a_place_that_shows_it() -> None:
    letters = [row["letter"] for row in rows("place_letters")]
    assert letters == sorted(set(letters))
    assert all(len(row["letter"]) == 1 and row["places"] for row in rows("place_letters"))


@pytest.mark.parametrize(("table", "column"), [("code_evidence", "code"), ("place_letters", "letter")])
def test_first_cells_are_those_of_the_rows(table: str, column: str) -> None:
    assert first_cells(table) == [row[column] for row in rows(table)]


def test_places_are_read_as_the_rows_have_them() -> None:
    assert _regions() == [(row["code"], row["name"]) for row in rows("regions")]
