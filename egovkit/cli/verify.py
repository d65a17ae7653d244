"""`egovkit verify`: whether what files cite is true (引用核验)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from egovkit import __version__
from egovkit.catalogue.register import Register, register
from egovkit.cli.batches import Work, say_trouble
from egovkit.cli.drawing import Table, Text
from egovkit.cli.failures import one_line
from egovkit.cli.layout import shortened
from egovkit.cli.printing import json_text
from egovkit.cli.sources import read_source
from egovkit.cli.tables import counted
from egovkit.cli.terminal import draw, following
from egovkit.cli.terms import term_of
from egovkit.interchange.files import named_files
from egovkit.interchange.locations import listed
from egovkit.interchange.source_text import Source
from egovkit.interchange.verification_sarif import to_sarif
from egovkit.messages import Words, said
from egovkit.models.day import day_of
from egovkit.verification.claim import Claim, ClaimReason, Verdict, Verification
from egovkit.verification.verify import verify as verify_text

if TYPE_CHECKING:
    from egovkit.catalogue.policies import Catalogue

__all__ = ["verify"]

_STYLES: Final = {Verdict.AGREES: "green", Verdict.CONTRADICTS: "bold red", Verdict.UNKNOWN: "dim"}
_SURFACE: Final = 72
_NOTHING: Final = Verification(())


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of one file."""

    name: str
    source: Source | None = None
    report: Verification = _NOTHING
    trouble: Words | None = None


def verify(files: Sequence[str], on: str | None, own: str | None, format: str, *, against: bool) -> int:
    """Say of every citation whether it is true: exit code 0 nothing contradicts, 1 something does, 2 trouble."""
    table = register if own is None else register.with_own(_own(Path(own)))
    work = Work(partial(_verified, on=on, table=table), _failed)
    names = named_files(files)
    done = [work(name) for name in following(names, len(names), said("verified", "核验"))]
    _print(done, format, against=against)
    for one in done:
        if one.trouble is not None:
            say_trouble(one.name, one.trouble)
    if any(one.trouble for one in done):
        return 2
    return int(not all(one.report.ok for one in done))


def _verified(name: str, on: str | None, table: Register) -> _Done:
    source = read_source(name)
    # A text of one sentence is no document, and has no date; a document's own is the day that counts.
    day = on if on is not None else source.document.dated
    whole = on is not None or (day is not None and str(day).count("-") == len(("month", "day")))
    when = day_of(day) if day is not None and whole else None
    return _Done(name, source, verify_text(source.text, on=when, catalogue=table))


def _failed(name: str, trouble: Words) -> _Done:
    return _Done(name, trouble=trouble)


def _own(path: Path) -> Catalogue:
    from egovkit.catalogue.policies import Catalogue  # noqa: PLC0415  # few calls have a table of their own

    return Catalogue.from_csv(path)


def _print(done: list[_Done], format: str, *, against: bool) -> None:
    if format == "sarif":
        read = [(one.name, one.source, one.report) for one in done if one.source is not None]
        print(json_text(to_sarif(read, __version__), indent=2))
    elif format == "json":
        listed = [
            {
                "file": one.name,
                "trouble": one.trouble and one.trouble._asdict(),
                "claims": [c.as_row() for c in _chosen(one, against)],
            }
            for one in done
        ]
        print(json_text(listed, indent=2))
    else:
        draw(*(_table(one, _chosen(one, against)) for one in done if not one.trouble), _sum(done))


def _chosen(one: _Done, against: bool) -> tuple[Claim, ...]:
    return one.report.contradictions if against else one.report.claims


def _table(one: _Done, claims: tuple[Claim, ...]) -> Table:
    table = counted(
        one_line(one.name), len(claims), said("at", "位置"), said("citation", "引用"), said("verdict", "结论"),
        said("reason", "理由"), said("should be", "应为"), said("standing", "效力"),
    )  # fmt: skip
    for claim in claims:
        style = _STYLES[claim.verdict]
        standing = claim.standing
        since = "" if standing.since is None else f" {standing.since}"
        table.add(
            Text(_where(one.source, claim), "dim"),
            _short(claim),
            Text(term_of(claim.verdict), style),
            _reason(claim.reason),
            Text(claim.instead or "", "cyan"),
            Text(f"{term_of(standing.value)}{since}" if claim.record is not None else "", "dim"),
        )
    return table


def _where(source: Source | None, claim: Claim) -> str:
    """Return the line of a citation, or where in a docx, a page or a pdf it stands."""
    if source is None:
        return ""
    places = source.locate(claim.citation.start, claim.citation.end) if source.ends is None else ()
    line = source.text.count("\n", 0, claim.citation.start) + 1
    return str(listed(places) or line)


def _reason(reason: ClaimReason) -> str:
    return said(reason.sentence, reason.term)


def _short(claim: Claim) -> str:
    pinpoint = "" if claim.citation.pinpoint is None else str(claim.citation.pinpoint)
    return shortened(claim.citation.text, _SURFACE) + pinpoint


def _sum(done: list[_Done]) -> Text:
    claims = [claim for one in done for claim in one.report]
    counts = [f"{term_of(verdict)} {sum(claim.verdict is verdict for claim in claims)}" for verdict in Verdict]
    return Text(said("  ", "　").join(counts), "bold")
