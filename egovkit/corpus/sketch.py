"""What identity needs of a document that was read (文件略记): its names and those it cites, without its text.

A sketch is plain and small, so that a million of them stay in memory, travel between processes and are kept as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from egovkit.citations.not_documents import generic_kind
from egovkit.citations.resolve import KnownDocuments, Resolution, resolve

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.models.citation import Citation
    from egovkit.models.issuance import IssuanceNumber

__all__ = ["CitationSketch", "DocumentSketch", "Known", "NumberParts", "lead_of", "sketch"]

_LEADS: Final = frozenset("本该此")


class NumberParts(NamedTuple):
    """The parts of a number (字号要素)."""

    form: str
    code: str | None
    year: int | None
    serial: int
    word: str | None
    session: int | None


class Known(NamedTuple):
    """What the register says of a citation (登记册所知): the record's key and title, how sure that is, and why."""

    key: str
    title: str
    confidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class CitationSketch:
    """A citation without its surface (引用略记): `root` is the place, in the document's list, of the one it repeats.

    `lead` is 本, 该 or 此 where that is right before a short name; `open` says that several documents are possible.
    """

    start: int
    end: int
    title: str | None
    numbers: tuple[NumberParts, ...]
    issuers: tuple[str, ...]
    dated: str | None
    short_name: str | None
    relation: str
    pinpoint: str | None
    root: int
    open: bool
    lead: str
    known: Known | None


@dataclass(frozen=True, slots=True)
class DocumentSketch:
    """A document without its text (文件略记); `error` is a code and a message where it could not be read."""

    id: str
    source: str | None = None
    number: NumberParts | None = None
    title: str | None = None
    kind: str | None = None
    issuers: tuple[str, ...] = ()
    dated: str | None = None
    published_on: str | None = None
    effective_on: str | None = None
    expires_on: str | None = None
    characters: int = 0
    citations: tuple[CitationSketch, ...] = ()
    error: tuple[str, str] | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the sketch as plain values (字典), for JSON."""
        return asdict(self)

    @classmethod
    def of_dict(cls, values: Mapping[str, Any]) -> DocumentSketch:
        """Return the sketch that `as_dict` gave (还原)."""
        given: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
        }
        given["number"] = _number(given["number"])
        given["citations"] = tuple(map(_citation, given["citations"]))
        return cls(**given)


def _number(values: Any) -> NumberParts | None:
    return None if values is None else NumberParts(*values)


def _citation(values: dict[str, Any]) -> CitationSketch:
    given = {field.name: values[field.name] for field in fields(CitationSketch)}
    given["numbers"] = tuple(NumberParts(*number) for number in given["numbers"])
    given["issuers"] = tuple(given["issuers"])
    given["known"] = None if given["known"] is None else Known(*given["known"])
    return CitationSketch(**given)


def parts_of(number: IssuanceNumber) -> NumberParts:
    """Return the parts of a number (取字号要素)."""
    return NumberParts(number.form.value, number.code, number.year, number.serial, number.word, number.session)


def lead_of(citation: Citation, text: str) -> str:
    """Return 本, 该 or 此 where it is right before a short name that nothing in the text explains (指示字).

    >>> from egovkit.citations.find import find_citations
    >>> text = "本《通知》自印发之日起施行。"
    >>> lead_of(find_citations(text)[0], text)
    '本'
    """
    before = text[citation.start - 1 : citation.start] if citation.start else ""
    short = citation.title is not None and not citation.numbers and generic_kind(citation.title)
    return before if short and before in _LEADS and citation.antecedent is None else ""


def sketch(
    document: PolicyDocument, id: str, source: str | None = None, catalogue: KnownDocuments | None = None
) -> DocumentSketch:
    """Return what identity needs of a document (略记)."""
    cited = document.citations
    places = {id_of(citation): place for place, citation in enumerate(cited)}
    resolutions = resolve(cited, catalogue)
    return DocumentSketch(
        id=id,
        source=source,
        number=None if document.number is None else parts_of(document.number),
        title=document.title,
        kind=document.kind,
        issuers=document.issuers,
        dated=_said(document.dated),
        published_on=_said(document.published_on),
        effective_on=_said(document.effective_on),
        expires_on=_said(document.expires_on),
        characters=len(document.text),
        citations=tuple(
            # The one that stands for it may be the document's own title, which is cited nowhere.
            _sketched(citation, places.get(id_of(citation.document), -1), document.text, resolution)
            for citation, resolution in zip(cited, resolutions, strict=True)
        ),
    )


def id_of(citation: Citation) -> int:
    """Return what tells a citation from every other (标识): it is equal to itself alone."""
    return citation.start


def _said(value: object) -> str | None:
    return None if value is None else str(value)


def _sketched(citation: Citation, root: int, text: str, resolution: Resolution) -> CitationSketch:
    record = resolution.record
    known = None
    if record is not None and resolution.confidence is not None:
        known = Known(record.key, record.title, resolution.confidence, resolution.reason.value)
    return CitationSketch(
        citation.start,
        citation.end,
        citation.title,
        tuple(parts_of(mention.value) for mention in citation.numbers),
        citation.issuers,
        _said(citation.dated),
        citation.short_name,
        citation.relation.value,
        _said(citation.pinpoint),
        root,
        bool(citation.candidates),
        lead_of(citation, text),
        known,
    )
