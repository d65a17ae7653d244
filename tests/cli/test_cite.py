from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from egovkit.cli import cite as command
from egovkit.cli.sources import read_source
from egovkit.interchange.source_text import Source

from .conftest import Egovkit

ONE = "云川市人民政府关于甲的通知\n云政发〔2020〕2号\n各区：\n根据《乙条例》第三条，制定本通知。《丙办法》同时废止。\n"
OTHER = "根据《乙条例》，办理。\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "one.txt", tmp_path / "other.txt"]
    for path, text in zip(paths, (ONE, OTHER), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def cite(egovkit_command: Egovkit) -> Run:
    def run(*arguments: str) -> tuple[int, str]:
        outcome = egovkit_command("cite", *arguments)
        return outcome.code, outcome.out

    return run


def test_jsonl_has_one_edge_a_line(cite: Run, files: list[str]) -> None:
    code, out = cite(*files)
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(e["source"], e["relation"], e["target"]) for e in found][:2] == [
        ("云政发〔2020〕2号", "basis", "乙条例"),
        ("云政发〔2020〕2号", "repeal", "丙办法"),
    ]
    assert found[-1]["target"] == "乙条例"
    assert len(found) == 3


def test_csv_has_a_heading_and_one_edge_a_row(cite: Run, files: list[str]) -> None:
    code, out = cite(*files, "--format", "csv")
    found = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [row["pinpoints"] for row in found] == ["第三条", "", ""]


def test_dot_is_one_graph_of_all_files(cite: Run, files: list[str]) -> None:
    code, out = cite(*files, "--format", "dot")
    assert code == 0
    assert out.startswith("digraph")
    assert out.count("->") == 3


def test_a_file_that_cannot_be_read_does_not_stop_the_others(cite: Run, files: list[str], tmp_path: Path) -> None:
    code, out = cite(str(tmp_path / "missing.txt"), *files)
    assert code == 2
    assert len([line for line in out.splitlines() if line.startswith("{")]) == 3


def test_a_value_read_wrongly_costs_its_own_file_only(
    cite: Run, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_other(name: str) -> Source:
        if name == files[0]:
            raise ValueError("first line\nsecond line")
        return read_source(name)

    monkeypatch.setattr(command, "read_source", fail_on_other)
    code, out = cite(*files)
    assert code == 2
    assert [json.loads(line)["target"] for line in out.splitlines() if line.startswith("{")] == ["乙条例"]
