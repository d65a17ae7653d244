"""Tests about the data: the shipped policies, their relations, and the four documents the project starts from."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from egovkit.catalogue.policies import policies
from egovkit.data import read, rows, tree
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind
from tests.test_facade import loaded_after, tables_opened

RECORDS = policies.records
RELATIONS = policies.relations
KEYS = {record.key for record in RECORDS}


def of(number: str) -> PolicyRecord:
    record = policies.get(number)
    assert record is not None
    return record


def test_there_are_enough() -> None:
    assert sum(record.number is not None for record in RECORDS) >= 130
    years = {record.year for record in RECORDS if record.year is not None}
    assert min(years) <= 1993
    assert max(years) >= 2025


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)
def test_a_record_is_what_validation_makes_of_it(record: PolicyRecord) -> None:
    """Loading skips validation, so that this is where it happens."""
    given = record.model_dump(mode="json")
    again = PolicyRecord.model_validate(given)
    assert again == record
    assert again.model_dump(mode="json") == given


@pytest.mark.parametrize("row", rows("policies"), ids=lambda row: row["number"] or row["title"])
def test_a_row_is_in_canonical_form(row: dict[str, str]) -> None:
    if row["number"]:
        assert str(IssuanceNumber.parse(row["number"])) == row["number"]
    assert all(cell == cell.strip() for cell in row.values())
    assert row["confidence"] in {"sure", "likely"}
    assert row["sources"]
    assert bool(row["dated"]) == bool(row["date_confidence"])
    assert bool(row["status"]) == bool(row["status_ground"]) == bool(row["status_confidence"])
    assert row["domain"]
    assert row["issuers"]


def test_domains_are_those_described() -> None:
    used = {domain for record in RECORDS for domain in record.domain}
    assert used == set(tree("policies")["domains"])


def test_no_document_stands_twice() -> None:
    assert [key for key, times in Counter(record.key for record in RECORDS).items() if times > 1] == []


def test_the_year_of_a_number_is_the_year_of_the_date() -> None:
    for record in RECORDS:
        if record.number is not None and record.number.year and record.dated is not None:
            assert record.number.year == record.dated.year or record.note


def test_every_end_of_a_relation_is_known() -> None:
    """Only what bears no number of its own may be named by its title: an instrument forwarded, an article."""
    for edge in policies.dangling():
        free = edge.target if edge.target not in KEYS else edge.source
        assert not IssuanceNumber.is_valid(free)
        if edge.kind is PolicyRelationKind.FORWARDS:
            conveyed = of(edge.source).conveyed
            assert (
                free == of(edge.source).title
                or (conveyed is not None and conveyed.instrument == free)
                or (conveyed is not None and conveyed.instrument.endswith(free))
            )
        else:
            assert edge.kind is PolicyRelationKind.INTERPRETS


@pytest.mark.parametrize("edge", RELATIONS, ids=lambda edge: f"{edge.source} {edge.kind.value} {edge.target}")
def test_the_two_ends_of_a_relation_agree(edge: PolicyRelation) -> None:
    assert PolicyRelation.model_validate(edge.model_dump()) == edge
    assert edge.ground
    assert edge.confidence
    assert edge in policies.relations_of(edge.source)
    assert edge in policies.relations_of(edge.target)
    assert edge.later in policies.lineage(edge.earlier, depth=1).after_keys
    assert edge.earlier in policies.lineage(edge.later, depth=1).before_keys


def test_the_later_end_is_not_dated_before_the_earlier() -> None:
    for edge in RELATIONS:
        earlier, later = policies.get(edge.earlier), policies.get(edge.later)
        if earlier and later and earlier.dated and later.dated:
            assert earlier.dated.first_day <= later.dated.last_day, edge


def test_nothing_supersedes_itself() -> None:
    assert policies.cycles() == ()


@pytest.mark.parametrize("kind", PolicyRelationKind)
def test_every_kind_of_relation_occurs(kind: PolicyRelationKind) -> None:
    assert any(edge.kind is kind for edge in RELATIONS)


def test_the_frameworks_a_document_set_are_those_that_name_it() -> None:
    known = {row["name"]: row["set_by"] for row in rows("frameworks")}
    for record in RECORDS:
        for name in record.frameworks:
            assert known[name] == ("" if record.number is None else str(record.number))
    entries = {row["name"] for row in rows("frameworks") if row["entry"]}
    for name, number in known.items():
        if name in entries and number in policies:
            assert name in of(number).frameworks


def test_a_replaced_document_is_not_in_force() -> None:
    replacing = {PolicyRelationKind.SUPERSEDES, PolicyRelationKind.REPEALS}
    for edge in RELATIONS:
        if edge.kind in replacing:
            status = of(edge.target).status
            assert status is not None
            assert status.value.value not in {"in_force", "pending"}


# ---- the four documents of the article the project starts from ----


@pytest.mark.parametrize(
    ("number", "title", "dated"),
    [
        (
            "国务院办公厅发〔2000〕36号",
            "国务院办公厅关于进一步推进全国政府系统办公自动化建设和应用工作的通知",
            "2000-05",
        ),
        (
            "国务院办公厅发〔2001〕25号",
            "国务院办公厅关于印发《全国政府系统政务信息化建设2001—2005年规划纲要》的通知",
            "2001-04",
        ),
        ("中办发〔2002〕17号", "国家信息化领导小组关于我国电子政务建设指导意见", "2002-08-05"),
        ("国务院办公厅发〔2014〕66号", "国务院办公厅关于促进电子政务协调发展的指导意见", "2014-11"),
    ],
)
def test_the_four_documents(number: str, title: str, dated: str) -> None:
    record = of(number)
    assert (record.title, str(record.dated)) == (title, dated)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("关于进一步推进全国政府系统办公自动化建设和应用工作的通知", "国办发〔2000〕36号"),
        ("《全国政府系统政务信息化建设2001~2005年规划纲要》", "国办发〔2001〕25号"),
        ("国家信息化领导小组关于我国电子政务建设的指导意见", "中办发〔2002〕17号"),
        ("关于我国电子政务建设指导意见", "中办发〔2002〕17号"),
        ("关于促进电子政务协调发展的指导意见", "国办发〔2014〕66号"),
    ],
)
def test_the_four_titles(title: str, number: str) -> None:
    assert [str(match.record.number) for match in policies.by_title(title)] == [number]


def test_17_is_forwarded() -> None:
    record = of("中办发〔2002〕17号")
    assert record.originator == "国家信息化领导小组"
    assert record.issuers == ("中共中央办公厅", "国务院办公厅")
    assert record.conveyed is not None
    assert (record.conveyed.how, record.conveyed.originator) == ("forward", "国家信息化领导小组")
    assert len(record.tasks) == 6
    assert record.frameworks == ("两网四库十二金",)


def test_the_step_from_office_automation_to_informatisation() -> None:
    (shift,) = of("国办发〔2001〕25号").shifts
    assert (shift.before, shift.after) == ("办公自动化", "政务信息化")
    assert (shift.earlier, shift.later) == ("国办发〔2000〕36号", "国办发〔2001〕25号")


def test_66_has_its_drafting_record() -> None:
    record = of("国办发〔2014〕66号")
    drafting = record.drafting
    assert drafting is not None
    assert drafting.background is not None
    assert "群众路线教育实践活动" in drafting.background
    assert drafting.responsible_organ == "国务院办公厅电子政务办公室"
    assert [principle.name for principle in drafting.principles] == ["问题导向", "有限目标", "面向发展", "分工合作"]
    assert all(principle.gist for principle in drafting.principles)
    assert [treatment.treatment.value for treatment in drafting.treatments] == ["in_principle", "by_pilot", "left_out"]
    assert drafting.draws_on == ("中办发〔2002〕17号",)
    drawn = [edge.target for edge in record.relations if edge.kind is PolicyRelationKind.DRAWS_ON]
    assert drawn == list(drafting.draws_on)


def test_same_year_and_serial_are_different_documents() -> None:
    assert policies.get("国发〔2014〕66号") is None
    assert policies.get("国办函〔2014〕66号") is None


# ---- beside the facts ----


def test_every_row_of_the_time_line_is_here(shared: Path) -> None:
    text = (shared / "facts" / "documents.md").read_text(encoding="utf-8")
    table = text.partition("## B.")[2].partition("## C.")[0]
    lines = [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if re.match(r"\| \d{4}-", line)]
    assert len(lines) > 60
    for _, dated, _, title, number, issuer, *_ in lines:
        record = of(number)
        assert (record.title, str(record.dated), record.issuers) == (title, dated, (issuer,))


def test_importing_reads_nothing() -> None:
    assert not tables_opened("import egovkit.catalogue.policies")
    assert len(tables_opened("from egovkit import policies; len(policies)")) == 3


def test_loading_reads_no_registry_of_organs() -> None:
    program = (
        "from egovkit.catalogue.policies import policies; from egovkit.grammar.codes import vocabulary; "
        "assert len(policies) > 130; assert not vocabulary.cache_info().misses"
    )
    assert "egovkit.data" in loaded_after(program)


def test_what_is_kept_beyond_a_row_is_on_its_record() -> None:
    details: dict[str, dict[str, object]] = json.loads(read("policy_records.json"))
    assert details
    for key, held in details.items():
        record = policies[key]
        assert all(getattr(record, name) for name in held), key
