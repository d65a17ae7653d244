"""GW525 to GW530: whether what is cited is true (引用的核对): its number, its date, and whether it is in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from egovkit.catalogue.policies import policies
from egovkit.catalogue.title_matches import Match, MatchWay
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
from egovkit.models.policy import PolicyRecord, StatusKind

_IN_FORCE: Final = "中办发〔2012〕14号, art. 34"
_ENDED: Final = frozenset((StatusKind.REPEALED, StatusKind.LAPSED, StatusKind.EXPIRED, StatusKind.DISCONTINUED))
_SURE_WAYS: Final = frozenset((MatchWay.TITLE, MatchWay.CARRIER, MatchWay.ALIAS, MatchWay.INSTRUMENT))


@lru_cache(maxsize=8192)
def _by_title(title: str) -> tuple[Match, ...]:
    return policies.by_title(title)


def _disagreeing(
    subject: Subject,
) -> Iterator[tuple[NumberMention, IssuanceNumber, PolicyRecord | None, PolicyRecord | None]]:
    """Yield citations whose number and title are of different records, with both records."""
    for citation, number, value in subject.numbered:
        if citation.title is None:
            continue
        by_number, by_title = policies.by_number(value), _by_title(citation.title)
        records = [match.record for match in by_number]
        if any(match.record in records for match in by_title) or not (by_number or by_title):
            continue
        titled = [m.record for m in by_title if m.sure and m.way in _SURE_WAYS and m.record.number is not None]
        numbered = [match.record for match in by_number if match.sure]
        yield number, value, numbered[0] if numbered else None, titled[0] if len(titled) == 1 else None


@rule(
    "GW525",
    "number-of-another",
    "张冠李戴",
    clause=f"{NUMBER}, against the catalogue of policies",
    strength=Strength.MUST,
    severity=Severity.ERROR,
)
def number_of_another(subject: Subject) -> Iterator[Hit]:
    """The number behind a title is that document's, not one that another document bears.

    Why: title and number are both known to the catalogue, and are of two documents.
    """
    for number, value, numbered, titled in _disagreeing(subject):
        if numbered is None or titled is None or numbered.confidence != "sure" or titled.confidence != "sure":
            continue
        yield Hit(
            number.start,
            number.end,
            f"{value}是《{numbered.title}》的发文字号，该标题的发文字号为{titled.number}",
            f"{value} is the number of another document; the title's is {titled.number}",
            suggestion=str(titled.number),
        )


@rule(
    "GW526",
    "number-unlike-catalogue",
    "字号与目录不符",
    clause=f"{NUMBER}, against the catalogue of policies",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def number_unlike_catalogue(subject: Subject) -> Iterator[Hit]:
    """The number behind a title is the one under which the catalogue knows the title.

    Why: the catalogue knows the title under another number; a revised edition may have been given a new one.
    """
    for number, value, numbered, titled in _disagreeing(subject):
        if titled is not None and numbered is None and value not in titled.other_numbers:
            yield Hit(
                number.start,
                number.end,
                f"目录中该标题的发文字号为{titled.number}",
                f"the catalogue knows this title as {titled.number}",
                suggestion=str(titled.number),
            )


def _cited_record(citation: Citation) -> PolicyRecord | None:
    """Return the record that a citation means beyond doubt, by its number or by a full title."""
    if citation.numbers:
        found = policies.by_number(citation.numbers[0].value) if len(citation.numbers) == 1 else ()
    else:
        found = tuple(m for m in _by_title(citation.title or "") if m.way in _SURE_WAYS)
    return found[0].record if len(found) == 1 and found[0].sure else None


@rule(
    "GW527",
    "no-longer-in-force",
    "依据已失效",
    clause=_IN_FORCE,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def no_longer_in_force(subject: Subject) -> Iterator[Hit]:
    """What a text rests on (根据, 按照) is in force on its day.

    Why: a document that is repealed has no effect from the day of its repeal. Only the grounds are judged: a text
    may well tell of what is past.
    """
    for citation in subject.citations:
        if citation.relation is not Relation.BASIS or citation.title is None or citation.dated is not None:
            continue
        record = _cited_record(citation)
        if record is None or record.status is None or record.status.confidence == "unsure":
            continue
        status = record.status_on(subject.day)
        if status in _ENDED:
            yield Hit(
                citation.start,
                citation.end,
                f"该文件已{status.term}" + (f"（{record.status.since}）" if record.status.since else ""),
                f"this document is no longer in force: {status.value}",
            )


@rule(
    "GW528",
    "later-than-document",
    "引用在后文件",
    clause=NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
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
    clause="中办发〔2012〕14号, art. 9(12), against the catalogue of policies",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def date_unlike_catalogue(subject: Subject) -> Iterator[Hit]:
    """The month that a sentence says a document was issued in is the one the catalogue knows.

    Why: the catalogue is sure of number and date, and the sentence gives another.
    """
    for citation, _, _ in subject.numbered:
        stated = None if citation.title is None else date_stated(subject, citation)
        record = None if stated is None else _cited_record(citation)
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
                f"目录中该文件的成文日期为{record.dated}，文中为{stated}",
                f"the catalogue dates this document {record.dated}, the sentence {stated}",
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
