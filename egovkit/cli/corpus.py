"""`egovkit corpus`: a folder of files as tables (语料入表)."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from egovkit.cli.batches import say_trouble
from egovkit.cli.printing import shown
from egovkit.cli.terminal import following
from egovkit.corpus.building import Built, build
from egovkit.interchange.files import named_files
from egovkit.messages import said

__all__ = ["corpus"]

_NAMED = 10


def corpus(files: Sequence[str], output: str | None, jobs: int | None, *, duckdb: bool) -> int:
    """Read files into documents.parquet, citations.parquet and errors.csv: exit code 2 where a file could not be read."""
    folder = Path(output or "out")
    # A link that leads to itself is a file that cannot be read, and `Path.resolve` raises for it.
    written = os.path.realpath(folder)
    names = [name for name in named_files(files) if not Path(os.path.realpath(name)).is_relative_to(written)]
    built = None
    steps = build(names, folder, jobs, duckdb=duckdb)
    for step in following(steps, len(names), said("read", "读取")):
        if isinstance(step, Built):
            built = step
    if built is None:
        return 2
    print(_told(built, folder, duckdb=duckdb))
    _name_failed(folder / "errors.csv")
    return 2 if built.failed else 0


def _told(built: Built, folder: Path, *, duckdb: bool) -> str:
    kept = built.files - built.read
    written = ["documents.parquet", "citations.parquet", "errors.csv", *(["corpus.duckdb"] if duckdb else [])]
    return said(
        f"{built.files:,} files: {built.read:,} read, {kept:,} as before, of these {built.failed:,} not to be read; "
        f"{built.citations:,} citations, {built.resolved:,} of known documents; {built.nodes:,} documents in all, "
        f"{built.conflicts:,} numbers of several titles. Written: {shown(str(folder))}/{', '.join(written)}",
        f"{built.files:,} 个文件：读取 {built.read:,}，沿用 {kept:,}，其中 {built.failed:,} 个未能读取；"
        f"引用 {built.citations:,} 处，其中已落实 {built.resolved:,} 处；共 {built.nodes:,} 份文件，"
        f"{built.conflicts:,} 个字号对应多个标题。已写入 {shown(str(folder))}/{'、'.join(written)}",
    )


def _name_failed(path: Path) -> None:
    """Name the first of the files that could not be read; the others are in the file."""
    import csv  # noqa: PLC0415  # few calls have errors

    with path.open(encoding="utf-8", newline="") as file:
        failed = list(csv.DictReader(file))
    for row in failed[:_NAMED]:
        say_trouble(row["id"], f"{row['message']} [{row['code']}]")
    if len(failed) > _NAMED:
        more = len(failed) - _NAMED
        print(said(f"egovkit: and {more:,} more, in {path}", f"egovkit：另有 {more:,} 个，见 {path}"), file=sys.stderr)
