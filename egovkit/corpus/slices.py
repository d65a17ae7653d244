"""Parquet files in slices (分片): each worker reads its own, and towards the end they are small, so that all end together."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Any, Final, NamedTuple

from egovkit.corpus.row_groups import Left, RowGroup
from egovkit.corpus.streams import Batches
from egovkit.interchange.extras import extra

__all__ = ["Slice", "halves", "read", "slices"]

_ROWS: Final = 1024
# A row group that is as many times larger than a part is still read whole: to part it here, its texts would travel.
_WHOLE: Final = 2


class Slice(NamedTuple):
    """A part of a file (分片): some row groups, or rows of one.

    - `first`: the row of the dataset that it begins with.
    - `skip`, `take`: how many rows of its groups are before it, and how many it has; None is all that follow.
    - `rows`: its rows, where they travel.
    """

    path: str
    groups: tuple[int, ...]
    first: int
    skip: int = 0
    take: int | None = None
    rows: Batches | None = None


def slices(left: Left, chunk_bytes: int, columns: Sequence[str]) -> Iterator[Slice]:
    """Yield what is left to scan in slices (分割), in its order: of `chunk_bytes`, and of less towards the end."""
    first = 0
    while group := left.group:
        share = left.share
        if group.rows > 1 and group.size > _WHOLE * chunk_bytes:
            first = yield from _sent(left, group, chunk_bytes, columns, first)
        elif group.rows > 1 and group.size > share and share < chunk_bytes:
            # Its worker reads the rows before it as well: that costs little beside what is to be found.
            group = left.take(max(1, group.rows * share // group.size))
            yield Slice(group.path, (group.place,), first, group.at, group.rows)
            first += group.rows
        else:
            part, rows = _together(left, share)
            # A row group may have no rows: a process that ended over none would be said of the row after it.
            if rows:
                yield part._replace(first=first)
            first += rows


def _together(left: Left, share: int) -> tuple[Slice, int]:
    """Take the next row group and those of its file that fit into a part with it, and say how many rows they have."""
    head = left.take()
    places, size, rows = [head.place], head.size, head.rows
    while True:
        more = left.group
        if more is None or more.path != head.path or size + more.size > share:
            return Slice(head.path, tuple(places), 0, head.at), rows
        left.take()
        places.append(more.place)
        size += more.size
        rows += more.rows


def _sent(
    left: Left, group: RowGroup, chunk_bytes: int, columns: Sequence[str], first: int
) -> Generator[Slice, None, int]:
    """Part a row group that is too large for a worker: it is read once, and by one. Return the row after it."""
    for batch in _batches(group.path, (group.place,), columns, max(1, group.rows * chunk_bytes // group.size)):
        at = 0
        while at < batch.num_rows:
            rows = min(batch.num_rows - at, max(1, group.rows * left.share // group.size))
            left.take(rows)
            yield Slice(group.path, (group.place,), first + at, rows=Batches([batch.slice(at, rows)]))
            at += rows
        first += batch.num_rows
    return first


def read(part: Slice, columns: Sequence[str]) -> Iterator[Any]:
    """Yield the rows of a slice (读分片), at most a thousand in a batch."""
    if part.rows is not None:
        for batch in part.rows:
            yield from (batch.slice(at, _ROWS) for at in range(0, batch.num_rows, _ROWS))
        return
    before, wanted = part.skip, part.take
    for batch in _batches(part.path, part.groups, columns, _ROWS):
        rows = batch.slice(min(before, batch.num_rows), wanted)
        before = max(0, before - batch.num_rows)
        if rows.num_rows:
            yield rows
        if wanted is not None:
            wanted -= rows.num_rows
            if not wanted:
                return


def halves(part: Slice, columns: Sequence[str]) -> list[Slice]:
    """Part a slice in two (二分), so that what ends a process is at last one row; one row is its only part."""
    pa = extra("pyarrow", "arrow", "to read Parquet")
    # Put together in one batch their texts may be more than one can hold.
    rows = pa.Table.from_batches(list(read(part, columns)))
    middle = rows.num_rows // 2
    if not middle:
        return [part]
    return [
        part._replace(rows=Batches(rows.slice(0, middle).to_batches())),
        part._replace(rows=Batches(rows.slice(middle).to_batches()), first=part.first + middle),
    ]


def _batches(path: str, groups: Sequence[int], columns: Sequence[str], rows: int) -> Iterator[Any]:
    parquet = extra("pyarrow.parquet", "arrow", "to read Parquet")
    with parquet.ParquetFile(path) as file:
        names = [name for name in columns if name in file.schema_arrow.names]
        # There are as many workers as cores: threads in each would take them from the others.
        yield from file.iter_batches(rows, row_groups=list(groups), columns=names, use_threads=False)
