"""What loading makes without validation looks as if it had been validated."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from egovkit.catalogue.cells import number_in
from egovkit.catalogue.frameworks import frameworks
from egovkit.catalogue.policies import policies
from egovkit.catalogue.register import register
from egovkit.catalogue.register_keys import number_keys
from egovkit.models.framework import Framework
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import PolicyRecord

RECORDS: list[PolicyRecord | Framework] = [*policies, *frameworks]


def models_in(value: Any) -> Iterator[BaseModel]:
    """Yield a model and every model in it."""
    if isinstance(value, BaseModel):
        yield value
        for part in vars(value).values():
            yield from models_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from models_in(part)


@pytest.mark.parametrize("record", RECORDS, ids=str)
def test_fields_stand_in_the_order_of_the_model(record: PolicyRecord | Framework) -> None:
    for model in models_in(record):
        assert list(vars(model)) == list(type(model).model_fields)


@pytest.mark.parametrize("record", RECORDS, ids=str)
def test_an_equal_record_dumps_and_shows_alike(record: PolicyRecord | Framework) -> None:
    validated = type(record).model_validate(record.model_dump())
    assert validated == record
    assert validated.model_dump_json() == record.model_dump_json()
    assert repr(validated) == repr(record)


@pytest.mark.parametrize("name", ["国办发〔2014〕66号", "国务院令第711号", "档案法"])
def test_what_is_made_without_validation_is_what_validation_makes(name: str) -> None:
    record = register.find(name)[0]
    validated = type(record).model_validate(record.model_dump(exclude_unset=True))
    assert record == validated
    assert record.model_fields_set == validated.model_fields_set
    assert record.model_dump() == validated.model_dump()
    assert repr(record) == repr(validated)
    assert list(dict(record)) == list(type(record).model_fields)
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301  # of our own making
    assert copy.deepcopy(record) == record.model_copy() == record
    assert hash(record) == hash(validated)
    with pytest.raises(ValidationError):
        record.title = "别的"  # type: ignore[misc]  # that it cannot be set is the point


@pytest.mark.parametrize("part", range(8))
def test_a_number_in_a_cell_is_what_its_string_is_parsed_as(part: int) -> None:
    numbered = [record for record in register if record.number is not None]
    keys = {
        key
        for record in numbered[part::16]
        if record.number is not None
        for key, _ in number_keys(record.number, record.other_numbers)
    }
    assert len(keys) > 500
    for key in keys:
        assert number_in(key) == IssuanceNumber.parse(key)
        assert str(number_in(key)) == key
