"""Graph files (图文件): GEXF and GraphML, which Gephi opens, CSV of nodes and of edges, DOT. No library is needed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from egovkit.corpus.network import LINK_COLUMNS, NODE_COLUMNS, Network, Value
from egovkit.errors import printable
from egovkit.interchange.extras import extra
from egovkit.interchange.markup import quoteattr

__all__ = ["GRAPH_FORMATS", "to_dot", "to_edges_csv", "to_gexf", "to_graphml", "to_nodes_csv", "to_parquet"]

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TYPES: Final[dict[str, str]] = {
    "year": "int",
    "cited_by": "int",
    "cites": "int",
    "count": "int",
    "read": "boolean",
    "law": "boolean",
}
_GEXF_TYPES: Final = {"int": "integer", "boolean": "boolean", "string": "string"}


def _type(name: str) -> str:
    return _TYPES.get(name, "string")


def _said(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else printable(str(value))


def _attribute(value: Value) -> str:
    return quoteattr(_said(value))


def to_gexf(network: Network) -> Iterator[str]:
    """Yield a network as GEXF 1.3, piece by piece (GEXF): a label is the title, a weight how often one cites the other.

    >>> print("".join(to_gexf(Network({}, ()))).splitlines()[1])
    <gexf xmlns="http://gexf.net/1.3" version="1.3">
    """
    yield f'{_HEAD}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<graph defaultedgetype="directed" mode="static">\n'
    for kind, columns in (("node", NODE_COLUMNS[1:]), ("edge", LINK_COLUMNS[2:])):
        yield f'<attributes class="{kind}">\n'
        for name in columns:
            yield f'<attribute id="{name}" title="{name}" type="{_GEXF_TYPES[_type(name)]}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for key, node in network.nodes.items():
        yield f"<node id={_attribute(key)} label={_attribute(node.title or key)}><attvalues>"
        yield from _gexf_values(node.row(), ("key",))
        yield "</attvalues></node>\n"
    yield "</nodes>\n<edges>\n"
    for place, link in enumerate(network.links):
        ends = f"source={_attribute(link.source)} target={_attribute(link.target)}"
        yield f'<edge id="{place}" {ends} weight="{link.count}" label={_attribute(link.relation)}><attvalues>'
        yield from _gexf_values(link.row(), LINK_COLUMNS[:2])
        yield "</attvalues></edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _gexf_values(row: Mapping[str, Value], without: Sequence[str]) -> Iterator[str]:
    for name, value in row.items():
        if name not in without:
            yield f'<attvalue for="{name}" value={_attribute(value)}/>'


def to_graphml(network: Network) -> Iterator[str]:
    """Yield a network as GraphML, piece by piece (GraphML)."""
    yield f'{_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, columns in (("node", NODE_COLUMNS[1:]), ("edge", (*LINK_COLUMNS[2:], "weight"))):
        for name in columns:
            of = "int" if name == "weight" else _type(name)
            yield f'<key id="{kind[0]}_{name}" for="{kind}" attr.name="{name}" attr.type="{of}"/>\n'
    yield '<graph edgedefault="directed">\n'
    for key, node in network.nodes.items():
        yield f"<node id={_attribute(key)}>"
        yield from _data("n", node.row(), ("key",))
        yield "</node>\n"
    for link in network.links:
        yield f"<edge source={_attribute(link.source)} target={_attribute(link.target)}>"
        yield from _data("e", {**link.row(), "weight": link.count}, LINK_COLUMNS[:2])
        yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(kind: str, row: Mapping[str, Value], without: Sequence[str]) -> Iterator[str]:
    for name, value in row.items():
        if name not in without:
            # The value in a tag of its own: what is quoted for an attribute is good for it, too.
            yield f'<data key="{kind}_{name}">{_attribute(value)[1:-1]}</data>'


def to_nodes_csv(network: Network) -> Iterator[str]:
    """Yield the nodes as CSV, a line each (节点表)."""
    return _csv(NODE_COLUMNS, (node.row() for node in network.nodes.values()))


def to_edges_csv(network: Network) -> Iterator[str]:
    """Yield the links as CSV, a line each (连线表).

    >>> list(to_edges_csv(Network({}, ())))
    ['source,target,relation,relations,count,day,confidence\\n']
    """
    return _csv(LINK_COLUMNS, network.rows())


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Iterator[str]:
    for row in ({name: name for name in columns}, *rows):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerow([_said(row[name]) if name in row else "" for name in columns])
        yield out.getvalue()


def to_dot(network: Network) -> Iterator[str]:
    """Yield a network as a Graphviz digraph (DOT)."""
    yield "digraph citations {\n  rankdir=LR; node [shape=box];\n"
    for link in network.links:
        label = link.relation + (f" ×{link.count}" if link.count > 1 else "")
        yield f"  {_quoted(link.source)} -> {_quoted(link.target)} [label={_quoted(label)}];\n"
    yield "}\n"


def _quoted(text: str) -> str:
    return json.dumps(printable(text), ensure_ascii=False)


def to_parquet(network: Network) -> bytes:
    """Return the links as Parquet (连线表), with the columns of `LINK_COLUMNS`. Needs `egovkit[arrow]`."""
    pa = extra("pyarrow", "arrow", "to write Parquet")
    parquet = extra("pyarrow.parquet", "arrow", "to write Parquet")
    kinds = {name: pa.int32() if name == "count" else pa.string() for name in LINK_COLUMNS}
    table = pa.Table.from_pylist(list(network.rows()), schema=pa.schema(list(kinds.items())))
    held = io.BytesIO()
    parquet.write_table(table, held)
    return held.getvalue()


GRAPH_FORMATS: Final[dict[str, Callable[[Network], Iterator[str]]]] = {
    "gexf": to_gexf,
    "graphml": to_graphml,
    "csv": to_edges_csv,
    "dot": to_dot,
}
"""The formats of graph files that are text (图文件格式)."""
