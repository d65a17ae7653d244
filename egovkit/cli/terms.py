"""What the kinds of things are called in the language of the person (术语)."""

from __future__ import annotations

from typing import Protocol

from egovkit.messages import said

__all__ = ["Termed", "term_of"]


class Termed(Protocol):
    """A kind with its Chinese term; its value is the English one."""

    @property
    def value(self) -> str:
        """The value (值)."""

    @property
    def term(self) -> str:
        """The Chinese term (术语)."""


def term_of(kind: Termed) -> str:
    """Return what a kind is called (称谓).

    >>> from egovkit.models.standing import StandingKind
    >>> term_of(StandingKind.IN_FORCE) in ("in force", "现行有效")
    True
    """
    return said(kind.value.replace("_", " "), kind.term)
