"""A document and what is found in it have one shape as data."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from egovkit.documents.document import PolicyDocument
from egovkit.documents.document_reading import DocumentReading
from egovkit.documents.found import FOUND
from egovkit.strategies import Page, pages
from tests.documents.test_document import NOISE

TEXT = """某县人民政府关于森林防火的通知
某政发〔2024〕3号
各乡镇人民政府：
　　根据《甲办法》（以下简称《办法》）和国办发[2014]66号，建设三网一库。《办法》第三条自2024年3月1日起从严。
　　《某县人民政府关于森林防火的通知》（某政发〔2014〕5号）、《丙办法》废止。
"""


@settings(max_examples=60)
@given(pages())
def test_a_reading_is_the_document_and_its_dump_with_what_is_found(page: Page) -> None:
    document, reading = PolicyDocument.parse(page.text), DocumentReading.parse(page.text)
    assert reading == document
    whole = document.model_dump(include_found=True)
    assert whole == reading.model_dump() == DocumentReading.of(document).model_dump()
    assert {name: value for name, value in whole.items() if name not in FOUND} == document.model_dump()
    assert document.model_dump_json(include_found=True) == reading.model_dump_json()


@settings(max_examples=60)
@given(NOISE)
def test_a_reading_of_any_text_is_read_back(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    reading = DocumentReading.parse(text)
    written = reading.model_dump_json()
    again = DocumentReading.model_validate_json(written)
    assert again == reading
    assert again.model_dump_json() == written
    assert PolicyDocument.model_validate_json(written) == PolicyDocument.parse(text)


def test_what_is_found_is_named_by_place() -> None:
    whole = PolicyDocument.parse(TEXT).model_dump(mode="json", include_found=True)
    assert [each["value"] for each in whole["numbers"]] == [
        "某政发〔2024〕3号",
        "国办发〔2014〕66号",
        "某政发〔2014〕5号",
    ]
    assert [each["value"] for each in whole["dates"]] == ["2024-03-01"]
    assert [(each["title"], each["antecedent"]) for each in whole["citations"]] == [
        ("甲办法", None),
        (None, None),
        ("办法", 0),
        ("丙办法", None),
    ]
    # Of its own title is an earlier one that it repeals, and no citation of what it builds on.
    assert [each["title"] for each in whole["repeals"]] == ["某县人民政府关于森林防火的通知", "丙办法"]
    assert [each["value"]["name"] for each in whole["frameworks"]] == ["三网一库"]


def test_what_was_found_is_not_looked_for_again() -> None:
    document = PolicyDocument.parse(TEXT)
    found = document.citations
    assert found
    assert DocumentReading.of(document).citations is found


def test_a_dump_takes_the_options_of_pydantic() -> None:
    document = PolicyDocument.parse(TEXT)
    assert list(document.model_dump(include_found=True, include={"title", "dates"})) == ["title", "dates"]
    assert json.loads(document.model_dump_json(include={"title"})) == {"title": document.title}


def test_a_dump_is_of_its_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = DocumentReading.model_json_schema(mode="serialization")
    assert set(FOUND) <= set(schema["properties"])
    jsonschema.validate(PolicyDocument.parse(TEXT).model_dump(mode="json", include_found=True), schema)
