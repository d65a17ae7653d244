"""The parts of a dataset: each row in one, in order, and the last ones small, so that no worker waits long for another."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.corpus import row_groups, streams
from egovkit.corpus.row_groups import Left, RowGroup
from egovkit.corpus.slices import Slice, halves, read, slices

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
COLUMNS = ("text", "id")
MIB = 2**20


def parts_of(paths: Sequence[str], chunk_bytes: int, workers: int) -> list[Slice]:
    return list(slices(Left(row_groups.row_groups(paths), chunk_bytes, workers), chunk_bytes, COLUMNS))


def texts_in(part: Slice) -> list[str]:
    again: Slice = pickle.loads(pickle.dumps(part))  # noqa: S301  (what we pickled)
    return [text for batch in read(again, COLUMNS) for text in batch.column("text").to_pylist()]


@settings(max_examples=40)
@given(
    files=st.lists(st.lists(st.integers(0, 40), max_size=6), min_size=1, max_size=3),
    chunk_bytes=st.integers(-1, 3000),
    workers=st.integers(1, 4),
    least=st.integers(1, 300),
)
def test_each_row_is_in_one_part_and_in_order(
    files: list[list[int]], chunk_bytes: int, workers: int, least: int
) -> None:
    schema = pa.schema([("text", pa.string())])
    expected: list[str] = []
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_groups, "_LEAST", least)
        paths = [f"{folder}/{place}.parquet" for place in range(len(files))]
        for path, groups in zip(paths, files, strict=True):
            with pq.ParquetWriter(path, schema) as writer:
                for rows in groups:
                    texts = [f"第{len(expected) + row}行" for row in range(rows)]
                    writer.write_table(pa.table({"text": texts}, schema=schema))
                    expected += texts
        found: list[str] = []
        for part in parts_of(paths, chunk_bytes, workers):
            assert part.first == len(found)
            texts = texts_in(part)
            assert texts
            found += texts
    assert found == expected


def simulated(costs: list[int], workers: int) -> int:
    """How long the first worker to end waits for the last, where each takes the next part when it is free."""
    free = [0] * workers
    for cost in costs:
        free[free.index(min(free))] += cost
    return max(free) - min(free)


@pytest.mark.parametrize("workers", [2, 3, 8])
@pytest.mark.parametrize("group", [MIB // 2, 3 * MIB, 20 * MIB])
@pytest.mark.parametrize("chunk", [4 * MIB, 16 * MIB])
def test_the_parts_get_smaller_towards_the_end(workers: int, group: int, chunk: int) -> None:
    groups = [RowGroup("a.parquet", place, 256, group) for place in range(200 * MIB // group)]
    left = Left(groups, chunk, workers)
    sizes: list[int] = []
    while (more := left.group) is not None:
        rows = max(1, more.rows * left.share // more.size)
        sizes.append(left.take(rows).size)
    assert sum(sizes) == sum(each.size for each in groups)
    assert max(sizes) <= chunk
    assert max(sizes[-workers:]) <= MIB // 2
    # A worker that ends last had no more to do than the smallest parts, however many there are.
    assert simulated(sizes, workers) <= MIB // 2


def test_no_more_row_groups_are_looked_at_than_decide_a_part() -> None:
    seen: list[int] = []

    def groups(size: int) -> Iterator[RowGroup]:
        for place in range(10**6):
            seen.append(place)
            yield RowGroup(f"{place}", 0, 9, size)

    def many(size: int) -> Left:
        seen.clear()
        return Left(groups(size), 4 * MIB, 2)

    assert many(MIB).share == 4 * MIB
    assert len(seen) <= 16
    assert many(10).share == 4 * MIB
    assert len(seen) <= 128


@pytest.mark.parametrize(("parts", "travel"), [(0.6, False), (3, True)])
def test_a_row_group_travels_only_where_it_is_much_larger_than_a_part(
    tmp_path: Path, parts: float, travel: bool
) -> None:
    path = str(tmp_path / "one.parquet")
    pq.write_table(
        pa.table({"id": list(map(str, range(90))), "text": [f"第{place}行" * 9 for place in range(90)]}), path
    )
    size = pq.read_metadata(path).row_group(0).total_byte_size
    found = parts_of([path], int(size / (2 * parts)), 1)
    assert [part.rows is not None for part in found] == [travel] * len(found)
    assert (len(found) > 1) is travel


def test_half_of_a_part_travels_as_half(tmp_path: Path) -> None:
    path = str(tmp_path / "one.parquet")
    pq.write_table(pa.table({"text": [f"第{place}行" * 999 for place in range(64)]}), path)
    whole = Slice(path, (0,), 0)
    parts = halves(halves(whole, COLUMNS)[1], COLUMNS)
    assert [part.first for part in parts] == [32, 48]
    assert len(pickle.dumps(parts[1])) < len(pickle.dumps(halves(whole, COLUMNS)[0])) * 0.6
    assert texts_in(parts[1]) == texts_in(whole)[48:]


def test_an_arrow_that_needs_numpy_ends_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(name: str) -> None:
        raise ImportError(name)

    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    monkeypatch.setattr(streams, "import_module", refused)
    streams.load_arrow(bare=True)
    assert "numpy" not in sys.modules


def test_a_worker_loads_neither_numpy_nor_pandas(tmp_path: Path) -> None:
    path = str(tmp_path / "one.parquet")
    pq.write_table(pa.table({"text": ["见国办发〔2014〕66号"]}), path)
    program = """
import sys
from egovkit.corpus.datasets import scan_slice
from egovkit.corpus.slices import Slice
from egovkit.corpus.streams import load_arrow
load_arrow(bare=True)
found = scan_slice(Slice(sys.argv[1], (0,), 0), what="citations", text="text", id="id", plain=False)
assert found[0].num_rows == 1, found
print(*sys.modules.keys() & {"numpy", "pandas"})
import numpy
"""
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
