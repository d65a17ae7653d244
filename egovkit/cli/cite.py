"""`egovkit cite`: the citation graph of many files (引用网络)."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from egovkit.citations.graph import COLUMNS, Edge, edges, to_dot
from egovkit.cli.batches import Work
from egovkit.cli.failures import one_line
from egovkit.cli.sources import read_source
from egovkit.documents.document import PolicyDocument

__all__ = ["EdgeFormat", "cite"]


class EdgeFormat(StrEnum):
    """How edges are written (格式)."""

    JSONL = "jsonl"
    CSV = "csv"
    DOT = "dot"


def cite(
    files: Annotated[list[str], typer.Argument(help="Files (txt, html, docx, pdf), or - for stdin.")],
    format: Annotated[EdgeFormat, typer.Option("--format", help="One edge a line, in this format.")] = EdgeFormat.JSONL,
) -> None:
    """Print the edges of the citation graph: which document cites which, in what role.

    A document goes by its number, else by its title, else by its file. A file that cannot be read is named on
    stderr, and the others go on; the exit code is then 2.
    """
    failed: list[str] = []
    for line in _WRITERS[format](_edges(files, failed)):
        print(line)
    if failed:
        raise typer.Exit(2)


def _edges(files: list[str], failed: list[str]) -> Iterator[Edge]:
    """Yield the edges file by file, so that nothing waits for the last one."""
    work = Work(_edges_of, _trouble)
    terminal = Console(stderr=True)
    watched = terminal.is_terminal and not sys.stdout.isatty() and len(files) > 1
    for name in track(files, "Reading 引用", console=terminal, transient=True) if watched else files:
        found = work(name)
        if isinstance(found, str):
            failed.append(name)
            print(f"egovkit: {one_line(name)}: {found}", file=sys.stderr)
        else:
            yield from found


def _edges_of(name: str) -> list[Edge] | str:
    document = PolicyDocument.parse(read_source(name))
    source = str(document.number) if document.number else document.title or name
    return list(edges(source, document.citations))


def _trouble(name: str, trouble: str) -> list[Edge] | str:  # noqa: ARG001  (the name is said where it is printed)
    return trouble


def _jsonl(found: Iterable[Edge]) -> Iterator[str]:
    for edge in found:
        yield json.dumps(edge.as_dict(), ensure_ascii=False)


class _Line:
    """A file that holds the one line csv wrote last."""

    text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)


def _csv(found: Iterable[Edge]) -> Iterator[str]:
    line = _Line()
    writer = csv.writer(line, lineterminator="")
    writer.writerow(COLUMNS)
    yield line.text
    for edge in found:
        values = (getattr(edge, name) for name in COLUMNS)
        writer.writerow("；".join(value) if isinstance(value, tuple) else value for value in values)
        yield line.text


_WRITERS: dict[EdgeFormat, Callable[[Iterable[Edge]], Iterator[str]]] = {
    EdgeFormat.JSONL: _jsonl,
    EdgeFormat.CSV: _csv,
    EdgeFormat.DOT: to_dot,
}
