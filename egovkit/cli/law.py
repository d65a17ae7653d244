"""`egovkit law`: a law with its versions, and the one in force on a day (法律版本)."""

from __future__ import annotations

from typing import Any

from egovkit.catalogue.register import register
from egovkit.cli.drawing import Table, Text
from egovkit.cli.printing import json_text
from egovkit.cli.tables import counted
from egovkit.cli.terminal import draw
from egovkit.cli.terms import term_of
from egovkit.messages import said
from egovkit.models.law import Law, LawVersion

__all__ = ["law"]


def law(name: str, format: str, on: str | None) -> int:
    """Show the versions of a law, which of them was in force on a day, and how the law stood."""
    found = register.law(name)
    standing = register.standing(name, on)
    version = None if on is None else found.on(on)
    if format == "json":
        dumped: dict[str, Any] = found.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        dumped["standing"] = standing.model_dump(mode="json", exclude_none=True)
        if on is not None:
            dumped["on"] = None if version is None else version.model_dump(mode="json", exclude_none=True)
        print(json_text(dumped, indent=2))
        return 0
    since = "" if standing.since is None else f" {standing.since}"
    ground = "" if standing.ground is None else f"（{standing.ground}）"
    lines = [
        Text(found.title, "bold"),
        Text(f"{said('standing', '效力')}  {term_of(standing.value)}{since}{ground}"),
    ]
    if on is not None:
        then = said("not known, or none", "没有，或不清楚") if version is None else _said(version)
        lines.append(Text(f"{on}  {then}", "cyan"))
    draw(*lines, _table(found, version))
    return 0


def _said(version: LawVersion) -> str:
    return f"{version.promulgated} {term_of(version.kind)}"


def _table(found: Law, current: LawVersion | None) -> Table:
    table = counted(
        said("Versions", "版本"), len(found.versions), said("promulgated", "公布"), said("how", "方式"),
        said("effective", "施行"), said("order", "令号"), said("decision", "决定"), said("last", "末条"),
    )  # fmt: skip
    for version in found.versions:
        table.add(
            Text(str(version.promulgated or ""), "bold cyan" if version is current else ""),
            term_of(version.kind),
            str(version.effective or ""),
            "" if version.order is None else str(version.order),
            Text(version.revised_by or "", "dim"),
            "" if version.last_article is None else f"第{version.last_article}条",
        )
    return table
