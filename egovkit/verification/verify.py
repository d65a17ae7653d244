"""Whether what a text cites is true and in force (引用核验): one claim for each citation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from egovkit.catalogue.policy_table import Catalogue
from egovkit.catalogue.register import Register, register
from egovkit.catalogue.standing import standing_of_record
from egovkit.citations.find import find_citations
from egovkit.documents.document import PolicyDocument
from egovkit.documents.sourced import Sourced, document_of
from egovkit.models.citation import Citation
from egovkit.models.day import Day, day_of
from egovkit.models.issuance import IssuanceNumber, find_numbers
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import Standing
from egovkit.verification.claim import Claim, ClaimReason, Verdict, Verification
from egovkit.verification.details import ends_its_basis, missing_article, missing_organ, other_day
from egovkit.verification.identity import Identity, identify

__all__ = ["verify"]


def verify(
    text_or_document: str | PolicyDocument | Sourced,
    on: Day | None = None,
    catalogue: Register | Catalogue | None = None,
) -> Verification:
    """Say of every citation whether it is true, and how what it cites stands (引用核验).

    A text of one sentence will do, as of an answer that a model wrote, or of numbers alone. `on` is the day that counts: by default the
    date of a document, and today for a text, of which nothing is then said to rest on what has ended. `catalogue` is
    the table asked: `register` by default, `register.with_own(own)` with documents of one's own, or a `Catalogue` alone.

    A citation contradicts only what the register is sure of. That the register has no such document is no accusation,
    nor that a number lies beyond all that it knows.

    >>> report = verify("依据《国务院办公厅关于促进电子政务协调发展的指导意见》（国办发〔2014〕67号）和《个人信息保护法》第九百九十九条")
    >>> [(claim.verdict.value, claim.reason.value, claim.instead) for claim in report]
    [('contradicts', 'other_document', '国办发〔2014〕66号'), ('contradicts', 'no_article', '第74条')]
    >>> [claim.verdict.value for claim in verify("见国办发〔2023〕9999号")]
    ['unknown']
    """
    table = register if catalogue is None else catalogue
    title = None
    if isinstance(text_or_document, str):
        citations: Sequence[Citation] = find_citations(text_or_document)
        if all(citation.title is None for citation in citations):
            citations = _numbers_alone(text_or_document) or citations
    else:
        document = document_of(text_or_document)
        citations, title = document.citations, document.title
        if on is None and document.dated is not None and document.dated.day:
            on = document.dated
    day = None if on is None else day_of(on)
    judge = _Judge(table, day, title)
    return Verification(tuple(map(judge.claim, citations)))


def _numbers_alone(text: str) -> list[Citation]:
    """Return the numbers of a text that is nothing but numbers (只有字号): in a document each would be its own."""
    numbers = find_numbers(text)
    at, rest = 0, []
    for number in numbers:
        rest.append(text[at : number.start])
        at = number.end
    if any(map(str.isalpha, "".join((*rest, text[at:])))):
        return []
    return [Citation(number.start, number.end, number.text, None, (number,)) for number in numbers]


class _Judge:
    """A table and a day, and what they said of each document so far."""

    def __init__(self, table: Register | Catalogue, day: date | None, title: str | None = None) -> None:
        self.table, self.day, self.title = table, day, title
        self.known: dict[int, tuple[Identity, Standing]] = {}

    def claim(self, citation: Citation) -> Claim:
        """Return what is to be said of one citation."""
        document = citation.document
        answer = self.known.get(id(document))
        if answer is None:
            found = identify(document, self.table)
            answer = self.known[id(document)] = (found, self._standing(document, found.record))
        found, standing = answer
        if found.verdict is not Verdict.CONTRADICTS:
            claim = self._details(citation, found, standing)
            if claim is not None:
                return claim
        note = self._note(document) if found.verdict is Verdict.UNKNOWN else None
        return Claim(citation, found.verdict, found.reason, found.record, standing, found.instead, note)

    def _standing(self, citation: Citation, record: PolicyRecord | None) -> Standing:
        if record is None:
            return Standing()
        if not isinstance(self.table, Register):
            return standing_of_record(record, self.day)
        number = citation.numbers[0].value if len(citation.numbers) == 1 else None
        return self.table.standing_of(record, number, self.day)

    def _details(self, citation: Citation, found: Identity, standing: Standing) -> Claim | None:
        document, record = citation.document, found.record
        if record is not None and citation.pinpoint is not None and isinstance(self.table, Register):
            missing = missing_article(citation, self.table.laws(document.title or record.title))
            if missing is not None and missing.sure:
                return self._against(citation, ClaimReason.NO_ARTICLE, record, standing, f"第{missing.last}条")
            if missing is not None and found.verdict is Verdict.AGREES:
                # To confirm it would be as wrong as to accuse.
                reason, note = ClaimReason.BEYOND_KNOWN, f"第{missing.last}条"
                return Claim(citation, Verdict.UNKNOWN, reason, record, standing, note=note)
        if record is not None and found.verdict is Verdict.AGREES:
            day = other_day(citation, record)
            if day is not None:
                return self._against(citation, ClaimReason.OTHER_DATE, record, standing, str(day))
            # That a text of no day rests on what has ended since proves nothing.
            if self.day is not None and ends_its_basis(citation, standing, self.title):
                return self._against(citation, ClaimReason.ENDED, record, standing, standing.ground)
        if record is None and len(document.numbers) == 1:
            name = missing_organ(document.numbers[0].value)
            if name is not None:
                return self._against(citation, ClaimReason.NO_ORGAN, None, standing, None)
        return None

    @staticmethod
    def _against(
        citation: Citation, reason: ClaimReason, record: PolicyRecord | None, standing: Standing, instead: str | None
    ) -> Claim:
        return Claim(citation, Verdict.CONTRADICTS, reason, record, standing, instead)

    def _note(self, citation: Citation) -> str | None:
        """Return the days between which a number was given, where the register knows those before and after it."""
        if len(citation.numbers) != 1 or not isinstance(self.table, Register):
            return None
        return _window(self.table, citation.numbers[0].value)


def _window(table: Register, number: IssuanceNumber) -> str | None:
    window = table.window(number)
    if window is None or window.after is None or window.before is None:
        return None
    return f"{window.after} – {window.before}"
