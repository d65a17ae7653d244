"""A corpus of documents (语料): read once, each document one, with what cites what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import starmap
from typing import Any, Final, cast

from egovkit.catalogue.near_names import near_names
from egovkit.catalogue.register import register
from egovkit.corpus.days import whole_day
from egovkit.corpus.diffusion import Diffusion, Reach
from egovkit.corpus.names import title_name
from egovkit.corpus.network import Link, Network, NetworkNode
from egovkit.corpus.nodes import Node
from egovkit.corpus.pictures import neighbourhood
from egovkit.corpus.places import Level, place_of
from egovkit.corpus.read_corpus import CorpusCitation, CorpusDocument, ReadCorpus
from egovkit.corpus.standings import CitedStanding, Share, share_of, standing_of_node
from egovkit.errors import AmbiguousTerm, UnknownTerm
from egovkit.grammar.titles import kind_of
from egovkit.models.citation import Relation
from egovkit.models.day import Day
from egovkit.models.policy import policy_key
from egovkit.models.standing import Standing, StandingKind

__all__ = ["Corpus"]


class Corpus(ReadCorpus):
    """Documents that were read together (语料): each is one, however often and by whatever name it is cited.

    `documents` has a row for each that was given, those that could not be read among them; `citations` what they cite,
    `nodes` every document that is read or cited, `conflicts` what texts say that cannot be of one document.

    >>> corpus = Corpus.read({
    ...     "甲": "云川市人民政府关于护林防火的通知\\n云政发〔2020〕2号\\n各区：\\n请加强巡护。",
    ...     "乙": "关于落实护林防火责任的通知\\n按照《云川市人民政府关于护林防火的通知》（云政发〔2020〕2号）第一条执行。",
    ...     "丙": "按照云政发[2020]2号文件，本《通知》自印发之日起执行。",
    ... })
    >>> [(each.source, each.target, str(each.relation)) for each in corpus.citations]
    [('关于落实护林防火责任的通知', '云政发〔2020〕2号', 'basis'), ('丙', '云政发〔2020〕2号', 'basis'), ('丙', '丙', 'mention')]
    """

    @cached_property
    def network(self) -> Network:
        """The documents, read and cited, and which cites which (引用网络): rows, graph files, graphs of libraries."""
        links: dict[tuple[str, str], list[CorpusCitation]] = {}
        for citation in self.citations:
            if citation.target is not None and citation.target != citation.source:
                links.setdefault((citation.source, citation.target), []).append(citation)
        cited_by = Counter(target for _, target in links)
        cites = Counter(source for source, _ in links)
        nodes = {
            node.key: self._network_node(node, cited_by[node.key], cites[node.key]) for node in self._nodes.values()
        }
        return Network(nodes, tuple(starmap(_link, links.items())))

    def _network_node(self, node: Node, cited_by: int, cites: int) -> NetworkNode:
        own = self.documents[node.documents[0]] if node.documents else None
        issuers = own.issuers if own is not None and own.issuers else node.issuers
        level, region = (own.level, own.region) if own is not None else place_of(issuers, node.title, node.number)
        return NetworkNode(
            node.key,
            node.title,
            node.number,
            own.kind if own is not None else kind_of(node.title or ""),
            issuers,
            self._day(node),
            level,
            region,
            bool(node.documents),
            node.is_law,
            cited_by,
            cites,
        )

    def _day(self, node: Node) -> str | None:
        """Return the date of a document: its own, as the register has it, or as it is cited."""
        for place in node.documents:
            one = self._sketches[place]
            if one.dated or one.published_on:
                return one.dated or one.published_on
        record = None if node.known is None else register.get(node.known)
        day = None if record is None else record.dated or record.published_on
        return node.dated if day is None else str(day)

    def graph(self) -> Any:
        """Return the citation network as a `networkx.DiGraph` (引用图); `network` has it for other libraries and files.

        Needs `egovkit[graph]`.
        """
        return self.network.to_networkx()

    def most_cited(self, limit: int = 20) -> list[NetworkNode]:
        """Return the documents that most documents cite (高被引), the most cited first."""
        nodes = sorted(self.network.nodes.values(), key=lambda node: (-node.cited_by, node.key))
        return [node for node in nodes[:limit] if node.cited_by]

    def standings(self, on: Day | None = None) -> list[CitedStanding]:
        """Return every cited document with how it stands on a day, today by default (所引效力), the most cited first."""
        ended = self._ended()
        nodes = sorted((node for node in self.network.nodes.values() if node.cited_by), key=lambda one: -one.cited_by)
        return [
            CitedStanding(one.key, one.title, one.cited_by, standing_of_node(self[one.key], ended.get(one.key), on))
            for one in nodes
        ]

    def in_force(self, on: Day | None = None) -> Share:
        """Count the cited documents that are in force on a day, those that have ended, those not known (有效占比)."""
        return share_of(self.standings(on))

    def _ended(self) -> dict[str, Standing]:
        """Return how documents of the corpus end what they repeal whole, and when they end themselves."""
        ended: dict[str, Standing] = {}
        for citation in self.citations:
            whole = citation.relation is Relation.REPEAL and citation.pinpoint is None
            if (
                whole
                and citation.target not in (None, citation.source)
                and not self._by_key[citation.target or ""].versions
            ):
                standing = Standing(
                    value=StandingKind.REPEALED, since=citation.day, ground=citation.source, confidence="likely"
                )
                ended.setdefault(str(citation.target), standing)
        return ended

    def diffusion(self, document: str | CorpusDocument | Node, depth: int = 1) -> Diffusion:
        """Say which documents of the corpus took one up, by level, region and days (政策扩散).

        `document` is a key, or any number or title that is one node's. `depth` is how many steps are followed: 2 counts
        what cites a document that cites it. UnknownTerm where the corpus has no such document, AmbiguousTerm where the
        name is that of several.
        """
        node = self._find(document)
        start = whole_day(self._day(node))
        found: dict[str, Reach] = {}
        edge = {node.key}
        for steps in range(1, depth + 1):
            edge = {reach.key for reach in self._citing(edge, node.key, start, steps, found)}
        order = sorted(found.values(), key=lambda reach: (reach.day is None, reach.day or date.max, reach.key))
        return Diffusion(node.key, node.title, start, tuple(order))

    def _citing(
        self, cited: set[str], first: str, start: date | None, steps: int, found: dict[str, Reach]
    ) -> list[Reach]:
        """Add the documents that cite one of some, those that are found already aside."""
        new = []
        for link in self.network.links:
            if link.target not in cited or link.source in found or link.source == first:
                continue
            node = self.network.nodes[link.source]
            day = whole_day(node.dated)
            days = (day - start).days if day is not None and start is not None else None
            level = cast("Level | None", node.level)
            reach = Reach(node.key, node.title, level, node.region, day, days, Relation(link.relation), steps)
            found[node.key] = reach
            new.append(reach)
        return new

    def _find(self, document: str | CorpusDocument | Node) -> Node:
        key = document if isinstance(document, str) else document.key
        if key in self._by_key:
            return self._by_key[str(key)]
        number = policy_key(str(key))
        name = title_name(number)
        fits = [
            node
            for node in self._nodes.values()
            if number in (node.key, node.number)
            or (
                name is not None
                and any((other := title_name(one)) and other.stem == name.stem for one in _titles(node))
            )
        ]
        if len(fits) > 1:
            raise AmbiguousTerm("corpus", str(key), tuple(sorted(node.key for node in fits)))
        if not fits:
            raise UnknownTerm("corpus", str(key), near_names(str(key), self._by_key))
        return fits[0]

    def picture(self, document: str | CorpusDocument | Node, limit: int = 20) -> str:
        """Draw a document with what it cites and what cites it (引用邻域图), as SVG."""
        return neighbourhood(self.network, self._find(document).key, limit)


def _titles(node: Node) -> tuple[str, ...]:
    return (*((node.title,) if node.title is not None else ()), *node.other_titles)


_ORDER: Final = {relation: place for place, relation in enumerate(Relation)}


def _link(ends: tuple[str, str], citations: Sequence[CorpusCitation]) -> Link:
    relations = sorted({citation.relation for citation in citations}, key=lambda one: _ORDER[one])
    days = [str(citation.day) for citation in citations if citation.day is not None]
    sure = any(citation.confidence == "sure" for citation in citations)
    first = min(days, default=None)
    return Link(*ends, tuple(map(str, relations)), len(citations), first, "sure" if sure else "likely")
