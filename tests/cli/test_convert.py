"""`egovkit convert`: one document, three targets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from egovkit.documents.document import PolicyDocument
from egovkit.interchange.reading import read
from tests.interchange.files import PAGE, PAGE_TEXT

from .conftest import Egovkit


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode("gb18030"))
    return str(path)


def test_text(egovkit_command: Egovkit, page: str) -> None:
    assert egovkit_command("convert", page, "--to", "txt").out == PAGE_TEXT + "\n"


def test_json_is_the_default_and_reads_back(egovkit_command: Egovkit, page: str) -> None:
    written = egovkit_command("convert", page).out
    assert json.loads(written)["number"] == "云川政办发〔2020〕8号"
    assert PolicyDocument.model_validate_json(written) == PolicyDocument.parse(PAGE_TEXT)


def test_markdown_to_a_file(egovkit_command: Egovkit, page: str, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    assert egovkit_command("convert", page, "--to", "md", "--out", str(out)).out == ""
    assert "# 关于推进政务数据共享的实施意见" in out.read_text(encoding="utf-8")


def test_stdin(egovkit_command: Egovkit) -> None:
    outcome = egovkit_command("convert", "-", "--to", "txt", stdin="国发〔2016〕51号".encode())
    assert outcome.out == "国发〔2016〕51号\n"


@pytest.mark.parametrize(("to", "first"), [("ris", "TY  - GOVDOC"), ("bib", "@misc{云川政办发20208,")])
def test_records(egovkit_command: Egovkit, page: str, to: str, first: str) -> None:
    assert egovkit_command("convert", page, "--to", to).out.startswith(first)


def test_a_format_that_is_none_is_refused_by_name(egovkit_command: Egovkit, page: str) -> None:
    refused = egovkit_command("convert", page, "--to", "xlsx")
    assert refused.code == 2
    assert "json, md, txt, ris, bib" in refused.err


def test_several_are_written_into_a_folder(egovkit_command: Egovkit, page: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "a.md", "b.txt"):
        (tmp_path / "in" / name).write_text(PAGE_TEXT, encoding="utf-8")
    out = tmp_path / "out"
    assert egovkit_command("convert", str(tmp_path / "in"), page, "-f", "txt").code == 2
    assert egovkit_command("convert", str(tmp_path / "in"), page, "-f", "txt", "-o", str(out)).code == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.md.txt", "a.txt.txt", "b.txt", "page.txt"]


def test_two_of_one_name_are_not_written_over_each_other(egovkit_command: Egovkit, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("正文", encoding="utf-8")
    outcome = egovkit_command("convert", str(tmp_path), "-o", str(tmp_path / "out"))
    assert outcome.code == 2
    assert "two files" in outcome.err


def test_a_docx_is_written_by_the_ending_of_its_name(egovkit_command: Egovkit, page: str, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert egovkit_command("convert", page, "-o", str(out), "--form", "letter", "--mark", "甲局、乙局").code == 0
    text = read(out)
    assert text.startswith("甲局\n云川政办发〔2020〕8号\n")
    assert PolicyDocument.parse(text).title == PolicyDocument.parse(PAGE_TEXT).title


def test_a_docx_is_no_text(egovkit_command: Egovkit, page: str) -> None:
    assert "--output" in egovkit_command("convert", page, "--to", "docx").err
    refused = egovkit_command("convert", page, "--form", "letter")
    assert (refused.code, "docx" in refused.err) == (2, True)


def test_several_are_written_as_docx(egovkit_command: Egovkit, page: str, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(PAGE_TEXT, encoding="utf-8")
    assert (
        egovkit_command("convert", page, str(tmp_path / "b.txt"), "--to", "docx", "-o", str(tmp_path / "out")).code == 0
    )
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["b.docx", "page.docx"]
