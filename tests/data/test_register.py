"""The tables of the register: what `make data` says of them."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from egovkit.catalogue.register import register
from egovkit.catalogue.register_rows import Rows
from egovkit.grammar.titles import normal_title
from egovkit.models.issuance import NumberForm
from scripts.register import about, index
from scripts.register.__main__ import DATA
from scripts.register.documents import HERE
from scripts.register.facts import canonical_number, read
from scripts.register.sources import resolves, sourced
from scripts.register.texts import pairs, texts, titles_of


@pytest.fixture(scope="module")
def rows() -> Rows:
    return Rows.shipped()


def test_every_row_is_canonical_and_its_sources_are_known() -> None:
    assert about.faults(DATA) == []


def test_every_fact_has_a_source_that_resolves() -> None:
    named = {source.key for source in register.about().sources}
    for record in register:
        assert record.sources, record.key
        for key in record.sources:
            assert resolves(key, named), (record.key, key)
    for source in register.about().sources:
        assert all(source), source


def test_a_row_without_a_source_that_resolves_is_left_out() -> None:
    rows = [{"sources": "cite:WW|cite:XY"}, {"sources": "cite:XY"}, {"sources": "REP:LB/QH"}, {"sources": ""}]
    assert [row["sources"] for row in sourced(rows)] == ["cite:WW", "REP:LB/QH"]


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


def test_a_title_comes_again_no_nearer_than_verification_takes_it_to(rows: Rows) -> None:
    # Telegrams of congratulation alone are sent on one day under one title.
    serials = defaultdict(set)
    for record in map(rows.record, range(rows.first_law)):
        number = record.number
        if number is not None and number.form is NumberForm.REGULAR and "贺电" not in record.title:
            serials[normal_title(record.title), number.code, number.year].add(number.serial)
    again = [sorted(found) for found in serials.values() if len(found) > 1]
    assert len(again) > 5
    assert min(later - earlier for found in again for earlier, later in pairwise(found)) > 10


def test_the_marks_of_a_title_come_in_pairs(rows: Rows) -> None:
    for record in map(rows.record, range(rows.first_curated)):
        for opens, closes in ("《》", "〈〉", "（）", "“”"):
            assert record.title.count(opens) == record.title.count(closes), record.title


def test_versions_of_a_law_are_in_order(rows: Rows) -> None:
    for i in range(rows.first_law, rows.first_curated):
        days = [version.promulgated.first_day for version in rows.law(i).versions if version.promulgated]
        assert days == sorted(days), rows.law(i).title


# ---- what the project itself adds to the tables of facts


@pytest.mark.parametrize("row", read(HERE, "added"), ids=lambda row: row["number"])
def test_a_row_that_was_read_by_hand_stands_in_the_register(row: dict[str, str]) -> None:
    assert canonical_number(row["number"]) == row["number"]
    (match,) = [match for match in register.by_number(row["number"]) if match.record.title == row["title"]]
    assert set(row["sources"].split()) <= set(match.record.sources)
    for key in row["sources"].split():
        assert register.about().source(key) is not None
        assert re.fullmatch(r"page:[\w.-]+\.[a-z]+/\S+|seen:[A-Z]+", key), key


def test_what_texts_confirm_is_named_by_the_rows() -> None:
    rows = read(HERE, "texts")
    assert rows == sorted(rows, key=lambda row: row["number"])
    for row in rows:
        assert int(row["texts"]) > 1
        found = [match.record for match in register.by_number(row["number"])]
        assert any(f"seen:{row['sources'].split()[0]}" in record.sources for record in found), row


def test_texts_are_counted_once_and_with_their_titles(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "依据《医疗器械监督管理条例》（国务院令第739号）办理。\n见国务院令第711号。", encoding="utf-8"
    )
    (tmp_path / "b.csv").write_text("一行\n另一行", encoding="utf-8")
    (tmp_path / "c.png").write_bytes(b"")
    found = dict(texts("X", tmp_path))
    assert len(found) == 3
    assert [pair for text in found.values() for pair in pairs(text)] == [("国务院令第739号", "医疗器械监督管理条例")]
    assert "医疗器械监督管理条例" in titles_of("国务院令第739号").values()
    assert titles_of("没有字号") == {}
