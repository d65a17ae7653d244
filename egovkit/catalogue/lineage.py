"""What came before a document and what came after it (沿革), as steps along typed relations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind

__all__ = ["Lineage", "LineageStep", "cycles", "trace"]

_REPLACES: Final = (PolicyRelationKind.SUPERSEDES, PolicyRelationKind.REPEALS)


@dataclass(frozen=True, slots=True)
class LineageStep:
    """One document of a lineage (一步): the relation that leads to it, from which document, how many steps away.

    `record` is None where the table has no record of it: an instrument without a number, an article that interprets.
    """

    key: str
    relation: PolicyRelation
    via: str
    depth: int
    record: PolicyRecord | None = None

    @property
    def title(self) -> str:
        """The title, or the key where no record gives one (标题)."""
        return self.key if self.record is None else self.record.title


@dataclass(frozen=True)
class Lineage:
    """What came before a document and after it (沿革): each document once a side, the nearest first.

    In a notebook it shows itself as a timeline.

    >>> from egovkit.catalogue.policies import policies
    >>> lineage = policies.lineage("国办发〔2014〕66号")
    >>> "国办发〔2000〕36号" in lineage.before_keys, "国发〔2016〕55号" in lineage.after_keys
    (True, True)
    """

    key: str
    record: PolicyRecord | None
    before: tuple[LineageStep, ...]
    after: tuple[LineageStep, ...]

    @property
    def before_keys(self) -> tuple[str, ...]:
        """The keys of what came before (在前者)."""
        return tuple(step.key for step in self.before)

    @property
    def after_keys(self) -> tuple[str, ...]:
        """The keys of what came after (在后者)."""
        return tuple(step.key for step in self.after)

    @property
    def relations(self) -> tuple[PolicyRelation, ...]:
        """The relations that lead from step to step (关系)."""
        return tuple(step.relation for step in (*self.before, *self.after))

    # What draws is loaded where it is asked for: most lineages are only followed.
    def to_rows(self) -> list[dict[str, str]]:
        """Return every step as a row of strings (表格行)."""
        from egovkit.catalogue.timeline import to_rows  # noqa: PLC0415

        return to_rows(self)

    def to_tree(self) -> str:
        """Return the lineage as two indented trees of plain text (文本树)."""
        from egovkit.catalogue.timeline import to_tree  # noqa: PLC0415

        return to_tree(self)

    def to_mermaid(self) -> str:
        """Return the lineage as a Mermaid flowchart (Mermaid 图)."""
        from egovkit.catalogue.timeline import to_mermaid  # noqa: PLC0415

        return to_mermaid(self)

    def to_svg(self) -> str:
        """Return the lineage as a timeline in SVG (时间线): real text, dark and light, no network."""
        from egovkit.catalogue.timeline import to_svg  # noqa: PLC0415

        return to_svg(self)

    def _repr_html_(self) -> str:
        return f'<div style="overflow-x:auto">{self.to_svg()}</div>'

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": self.to_tree(), "text/html": self._repr_html_(), "image/svg+xml": self.to_svg()}


def trace(
    key: str,
    ends: Mapping[str, Sequence[PolicyRelation]],
    get: Callable[[str], PolicyRecord | None],
    depth: int | None = None,
    kinds: frozenset[PolicyRelationKind] | None = None,
) -> Lineage:
    """Follow the relations of a document in both directions (追溯), breadth first, each document once a side."""

    def walk(back: bool) -> tuple[LineageStep, ...]:
        steps: list[LineageStep] = []
        seen = {key}
        layer = [key]
        while layer and (depth is None or (steps[-1].depth if steps else 0) < depth):
            reached: list[LineageStep] = []
            for at in layer:
                for edge in sorted(ends.get(at, ()), key=lambda edge: (edge.kind, edge.source, edge.target)):
                    near, far = (edge.later, edge.earlier) if back else (edge.earlier, edge.later)
                    if near == at and far not in seen and (kinds is None or edge.kind in kinds):
                        seen.add(far)
                        reached.append(LineageStep(far, edge, at, (steps[-1].depth if steps else 0) + 1, get(far)))
            steps += reached
            layer = [step.key for step in reached]
        return tuple(steps)

    return Lineage(key, get(key), walk(back=True), walk(back=False))


def cycles(relations: Iterable[PolicyRelation]) -> tuple[str, ...]:
    """Return the documents that supersede or repeal themselves through others (循环); empty where all is sound."""
    later: dict[str, set[str]] = {}
    left: dict[str, int] = {}
    for edge in relations:
        if edge.kind in _REPLACES and edge.target not in later.setdefault(edge.source, set()):
            later[edge.source].add(edge.target)
            left[edge.target] = left.get(edge.target, 0) + 1
    free = [key for key in later if not left.get(key)]
    while free:
        for target in later.pop(free.pop(), ()):
            left[target] -= 1
            if not left[target]:
                free.append(target)
    return tuple(later)
