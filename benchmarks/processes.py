"""Two processes beside one over a large dataset, and where the time goes that the second does not save.

A program of its own: what a worker loads of the program that called it is a script's, not that of all the benchmarks.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple

from benchmarks.table import Row
from egovkit.corpus import batches, datasets

_LOG = "EGOVKIT_BENCHMARK_PARTS"
_CHUNK = 4 * 2**20
_scan = datasets.scan_slice


class Part(NamedTuple):
    """When a process worked on a part, by the clock of the machine, and what it took of the processor."""

    process: int
    begun: float
    ended: float
    spent: float


class Run(NamedTuple):
    """One call of `scan_dataset`: what came of it, how long it took, and how its parts were shared out."""

    rows: int
    seconds: float
    own: float
    start: float
    parts: list[Part]

    @property
    def busy(self) -> list[float]:
        """The processor's seconds of each process, most first."""
        each: dict[int, float] = {}
        for part in self.parts:
            each[part.process] = each.get(part.process, 0) + part.spent
        return sorted(each.values(), reverse=True)

    @property
    def gap(self) -> float:
        """How long the first process to end waited for the last."""
        last: dict[int, float] = {}
        for part in self.parts:
            last[part.process] = max(last.get(part.process, 0), part.ended)
        return max(last.values()) - min(last.values())


def measure(few: Path, many: Path, size: float, what: str, rounds: int, times: int) -> list[Row]:
    """Measure in a fresh program: one process on `many` so many `times`, two on thrice as many, in turn; the best of each."""
    command = [sys.executable, "-m", "benchmarks.processes", str(few), str(many), what, str(rounds), str(times)]
    done = subprocess.run(command, cwd=Path(__file__).resolve().parents[1], stdout=subprocess.PIPE, check=True)
    rows: list[Row] = json.loads(done.stdout)
    sizes = [float(row.pop("times")) * size for row in rows]
    rates = [much / float(row["seconds"]) for row, much in zip(rows, sizes, strict=True)]
    for row, much, rate in zip(rows, sizes, rates, strict=True):
        spent = float(row.pop("spent"))
        row |= {
            "MB per core second": f"{much / spent:.1f}",
            "MB/s": f"{rate:.1f}",
            "to one process": f"{rate / rates[0]:.2f}",
        }
    return rows


def timed(part: Any, **how: Any) -> Any:
    """Scan a part, and note when."""
    begun, before = perf_counter(), process_time()
    found = _scan(part, **how)
    with Path(os.environ[_LOG]).open("a", encoding="ascii") as log:
        # In one write, which no other process comes between.
        log.write(f"{os.getpid()} {begun} {perf_counter()} {process_time() - before}\n")
    return found


def run(paths: Sequence[Path], what: str, workers: int) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "parts"
        os.environ[_LOG] = str(log)
        begun, before = perf_counter(), process_time()
        found = batches.scan_dataset(paths, what, workers=workers, chunk_bytes=_CHUNK)
        rows = sum(batch.num_rows for batch in found)
        seconds, own = perf_counter() - begun, process_time() - before
        lines = [line.split() for line in log.read_text(encoding="ascii").splitlines()]
    parts = [Part(int(process), *map(float, times)) for process, *times in lines]
    first: dict[int, float] = {}
    for part in parts:
        first[part.process] = min(first.get(part.process, part.begun), part.begun)
    return Run(rows, seconds, own, max(first.values()) - begun, parts)


def _row(workers: int, times: int, best: Run, few: float) -> Row:
    busy = best.busy
    return {
        "times": str(times),
        "processes": str(workers),
        "rows": f"{best.rows:,}",
        "seconds": f"{best.seconds:.2f}",
        "a text each s": f"{few:.2f}",
        "all at work after s": f"{best.start:.2f}",
        "split": " : ".join(f"{seconds / sum(busy):.3f}" for seconds in busy),
        "gap ms": f"{best.gap * 1000:.0f}",
        "spent": f"{sum(busy):.3f}",
        "the caller's CPU s": f"{best.own if workers > 1 else best.own - sum(busy):.2f}",
    }


def main(few: str, many: str, what: str, rounds: str, times: str) -> None:
    datasets.scan_slice = timed
    counts = {1: int(times), 2: 3 * int(times)}
    starts: dict[int, float] = {}
    runs: dict[int, Run] = {}
    # One process is warm from here on; workers start anew in each round.
    for workers in counts:
        starts[workers] = run([Path(few)] * workers, what, workers).seconds
    for _ in range(int(rounds)):
        for workers, count in counts.items():
            each = run([Path(many)] * count, what, workers)
            if workers not in runs or each.seconds < runs[workers].seconds:
                runs[workers] = each
    print(json.dumps([_row(workers, counts[workers], runs[workers], starts[workers]) for workers in counts]))


if __name__ == "__main__":
    main(*sys.argv[1:])
