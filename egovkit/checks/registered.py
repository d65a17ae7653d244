"""What the register answers to a title (登记册所答), kept for the next document that cites it."""

from __future__ import annotations

from functools import lru_cache

from egovkit.catalogue.register import register
from egovkit.catalogue.title_matches import Match
from egovkit.models.issuance import IssuanceNumber

__all__ = ["by_number", "by_title"]


@lru_cache(maxsize=8192)
def by_title(title: str) -> tuple[Match, ...]:
    """Return every document that a title can mean (按标题): a few laws are cited again and again."""
    return register.by_title(title)


def by_number(number: IssuanceNumber) -> tuple[Match, ...]:
    """Return every document that a number can mean (按字号), which takes no longer than to remember it."""
    return register.by_number(number)
