"""`egovkit convert`: a document in another format (转换)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from egovkit.cli.printing import json_escaped, shown
from egovkit.cli.sources import read_source
from egovkit.cli.writing import write_file
from egovkit.interchange.exports import EXPORTS
from egovkit.interchange.sources import named_formats

__all__ = ["convert"]

_WRITERS: Final = {export.name: export.write for export in EXPORTS}
_TO: Final = "; ".join(f"{export.name}: {export.about}" for export in EXPORTS)


def _known(name: str) -> str:
    if name not in _WRITERS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(_WRITERS)}")
    return name


def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help=f"A {named_formats()}; - for stdin.")],
    to: Annotated[
        str, typer.Option("--to", metavar=f"[{'|'.join(_WRITERS)}]", help=f"{_TO}.", callback=_known)
    ] = "json",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here instead of to stdout.")] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Print control characters to stdout as they are.")] = False,
) -> None:
    """Convert a document: `egovkit convert notice.docx --to md`."""
    written = _WRITERS[to](read_source(source).document)
    if to == "json":
        written = json_escaped(written)
    if out is None:
        typer.echo(written if raw else shown(written), nl=False)
    else:
        write_file(out, written.encode("utf-8"))
