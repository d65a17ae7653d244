"""`egovkit cite`: the citation graph of many files (引用网络)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from egovkit.citations.graph import COLUMNS, Edge, edges, to_dot
from egovkit.cli.batches import each_of, say_trouble
from egovkit.cli.failures import Misuse
from egovkit.cli.printing import csv_lines, json_text, shown
from egovkit.cli.sources import read_source
from egovkit.cli.writing import write_file
from egovkit.interchange.files import named_files
from egovkit.messages import said

__all__ = ["cite"]


def cite(files: Sequence[str], format: str, to: str | None, output: str | None, *, raw: bool) -> int:
    """Print the edges of the citation graph: which document cites which, in what role.

    A document goes by its number, else by its title, else by its file. A file that cannot be read is named on
    stderr, and the others go on; the exit code is then 2. With `to` it is the network of all files, in which a document
    is one node.
    """
    if to is not None:
        return _network(named_files(files), to, output, raw=raw)
    failed: list[str] = []
    found = each_of(named_files(files), _edges_of, failed, said("read", "读取"))
    _write(_lines(format, chain.from_iterable(found), raw=raw), output)
    return 2 if failed else 0


def _write(lines: Iterable[str], output: str | None) -> None:
    if output is None:
        for line in lines:
            print(line)
        return
    write_file(Path(output), "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))


def _network(names: Sequence[str], to: str, output: str | None, *, raw: bool) -> int:
    """Write the network of all files; what could not be read is named, and the exit code is then 2."""
    from egovkit.corpus.corpus import Corpus  # noqa: PLC0415  # few calls want the whole network
    from egovkit.corpus.graph_files import GRAPH_FORMATS, to_parquet  # noqa: PLC0415

    if to == "parquet" and output is None:
        raise Misuse("cli.binary", "{format} is no text: name a file with --output", format=to)
    corpus = Corpus.read([Path(name) for name in names])
    if to == "parquet":
        write_file(Path(str(output)), to_parquet(corpus.network))
    else:
        pieces = (piece if raw else shown(piece) for piece in GRAPH_FORMATS[to](corpus.network))
        _write("".join(pieces).splitlines(), output)
    for document in corpus.errors:
        say_trouble(document.id, " ".join(document.error or ()))
    return 2 if corpus.errors else 0


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
