from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from egovkit.models.drafting import DraftingRecord, TreatmentKind
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import (
    PolicyRecord,
    PolicyRelation,
    PolicyRelationKind,
    policy_key,
)
from egovkit.models.standing import PolicyStatus, StatusKind
from egovkit.strategies.policy import policy_records


@given(policy_records())
def test_a_record_comes_back_from_json(record: PolicyRecord) -> None:
    assert PolicyRecord.model_validate_json(record.model_dump_json()) == record
    assert policy_key(record.number or record.title) == record.key


@given(policy_records())
def test_a_record_is_pending_before_its_date_and_never_in_force_without_a_status(record: PolicyRecord) -> None:
    if record.dated is not None:
        assert record.status_on(date(1900, 1, 1)) is StatusKind.PENDING
    if record.status is None:
        assert record.status_on(date(2100, 1, 1)) is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": ""}, "string_too_short"),
        ({"title": "办法", "number": "国办发2014"}, "number.mark"),
        ({"title": "办法", "number": "国办发〔2014〕1号", "dated": "2015-01"}, "policy.year"),
        ({"title": "办法", "dated": "2015-03", "published_on": "2015-02-01"}, "policy.published"),
        ({"title": "办法", "relations": [{"kind": "amends", "source": "条例", "target": "办法"}]}, "policy.relation"),
        ({"title": "办法", "dated": "2015-02-30"}, "date.impossible"),
        ({"title": "办法", "kind": "x"}, "extra_forbidden"),
        ({"title": "办法", "status": {"value": "valid"}}, "enum"),
    ],
)
def test_what_does_not_agree_does_not_validate(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PolicyRecord.model_validate(fields)
    assert [error["type"] for error in caught.value.errors()] == [code]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("国办发[2014]66号", "国办发〔2014〕66号"),
        ("《数字中国建设整体布局规划》", "数字中国建设整体布局规划"),
        (" 第一号文件 ", "第一号文件"),
        ("《甲办法》和《乙办法》", "《甲办法》和《乙办法》"),
    ],
)
def test_the_key_of_a_name(name: str, key: str) -> None:
    assert policy_key(name) == key
    assert policy_key(key) == key


def test_the_key_of_a_number_is_its_canonical_form() -> None:
    assert policy_key(IssuanceNumber.parse("国办发[2014]66号")) == "国办发〔2014〕66号"


def test_a_note_may_say_why_the_years_differ() -> None:
    record = PolicyRecord(number="国办发〔2014〕1号", title="办法", dated="2015-01", note="次年补印")  # type: ignore[arg-type]
    assert record.year == 2014


def test_a_relation_has_two_ends() -> None:
    with pytest.raises(ValidationError, match="no relation to itself"):
        PolicyRelation(kind=PolicyRelationKind.AMENDS, source="国发[2014]1号", target="国发〔2014〕1号")


def test_a_plan_comes_after_its_approval() -> None:
    edge = PolicyRelation(kind=PolicyRelationKind.APPROVES, source="国函〔2012〕36号", target="规划")
    assert (edge.earlier, edge.later) == ("国函〔2012〕36号", "规划")
    for kind in set(PolicyRelationKind) - {PolicyRelationKind.APPROVES}:
        edge = PolicyRelation(kind=kind, source="甲", target="乙")
        assert (edge.earlier, edge.later) == ("乙", "甲")


@pytest.mark.parametrize(
    ("dated", "effective", "since", "day", "status"),
    [
        ("2016-12-15", None, "2021-01-01", date(2016, 12, 14), "pending"),
        ("2016-12-15", None, "2021-01-01", date(2016, 12, 15), "in_force"),
        ("2016-12-15", "2017-06-01", "2021-01-01", date(2017, 5, 31), "pending"),
        ("2016-12-15", None, "2021-01-01", date(2020, 12, 31), "in_force"),
        ("2016-12-15", None, "2021-01-01", date(2021, 1, 1), "expired"),
        ("2016-12-15", None, "2021-01", date(2021, 1, 15), None),
        ("2016-12-15", None, "2021-01", date(2021, 2, 1), "expired"),
        ("2016-12", None, "2021", date(2016, 12, 10), None),
        ("2016-12", None, "2021", date(2017, 1, 1), "in_force"),
        ("2016-12-15", None, None, date(2022, 1, 1), None),
        (None, None, "2021", date(2022, 1, 1), None),
    ],
)
def test_status_on_a_day(
    dated: str | None, effective: str | None, since: str | None, day: date, status: str | None
) -> None:
    record = PolicyRecord.model_validate(
        {"title": "规划", "dated": dated, "effective_on": effective, "status": {"value": "expired", "since": since}}
    )
    assert record.status_on(day) == (None if status is None else StatusKind(status))


def test_what_is_in_force_stays_so_and_no_status_stays_unknown() -> None:
    record = PolicyRecord.model_validate({"title": "条例", "dated": "2016-12-15", "status": {"value": "in_force"}})
    assert record.status_on(date(2024, 1, 1)) is StatusKind.IN_FORCE
    assert record.model_copy(update={"status": None}).status_on(date(2024, 1, 1)) is None


def test_every_kind_has_a_term_of_its_own() -> None:
    assert len({kind.term for kind in PolicyRelationKind}) == len(PolicyRelationKind)
    assert len({kind.term for kind in StatusKind}) == len(StatusKind)


def test_any_policy_can_have_a_drafting_record() -> None:
    drafting = DraftingRecord.model_validate(
        {"principles": [{"name": "先立后破"}], "treatments": [{"measures": "甲", "treatment": "left_out"}]}
    )
    record = PolicyRecord(title="某规定", drafting=drafting, status=PolicyStatus(value=StatusKind.PENDING))
    assert record.drafting is not None
    assert record.drafting.treatments[0].treatment is TreatmentKind.LEFT_OUT
    assert PolicyRecord.model_validate(record.model_dump(mode="json")) == record


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("国务院办公厅发〔2014〕66号", "国办发〔2014〕66号"),
        ("国令第711号", "国务院令第711号"),
        ("《政务数据共享条例》", "政务数据共享条例"),
        ("《甲》和《乙》", "《甲》和《乙》"),
        (" 第三号工程规划 ", "第三号工程规划"),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert policy_key(name) == key
