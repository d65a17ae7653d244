"""What the service answers (回答的形状): the models of which its OpenAPI description is made."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from egovkit.checks.finding import Severity
from egovkit.checks.report import Verdict as ReportVerdict
from egovkit.documents.document_reading import DocumentReading
from egovkit.models.standing import StandingKind
from egovkit.verification.claim import ClaimReason, Verdict

__all__ = [
    "CheckAnswer",
    "ClaimRow",
    "ElementRow",
    "Error",
    "ErrorAnswer",
    "FindingRow",
    "FixAnswer",
    "PlannedRow",
    "ReadAnswer",
    "VerifyAnswer",
]

Offset = Annotated[int, Field(ge=0)]


class _Shape(BaseModel, frozen=True, extra="forbid"):
    """A part of an answer; offsets count characters (Unicode code points) of its text."""


class Error(_Shape):
    """What went wrong (错误): its stable code, what it is, and the field that it is about."""

    code: str
    message: str
    place: str = ""


class ErrorAnswer(_Shape):
    """The answer to what cannot be answered (出错)."""

    error: Error


class ElementRow(_Shape):
    """One element of a document (要素): its field, its name, its lines as a person reads them, where it is."""

    field: str
    name: str
    lines: tuple[str, ...]
    start: Offset | None = None
    end: Offset | None = None


class ReadAnswer(_Shape):
    """What a text holds (读取结果)."""

    format: str
    text: str
    elements: tuple[ElementRow, ...]
    document: DocumentReading


class EditRow(_Shape):
    """A replacement of a range (修改)."""

    start: Offset
    end: Offset
    replacement: str


class FindingRow(_Shape):
    """What a rule finds (问题): `id` is what `fix` takes as one of `only`."""

    id: str
    code: str
    name: str
    severity: Severity
    severity_name: str
    start: Offset
    end: Offset
    where: str
    text: str
    message: str
    clause: str
    suggestion: str | None
    edit: EditRow | None


class CheckAnswer(_Shape):
    """The report of a check (校核结果); `assumed` where the day is today's for want of a date."""

    verdict: ReportVerdict
    verdict_name: str
    on: date
    assumed: bool
    official: bool
    findings: tuple[FindingRow, ...]


class ClaimRow(_Shape):
    """What is said of one citation (核验结论); `sources` are where the record that is meant comes from."""

    start: Offset
    end: Offset
    text: str
    title: str | None
    number: str | None
    pinpoint: str | None
    verdict: Verdict
    verdict_name: str
    reason: ClaimReason
    message: str
    known: str | None
    known_title: str | None
    standing: StandingKind
    standing_name: str
    since: str | None
    ground: str | None
    instead: str | None
    note: str | None
    sources: tuple[str, ...] = ()


class VerifyAnswer(_Shape):
    """What is said of every citation (核验结果); `on` is the day that counts, None where none is known."""

    ok: bool
    on: date | None
    claims: tuple[ClaimRow, ...]


class PlannedRow(EditRow):
    """One edit of a plan, and why (修改及理由)."""

    code: str
    message: str


class FixAnswer(_Shape):
    """A mended text (修正结果): every edit is of a range of `source`."""

    text: str
    source: str
    plan: tuple[PlannedRow, ...]
