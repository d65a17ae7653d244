"""Documents as JSON-LD: RDF that the shapes of the docs site hold against it, and planted faults that they find."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from egovkit.catalogue.policies import policies
from egovkit.catalogue.register import register
from egovkit.documents.document import PolicyDocument
from egovkit.interchange.linked import to_jsonld
from egovkit.models.issuance import IssuanceNumber
from egovkit.strategies.document import documents, pages

if TYPE_CHECKING:
    from rdflib import Graph

pytest.importorskip("rdflib", reason="rdflib is not installed")
pytest.importorskip("pyshacl", reason="pyshacl is not installed")
# rdflib warns of names of its own.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

SHAPES = Path(__file__).resolve().parents[2] / "docs" / "shapes" / "legislation.ttl"
TEXT = (
    "某市人民政府关于防火的通知\n某政发〔2024〕3号\n各县人民政府：\n"
    "根据《某省防火条例》（国发〔2014〕6号），现就有关事项通知如下。《防火办法》同时废止。\n某市人民政府\n2024年3月1日\n"
)


@cache
def shapes() -> Graph:
    from rdflib import Graph

    return Graph().parse(SHAPES, format="turtle")


def graph_of(items: Iterable[dict[str, Any]]) -> Graph:
    from rdflib import Graph

    whole: Graph = Graph()
    # One file of many, as a site gives them: they share their context.
    listed = list(items)
    context = listed[0]["@context"] if listed else {}
    data = {"@context": context, "@graph": [{k: v for k, v in each.items() if k != "@context"} for each in listed]}
    whole.parse(data=json.dumps(data), format="json-ld")
    return whole


def faults(*items: dict[str, Any]) -> str:
    """What the shapes find; empty where the data conform."""
    from pyshacl import validate

    conforms, _, told = validate(graph_of(items), shacl_graph=shapes())
    return "" if conforms else str(told)


def linked(text: str = TEXT) -> dict[str, Any]:
    return to_jsonld(PolicyDocument.parse(text), "https://example.org/3")


def test_a_document_is_of_the_shape_and_holds_what_it_says() -> None:
    from rdflib import Namespace, URIRef

    assert faults(linked()) == ""
    schema = Namespace("https://schema.org/")
    graph: Graph = graph_of([linked()])
    one = URIRef("https://example.org/3")
    (day,) = graph.objects(one, schema.legislationDate)
    assert str(day) == "2024-03-01"
    (basis,) = graph.objects(one, schema.isBasedOn)
    assert [str(each) for each in graph.objects(basis, schema.legislationIdentifier)] == ["国发〔2014〕6号"]


@settings(max_examples=15, deadline=None)
@given(documents())
def test_any_document_is_of_the_shape(document: PolicyDocument) -> None:
    assert faults(to_jsonld(document, "urn:one")) == ""


@settings(max_examples=15, deadline=None)
@given(pages())
def test_any_page_is_of_the_shape(page: Any) -> None:
    assert faults(to_jsonld(PolicyDocument.parse(page.text), "urn:one")) == ""


def test_all_policies_and_some_of_the_register_are_of_the_shape() -> None:
    records = [*policies, *list(register)[::300]]
    assert faults(*(to_jsonld(record, f"urn:record:{at}") for at, record in enumerate(records))) == ""


def _set(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.update(fields)


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        (_set(name=["甲", "乙"]), "MaxCount"),
        (_set(name=""), "MinLength"),
        (_set(name=3), "Datatype"),
        (_set(legislationIdentifier="某政发2024-3"), "Pattern"),
        (_set(**{"eli:id_local": "某政发〔2024〕4号"}), "Equals"),
        (_set(legislationDate="2024-13-01"), "Or"),
        (_set(legislationDate="昨天"), "Or"),
        (_set(legislationDate=["2024-03-01", "2024-03-02"]), "MaxCount"),
        (_set(expires={"@value": "2024", "@type": "xsd:integer"}), "Or"),
        (_set(legislationLegalForce={"@id": "https://schema.org/Valid"}), "In"),
        (_set(legislationJurisdiction={"@type": "Country", "identifier": "US"}), "Node"),
        (_set(legislationPassedBy=[{"@type": "GovernmentOrganization"}]), "Node"),
        (_set(legislationPassedBy=["某市人民政府"]), "Node"),
        (_set(legislationRepeals=[{"@type": "Legislation"}]), "Node"),
        (_set(citation=["防火办法"]), "Node"),
        (_set(isBasedOn=[{"@type": "Legislation", "legislationIdentifier": "六号文"}]), "Node"),
        (_set(legislationTitle="防火"), "Closed"),
        (_set(**{"@type": ["eli:LegalResource"]}), "Class"),
        (lambda data: data.pop("inLanguage"), "HasValue"),
    ],
)
def test_a_planted_fault_is_found(plant: Callable[[dict[str, Any]], Any], told: str) -> None:
    data = linked()
    plant(data)
    assert f"{told}ConstraintComponent" in faults(data)


def test_the_shape_knows_numbers_as_the_library_does() -> None:
    assert IssuanceNumber.pattern in SHAPES.read_text(encoding="utf-8")


@pytest.mark.corpus
def test_documents_of_the_corpus_are_of_the_shape(shared: Path) -> None:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    found = [to_jsonld(PolicyDocument.parse(text), f"urn:document:{at}") for at, text in enumerate(texts)]
    assert len(found) == len(texts)
    assert [told for at in range(0, len(found), 100) if (told := faults(*found[at : at + 100]))] == []
