"""`egovkit corpus`, and the network of `egovkit cite --to`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from .conftest import Egovkit

pq = pytest.importorskip("pyarrow.parquet")
ONE = "云川市人民政府关于甲的通知\n云政发〔2020〕2号\n各区：\n根据《中华人民共和国档案法》第三条，制定本通知。\n"
OTHER = "关于乙的说明\n按照《云川市人民政府关于甲的通知》（云政发〔2020〕2号）办理。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    return folder


def test_it_says_what_it_did(folder: Path, tmp_path: Path, egovkit_command: Egovkit) -> None:
    out = str(tmp_path / "out")
    first = egovkit_command("corpus", str(folder), "-o", out, "--jobs", "1")
    assert (first.code, first.err) == (0, "")
    assert "2 files: 2 read, 0 as before, of these 0 not to be read; 2 citations" in first.out
    assert first.out.endswith("documents.parquet, citations.parquet, errors.csv\n")
    again = egovkit_command("corpus", str(folder / "*.txt"), "-o", out, "--jobs", "1")
    assert "0 read, 2 as before" in again.out
    assert pq.read_table(tmp_path / "out" / "documents.parquet").num_rows == 2


def test_what_cannot_be_read_is_named(folder: Path, tmp_path: Path, egovkit_command: Egovkit) -> None:
    (folder / "bad.txt").write_bytes(b"")
    outcome = egovkit_command("corpus", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1")
    assert outcome.code == 2
    assert "bad.txt: there is nothing in it" in outcome.err
    assert pq.read_table(tmp_path / "out" / "documents.parquet").num_rows == 3


@pytest.mark.skipif(sys.platform != "linux", reason="pipes, and names that are no text, are of Linux")
def test_what_is_no_file_of_its_own_ends_by_itself(folder: Path, tmp_path: Path, egovkit_command: Egovkit) -> None:
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "gone.txt").symlink_to("nothing.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / os.fsdecode(b"bad\xff.txt")).write_text(OTHER, encoding="utf-8")
    for _ in range(2):
        outcome = egovkit_command("corpus", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1")
        assert outcome.code == 2
        assert "pipe.txt" in outcome.err
        assert "loop.txt" in outcome.err
        assert "please report" not in outcome.err
    assert pq.read_table(tmp_path / "out" / "documents.parquet").num_rows >= 5


def test_its_own_tables_are_not_read(folder: Path, egovkit_command: Egovkit) -> None:
    for _ in range(2):
        outcome = egovkit_command("corpus", str(folder), "-o", str(folder / "out"), "--jobs", "1")
        assert "2 files" in outcome.out


@pytest.mark.parametrize("to", ["gexf", "graphml"])
def test_the_network_is_a_graph_file(folder: Path, egovkit_command: Egovkit, tmp_path: Path, to: str) -> None:
    printed = egovkit_command("cite", str(folder), "--to", to)
    assert printed.code == 0
    root = ET.fromstring(printed.out.encode())  # noqa: S314  (what we wrote ourselves)
    assert sum(each.tag.endswith("}edge") for each in root.iter()) == 2
    assert sum(each.tag.endswith("}node") for each in root.iter()) == 3
    path = tmp_path / "graph.xml"
    assert egovkit_command("cite", str(folder), "--to", to, "-o", str(path)).out == ""
    assert path.read_text(encoding="utf-8") == printed.out


def test_the_network_is_csv_dot_and_parquet(folder: Path, egovkit_command: Egovkit, tmp_path: Path) -> None:
    lines = egovkit_command("cite", str(folder), "--to", "csv").out.splitlines()
    assert lines[0].startswith("source,target,relation")
    assert lines[2].startswith("关于乙的说明,云政发〔2020〕2号,basis")
    assert egovkit_command("cite", str(folder), "--to", "dot").out.count("->") == 2
    path = tmp_path / "edges.parquet"
    assert egovkit_command("cite", str(folder), "--to", "parquet", "-o", str(path)).code == 0
    assert pq.read_table(path).num_rows == 2
    refused = egovkit_command("cite", str(folder), "--to", "parquet")
    assert refused.code == 2
    assert "name a file" in refused.err


def test_the_database_is_named_where_it_was_written(folder: Path, tmp_path: Path, egovkit_command: Egovkit) -> None:
    pytest.importorskip("duckdb")
    outcome = egovkit_command("corpus", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1", "--duckdb")
    assert outcome.out.endswith("citations.parquet, errors.csv, corpus.duckdb\n")
    assert (tmp_path / "out" / "corpus.duckdb").is_file()
