"""`egovkit rules`: the rules listed, and one explained (校核规则)."""

from __future__ import annotations

from typing import Annotated, Any, Final

import typer
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from egovkit.checks.finding import Severity
from egovkit.checks.rule import Rule, selected
from egovkit.cli.printing import json_text
from egovkit.cli.tables import console, counted

__all__ = ["rules", "told"]

_STYLES: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


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
        "bad": rule.bad,
        "good": rule.good,
    }


def rules(
    codes: Annotated[list[str] | None, typer.Argument(help="Codes such as GW201, or bands: GW2, GW33.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list.")] = False,
) -> None:
    """List the rules that texts are checked by; explain a single one with its clause and examples."""
    chosen = selected(codes or None)
    if as_json:
        print(json_text([told(rule) for rule in chosen], indent=2))
    elif len(chosen) == 1:
        console().print(_card(chosen[0]))
    else:
        console().print(_table(chosen))


def _table(chosen: tuple[Rule, ...]) -> Table:
    table = counted("Rules 规则", len(chosen), "code", "rule 规则", "name", "severity", "clause 依据")
    table.columns[0].no_wrap = True
    for rule in chosen:
        table.add_row(
            Text(rule.code, style="cyan"),
            Text(rule.title),
            Text(rule.name, style="dim"),
            Text(rule.severity.value, style=_STYLES[rule.severity]),
            Text(rule.clause, style="dim"),
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


def _card(rule: Rule) -> Group:
    said = told(rule)
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim")
    facts.add_column(overflow="fold")
    for name, term in _TERMS.items():
        value = said[name]
        if value:
            facts.add_row(f"{term} {name}", Text("、".join(value) if isinstance(value, list) else str(value)))
    return Group(
        Text.assemble((rule.code, "cyan"), " ", (rule.title, "bold"), (f" {rule.name}", "dim")),
        facts,
        Padding(Text(rule.doc), (1, 0)),
        *(
            part
            for head, style, example in (("Bad 不当", "red", said["bad"]), ("Good 妥当", "green", said["good"]))
            for part in (Text(head, style=style), Padding(Text(example), (0, 0, 1, 2)))
        ),
    )
