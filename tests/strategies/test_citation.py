from __future__ import annotations

from hypothesis import given, settings

from egovkit.citations.find import find_citations
from egovkit.grammar.brackets import title_spans
from egovkit.models.citation import Pinpoint
from egovkit.strategies.citation import CitationProse, citation_prose, pinpoints, titles


@given(titles())
def test_a_title_is_one_title(title: str) -> None:
    text = f"见《{title}》。"
    assert list(title_spans(text)) == [(1, len(text) - 1)]


@given(pinpoints())
def test_a_pinpoint_reads_back(pinpoint: Pinpoint) -> None:
    assert Pinpoint.parse(str(pinpoint)) == pinpoint


@settings(max_examples=150)
@given(citation_prose())
def test_what_prose_cites_is_found(prose: CitationProse) -> None:
    found = find_citations(prose.text)
    assert [c.start for c in found] == [c.start for c in prose.citations]
    for citation, expected in zip(found, prose.citations, strict=True):
        assert citation.text == expected.text
        assert citation.title == expected.title
        assert tuple(str(mention.value) for mention in citation.numbers) == expected.numbers
        assert citation.short_name == expected.short_name
        assert citation.relation is expected.relation
        assert citation.pinpoint == expected.pinpoint
        assert citation.antecedent is (None if expected.antecedent is None else found[expected.antecedent])
