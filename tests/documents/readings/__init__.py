"""Invented heads and closings, and what each of their lines is read as.

A file beside this one holds documents: `## name`, the lines with what each is taken for (`title | 关于…`, and
`paragraph |+…` where the reader cut a line in two), then the fields (`= number: …`).

`python -m tests.documents.readings` reads every document anew and writes what it finds, so that a change of any
reading shows as a difference to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from egovkit.documents.document import PolicyDocument

HERE = Path(__file__).parent
FILES = sorted(path.stem for path in HERE.glob("*.txt"))
_LINE = re.compile(r"[a-z_]+ \|([ +])")
# What the blocks show already, or follows from others.
_UNSHOWN = {"text", "blocks", "spans", "outline", "parts", "annexes"}


class Case(NamedTuple):
    """One document: its name, its text, and the lines that tell how it is read."""

    name: str
    text: str
    reading: str


def _value(value: Any) -> str:
    return " / ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def show(text: str) -> str:
    """Return what each line of a text is taken for, and the fields that are read."""
    document = PolicyDocument.parse(text)
    lines: list[str] = []
    at = 0
    for block in document.blocks:
        gap = text[at : block.start]
        sign = " | " if not lines or "\n" in gap else " |+"
        lines.append(f"{block.kind.value}{sign}{gap.rpartition(chr(10))[2]}{text[block.start : block.end]}")
        at = block.end
    fields = [
        f"= {name}: {_value(value)}"
        for name in PolicyDocument.model_fields
        if name not in _UNSHOWN and (value := getattr(document, name)) not in (None, (), False)
    ]
    fields += [f"= annex: {annex.title}" for annex in document.annexes]
    fields += [f"= part: {part.kind} {part.label or '-'} {part.title or '-'}" for part in document.parts]
    return "\n".join(lines + fields)


def cases(name: str) -> Iterator[Case]:
    """Yield the documents of one file; a text is its lines as they are told."""
    for told in (HERE / f"{name}.txt").read_text(encoding="utf-8").split("## ")[1:]:
        title, _, reading = told.strip("\n").partition("\n")
        lines = [line for line in reading.split("\n") if not line.startswith("= ")]
        text = "".join(_LINE.sub(lambda begun: "" if begun[1] == "+" else "\n", line, count=1) for line in lines)
        yield Case(title, text.removeprefix("\n"), reading)


def write(name: str) -> None:
    """Write one file anew with what is read now."""
    told = [f"## {case.name}\n{show(case.text)}\n" for case in cases(name)]
    (HERE / f"{name}.txt").write_text("\n".join(told), encoding="utf-8")
