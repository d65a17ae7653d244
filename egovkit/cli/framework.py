"""`egovkit framework`: a framework drawn as a tree (框架图示)."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text
from rich.tree import Tree

from egovkit.catalogue.frameworks import frameworks, load_frameworks
from egovkit.cli.printing import csv_lines, json_escaped, shown
from egovkit.cli.tables import console
from egovkit.models.framework import Framework
from egovkit.models.framework_drawing import COLUMNS, Node, to_mermaid, to_rows, to_svg, tree_of

__all__ = ["FrameworkFormat", "framework"]


class FrameworkFormat(StrEnum):
    """How a framework is printed (输出格式)."""

    TREE = "tree"
    JSON = "json"
    CSV = "csv"
    MERMAID = "mermaid"
    SVG = "svg"


def framework(
    name: Annotated[str, typer.Argument(help="A name or variant, such as 两网四库十二金.")],
    format: Annotated[FrameworkFormat, typer.Option(help="What to print.")] = FrameworkFormat.TREE,
    reading: Annotated[str | None, typer.Option(help="One reading by its name, where sources disagree.")] = None,
    file: Annotated[Path | None, typer.Option(help="Your own frameworks too, TOML or JSON.")] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Print control characters and formulas as they are.")] = False,
) -> None:
    """Draw a framework: its groups and components, the document that set it, its sources."""
    table = frameworks.with_own(load_frameworks(file)) if file else frameworks
    found = table[name]
    if reading is not None:
        found.reading(reading)
    match format:
        case FrameworkFormat.TREE:
            console().print(draw(found, reading))
        case FrameworkFormat.JSON:
            print(json_escaped(found.model_dump_json(indent=2)))
        case FrameworkFormat.CSV:
            rows = (row for row in to_rows(found) if reading in (None, row["reading"]))
            for line in csv_lines(COLUMNS, rows, raw=raw):
                print(line)
        case FrameworkFormat.MERMAID:
            drawn = to_mermaid(found, reading)
            print(drawn if raw else shown(drawn), end="")
        case FrameworkFormat.SVG:
            drawn = to_svg(found, reading)
            print(drawn if raw else shown(drawn))


def draw(found: Framework, reading: str | None = None) -> Tree:
    """Return a framework as a tree for the terminal (终端树): every reading, or the one that is named.

    >>> from rich.console import Console
    >>> Console(width=40).print(draw(Framework.parse("三网一库")))
    三网一库
    ├── 3 网
    └── 1 库
    """
    names = [each.name for each in found.readings if reading in (None, each.name)]
    root = tree_of(found, names[0] if names else None)
    tree = Tree(_styled(root, "bold cyan"), guide_style="dim")
    for name in names:
        branch = tree
        if len(found.readings) > 1:
            sources = "；".join(next(each.sources for each in found.readings if each.name == name))
            branch = tree.add(Text.assemble((f"{name}", "bold"), (f"  {sources}", "dim")))
        for child in tree_of(found, name).children:
            _grow(branch, child, "cyan")
    for term, value in _about(found):
        tree.add(Text.assemble((f"{term} ", "dim"), value))
    return tree


def _about(found: Framework) -> list[tuple[str, str]]:
    facts = [
        ("文件 set by", f"《{found.title}》" if found.title else ""),
        ("又称 also", "、".join(found.aliases)),
        ("前身 before", "、".join(found.predecessors)),
        ("后继 after", "、".join(found.successors)),
        ("来源 sources", "；".join(found.sources)),
    ]
    return [(term, value) for term, value in facts if value]


def _grow(tree: Tree, node: Node, style: str) -> None:
    branch = tree.add(_styled(node, style))
    for child in node.children:
        _grow(branch, child, "cyan" if child.children else "")


def _styled(node: Node, style: str) -> Text:
    return Text.assemble((node.label, style), (f"  {node.remark}" if node.remark else "", "dim"))
