"""GW525 to GW530: whether what is cited is true (引用的核对): its number, its date, and whether it is in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from egovkit.catalogue.policies import policies
from egovkit.catalogue.register import register
from egovkit.catalogue.title_matches import MatchWay
from egovkit.checks import registered
from egovkit.checks.finding import Severity, Strength
from egovkit.checks.organ_codes import code_of_another
from egovkit.checks.rule import Hit, rule
from egovkit.checks.rules.gw5_citations.stated import date_stated, of_another_event
from egovkit.checks.standards import NUMBER
from egovkit.checks.subject import Subject
from egovkit.grammar.titles import split_issuers
from egovkit.models.citation import Citation, Relation
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber, NumberMention
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import StatusKind
from egovkit.verification.claim import ClaimReason, Verdict
from egovkit.verification.identity import Identity

_BASIS: Final = Relation.BASIS
_IN_FORCE: Final = "中办发〔2012〕14号, art. 34"
_SURE_WAYS: Final = frozenset((MatchWay.TITLE, MatchWay.CARRIER, MatchWay.ALIAS, MatchWay.INSTRUMENT))


@lru_cache(maxsize=8192)
def _ends(title: str) -> bool:
    """Say whether the register knows of a day from which a law of a title is no longer in force."""
    return any(law.status is not None and law.status.value is not StatusKind.IN_FORCE for law in register.laws(title))


def _contradicting(subject: Subject, reason: ClaimReason) -> Iterator[tuple[NumberMention, IssuanceNumber, Identity]]:
    """Yield the numbers of citations that verification finds untrue for a reason, with what it says of them."""
    for citation, number, value in subject.numbered:
        if citation.title is not None:
            identity = subject.identity_of(citation)
            if identity.verdict is Verdict.CONTRADICTS and identity.reason is reason:
                yield number, value, identity


@rule(
    "GW525",
    "number-of-another",
    "张冠李戴",
    clause=f"{NUMBER}, against the register",
    strength=Strength.MUST,
    severity=Severity.ERROR,
    over="numbered",
)
def number_of_another(subject: Subject) -> Iterator[Hit]:
    """The number after a title is that document's, not one that another document bears.

    Why: the register is sure of the number, and the title is that of another document, or like none of its titles.
    """
    for number, value, identity in _contradicting(subject, ClaimReason.OTHER_DOCUMENT):
        known = "" if identity.record is None else identity.record.title
        right = identity.instead if identity.instead is not None and IssuanceNumber.is_valid(identity.instead) else None
        yield Hit(
            number.start,
            number.end,
            f"{value}是《{known}》的发文字号" + (f"，该标题的发文字号为{right}" if right else ""),
            f"{value} is the number of another document" + (f"; the title's is {right}" if right else ""),
            suggestion=right,
        )


@rule(
    "GW526",
    "number-unlike-catalogue",
    "字号与目录不符",
    clause=f"{NUMBER}, against the register",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="numbered",
)
def number_unlike_catalogue(subject: Subject) -> Iterator[Hit]:
    """The number after a title is the one under which the register knows the title.

    Why: the register is sure that the document of this title bears another number of the same organ and year.
    """
    for number, _, identity in _contradicting(subject, ClaimReason.OTHER_NUMBER):
        yield Hit(
            number.start,
            number.end,
            f"登记册中该标题的发文字号为{identity.instead}",
            f"the register knows this title as {identity.instead}",
            suggestion=identity.instead,
        )


def _cited_record(subject: Subject, citation: Citation) -> PolicyRecord | None:
    """Return the record that a citation means beyond doubt, by its number or by a full title."""
    if citation.numbers:
        identity = subject.identity_of(citation)
        agreed = len(citation.numbers) == 1 and identity.verdict is Verdict.AGREES
        return identity.record if agreed else None
    found = tuple(m for m in registered.by_title(citation.title or "") if m.way in _SURE_WAYS)
    return found[0].record if len(found) == 1 and found[0].sure else None


def _ended(record: PolicyRecord) -> bool:
    return record.status is not None and record.status.value is not StatusKind.IN_FORCE


@rule(
    "GW527",
    "no-longer-in-force",
    "依据已失效",
    clause=_IN_FORCE,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    over="citations",
)
def no_longer_in_force(subject: Subject) -> Iterator[Hit]:
    """What a text rests on (根据, 按照) is in force on its day.

    Why: a document that is repealed has no effect from the day of its repeal. Only the grounds are judged: a text
    may well tell of what is past.
    """
    for citation in subject.citations:
        if citation.relation is not _BASIS or citation.title is None or citation.dated is not None:
            continue
        record = _cited_record(subject, citation)
        if record is None or not (_ended(record) or _ends(record.title)):
            continue
        number = citation.numbers[0].value if citation.numbers else None
        standing = register.standing_of(record, number, subject.day)
        if not standing.value.ended:
            continue
        # The curated policies are judged one by one; of the others a repeal has to be sure, and the day a known one.
        judged = (standing.confidence == "sure" and not subject.assumed) or record in policies
        # What a text ends itself it may well speak of as what held until then.
        own = subject.document.title is not None and f"《{subject.document.title}》" in (standing.ground or "")
        if judged and not own:
            yield Hit(
                citation.start,
                citation.end,
                f"该文件已{standing.value.term}" + (f"（{standing.since}）" if standing.since else ""),
                f"this document is no longer in force: {standing.value}",
            )


@rule(
    "GW528",
    "later-than-document",
    "引用在后文件",
    clause=NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="numbered",
)
def later_than_document(subject: Subject) -> Iterator[Hit]:
    """A document cites none that came after it.

    Why: a number of a later year than the document's own date is mistyped, or the date is.
    """
    own = subject.document.dated
    if own is None:
        return
    for citation, number, value in subject.numbered:
        year = value.year
        if citation.start < subject.document.spans.get("dated", (0, 0))[0] and year is not None and year > own.year:
            yield Hit(
                number.start,
                number.end,
                f"所引文件的年份晚于成文日期（{own.year}年）",
                f"the cited number is of {year}, the document of {own.year}",
            )


@rule(
    "GW529",
    "date-unlike-catalogue",
    "日期与目录不符",
    clause="中办发〔2012〕14号, art. 9(12), against the register",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="numbered",
)
def date_unlike_catalogue(subject: Subject) -> Iterator[Hit]:
    """The month that a sentence says a document was issued in is the one the register knows.

    Why: the register is sure of number and date, and the sentence gives another.
    """
    for citation, _, _ in subject.numbered:
        stated = None if citation.title is None else date_stated(subject, citation)
        record = None if stated is None else _cited_record(subject, citation)
        if record is None or record.dated is None or record.confidence != "sure":
            continue
        if stated is None or stated.month is None or record.dated.month is None or of_another_event(subject, citation):
            continue
        # A document signed at the end of a month is often told of as one of the next, when it was published.
        months = _months(stated) - _months(record.dated)
        if not 0 <= months <= 2:
            yield Hit(
                citation.start,
                citation.end,
                f"登记册中该文件的成文日期为{record.dated}，文中为{stated}",
                f"the register dates this document {record.dated}, the sentence {stated}",
            )


def _months(day: DocumentDate) -> int:
    first: date = day.first_day
    return first.year * 12 + first.month


@rule(
    "GW530",
    "code-of-another-organ",
    "代字与所引标题机关不符",
    clause=NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="numbered",
)
def code_of_another_organ(subject: Subject) -> Iterator[Hit]:
    """The code of a cited number is that of the organ which the title names.

    Why: title or number is mistaken. Judged where the registry is sure of the code, and where the code is that of an
    office and the title names its government, or the other way round.
    """
    for citation, number, value in subject.numbered:
        names = split_issuers(citation.title) if citation.title is not None else ()
        if names and code_of_another(names, value.code or "", value.year):
            yield Hit(
                number.start,
                number.end,
                f"“{value.code}”不是{'、'.join(names)}的机关代字",
                f"{value.code} is not the code of the organ that the title names",
            )
