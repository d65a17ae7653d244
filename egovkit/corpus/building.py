"""A folder of files made into tables (语料入表): read once, by all cores, part by part; put together at the end.

What is read is kept in parts, each whole or not there: after an interruption, and when files are added, only what has
changed is read. In memory are the names of documents and not their texts.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from egovkit import __version__
from egovkit.corpus.evidence import said_by
from egovkit.corpus.identity import Identity
from egovkit.corpus.nodes import Node, nodes_of, printed
from egovkit.corpus.places import place_of
from egovkit.corpus.sharing import shared
from egovkit.corpus.sketch import DocumentSketch, sketch
from egovkit.corpus.tables import VERSION, record_batch, schema
from egovkit.corpus.tasks import failure_of
from egovkit.interchange.extras import extra
from egovkit.models.dates import DocumentDate

__all__ = ["Built", "build"]

_FILES: Final = 64  # of a part at most
_KEPT: Final = ".parts"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a corpus (入表结果): how many files there were, were read now, could not be read; what they hold."""

    files: int
    read: int
    failed: int
    documents: int
    citations: int
    resolved: int
    nodes: int
    conflicts: int


class _Wanted(NamedTuple):
    """A file to be read, and what tells its content and this version from every other."""

    name: str
    mark: str


def build(
    files: Sequence[str], out: str | os.PathLike[str], jobs: int | None = None, *, duckdb: bool = False
) -> Iterator[tuple[int, int] | Built]:
    """Read files and write documents.parquet, citations.parquet and errors.csv into a folder (语料入表).

    Yields how many files are done and how many there are, and at last what came of them. The columns are those of
    `tables.schema(kind, keys=True)`; `row` is the place of the document among all. With `duckdb` the tables are in
    corpus.duckdb as well. Needs `egovkit[arrow]`; ReadError where it is missing.
    """
    extra("pyarrow.parquet", "arrow", "to write tables")
    folder = Path(out)
    kept = folder / _KEPT
    kept.mkdir(parents=True, exist_ok=True)
    wanted = {file: _mark(file) for file in files}
    parts, have = _kept(kept, wanted)
    missing = [_Wanted(file, mark) for file, mark in wanted.items() if (file, mark) not in have]
    yield len(files) - len(missing), len(files)
    cores = jobs or os.cpu_count() or 1
    left = {one.name: one for one in missing}
    for most in (_FILES, 1):
        size = max(1, min(most, -(-len(left) // (cores * 4))))
        again = list(left.values())
        tasks = (tuple(again[at : at + size]) for at in range(0, len(again), size))
        for part in shared(partial(read_part, folder=str(kept)), tasks, cores, partial(_died, folder=str(kept))):
            # Which of several files ended its process shows when each is read by itself.
            if part:
                parts.append(part)
                for line in _lines(kept / f"{part}.jsonl"):
                    left.pop(line["file"], None)
                yield len(files) - len(left), len(files)
        if not left:
            break
    parts.sort(key=partial(_first, kept, {file: place for place, file in enumerate(files)}))
    yield _put_together(folder, kept, parts, wanted, len(missing), duckdb=duckdb)


def _mark(file: str) -> str:
    """Return what tells a file's content, this version and its tables from every other."""
    digest = sha256(f"{__version__} {VERSION} ".encode())
    try:
        with Path(file).open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        digest.update(str(error).encode())
    return digest.hexdigest()[:32]


def _lines(path: Path) -> list[dict[str, Any]]:
    return list(map(json.loads, path.read_text(encoding="utf-8").splitlines()))


def _kept(kept: Path, wanted: Mapping[str, str]) -> tuple[list[str], set[tuple[str, str]]]:
    """Return the parts that hold what is wanted, and which files they hold."""
    parts: list[str] = []
    have: set[tuple[str, str]] = set()
    for path in sorted(kept.glob("*.jsonl")):
        held = {(line["file"], line["mark"]) for line in _lines(path) if wanted.get(line["file"]) == line["mark"]}
        if held:
            parts.append(path.stem)
            have |= held
        else:
            # Nothing of it is wanted any more.
            for other in kept.glob(f"{path.stem}.*"):
                other.unlink()
    return parts, have


def _first(kept: Path, places: Mapping[str, int], part: str) -> int:
    """Return the place of the first file of a part that is wanted, so that tables are in the order of files."""
    return min(places.get(line["file"], len(places)) for line in _lines(kept / f"{part}.jsonl"))


# ---- one part ----


def read_part(task: Sequence[_Wanted], folder: str) -> str:
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


def _died(task: Sequence[_Wanted], trouble: str, folder: str) -> str:
    """Keep what stands for a file whose process ended; "" for several, of which each is to be read by itself."""
    if len(task) > 1:
        return ""
    (one,) = task
    nothing = DocumentSketch(id=one.name, error=("read.died", trouble)).as_dict()
    lines = [{"file": one.name, "mark": one.mark, "sketch": nothing}]
    errors = [(0, one.name, "read.died", trouble)]
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


# ---- all of them ----


class _Row(NamedTuple):
    """A document of a part: its row there, its row among all, its sketch."""

    within: int
    row: int
    sketch: DocumentSketch


def _rows(kept: Path, parts: Iterable[str], wanted: Mapping[str, str]) -> Iterator[tuple[str, list[_Row]]]:
    """Yield each part with the documents of it that are wanted, each file once."""
    row = 0
    seen: set[str] = set()
    for part in parts:
        rows = []
        for within, line in enumerate(_lines(kept / f"{part}.jsonl")):
            if wanted.get(line["file"]) == line["mark"] and line["file"] not in seen:
                seen.add(line["file"])
                rows.append(_Row(within, row, DocumentSketch.of_dict(line["sketch"])))
                row += 1
        yield part, rows


def _put_together(
    folder: Path, kept: Path, parts: Sequence[str], wanted: Mapping[str, str], read: int, *, duckdb: bool
) -> Built:
    """Give every document and citation its node, and write the tables, part by part."""
    parquet = extra("pyarrow.parquet", "arrow", "to write tables")
    identity = Identity((one.sketch for _, rows in _rows(kept, parts, wanted) for one in rows), keep=False)
    nodes = nodes_of(identity, (one.sketch for _, rows in _rows(kept, parts, wanted) for one in rows))
    errors: list[tuple[str, str, str]] = []
    documents = citations = resolved = 0
    paths = {kind: folder / f"{kind}.parquet" for kind in ("documents", "citations")}
    writers = {
        kind: parquet.ParquetWriter(path.with_suffix(".new"), schema(kind, keys=True), compression="zstd")
        for kind, path in paths.items()
    }
    try:
        for part, rows in _rows(kept, parts, wanted):
            errors += [(one.sketch.id, *one.sketch.error) for one in rows if one.sketch.error is not None]
            documents += len(rows)
            tables = _part_tables(kept, part, rows, identity, nodes)
            citations += tables["citations"].num_rows
            resolved += tables["citations"].num_rows - tables["citations"].column("cited").null_count
            for kind, table in tables.items():
                writers[kind].write_table(table)
    finally:
        for writer in writers.values():
            writer.close()
    for path in paths.values():
        path.with_suffix(".new").replace(path)
    _write_errors(folder / "errors.csv", errors)
    if duckdb:
        _to_duckdb(folder, paths)
    return Built(len(wanted), read, len(errors), documents, citations, resolved, len(nodes), len(identity.conflicts))


def _part_tables(
    kept: Path, part: str, rows: Sequence[_Row], identity: Identity, nodes: Mapping[Any, Node]
) -> dict[str, Any]:
    """Return the two tables of a part with what the whole corpus knows of its rows."""
    parquet = extra("pyarrow.parquet", "arrow", "to write tables")
    found: dict[str, list[dict[str, Any]]] = {"documents": [], "citations": []}
    own = {one.within: one for one in rows}
    for values in parquet.read_table(kept / f"{part}.documents").to_pylist():
        if (one := own.get(values["row"])) is not None:
            found["documents"].append({**values, "row": one.row, **_of_document(one, identity, nodes)})
    found["documents"].sort(key=lambda values: values["row"])
    knows = {one.within: _of_citations(one, identity, nodes) for one in rows}
    for values in parquet.read_table(kept / f"{part}.citations").to_pylist():
        if (one := own.get(values["row"])) is not None:
            found["citations"].append({**values, "row": one.row, **next(knows[one.within])})
    pa = extra("pyarrow", "arrow", "to write tables")
    return {kind: pa.Table.from_pylist(lines, schema=schema(kind, keys=True)) for kind, lines in found.items()}


def _of_document(one: _Row, identity: Identity, nodes: Mapping[Any, Node]) -> dict[str, Any]:
    if one.sketch.error is not None:
        return {"key": None, "level": None, "region": None}
    number = None if one.sketch.number is None else printed(one.sketch.number)
    level, region = place_of(one.sketch.issuers, one.sketch.title, number)
    return {"key": nodes[identity.document(one.row)].key, "level": level, "region": region}


def _of_citations(one: _Row, identity: Identity, nodes: Mapping[Any, Node]) -> Iterator[dict[str, Any]]:
    """Yield what the corpus knows of each citation of a document, in order."""
    if one.sketch.error is not None:
        return
    citing = nodes[identity.document(one.row)].key
    day = one.sketch.dated or one.sketch.published_on
    first = None if day is None else DocumentDate.parse(day).first_day
    for target in identity.targets(said_by(one.sketch), one.row):
        cited = None if target is None else nodes[target.root].key
        confidence = None if target is None else target.confidence
        yield {"citing": citing, "cited": cited, "day": first, "confidence": confidence}


def _write_errors(path: Path, errors: Sequence[tuple[str, str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "code", "message"))
        writer.writerows(errors)


def _to_duckdb(folder: Path, paths: Mapping[str, Path]) -> None:
    duckdb = extra("duckdb", "duckdb", "to write a database")
    fresh = folder / "corpus.new"
    fresh.unlink(missing_ok=True)
    with duckdb.connect(str(fresh)) as connection:
        for kind, path in paths.items():
            quoted = str(path).replace("'", "''")
            connection.execute(f"create table {kind} as select * from read_parquet('{quoted}')")  # noqa: S608
    fresh.replace(folder / "corpus.duckdb")
