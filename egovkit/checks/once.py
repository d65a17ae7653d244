"""Properties that are read once and kept (惰性属性)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["once"]

S = TypeVar("S")
T = TypeVar("T")


class once(Generic[S, T]):  # noqa: N801  (it stands where `property` does)
    """As `functools.cached_property`, without the lock that this takes before Python 3.12 (惰性属性).

    A check asks for some forty views of a text, and most are told in less time than the lock takes.

    >>> class Line:
    ...     @once
    ...     def length(self) -> int:
    ...         return print("counted") or 3
    >>> line = Line()
    >>> line.length, line.length
    counted
    (3, 3)
    """

    def __init__(self, read: Callable[[S], T]) -> None:
        self.read = read
        self.__doc__ = read.__doc__

    def __set_name__(self, owner: type[S], name: str) -> None:
        self.name = name

    def __get__(self, held: S, owner: type[S]) -> T:
        value = held.__dict__[self.name] = self.read(held)
        return value
