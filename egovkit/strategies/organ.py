"""Strategies for organs (机关): values, their codes, and the names they go by."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from egovkit.catalogue.organs import organs
from egovkit.data import rows
from egovkit.models.organ import Organ, OrganCode, OrganLevel

__all__ = ["OrganName", "known_organs", "organ_codes", "organ_names"]


def known_organs(level: OrganLevel | None = None) -> st.SearchStrategy[Organ]:
    """Draw an organ of the table, of one level or of any (机关).

    >>> known_organs(OrganLevel.MINISTRY).validate()
    """
    return st.deferred(lambda: st.sampled_from(tuple(organs.where(level=level))))


def organ_codes() -> st.SearchStrategy[OrganCode]:
    """Draw a row of the code registry (机关代字).

    >>> organ_codes().validate()
    """
    return st.deferred(lambda: st.sampled_from(rows("organs"))).flatmap(
        lambda row: st.sampled_from(organs.codes(row["code"]))
    )


@dataclass(frozen=True, slots=True)
class OrganName:
    """A name as texts print it, and an organ that goes by it (机关名称)."""

    surface: str
    organ: Organ


@st.composite
def organ_names(draw: st.DrawFn) -> OrganName:
    """Draw one of an organ's names: full or short, with or without 中华人民共和国, with odd blanks (机关名称).

    >>> organ_names().validate()
    """
    organ = draw(known_organs())
    surface = draw(st.sampled_from(organ.names))
    if not surface.startswith("中华人民共和国"):
        surface = draw(st.sampled_from(["", "", "中华人民共和国"])) + surface
    cut = draw(st.integers(min_value=0, max_value=len(surface)))
    return OrganName(surface[:cut] + draw(st.sampled_from(["", "", " ", "\u3000", "\u200b"])) + surface[cut:], organ)


st.register_type_strategy(Organ, known_organs())
st.register_type_strategy(OrganCode, organ_codes())
