"""`egovkit cite`: the citation graph of many files (引用网络)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from egovkit.citations.graph import COLUMNS, Edge, edges, to_dot
from egovkit.cli.batches import Work
from egovkit.cli.failures import one_line
from egovkit.cli.printing import csv_lines, json_text, shown
from egovkit.cli.sources import read_source
from egovkit.interchange.sources import named_formats

__all__ = ["EdgeFormat", "cite"]


class EdgeFormat(StrEnum):
    """How edges are written (格式)."""

    JSONL = "jsonl"
    CSV = "csv"
    DOT = "dot"


def cite(
    files: Annotated[list[str], typer.Argument(help=f"Files ({named_formats()}), or - for stdin.")],
    format: Annotated[EdgeFormat, typer.Option("--format", help="One edge a line, in this format.")] = EdgeFormat.JSONL,
    raw: Annotated[bool, typer.Option("--raw", help="Print control characters and formulas as they are.")] = False,
) -> None:
    """Print the edges of the citation graph: which document cites which, in what role.

    A document goes by its number, else by its title, else by its file. A file that cannot be read is named on
    stderr, and the others go on; the exit code is then 2.
    """
    failed: list[str] = []
    for line in _lines(format, _edges(files, failed), raw=raw):
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
    document = read_source(name).document
    source = str(document.number) if document.number else document.title or name
    return list(edges(source, document.citations))


def _trouble(name: str, trouble: str) -> list[Edge] | str:  # noqa: ARG001  (the name is said where it is printed)
    return trouble


def _lines(format: EdgeFormat, found: Iterable[Edge], *, raw: bool) -> Iterator[str]:
    match format:
        case EdgeFormat.JSONL:
            yield from (json_text(edge.as_dict()) for edge in found)
        case EdgeFormat.CSV:
            rows = ({name: getattr(edge, name) for name in COLUMNS} for edge in found)
            yield from csv_lines(COLUMNS, rows, raw=raw)
        case EdgeFormat.DOT:
            yield from (line if raw else shown(line) for line in to_dot(found))
