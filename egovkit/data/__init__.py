"""What is known, as CSV and TOML, and the one loader of it (数据).

A table is read when it is first asked for, and once.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

__all__ = ["rows", "tree"]


@cache
def _folder() -> Traversable:
    return files(__name__)


def _read(name: str) -> str:
    return _folder().joinpath(name).read_text(encoding="utf-8")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `name`.csv, each as a dict of strings (表)."""
    # DictReader takes half as long again.
    heading, *lines = csv.reader(_read(f"{name}.csv").splitlines())
    return tuple(dict(zip(heading, line, strict=True)) for line in lines)


@cache
def tree(name: str) -> dict[str, Any]:
    """Return the content of `name`.toml (树)."""
    return tomllib.loads(_read(f"{name}.toml"))
