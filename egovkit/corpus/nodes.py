"""What a document of the graph is called (节点): its number, title and versions, put together from all its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from egovkit.corpus.evidence import Evidence
from egovkit.corpus.identity import Identity
from egovkit.corpus.sketch import DocumentSketch, NumberParts
from egovkit.models.issuance import IssuanceNumber, NumberForm

__all__ = ["Node", "nodes_of", "printed"]

_OWN = 1000
_KNOWN = 500


@dataclass(frozen=True, slots=True)
class Node:
    """A document, read or cited, that is one in the whole corpus (节点).

    - `key`: what it goes by, and nothing else does: its number, the title of a law, else its title.
    - `number`, `title`, `other_titles`: the number and title that most bear witness to, and the others.
    - `versions`: the numbers of the orders by which a law was issued and changed, as the texts have them.
    - `documents`: the places of the documents of the corpus that it is; () where it is only cited.
    - `known`: the key of the register's record, where there is one; `is_law`: whether it is a law or regulation, whose versions
      are one (法律法规).
    """

    key: str
    number: str | None
    title: str | None
    other_titles: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    dated: str | None = None
    documents: tuple[int, ...] = ()
    known: str | None = None
    is_law: bool = False


@dataclass(slots=True)
class _Said:
    titles: Counter[str] = field(default_factory=Counter)
    numbers: Counter[NumberParts] = field(default_factory=Counter)
    issuers: Counter[tuple[str, ...]] = field(default_factory=Counter)
    dates: Counter[str] = field(default_factory=Counter)
    documents: list[int] = field(default_factory=list)
    known: Counter[str] = field(default_factory=Counter)
    law: bool = False
    id: str | None = None


def printed(parts: NumberParts) -> str:
    """Return a number as it is printed (规范字号)."""
    form, code, year, serial, word, session = parts
    values: dict[str, Any] = {"code": code, "year": year, "word": word, "session": session}
    return str(IssuanceNumber(form=NumberForm(form), serial=serial, **values))


def nodes_of(identity: Identity, documents: Iterable[DocumentSketch]) -> dict[Hashable, Node]:
    """Return the node of each root (成节点)."""
    said: dict[Hashable, _Said] = {}
    for place, document in enumerate(documents):
        root = identity.document(place)
        one = said.setdefault(root, _Said())
        one.documents.append(place)
        one.id = one.id or document.id
        _hear(one, identity.own(place), _OWN)
        if document.number is not None:
            one.numbers[document.number] += _OWN
    for evidence, root, count in identity.names():
        _hear(said.setdefault(root, _Said()), evidence, count)
    for root in identity.laws():
        if root in said:
            said[root].law = True
    return _named(said)


def _hear(one: _Said, evidence: Evidence, weight: int) -> None:
    if evidence.title is not None:
        one.titles[evidence.title] += weight
    if len(evidence.numbers) == 1:
        one.numbers[evidence.numbers[0]] += weight
    if evidence.issuers:
        one.issuers[evidence.issuers] += weight
    if evidence.dated is not None:
        one.dates[evidence.dated] += weight
    if evidence.known is not None and evidence.known.confidence == "sure":
        one.known[evidence.known.key] += weight
        one.titles[evidence.known.title] += _KNOWN


def _first(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda name: (-counted[name], name), default=None)


def _named(said: Mapping[Hashable, _Said]) -> dict[Hashable, Node]:
    nodes: dict[Hashable, Node] = {}
    taken: dict[str, int] = {}
    # Documents that were read come first, and among the others those that are named most often.
    order = sorted(said.items(), key=lambda item: (not item[1].documents, item[1].documents, -item[1].titles.total()))
    for root, one in order:
        node = _node(one, taken)
        taken[node.key] = 1
        nodes[root] = node
    return nodes


def _node(one: _Said, taken: dict[str, int]) -> Node:
    title = _first(one.titles)
    numbers = sorted(one.numbers, key=lambda parts: (-one.numbers[parts], parts.code is None, str(parts)))
    shown = list(dict.fromkeys(map(printed, numbers)))
    number = None if one.law or not shown else shown[0]
    dated = _first(one.dates)
    name = number if number is not None and numbers[0].code is not None else title or number or one.id or "无题"
    return Node(
        key=_unique(name, title, dated, taken),
        number=number,
        title=title,
        other_titles=tuple(sorted(other for other in one.titles if other != title)),
        versions=tuple(sorted(shown)) if one.law else (),
        issuers=min(one.issuers, key=lambda names: (-one.issuers[names], names), default=()),
        dated=dated,
        documents=tuple(one.documents),
        known=_first(one.known),
        is_law=one.law,
    )


def _unique(name: str, title: str | None, dated: str | None, taken: dict[str, int]) -> str:
    """Return a key that no other node has: of one number the title, of one title the date tells them apart."""
    tries = [name]
    if title is not None and title != name:
        tries.append(f"{name}《{title}》")
    if dated is not None:
        tries.append(f"{name}（{dated}）")
    for key in tries:
        if key not in taken:
            return key
    # Many documents may have one name: which place is free is remembered with it.
    place = taken[name] + 1
    while (key := f"{name}（{place}）") in taken:
        place += 1
    taken[name] = place
    return key
