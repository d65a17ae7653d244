"""`egovkit check`: what the rules find in files (校核)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from egovkit import __version__
from egovkit.checks.checking import check as check_text
from egovkit.checks.finding import Severity
from egovkit.checks.fixing import Fixed
from egovkit.checks.fixing import fix as fix_text
from egovkit.checks.profile import NATIONAL, Profile
from egovkit.checks.report import Report
from egovkit.cli.batches import Work, say_trouble
from egovkit.cli.failures import Misuse, one_line
from egovkit.cli.findings import Findings
from egovkit.cli.mending import Mending, mend_file
from egovkit.cli.printing import json_text, shown
from egovkit.cli.rules import chosen
from egovkit.cli.sources import read_source
from egovkit.cli.terminal import draw, following
from egovkit.interchange.files import named_files, names_many
from egovkit.interchange.placing import CheckedText
from egovkit.interchange.source_text import Source
from egovkit.messages import Words, said
from egovkit.models.dates import DocumentDate

__all__ = ["check"]

# Starting a process takes as long as checking a hundred documents.
_FEW: Final = 200


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be done with each file; travels to the other processes."""

    rules: tuple[str, ...] | None
    profile: Profile | None
    sidecar: Profile
    left_out: frozenset[str]
    on: date | None
    least: Severity
    mending: Mending
    diff: bool


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of one file: its findings, the change, or why there are none."""

    name: str
    checked: CheckedText | None = None
    diff: str = ""
    mended: Counter[str] = field(default_factory=Counter)
    trouble: Words | None = None


def check(  # noqa: PLR0913, PLR0917  (a command has as many parameters as options)
    files: Sequence[str],
    select: str | None,
    ignore: str | None,
    level: str,
    profile: str | None,
    sidecar: str | None,
    on: str | None,
    format: str,
    author: str | None,
    output: str | None = None,
    *,
    fix: bool,
    in_place: bool,
    tracked: bool,
    comments: bool,
    diff: bool,
    isolated: bool,
    raw: bool,
) -> int:
    """Check documents against the rules of official writing: exit code 0 clean, 1 findings, 2 trouble."""
    if sidecar is not None and names_many(files):
        raise Misuse("cli.sidecar", "a sidecar file belongs to one FILE")
    out = None if output is None else Path(output)
    mending = Mending(fix, tracked, comments, out, in_place, author or "")
    if mending.writes and out is None and "-" in files:
        raise Misuse("cli.fix", "--fix writes into the file; stdin is none")
    if out is not None and names_many(files):
        raise Misuse("cli.mended", "one mended file is written: give one FILE")
    if (tracked and not fix) or (in_place and not mending.writes):
        raise Misuse("cli.mend", "--tracked and --in-place say how --fix writes: give --fix, too")
    _found_in.cache_clear()
    judged = NATIONAL if isolated else None
    if profile is not None:
        judged = Profile.load(profile)
    left_out = frozenset(rule.code for rule in chosen(_codes(ignore))) if ignore else frozenset()
    task = _Task(
        _rules(select, _leaving(judged or NATIONAL, left_out)),
        judged,
        NATIONAL if sidecar is None else Profile.load(sidecar),
        left_out,
        DocumentDate.parse(on).last_day if on else None,
        Severity(level),
        mending,
        diff,
    )
    done = list(_run(named_files(files), task))
    _print(done, format, raw=raw)
    for one in done:
        if one.trouble is not None:
            say_trouble(one.name, one.trouble)
    if any(one.trouble for one in done):
        return 2
    return int(any(one.checked and one.checked.placed for one in done))


def _codes(listed: str) -> list[str]:
    return [code.strip() for code in listed.split(",") if code.strip()]


def _rules(select: str | None, profile: Profile) -> tuple[str, ...] | None:
    """Return the codes to apply, None for all; a check that could find nothing would call every file clean."""
    found = chosen(None if select is None else _codes(select))
    if not found:
        raise Misuse("cli.select", "--select names no rule: give codes or bands, as GW201,GW6")
    if not profile.own and all(rule.code in profile.off for rule in found):
        raise Misuse("cli.ignore", "no rule is left to apply: ignore fewer of them")
    return None if select is None else tuple(rule.code for rule in found)


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
    few = len(files) <= _FEW or cores == 1 or "-" in files
    done = map(work, files) if few else work.shared(files, cores)
    return following(done, len(files), said("checked", "校核"))


def _one(name: str, task: _Task) -> _Done:
    return _mend(name, task) if task.mending.writes or task.diff else _Done(name, _check(name, read_source(name), task))


def _failed(name: str, trouble: Words) -> _Done:
    return _Done(name, trouble=trouble)


def _check(name: str, source: Source, task: _Task) -> CheckedText:
    # Only of a docx the format of each character is told.
    layout = None
    if source.format == "docx":
        from egovkit.interchange.word.layout import read_layout  # noqa: PLC0415  # other files have none

        layout = read_layout(source)
    report = check_text(source, rules=task.rules, on=task.on, profile=_profile(name, task), layout=layout)
    if task.least is not Severity.INFO:
        kept = tuple(finding for finding in report if finding.severity.rank <= task.least.rank)
        report = Report(kept, report.on, report.assumed, report.official)
    return CheckedText.of(name, source, report)


def _mend(name: str, task: _Task) -> _Done:
    source = read_source(name)
    fixed = fix_text(source, rules=task.rules, on=task.on, profile=_profile(name, task))
    if task.diff:
        # A name of several lines would be more than the head of a patch. What shows a change makes none.
        return _Done(name, _check(name, source, task), fixed.diff(one_line(name)))
    how = task.mending
    meant = fixed if how.fix else Fixed(source.text, (), source.text)
    done = mend_file(name, source, meant, _check(name, source, task).report, how)
    written = read_source(str(how.target(name, source))) if done.plan else source
    mended = Counter(planned.code for planned in done.plan)
    return _Done(name, _check(name, written, task), mended=mended)


def _print(done: Sequence[_Done], format: str, *, raw: bool) -> None:
    checked = [one.checked for one in done if one.checked is not None]
    match format:
        case "json":
            print(json_text([one.as_json() for one in checked], indent=2))
        case "sarif":
            from egovkit.interchange.sarif import to_sarif  # noqa: PLC0415  # a report of one kind needs no other

            print(json_text(to_sarif(checked, __version__), indent=2))
        case "junit":
            from egovkit.interchange.junit import to_junit  # noqa: PLC0415  # a report of one kind needs no other

            print(to_junit(checked), end="")
        case "github":
            from egovkit.interchange.github import to_github  # noqa: PLC0415  # a report of one kind needs no other

            print(to_github(checked), end="")
        case "html":
            from egovkit.interchange.html_report import to_html  # noqa: PLC0415  # a report of one kind needs no other

            print(to_html(checked), end="")
        case _:
            for one in done:
                if one.diff:
                    diff = one.diff if raw else shown(one.diff)
                    print(diff, end="" if diff.endswith("\n") else "\n")
            if not any(one.diff for one in done):
                draw(Findings(checked, [one.mended for one in done if one.checked is not None]))
