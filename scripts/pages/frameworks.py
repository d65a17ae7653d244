"""A page for every framework, with its picture, and a table of them all."""

from __future__ import annotations

import re

from egovkit.catalogue.frameworks import frameworks
from egovkit.messages import said
from egovkit.models.framework import Framework, Reading
from egovkit.models.framework_drawing import to_svg, to_tree
from scripts.pages.languages import both, confidence, up
from scripts.pages.markdown import GENERATED, downloads, linked, table, years


def pages() -> dict[str, str]:
    return both(_pages)


def _pages() -> dict[str, str]:
    made = {f"tables/frameworks/{slug(each)}.md": _page(each) for each in frameworks}
    return {"tables/frameworks/index.md": _index(), **made}


def slug(framework: Framework) -> str:
    return re.sub(r"\W+", "-", framework.name).strip("-")


def _link(name: str) -> str:
    return f"[{name}]({slug(frameworks[name])}.md)" if name in frameworks else name


def in_order() -> list[Framework]:
    """The frameworks by their first year."""
    return sorted(frameworks, key=lambda each: (each.since or 9999, each.name))


def _index() -> str:
    rows = [
        (
            _link(each.name),
            years(each.since, each.until),
            each.set_by,
            "，".join(map(str, each.groups)),
            _region(each) or said("the whole country", "全国"),
        )
        for each in in_order()
    ]
    header = said("framework 框架|years|set by|groups 构成|region", "框架|年份|出处|构成|范围")
    title = said("Frameworks (电子政务框架)", "电子政务框架")
    head = said(
        f"{len(rows)} frameworks by their first year. In Python: ", f"{len(rows)} 个框架，按提出的年份排列。Python 中："
    )
    return (
        f"---\nhide: [toc]\n---\n\n# {title}\n\n{GENERATED}{head}[`frameworks`]({up()}../../reference/frameworks.md){said('.', '。')}\n\n{downloads('frameworks', '../../')}\n\n"
        f"{table(header.split('|'), rows)}"
    )


def _region(framework: Framework) -> str:
    return (framework.region or "").replace("|", "、")


def _page(framework: Framework) -> str:
    facts = [
        (said("names", "名称"), "、".join(framework.names)),
        (said("years", "年份"), years(framework.since, framework.until)),
        (said("set by", "出处"), f"{framework.set_by or ''} {framework.title or ''}".strip()),
        (said("documents", "相关文件"), "、".join(map(str, framework.documents))),
        (said("issuers", "提出"), "、".join(map(str, framework.issuers))),
        (said("region", "范围"), _region(framework)),
        (said("predecessors", "前身"), "、".join(map(_link, framework.predecessors))),
        (said("successors", "后继"), "、".join(map(_link, framework.successors))),
        (said("confidence", "把握"), framework.confidence and confidence(framework.confidence)),
    ]
    parts = [f"# {framework.name}\n\n{GENERATED}"]
    if framework.gist:
        parts.append(f"{framework.gist}\n\n")
    parts.append(table(("", ""), [fact for fact in facts if fact[1]]) + "\n")
    if framework.readings:
        parts += [_reading(framework, reading) for reading in framework.readings]
    if framework.sources:
        parts.append(
            f"## {said('Sources', '来源')}\n\n" + "".join(f"- {linked(source)}\n" for source in framework.sources)
        )
    return "".join(parts).rstrip() + f"\n\n[{said('All frameworks', '全部框架')}](index.md)\n"


def _reading(framework: Framework, reading: Reading) -> str:
    title = f"## {reading.name or said('Components', '构成')}\n\n"
    told = ""
    if reading.sources:
        sure = f" ({confidence(reading.confidence)})" if reading.confidence else ""
        told = f"{'；'.join(map(linked, reading.sources))}{sure}\n\n"
    # Markdown ends a block of HTML at a blank line.
    picture = re.sub(r"\n\s*\n", "\n", to_svg(framework, reading.name))
    tree = f"```text\n{to_tree(framework, reading.name).rstrip()}\n```\n\n"
    return f"{title}{told}<div>{picture}</div>\n\n{tree}"
