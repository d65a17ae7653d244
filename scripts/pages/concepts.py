"""Frameworks, policies and organs as SKOS, in Turtle and JSON-LD, to be downloaded from the site.

What SKOS has no word for (which came after which, who issued what and when) is said in the terms of Dublin Core. The names
of things (urn:egovkit:…) are this package's own: China has no register of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from egovkit.catalogue.frameworks import frameworks
from egovkit.catalogue.organs import organs
from egovkit.catalogue.policies import policies
from egovkit.catalogue.register_about import shipped_about
from egovkit.models.dates import DocumentDate
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import Component
from egovkit.models.organ import OrganLevel
from egovkit.models.policy import PolicyRelationKind
from scripts.pages.rdf import Iri, Said, Statement, name, to_jsonld, to_turtle

_TITLES: Final = {
    "frameworks": ("E-government frameworks of China", "电子政务框架"),
    "policies": ("E-government policies of China", "电子政务政策"),
    "organs": ("Organs that issue official documents in China", "发文机关"),
}
# These end what they speak of; the others go with it.
_ENDS: Final = frozenset({PolicyRelationKind.SUPERSEDES, PolicyRelationKind.REPEALS})
_PRECISIONS: Final = {"day": "xsd:date", "month": "xsd:gYearMonth", "year": "xsd:gYear"}


def pages() -> dict[str, str]:
    made = {}
    for scheme, statements in SCHEMES.items():
        told = list(statements())
        made[f"data/{scheme}.ttl"] = to_turtle(told)
        made[f"data/{scheme}.jsonld"] = to_jsonld(told)
    return made


def _scheme(scheme: str) -> Iterator[Statement]:
    this = name(scheme)
    english, chinese = _TITLES[scheme]
    yield Statement(this, "a", Iri("skos:ConceptScheme"))
    yield Statement(this, "skos:prefLabel", Said(english, "en"))
    yield Statement(this, "skos:prefLabel", Said(chinese, "zh"))


def _concept(this: Iri, scheme: str, label: str, others: Iterable[str], broader: Iterable[Iri]) -> Iterator[Statement]:
    yield Statement(this, "a", Iri("skos:Concept"))
    yield Statement(this, "skos:inScheme", name(scheme))
    yield Statement(this, "skos:prefLabel", Said(label, "zh"))
    for other in others:
        if other != label:
            yield Statement(this, "skos:altLabel", Said(other, "zh"))
    above = list(broader)
    for each in above:
        yield Statement(this, "skos:broader", each)
        yield Statement(each, "skos:narrower", this)
    if not above:
        yield Statement(this, "skos:topConceptOf", name(scheme))
        yield Statement(name(scheme), "skos:hasTopConcept", this)


def _years(this: Iri, since: int | None, until: int | None) -> Iterator[Statement]:
    if since or until:
        yield Statement(this, "dcterms:temporal", Said(f"start={since or ''}; end={until or ''}"))


def _after(this: Iri, kind: str, known: Callable[[str], bool], before: Iterable[str]) -> Iterator[Statement]:
    """What came before a thing, both ways."""
    for each in before:
        if known(each):
            yield Statement(this, "dcterms:replaces", name(kind, each))
            yield Statement(name(kind, each), "dcterms:isReplacedBy", this)


# ---- frameworks


def _frameworks() -> Iterator[Statement]:
    yield from _scheme("frameworks")
    for each in frameworks:
        this = name("framework", each.name)
        yield from _concept(this, "frameworks", each.name, each.aliases, ())
        if each.gist:
            yield Statement(this, "skos:definition", Said(each.gist, "zh"))
        for number in filter(None, (each.set_by, *each.documents)):
            yield Statement(this, "dcterms:source", Said(str(number)))
        for source in each.sources:
            yield Statement(this, "dcterms:source", Said(source))
        for issuer in each.issuers:
            yield Statement(this, "dc:creator", Said(issuer))
        if each.region:
            yield Statement(this, "dcterms:spatial", Said(each.region, "zh"))
        yield from _years(this, each.since, each.until)
        yield from _after(this, "framework", frameworks.__contains__, each.predecessors)
        yield from _components(each)


def _components(framework: Framework) -> Iterator[Statement]:
    """What a framework consists of; what several readings list alike is one concept, each reading a collection."""
    this = name("framework", framework.name)
    for at, reading in enumerate(framework.readings, 1):
        leaves = [leaf for group in reading.groups for leaf in group.leaves]
        if not leaves:
            continue
        told = name("reading", framework.name, str(at))
        yield Statement(told, "a", Iri("skos:Collection"))
        label = framework.name + (f"（{reading.name}）" if reading.name else "")
        yield Statement(told, "skos:prefLabel", Said(label, "zh"))
        for source in reading.sources:
            yield Statement(told, "dcterms:source", Said(source))
        for leaf in leaves:
            yield Statement(told, "skos:member", name("component", framework.name, leaf.name))
            yield from _component(framework, leaf, this)


def _component(framework: Framework, component: Component, above: Iri) -> Iterator[Statement]:
    this = name("component", framework.name, component.name)
    yield from _concept(this, "frameworks", component.name, component.names[1:], (above,))
    for lead in component.leads:
        yield Statement(this, "dc:contributor", Said(lead))
    for part in component.components:
        yield from _component(framework, part, this)


# ---- policies


def _policies() -> Iterator[Statement]:
    yield from _scheme("policies")
    keys = {record.key: name("policy", record.key) for record in policies}
    named = {source.key: source.name for source in shipped_about().sources}
    for domain in dict.fromkeys(domain for record in policies for domain in record.domain):
        yield from _concept(name("domain", domain), "policies", domain, (), ())
    for record in policies:
        this = keys[record.key]
        domains = [name("domain", domain) for domain in record.domain]
        yield from _concept(this, "policies", record.title, record.aliases, domains)
        for number in filter(None, (record.number, *record.other_numbers)):
            yield Statement(this, "skos:notation", Said(str(number)))
        for issuer in record.issuers:
            yield Statement(this, "dc:creator", Said(issuer))
        if record.dated is not None:
            yield Statement(this, "dcterms:issued", _day(record.dated))
        if record.status is not None:
            yield Statement(this, "skos:historyNote", Said(record.status.value.term, "zh"))
        for source in record.sources:
            yield Statement(this, "dcterms:source", Said(named.get(source, source)))
        for edge in record.relations:
            if edge.target not in keys:
                continue
            yield Statement(this, "dcterms:references", keys[edge.target])
            if edge.kind in _ENDS:
                yield Statement(this, "dcterms:replaces", keys[edge.target])
                yield Statement(keys[edge.target], "dcterms:isReplacedBy", this)


def _day(day: DocumentDate) -> Said:
    return Said(str(day), datatype=_PRECISIONS[day.precision])


# ---- organs


def _organs() -> Iterator[Statement]:
    yield from _scheme("organs")
    known = {organ.name for organ in organs}
    for level in OrganLevel:
        members = [organ for organ in organs if organ.level is level]
        if members:
            box = name("level", level.value)
            yield Statement(box, "a", Iri("skos:Collection"))
            yield Statement(box, "skos:prefLabel", Said(level.chinese, "zh"))
            for organ in members:
                yield Statement(box, "skos:member", name("organ", organ.name))
    for organ in organs:
        this = name("organ", organ.name)
        parent = [name("organ", organ.parent)] if organ.parent in known else []
        yield from _concept(this, "organs", organ.name, organ.aliases, parent)
        for code in dict.fromkeys(row.code for row in organs.codes_of(organ)):
            yield Statement(this, "skos:notation", Said(code))
        for period in organ.periods:
            yield from _years(this, period.start, period.end)
        yield from _after(this, "organ", known.__contains__, organ.predecessors)


SCHEMES: Final[dict[str, Callable[[], Iterator[Statement]]]] = {
    "frameworks": _frameworks,
    "policies": _policies,
    "organs": _organs,
}
