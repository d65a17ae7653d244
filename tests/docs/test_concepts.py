"""The vocabularies of the site are SKOS: both files say the same, hold together, and leave nothing of the tables out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from egovkit.catalogue.frameworks import frameworks
from egovkit.catalogue.organs import organs
from egovkit.catalogue.policies import policies
from scripts.pages.concepts import SCHEMES, pages
from scripts.pages.rdf import Iri, Said, Statement, name, to_jsonld, to_turtle

if TYPE_CHECKING:
    from rdflib import Graph

pytest.importorskip("rdflib", reason="rdflib is not installed")
pytest.importorskip("pyshacl", reason="pyshacl is not installed")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

SHAPES = Path(__file__).resolve().parents[2] / "docs" / "shapes" / "concepts.ttl"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TERMS = "http://purl.org/dc/terms/"


def graph_of(text: str, kind: str = "turtle") -> Graph:
    from rdflib import Graph

    return Graph().parse(data=text, format=kind)


@cache
def shapes() -> Graph:
    return graph_of(SHAPES.read_text(encoding="utf-8"))


@cache
def made() -> dict[str, str]:
    return pages()


def faults(graph: Graph) -> str:
    from pyshacl import validate

    conforms, _, told = validate(graph, shacl_graph=shapes())
    return "" if conforms else str(told)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_both_files_say_the_same(scheme: str) -> None:
    turtle = graph_of(made()[f"data/{scheme}.ttl"])
    assert set(turtle) == set(graph_of(made()[f"data/{scheme}.jsonld"], "json-ld"))
    assert len(turtle) == len(set(SCHEMES[scheme]()))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_vocabulary_holds_together(scheme: str) -> None:
    assert faults(graph_of(made()[f"data/{scheme}.ttl"])) == ""


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("frameworks", {each.name for each in frameworks}),
        ("policies", {each.title for each in policies}),
        ("organs", {each.name for each in organs}),
    ],
)
def test_nothing_of_the_table_is_left_out(scheme: str, names: set[str]) -> None:
    from rdflib import URIRef

    labels = graph_of(made()[f"data/{scheme}.ttl"]).objects(None, URIRef(f"{SKOS}prefLabel"))
    assert names <= {str(label) for label in labels}


def test_what_is_said_of_one() -> None:
    from rdflib import URIRef

    graph = graph_of(made()["data/organs.ttl"])
    office = URIRef("urn:egovkit:organ:上海市人民政府办公厅")
    assert [str(each) for each in graph.objects(office, URIRef(f"{SKOS}broader"))] == [
        "urn:egovkit:organ:上海市人民政府"
    ]
    (label,) = graph.objects(URIRef("urn:egovkit:organ:国务院办公厅"), URIRef(f"{SKOS}prefLabel"))
    assert (str(label), label.language) == ("国务院办公厅", "zh")  # type: ignore[attr-defined]
    codes = graph.objects(URIRef("urn:egovkit:organ:国务院办公厅"), URIRef(f"{SKOS}notation"))
    assert "国办发" in {str(code) for code in codes}
    graph = graph_of(made()["data/frameworks.ttl"])
    whole = URIRef("urn:egovkit:framework:两网四库十二金")
    parts = {str(each) for each in graph.objects(whole, URIRef(f"{SKOS}narrower"))}
    assert "urn:egovkit:component:两网四库十二金:政务内网" in parts
    assert URIRef("urn:egovkit:framework:三网一库") in set(graph.objects(whole, URIRef(f"{TERMS}replaces")))


FAULTLESS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:s> a skos:ConceptScheme ; skos:prefLabel "词表"@zh, "Words"@en ; skos:hasTopConcept <urn:a> .
<urn:a> a skos:Concept ; skos:inScheme <urn:s> ; skos:topConceptOf <urn:s> ; skos:prefLabel "甲"@zh ; skos:narrower <urn:b> .
<urn:b> a skos:Concept ; skos:inScheme <urn:s> ; skos:prefLabel "乙"@zh ; skos:altLabel "丙"@zh ; skos:broader <urn:a> .
<urn:c> a skos:Collection ; skos:prefLabel "丁"@zh ; skos:member <urn:b> .
"""


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("", ""),
        ('<urn:b> skos:prefLabel "戊"@zh .', "UniqueLang"),
        ('<urn:b> skos:altLabel "乙"@zh .', "Disjoint"),
        ('<urn:b> skos:altLabel "B"@fr .', "LanguageIn"),
        ('<urn:b> skos:altLabel "B" .', "LanguageIn"),
        ("<urn:a> skos:broader <urn:b> . <urn:b> skos:narrower <urn:a> .", "a cycle"),
        ("<urn:b> skos:broader <urn:b> ; skos:narrower <urn:b> .", "a cycle"),
        ("<urn:a> skos:narrower <urn:d> . <urn:d> a skos:Concept .", "Equals"),
        ("<urn:d> a skos:Concept ; skos:broader <urn:a> .", "Equals"),
        ('<urn:d> a skos:Concept ; skos:inScheme <urn:s> ; skos:prefLabel "戊"@zh .', "Xone"),
        ("<urn:b> skos:topConceptOf <urn:s> .", "Xone"),
        ("<urn:s> skos:hasTopConcept <urn:b> .", "Equals"),
        ("<urn:b> skos:broader <urn:e> .", "Class"),
        ("<urn:c> skos:member <urn:e> .", "Class"),
        ("<urn:f> a skos:Collection .", "MinCount"),
        ("<urn:b> skos:inScheme <urn:t> .", "MaxCount"),
    ],
)
def test_a_planted_fault_is_found(planted: str, told: str) -> None:
    found = faults(graph_of(FAULTLESS + planted))
    assert (told in found) if told else found == ""


def test_any_text_is_written_so_that_it_is_read() -> None:
    odd = 'a"b\\c\n\t\r甲'
    told = [
        Statement(name("x", 'a b:<>"%'), "a", Iri("skos:Concept")),
        Statement(name("x", 'a b:<>"%'), "skos:prefLabel", Said(odd, "zh")),
        Statement(name("x", 'a b:<>"%'), "skos:prefLabel", Said(odd, "zh")),
        Statement(name("x", 'a b:<>"%'), "dcterms:issued", Said("2014-11", datatype="xsd:gYearMonth")),
        Statement(name("x", 'a b:<>"%'), "dc:creator", Said("甲")),
    ]
    turtle, other = graph_of(to_turtle(told)), graph_of(to_jsonld(told), "json-ld")
    assert set(turtle) == set(other)
    assert len(turtle) == 4
    assert odd in {str(each) for each in turtle.objects()}
