"""A record that is made quickly is the dataclass that it was."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from egovkit.text.records import quickly_made, record_maker


@dataclass(frozen=True, slots=True)
class Plain:
    start: int
    text: str = "国发"
    numbers: tuple[int, ...] = field(default=(), repr=False)


@quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    start: int
    text: str = "国发"
    numbers: tuple[int, ...] = field(default=(), repr=False)


quick = record_maker(Quick)


def test_it_is_made_as_the_dataclass_is() -> None:
    for given in ((1,), (1, "国办发"), (1, "国办发", (2,))):
        plain, made = Plain(*given), Quick(*given)
        assert repr(made) == repr(plain).replace("Plain", "Quick")
        assert hash(made) == hash(plain)
        assert (made.start, made.text, made.numbers) == (plain.start, plain.text, plain.numbers)
    assert Quick(start=1, numbers=(2,)) == Quick(1, "国发", (2,)) != Quick(2)


def test_it_says_the_same_of_itself() -> None:
    assert inspect.signature(Quick) == inspect.signature(Plain)
    assert Quick.__init__.__qualname__ == "Quick.__init__"
    assert Quick.__init__.__module__ == __name__


def test_it_stays_frozen_and_without_a_dict() -> None:
    made = Quick(1)
    with pytest.raises(FrozenInstanceError):
        made.start = 2  # type: ignore[misc]
    assert not hasattr(made, "__dict__")


def test_it_is_copied_replaced_and_pickled() -> None:
    made = Quick(1, "国办发", (2,))
    assert copy.deepcopy(made) == made == pickle.loads(pickle.dumps(made))  # noqa: S301
    assert replace(made, start=3) == Quick(3, "国办发", (2,))


def test_what_is_missing_is_an_error() -> None:
    with pytest.raises(TypeError, match="start"):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="start"):
        quick()  # type: ignore[call-arg]


def test_a_function_makes_what_a_call_of_the_class_makes() -> None:
    for given in ((1,), (1, "国办发"), (1, "国办发", (2,))):
        made = quick(*given)
        assert type(made) is Quick
        assert made == Quick(*given)
        assert hash(made) == hash(Quick(*given))
        assert copy.deepcopy(made) == made == pickle.loads(pickle.dumps(made))  # noqa: S301
        with pytest.raises(FrozenInstanceError):
            made.start = 2  # type: ignore[misc]
    assert quick(start=1, numbers=(2,)) == Quick(1, "国发", (2,))


def test_what_is_more_than_a_record_is_refused() -> None:
    with pytest.raises(TypeError, match="numbers"):

        @quickly_made
        @dataclass(frozen=True, slots=True)
        class Factory:
            numbers: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match="start"):

        @quickly_made
        @dataclass(frozen=True, slots=True)
        class After:
            start: int

            def __post_init__(self) -> None:
                """Look at what was made."""

    with pytest.raises(TypeError, match="start"):

        @quickly_made
        @dataclass(frozen=True, slots=True, kw_only=True)
        class ByName:
            start: int
