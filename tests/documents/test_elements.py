from __future__ import annotations

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.elements import CARD, ELEMENTS, FIELD_LABELS
from egovkit.grammar.fields import read_fields

# What a block is, and no element of the document has as its own.
_NO_ELEMENT = {
    Element.FIELD, Element.PROMULGATION, Element.CONTENTS, Element.PARAGRAPH, Element.TABLE, Element.PAGE_NUMBER,
    Element.RESIDUE,
}  # fmt: skip


def test_the_table_is_of_the_fields_of_a_document() -> None:
    names = [element.field for element in ELEMENTS]
    assert len(set(names)) == len(names)
    assert [name for name in names if name != "repeals"] == list(PolicyDocument.model_fields)
    schema = PolicyDocument.model_json_schema()["properties"]
    assert all(schema[name]["description"] for name in names if name != "repeals")


def test_terms_and_blocks_are_those_of_one_element() -> None:
    terms = [element.term for element in ELEMENTS]
    assert len(set(terms)) == len(terms)
    assert {element.block for element in ELEMENTS} | _NO_ELEMENT >= set(Element)
    assert len({element.field for element in CARD}) == len(CARD)


def test_the_label_of_a_field_is_read_as_that_field() -> None:
    for name, label in FIELD_LABELS.items():
        assert [field.element for field in read_fields(f"{label}：甲")] == [name]
