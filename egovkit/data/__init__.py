"""What is known, as CSV and TOML, and the one loader of it (数据).

A table is read when it is first asked for, and once.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pkgutil import get_data
from typing import Any

__all__ = ["first_cells", "read", "read_bytes", "rows", "table", "tree"]


def read_bytes(name: str) -> bytes:
    """Return the content of a file of this package (数据文件), also out of a zip.

    `importlib.resources` takes seven times as long for the tables of the catalogue.
    """
    data = get_data(__name__, name)
    if data is None:
        raise FileNotFoundError(name)
    return data


def read(name: str) -> str:
    """Return the text of a file of this package (数据文件)."""
    return read_bytes(name).decode("utf-8")


def table(name: str) -> tuple[list[str], list[list[str]]]:
    """Return the heading of the table `name`.csv and its lines, each a list of cells (表头与行)."""
    heading, *lines = csv.reader(read(f"{name}.csv").splitlines())
    return heading, lines


def first_cells(name: str) -> list[str]:
    """Return the first cell of each line of the table `name`.csv (首列), of one that has no comma or quote in it.

    To make rows of a table takes ten times as long.
    """
    return [line.partition(",")[0] for line in read(f"{name}.csv").splitlines()[1:]]


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `name`.csv, each as a dict of strings (表)."""
    # DictReader takes half as long again.
    heading, lines = table(name)
    return tuple(dict(zip(heading, line, strict=True)) for line in lines)


@cache
def tree(name: str) -> dict[str, Any]:
    """Return the content of `name`.toml (树)."""
    return tomllib.loads(read(f"{name}.toml"))
