"""What one framework kept, renamed, merged, added and dropped of another (框架比较)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from egovkit.models.framework import Framework
    from egovkit.models.framework_groups import Component

__all__ = ["Comparison", "compare"]

Pair = tuple["Component", "Component"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The components of two frameworks side by side (比较): `before` and `after` are the frameworks' names.

    - `kept`: pairs of one full name.
    - `renamed`: pairs that share another name, or where the later says that it continues the earlier one.
    - `merged`: several earlier components that one later component continues.
    - `added`, `dropped`: what only the later or only the earlier framework has.
    """

    before: str
    after: str
    kept: tuple[Pair, ...]
    renamed: tuple[Pair, ...]
    merged: tuple[tuple[tuple[Component, ...], Component], ...]
    added: tuple[Component, ...]
    dropped: tuple[Component, ...]


def compare(before: Framework, after: Framework) -> Comparison:
    """Compare the first readings of two frameworks, component by component (比较)."""
    old = {component.name: component for component in before.components}
    known = {name: component for component in reversed(before.components) for name in component.names}
    kept: list[Pair] = []
    renamed: list[Pair] = []
    merged: list[tuple[tuple[Component, ...], Component]] = []
    added: list[Component] = []
    used: set[str] = set()
    open_ones = []
    for new in after.components:
        if new.name in old:
            kept.append((old[new.name], new))
            used.add(new.name)
        else:
            open_ones.append(new)
    for new in open_ones:
        # What a component says that it continues goes before a likeness of names.
        names = new.continues if any(name in known for name in new.continues) else new.names
        origins = {known[name].name: known[name] for name in names if name in known and known[name].name not in used}
        used.update(origins)
        if len(origins) > 1:
            merged.append((tuple(origins.values()), new))
        elif origins:
            renamed.append((next(iter(origins.values())), new))
        else:
            added.append(new)
    dropped = tuple(component for component in before.components if component.name not in used)
    return Comparison(before.name, after.name, tuple(kept), tuple(renamed), tuple(merged), tuple(added), dropped)
