"""What is to be said of a document (评断): what the rules find in it, and whether what it cites is true."""

from __future__ import annotations

from typing import Any, Final, Protocol

from egovkit.checks.checking import check
from egovkit.checks.finding import Severity
from egovkit.checks.report import Report
from egovkit.interchange.placing import CheckedText, Placed
from egovkit.interchange.source_text import Source
from egovkit.interchange.word.layout import read_layout
from egovkit.messages import Language
from egovkit.models.day import day_of
from egovkit.verification.claim import Claim
from egovkit.verification.verify import verify
from egovkit.web.shapes import CheckAnswer, ClaimRow, EditRow, FindingRow, VerifyAnswer

__all__ = ["check_answer", "finding_id", "report_of", "verify_answer"]

_SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_VERDICTS: Final = {"clean": "nothing found", "mend": "all of it can be mended", "look": "a person has to look at it"}


class _Termed(Protocol):
    @property
    def value(self) -> str: ...

    @property
    def term(self) -> str: ...


def report_of(source: Source, on: str, rules: str) -> Report:
    """Return what the rules find in a source (校核), of a docx its layout, too.

    >>> len(report_of(Source("按照国办发[2014]66号执行", "text", b""), "", "GW2"))
    1
    """
    layout = read_layout(source) if source.format == "docx" else None
    codes = [code.strip() for code in rules.split(",") if code.strip()]
    return check(source, rules=codes or None, on=on or None, layout=layout)


def check_answer(source: Source, on: str, rules: str, language: Language) -> CheckAnswer:
    """Return the report of a check as an answer (校核结果)."""
    report = report_of(source, on, rules)
    placed = CheckedText.of("", source, report).placed
    return CheckAnswer(
        verdict=report.verdict,
        verdict_name=report.verdict.term if language == "zh" else _VERDICTS[report.verdict.value],
        on=report.on,
        assumed=report.assumed,
        official=report.official,
        findings=tuple(_finding(each, language) for each in placed),
    )


def finding_id(code: str, start: int, end: int) -> str:
    """Return what a finding is called among those of its text (问题标识).

    >>> finding_id("GW201", 12, 18)
    'GW201:12-18'
    """
    return f"{code}:{start}-{end}"


def _finding(placed: Placed, language: Language) -> FindingRow:
    finding, edit = placed.finding, placed.finding.edit
    return FindingRow(
        id=finding_id(finding.code, finding.start, finding.end),
        code=finding.code,
        name=finding.name,
        severity=finding.severity,
        severity_name=_SEVERITIES[finding.severity] if language == "zh" else finding.severity.value,
        start=finding.start,
        end=finding.end,
        where=placed.told.zh if language == "zh" else placed.told.en,
        text=placed.surface,
        message=finding.message if language == "zh" else finding.message_en,
        clause=finding.clause,
        suggestion=finding.suggestion,
        edit=None if edit is None else EditRow(start=edit.start, end=edit.end, replacement=edit.replacement),
    )


def verify_answer(source: Source, on: str, language: Language) -> VerifyAnswer:
    """Return what is said of every citation as an answer (核验结果)."""
    dated = source.document.dated
    day = day_of(on) if on else day_of(dated) if dated is not None and dated.day else None
    found = verify(source, on=day)
    return VerifyAnswer(ok=found.ok, on=day, claims=tuple(_claim(each, language) for each in found))


def _claim(claim: Claim, language: Language) -> ClaimRow:
    row: dict[str, Any] = claim.as_row()
    row["message"] = claim.reason.term if language == "zh" else claim.reason.sentence
    return ClaimRow(
        verdict_name=_called(claim.verdict, language),
        standing_name=_called(claim.standing.value, language) if claim.record is not None else "",
        sources=() if claim.record is None else claim.record.sources,
        **row,
    )


def _called(kind: _Termed, language: Language) -> str:
    return kind.term if language == "zh" else kind.value.replace("_", " ")
