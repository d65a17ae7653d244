"""Parquet files of texts, scanned by many processes (数据集扫描): each reads its own part and gives back Arrow."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from glob import glob, has_magic
from pathlib import Path
from typing import Any, Final, NamedTuple

from egovkit.corpus.sharing import shared
from egovkit.interchange.extras import extra
from egovkit.messages import Words

__all__ = ["scan_dataset"]

_CHUNK: Final = 16 * 2**20
_ROWS: Final = 1024
# A row group that is as many times larger than a part is still read whole: to part it here, its texts would travel.
_WHOLE: Final = 2


class Slice(NamedTuple):
    """A part of a file (分片): some row groups, or rows of one that is large; `first` is the row it begins with."""

    path: str
    groups: tuple[int, ...]
    first: int
    rows: Any = None


def scan_dataset(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    what: str = "citations",
    *,
    workers: int | None = None,
    chunk_bytes: int = _CHUNK,
    text: str = "text",
    id: str | None = "id",
    plain: bool = False,
) -> Iterator[Any]:
    """Yield what is found in Parquet files, in their order, as record batches (扫描数据集).

    Every worker reads row groups of its own, some `chunk_bytes` of them at a time, so that no text travels between
    processes, but for those of a row group that is twice as large; `workers` is by default one for each core. `row` counts
    through all files. The rest is as in `scan`. No more is in memory than what the workers have at hand. A row whose
    text ends its process is a row with that error.

    >>> import pyarrow, pyarrow.parquet, tempfile
    >>> folder = tempfile.mkdtemp()
    >>> pyarrow.parquet.write_table(pyarrow.table({"text": ["见国办发〔2014〕66号"]}), f"{folder}/a.parquet")
    >>> [batch.num_rows for batch in scan_dataset(f"{folder}/*.parquet", "numbers", workers=1)]
    [1]
    """
    from egovkit.corpus.batches import _finder

    _finder(what)
    names = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    read = partial(scan_slice, what=what, text=text, id=id, plain=plain)
    columns = [name for name in (text, id) if name is not None]
    slices = _slices(_files(names), chunk_bytes, columns)
    jobs = os.cpu_count() or 1 if workers is None else workers
    for batches in shared(
        read, slices, jobs, partial(_died, what=what, plain=plain), partial(_halves, columns=columns)
    ):
        yield from batches


def _files(names: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Yield the files that names mean: a file, the Parquet files of a folder and below, those that a pattern fits."""
    for name in map(str, names):
        if Path(name).is_dir():
            yield from sorted(map(str, Path(name).rglob("*.parquet")))
        elif has_magic(name) and not Path(name).exists():
            yield from sorted(glob(name, recursive=True))  # noqa: PTH207  (a pattern may begin anywhere)
        else:
            yield name


def _slices(paths: Iterable[str], chunk_bytes: int, columns: Sequence[str]) -> Iterator[Slice]:
    parquet = extra("pyarrow.parquet", "arrow", "to read Parquet")
    first = 0
    for path in paths:
        groups: list[int] = []
        size = rows = 0
        about = parquet.read_metadata(path)
        for group in range(about.num_row_groups):
            one = about.row_group(group)
            if size and size + one.total_byte_size > chunk_bytes:
                yield Slice(path, tuple(groups), first)
                first += rows
                groups, size, rows = [], 0, 0
            groups.append(group)
            size += one.total_byte_size
            rows += one.num_rows
            if size > _WHOLE * chunk_bytes and len(groups) == 1:
                yield from _parted(path, group, first, max(1, rows * chunk_bytes // size), columns)
                first += rows
                groups, size, rows = [], 0, 0
        if groups:
            yield Slice(path, tuple(groups), first)
            first += rows


def _parted(path: str, group: int, first: int, rows: int, columns: Sequence[str]) -> Iterator[Slice]:
    """Part a row group that is too large for a worker: it is read once, and by one."""
    parquet = extra("pyarrow.parquet", "arrow", "to read Parquet")
    with parquet.ParquetFile(path) as file:
        names = [name for name in columns if name in file.schema_arrow.names]
        for batch in file.iter_batches(rows, row_groups=[group], columns=names):
            yield Slice(path, (group,), first, batch)
            first += batch.num_rows


class _Batches(list[Any]):
    """Record batches that travel as one Arrow stream (批之传送): pickled buffer by buffer they take ten times as long."""

    def __reduce__(self) -> Any:
        if not self:
            return _Batches, ()
        pa = extra("pyarrow", "arrow", "to scan batches")
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, self[0].schema) as stream:
            for batch in self:
                stream.write_batch(batch)
        return _received, (sink.getvalue().to_pybytes(),)


def _received(stream: bytes) -> _Batches:
    pa = extra("pyarrow", "arrow", "to scan batches")
    return _Batches(pa.ipc.open_stream(pa.py_buffer(stream)))


def scan_slice(part: Slice, *, what: str, text: str, id: str | None, plain: bool) -> list[Any]:
    """Return what is found in a part of a file (扫描分片), a batch for each thousand rows."""
    from egovkit.corpus.batches import scan

    first = part.first
    found = _Batches()
    for batch in _read(part, [name for name in (text, id) if name is not None]):
        found.append(scan(batch, what, text=text, id=id, first=first, plain=plain))
        first += batch.num_rows
    return found


def _read(part: Slice, columns: Sequence[str]) -> Iterator[Any]:
    if part.rows is not None:
        yield from (part.rows.slice(at, _ROWS) for at in range(0, part.rows.num_rows, _ROWS))
        return
    parquet = extra("pyarrow.parquet", "arrow", "to read Parquet")
    with parquet.ParquetFile(part.path) as file:
        names = [name for name in columns if name in file.schema_arrow.names]
        yield from file.iter_batches(_ROWS, row_groups=list(part.groups), columns=names)


def _halves(part: Slice, columns: Sequence[str]) -> list[Slice]:
    """Part a slice in two, so that what ends a process is at last one row; one row is its only part."""
    pa = extra("pyarrow", "arrow", "to read Parquet")
    rows = pa.Table.from_batches(list(_read(part, columns))).combine_chunks().to_batches()[0]
    middle = rows.num_rows // 2
    if not middle:
        return [part]
    return [
        part._replace(rows=rows.slice(0, middle)),
        part._replace(rows=rows.slice(middle), first=part.first + middle),
    ]


def _died(part: Slice, trouble: Words, *, what: str, plain: bool) -> list[Any]:
    from egovkit.corpus.tables import record_batch

    return [record_batch([], what, errors=[(part.first, None, "read.died", trouble.en)], plain=plain)]
