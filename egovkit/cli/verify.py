"""`egovkit verify`: whether what files cite is true (引用核验)."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from egovkit import __version__
from egovkit.catalogue.register import register
from egovkit.cli.batches import Work
from egovkit.cli.failures import one_line
from egovkit.cli.printing import json_text
from egovkit.cli.sources import read_source
from egovkit.cli.tables import console, counted
from egovkit.interchange.source_text import Source
from egovkit.interchange.verification_sarif import to_sarif
from egovkit.models.day import day_of
from egovkit.verification.claim import Claim, Verdict, Verification
from egovkit.verification.verify import verify as verify_text

__all__ = ["VerifyFormat", "verify"]

_STYLES: Final = {Verdict.AGREES: "green", Verdict.CONTRADICTS: "bold red", Verdict.UNKNOWN: "dim"}
_SURFACE: Final = 36


class VerifyFormat(StrEnum):
    """How claims are printed (核验报告格式)."""

    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"


_NOTHING: Final = Verification(())


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of one file."""

    name: str
    source: Source | None = None
    report: Verification = _NOTHING
    trouble: str = ""


def verify(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files (txt, html, docx, pdf), or - for stdin.")
    ],
    on: Annotated[
        str | None, typer.Option(help="The day that counts, as 2018-01-01; by default the document's own date.")
    ] = None,
    own: Annotated[
        Path | None, typer.Option(help="Your own documents too, a CSV table of policies.", show_default=False)
    ] = None,
    against: Annotated[bool, typer.Option("--against", help="Show only what contradicts.")] = False,
    format: Annotated[VerifyFormat, typer.Option(help="A table, JSON, or SARIF 2.1.0.")] = VerifyFormat.TABLE,
) -> None:
    """Say of every citation whether it is true: exit code 0 nothing contradicts, 1 something does, 2 trouble."""
    table = register if own is None else register.with_own(_own(own))

    def done_with(name: str) -> _Done:
        source = read_source(name)
        # A text of one sentence is no document, and has no date; a document's own is the day that counts.
        day = on if on is not None else source.document.dated
        whole = on is not None or (day is not None and str(day).count("-") == len(("month", "day")))
        return _Done(
            name,
            source,
            verify_text(source.text, on=day_of(day) if day is not None and whole else None, catalogue=table),
        )

    work = Work(done_with, lambda name, trouble: _Done(name, trouble=trouble))
    done = [work(name) for name in files]
    _print(done, format, against=against)
    for one in done:
        if one.trouble:
            print(f"egovkit: {one_line(one.name)}: {one.trouble}", file=sys.stderr)
    if any(one.trouble for one in done):
        raise typer.Exit(2)
    if not all(one.report.ok for one in done):
        raise typer.Exit(1)


def _own(path: Path) -> Any:
    from egovkit.catalogue.policies import Catalogue  # noqa: PLC0415  # few calls have a table of their own

    return Catalogue.from_csv(path)


def _print(done: list[_Done], format: VerifyFormat, *, against: bool) -> None:
    if format is VerifyFormat.SARIF:
        read = [(one.name, one.source, one.report) for one in done if one.source is not None]
        print(json_text(to_sarif(read, __version__), indent=2))
    elif format is VerifyFormat.JSON:
        listed = [
            {"file": one.name, "trouble": one.trouble or None, "claims": [c.as_row() for c in _chosen(one, against)]}
            for one in done
        ]
        print(json_text(listed, indent=2))
    else:
        tables = [_table(one, _chosen(one, against)) for one in done if not one.trouble]
        console().print(Group(*tables, _sum(done)))


def _chosen(one: _Done, against: bool) -> tuple[Claim, ...]:
    return one.report.contradictions if against else one.report.claims


def _table(one: _Done, claims: tuple[Claim, ...]) -> RenderableType:
    table = counted("Claims 核验", len(claims), "位置", "引用", "结论", "理由", "应为", "效力")
    table.title = f"{one_line(one.name)} · {len(claims)}"
    for claim in claims:
        style = _STYLES[claim.verdict]
        standing = claim.standing
        since = "" if standing.since is None else f" {standing.since}"
        table.add_row(
            Text(_where(one.source, claim), style="dim"),
            Text(_short(claim)),
            Text(claim.verdict.term, style=style),
            Text(claim.reason.term),
            Text(claim.instead or "", style="cyan"),
            Text(f"{standing.value.term}{since}" if claim.record is not None else "", style="dim"),
        )
    return table


def _where(source: Source | None, claim: Claim) -> str:
    """Return the line of a citation, or where in a docx, a page or a pdf it stands."""
    if source is None:
        return ""
    places = source.locate(claim.citation.start, claim.citation.end) if source.ends is None else ()
    line = source.text.count("\n", 0, claim.citation.start) + 1
    return "、".join(dict.fromkeys(map(str, places))) or str(line)


def _short(claim: Claim) -> str:
    pinpoint = "" if claim.citation.pinpoint is None else str(claim.citation.pinpoint)
    text = " ".join(claim.citation.text.split())
    return (text if len(text) <= _SURFACE else f"{text[: _SURFACE - 1]}…") + pinpoint


def _sum(done: list[_Done]) -> Text:
    claims = [claim for one in done for claim in one.report]
    counts = [f"{verdict.term} {sum(claim.verdict is verdict for claim in claims)}" for verdict in Verdict]
    return Text("　".join(counts), style="bold")
