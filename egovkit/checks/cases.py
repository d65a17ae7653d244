"""What a rule finds and what it does not (案例): the files of cases beside the rules, which anybody can extend.

They are in the package because a rule's examples are read from them, which `egovkit rules` shows and the strategies plant.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import Any

from egovkit.checks.rules import folder_of

__all__ = ["Case", "cases_of"]


@dataclass(frozen=True, slots=True)
class Case:
    """One text of a file of cases (案例): what the rule of the file's name finds in it, and what fixing makes of it.

    - `found`: the texts of the findings, in order; empty where the rule must find nothing.
    - `fixed`: the text after `fix`, None where the file does not say.
    - `on`: the day whose rules apply, None for the text's own.
    """

    code: str
    text: str
    found: tuple[str, ...]
    fixed: str | None
    on: date | None


@cache
def cases_of(code: str) -> tuple[Case, ...]:
    """Return the cases of a rule, those at fault first (规则案例); LookupError where no rule has the code.

    >>> [case.found for case in cases_of("GW201")][0]
    ('[2014]',)
    """
    try:
        data = get_data(folder_of(code), f"cases/{code}.toml")
    except OSError:
        data = None
    if data is None:
        raise LookupError(f"no cases of {code}")
    held = tomllib.loads(data.decode("utf-8"))
    return tuple(_case(code, row) for side in ("fail", "pass") for row in held.get(side, ()))


def _case(code: str, row: dict[str, Any]) -> Case:
    on = row.get("on")
    return Case(
        code, row["text"], tuple(row.get("found", ())), row.get("fixed"), date.fromisoformat(on) if on else None
    )
