"""`egovkit framework`: a framework drawn as a tree (框架图示)."""

from __future__ import annotations

from pathlib import Path

from egovkit.catalogue.frameworks import frameworks, load_frameworks
from egovkit.cli.drawing import Text, Tree
from egovkit.cli.printing import csv_lines, json_escaped, shown
from egovkit.cli.terminal import draw
from egovkit.messages import said
from egovkit.models.framework import Framework
from egovkit.models.framework_drawing import COLUMNS, Node, to_mermaid, to_rows, to_svg, tree_of

__all__ = ["drawn", "framework"]


def framework(name: str, format: str, reading: str | None, file: str | None, *, raw: bool) -> int:
    """Draw a framework: its groups and components, the document that set it, its sources."""
    table = frameworks.with_own(load_frameworks(Path(file))) if file else frameworks
    found = table[name]
    if reading is not None:
        found.reading(reading)
    match format:
        case "json":
            print(json_escaped(found.model_dump_json(indent=2)))
        case "csv":
            rows = (row for row in to_rows(found) if reading in (None, row["reading"]))
            for line in csv_lines(COLUMNS, rows, raw=raw):
                print(line)
        case "mermaid":
            mermaid = to_mermaid(found, reading)
            print(mermaid if raw else shown(mermaid), end="")
        case "svg":
            svg = to_svg(found, reading)
            print(svg if raw else shown(svg))
        case _:
            draw(drawn(found, reading))
    return 0


def drawn(found: Framework, reading: str | None = None) -> Tree:
    """Return a framework as a tree for the terminal (终端树): every reading, or the one that is named.

    >>> for line in drawn(Framework.parse("三网一库")).lines(40):
    ...     print("".join(text for text, _ in line))
    三网一库
    ├── 3 网
    └── 1 库
    """
    names = [each.name for each in found.readings if reading in (None, each.name)]
    tree = Tree(_styled(tree_of(found, names[0] if names else None), "bold cyan"))
    for name in names:
        branch = tree
        if len(found.readings) > 1:
            sources = "；".join(next(each.sources for each in found.readings if each.name == name))
            branch = tree.add(Text.of((f"{name}", "bold"), (f"  {sources}", "dim")))
        for child in tree_of(found, name).children:
            _grow(branch, child, "cyan")
    for term, value in _about(found):
        tree.add(Text.of((f"{term} ", "dim"), value))
    return tree


def _about(found: Framework) -> list[tuple[str, str]]:
    facts = [
        (said("set by", "出处"), f"《{found.title}》" if found.title else ""),
        (said("also", "又称"), "、".join(found.aliases)),
        (said("before", "前身"), "、".join(found.predecessors)),
        (said("after", "后继"), "、".join(found.successors)),
        (said("sources", "来源"), "；".join(found.sources)),
    ]
    return [(term, value) for term, value in facts if value]


def _grow(tree: Tree, node: Node, style: str) -> None:
    branch = tree.add(_styled(node, style))
    for child in node.children:
        _grow(branch, child, "cyan" if child.children else "")


def _styled(node: Node, style: str) -> Text:
    return Text.of((node.label, style), (f"  {node.remark}" if node.remark else "", "dim"))
