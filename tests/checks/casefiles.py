from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One text of a case file: what the rule of the file's name finds in it, and what fixing makes of it."""

    code: str
    text: str
    found: list[str]
    fixed: str | None
    on: date | None


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.toml")):
        held = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in held.get("fail", []):
            yield _case(path.stem, row, row["found"])
        for row in held.get("pass", []):
            yield _case(path.stem, row, [])


def _case(code: str, row: dict[str, str], found: list[str]) -> Case:
    on = row.get("on")
    return Case(code, row["text"], found, row.get("fixed"), date.fromisoformat(on) if on else None)
