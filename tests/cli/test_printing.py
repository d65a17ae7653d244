"""What stands in a text or in the name of a file, no terminal obeys and no spreadsheet calculates."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.cli.printing import cell, csv_lines, json_text, shown

from .conftest import Egovkit

_OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_BAD: Final = "\x1b[2J\x9b2J\x07\u202e\u2066\u2028\x7f"
_TEXT: Final = (
    f"云川市人民政府关于{_BAD}甲的通知\n云政发〔2020〕2号\n各区：\n"
    f'根据《=HYPERLINK("{_BAD}")条例》第三条，按照国办发[2014]66号{_BAD},制定本通知。《{_BAD}丙办法》同时废止。\n'
    f"一、总体{_BAD}要求\n"
    # A text that is full of them is none.
    + "各区县要认真贯彻执行，切实抓好落实，重要情况及时报告。\n" * 300
    + "云川市人民政府\n2020年1月2日\n"
)
_COMMANDS: Final = [
    ["read"],
    ["read", "--format", "json"],
    ["read", "--format", "jsonl"],
    ["cite"],
    ["cite", "--format", "csv"],
    ["cite", "--format", "dot"],
    ["check"],
    ["check", "--diff"],
    ["check", "--format", "json"],
    ["check", "--format", "sarif"],
    ["check", "--format", "junit"],
    ["check", "--format", "github"],
    ["check", "--format", "html"],
    ["verify"],
    ["verify", "--format", "json"],
    ["verify", "--format", "sarif"],
    ["convert", "--to", "txt"],
    ["convert", "--to", "md"],
    ["convert", "--to", "json"],
]


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    path = tmp_path / f"a{_BAD}\n[red]b.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
def test_no_command_prints_what_a_terminal_obeys(egovkit_command: Egovkit, hostile: str, command: list[str]) -> None:
    outcome = egovkit_command(command[0], hostile, *command[1:])
    assert outcome.code in {0, 1}
    assert outcome.out
    assert _OBEYED.search(outcome.out + outcome.err) is None


@pytest.mark.parametrize("command", [["check", "--diff"], ["convert", "--to", "txt"], ["cite", "--format", "dot"]])
def test_raw_is_as_it_is(egovkit_command: Egovkit, hostile: str, command: list[str]) -> None:
    assert "\u202e" in egovkit_command(command[0], hostile, *command[1:], "--raw").out


def test_a_file_is_converted_as_it_is(egovkit_command: Egovkit, hostile: str, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert egovkit_command("convert", hostile, "--to", "txt", "--out", str(out)).code == 0
    assert "\u202e" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command", [one for one in _COMMANDS if one[-1] in {"json", "sarif"} and one[0] != "verify"], ids=" ".join
)
def test_json_reads_back_as_it_was(egovkit_command: Egovkit, hostile: str, command: list[str]) -> None:
    outcome = egovkit_command(command[0], hostile, *command[1:])
    assert "\u202e" in json.dumps(outcome.json, ensure_ascii=False)


def test_junit_reads_back_as_it_was(egovkit_command: Egovkit, hostile: str) -> None:
    written = egovkit_command("check", hostile, "--format", "junit").out
    assert "\u202e" in "".join(suite.get("name", "") for suite in ET.fromstring(written))  # noqa: S314


def test_a_failure_is_one_line(egovkit_command: Egovkit) -> None:
    for command in ("read", "cite", "check", "convert"):
        outcome = egovkit_command(command, f"no{_BAD}\nfile\u202e")
        assert outcome.code == 2
        assert outcome.err.count("\n") == 1
        assert _OBEYED.search(outcome.err) is None


def test_a_title_that_is_a_formula_is_a_text_in_csv(egovkit_command: Egovkit, hostile: str) -> None:
    rows = list(csv.DictReader(StringIO(egovkit_command("cite", hostile, "--format", "csv").out)))
    assert any(row["target"].startswith("'=HYPERLINK") for row in rows)
    raw = list(csv.DictReader(StringIO(egovkit_command("cite", hostile, "--format", "csv", "--raw").out)))
    assert any(row["target"].startswith("=HYPERLINK") for row in raw)
    assert len(rows) == len(raw)


@pytest.mark.parametrize(
    "mark", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠", " =", "\r=", "\n@", "\x0b-", "\u3000="]
)
def test_what_begins_a_formula_is_quoted(mark: str) -> None:
    assert cell(f"{mark}1").lstrip("\r\n").startswith("'")
    assert cell(f"{mark}1", raw=True) == f"{mark}1"
    assert cell(f"甲{mark}1") == shown(" ".join(f"甲{mark}1".splitlines())) or "\t" in mark


@given(st.text())
def test_a_cell_is_one_harmless_line(text: str) -> None:
    assert _OBEYED.search(cell(text)) is None
    assert "\n" not in cell(text)
    [head, line] = csv_lines(["a"], [{"a": text}])
    assert [row["a"] for row in csv.DictReader(StringIO(f"{head}\r\n{line}\r\n"))] == ([cell(text)] if line else [])


@given(st.text(st.characters(), max_size=20))
def test_json_of_any_text_reads_back(text: str) -> None:
    # Halves of characters, too.
    for one in (text, f"{text}\ud800", f"\udfff{text}"):
        written = json_text({one: [one]})
        assert json.loads(written) == {one: [one]}
        assert _OBEYED.search(written) is None
        written.encode("utf-8")
