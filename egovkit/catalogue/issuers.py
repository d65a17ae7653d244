"""Organs as conditions of a table (发文机关条件): 工信部 finds what the full name finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from egovkit.catalogue.near_names import near_names
from egovkit.errors import UnknownCondition

__all__ = ["issuers_meant"]


@lru_cache(maxsize=4096)
def _full_names(name: str, year: int | None = None) -> frozenset[str]:
    """Return the full names that an organ's name can mean in a year; the name itself where no organ is known by it."""
    # The table of organs is read where a table is asked for an issuer, and by nothing else here.
    from egovkit.catalogue.organs import organs  # noqa: PLC0415

    found = frozenset(organ.name for organ in organs.find(name, year=year))
    return frozenset((name,)) if name in found else found


def issuers_meant(table: str, asked: str, known: Iterable[str]) -> Callable[[str, int | None], bool]:
    """Return the test whether a name, as of a year, is that of the organ asked for (是否该机关).

    Both go by full or short names. UnknownCondition where neither the table of organs has such a name nor `known`,
    the issuers of the table asked.

    >>> meant = issuers_meant("policies", "工信部", ())
    >>> meant("工业和信息化部", 2014), meant("财政部", 2014)
    (True, False)
    """
    names = _full_names(asked)
    issuers = frozenset(known)
    if not names and asked not in issuers:
        from egovkit.catalogue.organs import organs  # noqa: PLC0415

        spelled = (name for organ in organs for name in organ.names)
        raise UnknownCondition(table, "issuer", asked, near_names(asked, {*issuers, *spelled}))
    wanted = names | {asked}
    return lambda name, year: name in wanted or not wanted.isdisjoint(_full_names(name, year))
