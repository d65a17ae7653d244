"""A CSV file of policies read row by row (读 CSV), within the bounds on its lines and cells."""

from __future__ import annotations

import csv
from codecs import getincrementaldecoder
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final, Self

from egovkit.catalogue.policy_rows import RowError, TableError
from egovkit.errors import ReadError
from egovkit.messages import Words
from egovkit.text import limits

__all__ = ["read_csv"]

_PIECE: Final = 2**20


def read_csv(path: Path, encoding: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a CSV file by its headings (读 CSV); ReadError and TableError as `Catalogue.from_csv` says."""
    data = path.read_bytes()
    # Decoded as it is read: the whole as a text in memory takes four bytes for each character.
    read = TextIOWrapper(BytesIO(data), _encoding_of(data, encoding), newline="")
    bounded = _Bounded(iter(partial(read.readline, limits.MAX_CSV_LINE), ""))
    lines = csv.reader(bounded)
    try:
        headings = [heading.strip() for heading in next(lines, [])]
        twice = [heading for heading, so in Counter(filter(None, headings)).items() for _ in range(so - 1)]
        if twice:
            raise TableError(
                RowError(0, heading, "row.column-twice", "two columns of one heading") for heading in twice
            )
        # A spreadsheet saves empty columns as well; what is in one is a fault of that column.
        names = [heading or f"(column {i})" for i, heading in enumerate(headings, 1)]
        bounded.commas = 0
        for line in lines:
            bounded.commas = 0
            more = (f"(column {i})" for i in range(len(names) + 1, len(line) + 1))
            yield dict(zip((*names, *more), line, strict=False))
    except csv.Error as error:
        raise ReadError("read.csv", "line {line} is no CSV: {reason}", line=lines.line_num, reason=error) from error


class _Bounded:
    """The lines of a CSV file, few enough commas in those of one row; who has read a row begins to count anew."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = enumerate(lines, 1)
        self.commas = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        number, line = next(self._lines)
        # Every comma may begin a cell, of which a list is made before anybody looks at it; a cell may end lines.
        self.commas += line.count(",")
        if self.commas >= limits.MAX_CELLS:
            reason = Words(f"more than {limits.MAX_CELLS} cells", f"单元格超过 {limits.MAX_CELLS} 个")
            raise ReadError("read.csv", "line {line} is no CSV: {reason}", line=number, reason=reason)
        if len(line) >= limits.MAX_CSV_LINE:
            reason = Words(f"longer than {limits.MAX_CSV_LINE} characters", f"长于 {limits.MAX_CSV_LINE} 字")
            raise ReadError("read.csv", "line {line} is no CSV: {reason}", line=number, reason=reason)
        return line


def _encoding_of(data: bytes, encoding: str | None) -> str:
    for each in (encoding,) if encoding else ("utf-8-sig", "gb18030"):
        # Piece by piece, as what is read: a rare character would make the whole four times as large.
        decoder = getincrementaldecoder(each)()
        try:
            for at in range(0, len(data), _PIECE):
                decoder.decode(data[at : at + _PIECE])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return each
    tried = encoding or Words("UTF-8 or GB18030", "UTF-8 或 GB18030")
    raise ReadError("read.encoding", "it is not in {tried}: give the `encoding` it is in", tried=tried)
