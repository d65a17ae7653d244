"""`egovkit convert`: a document as JSON, Markdown or plain text (转换)."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from egovkit.cli.printing import json_escaped, shown
from egovkit.cli.sources import read_source
from egovkit.cli.writing import write_file
from egovkit.documents.document import PolicyDocument
from egovkit.interchange.markdown import to_markdown

__all__ = ["Target", "convert"]


class Target(StrEnum):
    """What a document is converted to (目标格式)."""

    JSON = "json"
    MD = "md"
    TXT = "txt"


def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="A txt, html, docx or pdf; - for stdin.")],
    to: Annotated[
        Target, typer.Option("--to", help="json: all that was read; md: with headings; txt: the text.")
    ] = Target.JSON,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here instead of to stdout.")] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Print control characters to stdout as they are.")] = False,
) -> None:
    """Convert a document: `egovkit convert notice.docx --to md`."""
    text = read_source(source)
    if to is Target.TXT:
        written = text + "\n"
    else:
        document = PolicyDocument.parse(text)
        written = to_markdown(document) if to is Target.MD else json_escaped(document.model_dump_json(indent=2)) + "\n"
    if out is None:
        typer.echo(written if raw else shown(written), nl=False)
    else:
        write_file(out, written.encode("utf-8"))
