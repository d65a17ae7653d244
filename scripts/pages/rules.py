"""A page for every rule, from its docstring, and a table of them all."""

from __future__ import annotations

from egovkit.checks.rule import Rule, rules
from scripts.pages.markdown import GENERATED, table


def pages() -> dict[str, str]:
    made = {f"tables/rules/{each.code}.md": _page(each) for each in rules()}
    return {"tables/rules.md": _index(), **made}


def _index() -> str:
    rows = [
        (f"[{each.code}](rules/{each.code}.md)", each.title, each.name, each.clause, each.strength, each.severity)
        for each in rules()
    ]
    return (
        f"# Rules 校核规则\n\n{GENERATED}"
        f"{len(rows)} rules. In Python: [`check`](../reference/checks.md).\n\n"
        f"{table(('code', 'rule 规则', 'name', 'clause 依据', 'strength', 'severity'), rows)}"
    )


def _laid_out(rule: Rule) -> str:
    """Say what of its layout makes a text bad, which the text does not show."""
    if rule.changes is None:
        return ""
    return f"Laid out as the standard wants it, but for 版式不当之处: `{rule.changes}`\n\n"


def _page(rule: Rule) -> str:
    force = f"{rule.since or ''} – {rule.until or ''}" if rule.since or rule.until else ""
    facts = [
        ("clause 依据", rule.clause),
        ("strength", rule.strength),
        ("severity", rule.severity),
        ("judges", rule.scope),
        ("in force 施行", force),
    ]
    return (
        f"# {rule.code} {rule.title}\n\n{GENERATED}*{rule.name}*\n\n"
        f"{table(('', ''), [fact for fact in facts if fact[1]])}\n{rule.doc}\n\n"
        f"## Bad 不当\n\n```text\n{rule.bad}\n```\n\n{_laid_out(rule)}## Good 妥当\n\n```text\n{rule.good}\n```\n"
    )
