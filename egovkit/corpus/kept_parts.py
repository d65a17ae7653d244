"""What was read of a corpus, kept in parts (已读分批): each whole or not there, so that it is read once.

A part is three files of one name: two tables, and, written last, a list of what it holds.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from egovkit import __version__
from egovkit.corpus.failures import failure_of
from egovkit.corpus.sketch import DocumentSketch, sketch
from egovkit.corpus.tables import VERSION, record_batch
from egovkit.interchange.extras import extra
from egovkit.messages import Words

__all__ = [
    "KeptRow",
    "Wanted",
    "first_file",
    "kept_parts",
    "lines_of",
    "mark_of",
    "part_of_dead",
    "read_part",
    "rows_kept",
]


class Wanted(NamedTuple):
    """A file to be read, and what tells its content and this version from every other."""

    name: str
    mark: str


def mark_of(file: str) -> str:
    """Return what tells a file's content, this version and its tables from every other."""
    digest = sha256(f"{__version__} {VERSION} ".encode())
    try:
        if not stat.S_ISREG(Path(file).stat().st_mode):
            # To open a pipe would wait for a writer, and a device may have no end: neither is read.
            return digest.hexdigest()[:32]
        with Path(file).open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        digest.update(str(error).encode())
    return digest.hexdigest()[:32]


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Return what a part says that it holds (分批清单): the file, its mark and its sketch, line by line."""
    return list(map(json.loads, path.read_text(encoding="utf-8").splitlines()))


def kept_parts(kept: Path, wanted: Mapping[str, str]) -> tuple[list[str], set[tuple[str, str]]]:
    """Return the parts that hold what is wanted, and which files they hold."""
    parts: list[str] = []
    have: set[tuple[str, str]] = set()
    for path in sorted(kept.glob("*.jsonl")):
        held = {(line["file"], line["mark"]) for line in lines_of(path) if wanted.get(line["file"]) == line["mark"]}
        if held:
            parts.append(path.stem)
            have |= held
        else:
            # Nothing of it is wanted any more.
            for other in kept.glob(f"{path.stem}.*"):
                other.unlink()
    return parts, have


def first_file(kept: Path, places: Mapping[str, int], part: str) -> int:
    """Return the place of the first file of a part that is wanted, so that tables are in the order of files."""
    return min(places.get(line["file"], len(places)) for line in lines_of(kept / f"{part}.jsonl"))


def read_part(task: Sequence[Wanted], folder: str) -> str:
    """Read some files and keep what they hold as a part (读一批); its name."""
    from egovkit.interchange.reading import load

    pieces, cited, errors, lines = [], [], [], []
    for row, (name, mark) in enumerate(task):
        try:
            document = load(Path(name))
            one = sketch(document, name)
            citations = document.citations
            pieces.append((row, name, document.text, (document,)))
            cited.append((row, name, document.text, citations))
        except Exception as error:  # noqa: BLE001  (a bad file, a full memory, a fault of ours: each is one row)
            one = DocumentSketch(id=name, error=failure_of(error))
            errors.append((row, name, *failure_of(error)))
        lines.append({"file": name, "mark": mark, "sketch": one.as_dict()})
    batches = {
        "documents": record_batch(pieces, "documents", errors=errors),
        "citations": record_batch(cited, "citations"),
    }
    return _keep(Path(folder), lines, batches)


def part_of_dead(task: Sequence[Wanted], trouble: Words, folder: str) -> str:
    """Keep what there is of files whose process ended (进程中断): an error of each."""
    nothing = [DocumentSketch(id=one.name, error=("read.died", trouble.en)).as_dict() for one in task]
    lines = [{"file": one.name, "mark": one.mark, "sketch": sketch} for one, sketch in zip(task, nothing, strict=True)]
    errors = [(row, one.name, "read.died", trouble.en) for row, one in enumerate(task)]
    batches = {
        "documents": record_batch([], "documents", errors=errors),
        "citations": record_batch([], "citations"),
    }
    return _keep(Path(folder), lines, batches)


def _keep(folder: Path, lines: Sequence[Mapping[str, Any]], batches: Mapping[str, Any]) -> str:
    """Write a part; the list of what it holds comes last, so that a part is whole or is none."""
    parquet = extra("pyarrow.parquet", "arrow", "to write tables")
    pa = extra("pyarrow", "arrow", "to write tables")
    name = sha256(
        "".join(f"{line['file']}\0{line['mark']}\0" for line in lines).encode("utf-8", "replace")
    ).hexdigest()[:24]
    for kind, batch in batches.items():
        parquet.write_table(pa.Table.from_batches([batch]), folder / f"{name}.{kind}", compression="zstd")
    written = folder / f"{name}.new"
    written.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="ascii")
    written.replace(folder / f"{name}.jsonl")
    return name


class KeptRow(NamedTuple):
    """A document of a part: its row there, its row among all, its sketch."""

    within: int
    row: int
    sketch: DocumentSketch


def rows_kept(kept: Path, parts: Iterable[str], wanted: Mapping[str, str]) -> Iterator[tuple[str, list[KeptRow]]]:
    """Yield each part with the documents of it that are wanted, each file once."""
    row = 0
    seen: set[str] = set()
    for part in parts:
        rows = []
        for within, line in enumerate(lines_of(kept / f"{part}.jsonl")):
            if wanted.get(line["file"]) == line["mark"] and line["file"] not in seen:
                seen.add(line["file"])
                rows.append(KeptRow(within, row, DocumentSketch.of_dict(line["sketch"])))
                row += 1
        yield part, rows
