"""A record that is made quickly is the dataclass that it was."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from egovkit.text.records import quickly_made


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


def test_it_is_made_as_the_dataclass_is() -> None:
    for given in ((1,), (1, "国办发"), (1, "国办发", (2,))):
        plain, quick = Plain(*given), Quick(*given)
        assert repr(quick) == repr(plain).replace("Plain", "Quick")
        assert hash(quick) == hash(plain)
        assert (quick.start, quick.text, quick.numbers) == (plain.start, plain.text, plain.numbers)
    assert Quick(start=1, numbers=(2,)) == Quick(1, "国发", (2,)) != Quick(2)


def test_it_says_the_same_of_itself() -> None:
    assert inspect.signature(Quick) == inspect.signature(Plain)
    assert Quick.__init__.__qualname__ == "Quick.__init__"
    assert Quick.__init__.__module__ == __name__


def test_it_stays_frozen_and_without_a_dict() -> None:
    quick = Quick(1)
    with pytest.raises(FrozenInstanceError):
        quick.start = 2  # type: ignore[misc]
    assert not hasattr(quick, "__dict__")


def test_it_is_copied_replaced_and_pickled() -> None:
    quick = Quick(1, "国办发", (2,))
    assert copy.deepcopy(quick) == quick == pickle.loads(pickle.dumps(quick))  # noqa: S301
    assert replace(quick, start=3) == Quick(3, "国办发", (2,))


def test_what_is_missing_is_an_error() -> None:
    with pytest.raises(TypeError, match="start"):
        Quick()  # type: ignore[call-arg]


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
