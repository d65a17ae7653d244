"""What findings look like in a terminal (校核结果表)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from egovkit.checks.finding import Severity
from egovkit.cli.failures import one_line
from egovkit.interchange.placing import CheckedText, Placed

__all__ = ["show"]

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
_SURFACE: Final = 24
# A fault that was found oftener is told by its first places and their number.
_PLACES: Final = 4


def show(checked: Sequence[CheckedText]) -> RenderableType:
    """Lay out the findings of files (排列结果): a table for each file that has any, and a line that sums up."""
    return Group(*(_table(one) for one in checked if one.placed), _sum(checked))


def _table(one: CheckedText) -> Table:
    # A text without a date is judged by the rules of today, which its author may not have known.
    day = f"{one.report.on}" + ("（推定）" if one.report.assumed else "")
    table = Table(
        # A name in brackets would be read as markup.
        title=Text(f"{one_line(one.name)} · {day} · {one.report.verdict.term}", style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for column in ("位置", "规则", "问题", "原文"):
        table.add_column(column, overflow="fold")
    together: dict[tuple[str, str, Severity], list[Placed]] = {}
    for placed in one.placed:
        finding = placed.finding
        together.setdefault((finding.code, finding.message, finding.severity), []).append(placed)
    for places in together.values():
        table.add_row(*_row(places))
    return table


def _row(places: Sequence[Placed]) -> tuple[Text, Text, Text, Text]:
    """Lay out one fault with its places; the passage is that of the first."""
    placed = places[0]
    finding = placed.finding
    where = "、".join(one.where for one in places[:_PLACES])
    if len(places) > _PLACES:
        where += f" 等{len(places)}处"
    surface = placed.surface if len(placed.surface) <= _SURFACE else placed.surface[: _SURFACE - 1] + "…"
    meant = f" → {finding.suggestion}" if finding.suggestion else ""
    style = _STYLES[finding.severity]
    return (
        Text(where),
        Text(finding.code, style=style),
        Text(one_line(finding.message)),
        Text(one_line(surface + meant)),
    )


def _sum(checked: Sequence[CheckedText]) -> Text:
    counts = Counter(placed.finding.severity for one in checked for placed in one.placed)
    mendable = sum(placed.finding.edit is not None for one in checked for placed in one.placed)
    found = ", ".join(_counted(counts[severity], severity) for severity in Severity if counts[severity])
    if not found:
        return Text(f"{len(checked)} checked, nothing found")
    return Text(f"{len(checked)} checked: {found}" + (f"; {mendable} can be mended with --fix" if mendable else ""))


def _counted(count: int, severity: Severity) -> str:
    return f"{count} {severity}" + ("s" if count > 1 and severity is not Severity.INFO else "")
