"""`egovkit rules`: the rules listed, and one explained (校核规则)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from egovkit.catalogue.near_names import near_names
from egovkit.checks.finding import Severity
from egovkit.checks.rule import Rule, selected
from egovkit.checks.rule import rules as known
from egovkit.cli.drawing import Card, Drawn, Stack, Table, Text
from egovkit.cli.printing import json_text
from egovkit.cli.tables import counted
from egovkit.cli.terminal import draw
from egovkit.errors import UnknownTerm
from egovkit.messages import said

__all__ = ["SEVERITIES", "chosen", "rules", "told"]

_STYLES: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
"""What each severity is called in Chinese."""


def chosen(codes: Sequence[str] | None) -> tuple[Rule, ...]:
    """Return the rules of codes and bands (选规则), in whatever case; UnknownTerm with near codes for what is none.

    >>> [rule.code for rule in chosen(["gw201"])]
    ['GW201']
    """
    found: dict[str, Rule] = {}
    for code in codes if codes is not None else [None]:
        try:
            each = selected(None if code is None else [code.upper()])
        except UnknownTerm:
            raise UnknownTerm(
                "rules", code or "", near_names((code or "").upper(), [rule.code for rule in known()])
            ) from None
        found.update((rule.code, rule) for rule in each)
    return tuple(found[code] for code in sorted(found))


def told(rule: Rule) -> dict[str, Any]:
    """Return what is to be said of a rule (规则说明), as JSON holds it.

    >>> from egovkit.checks import rule_named
    >>> told(rule_named("GW201"))["name"]
    'year-brackets'
    """
    return {
        "code": rule.code,
        "title": rule.title,
        "name": rule.name,
        "clause": rule.clause,
        "strength": rule.strength.value,
        "severity": rule.severity.value,
        "scope": rule.scope.value,
        "kinds": sorted(rule.kinds),
        "since": rule.since and rule.since.isoformat(),
        "until": rule.until and rule.until.isoformat(),
        "reason": rule.doc,
        "reason_zh": rule.doc_zh,
        "bad": rule.bad,
        "bad_layout": json.loads(rule.changes) if rule.changes else None,
        "good": rule.good,
    }


def rules(codes: Sequence[str], format: str) -> int:
    """List the rules that texts are checked by; explain a single one with its clause and examples."""
    found = chosen(codes or None)
    if format == "json":
        print(json_text([told(rule) for rule in found], indent=2))
    else:
        draw(_card(found[0]) if len(found) == 1 else _table(found))
    return 0


def _table(found: tuple[Rule, ...]) -> Table:
    table = counted(
        said("Rules", "规则"), len(found), said("code", "代码"), said("rule", "规则"), said("name", "名称"),
        said("severity", "程度"), said("clause", "依据"),
    )  # fmt: skip
    for rule in found:
        severity = said(rule.severity.value, SEVERITIES[rule.severity])
        table.add(
            Text(rule.code, "cyan"),
            rule.title,
            Text(rule.name, "dim"),
            Text(severity, _STYLES[rule.severity]),
            Text(rule.clause, "dim"),
        )
    return table


_TERMS: Final = {
    "clause": "依据",
    "strength": "约束力",
    "severity": "严重程度",
    "scope": "适用范围",
    "kinds": "文种",
    "since": "施行",
    "until": "停止施行",
}


def _card(rule: Rule) -> Drawn:
    about = told(rule)
    facts = [
        (said(name, term), "、".join(value) if isinstance(value, list) else str(value))
        for name, term in _TERMS.items()
        if (value := about[name])
    ]
    examples = ((said("Bad", "不当"), "red", rule.bad), (said("Good", "妥当"), "green", rule.good))
    return Stack(
        (
            Text.of((rule.code, "cyan"), " ", (rule.title, "bold"), (f" {rule.name}", "dim")),
            Card(facts),
            Text(f"\n{said(rule.doc, rule.doc_zh)}\n"),
            *(part for head, style, text in examples for part in (Text(head, style), Card([(" ", text)]), Text())),
        )
    )
