from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from egovkit.catalogue.policies import policies as known
from egovkit.cli.policies import COLUMNS

from .conftest import Egovkit

Output = Callable[..., str]


@pytest.fixture
def output(egovkit_command: Egovkit) -> Output:
    def run(*arguments: str) -> str:
        outcome = egovkit_command(*arguments)
        assert (outcome.code, outcome.err) == (0, "")
        return outcome.out

    return run


def test_the_list_of_services_since_2016(output: Output) -> None:
    shown = output("policies", "--domain", "政务服务", "--since", "2016")
    assert "国发〔2016〕55号" in shown
    assert "国发〔2015〕50号" not in shown
    assert f"Policies · {len(known.where(domain='政务服务', since=2016))}" in shown


@pytest.mark.parametrize("condition", ["domain", "framework", "issuer"])
def test_what_no_record_knows_is_said(egovkit_command: Egovkit, condition: str) -> None:
    outcome = egovkit_command("policies", f"--{condition}", "某事")
    assert outcome.code == 2
    assert outcome.err.startswith(f"egovkit: '某事' is no {condition} that the table of policies knows")


def test_json_is_what_the_model_reads(output: Output) -> None:
    found = json.loads(output("policies", "--framework", "1+32+N", "--format", "json"))
    assert [record["number"] for record in found] == ["国办函〔2022〕102号"]


def test_csv_has_every_record(output: Output) -> None:
    rows = list(csv.DictReader(io.StringIO(output("policies", "--format", "csv"))))
    assert len(rows) == len(known)
    assert tuple(rows[0]) == COLUMNS
    assert rows[-1]["issuers"]


def test_a_status_on_a_day(output: Output) -> None:
    shown = output("policies", "--status", "pending", "--on", "2025-06-01", "--format", "csv")
    assert "国务院令第809号" in shown


def test_the_tree_shows_both_sides(output: Output) -> None:
    shown = output("lineage", "国办发〔2014〕66号")
    assert shown.index("before ·") < shown.index("中办发〔2002〕17号") < shown.index("after ·")
    assert shown.index("after ·") < shown.index("国发〔2016〕55号")


@pytest.mark.parametrize("name", ["国办发[2014]66号", "关于促进电子政务协调发展的指导意见"])
def test_a_lineage_by_number_or_title(output: Output, name: str) -> None:
    found = json.loads(output("lineage", name, "--depth", "1", "--format", "json"))
    assert found["key"] == "国办发〔2014〕66号"
    assert {step["depth"] for step in found["steps"]} == {"1"}


def test_the_other_formats(output: Output) -> None:
    number = "国办发〔2014〕66号"
    assert ET.fromstring(output("lineage", number, "--format", "svg")).tag.endswith("svg")  # noqa: S314  # our own drawing
    assert output("lineage", number, "--format", "mermaid").startswith("flowchart LR\n")
    rows = list(csv.DictReader(io.StringIO(output("lineage", number, "--format", "csv"))))
    assert {row["side"] for row in rows} == {"before", "after"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("国办发〔2014〕9999号", "is not in the table of policies"),
        ("中华人民共和国政府信息公开条例", "is several in the table of policies"),
    ],
)
def test_what_is_unknown_or_ambiguous_is_said(egovkit_command: Egovkit, name: str, said: str) -> None:
    outcome = egovkit_command("lineage", name)
    assert outcome.code == 2
    assert said in outcome.err


def test_no_date_is_an_error(egovkit_command: Egovkit) -> None:
    outcome = egovkit_command("policies", "--since", "去年")
    assert outcome.code == 2
    assert "date." in outcome.err


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("policies", "--domain", "政务服物"), "政务服务"),
        (("policies", "--issuer", "国务院办公所"), "国务院办公厅"),
        (("policies", "--framework", "三网二库"), "三网一库"),
        (("policies", "--status", "repeald"), "repealed"),
        (("register", "--level", "regulations"), "regulation"),
        (("rules", "GW2011"), "GW201"),
    ],
)
def test_near_names_are_offered(egovkit_command: Egovkit, arguments: tuple[str, ...], near: str) -> None:
    outcome = egovkit_command(*arguments)
    assert outcome.code == 2
    assert "did you mean" in outcome.err
    assert near in outcome.err
