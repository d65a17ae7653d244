"""`egovkit policies` and `egovkit lineage`: the catalogue listed, and what came before and after (政策, 沿革)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from egovkit.catalogue.lineage import Lineage, LineageStep
from egovkit.catalogue.policies import Catalogue
from egovkit.catalogue.policies import policies as known
from egovkit.catalogue.timeline import LINEAGE_COLUMNS
from egovkit.cli.drawing import Table, Text, Tree
from egovkit.cli.printing import csv_lines, json_text
from egovkit.cli.tables import counted
from egovkit.cli.terminal import draw
from egovkit.cli.terms import term_of
from egovkit.errors import AmbiguousTerm
from egovkit.messages import said
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import StatusKind

__all__ = ["COLUMNS", "lineage", "policies"]

COLUMNS: Final = (
    "number", "title", "issuers", "originator", "dated", "published_on", "effective_on", "domain", "status",
    "status_ground", "status_confidence", "frameworks", "confidence", "sources",
)  # fmt: skip
"""The columns of the CSV that `egovkit policies` prints."""


def _write_csv(columns: Collection[str], rows: Iterable[Mapping[str, Any]]) -> None:
    for line in csv_lines(columns, rows):
        print(line)


def _row(record: PolicyRecord) -> dict[str, Any]:
    status = record.status
    cells: dict[str, Any] = {name: getattr(record, name) for name in COLUMNS if not name.startswith("status")}
    cells["status"] = status and status.value.value
    cells["status_ground"] = status and status.ground
    cells["status_confidence"] = status and status.confidence
    return cells


def _table(found: Catalogue) -> Table:
    table = counted(
        said("Policies", "政策"), len(found), said("number", "字号"), said("title", "标题"), said("dated", "日期"),
        said("domain", "领域"), said("status", "效力"),
    )  # fmt: skip
    for record in found:
        status = record.status
        table.add(
            Text(
                said("none", "无") if record.number is None else str(record.number), "cyan" if record.number else "dim"
            ),
            record.title,
            "" if record.dated is None else str(record.dated),
            Text("、".join(record.domain), "dim"),
            Text(
                "" if status is None else term_of(status.value), "dim" if status and status.confidence != "sure" else ""
            ),
        )
    return table


# Each option narrows the list by one field.
def policies(  # noqa: PLR0913, PLR0917
    domain: str | None,
    issuer: str | None,
    year: int | None,
    since: str | None,
    until: str | None,
    framework: str | None,
    status: str | None,
    on: str | None,
    format: str,
) -> int:
    """List the policies of the catalogue, those that fit every option."""
    kind = None if status is None else StatusKind(status)
    found = known.where(
        issuer=issuer, year=year, domain=domain, framework=framework, status=kind, on=on, since=since, until=until
    )
    if format == "json":
        dumped = [record.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for record in found]
        print(json_text(dumped, indent=2))
    elif format == "csv":
        _write_csv(COLUMNS, map(_row, found))
    else:
        draw(_table(found))
    return 0


def _grow(tree: Tree, steps: Iterable[LineageStep], root: str) -> None:
    branches = {root: tree}
    for step in steps:
        edge = step.relation
        forth = edge.source == step.key
        kind = said(f"{term_of(edge.kind)}{'' if forth else ' (by)'}", f"{'' if forth else '被'}{edge.kind.term}")
        dated = "" if step.record is None or step.record.dated is None else f" {step.record.dated}"
        number = "" if step.record is None or step.record.number is None else f" {step.record.number}"
        label = Text.of((f"{kind} ", "magenta"), step.title, (number, "cyan"), (dated, "dim"))
        branches[step.key] = branches[step.via].add(label)


def _tree(found: Lineage) -> Tree:
    title = found.key if found.record is None else found.record.title
    number = "" if found.record is None or found.record.number is None else f" {found.record.number}"
    tree = Tree(Text.of((title, "bold"), (number, "bold cyan")))
    for name, steps in ((said("before", "之前"), found.before), (said("after", "之后"), found.after)):
        if steps:
            _grow(tree.add(Text(f"{name} · {len(steps)}", "bold")), steps, found.key)
    return tree


def lineage(number: str, depth: int | None, format: str) -> int:
    """Show what came before a policy and what came after it, by typed relations."""
    found = known.lineage(_key(number), depth=depth)
    match format:
        case "json":
            print(json_text({"key": found.key, "steps": found.to_rows()}, indent=2))
        case "csv":
            _write_csv(LINEAGE_COLUMNS, found.to_rows())
        case "mermaid":
            print(found.to_mermaid(), end="")
        case "svg":
            print(found.to_svg())
        case _:
            draw(_tree(found))
    return 0


def _key(name: str) -> str:
    if name in known:
        return name
    keys = {match.record.key for match in known.by_title(name)}
    if len(keys) > 1:
        raise AmbiguousTerm("policies", name, sorted(keys))
    return keys.pop() if keys else name
