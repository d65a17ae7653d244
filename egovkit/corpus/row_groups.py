"""The row groups of Parquet files (行组), and how many bytes of them the next worker is to have."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from egovkit.interchange.extras import extra

__all__ = ["Left", "RowGroup", "row_groups"]

# What is left is parted into so many for each worker: texts of one length are not of one cost.
_PARTS: Final = 2
# A part costs a millisecond to send and to open: less than this is found sooner than sent.
_LEAST: Final = 2**18
# So many row groups for each part are looked over before the first is given: many files may be small.
_AHEAD: Final = 32


class RowGroup(NamedTuple):
    """A row group of a file (行组), or what of it comes after `at` rows."""

    path: str
    place: int
    rows: int
    size: int
    at: int = 0


def row_groups(paths: Iterable[str]) -> Iterator[RowGroup]:
    """Yield the row groups of files, in their order (行组); a file is opened when it is come to."""
    parquet = extra("pyarrow.parquet", "arrow", "to read Parquet")
    for path in paths:
        about = parquet.read_metadata(path)
        for place in range(about.num_row_groups):
            one = about.row_group(place)
            yield RowGroup(path, place, one.num_rows, one.total_byte_size)


class Left:
    """What no worker was given yet (余量): so much of it is looked over as says how large the next part is to be.

    >>> groups = [RowGroup("a.parquet", place, 100, 4 * 2**20) for place in range(3)]
    >>> left = Left(groups, chunk_bytes=4 * 2**20, workers=2)
    >>> left.share, left.take(75).rows, left.group.at, left.share
    (3145728, 75, 75, 2359296)
    """

    def __init__(self, groups: Iterable[RowGroup], chunk_bytes: int, workers: int) -> None:
        self._groups = iter(groups)
        self._chunk = max(1, chunk_bytes)
        # One worker waits for no other.
        self._parts = _PARTS * workers if workers > 1 else 1
        self._ahead: deque[RowGroup] = deque()
        self._size = 0
        self._end = False

    @property
    def group(self) -> RowGroup | None:
        """The next row group, or what is left of it."""
        self._look()
        return self._ahead[0] if self._ahead else None

    @property
    def share(self) -> int:
        """The bytes of the next part: `chunk_bytes`, and less once it is seen that there is little left."""
        self._look()
        return min(self._chunk, max(_LEAST, self._size // self._parts)) if self._end else self._chunk

    def take(self, rows: int | None = None) -> RowGroup:
        """Take the next row group, or so many rows of it (取)."""
        group = self._ahead.popleft()
        if rows is not None and rows < group.rows:
            size = group.size * rows // group.rows
            rest = group._replace(rows=group.rows - rows, size=group.size - size, at=group.at + rows)
            self._ahead.appendleft(rest)
            group = group._replace(rows=rows, size=size)
        self._size -= group.size
        return group

    def _look(self) -> None:
        while not self._end and self._size < self._parts * self._chunk and len(self._ahead) < self._parts * _AHEAD:
            group = next(self._groups, None)
            if group is None:
                self._end = True
            else:
                self._ahead.append(group)
                self._size += group.size
