"""The verbs that all value types share."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from pydantic import BaseModel, TypeAdapter, ValidationError

from egovkit.errors import ParseError
from egovkit.models.dates import DateRange, DocumentDate
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.param import Param
from egovkit.models.secrecy import Secrecy
from egovkit.models.value import Value
from egovkit.strategies import Sloppy, date_surfaces, dates, issuance_numbers, sloppy


def test_a_value_without_grammar_reads_nothing() -> None:
    with pytest.raises(NotImplementedError):
        Value.parse("x")


VALUES = [IssuanceNumber, DocumentDate, DateRange, Secrecy]


@pytest.mark.parametrize("kind", VALUES)
def test_what_is_taken_has_a_wide_pattern_and_what_is_dumped_the_canonical_one(kind: type[Value]) -> None:
    taken, dumped = (TypeAdapter(kind).json_schema(mode=mode) for mode in ("validation", "serialization"))
    assert (taken["pattern"], dumped["pattern"]) == (kind.taken, kind.pattern)
    assert taken["examples"] == dumped["examples"] == list(kind.examples)
    assert all(re.search(dumped["pattern"], str(kind.parse(example))) for example in kind.examples)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(
            (IssuanceNumber, text)
            for text in ("", "66", "国办发", "国办发〔2014〕", "号", "复兴路15号", "abc", "2014-11-26")
        ),
        *((DocumentDate, text) for text in ("", "号", "11月26日", "某年", "twenty", "国办发〔2014〕66号")),
        *((DateRange, text) for text in ("", "至", "1月至6月")),
        *((Secrecy, text) for text in ("", "内部", "密", "秘书")),
    ],
)
def test_both_patterns_refuse_what_is_no_value(kind: type[Value], text: str) -> None:
    assert not kind.is_valid(text)
    assert re.search(kind.taken, text) is None
    assert re.search(kind.pattern, text) is None


@pytest.mark.parametrize(
    "text", ["第5号", "国办发〔2104〕66号", "国办发〔2014〕066号", "国办发[2014]66号", "见国发〔2014〕6号。"]
)
def test_the_canonical_pattern_takes_canonical_numbers_alone(text: str) -> None:
    assert re.search(IssuanceNumber.pattern, text) is None


@given(sloppy())
def test_every_print_of_a_number_fits_the_pattern_of_what_is_taken(drawn: Sloppy) -> None:
    assert re.search(IssuanceNumber.taken, drawn.surface)
    assert re.search(IssuanceNumber.pattern, str(drawn.value))


@pytest.mark.parametrize(
    "text",
    [
        "国令第711号", "第711号令", "国务院350号令", "（86）国发12号", "财税2016年36号", "2020年第8号", "国办发\n〔2014〕\n66号",
        "国发〔一九八六〕十二号", "某市人民代表大会常务委员会公告〔十五届〕第5号", "财政部 税务总局公告2020年第8号", "\u200b渝府办发〔2019〕103号",
    ],
)  # fmt: skip
def test_numbers_of_every_form_fit_both_patterns(text: str) -> None:
    assert re.search(IssuanceNumber.taken, text)
    assert re.search(IssuanceNumber.pattern, str(IssuanceNumber.parse(text)))


@given(date_surfaces())
def test_every_print_of_a_date_fits_the_pattern_of_what_is_taken(drawn: tuple[str, DocumentDate | DateRange]) -> None:
    surface, value = drawn
    assert re.search(type(value).taken, surface)
    assert re.search(type(value).pattern, str(value))


@given(issuance_numbers(), dates())
def test_a_parameter_is_the_value_of_its_string(number: IssuanceNumber, day: DocumentDate) -> None:
    assert TypeAdapter(Param[IssuanceNumber]).validate_python(str(number)) == number
    assert TypeAdapter(Param[DocumentDate]).dump_python(day) == str(day)


def test_a_parameter_is_no_model_and_has_the_schema_of_its_value() -> None:
    param: Any = Param[IssuanceNumber]
    assert param is Param[IssuanceNumber]
    assert not issubclass(param, BaseModel)
    assert TypeAdapter(param).json_schema() == TypeAdapter(IssuanceNumber).json_schema()
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(param).validate_python("国办发〔2014〕0号")
    assert refused.value.errors()[0]["type"] == "number.serial"


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_is_made_of_its_string(kind: type[Any]) -> None:
    for example in kind.examples:
        assert kind(example) == kind.parse(example)
    with pytest.raises(ParseError):
        kind("")
    for read, parts in ((("2014", "2015"), {}), ((2014,), {}), (("2014",), {"year": 2014})):
        with pytest.raises(TypeError, match=kind.__name__):
            kind(*read, **parts)


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


@pytest.mark.parametrize("kind", [IssuanceNumber, DocumentDate, DateRange, Secrecy])
def test_every_field_of_one_kind_takes_and_gives_its_string(kind: type[Value]) -> None:
    text = kind.examples[-1]

    class Two(BaseModel):
        first: kind | None  # type: ignore[valid-type]
        second: kind | None  # type: ignore[valid-type]
        more: tuple[kind, ...]  # type: ignore[valid-type]

    value = kind.parse(text)
    two = Two.model_validate({"first": text, "second": text, "more": [text, text]})
    assert two.model_dump() == {"first": str(value), "second": str(value), "more": (str(value), str(value))}
    assert Two.model_validate_json(two.model_dump_json()) == two
