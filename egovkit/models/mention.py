"""A value at its place in a text (提及)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Mention"]

V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Mention(Generic[V_co]):
    """A value where a text mentions it (提及): `text` is the surface from `start` to `end` of the caller's string.

    Kinds of mention that occur by the million (numbers, dates) keep the parts of their value instead of the
    value and make it when it is asked for; they have the same four attributes.
    """

    start: int
    end: int
    text: str
    value: V_co
