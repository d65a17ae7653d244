"""Statements of RDF as Turtle and as JSON-LD: what the vocabularies of the site are written in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

PREFIXES: Final = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What an IRI has none of, a blank among them; Han it may have.
_NOT_IN_IRI: Final = re.compile(r'[\x00-\x20<>"{}|\\^`%]')
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Iri(NamedTuple):
    """A thing by its name; `skos:Concept` and the like by their prefix."""

    text: str


class Said(NamedTuple):
    """A text, in a language or of a datatype where one is given."""

    text: str
    language: str = ""
    datatype: str = ""


class Statement(NamedTuple):
    subject: Iri
    predicate: str
    object: Iri | Said


def name(*steps: str) -> Iri:
    """The name of a thing of this package: urn:egovkit:organ:国务院办公厅."""
    bare = (_NOT_IN_IRI.sub(lambda found: f"%{ord(found[0]):02X}", step).replace(":", "%3A") for step in steps)
    return Iri(":".join(("urn:egovkit", *bare)))


def to_turtle(statements: Iterable[Statement]) -> str:
    lines = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()]
    for subject, said in _by_subject(statements):
        told = " ;\n    ".join(
            f"{'a' if predicate == 'a' else predicate} {', '.join(map(_turtle, objects))}"
            for predicate, objects in said.items()
        )
        lines.append(f"\n{_turtle(subject)} {told} .\n")
    return "".join(lines)


def to_jsonld(statements: Iterable[Statement]) -> str:
    graph = [
        {
            "@id": subject.text,
            **{
                "@type" if predicate == "a" else predicate: [
                    each.text if predicate == "a" else _json(each) for each in objects
                ]
                for predicate, objects in said.items()
            },
        }
        for subject, said in _by_subject(statements)
    ]
    return json.dumps({"@context": PREFIXES, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _by_subject(statements: Iterable[Statement]) -> Iterator[tuple[Iri, dict[str, list[Iri | Said]]]]:
    """Yield each thing with what is said of it, once, in the order in which it is first said."""
    found: dict[Iri, dict[str, dict[Iri | Said, None]]] = {}
    for subject, predicate, said in statements:
        found.setdefault(subject, {}).setdefault(predicate, {})[said] = None
    for subject, each in found.items():
        yield subject, {predicate: list(objects) for predicate, objects in each.items()}


def _is_short(iri: Iri) -> bool:
    return iri.text.partition(":")[0] in PREFIXES


def _turtle(each: Iri | Said) -> str:
    if isinstance(each, Iri):
        return each.text if _is_short(each) else f"<{each.text}>"
    text = "".join(_ESCAPES.get(c, c) for c in each.text)
    return f'"{text}"' + (f"@{each.language}" if each.language else f"^^{each.datatype}" if each.datatype else "")


def _json(each: Iri | Said) -> object:
    if isinstance(each, Iri):
        return {"@id": each.text}
    if each.language:
        return {"@value": each.text, "@language": each.language}
    return {"@value": each.text, "@type": each.datatype} if each.datatype else each.text
