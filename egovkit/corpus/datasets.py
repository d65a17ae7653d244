"""Parquet files of texts, scanned by many processes (数据集扫描): each reads its own part and gives back Arrow."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from glob import glob, has_magic
from pathlib import Path
from typing import Any, Final

from egovkit.corpus.row_groups import Left, row_groups
from egovkit.corpus.sharing import shared
from egovkit.corpus.slices import Slice, halves, read, slices
from egovkit.corpus.streams import Batches, bare_arrow, load_arrow
from egovkit.messages import Words

__all__ = ["scan_dataset"]

_CHUNK: Final = 16 * 2**20


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

    Every worker reads row groups of its own, some `chunk_bytes` of them at a time and less towards the end, so that no
    text travels between processes, but for those of a row group that is twice as large; `workers` is by default one for
    each core. `row` counts through all files. The rest is as in `scan`. No more is in memory than what the workers have at
    hand. A row whose text ends its process is a row with that error.

    >>> import pyarrow, pyarrow.parquet, tempfile
    >>> folder = tempfile.mkdtemp()
    >>> pyarrow.parquet.write_table(pyarrow.table({"text": ["见国办发〔2014〕66号"]}), f"{folder}/a.parquet")
    >>> [batch.num_rows for batch in scan_dataset(f"{folder}/*.parquet", "numbers", workers=1)]
    [1]
    """
    from egovkit.corpus.batches import _finder

    _finder(what)
    names = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    scan_one = partial(scan_slice, what=what, text=text, id=id, plain=plain)
    columns = [name for name in (text, id) if name is not None]
    jobs = os.cpu_count() or 1 if workers is None else workers
    ready = partial(load_arrow, bare=bare_arrow())
    left = Left(row_groups(_files(names)), chunk_bytes, jobs)
    died = partial(_died, what=what, plain=plain)
    parted = partial(halves, columns=columns)
    for found in shared(scan_one, slices(left, chunk_bytes, columns), jobs, died, parted, ready):
        yield from found


def _files(names: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Yield the files that names mean: a file, the Parquet files of a folder and below, those that a pattern fits."""
    for name in map(str, names):
        if Path(name).is_dir():
            yield from sorted(map(str, Path(name).rglob("*.parquet")))
        elif has_magic(name) and not Path(name).exists():
            yield from sorted(glob(name, recursive=True))  # noqa: PTH207  (a pattern may begin anywhere)
        else:
            yield name


def scan_slice(part: Slice, *, what: str, text: str, id: str | None, plain: bool) -> list[Any]:
    """Return what is found in a part of a file (扫描分片), a batch for each thousand rows."""
    from egovkit.corpus.batches import scan

    first = part.first
    found = Batches()
    for batch in read(part, [name for name in (text, id) if name is not None]):
        found.append(scan(batch, what, text=text, id=id, first=first, plain=plain))
        first += batch.num_rows
    return found


def _died(part: Slice, trouble: Words, *, what: str, plain: bool) -> list[Any]:
    from egovkit.corpus.tables import record_batch

    return [record_batch([], what, errors=[(part.first, None, "read.died", trouble.en)], plain=plain)]
