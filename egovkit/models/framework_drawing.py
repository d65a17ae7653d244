"""A framework drawn (框架图示): as text, HTML, SVG, Mermaid and rows; all of it from one tree of labels.

Names come from documents and from users' files, so that every format escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from egovkit.errors import display_width, printable
from egovkit.text.limits import MAX_DEPTH

if TYPE_CHECKING:
    from egovkit.models.framework import Framework
    from egovkit.models.framework_groups import Component, FrameworkGroup

__all__ = ["COLUMNS", "Node", "to_html", "to_mermaid", "to_rows", "to_svg", "to_tree", "tree_of"]


@dataclass(frozen=True, slots=True)
class Node:
    """A label, a remark beside it, and what is below it (节点)."""

    label: str
    remark: str = ""
    children: tuple[Node, ...] = ()


def tree_of(framework: Framework, reading: str | None = None) -> Node:
    """Return the tree of one reading of a framework, the first where none is named (框架树).

    >>> from egovkit.models.framework import Framework
    >>> [child.label for child in tree_of(Framework.parse("三网一库")).children]
    ['3 网', '1 库']
    """
    groups = framework.groups if reading is None else framework.reading(reading).groups
    years = "–".join(str(year) if year else "" for year in (framework.since, framework.until)).rstrip("–")
    about = [str(framework.set_by or ""), years if framework.until or not framework.since else f"{framework.since}–"]
    remark = "，".join(part for part in about if part)
    return Node(printable(framework.name), printable(remark), tuple(_group(group) for group in groups))


def _group(group: FrameworkGroup) -> Node:
    below = tuple(_group(part) for part in group.groups) + tuple(_component(part) for part in group.components)
    return Node(printable(group.label), "", below)


def _component(component: Component, depth: int = 0) -> Node:
    about = [component.short_name or "", "、".join(component.leads)]
    below = component.components if depth < MAX_DEPTH else ()
    remark = "；".join(part for part in about if part)
    return Node(printable(component.name), printable(remark), tuple(_component(part, depth + 1) for part in below))


def to_tree(framework: Framework, reading: str | None = None) -> str:
    """Return a framework as an indented tree of plain text (文本树).

    >>> from egovkit.models.framework import Framework
    >>> print(to_tree(Framework.parse("三网一库")))
    三网一库
    ├─ 3 网
    └─ 1 库
    """
    lines: list[str] = []

    def draw(node: Node, lead: str, fork: str, below: str) -> None:
        lines.append(f"{lead}{fork}{node.label}{f'（{node.remark}）' if node.remark else ''}")
        for i, child in enumerate(node.children):
            last = i == len(node.children) - 1
            draw(child, lead + below, "└─ " if last else "├─ ", "   " if last else "│  ")

    draw(tree_of(framework, reading), "", "", "")
    return "\n".join(lines)


def to_html(framework: Framework, reading: str | None = None) -> str:
    """Return a framework as a nested list in HTML (网页树), in the colours of the page around it."""

    def item(node: Node) -> str:
        remark = f' <small style="opacity:.65">{escape(node.remark)}</small>' if node.remark else ""
        inner = "".join(item(child) for child in node.children)
        return f"<li>{escape(node.label)}{remark}{f'<ul>{inner}</ul>' if inner else ''}</li>"

    root = tree_of(framework, reading)
    remark = f' <small style="opacity:.65">{escape(root.remark)}</small>' if root.remark else ""
    inner = "".join(item(child) for child in root.children)
    return f'<div lang="zh"><strong>{escape(root.label)}</strong>{remark}{f"<ul>{inner}</ul>" if inner else ""}</div>'


def to_mermaid(framework: Framework, reading: str | None = None) -> str:
    """Return a framework as a Mermaid flowchart (Mermaid 图)."""
    lines = ["flowchart LR"]

    def add(node: Node) -> int:
        number = len(ids)
        ids.append(number)
        lines.append(f'  n{number}["{_mermaid(node.label)}"]')
        below = [add(child) for child in node.children]
        lines.extend(f"  n{number} --> n{child}" for child in below)
        return number

    ids: list[int] = []
    add(tree_of(framework, reading))
    return "\n".join(lines) + "\n"


def _mermaid(text: str) -> str:
    # Mermaid reads #name; as an entity and would end a label at a quote.
    safe = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;"}
    return "".join(safe.get(c, c) for c in text)


_CELL: Final = 7.5
_ROW: Final = 26
_GAP: Final = 34
_PAD: Final = 14
_STYLE: Final = """
.egk text{font:14px/1 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#1f2328}
.egk .r{font-size:12px;fill:#59636e}.egk .h{font-weight:600}.egk path{fill:none;stroke:#afb8c1}
@media (prefers-color-scheme:dark){.egk text{fill:#e6edf3}.egk .r{fill:#9198a1}.egk path{stroke:#59636e}}
"""


def to_svg(framework: Framework, reading: str | None = None) -> str:
    """Return a framework as an SVG tree (SVG 图): real text, dark and light by the reader's setting, no network."""
    root = tree_of(framework, reading)
    widths: list[float] = []

    def measure(node: Node, depth: int) -> None:
        if depth == len(widths):
            widths.append(0)
        remark = display_width(node.remark) * _CELL * 12 / 14 + 8 if node.remark else 0
        widths[depth] = max(widths[depth], display_width(node.label) * _CELL + remark)
        for child in node.children:
            measure(child, depth + 1)

    measure(root, 0)
    left = [_PAD + sum(widths[:i]) + _GAP * i for i in range(len(widths))]
    parts: list[str] = []
    rows = 0

    def place(node: Node, depth: int) -> float:
        nonlocal rows
        if node.children:
            ys = [place(child, depth + 1) for child in node.children]
            y = (ys[0] + ys[-1]) / 2
            used = display_width(node.label) * _CELL
            used += display_width(node.remark) * _CELL * 12 / 14 + 8 if node.remark else 0
            x, to = left[depth] + used + 6, left[depth + 1] - 6
            middle = left[depth + 1] - _GAP / 2
            parts.extend(
                f'<path d="M{x:.1f} {y:.1f}H{middle:.1f}C{middle:.1f} {y:.1f} {middle:.1f} {end:.1f} {to:.1f} {end:.1f}"/>'
                for end in ys
            )
        else:
            y = _PAD + _ROW * (rows + 0.5)
            rows += 1
        remark = f'<tspan class="r" dx="8">{escape(node.remark)}</tspan>' if node.remark else ""
        bold = ' class="h"' if depth < 2 and node.children else ""
        parts.append(f'<text x="{left[depth]:.1f}" y="{y + 5:.1f}"{bold}>{escape(node.label)}{remark}</text>')
        return y

    place(root, 0)
    width, height = left[-1] + widths[-1] + _PAD, 2 * _PAD + _ROW * rows
    title = escape(root.label)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="egk" lang="zh" role="img" width="{width:.0f}" '
        f'height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"><title>{title}</title>'
        f"<style>{_STYLE}</style>{''.join(parts)}</svg>"
    )


COLUMNS: Final = ("framework", "reading", "group", "count", "component", "short_name", "aliases", "leads", "part_of")
"""The columns of `to_rows`."""


def to_rows(framework: Framework) -> list[dict[str, str]]:
    """Return every component of every reading as a row of strings (表格行), with the columns of `COLUMNS`.

    A group without components is one row without a component.

    >>> from egovkit.models.framework import Framework
    >>> [row["group"] for row in to_rows(Framework.parse("三网一库"))]
    ['3 网', '1 库']
    """
    found: list[dict[str, str]] = []
    for reading in framework.readings:
        base = {"framework": framework.name, "reading": reading.name or ""}
        for group in reading.groups:
            _add_group(found, base, group, "")
    return found


def _add_group(found: list[dict[str, str]], base: dict[str, str], group: FrameworkGroup, above: str) -> None:
    label = f"{above} / {group.label}" if above else group.label
    here = {**base, "group": label, "count": "N" if group.count is None else str(group.count)}
    if not group.leaves:
        found.append({**dict.fromkeys(COLUMNS, ""), **here})
    for part in group.groups:
        _add_group(found, base, part, label)
    for component in group.components:
        _add_component(found, here, component, "", 0)


def _add_component(
    found: list[dict[str, str]], here: dict[str, str], component: Component, above: str, depth: int
) -> None:
    found.append(
        {
            **here,
            "component": component.name,
            "short_name": component.short_name or "",
            "aliases": "|".join(component.aliases),
            "leads": "|".join(component.leads),
            "part_of": above,
        }
    )
    if depth < MAX_DEPTH:
        for part in component.components:
            _add_component(found, here, part, component.name, depth + 1)
