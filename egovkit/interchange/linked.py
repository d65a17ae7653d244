"""A document as linked data (关联数据): JSON-LD in the terms of schema.org Legislation and of ELI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from egovkit.interchange.akoma_ntoso_xml import name_of
from egovkit.interchange.records import Described, describe
from egovkit.models.citation import Relation
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import PolicyRecord, PolicyRelationKind
from egovkit.models.standing import StatusKind

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["to_jsonld"]

_DATES: Final = ("legislationDate", "datePublished", "legislationDateOfApplicability", "expires")
_CONTEXT: Final[dict[str, Any]] = {
    "@vocab": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: {"@type": "xsd:date"} for name in _DATES},
}
_OF_CITATION: Final = {
    Relation.REPEAL: "legislationRepeals",
    Relation.AMEND: "legislationAmends",
    Relation.BASIS: "isBasedOn",
    Relation.FORWARD: "hasPart",
    Relation.ISSUE: "hasPart",
    Relation.INTERPRET: "about",
    Relation.MENTION: "citation",
}
# Relations of records for which schema.org has a term; the others are citations.
_OF_RECORD: Final = {
    PolicyRelationKind.REPEALS: "legislationRepeals",
    PolicyRelationKind.AMENDS: "legislationAmends",
    PolicyRelationKind.IMPLEMENTS: "isBasedOn",
    PolicyRelationKind.FORWARDS: "hasPart",
    PolicyRelationKind.INTERPRETS: "about",
}
# What is superseded or completed without an order that says so has no statement here.
_FORCE: Final = {
    StatusKind.IN_FORCE: "InForce",
    StatusKind.AMENDED: "PartiallyInForce",
    StatusKind.PENDING: "NotInForce",
    StatusKind.EXPIRED: "NotInForce",
    StatusKind.REPEALED: "NotInForce",
    StatusKind.LAPSED: "NotInForce",
    StatusKind.DISCONTINUED: "NotInForce",
}
_PRECISIONS: Final = {"year": "xsd:gYear", "month": "xsd:gYearMonth"}


def to_jsonld(source: PolicyDocument | PolicyRecord, iri: str | None = None) -> dict[str, Any]:
    """Return a document or a record of one as JSON-LD (关联数据), named by `iri`.

    Without one it has a name of this package's own, by its number, or by title and date (urn:egovkit:document:…): China
    has no register of them. What has neither number nor title has no name.

    A schema.org Legislation that is an eli:LegalResource as well: name, number, kind, issuers, dates; what a document
    cites, or a record is related to, by the property that says how. Whether it is in force is said of a record whose
    status rests on an order or a date.

    >>> record = PolicyRecord(number="国办发〔2014〕66号", title="国务院办公厅关于某事的意见", dated="2014-11")
    >>> data = to_jsonld(record, "https://example.org/66")
    >>> data["legislationIdentifier"], data["legislationDate"]
    ('国办发〔2014〕66号', {'@value': '2014-11', '@type': 'xsd:gYearMonth'})
    >>> to_jsonld(record)["@id"]
    'urn:egovkit:document:国办发-2014-66号'
    """
    known = describe(source)
    days = (known.dated, known.published_on, source.effective_on, getattr(source, "expires_on", None))
    status = source.status.value if isinstance(source, PolicyRecord) and source.status is not None else None
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@id": iri or _own_iri(known),
        "@type": ["Legislation", "eli:LegalResource"],
        "name": known.title,
        "legislationIdentifier": known.number,
        "eli:id_local": known.number,
        "identifier": known.index_number,
        "legislationType": known.kind,
        "inLanguage": "zh-Hans",
        "legislationJurisdiction": {"@type": "Country", "identifier": "CN"},
        "legislationPassedBy": [{"@type": "GovernmentOrganization", "name": name} for name in known.issuers],
        **{name: None if day is None else _day(day) for name, day in zip(_DATES, days, strict=True)},
        "keywords": list(known.keywords),
        "legislationLegalForce": {"@id": f"https://schema.org/{_FORCE[status]}"} if status in _FORCE else None,
    }
    # A document may cite thousands: each is compared by its hash, once with each property.
    nodes = _of_record(source) if isinstance(source, PolicyRecord) else _of_document(source)
    for name, cited in dict.fromkeys((name, tuple(node.items())) for name, node in nodes):
        data.setdefault(name, []).append(dict(cited))
    return {name: value for name, value in data.items() if value}


def _own_iri(known: Described) -> str | None:
    if known.number is None and not known.title:
        return None
    bare = known.number or f"{known.title}-{known.issued or ''}"
    return f"urn:egovkit:document:{name_of(bare)}"


def _day(day: DocumentDate) -> str | dict[str, str]:
    # Of day precision as the context says; a year or a month is no xsd:date.
    return str(day) if day.precision == "day" else {"@value": str(day), "@type": _PRECISIONS[day.precision]}


def _named(title: str | None, number: str | None) -> dict[str, str]:
    node = {"@type": "Legislation", "name": title, "legislationIdentifier": number}
    return {name: value for name, value in node.items() if value}


def _of_document(document: PolicyDocument) -> Iterator[tuple[str, dict[str, str]]]:
    for citation in document.citations:
        cited = citation.document
        number = str(cited.numbers[0].value) if cited.numbers else None
        yield _OF_CITATION[citation.relation], _named(cited.title, number)


def _of_record(record: PolicyRecord) -> Iterator[tuple[str, dict[str, str]]]:
    for edge in record.relations:
        numbered = IssuanceNumber.is_valid(edge.target)
        node = _named(None if numbered else edge.target, edge.target if numbered else None)
        yield _OF_RECORD.get(edge.kind, "citation"), node
