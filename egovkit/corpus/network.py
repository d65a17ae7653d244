"""The citation network of a corpus (引用网络): nodes and links as plain rows, and as graphs of the usual libraries."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from egovkit.interchange.extras import extra

__all__ = ["LINK_COLUMNS", "NODE_COLUMNS", "Link", "Network", "NetworkNode"]

Value = str | int | bool

NODE_COLUMNS: Final = (
    "key", "title", "number", "kind", "issuers", "dated", "year", "level", "region", "read", "law", "cited_by", "cites",
)  # fmt: skip
"""The columns of a node, in order (节点列)."""
LINK_COLUMNS: Final = ("source", "target", "relation", "relations", "count", "day", "confidence")
"""The columns of a link, in order (连线列)."""


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A document of the network (网络节点).

    - `read`: whether it is a document of the corpus, and not only cited; `law`: whether its versions are one.
    - `level`, `region`: of its issuer; `cited_by`, `cites`: how many documents cite it, and how many it cites.
    """

    key: str
    title: str | None
    number: str | None
    kind: str | None
    issuers: tuple[str, ...]
    dated: str | None
    level: str | None
    region: str | None
    read: bool
    law: bool
    cited_by: int
    cites: int

    @property
    def year(self) -> int | None:
        """The year of its date (年份)."""
        return None if self.dated is None else int(self.dated[:4])

    def row(self) -> dict[str, Value]:
        """Return what is known of it as plain values (行); what is not known is left out, as graph files want it."""
        values = {name: getattr(self, name) for name in NODE_COLUMNS}
        values["issuers"] = "；".join(self.issuers) or None
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Link:
    """One document cites another (连线): `relation` is the weightiest role, `relations` all of them, `day` the first."""

    source: str
    target: str
    relations: tuple[str, ...]
    count: int
    day: str | None
    confidence: str

    @property
    def relation(self) -> str:
        """The first of the roles in the order of `Relation`, in which a mention is the last (主要引用关系)."""
        return self.relations[0]

    def row(self) -> dict[str, Value]:
        """Return the link as plain values (行)."""
        values = {name: getattr(self, name) for name in LINK_COLUMNS}
        values["relations"] = "；".join(self.relations)
        return {name: value for name, value in values.items() if value is not None}


class Network:
    """The documents of a corpus and those they cite, and which cites which (引用网络); nothing cites itself."""

    def __init__(self, nodes: Mapping[str, NetworkNode], links: tuple[Link, ...]) -> None:
        self.nodes = nodes
        self.links = links

    def __repr__(self) -> str:
        return f"<Network {len(self.nodes)} documents, {len(self.links)} links>"

    def rows(self) -> Iterator[dict[str, Value]]:
        """Yield a row for each link (连线表)."""
        return (link.row() for link in self.links)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write a graph file, whose format its ending says (存图): gexf, graphml, csv (the links), dot, parquet.

        ValueError for another ending.
        """
        from egovkit.corpus.graph_files import GRAPH_FORMATS, to_parquet

        ending = Path(path).suffix.removeprefix(".").lower()
        if ending == "parquet":
            Path(path).write_bytes(to_parquet(self))
            return
        if ending not in GRAPH_FORMATS:
            raise ValueError(f"{ending!r} is no format of a graph: there are {', '.join(GRAPH_FORMATS)}, parquet")
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            file.writelines(GRAPH_FORMATS[ending](self))

    def to_networkx(self) -> Any:
        """Return a `networkx.DiGraph` (转为 networkx): attributes of nodes and links are those of `row()`.

        A weight is how often one cites the other. Needs `egovkit[graph]`.
        """
        networkx = extra("networkx", "graph", "to make a graph")
        graph = networkx.DiGraph()
        for key, node in self.nodes.items():
            graph.add_node(key, **{name: value for name, value in node.row().items() if name != "key"})
        for link in self.links:
            row = link.row()
            ends = (row.pop("source"), row.pop("target"))
            graph.add_edge(*ends, weight=link.count, **row)
        return graph

    def to_igraph(self) -> Any:
        """Return an `igraph.Graph` (转为 igraph), directed, with the same attributes; a vertex's `name` is its key."""
        igraph = extra("igraph", "graph", "to make a graph")
        graph = igraph.Graph(directed=True)
        graph.add_vertices(list(self.nodes))
        for name in NODE_COLUMNS[1:]:
            graph.vs[name] = [node.row().get(name) for node in self.nodes.values()]
        graph.add_edges([(link.source, link.target) for link in self.links])
        for name in LINK_COLUMNS[2:]:
            graph.es[name] = [link.row().get(name) for link in self.links]
        graph.es["weight"] = [link.count for link in self.links]
        return graph
