"""Where organs came from and what became of them (机关沿革)."""

from __future__ import annotations

from enum import StrEnum

from egovkit.catalogue.organ_rows import OrganRows, distinct
from egovkit.models.organ import Organ

__all__ = ["Direction", "neighbours", "whole_line"]


class Direction(StrEnum):
    """Which way a history is followed (方向): by the field of an organ that names its neighbours."""

    BACK = "predecessors"
    FORTH = "successors"

    @property
    def opposite(self) -> Direction:
        """The other way (反向)."""
        return Direction.FORTH if self is Direction.BACK else Direction.BACK


def neighbours(rows: OrganRows, organ: Organ, direction: Direction) -> tuple[Organ, ...]:
    """Return the organs that one names on a side, and those of one's own that name it on the other (前身或后继)."""
    others = (own.name for own in rows.own.values() if organ.name in getattr(own, direction.opposite))
    names = distinct((*getattr(organ, direction), *others))
    return tuple(rows.organ(name) for name in names if rows.has(name))


def whole_line(rows: OrganRows, start: Organ) -> tuple[Organ, ...]:
    """Return an organ with all it came from and all that came of it (沿革), in order of first years."""
    found = {start.name: start}
    for direction in Direction:
        todo = [start]
        while todo:
            for other in neighbours(rows, todo.pop(), direction):
                if other.name not in found:
                    found[other.name] = other
                    todo.append(other)
    return tuple(sorted(found.values(), key=lambda organ: (organ.valid_from or 0, organ.valid_to or 9999)))
