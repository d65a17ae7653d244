"""How the documents that a corpus cites stand (所引文件效力): in force, ended, or not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from egovkit.catalogue.register import register
from egovkit.models.day import Day, day_of
from egovkit.models.standing import Standing, StandingKind

if TYPE_CHECKING:
    from egovkit.corpus.nodes import Node

__all__ = ["CitedStanding", "Share", "share_of", "standing_of_node"]


@dataclass(frozen=True, slots=True)
class CitedStanding:
    """A cited document and how it stands (所引效力): `cited_by` is how many documents cite it."""

    key: str
    title: str | None
    cited_by: int
    standing: Standing


class Share(NamedTuple):
    """How many of the cited documents are in force (有效占比): `share` is of those that are known, None where none is."""

    in_force: int
    ended: int
    unknown: int

    @property
    def share(self) -> float | None:
        """The part of those whose standing is known (占比)."""
        known = self.in_force + self.ended
        return self.in_force / known if known else None


_IN_FORCE = frozenset((StandingKind.IN_FORCE, StandingKind.AMENDED))


def share_of(standings: Sequence[CitedStanding]) -> Share:
    """Count what is in force, what has ended, and what is not known (计数).

    >>> share_of([]).share is None
    True
    """
    values = [one.standing.value for one in standings]
    in_force = sum(value in _IN_FORCE for value in values)
    unknown = sum(value is StandingKind.UNKNOWN for value in values)
    return Share(in_force, len(values) - in_force - unknown, unknown)


def standing_of_node(node: Node, ended: Standing | None, on: Day | None) -> Standing:
    """Say how a document stands on a day, today by default (效力): as the register knows, else as the corpus ends it."""
    day = date.today() if on is None else day_of(on)
    name = node.known or (node.title if node.is_law else None)
    found = register.standing(name, on=day) if name is not None else Standing()
    if found.value is not StandingKind.UNKNOWN or ended is None:
        return found
    since = ended.since
    return ended if since is None or since.first_day <= day else found
