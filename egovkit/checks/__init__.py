"""Rules, findings, fixes: is a document well formed, and are its citations true (校核).

The names of `__all__` are loaded when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from egovkit.checks.checking import check
    from egovkit.checks.finding import Edit, Finding, Severity, Strength
    from egovkit.checks.fixing import Fixed, PlannedEdit, StaleText, fix
    from egovkit.checks.house import HouseNumber, HousePhrase, HouseTerm
    from egovkit.checks.profile import NATIONAL, Profile, ProfileError, Suppression
    from egovkit.checks.report import Cause, Report, Verdict
    from egovkit.checks.rule import Rule, Scope, rule_named

_HOMES = {
    "Cause": "report",
    "Edit": "finding",
    "Finding": "finding",
    "Fixed": "fixing",
    "HouseNumber": "house",
    "HousePhrase": "house",
    "HouseTerm": "house",
    "NATIONAL": "profile",
    "PlannedEdit": "fixing",
    "Profile": "profile",
    "ProfileError": "profile",
    "Report": "report",
    "Rule": "rule",
    "Scope": "rule",
    "Severity": "finding",
    "StaleText": "fixing",
    "Strength": "finding",
    "Suppression": "profile",
    "Verdict": "report",
    "check": "checking",
    "fix": "fixing",
    "rule_named": "rule",
}

__all__ = [
    "NATIONAL",
    "Cause",
    "Edit",
    "Finding",
    "Fixed",
    "HouseNumber",
    "HousePhrase",
    "HouseTerm",
    "PlannedEdit",
    "Profile",
    "ProfileError",
    "Report",
    "Rule",
    "Scope",
    "Severity",
    "StaleText",
    "Strength",
    "Suppression",
    "Verdict",
    "check",
    "fix",
    "rule_named",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)
