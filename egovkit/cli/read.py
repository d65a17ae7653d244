"""`egovkit read`: what a text holds (阅读)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from egovkit.cli.printing import json_text
from egovkit.cli.reading import Reading
from egovkit.cli.sources import example, read_source
from egovkit.cli.tables import console, explained, show
from egovkit.interchange.sources import named_formats

__all__ = ["Format", "read"]


class Format(StrEnum):
    """How a result is printed (输出格式): a table to look at, one JSON object, or one JSON object a line."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def read(
    file: Annotated[str, typer.Argument(help=f"A file ({named_formats()}), or - for stdin.", show_default=False)] = "",
    format: Annotated[Format, typer.Option(help="A table, one JSON object, or one object a line.")] = Format.TABLE,
    bundled: Annotated[bool, typer.Option("--example", help="Read the document that comes with egovkit.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say of each line what it is taken for, and why.")] = False,
) -> None:
    """Show what a text holds: its card and outline, numbers, citations, dates, frameworks."""
    if bool(file) == bundled:
        raise typer.BadParameter("give one FILE, - for stdin, or --example")
    reading = Reading("example", example()) if bundled else Reading.of(file, read_source(file))
    match format:
        case Format.TABLE:
            console().print(explained(reading) if explain else show(reading))
        case Format.JSON:
            whole = {"source": reading.source, "lines": reading.decisions()} if explain else reading.as_json()
            print(json_text(whole, indent=2))
        case Format.JSONL:
            for line in reading.decisions() if explain else reading.as_lines():
                print(json_text(line))
