"""`egovkit convert`: one document, three targets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from egovkit.cli.convert import convert
from egovkit.documents.document import PolicyDocument
from tests.interchange.files import PAGE, PAGE_TEXT

_APP = typer.Typer()
_APP.command()(convert)


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode("gb18030"))
    return str(path)


def test_text(page: str) -> None:
    assert CliRunner().invoke(_APP, [page, "--to", "txt"]).output == PAGE_TEXT + "\n"


def test_json_is_the_default_and_reads_back(page: str) -> None:
    written = CliRunner().invoke(_APP, [page]).output
    assert json.loads(written)["number"] == "云川政办发〔2020〕8号"
    assert PolicyDocument.model_validate_json(written) == PolicyDocument.parse(PAGE_TEXT)


def test_markdown_to_a_file(page: str, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert CliRunner().invoke(_APP, [page, "--to", "md", "--out", str(out)]).output == ""
    assert "# 关于推进政务数据共享的实施意见" in out.read_text(encoding="utf-8")


def test_stdin() -> None:
    assert CliRunner().invoke(_APP, ["-", "--to", "txt"], input="国发〔2016〕51号").output == "国发〔2016〕51号\n"


@pytest.mark.parametrize(("to", "first"), [("ris", "TY  - GOVDOC"), ("bib", "@misc{云川政办发20208,")])
def test_records(page: str, to: str, first: str) -> None:
    assert CliRunner().invoke(_APP, [page, "--to", to]).output.startswith(first)


def test_a_format_that_is_none_is_refused_by_name(page: str) -> None:
    refused = CliRunner().invoke(_APP, [page, "--to", "docx"])
    assert refused.exit_code == 2
    assert "json, md, txt, ris, bib" in refused.output.replace("\n", " ").replace("│ ", "").replace("  ", " ")
