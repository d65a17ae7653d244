"""What each rule asks for and why, in Chinese (规则说明); the English one is the docstring of the rule."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Reason", "reasons"]


class Reason(NamedTuple):
    """What a rule asks for, and why (规则理由).

    >>> str(Reason("顺序号不编虚位。", "标准有此规定。"))
    '顺序号不编虚位。\\n\\n理由：标准有此规定。'
    """

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what}\n\n理由：{self.why}"


@lru_cache(maxsize=1)
def reasons() -> dict[str, Reason]:
    """Return the reason of every rule by its code (规则说明表).

    >>> reasons()["GW210"].what
    '字号以“号”字收尾。'
    """
    import csv  # noqa: PLC0415  # who checks a text asks for no reason

    table = __spec__.loader.get_data(os.path.join(os.path.dirname(__file__), "rules.csv"))  # type: ignore[union-attr]  # noqa: PTH118, PTH120
    rows = list(csv.reader(table.decode("utf-8").splitlines()))[1:]
    return {code: Reason(what, why) for code, what, why in rows}
