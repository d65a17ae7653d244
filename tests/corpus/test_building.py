"""A folder of files as tables: resumed, with errors as rows, the same by any number of processes."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from egovkit.corpus import building, kept_parts, tables
from egovkit.corpus.building import Built, build
from egovkit.corpus.corpus import Corpus
from egovkit.corpus.sharing import DIED
from egovkit.interchange.files import named_files
from egovkit.messages import Words
from tests.cli.conftest import egovkit_command

from .conftest import CorpusDocument
from .mixed_files import write_mixed

__all__ = ["egovkit_command"]
pq = pytest.importorskip("pyarrow.parquet")
NOTICE = "云川市人民政府关于做好森林草原防火工作的通知"
TEXTS = {
    "notice.txt": f"{NOTICE}\n云政发〔2020〕2号\n各区：\n根据《中华人民共和国档案法》第三条，请执行。\n云川市人民政府\n2020年3月1日",
    "sub/later.txt": f"关于落实防火工作的通知\n按照《{NOTICE}》（云政发〔2020〕2号）第一条，本《通知》自印发之日起执行。\n云川市林业局\n2021年2月1日",
    "empty.txt": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "in"


def built(folder: Path, out: Path, **options: Any) -> Built:
    *steps, last = build(named_files([str(folder)]), out, **options)
    assert isinstance(last, Built)
    counts = [step for step in steps if isinstance(step, tuple)]
    assert counts == sorted(counts)
    assert counts[-1] == (last.files, last.files)
    return last


def test_a_folder_is_tables_with_errors_as_rows(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = built(folder, out, jobs=1)
    assert (result.files, result.read, result.failed, result.documents) == (3, 3, 1, 3)
    documents = pq.read_table(out / "documents.parquet")
    assert documents.schema.equals(tables.schema("documents", keys=True))
    by_name = {Path(row["id"]).name: row for row in documents.to_pylist()}
    assert by_name["notice.txt"]["key"] == "云政发〔2020〕2号"
    assert by_name["empty.txt"]["error"]["code"] == "read.empty"
    assert by_name["empty.txt"]["key"] is None
    citations = pq.read_table(out / "citations.parquet")
    assert citations.schema.equals(tables.schema("citations", keys=True))
    found = [(row["citing"], row["cited"], row["relation"], str(row["day"])) for row in citations.to_pylist()]
    assert found == [
        ("云政发〔2020〕2号", "中华人民共和国档案法", "basis", "2020-03-01"),
        ("关于落实防火工作的通知", "云政发〔2020〕2号", "basis", "2021-02-01"),
        ("关于落实防火工作的通知", "关于落实防火工作的通知", "mention", "2021-02-01"),
    ]
    with (out / "errors.csv").open(encoding="utf-8", newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == ["read.empty"]


def test_a_file_that_ends_its_process_costs_no_other(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        (folder / f"more{number}.txt").write_text(f"关于第{number}件事的通知\n各县：\n请执行。\n", encoding="utf-8")

    def dying(
        do: Callable[[Any], str], tasks: Any, _jobs: int, failed: Callable[[Any, Words], str], parted: Any
    ) -> Iterator[str]:
        for task in (part for several in tasks for part in parted(several)):
            yield failed(task, DIED) if task[0].name.endswith("more4.txt") else do(task)

    monkeypatch.setattr(building, "shared", dying)
    out = tmp_path / "out"
    assert built(folder, out, jobs=1).files == 12
    with (out / "errors.csv").open(encoding="utf-8", newline="") as file:
        rows = [(Path(row["id"]).name, row["code"]) for row in csv.DictReader(file)]
    assert sorted(rows) == [("empty.txt", "read.empty"), ("more4.txt", "read.died")]
    assert len(pq.read_table(out / "documents.parquet").to_pylist()) == 12


def test_what_has_not_changed_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(folder, out, jobs=1)
    before = pq.read_table(out / "documents.parquet").to_pylist()
    again = built(folder, out, jobs=1)
    assert (again.read, again.files) == (0, 3)
    assert pq.read_table(out / "documents.parquet").to_pylist() == before
    (folder / "new.txt").write_text("按照云政发〔2020〕2号执行。", encoding="utf-8")
    (folder / "notice.txt").unlink()
    changed = built(folder, out, jobs=1)
    assert (changed.read, changed.documents) == (1, 3)
    names = [Path(row["id"]).name for row in pq.read_table(out / "documents.parquet").to_pylist()]
    assert sorted(names) == ["empty.txt", "later.txt", "new.txt"]


def test_an_interruption_costs_the_part_that_was_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(building, "_FILES", 1)
    steps = build(named_files([str(folder)]), out, jobs=1)
    assert [next(steps) for _ in range(3)] == [(0, 3), (1, 3), (2, 3)]
    del steps
    assert not (out / "documents.parquet").exists()
    assert built(folder, out, jobs=1).read == 1


def test_another_version_reads_anew(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    built(folder, out, jobs=1)
    monkeypatch.setattr(kept_parts, "__version__", "99")
    assert built(folder, out, jobs=1).read == 3


def test_the_tables_say_what_a_corpus_says(folder: Path, tmp_path: Path) -> None:
    built(folder, tmp_path / "out", jobs=2)
    corpus = Corpus.read(folder)
    rows = pq.read_table(tmp_path / "out" / "citations.parquet").to_pylist()
    assert [(row["citing"], row["cited"], row["confidence"]) for row in rows] == [
        (one.source, one.target, one.confidence) for one in corpus.citations
    ]
    documents = pq.read_table(tmp_path / "out" / "documents.parquet").to_pylist()
    assert [(row["id"], row["key"], row["level"]) for row in documents] == [
        (one.id, one.key, one.level) for one in corpus.documents
    ]


def test_duckdb_has_them_too(folder: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    built(folder, tmp_path / "out", jobs=1, duckdb=True)
    with duckdb.connect(str(tmp_path / "out" / "corpus.duckdb"), read_only=True) as connection:
        count = "select count(*), count(error) from documents"
        assert connection.execute(count).fetchall() == [(3, 1)]
        joined = "select title from documents join (select distinct cited from citations) on key = cited order by row"
        assert (NOTICE,) in connection.execute(joined).fetchall()


def mixed(documents: list[CorpusDocument], folder: Path, many: int) -> dict[str, int]:
    step = max(1, len(documents) // many)
    return write_mixed((one.text for one in documents[::step][:many]), folder)


@pytest.mark.corpus
def test_mixed_files_go_into_parquet_and_duckdb(
    documents: list[CorpusDocument], tmp_path: Path, egovkit_command: Callable[..., Any]
) -> None:
    for library in ("duckdb", "docx", "reportlab", "lxml", "pypdfium2"):
        pytest.importorskip(library)
    counts = mixed(documents, tmp_path / "in", 60)
    out = tmp_path / "out"
    outcome = egovkit_command("corpus", str(tmp_path / "in"), "-o", str(out), "--duckdb", "--jobs", "2")
    assert outcome.code == 2, outcome.err
    table = pq.read_table(out / "documents.parquet")
    assert table.num_rows == sum(counts.values())
    failed = table.column("error").drop_null()
    assert len(failed) == counts["broken"]
    assert {row["code"].partition(".")[0] for row in failed.to_pylist()} == {"read"}
    assert pq.read_table(out / "citations.parquet").num_rows > 50
    assert (out / "corpus.duckdb").stat().st_size > 0
