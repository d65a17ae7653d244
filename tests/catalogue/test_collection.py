"""The three tables have one set of verbs, and can be copied and pickled."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Collection
from typing import Any

import pytest

from egovkit.catalogue.collection import Table
from egovkit.catalogue.frameworks import FrameworkTable, frameworks
from egovkit.catalogue.organs import OrganTable, organs
from egovkit.catalogue.policies import policies
from egovkit.catalogue.table import Catalogue
from egovkit.errors import AmbiguousTerm, UnknownTerm
from egovkit.models.framework import Framework
from egovkit.models.organ import Organ, OrganCode, OrganLevel
from egovkit.models.policy import PolicyRecord

BUREAU = Organ(name="某市大数据局", level=OrganLevel.CITY)
CODE = OrganCode(code="某数发", organ="某市大数据局", source="本局")
TABLES: dict[str, Table[Any]] = {
    "policies": policies,
    "frameworks": frameworks,
    "organs": organs,
    "own policies": Catalogue([PolicyRecord(title="某通知")]),
    "filtered policies": policies.where(year=2014),
    "merged policies": policies | Catalogue([PolicyRecord(title="某通知")]),
    "no policies": Catalogue(),
    "own frameworks": FrameworkTable.of(Framework.parse("一库三平台")),
    "more frameworks": frameworks.with_own(Framework.parse("一库三平台")),
    "more organs": organs.with_own(BUREAU, CODE),
}
EVERY = pytest.mark.parametrize("name", TABLES)


def row_name(row: Any) -> str:
    name: str = row.key if isinstance(row, PolicyRecord) else row.name
    return name


@EVERY
def test_a_table_is_a_collection_of_what_it_holds(name: str) -> None:
    table = TABLES[name]
    assert isinstance(table, Collection)
    rows = list(table)
    assert len(table) == len(rows)
    for row in rows:
        assert row in table
        assert row_name(row) in table
        assert table[row_name(row)] == row
    assert "没有这个名字" not in table
    assert 3 not in table
    with pytest.raises(UnknownTerm) as caught:
        table["没有这个名字"]
    assert not isinstance(caught.value, AmbiguousTerm)


@EVERY
def test_a_table_says_what_it_is(name: str) -> None:
    table = TABLES[name]
    kind = name.rpartition(" ")[2]
    assert repr(table) == f"<{type(table).__name__} of {len(table)} {kind}>"


@EVERY
def test_a_table_is_pickled_and_copied(name: str) -> None:
    table = TABLES[name]
    list(table)
    for again in (pickle.loads(pickle.dumps(table)), copy.copy(table), copy.deepcopy(table)):  # noqa: S301  # our own bytes
        assert type(again) is type(table)
        assert list(again) == list(table)
        assert all(row_name(row) in again for row in table)


@pytest.mark.parametrize("table", [policies, frameworks, organs], ids=repr)
def test_what_is_made_again_is_not_pickled(table: Table[Any]) -> None:
    list(table)
    assert all(row in table for row in table)
    assert len(pickle.dumps(table)) < 300


def test_the_answers_of_a_pickled_table_are_those_of_the_first() -> None:
    mine: OrganTable = pickle.loads(pickle.dumps(TABLES["more organs"]))  # noqa: S301  # our own bytes
    assert mine.of("某数发〔2024〕1号") == (BUREAU,)
    more: FrameworkTable = pickle.loads(pickle.dumps(TABLES["more frameworks"]))  # noqa: S301  # our own bytes
    text = "建设“一库三平台”，推进一网通办"
    assert more.find(text) == frameworks.with_own(Framework.parse("一库三平台")).find(text)
    again: Catalogue = pickle.loads(pickle.dumps(policies))  # noqa: S301  # our own bytes
    assert again.relations == policies.relations


def test_a_row_of_another_table_is_none_of_this() -> None:
    assert BUREAU not in organs
    assert Framework.parse("一库三平台") not in frameworks
    # The same name, and not what the table knows by it.
    assert Organ(name="财政部", level=OrganLevel.CITY) not in organs
    assert Framework.parse("三网一库") not in frameworks


def test_where_without_a_condition_is_the_whole_table() -> None:
    assert list(policies.where()) == list(policies)
    assert list(frameworks.where()) == list(frameworks)
    assert list(organs.where()) == list(organs)


def test_get_of_what_is_not_there() -> None:
    assert policies.get("没有这个名字") is None
    assert frameworks.get("没有这个名字") is None
    with pytest.raises(UnknownTerm):
        organs.get("没有这个名字")
