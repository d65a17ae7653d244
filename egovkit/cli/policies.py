"""`egovkit policies` and `egovkit lineage`: the catalogue listed, and what came before and after (政策, 沿革)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, Final

import typer
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from egovkit.catalogue.lineage import Lineage, LineageStep
from egovkit.catalogue.policies import Catalogue
from egovkit.catalogue.policies import policies as known
from egovkit.catalogue.timeline import LINEAGE_COLUMNS
from egovkit.cli.printing import csv_lines, json_text
from egovkit.cli.tables import console, counted
from egovkit.errors import AmbiguousTerm
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import StatusKind

__all__ = ["LineageFormat", "TableFormat", "lineage", "policies"]

COLUMNS: Final = (
    "number", "title", "issuers", "originator", "dated", "published_on", "effective_on", "domain", "status",
    "status_ground", "status_confidence", "frameworks", "confidence", "sources",
)  # fmt: skip
"""The columns of the CSV that `egovkit policies` prints."""


class TableFormat(StrEnum):
    """How a list is printed (列表格式).

    >>> TableFormat("csv").value
    'csv'
    """

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class LineageFormat(StrEnum):
    """How a lineage is printed (沿革格式).

    >>> LineageFormat("svg").value
    'svg'
    """

    TREE = "tree"
    JSON = "json"
    CSV = "csv"
    MERMAID = "mermaid"
    SVG = "svg"


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
    table = counted("Policies 政策", len(found), "number", "title", "dated", "domain", "status")
    table.columns[2].no_wrap = True
    for record in found:
        status = record.status
        table.add_row(
            Text("none" if record.number is None else str(record.number), style="cyan" if record.number else "dim"),
            Text(record.title),
            Text("" if record.dated is None else str(record.dated)),
            Text("、".join(record.domain), style="dim"),
            Text(
                "" if status is None else status.value.term,
                style="dim" if status and status.confidence != "sure" else "",
            ),
        )
    return table


# Each option narrows the list by one field.
def policies(  # noqa: PLR0913, PLR0917
    domain: Annotated[str | None, typer.Option(help="A domain, such as 政务服务.")] = None,
    issuer: Annotated[str | None, typer.Option(help="An issuing organ, such as 工信部.")] = None,
    year: Annotated[int | None, typer.Option(help="The year of the number.")] = None,
    since: Annotated[str | None, typer.Option(help="First date: 2016, 2016-09 or 2016-09-25.")] = None,
    until: Annotated[str | None, typer.Option(help="Last date, of the same forms.")] = None,
    framework: Annotated[str | None, typer.Option(help="A framework it set, such as 三网一库.")] = None,
    status: Annotated[StatusKind | None, typer.Option(help="Its status, today or on the day of --on.")] = None,
    on: Annotated[str | None, typer.Option(help="A day; alone: known to be in force on it.")] = None,
    form: Annotated[TableFormat, typer.Option("--format", help="How to print.")] = TableFormat.TABLE,
) -> None:
    """List the policies of the catalogue, those that fit every option."""
    found = known.where(
        issuer=issuer, year=year, domain=domain, framework=framework, status=status, on=on, since=since, until=until
    )
    if form is TableFormat.JSON:
        dumped = [record.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for record in found]
        print(json_text(dumped, indent=2))
    elif form is TableFormat.CSV:
        _write_csv(COLUMNS, map(_row, found))
    else:
        console().print(_table(found))


def _grow(tree: Tree, steps: Iterable[LineageStep], root: str) -> None:
    branches = {root: tree}
    for step in steps:
        edge = step.relation
        said = edge.kind.term if edge.source == step.key else f"被{edge.kind.term}"
        dated = "" if step.record is None or step.record.dated is None else f" {step.record.dated}"
        number = "" if step.record is None or step.record.number is None else f" {step.record.number}"
        label = Text.assemble((f"{said} ", "magenta"), step.title, (number, "cyan"), (dated, "dim"))
        branches[step.key] = branches[step.via].add(label)


def _tree(found: Lineage) -> Tree:
    title = found.key if found.record is None else found.record.title
    number = "" if found.record is None or found.record.number is None else f" {found.record.number}"
    tree = Tree(Text.assemble((title, "bold"), (number, "bold cyan")), guide_style="dim")
    for name, steps in (("before 之前", found.before), ("after 之后", found.after)):
        if steps:
            _grow(tree.add(Text(f"{name} · {len(steps)}", style="bold")), steps, found.key)
    return tree


def lineage(
    number: Annotated[str, typer.Argument(help="A number, such as 国办发〔2014〕66号, or a title.")],
    depth: Annotated[int | None, typer.Option(min=1, help="How many steps away; all by default.")] = None,
    form: Annotated[LineageFormat, typer.Option("--format", help="How to print.")] = LineageFormat.TREE,
) -> None:
    """Show what came before a policy and what came after it, by typed relations."""
    found = known.lineage(_key(number), depth=depth)
    if form is LineageFormat.JSON:
        print(json_text({"key": found.key, "steps": found.to_rows()}, indent=2))
    elif form is LineageFormat.CSV:
        _write_csv(LINEAGE_COLUMNS, found.to_rows())
    elif form is LineageFormat.MERMAID:
        print(found.to_mermaid(), end="")
    elif form is LineageFormat.SVG:
        print(found.to_svg())
    else:
        console().print(_tree(found))


def _key(name: str) -> str:
    if name in known:
        return name
    keys = {match.record.key for match in known.by_title(name)}
    if len(keys) > 1:
        raise AmbiguousTerm("policies", name, sorted(keys))
    return keys.pop() if keys else name
