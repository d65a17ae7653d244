"""`egovkit render`: a docx as it is printed (排印)."""

from __future__ import annotations

from pathlib import Path

from egovkit.cli.drawing import Text
from egovkit.cli.failures import Misuse
from egovkit.cli.printing import json_text
from egovkit.cli.sources import read_source
from egovkit.cli.terminal import draw
from egovkit.cli.writing import write_file
from egovkit.interchange.page_checks import PageFinding, check_pages
from egovkit.interchange.rendering import render_docx
from egovkit.messages import said

__all__ = ["render"]


def render(file: str, format: str, output: str | None) -> int:
    """Print a docx as a pdf and say what its pages have against the standard; 1 where they have anything."""
    source = read_source(file)
    if file == "-" and output is None:
        raise Misuse("cli.binary", "{format} is no text: name a file with --output", format="pdf")
    pdf = render_docx(source)
    write_file(Path(output or Path(file).with_suffix(".pdf").name), pdf)
    found = check_pages(source, pdf)
    for one in found:
        if format == "json":
            print(json_text(_as_json(one)))
        else:
            draw(Text(f"{one.page}  {_said(one)}  {one.clause}"))
    # A font that this machine lacks is no fault of the file.
    return int(any(one.code != "fonts" for one in found))


def _said(finding: PageFinding) -> str:
    return said(finding.message.en, finding.message.zh)


def _as_json(finding: PageFinding) -> dict[str, object]:
    return {**finding._asdict(), "message": _said(finding)}
