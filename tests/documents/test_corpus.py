"""Every document of the corpus parses, and nothing of it is lost."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.document_reading import DocumentReading
from egovkit.models.citation import Citations
from tests.documents.structure.test_chunks import check_chunks
from tests.documents.structure.test_sections import check_tree
from tests.documents.test_document import cover

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[str]:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


def test_every_character_of_every_document_is_held_once(texts: list[str]) -> None:
    for text in texts:
        cover(text, PolicyDocument.parse(text))


def test_nearly_every_real_document_equals_its_rendering_and_all_their_json(texts: list[str]) -> None:
    equal = 0
    for text in texts:
        document = PolicyDocument.parse(text)
        equal += PolicyDocument.parse(document.render()) == document
        assert PolicyDocument.model_validate_json(document.model_dump_json()) == document
    # What does not come back is prose that a page scraped into odd lines: no standard lays it out.
    assert equal >= 0.985 * len(texts)


def test_the_sections_of_every_document_have_every_heading(texts: list[str]) -> None:
    for text in texts:
        check_tree(PolicyDocument.parse(text))


def test_the_chunks_of_every_document_hold_its_text_once_and_cut_no_sentence_or_citation(texts: list[str]) -> None:
    oversize = total = 0
    for text in texts:
        chunks = check_chunks(PolicyDocument.parse(text), 500)
        total += len(chunks)
        oversize += sum(chunk.oversize for chunk in chunks)
    # Sentences of more than 500 characters are lists and tables that a page made one line of.
    assert oversize < 0.002 * total


def test_every_document_is_read_back_with_what_is_found_in_it(texts: list[str]) -> None:
    for text in texts[::8]:
        reading = DocumentReading.parse(text)
        written = reading.model_dump_json()
        again = DocumentReading.model_validate_json(written)
        assert again == reading
        assert again.model_dump_json() == written
        citations = TypeAdapter(Citations)
        linked = citations.dump_json(reading.citations)
        assert citations.dump_json(citations.validate_json(linked)) == linked


def test_the_seed(shared: Path) -> None:
    text = (shared / "corpus" / "seed.txt").read_text(encoding="utf-8")
    document = PolicyDocument.parse(text)
    assert document.title is not None
    assert document.title.endswith("《关于促进电子政务协调发展的指导意见》解读")
    assert [(h.ordinal, h.text) for h in document.outline] == [
        ("一", "《指导意见》定位和作用"),
        ("二", "《指导意见》起草背景、思路和过程"),
    ]
    assert [(h.ordinal, h.text) for h in document.outline[1].children] == [("一", "起草背景"), ("二", "起草思路")]
    assert [point.text for point in document.points] == ["问题导向", "有限目标", "面向发展", "分工合作"]
    assert document.number is None
    assert document.issuers == ()
    body = document.body
    assert all(advert not in body for advert in ("VIP", "book118", "关注", "文档评论", "版权申诉", "docx"))
    residue = [text[b.start : b.end] for b in document.blocks if b.kind is Element.RESIDUE]
    assert len(residue) > 20
