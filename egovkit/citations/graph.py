"""Edges of the citation graph (引用网络): which document cites which, in what role, how often."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from egovkit.citations.resolve import KnownDocuments, resolve
from egovkit.models.citation import Citation, Relation

__all__ = ["COLUMNS", "Edge", "edges", "to_dot"]

COLUMNS = ("source", "relation", "target", "title", "number", "count", "pinpoints", "known", "confidence")
"""The columns of an edge, in order."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One document cites another in one role (引用边).

    - `source`: what the citing document goes by; `target`: the number of the cited one, or its title.
    - `title`, `number`: as cited; `relation`: the role; `count`: how often; `pinpoints`: the places, as 第三条.
    - `known`, `confidence`: the key of the policy it was resolved to, and how sure that is.
    """

    source: str
    relation: Relation
    target: str
    title: str | None
    number: str | None
    count: int
    pinpoints: tuple[str, ...]
    known: str | None
    confidence: str | None

    def as_dict(self) -> dict[str, object]:
        """Return the edge as a mapping of plain values (字典)."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name in COLUMNS
            for value in (getattr(self, name),)
        }


def edges(source: str, citations: Sequence[Citation], catalogue: KnownDocuments | None = None) -> Iterator[Edge]:
    """Yield the edges that start at one document (引用边), in the order of first citation.

    A document cited more than once in one role is one edge with its count.

    >>> from egovkit.citations.find import find_citations
    >>> cited = find_citations("根据《甲办法》（以下简称《办法》）第三条和《办法》第五条，制定本细则。")
    >>> [(e.source, e.relation.value, e.target, e.count, e.pinpoints) for e in edges("某细则", cited)]
    [('某细则', 'basis', '甲办法', 2, ('第三条', '第五条'))]
    """
    grouped: dict[tuple[int, Relation], list[int]] = {}
    for i, citation in enumerate(citations):
        grouped.setdefault((id(citation.document), citation.relation), []).append(i)
    resolutions = resolve(citations, catalogue)
    for (_, relation), members in grouped.items():
        first = citations[members[0]].document
        number = str(first.numbers[0].value) if first.numbers else None
        pinpoints = dict.fromkeys(str(p) for i in members if (p := citations[i].pinpoint) is not None)
        resolution = resolutions[members[0]]
        known = None if resolution.record is None else resolution.record.key
        target = known or number or first.title or first.text
        yield Edge(
            source, relation, target, first.title, number, len(members), tuple(pinpoints), known, resolution.confidence
        )


def to_dot(found: Iterable[Edge]) -> Iterator[str]:
    """Yield the lines of a Graphviz digraph (DOT), one an edge.

    >>> print("\\n".join(to_dot([])))
    digraph citations {
      rankdir=LR; node [shape=box];
    }
    """
    yield "digraph citations {"
    yield "  rankdir=LR; node [shape=box];"
    for edge in found:
        label = str(edge.relation) + (f" ×{edge.count}" if edge.count > 1 else "")
        yield f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [label={_quoted(label)}];"
    yield "}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
