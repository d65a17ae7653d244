from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Egovkit

OWN = '{"name": "[red]一网三库[/red]", "sources": ["某文"], "groups": [{"count": 1, "components": ["[bold]政务外网"]}]}'


@pytest.fixture
def run(egovkit_command: Egovkit) -> Callable[..., str]:
    def output(*arguments: str) -> str:
        outcome = egovkit_command("framework", *arguments)
        assert outcome.code == 0
        return outcome.out

    return output


def test_the_tree_shows_every_reading_with_its_source(run: Callable[..., str]) -> None:
    out = run("两网四库十二金")
    for word in ("中办发〔2002〕17号", "文件分组", "教材分组", "人口基础信息库", "金盾", "三网一库"):
        assert word in out


def test_one_reading(run: Callable[..., str]) -> None:
    assert "政府门户网站" not in run("两网四库十二金", "--reading", "文件分组")
    assert "政府门户网站" in run("两网四库十二金", "--reading", "含一站")


def test_formats(run: Callable[..., str]) -> None:
    assert json.loads(run("三网一库", "--format", "json"))["set_by"] == "国办发〔2001〕25号"
    rows = list(csv.DictReader(io.StringIO(run("三网一库", "--format", "csv", "--reading", "国办口径"))))
    assert [row["short_name"] for row in rows] == ["内网", "专网", "外网", "资源库"]
    assert run("三网一库", "--format", "mermaid").startswith("flowchart LR\n")
    assert run("三网一库", "--format", "svg").startswith("<svg ")


def test_markup_of_a_users_file_is_shown_as_text(run: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(OWN, encoding="utf-8")
    out = run("[red]一网三库[/red]", "--file", str(path))
    assert "[red]一网三库[/red]" in out
    assert "[bold]政务外网" in out


@pytest.mark.parametrize(
    ("name", "near"), [("九网十库", ""), ("三网二库", "三网一库"), ("两网四库十三金", "两网四库十二金")]
)
def test_an_unknown_name_is_said_with_what_is_near(egovkit_command: Egovkit, name: str, near: str) -> None:
    outcome = egovkit_command("framework", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"'{name}' is not in the table of frameworks" in outcome.err
    assert near in outcome.err
