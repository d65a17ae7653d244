"""Pictures as SVG (图): a document among those it cites and those that cite it, and the curve of a diffusion."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from egovkit.errors import display_width, printable

if TYPE_CHECKING:
    from egovkit.corpus.diffusion import Diffusion
    from egovkit.corpus.network import Link, Network

__all__ = ["curve", "neighbourhood"]

_STYLE: Final = (
    "text{font:13px sans-serif;fill:#222}rect{fill:#fff;stroke:#888}.own rect{fill:#fde8e8;stroke:#b91c1c}"
    "path{fill:none;stroke:#999}.axis{stroke:#444}"
)
_COLOURS: Final = {
    "national": "#b91c1c",
    "province": "#d97706",
    "prefecture": "#2563eb",
    "county": "#059669",
    None: "#6b7280",
}
_NAMES: Final = {"national": "国家级", "province": "省级", "prefecture": "地级", "county": "县级", None: "未知"}
_WIDTH, _ROW, _GAP, _LABEL = 260, 34, 120, 34


def neighbourhood(network: Network, key: str, limit: int = 20) -> str:
    """Draw a document, what it cites (on the right) and what cites it (on the left), the most cited first (引用邻域图).

    >>> from egovkit.corpus.network import Network, NetworkNode
    >>> one = NetworkNode("甲", "甲办法", None, None, (), None, None, None, True, False, 0, 0)
    >>> neighbourhood(Network({"甲": one}, ()), "甲").count("<rect")
    1
    """
    weight = {name: node.cited_by for name, node in network.nodes.items()}
    citing = sorted((link for link in network.links if link.target == key), key=lambda one: -weight[one.source])[:limit]
    cited = sorted((link for link in network.links if link.source == key), key=lambda one: -weight[one.target])[:limit]
    rows = max(len(citing), len(cited), 1)
    height = rows * _ROW + 20
    middle = height / 2
    parts = [_box(network, key, _WIDTH + _GAP, middle, own=True)]
    parts += _side(network, [(link, link.source) for link in citing], 0, middle, height)
    parts += _side(network, [(link, link.target) for link in cited], 2 * (_WIDTH + _GAP), middle, height)
    return _svg(3 * _WIDTH + 2 * _GAP, height, parts)


def _side(network: Network, links: Sequence[tuple[Link, str]], x: int, middle: float, height: float) -> list[str]:
    parts = []
    for place, (link, key) in enumerate(links):
        y = height / 2 + (place - (len(links) - 1) / 2) * _ROW
        before = x == 0
        start, end = (_WIDTH, _WIDTH + _GAP) if before else (2 * _WIDTH + _GAP, x)
        ends = (start, y, end, middle) if before else (start, middle, end, y)
        half = (start + end) / 2
        path = f"M{ends[0]} {ends[1]:.0f} C{half:.0f} {ends[1]:.0f} {half:.0f} {ends[3]:.0f} {ends[2]} {ends[3]:.0f}"
        parts.append(f'<path d="{path}"><title>{escape(link.relation)} ×{link.count}</title></path>')
        parts.append(_box(network, key, x, y))
    return parts


def _box(network: Network, key: str, x: float, y: float, *, own: bool = False) -> str:
    name = printable(network.nodes[key].title or key)
    return (
        f'<g class="{"own" if own else "other"}"><rect x="{x}" y="{y - 13:.0f}" width="{_WIDTH}" height="26" rx="3"/>'
        f'<text x="{x + 8}" y="{y + 5:.0f}">{escape(_cut(name))}</text><title>{escape(printable(f"{name} {key}"))}</title></g>'
    )


def _cut(name: str) -> str:
    while display_width(name) > _LABEL:
        name = name[:-2] + "…"
    return name


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img"><style>{_STYLE}</style>{"".join(parts)}</svg>\n'
    )


def curve(diffusion: Diffusion) -> str:
    """Draw how many documents had taken one up after how many days, a line for each level (扩散曲线).

    >>> from egovkit.corpus.diffusion import Diffusion
    >>> curve(Diffusion("甲", "甲办法", None, ())).count("<path")
    1
    """
    lines = {
        level: sorted(
            reach.days for reach in diffusion if reach.level == level and reach.days is not None and reach.days >= 0
        )
        for level in _COLOURS
    }
    last = max((days[-1] for days in lines.values() if days), default=1) or 1
    most = max(map(len, lines.values()), default=1) or 1
    left, top, wide, high = 50, 40, 600, 260
    parts = [
        f'<text x="{left}" y="24">{escape(_cut(printable(diffusion.title or diffusion.key)))}</text>',
        f'<path class="axis" d="M{left} {top} V{top + high} H{left + wide}"/>',
        f'<text x="{left + wide - 60}" y="{top + high + 24}">{last} 天</text>',
        f'<text x="8" y="{top + 10}">{most}</text>',
    ]
    for place, (level, days) in enumerate((level, days) for level, days in lines.items() if days):
        path = f"M{left} {top + high}"
        for count, day in enumerate(days, 1):
            path += f" H{left + wide * day / last:.1f} V{top + high - high * count / most:.1f}"
        parts.append(f'<path d="{path} H{left + wide}" style="stroke:{_COLOURS[level]};stroke-width:2"/>')
        parts.append(
            f'<text x="{left + 12}" y="{top + 18 + 18 * place}" style="fill:{_COLOURS[level]}">{_NAMES[level]} {len(days)}</text>'
        )
    return _svg(left + wide + 30, top + high + 40, parts)
