"""`egovkit register`: what the register knows of a number, a title, or some words (登记册)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from egovkit.catalogue.register import register as known
from egovkit.catalogue.register_about import RegisterAbout
from egovkit.cli.policies import TableFormat
from egovkit.cli.printing import csv_lines, json_text
from egovkit.cli.tables import console, counted
from egovkit.models.policy import DocumentLevel, PolicyRecord

__all__ = ["register"]

_COLUMNS = ("number", "title", "issuers", "dated", "published_on", "level", "standing", "confidence", "sources")
_FIRST, _LAST = 2013, 2022
_SERIES = ("国发", "国办发", "国函", "国办函", "法释", "财税")


# Each option narrows the list by one field.
def register(
    words: Annotated[
        str | None, typer.Argument(help="A number, a title, or words of titles.", show_default=False)
    ] = None,
    level: Annotated[DocumentLevel | None, typer.Option(help="What kind of norm.")] = None,
    issuer: Annotated[str | None, typer.Option(help="An issuing organ, such as 工信部.")] = None,
    year: Annotated[int | None, typer.Option(help="The year of the number.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to show at most.")] = 20,
    about: Annotated[bool, typer.Option("--about", help="Say how complete it is, and where it is from.")] = False,
    on: Annotated[str | None, typer.Option(help="The day of the standing, today by default.")] = None,
    format: Annotated[TableFormat, typer.Option(help="How to print.")] = TableFormat.TABLE,
) -> None:
    """Look documents up in the register of central documents and laws."""
    if about:
        _print_about(known.about(), format)
        return
    if words is None and level is None and issuer is None and year is None:
        raise typer.BadParameter("give a number, a title, words of titles, or --about")
    table = known.where(level=level, issuer=issuer, year=year)
    found = list(table)[:limit] if words is None else (table.find(words) or table.search(words, limit))[:limit]
    rows = [_row(record, on) for record in found]
    if format is TableFormat.JSON:
        print(json_text(rows, indent=2))
    elif format is TableFormat.CSV:
        for line in csv_lines(_COLUMNS, rows):
            print(line)
    else:
        console().print(_table(found, rows))


def _row(record: PolicyRecord, on: str | None) -> dict[str, Any]:
    standing = known.standing(record, on)
    return {
        "number": None if record.number is None else str(record.number),
        "title": record.title,
        "issuers": record.issuers,
        "dated": None if record.dated is None else str(record.dated),
        "published_on": None if record.published_on is None else str(record.published_on),
        "level": None if record.level is None else record.level.value,
        "standing": standing.value.value,
        "confidence": record.confidence,
        "sources": record.sources,
    }


def _table(found: Sequence[PolicyRecord], rows: Sequence[dict[str, Any]]) -> RenderableType:
    if not found:
        return Text("the register has no such document, which proves nothing: egovkit register --about")
    table = counted("Register 登记册", len(found), "number", "title", "dated", "level", "standing")
    table.columns[2].no_wrap = True
    for record, row in zip(found, rows, strict=True):
        table.add_row(
            Text(row["number"] or "none", style="cyan" if row["number"] else "dim"),
            Text(record.title, style="" if record.confidence == "sure" else "dim"),
            Text(row["dated"] or (f"{row['published_on']} 公布" if row["published_on"] else "")),
            Text("" if record.level is None else record.level.term, style="dim"),
            Text(row["standing"], style="dim" if row["standing"] == "unknown" else ""),
        )
    return table


def _print_about(about: RegisterAbout, format: TableFormat) -> None:
    if format is TableFormat.TABLE:
        console().print(f"version {about.version} · {len(known)} rows", _series(about), _sources(about))
        return
    rows = [{**series._asdict(), "share": series.share} for series in about.series]
    if format is TableFormat.CSV:
        for line in csv_lines(("code", "year", "known", "highest", "first", "last", "share"), rows):
            print(line)
        return
    sources = [source._asdict() for source in about.sources]
    print(json_text({"version": about.version, "rows": len(known), "series": rows, "sources": sources}, indent=2))


def _series(about: RegisterAbout) -> Table:
    table = counted("Series 字号系列", len(_SERIES), "code", "known", "highest serials", f"share {_FIRST}–{_LAST}")
    for code in _SERIES:
        mine = [series for series in about.series if series.code == code and _FIRST <= series.year <= _LAST]
        table.add_row(
            Text(code, style="cyan"),
            str(sum(series.known for series in mine)),
            str(sum(series.highest for series in mine)),
            f"{about.share(code, _FIRST, _LAST):.0%}",
        )
    return table


def _sources(about: RegisterAbout) -> Table:
    table = counted("Sources 来源", len(about.sources), "key", "source", "terms", "use")
    for source in about.sources:
        table.add_row(Text(source.key, style="cyan"), Text(source.name), Text(source.terms), Text(source.use))
    return table
