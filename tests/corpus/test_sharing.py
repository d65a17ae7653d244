"""Work of many processes: in order, whoever dies, and no more taken than is worked on."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.corpus import datasets, sharing
from egovkit.corpus.row_groups import Left, row_groups
from egovkit.corpus.sharing import DIED, shared, singly
from egovkit.corpus.slices import Slice, halves, read, slices
from egovkit.messages import Words

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


class _Died(BaseException):
    """A process ends."""


class _Pool:
    """A pool of processes in this one: once a task ends its process, what is not done is lost and no more is taken."""

    def __init__(self, _jobs: int, **_: object) -> None:
        self.broken = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def shutdown(self, **_: object) -> None:
        """Nothing is open."""

    def submit(self, do: Callable[[Any], Any], task: Any) -> Future[Any]:
        if self.broken:
            raise BrokenProcessPool
        future = Future[Any]()
        try:
            future.set_result(do(task))
        except _Died:
            self.broken = True
            future.set_exception(BrokenProcessPool())
        return future


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "ProcessPoolExecutor", _Pool)


def _do(names: tuple[str, ...]) -> list[str]:
    if any(name.startswith("die") for name in names):
        raise _Died
    return [f"did {name}" for name in names]


def _failed(names: tuple[str, ...], trouble: Words) -> list[str]:
    assert trouble is DIED
    return [f"no {name}" for name in names]


@given(st.lists(st.booleans(), max_size=40), st.integers(1, 5), st.integers(2, 4))
def test_one_of_several_that_ends_its_process_costs_no_other(dying: list[bool], size: int, jobs: int) -> None:
    names = [f"die {n}" if dies else str(n) for n, dies in enumerate(dying)]
    tasks = [tuple(names[at : at + size]) for at in range(0, len(names), size)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "ProcessPoolExecutor", _Pool)
        found = [one for results in shared(_do, tasks, jobs, _failed, singly) for one in results]
    assert found == [f"{'no' if dies else 'did'} {name}" for name, dies in zip(names, dying, strict=True)]


@pytest.mark.usefixtures("pool")
def test_what_has_no_parts_fails_whole() -> None:
    assert list(shared(_do, [("1",), ("2", "die")], 2, _failed)) == [["did 1"], ["no 2", "no die"]]


@pytest.mark.usefixtures("pool")
def test_no_more_is_taken_than_is_worked_on() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[tuple[str, ...]]:
        for n in range(100):
            taken.append(n)
            yield (str(n),)

    results = shared(_do, tasks(), 2, _failed)
    assert [next(results) for _ in range(2)] == [["did 0"], ["did 1"]]
    assert len(taken) < 12


@pytest.mark.usefixtures("pool")
@pytest.mark.parametrize("chunk_bytes", [1, 10**9])
def test_a_row_that_ends_its_process_costs_no_other_row(tmp_path: Path, chunk_bytes: int) -> None:
    texts = [f"die {n}" if n in (0, 5) else str(n) for n in range(12)]
    path = tmp_path / "texts.parquet"
    pq.write_table(pa.table({"text": texts}), path, row_group_size=6)
    columns = ("text",)

    def scan(part: Slice) -> list[str]:
        return _do(tuple(text for batch in read(part, columns) for text in batch.column("text").to_pylist()))

    def failed(part: Slice, trouble: Words) -> list[str]:
        [table] = datasets._died(part, trouble, what="numbers", plain=False)
        [row] = table.to_pylist()
        assert row["error"]["code"] == "read.died"
        return [f"no die {row['row']}"]

    parts = slices(Left(row_groups([str(path)]), chunk_bytes, 2), chunk_bytes, columns)
    found = shared(scan, parts, 2, failed, partial(halves, columns=columns))
    assert [one for part in found for one in part] == [
        f"{'no' if text.startswith('die') else 'did'} {text}" for text in texts
    ]


def _end(name: str) -> str:
    if name == "die":
        os._exit(1)
    return f"did {name}"


def test_real_processes_end() -> None:
    assert list(shared(_end, ["1", "die", "2"], 2, lambda name, _: f"no {name}")) == ["did 1", "no die", "did 2"]


def _frozen(_: str) -> int:
    return gc.get_freeze_count()


def test_the_collector_leaves_alone_what_a_process_has_loaded() -> None:
    found = list(shared(_frozen, ["1"] * 9, 2, lambda _name, _trouble: -1))
    assert min(found) == 0
    assert max(found) > 1000
