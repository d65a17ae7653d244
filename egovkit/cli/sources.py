"""Where a command takes its text from (输入)."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

from egovkit.interchange import read

__all__ = ["example", "read_source"]


def example() -> str:
    """Return the document that comes with the package (内置示例).

    >>> example().splitlines()[2]
    '云川政办发〔2024〕12号'
    """
    return files(__package__).joinpath("example.txt").read_text(encoding="utf-8")


def read_source(name: str) -> str:
    """Return the text of a file, or of stdin where the name is `-` (读入); ReadError where there is none."""
    return read(sys.stdin.buffer.read()) if name == "-" else read(Path(name))
