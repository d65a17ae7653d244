"""The verbs that all value types share."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from egovkit.errors import ParseError
from egovkit.models.dates import DateRange, DocumentDate
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.secrecy import Secrecy
from egovkit.models.value import Value


def test_a_value_without_grammar_reads_nothing() -> None:
    with pytest.raises(NotImplementedError):
        Value.parse("x")


VALUES = [IssuanceNumber, DocumentDate, DateRange, Secrecy]


@pytest.mark.parametrize("kind", VALUES)
def test_a_pattern_is_promised_of_what_is_dumped_and_not_asked_of_what_is_taken(kind: type[Value]) -> None:
    taken, dumped = (TypeAdapter(kind).json_schema(mode=mode) for mode in ("validation", "serialization"))
    assert "pattern" not in taken
    assert taken["examples"] == dumped["examples"] == list(kind.examples)
    assert all(re.search(dumped["pattern"], str(kind.parse(example))) for example in kind.examples)


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_is_made_of_its_string(kind: type[Any]) -> None:
    for example in kind.examples:
        assert kind(example) == kind.parse(example)
    with pytest.raises(ParseError):
        kind("")
    for given, parts in ((("2014", "2015"), {}), ((2014,), {}), (("2014",), {"year": 2014})):
        with pytest.raises(TypeError, match=kind.__name__):
            kind(*given, **parts)


class Holder(BaseModel):
    number: IssuanceNumber
    day: DocumentDate


def test_what_a_field_takes_its_schema_takes() -> None:
    prints = {"number": "国办发 [２０１４] 66 号", "day": "2014年11月26日"}
    assert Holder.model_validate(prints).model_dump() == {"number": "国办发〔2014〕66号", "day": "2014-11-26"}
    taken, dumped = (Holder.model_json_schema(mode=mode)["properties"] for mode in ("validation", "serialization"))
    for name, print_ in prints.items():
        assert re.search(taken[name].get("pattern", ""), print_)
        assert dumped[name]["pattern"]


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize("given", [None, 2.5, True, b"2014", ["2014"], ("2014",)], ids=repr)
def test_a_field_says_what_string_it_takes(kind: type[Value], given: object) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(given)
    [fault] = caught.value.errors()
    assert fault["type"] == "value.type"
    assert fault["msg"].endswith(kind.examples[0])
