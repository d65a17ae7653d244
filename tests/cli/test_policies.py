from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
import typer
from typer.testing import CliRunner

from egovkit.catalogue.policies import policies as known
from egovkit.cli.policies import COLUMNS, lineage, policies
from egovkit.errors import AmbiguousTerm, ParseError, UnknownCondition, UnknownTerm

APP = typer.Typer()
APP.command()(policies)
APP.command()(lineage)


def output(*arguments: str) -> str:
    result = CliRunner().invoke(APP, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_list_of_services_since_2016() -> None:
    shown = output("policies", "--domain", "政务服务", "--since", "2016")
    assert "国发〔2016〕55号" in shown
    assert "国发〔2015〕50号" not in shown
    assert f"Policies 政策 · {len(known.where(domain='政务服务', since=2016))}" in shown


@pytest.mark.parametrize("condition", ["domain", "framework", "issuer"])
def test_what_no_record_knows_is_said(condition: str) -> None:
    with pytest.raises(UnknownCondition) as caught:
        output("policies", f"--{condition}", "某事")
    assert (caught.value.condition, caught.value.term) == (condition, "某事")


def test_json_is_what_the_model_reads() -> None:
    found = json.loads(output("policies", "--framework", "1+32+N", "--format", "json"))
    assert [record["number"] for record in found] == ["国办函〔2022〕102号"]


def test_csv_has_every_record() -> None:
    rows = list(csv.DictReader(io.StringIO(output("policies", "--format", "csv"))))
    assert len(rows) == len(known)
    assert tuple(rows[0]) == COLUMNS
    assert rows[-1]["issuers"]


def test_a_status_on_a_day() -> None:
    shown = output("policies", "--status", "pending", "--on", "2025-06-01", "--format", "csv")
    assert "国务院令第809号" in shown


def test_the_tree_shows_both_sides() -> None:
    shown = output("lineage", "国办发〔2014〕66号")
    assert shown.index("before 之前") < shown.index("中办发〔2002〕17号") < shown.index("after 之后")
    assert shown.index("after 之后") < shown.index("国发〔2016〕55号")


@pytest.mark.parametrize("name", ["国办发[2014]66号", "关于促进电子政务协调发展的指导意见"])
def test_a_lineage_by_number_or_title(name: str) -> None:
    found = json.loads(output("lineage", name, "--depth", "1", "--format", "json"))
    assert found["key"] == "国办发〔2014〕66号"
    assert {step["depth"] for step in found["steps"]} == {"1"}


def test_the_other_formats() -> None:
    number = "国办发〔2014〕66号"
    assert ET.fromstring(output("lineage", number, "--format", "svg")).tag.endswith("svg")  # noqa: S314  # our own drawing
    assert output("lineage", number, "--format", "mermaid").startswith("flowchart LR\n")
    rows = list(csv.DictReader(io.StringIO(output("lineage", number, "--format", "csv"))))
    assert {row["side"] for row in rows} == {"before", "after"}


@pytest.mark.parametrize(
    ("name", "error"), [("国办发〔2014〕9999号", UnknownTerm), ("中华人民共和国政府信息公开条例", AmbiguousTerm)]
)
def test_what_is_unknown_or_ambiguous_is_said(name: str, error: type[UnknownTerm]) -> None:
    with pytest.raises(UnknownTerm) as caught:
        output("lineage", name)
    assert type(caught.value) is error


def test_no_date_is_an_error() -> None:
    with pytest.raises(ParseError):
        output("policies", "--since", "去年")
