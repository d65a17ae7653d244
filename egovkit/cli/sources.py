"""Where a command takes its text from (输入)."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

from egovkit.errors import ReadError
from egovkit.interchange.reading import read_source as read_file
from egovkit.interchange.source_text import Source

__all__ = ["example", "read_source"]


def example() -> str:
    """Return the document that comes with the package (内置示例).

    >>> example().splitlines()[2]
    '云川政办发〔2024〕12号'
    """
    return files(__package__).joinpath("example.txt").read_text(encoding="utf-8")


def read_source(name: str) -> Source:
    """Return the text of a file, or of stdin where the name is `-` (读入); ReadError where there is none."""
    if name != "-":
        return read_file(Path(name))
    # An interpreter that was started with stdin closed has none.
    if sys.stdin is None:
        raise ReadError("read.stdin", "stdin is closed: name a file, or send the text through a pipe")
    return read_file(sys.stdin.buffer)
