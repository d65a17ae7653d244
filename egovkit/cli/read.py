"""`egovkit read`: what texts hold (阅读)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from egovkit.cli.batches import each_of
from egovkit.cli.drawing import Text
from egovkit.cli.failures import Misuse, one_line
from egovkit.cli.printing import json_text
from egovkit.cli.reading import Reading
from egovkit.cli.sources import example as bundled
from egovkit.cli.sources import read_source
from egovkit.cli.tables import explained, show
from egovkit.cli.terminal import draw
from egovkit.interchange.files import named_files, names_many
from egovkit.messages import said

__all__ = ["read"]


def read(files: Sequence[str], format: str, *, example: bool, explain: bool) -> int:
    """Show what texts hold: card and outline, numbers, citations, dates, frameworks."""
    if bool(files) == example:
        raise Misuse("cli.read", "give a FILE, - for stdin, or --example")
    failed: list[str] = []
    if example:
        _print([Reading("example", bundled())], format, explain=explain, listed=False)
    elif not names_many(files):
        _print([_reading(files[0])], format, explain=explain, listed=False)
    else:
        readings = each_of(named_files(files), _reading, failed, said("read", "读取"))
        _print(readings, format, explain=explain, listed=True)
    return 2 if failed else 0


def _reading(name: str) -> Reading:
    return Reading.of(name, read_source(name))


def _print(readings: Iterable[Reading], format: str, *, explain: bool, listed: bool) -> None:
    if format == "json":
        wholes = [_whole(reading, explain=explain) for reading in readings]
        print(json_text(wholes if listed else wholes[0], indent=2))
        return
    for reading in readings:
        if format == "jsonl":
            for line in reading.decisions() if explain else reading.as_lines():
                print(json_text(line))
        else:
            if listed:
                draw(Text(one_line(reading.source), "bold underline"), Text())
            draw(explained(reading) if explain else show(reading))


def _whole(reading: Reading, *, explain: bool) -> dict[str, Any]:
    return {"source": reading.source, "lines": reading.decisions()} if explain else reading.as_json()
