from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

from egovkit.catalogue.framework_names import Found, fold_name
from egovkit.catalogue.frameworks import frameworks
from egovkit.data import rows
from egovkit.models.framework import Framework
from egovkit.models.issuance import IssuanceNumber

TABLES = ("frameworks", "framework_names", "framework_readings", "framework_components", "framework_sources")


@pytest.mark.parametrize("table", TABLES)
def test_cells_are_clean(table: str) -> None:
    for row in rows(table):
        for cell in row.values():
            assert cell == cell.strip()
            parts = cell.split("|")
            assert "" not in parts or parts == [""]
            assert len(parts) == len(set(parts))


def test_every_framework_has_a_source_and_a_confidence() -> None:
    for framework in frameworks:
        assert framework.sources, framework.name
        assert framework.confidence, framework.name
        assert framework.gist, framework.name
        for reading in framework.readings:
            assert reading.sources, framework.name
            assert reading.confidence, framework.name


def test_every_source_of_the_list_is_cited() -> None:
    cited = {
        key
        for table in ("frameworks", "framework_readings")
        for row in rows(table)
        for key in row["sources"].split("|")
    }
    assert {row["key"] for row in rows("framework_sources")} <= cited


def test_rows_refer_to_frameworks_and_readings_that_exist() -> None:
    names = [row["name"] for row in rows("frameworks")]
    assert len(names) == len(set(names))
    readings = {(row["framework"], row["reading"]) for row in rows("framework_readings")}
    assert len(readings) == len(rows("framework_readings"))
    assert {framework for framework, _ in readings} <= set(names)
    assert {(row["framework"], row["reading"]) for row in rows("framework_components")} == readings
    assert [name for name, _ in groupby(row["framework"] for row in rows("framework_names"))] == names


def test_rows_of_a_reading_stand_together_in_the_order_of_groups() -> None:
    seen: set[tuple[str, str]] = set()
    for key, group in groupby(rows("framework_components"), lambda row: (row["framework"], row["reading"])):
        assert key not in seen
        seen.add(key)
        paths = [tuple(map(int, row["group"].split("."))) for row in group]
        assert paths == sorted(paths)


def test_names_of_the_table_are_all_different() -> None:
    folded: dict[str, str] = {}
    for row in rows("framework_names"):
        owner = folded.setdefault(fold_name(row["name"]), row["framework"])
        assert owner == row["framework"], row["name"]
        assert row["found"] in set(Found)


def test_what_is_loaded_validates_as_a_whole() -> None:
    for framework in frameworks:
        assert Framework.model_validate_json(framework.model_dump_json()) == framework


def test_numbers_are_canonical_and_fit_their_years() -> None:
    for row in rows("frameworks"):
        for written in filter(None, [row["set_by"], *row["documents"].split("|")]):
            assert str(IssuanceNumber.parse(written)) == written
    for framework in frameworks:
        for number in filter(None, [framework.set_by, *framework.documents]):
            assert number == IssuanceNumber.parse(str(number))
        if framework.set_by is not None and framework.set_by.year is not None:
            assert framework.since == framework.set_by.year, framework.name


def test_lineage_has_two_ends_and_no_cycle() -> None:
    for framework in frameworks:
        for before in framework.predecessors:
            earlier = frameworks[before]
            assert framework.name in earlier.successors
            assert earlier.since is not None
            assert framework.since is not None
            assert earlier.since <= framework.since, (before, framework.name)
        for after in framework.successors:
            assert framework.name in frameworks[after].predecessors

    def reach(name: str, path: tuple[str, ...]) -> None:
        assert name not in path
        for after in frameworks[name].successors:
            reach(after, (*path, name))

    for framework in frameworks:
        reach(framework.name, ())


def test_every_framework_of_the_facts_is_there(shared: Path) -> None:
    facts = (shared / "facts" / "frameworks.md").read_text(encoding="utf-8")
    entries = set(re.findall(r"\bF(?:0[1-9]|[1-4][0-9])\b", " ".join(re.findall(r"^## .*", facts, re.MULTILINE))))
    assert len(entries) == 44
    assert {row["entry"] for row in rows("frameworks")} - {""} == entries


def test_the_twelve_systems_equal_the_facts(shared: Path) -> None:
    facts = (shared / "facts" / "frameworks.md").read_text(encoding="utf-8")
    table = re.findall(r"^\|(\d+)\|(.+?)\|(.+?)\|(.+?)\|(.+?)\|(续建4|新建8)\|([ⅠⅡⅢ])", facts, re.MULTILINE)
    assert len(table) == 12
    two_ways = {
        "文件分组": {"续建4": "继续完善", "新建8": "启动和加快"},
        "教材分组": {"Ⅰ": "核心业务", "Ⅱ": "收支监管", "Ⅲ": "社会秩序与基础"},
    }
    framework = frameworks["两网四库十二金"]
    for reading, heads in two_ways.items():
        groups = framework.reading(reading).groups[-1].groups
        placed = {component.name: group.head for group in groups for component in group.components}
        column = -2 if reading == "文件分组" else -1
        assert placed == {row[1]: heads[row[column]] for row in table}
