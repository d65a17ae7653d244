"""A folder of files made into tables (语料入表): read once, by all cores, part by part; put together at the end.

What is read is kept in parts, each whole or not there: after an interruption, and when files are added, only what has
changed is read. In memory are the names of documents and not their texts.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from egovkit.corpus.days import whole_day
from egovkit.corpus.evidence import said_by
from egovkit.corpus.identity import Identity
from egovkit.corpus.kept_parts import (
    KeptRow,
    Wanted,
    first_file,
    kept_parts,
    lines_of,
    mark_of,
    part_of_dead,
    read_part,
    rows_kept,
)
from egovkit.corpus.nodes import Node, nodes_of, printed
from egovkit.corpus.places import place_of
from egovkit.corpus.sharing import shared, singly
from egovkit.corpus.tables import schema
from egovkit.interchange.extras import extra

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
    wanted = {file: mark_of(file) for file in files}
    parts, have = kept_parts(kept, wanted)
    missing = [Wanted(file, mark) for file, mark in wanted.items() if (file, mark) not in have]
    yield len(wanted) - len(missing), len(wanted)
    cores = jobs or os.cpu_count() or 1
    size = max(1, min(_FILES, -(-len(missing) // (cores * 4))))
    tasks = (tuple(missing[at : at + size]) for at in range(0, len(missing), size))
    done = len(wanted) - len(missing)
    read, died = partial(read_part, folder=str(kept)), partial(part_of_dead, folder=str(kept))
    for part in shared(read, tasks, cores, died, singly):
        parts.append(part)
        done += len(lines_of(kept / f"{part}.jsonl"))
        yield done, len(wanted)
    parts.sort(key=partial(first_file, kept, {file: place for place, file in enumerate(files)}))
    yield _put_together(folder, kept, parts, wanted, len(missing), duckdb=duckdb)


def _put_together(
    folder: Path, kept: Path, parts: Sequence[str], wanted: Mapping[str, str], read: int, *, duckdb: bool
) -> Built:
    """Give every document and citation its node, and write the tables, part by part."""
    parquet = extra("pyarrow.parquet", "arrow", "to write tables")
    identity = Identity((one.sketch for _, rows in rows_kept(kept, parts, wanted) for one in rows), keep=False)
    nodes = nodes_of(identity, (one.sketch for _, rows in rows_kept(kept, parts, wanted) for one in rows))
    errors: list[tuple[str, str, str]] = []
    documents = citations = resolved = 0
    paths = {kind: folder / f"{kind}.parquet" for kind in ("documents", "citations")}
    writers = {
        kind: parquet.ParquetWriter(path.with_suffix(".new"), schema(kind, keys=True), compression="zstd")
        for kind, path in paths.items()
    }
    try:
        for part, rows in rows_kept(kept, parts, wanted):
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
    kept: Path, part: str, rows: Sequence[KeptRow], identity: Identity, nodes: Mapping[Any, Node]
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


def _of_document(one: KeptRow, identity: Identity, nodes: Mapping[Any, Node]) -> dict[str, Any]:
    if one.sketch.error is not None:
        return {"key": None, "level": None, "region": None}
    number = None if one.sketch.number is None else printed(one.sketch.number)
    level, region = place_of(one.sketch.issuers, one.sketch.title, number)
    return {"key": nodes[identity.document(one.row)].key, "level": level, "region": region}


def _of_citations(one: KeptRow, identity: Identity, nodes: Mapping[Any, Node]) -> Iterator[dict[str, Any]]:
    """Yield what the corpus knows of each citation of a document, in order."""
    if one.sketch.error is not None:
        return
    citing = nodes[identity.document(one.row)].key
    day = whole_day(one.sketch.dated or one.sketch.published_on)
    for target in identity.targets(said_by(one.sketch), one.row):
        cited = None if target is None else nodes[target.root].key
        confidence = None if target is None else target.confidence
        yield {"citing": citing, "cited": cited, "day": day, "confidence": confidence}


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
