"""The tables of the register: what `make data` says of them."""

from __future__ import annotations

import pytest

from egovkit.catalogue.register_rows import Rows
from scripts.register import about, index
from scripts.register.__main__ import DATA


@pytest.fixture(scope="module")
def rows() -> Rows:
    return Rows.shipped()


def test_every_row_is_canonical_and_its_sources_are_known() -> None:
    assert about.faults(DATA) == []


def test_the_index_is_what_the_tables_give() -> None:
    assert index.faults(DATA) == []


def test_no_row_is_there_twice(rows: Rows) -> None:
    known = [
        (str(record.number), record.title, str(record.dated)) for record in map(rows.record, range(rows.first_law))
    ]
    assert len(set(known)) == len(known)


def test_what_the_sources_have_wrong_is_out(rows: Rows) -> None:
    titles = {str(record.number): record.title for record in map(rows.record, range(rows.first_law)) if record.number}
    # Another document's text printed these numbers.
    assert titles["国发〔2014〕64号"].startswith("国务院印发关于深化中央财政科技计划")
    assert titles["国发〔2014〕68号"] == "国务院关于印发落实“三互”推进大通关建设改革方案的通知"


def test_versions_of_a_law_are_in_order(rows: Rows) -> None:
    for i in range(rows.first_law, rows.first_curated):
        days = [version.promulgated.first_day for version in rows.law(i).versions if version.promulgated]
        assert days == sorted(days), rows.law(i).title
