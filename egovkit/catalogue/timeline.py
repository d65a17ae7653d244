"""A lineage drawn (沿革图示): as text, rows, Mermaid and an SVG timeline.

Titles come from users' files too, so that every format escapes them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from egovkit.errors import display_width, printable
from egovkit.models.policy import PolicyRecord, PolicyRelation

if TYPE_CHECKING:
    from egovkit.catalogue.lineage import Lineage, LineageStep

__all__ = ["LINEAGE_COLUMNS", "to_mermaid", "to_rows", "to_svg", "to_tree"]

LINEAGE_COLUMNS: Final = (
    "side",
    "depth",
    "relation",
    "source",
    "target",
    "key",
    "title",
    "dated",
    "ground",
    "confidence",
)
"""The columns of `to_rows`."""


def _label(key: str, record: PolicyRecord | None) -> str:
    title = key if record is None else str(record)
    return printable(title)


def _dated(record: PolicyRecord | None) -> str:
    day = None if record is None else record.dated or record.published_on
    return "" if day is None else str(day)


def _said(relation: PolicyRelation, key: str) -> str:
    """Say what a relation makes of the document at one end of it: 转发 of the source, 被转发 of the target."""
    return relation.kind.term if relation.source == key else f"被{relation.kind.term}"


def to_rows(lineage: Lineage) -> list[dict[str, str]]:
    """Return every step as a row of strings (表格行), with the columns of `LINEAGE_COLUMNS`."""
    found = []
    for side, steps in (("before", lineage.before), ("after", lineage.after)):
        for step in steps:
            edge = step.relation
            cells = (
                side, str(step.depth), edge.kind.value, edge.source, edge.target, step.key, step.title,
                _dated(step.record), edge.ground or "", edge.confidence or "",
            )  # fmt: skip
            found.append(dict(zip(LINEAGE_COLUMNS, cells, strict=True)))
    return found


def to_tree(lineage: Lineage) -> str:
    """Return a lineage as two indented trees of plain text (文本树)."""
    lines = [_label(lineage.key, lineage.record)]
    for name, steps in (("之前 before", lineage.before), ("之后 after", lineage.after)):
        if not steps:
            continue
        lines.append(name)
        below: dict[str, list[LineageStep]] = {}
        for step in steps:
            below.setdefault(step.via, []).append(step)
        stack = [(step, "", i == 0) for i, step in enumerate(reversed(below.get(lineage.key, [])))]
        while stack:
            step, lead, last = stack.pop()
            remark = "，".join(part for part in (_said(step.relation, step.key), _dated(step.record)) if part)
            lines.append(f"{lead}{'└─ ' if last else '├─ '}{_label(step.key, step.record)}（{remark}）")
            inner = lead + ("   " if last else "│  ")
            stack += [(child, inner, i == 0) for i, child in enumerate(reversed(below.get(step.key, [])))]
    return "\n".join(lines)


_MERMAID: Final = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "|": "#124;"}


def to_mermaid(lineage: Lineage) -> str:
    """Return a lineage as a Mermaid flowchart, from the earlier to the later document (Mermaid 图)."""
    ids: dict[str, str] = {}
    lines = ["flowchart LR"]
    for key, record in ((lineage.key, lineage.record), *((s.key, s.record) for s in (*lineage.before, *lineage.after))):
        if key not in ids:
            ids[key] = f"n{len(ids)}"
            label = "".join(_MERMAID.get(c, c) for c in _label(key, record))
            lines.append(f'  {ids[key]}["{label}"]')
    # An arrow follows the time; the word on it is what the source of the relation does.
    lines += [
        f"  {ids[edge.earlier]} -->|{edge.kind.term}| {ids[edge.later]}" for edge in dict.fromkeys(lineage.relations)
    ]
    lines.append(f"  style {ids[lineage.key]} stroke-width:3px")
    return "\n".join(lines) + "\n"


_ROW: Final = 30
_PAD: Final = 16
_DATE: Final = 96
_LANE: Final = 14
_MOST_LANES: Final = 12
_CELL: Final = 7.0
_STYLE: Final = """
.egl text{font:14px/1 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#1f2328}
.egl .d,.egl .r{font-size:12px;fill:#59636e}.egl .h{font-weight:600}
.egl path{fill:none;stroke:#afb8c1}.egl circle{fill:#59636e}.egl .me{fill:#0969da}
@media (prefers-color-scheme:dark){.egl text{fill:#e6edf3}.egl .d,.egl .r{fill:#9198a1}.egl path{stroke:#59636e}
.egl circle{fill:#9198a1}.egl .me{fill:#4493f8}}
"""


def to_svg(lineage: Lineage) -> str:
    """Return a lineage as a timeline in SVG (时间线): one row a document, the oldest on top, arcs for the relations."""
    nodes: dict[str, tuple[PolicyRecord | None, str]] = {lineage.key: (lineage.record, "")}
    for step in (*lineage.before, *lineage.after):
        nodes.setdefault(step.key, (step.record, _said(step.relation, step.key)))
    side = {step.key: 0 for step in lineage.before} | {lineage.key: 1} | {
        step.key: 2 for step in lineage.after if step.key not in set(lineage.before_keys)
    }  # fmt: skip
    # What bears no date is beside the document it belongs to.
    beside = {step.key: _dated(nodes[step.via][0]) for step in (*lineage.before, *lineage.after)}
    order = sorted(nodes, key=lambda key: (side[key], _dated(nodes[key][0]) or beside.get(key, ""), key))
    place = {key: i for i, key in enumerate(order)}
    lanes = min(_MOST_LANES, max((abs(place[e.source] - place[e.target]) for e in lineage.relations), default=1))
    axis = _PAD + _DATE + _LANE * lanes
    parts = []
    for edge in sorted(set(lineage.relations), key=lambda e: (e.earlier, e.later, e.kind)):
        top, bottom = (_y(place[edge.earlier]), _y(place[edge.later]))
        out = axis - _LANE * min(_MOST_LANES, abs(place[edge.earlier] - place[edge.later]))
        said = escape(printable(f"{edge.source} {edge.kind.term} {edge.target}"))
        parts.append(f'<path d="M{axis} {top}C{out} {top} {out} {bottom} {axis} {bottom}"><title>{said}</title></path>')
    width = 0.0
    for key in order:
        record, said = nodes[key]
        y = _y(place[key])
        me = key == lineage.key
        me_class, bold = (' class="me"', ' class="h"') if me else ("", "")
        label = _label(key, record)
        remark = f'<tspan class="r" dx="8">{escape(said)}</tspan>' if said else ""
        parts.append(f'<text class="d" x="{_PAD}" y="{y + 4}">{_dated(record)}</text>')
        parts.append(f'<circle cx="{axis}" cy="{y}" r="{6 if me else 4}"{me_class}/>')
        parts.append(f'<text x="{axis + 14}" y="{y + 5}"{bold}>{escape(label)}{remark}</text>')
        width = max(width, axis + 14 + display_width(label) * _CELL * (1.08 if me else 1) + display_width(said) * 6 + 8)
    width, height = width + _PAD, 2 * _PAD + _ROW * len(order)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="egl" lang="zh" role="img" width="{width:.0f}" height="{height}" '
        f'viewBox="0 0 {width:.0f} {height}"><title>{escape(_label(lineage.key, lineage.record))}</title>'
        f"<style>{_STYLE}</style>{''.join(parts)}</svg>"
    )


def _y(place: int) -> int:
    return _PAD + _ROW * place + _ROW // 2
