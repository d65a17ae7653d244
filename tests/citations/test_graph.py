from __future__ import annotations

from egovkit.catalogue.policies import Catalogue
from egovkit.citations.find import find_citations
from egovkit.citations.graph import COLUMNS, edges, to_dot
from egovkit.models.citation import Relation

TEXT = "根据《甲法》（以下简称甲法）第三条和《乙条例》，制定本办法。依照《甲法》第五条。《丙办法》（云政发〔2010〕1号）同时废止。"
NOTHING = Catalogue()


def test_a_document_cited_twice_in_one_role_is_one_edge() -> None:
    found = list(edges("云政发〔2020〕2号", find_citations(TEXT), NOTHING))
    assert [(e.target, e.relation, e.count, e.pinpoints) for e in found] == [
        ("甲法", Relation.BASIS, 2, ("第三条", "第五条")),
        ("乙条例", Relation.BASIS, 1, ()),
        ("云政发〔2010〕1号", Relation.REPEAL, 1, ()),
    ]
    assert {e.source for e in found} == {"云政发〔2020〕2号"}


def test_a_known_policy_is_named_by_its_key() -> None:
    table = Catalogue.from_rows([{"number": "云政发〔2010〕1号", "title": "丙办法"}])
    *_, edge = edges("本文", find_citations(TEXT), table)
    assert (edge.target, edge.known, edge.confidence) == ("云政发〔2010〕1号", "云政发〔2010〕1号", "sure")


def test_edges_are_plain_values() -> None:
    for edge in edges("本文", find_citations(TEXT), NOTHING):
        assert list(edge.as_dict()) == list(COLUMNS)


def test_dot_quotes_what_it_writes() -> None:
    lines = list(to_dot(edges('"引"', find_citations(TEXT), NOTHING)))
    assert lines[0] == "digraph citations {"
    assert lines[-1] == "}"
    assert '  "\\"引\\"" -> "甲法" [label="basis ×2"];' in lines
