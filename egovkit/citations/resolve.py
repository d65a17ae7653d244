"""Which known document each citation is (引用落实): by number, then by title, with a stated confidence.

Any table will do that answers `by_number(number)` and `by_title(title)` with matches, as `Register` and `Catalogue` do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from egovkit.catalogue.register import register
from egovkit.catalogue.title_matches import MatchWay
from egovkit.models.citation import Citation
from egovkit.models.frozen import Confidence
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import PolicyRecord

__all__ = ["KnownDocuments", "Reason", "Resolution", "resolve"]


class Found(Protocol):
    """One answer of a table (匹配): a record, and whether nothing else can be meant."""

    @property
    def record(self) -> PolicyRecord: ...

    @property
    def way(self) -> MatchWay: ...

    @property
    def sure(self) -> bool: ...


class KnownDocuments(Protocol):
    """What is asked (政策表)."""

    def by_number(self, number: IssuanceNumber, /) -> Sequence[Found]:
        """Return what answers to a number (按字号)."""

    def by_title(self, title: str, /) -> Sequence[Found]:
        """Return what answers to a title (按标题)."""


class Reason(StrEnum):
    """Why a citation was resolved as it was, or was not (落实理由).

    >>> Reason("disagree").sentence
    'number and title are of different documents'
    """

    NUMBER = "number"
    NUMBER_AND_TITLE = "number_and_title"
    TITLE = "title"
    OTHER_TITLE = "other_title"
    OTHER_NUMBER = "other_number"
    UNKNOWN_NUMBER = "unknown_number"
    DISAGREE = "disagree"
    AMBIGUOUS = "ambiguous"
    AMBIGUOUS_REFERENCE = "ambiguous_reference"
    UNKNOWN = "unknown"

    @property
    def sentence(self) -> str:
        """The reason in words (理由)."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.NUMBER: "found by its number",
    Reason.NUMBER_AND_TITLE: "number and title agree",
    Reason.TITLE: "found by its title",
    Reason.OTHER_TITLE: "found by its number; the table knows the number under another title",
    Reason.OTHER_NUMBER: "found by its title; the table knows the title under another number",
    Reason.UNKNOWN_NUMBER: "found by its title; the table has no number for it",
    Reason.DISAGREE: "number and title are of different documents",
    Reason.AMBIGUOUS: "the table has several documents of this name",
    Reason.AMBIGUOUS_REFERENCE: "the text does not say which of several documents is meant",
    Reason.UNKNOWN: "the table has no such document",
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """A citation and the policy it is (落实).

    - `record`: the policy; None where none is known, or several are possible: those are the `candidates`.
    - `confidence`: sure, likely or unsure; None without a record.
    - `reason`: how it was found, or why it was not; `reason.sentence` says it in words.
    """

    citation: Citation
    record: PolicyRecord | None
    confidence: Confidence | None
    reason: Reason
    candidates: tuple[PolicyRecord, ...] = ()


def resolve(citations: Iterable[Citation], catalogue: KnownDocuments | None = None) -> list[Resolution]:
    """Link citations to known documents (落实引用): one resolution for each, in the order given.

    A citation that repeats or abbreviates another is the document of that one. A number decides before a title;
    where the two are of different documents neither is chosen. `catalogue` is the table asked, `register` where none is
    given: the curated `policies` and all other documents of the centre that egovkit knows.

    >>> from egovkit.citations.find import find_citations
    >>> found, = resolve(find_citations("印发《关于促进电子政务协调发展的指导意见》（国务院办公厅发〔2014〕66号）"))
    >>> found.record.key, found.confidence, found.reason.sentence
    ('国办发〔2014〕66号', 'sure', 'number and title agree')
    """
    table: KnownDocuments = register if catalogue is None else catalogue
    known: dict[int, Resolution] = {}
    resolved = []
    for citation in citations:
        document = citation.document
        answer = known.get(id(document))
        if answer is None:
            answer = known[id(document)] = _resolve(document, table)
        resolved.append(Resolution(citation, answer.record, answer.confidence, answer.reason, answer.candidates))
    return resolved


def _distinct(found: Iterable[Found]) -> list[Found]:
    first: dict[str, Found] = {}
    for match in found:
        first.setdefault(f"{match.record.key}\0{match.record.title}", match)
    return list(first.values())


def _closest(found: Sequence[Found]) -> Sequence[Found]:
    """Leave out what is called so but for （试行） or a note of its version, where something is called just so."""
    exact = [match for match in found if match.way is not MatchWay.WITHOUT_BRACKET]
    return exact or found


def _resolve(citation: Citation, table: KnownDocuments) -> Resolution:
    numbered = _distinct(match for mention in citation.numbers for match in table.by_number(mention.value))
    titled = _distinct(_closest(table.by_title(citation.title))) if citation.title else []
    titled = _of_the_issuer(citation, _of_the_date(citation, titled))
    if numbered:
        return _by_number(citation, numbered, titled)
    if not titled:
        reason = Reason.AMBIGUOUS_REFERENCE if citation.candidates else Reason.UNKNOWN
        return Resolution(citation, None, None, reason)
    if len(titled) > 1:
        return Resolution(citation, None, None, Reason.AMBIGUOUS, tuple(match.record for match in titled))
    match = titled[0]
    if citation.numbers:
        if match.record.number is None:
            return Resolution(citation, match.record, "likely", Reason.UNKNOWN_NUMBER)
        return Resolution(citation, match.record, "unsure", Reason.OTHER_NUMBER)
    return Resolution(citation, match.record, _confidence(match), Reason.TITLE)


def _confidence(match: Found) -> Confidence:
    """Return how sure it is that a name is a record's: no surer than that the record bears it."""
    return "sure" if match.sure and match.record.confidence in (None, "sure") else "likely"


def _by_number(citation: Citation, numbered: list[Found], titled: list[Found]) -> Resolution:
    records = {match.record.key: match for match in numbered}
    if citation.title is None:
        if len(numbered) == 1:
            return Resolution(citation, numbered[0].record, _confidence(numbered[0]), Reason.NUMBER)
        return Resolution(citation, None, None, Reason.AMBIGUOUS, tuple(match.record for match in numbered))
    agreed = [match for match in titled if match.record.key in records]
    if len(agreed) == 1:
        return Resolution(citation, agreed[0].record, "sure", Reason.NUMBER_AND_TITLE)
    if titled and not agreed:
        return Resolution(citation, None, None, Reason.DISAGREE, tuple(match.record for match in (*numbered, *titled)))
    if len(numbered) == 1:
        return Resolution(citation, numbered[0].record, "unsure", Reason.OTHER_TITLE)
    return Resolution(citation, None, None, Reason.AMBIGUOUS, tuple(match.record for match in numbered))


def _of_the_date(citation: Citation, titled: list[Found]) -> list[Found]:
    """Of several documents of one title keep those of the year the citation gives."""
    if len(titled) < 2 or citation.dated is None:
        return titled
    year = citation.dated.year
    return [match for match in titled if match.record.dated is not None and match.record.dated.year == year] or titled


def _of_the_issuer(citation: Citation, titled: list[Found]) -> list[Found]:
    """Of several documents of one title keep those of an organ the citation names."""
    if len(titled) < 2 or not citation.issuers:
        return titled
    named = set(citation.issuers)
    return [
        match
        for match in titled
        if named & set(match.record.issuers) or match.record.title.startswith(citation.issuers)
    ] or titled
