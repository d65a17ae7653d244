"""What the texts of a corpus say of documents (证据): a title, its numbers, issuers and date, and how often so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from egovkit.corpus.names import NumberName, TitleName, number_name, organ_name, title_name
from egovkit.corpus.sketch import CitationSketch, DocumentSketch, Known, NumberParts

__all__ = ["OWN", "Evidence", "evidence_of_citations", "evidence_of_document", "said_by"]


class Evidence(NamedTuple):
    """What one document is called in one text (一文所称).

    Equal ones are one: it is the key by which the same thing said by many texts is kept once.
    """

    title: str | None
    numbers: tuple[NumberParts, ...]
    issuers: tuple[str, ...]
    dated: str | None
    known: Known | None

    @property
    def name(self) -> TitleName | None:
        """What the title names (题名)."""
        return None if self.title is None else title_name(self.title)

    @property
    def number_names(self) -> tuple[NumberName, ...]:
        """What the numbers name (字号名)."""
        return tuple(number_name(*parts) for parts in self.numbers)

    @property
    def by(self) -> frozenset[str]:
        """The issuers that the title or the text names, by their full names (发文机关)."""
        name = self.name
        return frozenset(name.issuers if name is not None and name.issuers else map(organ_name, self.issuers))

    @property
    def years(self) -> frozenset[int]:
        """The years that numbers and date give (年份)."""
        found = {parts.year for parts in self.numbers if parts.year is not None}
        return frozenset(found or ({int(self.dated[:4])} if self.dated else ()))


OWN: Final = Evidence(None, (), (), None, None)
"""What a text says where it means itself (自指)."""


def evidence_of_document(document: DocumentSketch) -> Evidence:
    """Return what a document says of itself (自称)."""
    numbers = () if document.number is None else (document.number,)
    return Evidence(document.title, numbers, document.issuers, document.dated or document.published_on, None)


def evidence_of_citations(citations: tuple[CitationSketch, ...]) -> dict[int, Evidence]:
    """Return what a text says of each document it cites (所引), by the place of the citation that stands for it.

    A title and its number may be in different places of a text: what repeats a document says more of it.
    """
    groups: dict[int, list[CitationSketch]] = {}
    for citation in citations:
        if citation.root >= 0:
            groups.setdefault(citation.root, []).append(citation)
    return {root: _gathered(citations[root], members) for root, members in groups.items()}


def said_by(document: DocumentSketch) -> list[Evidence | None]:
    """Return what a document says of each one it cites (所称); None where it says that several are possible."""
    groups = evidence_of_citations(document.citations)
    kind = document.title or ""
    said: list[Evidence | None] = []
    for citation in document.citations:
        own = citation.root < 0 or citation.lead == "本"
        own = own or bool(citation.lead and citation.title and kind.endswith(citation.title))
        open_one = citation.open and not citation.numbers
        said.append(OWN if own else None if open_one else groups[citation.root])
    return said


def _gathered(stand: CitationSketch, members: Iterable[CitationSketch]) -> Evidence:
    numbers = dict.fromkeys(stand.numbers)
    issuers, dated = stand.issuers, stand.dated
    for member in members:
        numbers.update(dict.fromkeys(member.numbers))
        issuers = issuers or member.issuers
        dated = dated or member.dated
    return Evidence(stand.title, tuple(numbers), issuers, dated, stand.known)
