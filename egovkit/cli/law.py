"""`egovkit law`: a law with its versions, and the one in force on a day (法律版本)."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.console import Group
from rich.text import Text

from egovkit.catalogue.register import register
from egovkit.cli.printing import json_text
from egovkit.cli.tables import console, counted
from egovkit.models.law import Law, LawVersion

__all__ = ["law"]


def law(
    name: Annotated[str, typer.Argument(help="A law, regulation, rule or interpretation, such as 档案法.")],
    on: Annotated[str | None, typer.Option(help="A day, as 2018-01-01; today by default.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show the versions of a law, which of them was in force on a day, and how the law stood."""
    found = register.law(name)
    standing = register.standing(name, on)
    version = None if on is None else found.on(on)
    if as_json:
        dumped: dict[str, Any] = found.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        dumped["standing"] = standing.model_dump(mode="json", exclude_none=True)
        if on is not None:
            dumped["on"] = None if version is None else version.model_dump(mode="json", exclude_none=True)
        print(json_text(dumped, indent=2))
        return
    since = "" if standing.since is None else f" {standing.since}"
    ground = "" if standing.ground is None else f"（{standing.ground}）"
    lines = [Text(found.title, style="bold"), Text(f"效力 standing  {standing.value.term}{since}{ground}")]
    if on is not None:
        lines.append(Text(f"{on}  {'not known, or none' if version is None else _said(version)}", style="cyan"))
    console().print(Group(*lines, _table(found, version)))


def _said(version: LawVersion) -> str:
    return f"{version.promulgated} {version.kind.term}"


def _table(found: Law, current: LawVersion | None) -> Any:
    table = counted(
        "Versions 版本", len(found.versions), "promulgated", "how", "effective", "order", "decision", "last"
    )
    for version in found.versions:
        table.add_row(
            Text(str(version.promulgated or ""), style="bold cyan" if version is current else ""),
            Text(version.kind.term),
            Text(str(version.effective or "")),
            Text("" if version.order is None else str(version.order)),
            Text(version.revised_by or "", style="dim"),
            Text("" if version.last_article is None else f"第{version.last_article}条"),
        )
    return table
