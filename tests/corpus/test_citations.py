"""Citations of the seed, of the gold, and of every real document."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from egovkit.citations.find import find_citations
from egovkit.citations.resolve import resolve
from egovkit.models.citation import Relation

from .conftest import CorpusDocument

EGOVERNMENT = "国办发〔2014〕66号"


def test_the_seed_yields_its_four_documents(shared: Path) -> None:
    text = (shared / "corpus" / "seed.txt").read_text(encoding="utf-8")
    found = find_citations(text)
    documents = [
        ([str(m.value) for m in c.numbers], c.issuers, str(c.dated), c.relation)
        for c in found
        if c.title is not None and c.numbers
    ]
    office = "国务院办公厅"
    assert documents == [
        (["国办发〔2000〕36号"], (office,), "2000", Relation.ISSUE),
        (["国办发〔2001〕25号"], (office,), "2001", Relation.ISSUE),
        (["中办发〔2002〕17号"], ("中共中央办公厅", office), "2002", Relation.FORWARD),
        ([EGOVERNMENT], (office,), "2014-11", Relation.ISSUE),
    ]
    names = [c for c in found if c.title == "指导意见"]
    assert len(names) == text.count("《指导意见》") - 1
    assert any(c.antecedent is not None and c.start < c.antecedent.start for c in names)
    for resolution in resolve(names):
        assert resolution.citation.document.short_name == "指导意见"
        assert resolution.record is not None
        assert resolution.record.key == EGOVERNMENT


def _start(text: str, item: dict[str, Any]) -> int:
    at = -len(item["surface"])
    for _ in range(item["nth"]):
        at = text.index(item["surface"], at + len(item["surface"]))
    return at


def test_the_gold_is_reached(shared: Path) -> None:
    lines = (shared / "gold" / "dev" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    total = right = titles = 0
    for row in map(json.loads, lines):
        text = row["text"]
        by_start = {c.start: c for c in find_citations(text)}
        for item in row.get("citations", []):
            total += 1
            citation = by_start.get(_start(text, item))
            if citation is not None:
                titles += "".join((citation.title or "").split()) == "".join((item["title"] or "").split())
                right += str(citation.relation) == item["relation"]
    assert titles / total >= 0.97
    assert right / total >= 0.85


@pytest.mark.corpus
def test_citations_lie_apart_and_print_what_they_hold(documents: list[CorpusDocument]) -> None:
    for document in documents:
        found = find_citations(document.text)
        assert all(document.text[c.start : c.end] == c.text for c in found), document.id
        assert all(one.end <= other.start for one, other in pairwise(found)), document.id
        known = {id(citation) for citation in found}
        for citation in found:
            assert citation.antecedent is None or id(citation.antecedent) in known, document.id
            assert citation.title is None or citation.title == "".join(citation.title.split()), document.id
