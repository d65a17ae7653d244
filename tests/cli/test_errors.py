"""Every failure is one line on stderr, nothing on stdout, exit code 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from egovkit.cli.sources import read_source
from egovkit.errors import ReadError
from egovkit.text import limits

from .conftest import Egovkit

BAD_FILES = {
    "empty.txt": (b"", "read.empty"),
    "blank.txt": (b"\xef\xbb\xbf \n", "read.empty"),
    "binary.txt": (b"\x7fELF\x02\x01\x01" + bytes(64), "read.binary"),
    "broken.txt": ("国办发".encode() + b"\xff\xfe\xff" + "〔2014〕66号".encode(), "read."),
}


def assert_one_line(code: int, out: str, err: str) -> None:
    assert code == 2
    assert out == ""
    assert err.startswith("egovkit: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["number", "国办发2014"],
        ["number", "第一行\n第二行"],
        ["number"],
        ["number", ""],
        ["read"],
        ["read", "--example", "some.txt"],
        ["read", "no/such/file.txt"],
        ["read", "no/such/folder/*.txt"],
        ["read", "--format", "yaml", "--example"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_every_failure_is_one_line(arguments: list[str], egovkit_command: Egovkit) -> None:
    outcome = egovkit_command(*arguments)
    assert_one_line(outcome.code, outcome.out, outcome.err)


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_cannot_be_read_says_why(name: str, tmp_path: Path, egovkit_command: Egovkit) -> None:
    content, code = BAD_FILES[name]
    path = tmp_path / name
    path.write_bytes(content)
    outcome = egovkit_command("read", str(path))
    assert_one_line(outcome.code, outcome.out, outcome.err)
    assert code in outcome.err


def test_empty_stdin_says_why(egovkit_command: Egovkit) -> None:
    outcome = egovkit_command("read", "-", stdin=b"")
    assert_one_line(outcome.code, outcome.out, outcome.err)
    assert "read.empty" in outcome.err


def test_a_missing_file_is_named(egovkit_command: Egovkit) -> None:
    assert "no/such/file.txt" in egovkit_command("read", "no/such/file.txt").err


def test_a_bad_number_names_its_code_and_place(egovkit_command: Egovkit) -> None:
    error = egovkit_command("number", "国办发〔2014〕0号").err
    assert "number.serial" in error
    assert "characters 9 to 10" in error


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    command = [sys.executable, "-m", "egovkit", "read", "--example", "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_stdin_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("egovkit.cli.sources.sys.stdin", None)
    with pytest.raises(ReadError, match=r"read\.stdin"):
        read_source("-")


def test_stdin_is_read_to_the_bound_only(egovkit_command: Egovkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FILE", 10)
    outcome = egovkit_command("read", "-", stdin="各区人民政府".encode())
    assert_one_line(outcome.code, outcome.out, outcome.err)
    assert "read.size" in outcome.err


@pytest.mark.parametrize(("encoding", "code"), [("cp1252", 2), ("gb18030", 0)])
def test_an_encoding_that_the_user_chose(encoding: str, code: int) -> None:
    command = [sys.executable, "-m", "egovkit", "number", "国办发〔2014〕66号"]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == code
    assert done.stderr.count(b"\n") == (code > 0)
    assert code or "国办发〔2014〕66号" in done.stdout.decode(encoding)


@pytest.mark.parametrize("fault", [KeyError("x"), RecursionError(), MemoryError(), AssertionError()])
def test_a_fault_of_ours_is_no_finding(
    egovkit_command: Egovkit, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(_: object) -> None:
        raise fault

    monkeypatch.setattr("egovkit.cli.read.Reading.as_json", fail)
    outcome = egovkit_command("read", "--example", "--format", "json")
    assert_one_line(outcome.code, outcome.out, outcome.err)


def test_a_pipe_is_utf_8_whatever_the_locale() -> None:
    command = [sys.executable, "-m", "egovkit", "read", "--example", "--format", "json"]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment.pop("PYTHONIOENCODING", None)
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert json.loads(done.stdout.decode())["source"] == "example"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "egovkit", "number", "国办发〔2014〕66号"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
