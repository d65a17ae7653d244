"""A page for every framework, with its picture, and a table of them all."""

from __future__ import annotations

import re

from egovkit.catalogue.frameworks import frameworks
from egovkit.models.framework import Framework, Reading
from egovkit.models.framework_drawing import to_svg, to_tree
from scripts.pages.markdown import GENERATED, table, years


def pages() -> dict[str, str]:
    made = {f"tables/frameworks/{slug(each)}.md": _page(each) for each in frameworks}
    return {"tables/frameworks.md": _index(), **made}


def slug(framework: Framework) -> str:
    return re.sub(r"\W+", "-", framework.name).strip("-")


def _link(name: str, folder: str = "") -> str:
    return f"[{name}]({folder}{slug(frameworks[name])}.md)" if name in frameworks else name


def _index() -> str:
    rows = [
        (
            _link(each.name, "frameworks/"),
            years(each.since, each.until),
            each.set_by,
            "，".join(map(str, each.groups)),
            each.region or "全国",
        )
        for each in sorted(frameworks, key=lambda f: (f.since or 9999, f.name))
    ]
    return (
        f"# Frameworks 电子政务框架\n\n{GENERATED}"
        f"{len(rows)} frameworks by their first year. In Python: [`frameworks`](../reference/frameworks.md).\n\n"
        f"{table(('framework 框架', 'years 年份', 'set by 出处', 'groups 构成', 'region 范围'), rows)}"
    )


def _page(framework: Framework) -> str:
    facts = [
        ("names 名称", "、".join(framework.names)),
        ("years 年份", years(framework.since, framework.until)),
        ("set by 出处", f"{framework.set_by or ''} {framework.title or ''}".strip()),
        ("documents 相关文件", "、".join(map(str, framework.documents))),
        ("issuers 提出", "、".join(map(str, framework.issuers))),
        ("region 范围", framework.region),
        ("predecessors 前身", "、".join(map(_link, framework.predecessors))),
        ("successors 后继", "、".join(map(_link, framework.successors))),
        ("confidence", framework.confidence),
    ]
    parts = [f"# {framework.name}\n\n{GENERATED}"]
    if framework.gist:
        parts.append(f"{framework.gist}\n\n")
    parts.append(table(("", ""), [fact for fact in facts if fact[1]]) + "\n")
    if framework.readings:
        parts += [_reading(framework, reading) for reading in framework.readings]
    if framework.sources:
        parts.append("## Sources 来源\n\n" + "".join(f"- {source}\n" for source in framework.sources))
    return "".join(parts).rstrip() + "\n"


def _reading(framework: Framework, reading: Reading) -> str:
    title = f"## {reading.name or 'Components 构成'}\n\n"
    said = f"{'；'.join(reading.sources)} ({reading.confidence})\n\n" if reading.sources else ""
    # Markdown ends a block of HTML at a blank line.
    picture = re.sub(r"\n\s*\n", "\n", to_svg(framework, reading.name))
    tree = f"```text\n{to_tree(framework, reading.name).rstrip()}\n```\n\n"
    return f"{title}{said}<div>{picture}</div>\n\n{tree}"
