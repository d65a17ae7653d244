"""`egovkit check`: what the rules find in files (校核)."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import Progress

from egovkit import __version__
from egovkit.checks.checking import check as check_text
from egovkit.checks.checking import selected
from egovkit.checks.finding import Severity
from egovkit.checks.fixing import fix as fix_text
from egovkit.checks.profile import NATIONAL, Profile
from egovkit.checks.report import Report
from egovkit.cli.batches import Work
from egovkit.cli.failures import one_line
from egovkit.cli.findings import show
from egovkit.cli.printing import json_text, shown
from egovkit.cli.sources import read_source
from egovkit.cli.tables import console
from egovkit.cli.writing import write_file
from egovkit.errors import ReadError
from egovkit.interchange.github import to_github
from egovkit.interchange.html_report import to_html
from egovkit.interchange.junit import to_junit
from egovkit.interchange.line_ends import LineEnds
from egovkit.interchange.placing import CheckedText
from egovkit.interchange.plain import decode_stored
from egovkit.interchange.reading import bytes_of
from egovkit.interchange.sarif import to_sarif
from egovkit.interchange.source_text import Source
from egovkit.interchange.sources import named_formats, sniff
from egovkit.models.dates import DocumentDate

__all__ = ["CheckFormat", "check"]

# Starting a process takes as long as checking a hundred documents.
_FEW: Final = 200


class CheckFormat(StrEnum):
    """How findings are printed (报告格式): to look at, for a program, for code hosts, for a CI, for people."""

    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be done with each file; travels to the other processes."""

    rules: tuple[str, ...] | None
    profile: Profile | None
    sidecar: Profile
    left_out: frozenset[str]
    on: date | None
    least: Severity
    write: bool
    diff: bool


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of one file: its findings, the change, or why there are none."""

    name: str
    checked: CheckedText | None = None
    diff: str = ""
    trouble: str = ""


def check(  # noqa: PLR0913, PLR0917  (a command has as many parameters as options)
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=f"Files ({named_formats()}), or - for stdin.")],
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what has one right answer, in the file (UTF-8 text).")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix changes.")] = False,
    select: Annotated[
        str | None, typer.Option(help="Rules to apply, by code or band: GW201,GW6.", show_default=False)
    ] = None,
    ignore: Annotated[str, typer.Option(help="Rules to leave out, by code or band.", show_default=False)] = "",
    level: Annotated[Severity, typer.Option(help="The least severity to report.")] = Severity.INFO,
    profile: Annotated[
        Path | None,
        typer.Option(help="A house's own rules (TOML); else those set beside a file or above.", show_default=False),
    ] = None,
    isolated: Annotated[
        bool, typer.Option("--isolated", help="Leave egovkit.toml and pyproject.toml beside the files alone.")
    ] = False,
    sidecar: Annotated[
        Path | None, typer.Option(help="Accepted findings of the one FILE (TOML).", show_default=False)
    ] = None,
    on: Annotated[str, typer.Option(help="The day whose rules apply, as 2014-12-01.", show_default=False)] = "",
    format: Annotated[
        CheckFormat, typer.Option(help="A table, JSON, SARIF 2.1.0, JUnit XML, GitHub annotations, or an HTML report.")
    ] = CheckFormat.TABLE,
    raw: Annotated[bool, typer.Option("--raw", help="Print control characters of a --diff as they are.")] = False,
) -> None:
    """Check documents against the rules of official writing: exit code 0 clean, 1 findings, 2 trouble."""
    if sidecar is not None and len(files) > 1:
        raise typer.BadParameter("a sidecar file belongs to one FILE")
    if fix and "-" in files:
        raise typer.BadParameter("--fix writes into the file; stdin is none")
    _found_in.cache_clear()
    judged = NATIONAL if isolated else None
    if profile is not None:
        judged = Profile.load(profile)
    left_out = frozenset(rule.code for rule in selected(_codes(ignore))) if ignore else frozenset()
    task = _Task(
        _rules(select, _leaving(judged or NATIONAL, left_out)),
        judged,
        NATIONAL if sidecar is None else Profile.load(sidecar),
        left_out,
        DocumentDate.parse(on).last_day if on else None,
        level,
        fix,
        diff,
    )
    done = list(_run(files, task))
    _print(done, format, raw=raw)
    for one in done:
        if one.trouble:
            print(f"egovkit: {one_line(one.name)}: {one.trouble}", file=sys.stderr)
    if any(one.trouble for one in done):
        raise typer.Exit(2)
    if any(one.checked and one.checked.placed for one in done):
        raise typer.Exit(1)


def _codes(listed: str) -> list[str]:
    return [code.strip().upper() for code in listed.split(",") if code.strip()]


def _rules(select: str | None, profile: Profile) -> tuple[str, ...] | None:
    """Return the codes to apply, None for all; a check that could find nothing would call every file clean."""
    chosen = selected(None) if select is None else selected(_codes(select))
    if not chosen:
        raise typer.BadParameter("--select names no rule: give codes or bands, as GW201,GW6")
    if not profile.own and all(rule.code in profile.off for rule in chosen):
        raise typer.BadParameter("no rule is left to apply: ignore fewer of them")
    return None if select is None else tuple(rule.code for rule in chosen)


def _leaving(profile: Profile, left_out: frozenset[str]) -> Profile:
    return profile.model_copy(update={"off": profile.off | left_out}) if left_out else profile


def _profile(name: str, task: _Task) -> Profile:
    """Return what a file is judged by: the profile asked for, else the one set beside it or above, else the national."""
    profile = task.profile
    if profile is None:
        profile = _found_in(str(Path(name).absolute().parent) if name != "-" else str(Path.cwd()))
    return _leaving(profile.accepting(task.sidecar), task.left_out)


@lru_cache(maxsize=256)
def _found_in(folder: str) -> Profile:
    return Profile.found_for(Path(folder) / "-") or NATIONAL


def _run(files: Sequence[str], task: _Task) -> Iterator[_Done]:
    """Yield what came of each file, in the order given; many files are shared out to all cores."""
    work = Work(partial(_one, task=task), _failed)
    cores = os.cpu_count() or 1
    with _progress(len(files)) as advance:
        if len(files) <= _FEW or cores == 1 or "-" in files:
            for name in files:
                yield work(name)
                advance()
            return
        for done in work.shared(files, cores):
            yield done
            advance()


@contextmanager
def _progress(count: int) -> Iterator[Callable[[], object]]:
    """Show a bar on a terminal where there is something to wait for."""
    terminal = Console(stderr=True)
    if count < 2 or not terminal.is_terminal:
        yield lambda: None
        return
    with Progress(console=terminal, transient=True) as bar:
        one = bar.add_task("校核", total=count)
        yield partial(bar.advance, one)


def _one(name: str, task: _Task) -> _Done:
    return _mend(name, task) if task.write or task.diff else _Done(name, _check(name, read_source(name), task))


def _failed(name: str, trouble: str) -> _Done:
    return _Done(name, trouble=trouble)


def _check(name: str, source: Source, task: _Task) -> CheckedText:
    report = check_text(source, rules=task.rules, on=task.on, profile=_profile(name, task))
    if task.least is not Severity.INFO:
        kept = tuple(finding for finding in report if finding.severity.rank <= task.least.rank)
        report = Report(kept, report.on, report.assumed, report.official)
    return CheckedText.of(name, source, report)


def _mend(name: str, task: _Task) -> _Done:
    stored, mark = _own_text(name) if task.write else ("", b"")
    source = read_source(name)
    fixed = fix_text(source, rules=task.rules, on=task.on, profile=_profile(name, task))
    # A name of several lines would be more than the head of a patch.
    diff = fixed.diff(one_line(name)) if task.diff else ""
    if task.write and fixed.plan:
        stored = LineEnds.of(stored).apply(stored, [planned.edit for planned in fixed.plan])
        write_file(Path(name), mark + stored.encode("utf-8"), keep_times=True)
        source = read_source(name)
    return _Done(name, _check(name, source, task), diff)


def _own_text(name: str) -> tuple[str, bytes]:
    """Return a text with the line ends of its file, to be written back as it was, and its byte order mark."""
    data = bytes_of(Path(name))
    if sniff(data) != "text":
        raise ReadError("read.format", "only plain text can be mended in the file: use --diff, or convert it first")
    stored = decode_stored(data)
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    if mark + stored.encode("utf-8") != data:
        raise ReadError("read.encoding", "only UTF-8 is mended in the file: save it as UTF-8 first")
    return stored, mark


def _print(done: Iterable[_Done], format: CheckFormat, *, raw: bool) -> None:
    done = list(done)
    checked = [one.checked for one in done if one.checked is not None]
    match format:
        case CheckFormat.TABLE:
            for one in done:
                if one.diff:
                    diff = one.diff if raw else shown(one.diff)
                    print(diff, end="" if diff.endswith("\n") else "\n")
            if not any(one.diff for one in done):
                console().print(show(checked))
        case CheckFormat.JSON:
            print(json_text([one.as_json() for one in checked], indent=2))
        case CheckFormat.SARIF:
            print(json_text(to_sarif(checked, __version__), indent=2))
        case CheckFormat.JUNIT:
            print(to_junit(checked), end="")
        case CheckFormat.GITHUB:
            print(to_github(checked), end="")
        case CheckFormat.HTML:
            print(to_html(checked), end="")
