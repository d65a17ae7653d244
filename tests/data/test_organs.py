"""The tables of organs hold what they promise: schema, order, years, sources, and nothing that points nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from egovkit.catalogue.organs import organs
from egovkit.data import rows
from egovkit.models.organ import ChangeKind, OrganLevel
from scripts.organ_evidence import Evidence, faults, main, told

ROOT = Path(__file__).resolve().parents[2]
HEADERS = {
    "organs": "code organ level functional_class valid_from valid_to first_seen last_seen example source confidence note",
    "organ_names": "name short_name aliases level parent valid_from valid_to source confidence region",
    "organ_changes": "predecessor successor year kind source confidence",
    "organ_expansions": "name stem source",
    "organ_stems": "stem organ tail valid_from valid_to source",
}
TABLES = sorted(HEADERS)
# What organs without a row are composed of.
COMPOSED = ("regions", "region_letters", "local_departments")
FIRST_YEAR, LAST_YEAR = 1921, 2026
HAN = re.compile("[\u4e00-\u9fff]+")
CODE = re.compile("[\u4e00-\u9fff]+(（[\u4e00-\u9fff]+）[\u4e00-\u9fff]+)?")

# Codes that several organs share in the same years: a new one is a fault until it is written down here.
SHARED = {
    "厅发": {"中共中央办公厅", "中共广西壮族自治区委员会办公厅"},
    "厅字": {"中共中央办公厅", "中共黑龙江省委员会办公厅", "中华全国总工会办公厅"},
    "国办秘函": {"国务院办公厅", "国务院办公厅秘书局"},
    "宁政发": {"南京市人民政府", "宁夏回族自治区人民政府"},
    "宁政办发": {"南京市人民政府办公厅", "宁夏回族自治区人民政府办公厅"},
}

# One code, one organ after another: the years tell which.
HANDED_ON = {
    ("国家林业局", "国家林业和草原局"),
    ("国家粮食局", "国家粮食和物资储备局"),
    ("国家食品药品监督管理局", "国家食品药品监督管理总局"),
    ("建设部", "住房和城乡建设部"),
    ("农业部", "农业农村部"),
    ("国家卫生和计划生育委员会", "国家卫生健康委员会"),
    ("国家卫生和计划生育委员会办公厅", "国家卫生健康委员会办公厅"),
    ("国家林业局办公室", "国家林业和草原局办公室"),
    ("国家教育委员会", "教育部"),
    ("国家环境保护总局", "环境保护部"),
    ("环境保护部", "生态环境部"),
    ("环境保护部办公厅", "生态环境部办公厅"),
    ("中央网络安全和信息化领导小组办公室", "中央网络安全和信息化委员会办公室"),
    ("上海市农业委员会", "上海市农业农村委员会"),
    ("上海市卫生局", "上海市卫生健康委员会"),
    ("辽宁省卫生厅", "辽宁省卫生和计划生育委员会"),
    ("辽宁省卫生和计划生育委员会", "辽宁省卫生健康委员会"),
}


def _periods(name: str) -> list[tuple[int, int]]:
    return [
        (int(row["valid_from"] or FIRST_YEAR), int(row["valid_to"] or LAST_YEAR))
        for row in rows("organ_names")
        if row["name"] == name
    ]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_columns(table: str) -> None:
    for row in rows(table):
        assert list(row) == HEADERS[table].split()
        assert all(cell == cell.strip() for cell in row.values())


SOURCES = {row["key"]: row for row in rows("organ_sources")}


def _sources_of(row: dict[str, str]) -> list[str]:
    return row["source"].split("|") if row["source"] else []


@pytest.mark.parametrize("table", TABLES)
def test_every_key_of_a_source_stands_in_the_table_of_sources(table: str) -> None:
    for row in rows(table):
        for key in _sources_of(row):
            assert key in SOURCES, row


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_sure_without_a_source(table: str) -> None:
    for row in rows(table):
        # What is derived from the codes is as sure as they are, each of which has a source of its own or none.
        if row.get("confidence") == "sure":
            assert set(_sources_of(row)) - {"codes"}, row


def test_every_source_says_what_it_is_and_is_used() -> None:
    used = {key for table in (*TABLES, *COMPOSED) for row in rows(table) for key in _sources_of(row)}
    for key, row in SOURCES.items():
        assert row["name"], key
        assert row["what"], key
        assert row["terms"], key
        assert row["as_of"] or key == "codes", key
        assert key in used, key


def test_what_is_derived_from_the_codes_has_codes() -> None:
    owners = {row["organ"] for row in rows("organs")}
    for row in rows("organ_names"):
        if "codes" in _sources_of(row):
            assert row["name"] in owners, row


@pytest.mark.corpus
@pytest.mark.usefixtures("shared")
def test_sources_are_claimed_as_the_facts_show_them() -> None:
    assert main([]) == 0


def test_a_claim_without_a_source_is_told() -> None:
    sure = {"code": "某发", "source": "", "confidence": "sure"}
    known = frozenset(["PT"])
    assert len(list(faults("organs", [sure], known))) == 1
    assert not list(faults("organs", [{**sure, "source": "PT"}, {**sure, "confidence": "likely"}], known))
    assert "'QT'" in next(faults("organs", [{**sure, "source": "PT|QT"}], known))


def _seen(*tokens: str, **numbers: int) -> Evidence:
    seen = Evidence()
    seen.saw(tokens)
    seen.numbers.update(numbers)
    return seen


@pytest.mark.parametrize(
    ("seen", "source", "confidence"),
    [
        (_seen(), "", "likely"),
        (_seen("PT:Henan×3", 某局=2), "PT", "sure"),
        (_seen("gov.cn(HP)×3", "cite:RE×1", 某局=1), "HP|TEXTS", "likely"),
        (_seen("cite:RE×9", "text:CO:ljz060707-la×1", 某局=9), "TEXTS", "likely"),
        (_seen("cite:RE×9", "text:WJ×1", 某局=2), "TEXTS", "sure"),
        (_seen("LIB"), "LIB", "likely"),
        (_seen("REP", "EK", "FACTS"), "FLK", "likely"),
    ],
)
def test_a_code_is_as_sure_as_what_was_seen_of_it(seen: Evidence, source: str, confidence: str) -> None:
    row = {"code": "某发", "organ": "某局", "source": "", "confidence": "likely"}
    told_of = told(row, "某局", seen, bound=False)
    assert (told_of["source"], told_of["confidence"]) == (source, confidence)
    assert told(told_of, "某局", seen, bound=False) == told_of
    assert told(row, "某局", seen, bound=True)["confidence"] == "likely"


@pytest.mark.parametrize("table", ["organs", "organ_names", "organ_changes"])
def test_confidence_is_one_of_two(table: str) -> None:
    assert {row["confidence"] for row in rows(table)} == {"sure", "likely"}


@pytest.mark.parametrize("table", ["organs", "organ_names", "organ_stems"])
def test_years_are_sane_and_in_order(table: str) -> None:
    for row in rows(table):
        start, end = row["valid_from"], row["valid_to"]
        assert all(FIRST_YEAR <= int(year) <= LAST_YEAR for year in (start, end) if year), row
        assert not (start and end) or int(start) <= int(end), row


def test_years_of_sight_lie_in_the_years_of_the_code() -> None:
    for row in rows("organs"):
        seen = [int(year) for year in (row["first_seen"], row["last_seen"]) if year]
        assert seen == sorted(seen), row
        assert all(1949 <= year <= LAST_YEAR for year in seen)


def test_a_code_is_han_and_brackets() -> None:
    for row in rows("organs"):
        assert CODE.fullmatch(row["code"]), row
        assert len(row["code"]) <= 12
        assert HAN.fullmatch(row["organ"]), row
        assert not row["functional_class"] or HAN.fullmatch(row["functional_class"])


def test_an_example_is_a_number_of_its_code_in_its_years() -> None:
    for row in rows("organs"):
        if row["example"]:
            match = re.fullmatch(re.escape(row["code"]) + r"〔(\d{4})〕[1-9]\d*号", row["example"])
            assert match, row
            assert int(row["valid_from"] or FIRST_YEAR) <= int(match[1]) <= int(row["valid_to"] or LAST_YEAR), row


def test_every_code_belongs_to_an_organ_of_its_level() -> None:
    levels = {row["name"]: row["level"] for row in rows("organ_names")}
    for row in rows("organs"):
        assert levels[row["organ"]] == row["level"], row
        assert OrganLevel(row["level"]).chinese


def test_every_shared_code_is_listed() -> None:
    owners: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for row in rows("organs"):
        owners[row["code"]].append(
            (row["organ"], int(row["valid_from"] or FIRST_YEAR), int(row["valid_to"] or LAST_YEAR))
        )
    shared: dict[str, set[str]] = {}
    for code, entries in owners.items():
        if len(entries) == 1:
            continue
        names = [name for name, _, _ in entries]
        assert len(set(names)) == len(names), code
        for at, (one, start, end) in enumerate(entries):
            for other, other_start, other_end in entries[at + 1 :]:
                if (one, other) not in HANDED_ON and (other, one) not in HANDED_ON:
                    assert start <= other_end, code
                    assert other_start <= end, code
                    shared.setdefault(code, set()).update((one, other))
    assert shared == SHARED


def test_a_code_is_handed_on_along_the_changes() -> None:
    steps = {(row["predecessor"], row["successor"]) for row in rows("organ_changes")}
    central = {row["name"] for row in rows("organ_names") if row["level"] in ("ministry", "agency", "party")}
    for one, other in HANDED_ON:
        if one in central and not one.endswith(("办公厅", "办公室")):
            assert (one, other) in steps


def test_names_are_han_and_their_parents_and_short_names_stand_in_the_table() -> None:
    names = {row["name"] for row in rows("organ_names")}
    for row in rows("organ_names"):
        aliases = row["aliases"].split("|") if row["aliases"] else []
        assert all(map(HAN.fullmatch, [row["name"], *aliases])), row
        assert row["name"] not in aliases
        assert len(set(aliases)) == len(aliases)
        assert not row["short_name"] or aliases[0] == row["short_name"], row
        assert not row["parent"] or row["parent"] in names or organs[row["parent"]].confidence == "composed", row


def test_periods_of_a_name_do_not_overlap() -> None:
    for name in {row["name"] for row in rows("organ_names")}:
        periods = _periods(name)
        assert all(before[1] < after[0] for before, after in pairwise(periods)), name


def test_an_alias_that_is_anothers_full_name_is_of_other_years() -> None:
    for row in rows("organ_names"):
        for alias in filter(None, row["aliases"].split("|")):
            for start, end in _periods(alias):
                own_start, own_end = int(row["valid_from"] or FIRST_YEAR), int(row["valid_to"] or LAST_YEAR)
                assert end <= own_start or own_end <= start, (row["name"], alias)


def test_every_change_ties_known_names_at_the_turn_of_their_years() -> None:
    for row in rows("organ_changes"):
        year, kind = int(row["year"]), ChangeKind(row["kind"])
        ends = [end for _, end in _periods(row["predecessor"])]
        starts = [start for start, _ in _periods(row["successor"])]
        assert ends, row
        assert starts, row
        if kind in (ChangeKind.RENAMED, ChangeKind.MERGED, ChangeKind.ABSORBED):
            assert year in ends, row
        if kind in (ChangeKind.RENAMED, ChangeKind.SPLIT):
            assert year in starts, row


@pytest.mark.parametrize(
    ("year", "departments"),
    [(1989, 41), (1994, 40), (1999, 29), (2004, 28), (2009, 27), (2014, 25), (2020, 26), (2024, 26)],
)
def test_the_state_council_has_as_many_departments_as_each_reform_gave_it(year: int, departments: int) -> None:
    # 1993 counts 41 with 国务院办公厅, which is no department here.
    found = {
        row["name"]
        for row in rows("organ_names")
        if row["level"] == "ministry" and not row["parent"]
        if any(start <= year <= end for start, end in _periods(row["name"]))
    }
    assert len(found) == departments


def test_an_expanded_name_gives_a_code_of_that_organ() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows("organs"):
        owners[row["code"]].add(row["organ"])
    surfaces: dict[str, set[str]] = defaultdict(set)
    for row in rows("organ_names"):
        for surface in filter(None, (row["name"], *row["aliases"].split("|"))):
            surfaces[surface].add(row["name"])
    for row in rows("organ_expansions"):
        (organ,) = surfaces[row["name"]]
        codes = [row["stem"] + letters for letters in ("发", "函", "办发") if row["stem"] + letters in owners]
        assert codes, row
        assert organ in set().union(*(owners[code] for code in codes)), row


def test_a_stem_begins_a_code_of_its_organ_or_of_the_organ_before_it() -> None:
    names = {row["name"] for row in rows("organ_names")}
    codes = {row["code"] for row in rows("organs")}
    for row in rows("organ_stems"):
        assert row["organ"] in names, row
        assert row["tail"] in ("any", "class")
        assert any(code.startswith(row["stem"]) for code in codes), row
