"""What a rule finds and what it does not (案例): the files of cases beside the rules, which anybody can extend.

They are in the package because a rule's examples are read from them, which `egovkit rules` shows and the strategies plant.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, Final

from egovkit.checks.rules import folder_of

if TYPE_CHECKING:
    from egovkit.models.layout import Layout

__all__ = ["Case", "cases_of"]

_LAYOUT: Final = "GW7"
"""The band of the rules that judge a layout."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text of a file of cases (案例): what the rule of the file's name finds in it, and what fixing makes of it.

    - `found`: the texts of the findings, in order; empty where the rule must find nothing.
    - `fixed`: the text after `fix`, None where the file does not say.
    - `changes`: what of the text's layout is other than the standard wants it, as JSON; None for a rule that asks for no
      layout, and empty for the standard's own. `layout` is what they make.
    - `on`: the day whose rules apply, None for the text's own.
    """

    code: str
    text: str
    found: tuple[str, ...]
    fixed: str | None
    on: date | None
    changes: str | None = None

    @property
    def layout(self) -> Layout | None:
        """How the text is laid out (版式); None for a rule that asks for no layout."""
        if self.changes is None:
            return None
        # Only the rules of layout have cases with one.
        from egovkit.checks.standard_layout import changed, standard_layout

        return changed(standard_layout(self.text), json.loads(self.changes))


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
    changes = json.dumps(row.get("layout", [])) if code.startswith(_LAYOUT) else None
    day = date.fromisoformat(on) if on else None
    return Case(code, row["text"], tuple(row.get("found", ())), row.get("fixed"), day, changes)
