"""What the register is written in: `python -m benchmarks.register`, the lines and the index beside what they were chosen over.

Each way answers the same 500 numbers and 500 titles with the cells of a row; a way is measured in a process of its own.
"""

from __future__ import annotations

import csv
import gzip
import io
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.table import Row, print_table
from egovkit.catalogue.key_index import KeyIndex
from egovkit.catalogue.register_keys import number_keys, title_keys
from egovkit.catalogue.register_rows import Rows
from egovkit.data import read, read_bytes

ASKED = 500
Ask = Callable[[str], list[int]]


def keys() -> Iterator[tuple[str, int]]:
    rows = Rows.shipped()
    for i in range(rows.first_curated):
        record = rows.record(i)
        if record.number is not None:
            yield from ((f"#{key}", i) for key, _ in number_keys(record.number, record.other_numbers))
        yield from ((key, i) for key, _ in title_keys(record.title, record.aliases))


def lines() -> list[str]:
    return [*read("register/documents.tsv").split("\n")[1:-1], *read("register/laws.tsv").split("\n")[1:-1]]


def as_lines(_: Path) -> Ask:
    rows = lines()
    index = KeyIndex(read_bytes("register/keys.bin"))
    return lambda key: [len(rows[i].split("\t")) for i, _ in index.find(key) if i < len(rows)]


def as_csv(folder: Path) -> Ask:
    with gzip.open(folder / "rows.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    with gzip.open(folder / "keys.csv.gz", "rt", encoding="utf-8") as file:
        index: dict[str, list[int]] = {}
        for key, place in csv.reader(file):
            index.setdefault(key, []).append(int(place))
    return lambda key: [len(rows[i]) for i in index.get(key, ())]


def as_sqlite(folder: Path) -> Ask:
    base = sqlite3.connect(f"file:{folder / 'register.sqlite3'}?mode=ro&immutable=1", uri=True)
    select = "SELECT line FROM keys JOIN rows ON rows.id = keys.row WHERE key = ?"
    return lambda key: [len(line.split("\t")) for (line,) in base.execute(select, (key,))]


WAYS: dict[str, tuple[Callable[[Path], Ask], tuple[str, ...]]] = {
    "lines, and an index of hashes": (as_lines, ()),
    "csv.gz into memory": (as_csv, ("rows.csv.gz", "keys.csv.gz")),
    "SQLite, read-only": (as_sqlite, ("register.sqlite3",)),
}


def written(folder: Path) -> None:
    """Write what the other ways read."""
    rows, named = lines(), sorted(set(keys()))
    for name, table in (
        ("rows", [line.split("\t") for line in rows]),
        ("keys", [list(map(str, pair)) for pair in named]),
    ):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(table)
        (folder / f"{name}.csv.gz").write_bytes(gzip.compress(out.getvalue().encode("utf-8"), mtime=0))
    with sqlite3.connect(folder / "register.sqlite3") as base:
        base.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, line TEXT)")
        base.execute("CREATE TABLE keys (key TEXT, row INTEGER, PRIMARY KEY (key, row)) WITHOUT ROWID")
        base.executemany("INSERT INTO rows VALUES (?, ?)", enumerate(rows))
        base.executemany("INSERT INTO keys VALUES (?, ?)", named)


def packed(files: list[Path]) -> int:
    """Return how many bytes files take in a wheel."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in files:
            wheel.write(file, file.name)
    return len(out.getvalue())


def resident() -> float:
    """Return the megabytes that this process holds; the peak that the system keeps is that of its parent too."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6


def one(way: str, folder: Path) -> None:
    """Measure one way in this process, and print its figures."""
    asked = [line.split("\t") for line in (folder / "asked.tsv").read_text(encoding="utf-8").splitlines()]
    before = resident()
    start = time.process_time()
    ask = WAYS[way][0](folder)
    ask(asked[0][0])
    first = time.process_time() - start
    times = []
    for column in (0, 1):
        start = time.process_time()
        for row in asked:
            ask(row[column])
        times.append((time.process_time() - start) / len(asked))
    grown = resident() - before
    print(f"{first * 1e3:.1f}\t{times[0] * 1e6:.1f}\t{times[1] * 1e6:.1f}\t{grown:.1f}")


def measure() -> list[Row]:
    data = Path(__file__).resolve().parents[1] / "egovkit" / "data" / "register"
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(folder)
        rows = Rows.shipped()
        chosen = random.Random(1).sample([i for i in range(rows.first_law) if rows.record(i).number], ASKED)
        records = map(rows.record, chosen)
        asked = (f"#{record.number}\t{next(title_keys(record.title))[0]}" for record in records)
        (folder / "asked.tsv").write_text("\n".join(asked), encoding="utf-8")
        for way, (_, files) in WAYS.items():
            mine = [folder / file for file in files] or [data / "documents.tsv", data / "laws.tsv", data / "keys.bin"]
            command = [sys.executable, "-m", "benchmarks.register", way, name]
            tries = [
                subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(5)
            ]
            best = [min(float(row[i]) for row in tries) for i in range(4)]
            found.append(
                {
                    "way": way,
                    "first answer, ms": f"{best[0]:.1f}",
                    "by number, µs": f"{best[1]:.1f}",
                    "by title, µs": f"{best[2]:.1f}",
                    "memory, MB": f"{best[3]:.1f}",
                    "in the wheel, MB": f"{packed(mine) / 1e6:.2f}",
                }
            )
    return found


if __name__ == "__main__":
    if len(sys.argv) == 3:
        one(sys.argv[1], Path(sys.argv[2]))
    else:
        print_table("What the register is written in", measure())
