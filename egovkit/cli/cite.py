"""`egovkit cite`: the citation graph of many files (引用网络)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from egovkit.citations.graph import COLUMNS, Edge, edges, to_dot
from egovkit.cli.batches import each_of
from egovkit.cli.printing import csv_lines, json_text, shown
from egovkit.cli.sources import read_source
from egovkit.interchange.files import named_files
from egovkit.messages import said

__all__ = ["cite"]


def cite(files: Sequence[str], format: str, *, raw: bool) -> int:
    """Print the edges of the citation graph: which document cites which, in what role.

    A document goes by its number, else by its title, else by its file. A file that cannot be read is named on
    stderr, and the others go on; the exit code is then 2.
    """
    failed: list[str] = []
    found = each_of(named_files(files), _edges_of, failed, said("read", "读取"))
    for line in _lines(format, chain.from_iterable(found), raw=raw):
        print(line)
    return 2 if failed else 0


def _edges_of(name: str) -> list[Edge]:
    document = read_source(name).document
    source = str(document.number) if document.number else document.title or name
    return list(edges(source, document.citations))


def _lines(format: str, found: Iterable[Edge], *, raw: bool) -> Iterator[str]:
    match format:
        case "csv":
            rows = ({name: getattr(edge, name) for name in COLUMNS} for edge in found)
            yield from csv_lines(COLUMNS, rows, raw=raw)
        case "dot":
            yield from (line if raw else shown(line) for line in to_dot(found))
        case _:
            yield from (json_text(edge.as_dict()) for edge in found)
