"""The rules (规则库): a folder for each band, a module for each run of codes, a file of cases for each rule.

`MODULES` leads from a code to its module. The cases of GW201 are in `gw2_numbers/cases/GW201.toml`: its first text at
fault and its first without are the examples that the rule's page shows.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

__all__ = ["MODULES", "folder_of", "module_of"]

MODULES: Final = (
    ("GW101", "gw1_head.copies"),
    ("GW103", "gw1_head.secrecy"),
    ("GW108", "gw1_head.urgency"),
    ("GW110", "gw1_head.printed_head"),
    ("GW201", "gw2_numbers.form"),
    ("GW207", "gw2_numbers.signs"),
    ("GW212", "gw2_numbers.own"),
    ("GW301", "gw3_body.titles"),
    ("GW307", "gw3_body.recipients"),
    ("GW312", "gw3_body.title_form"),
    ("GW331", "gw3_body.headings"),
    ("GW334", "gw3_body.markers"),
    ("GW338", "gw3_body.requests"),
    ("GW340", "gw3_body.sequences"),
    ("GW343", "gw3_body.phrases"),
    ("GW344", "gw3_body.divisions"),
    ("GW346", "gw3_body.replies"),
    ("GW351", "gw3_body.signature"),
    ("GW352", "gw3_body.annex_note"),
    ("GW358", "gw3_body.closing"),
    ("GW364", "gw3_body.annexes"),
    ("GW401", "gw4_imprint.copied"),
    ("GW404", "gw4_imprint.keywords"),
    ("GW406", "gw4_imprint.imprint"),
    ("GW501", "gw5_citations.citing"),
    ("GW509", "gw5_citations.short_names"),
    ("GW521", "gw5_citations.organs"),
    ("GW525", "gw5_citations.sources"),
    ("GW601", "gw6_dates.own_dates"),
    ("GW606", "gw6_dates.agreement"),
    ("GW611", "gw6_dates.days"),
    ("GW615", "gw6_dates.day_setting"),
    ("GW618", "gw6_dates.terms"),
    ("GW631", "gw6_dates.numerals"),
    ("GW636", "gw6_dates.ranges"),
    ("GW643", "gw6_dates.amounts"),
    ("GW701", "gw7_layout.page"),
    ("GW711", "gw7_layout.characters"),
    ("GW721", "gw7_layout.place"),
    ("GW731", "gw7_layout.head"),
    ("GW736", "gw7_layout.breaks"),
    ("GW741", "gw7_layout.imprint"),
    ("GW751", "gw7_layout.page_numbers"),
    ("GW761", "gw7_layout.forms"),
    ("GW781", "gw7_layout.leftovers"),
    ("GW901", "gw9_characters.width"),
    ("GW904", "gw9_characters.paired"),
    ("GW906", "gw9_characters.repeated"),
    ("GW910", "gw9_characters.quotes"),
    ("GW913", "gw9_characters.marks"),
    ("GW918", "gw9_characters.blanks"),
    ("GW931", "gw9_characters.characters"),
    ("GW941", "gw9_characters.lookalikes"),
    ("GW951", "gw9_characters.wording"),
)
"""The first code of each module, and the module; it holds the codes up to the next one's first."""

_FIRST: Final = tuple(first for first, _ in MODULES)


def module_of(code: str) -> str:
    """Return the module that holds the rule of a code, if there is one (规则所在).

    >>> module_of("GW204")
    'egovkit.checks.rules.gw2_numbers.form'
    """
    return f"{__name__}.{MODULES[max(0, bisect_right(_FIRST, code) - 1)][1]}"


def folder_of(code: str) -> str:
    """Return the package of the band of a code (规则所属类).

    >>> folder_of("GW204")
    'egovkit.checks.rules.gw2_numbers'
    """
    return module_of(code).rpartition(".")[0]
