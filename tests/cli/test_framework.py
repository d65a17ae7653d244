from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from egovkit.cli.framework import framework

app = typer.Typer()
app.command()(framework)
OWN = '{"name": "[red]一网三库[/red]", "sources": ["某文"], "groups": [{"count": 1, "components": ["[bold]政务外网"]}]}'


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_the_tree_shows_every_reading_with_its_source() -> None:
    out = run("两网四库十二金")
    for word in ("中办发〔2002〕17号", "文件分组", "教材分组", "人口基础信息库", "金盾", "三网一库"):
        assert word in out


def test_one_reading() -> None:
    assert "政府门户网站" not in run("两网四库十二金", "--reading", "文件分组")
    assert "政府门户网站" in run("两网四库十二金", "--reading", "含一站")


def test_formats() -> None:
    assert json.loads(run("三网一库", "--format", "json"))["set_by"] == "国办发〔2001〕25号"
    rows = list(csv.DictReader(io.StringIO(run("三网一库", "--format", "csv", "--reading", "国办口径"))))
    assert [row["short_name"] for row in rows] == ["内网", "专网", "外网", "资源库"]
    assert run("三网一库", "--format", "mermaid").startswith("flowchart LR\n")
    assert run("三网一库", "--format", "svg").startswith("<svg ")


def test_markup_of_a_users_file_is_shown_as_text(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(OWN, encoding="utf-8")
    out = run("[red]一网三库[/red]", "--file", str(path))
    assert "[red]一网三库[/red]" in out
    assert "[bold]政务外网" in out


def test_an_unknown_name_is_an_error_of_the_package() -> None:
    with pytest.raises(LookupError, match="九网十库"):
        CliRunner().invoke(app, ["九网十库"], catch_exceptions=False)
