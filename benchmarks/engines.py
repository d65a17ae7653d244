"""What engines that take Arrow batches cost: the Arrow way beside bare calls, two processes beside one, Spark and its like."""

from __future__ import annotations

import gc
import gzip
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks import processes
from benchmarks.clock import best_of_each
from benchmarks.table import Row
from egovkit.corpus import batches, tables
from egovkit.interchange.extras import extra

ROOT = Path(__file__).resolve().parents[1]
WHATS = ("numbers", "dates", "citations", "documents")
_IN_TURN = ("citations", "documents", "citations", "findings", "citations", "documents")


def measure(corpus: Path, rounds: int = 3, copies: int = 6, large: int = 8) -> dict[str, list[Row]]:
    """Measure on the texts of the corpus, `copies` times over for engines, and `large` times that for one process of many."""
    pa = extra("pyarrow", "arrow", "to measure engines")
    texts = _texts(corpus)
    batch = pa.record_batch({"id": [str(place) for place in range(len(texts))], "text": texts})
    size = sum(len(text.encode()) for text in texts) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.parquet"
        parquet = extra("pyarrow.parquet", "arrow", "to measure engines")
        few = Path(folder) / "few.parquet"
        with parquet.ParquetWriter(path, batch.schema) as writer:
            for _ in range(copies):
                writer.write_batch(batch, row_group_size=256)
        parquet.write_table(pa.Table.from_batches([batch.slice(0, 1)]), few)
        return {
            "Arrow batches beside bare calls": [_beside(batch, what, size, rounds) for what in WHATS],
            "Processes on a large dataset": processes.measure(
                few, path, size * copies, "citations", min(rounds, 2), large
            ),
            "Engines on the same Parquet": list(_engines(path, size * copies, "citations", rounds)),
        }


def _texts(corpus: Path) -> list[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _beside(batch: Any, what: str, size: float, rounds: int) -> Row:
    """Both begin with the batch: a bare call takes its texts from it, and keeps what it finds."""
    find = batches.KINDS[what]
    bare, arrow = best_of_each(
        [
            lambda: [find(text) for text in batch.column("text").to_pylist()],
            lambda: batches.scan(batch, what),
        ],
        rounds,
    )
    return {
        "what": what,
        "bare calls MB/s": f"{size / bare:.1f}",
        "Arrow MB/s": f"{size / arrow:.1f}",
        "ratio": f"{bare / arrow:.2f}",
    }


def _engines(path: Path, size: float, what: str, rounds: int) -> Iterator[Row]:
    calls: dict[str, Callable[[], int]] = {
        "one process": partial(_dataset, path, what, 1),
        "two processes": partial(_dataset, path, what, 2),
        "polars map_batches": partial(_polars, path, what),
        "DuckDB reader": partial(_duckdb, path, what),
        "pandas": partial(_pandas, path, what),
    }
    if shutil.which("java") is not None:
        calls["Spark local[2], warm"] = _spark(path, what)
    taken: dict[str, float] = {}
    spent: dict[str, float] = {}
    found: dict[str, int] = {}
    for _ in range(rounds):
        for name, call in calls.items():
            gc.collect()
            started, before = perf_counter(), sum(os.times()[:4])
            found[name] = call()
            taken[name] = min(taken.get(name, float("inf")), perf_counter() - started)
            spent[name] = min(spent.get(name, float("inf")), sum(os.times()[:4]) - before)
    for name, seconds in taken.items():
        yield {
            "engine": name,
            "rows": f"{found[name]:,}",
            "MB/s": f"{size / seconds:.1f}",
            "to one process": f"{taken['one process'] / seconds:.2f}",
            # What Spark's own processes take is not seen from here.
            "MB per core second": "" if name.startswith("Spark") else f"{size / spent[name]:.1f}",
        }


def _rows(found: Iterable[Any]) -> int:
    return sum(batch.num_rows for batch in found)


def _dataset(path: Path, what: str, workers: int) -> int:
    return _rows(batches.scan_dataset(path, what, workers=workers, chunk_bytes=4 * 2**20))


def _polars(path: Path, what: str) -> int:
    polars = extra("polars", "test", "to measure polars")
    schema = polars.from_arrow(tables.schema(what).empty_table()).schema
    frame = polars.scan_parquet(path).map_batches(
        lambda part: polars.from_arrow(batches.scan(part, what)), schema=schema
    )
    return int(frame.collect().height)


def _duckdb(path: Path, what: str) -> int:
    duckdb = extra("duckdb", "test", "to measure DuckDB")
    with duckdb.connect() as connection:
        reader = connection.sql(f"select id, text from read_parquet('{path}')").to_arrow_reader(1024)  # noqa: S608
        return _rows(batches.scan(part, what) for part in reader)


def _pandas(path: Path, what: str) -> int:
    pandas = extra("pandas", "test", "to measure pandas")
    return int(batches.scan(pandas.read_parquet(path), what).num_rows)


def _spark(path: Path, what: str) -> Callable[[], int]:
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    sql = extra("pyspark.sql", "test", "to measure Spark")
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.log.level", "ERROR")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .config("spark.sql.files.maxPartitionBytes", str(4 * 2**20))
        .getOrCreate()
    )

    def count() -> int:
        frame = session.read.parquet(str(path))
        found = frame.mapInArrow(
            lambda parts: (batches.scan(part, what, plain=True) for part in parts), tables.ddl(what)
        )
        return int(found.count())

    count()
    return count


def flat_memory(corpus: Path, documents: int = 200_000, every: bool = False) -> list[Row]:
    """Scan many documents in one process, and say how much memory it takes at twenty points of the way.

    Of six parts of 500 one is checked, two are parsed and three searched for citations, since to check takes ten times
    as long as to search; with `every` each is parsed and checked, in three times the time.
    """
    texts = _texts(corpus)
    pa = extra("pyarrow", "arrow", "to measure memory")
    rows: list[Row] = []
    done = point = 0
    while done < documents:
        part = pa.record_batch({"text": [texts[(done + place) % len(texts)] for place in range(500)]})
        for what in ("documents", "findings") if every else (_IN_TURN[done // 500 % len(_IN_TURN)],):
            batches.scan(part, what)
        done += 500
        if done >= documents * (point + 1) // 20:
            point += 1
            held = pa.total_allocated_bytes() / 1e6
            rows.append(
                {"documents": f"{done:,}", "resident MB": f"{_resident():.0f}", "of it Arrow's MB": f"{held:.0f}"}
            )
    return rows


def _resident() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000
