"""Documents that were read, as records of a table (自有文件入表): what they are, when they end, what they do to others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final, Protocol

from egovkit.catalogue.policy_rows import RowError, TableError
from egovkit.grammar.titles import normal_title
from egovkit.models.citation import Citation, Relation
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import (
    PolicyRecord,
    PolicyRelation,
    PolicyRelationKind,
    policy_key,
)
from egovkit.models.standing import PolicyStatus, StatusKind

__all__ = ["records_of"]

_KINDS: Final = {
    Relation.BASIS: PolicyRelationKind.IMPLEMENTS,
    Relation.FORWARD: PolicyRelationKind.FORWARDS,
    Relation.REPEAL: PolicyRelationKind.REPEALS,
    Relation.AMEND: PolicyRelationKind.AMENDS,
    Relation.INTERPRET: PolicyRelationKind.INTERPRETS,
}
_OTHER_YEAR: Final = "文号年份与成文日期的年份不同"
_FIRST_KNOWN: Final = ("issuers", "dated", "published_on", "effective_on", "status")


class Read(Protocol):
    """A document that was read (已读文件); `PolicyDocument` is one."""

    @property
    def number(self) -> IssuanceNumber | None: ...

    @property
    def title(self) -> str | None: ...

    @property
    def issuers(self) -> tuple[str, ...]: ...

    @property
    def dated(self) -> DocumentDate | None: ...

    @property
    def published_on(self) -> DocumentDate | None: ...

    @property
    def effective_on(self) -> DocumentDate | None: ...

    @property
    def expires_on(self) -> DocumentDate | None: ...

    @property
    def citations(self) -> tuple[Citation, ...]: ...

    @property
    def repeals(self) -> tuple[Citation, ...]: ...


def records_of(documents: Iterable[Read]) -> list[PolicyRecord]:
    """Return one record for each document (成记录), of a document that was read twice what either says of it.

    TableError for a document that prints neither number nor title.
    """
    found: dict[tuple[str, str], PolicyRecord] = {}
    errors: list[RowError] = []
    for place, document in enumerate(documents, 1):
        if document.title is None and document.number is None:
            errors.append(RowError(place, "title", "missing", "the document prints neither number nor title"))
            continue
        record = _record(document)
        identity = ("" if record.number is None else str(record.number), normal_title(record.title))
        known = found.get(identity)
        found[identity] = record if known is None else _merged(known, record)
    if errors:
        raise TableError(errors)
    return _with_ends(list(found.values()))


def _record(document: Read) -> PolicyRecord:
    number, dated, published = document.number, document.dated, document.published_on
    title = document.title or str(number)
    if dated is not None and published is not None and published.last_day < dated.first_day:
        # One of the two was read wrongly, and the date of the document is the one that is printed in it.
        published = None
    other_year = number is not None and number.year is not None and dated is not None and number.year != dated.year
    return PolicyRecord(
        number=number,
        title=title,
        issuers=document.issuers,
        dated=dated,
        published_on=published,
        effective_on=document.effective_on,
        status=_expiry(document.expires_on),
        relations=_relations(policy_key(title) if number is None else str(number), document),
        note=_OTHER_YEAR if other_year else None,
    )


def _expiry(last: DocumentDate | None) -> PolicyStatus | None:
    """Return the end that a document gives itself (有效期至)."""
    if last is None:
        return None
    day = last.last_day + timedelta(days=1)
    since = DocumentDate(year=day.year, month=day.month, day=day.day)
    return PolicyStatus(value=StatusKind.EXPIRED, since=since, ground=f"有效期至{last}", confidence="sure")


def _relations(key: str, document: Read) -> tuple[PolicyRelation, ...]:
    edges: dict[tuple[PolicyRelationKind, str], PolicyRelation] = {}
    repealed = set(map(id, document.repeals))
    for citation in (*document.citations, *document.repeals):
        kind = _KINDS.get(citation.relation)
        # What loses a part alone is amended.
        if kind is PolicyRelationKind.REPEALS and id(citation) not in repealed:
            kind = PolicyRelationKind.AMENDS
        target = _target(citation.document)
        if kind is None or target in (None, key):
            continue
        edges.setdefault(
            (kind, target),
            PolicyRelation(kind=kind, source=key, target=target, ground=citation.text, confidence="likely"),
        )
    return tuple(edges.values())


def _target(cited: Citation) -> str | None:
    """Return what a cited document is referred to by; None where a short name alone is known of it."""
    if cited.numbers:
        return str(cited.numbers[0].value)
    return None if cited.title is None or cited.candidates else policy_key(cited.title)


def _merged(known: PolicyRecord, again: PolicyRecord) -> PolicyRecord:
    changes = {name: value for name in _FIRST_KNOWN if not getattr(known, name) and (value := getattr(again, name))}
    edges = {(edge.kind, edge.target): edge for edge in (*again.relations, *known.relations)}
    return known.model_copy(update={**changes, "relations": tuple(edges.values()), "note": known.note or again.note})


def _with_ends(records: Sequence[PolicyRecord]) -> list[PolicyRecord]:
    """Let each record say that another one of the table repealed it."""
    ends: dict[str, PolicyStatus] = {}
    for record in records:
        for edge in record.relations:
            if edge.kind is PolicyRelationKind.REPEALS:
                since = record.effective_on or record.dated
                ground = str(record.number) if record.number is not None else f"《{record.title}》"
                ends.setdefault(
                    edge.target,
                    PolicyStatus(value=StatusKind.REPEALED, since=since, ground=ground, confidence="likely"),
                )
    ended = []
    for record in records:
        status = ends.get(record.key) or ends.get(record.title)
        ended.append(record if status is None else record.model_copy(update={"status": status}))
    return ended
