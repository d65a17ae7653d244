"""The clauses that many rules come from (依据), and the days from which they bind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Check, Scope, custom, rule

__all__ = [
    "DATE_FORMAT",
    "HEADINGS",
    "NUMBER",
    "NUMBER_FORMAT",
    "PUNCTUATION",
    "citing",
    "connector",
    "custom_layout",
    "layout_rule",
    "leftover",
    "number_form",
    "numeral",
]

HEADINGS: Final = "GB/T 9704-2012, 7.3.3"
"""The clause on headings and their numbers (结构层次序数)."""

NUMBER: Final = "中办发〔2012〕14号, art. 9(5)"
"""The clause on what a number is made of (发文字号)."""

NUMBER_FORMAT: Final = "GB/T 9704-2012, 7.2.5"
"""The clause on how a number is printed (发文字号的编排)."""

DATE_FORMAT: Final = "GB/T 9704-2012, 7.3.5.4"
"""The clause on the digits of a document's date (成文日期中的数字)."""

PUNCTUATION: Final = "GB/T 15834-2011"
"""The standard on punctuation (标点符号用法)."""

number_form: Final = partial(
    rule, clause=NUMBER_FORMAT, strength=Strength.MUST, severity=Severity.WARNING, since=date(2012, 7, 1)
)
"""A rule on the form of a number, wherever it is cited (字号写法)."""

citing: Final = partial(
    custom, clause="国发〔2000〕23号, art. 25, and custom since its end in 2012", since=date(2001, 1, 1)
)
"""A rule on how a document is cited (引用写法)."""

numeral: Final = partial(
    rule, clause="GB/T 15835-2011, 5.1", strength=Strength.SHOULD, scope=Scope.WORDS, since=date(2011, 11, 1)
)
"""A rule of the standard on numerals (数字用法)."""

connector: Final = partial(
    rule, clause=f"{PUNCTUATION}, 4.13", strength=Strength.SHOULD, scope=Scope.WORDS, since=date(2012, 6, 1)
)
"""A rule of the standard on connectors (连接号)."""


def layout_rule(code: str, name: str, title: str, *, clause: str, strength: Strength) -> Callable[[Check], Check]:
    """Register a rule of the standard on layout (版式规则): what must be is a warning, what should be a hint."""
    severity = Severity.WARNING if strength is Strength.MUST else Severity.INFO
    since = date(2012, 7, 1)
    return rule(code, name, title, clause=clause, strength=strength, severity=severity, scope=Scope.LAYOUT, since=since)


custom_layout: Final = partial(custom, scope=Scope.LAYOUT)
"""A rule on layout that is custom only (版式惯例)."""

leftover: Final = partial(custom, clause="custom before publication", scope=Scope.FILE)
"""A rule on what work has left in a file (遗留信息)."""
