"""What a reading looks like in a terminal (终端表格)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich import box
from rich.console import Console, ConsoleOptions, ConsoleRenderable, Group, RenderableType, RenderHook, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from egovkit.cli.printing import shown as harmless
from egovkit.cli.reading import Reading, organ_names
from egovkit.documents.elements import CARD
from egovkit.documents.outline import Heading, Level
from egovkit.grammar.deviations import DEVIATIONS
from egovkit.models.citation import Citation
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import FrameworkGroup

__all__ = ["console", "counted", "explained", "show"]

_MARKERS: Final = {
    Level.PART: "第{}编 ",
    Level.CHAPTER: "第{}章 ",
    Level.SECTION: "第{}节 ",
    Level.ARTICLE: "第{}条 ",
    Level.H1: "{}、",
    Level.H2: "（{}）",
    Level.H3: "{}．",
    Level.H4: "（{}）",
}
_LINE_OF = 44
_OUTLINE = 24
_WORD = 16


def console() -> Console:
    """Return the terminal that tables are printed to (终端): as wide as it is, or 120 cells in a pipe.

    It obeys nothing that is in what is printed.
    """
    terminal = Console(highlight=False)
    terminal = terminal if terminal.is_terminal else Console(highlight=False, width=120)
    terminal.push_render_hook(_Shown())
    return terminal


class _Shown(RenderHook):
    """Shows what is printed and lets none of it be obeyed, the styles aside."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Harmless(one) for one in renderables]


class _Harmless:
    """Anything that can be printed, without control characters in its texts."""

    def __init__(self, inner: ConsoleRenderable) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self._inner, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)


def show(reading: Reading) -> RenderableType:
    """Lay out everything that a text holds (总览)."""
    parts = [part for part in (_card(reading), _outline(reading), *_tables(reading)) if part is not None]
    return Group(*parts) if parts else Text("nothing found in this text")


def explained(reading: Reading) -> RenderableType:
    """Lay out what each line of a text is taken for and which rule decided, then what these rules say (逐行判断)."""
    decisions = reading.document.explain()
    lines = counted("Lines 各行", len(decisions), "at", "line", "taken for", "decided by", "word")
    for each in decisions:
        lines.add_row(
            Text(str(each.start), style="dim"),
            Text(_short(reading.text[each.start : each.end], _LINE_OF // 2)),
            Text(each.element.value, style="magenta"),
            Text(each.decided_by, style="cyan"),
            Text(_short(each.word or "", _WORD), style="yellow"),
        )
    says = {each.decided_by: each.says for each in decisions}
    rules = counted("Decided by 依据", len(says), "rule", "takes what")
    for name, words in sorted(says.items()):
        rules.add_row(Text(name, style="cyan"), Text(words))
    return Group(lines, rules)


def _tables(reading: Reading) -> Iterator[RenderableType | None]:
    yield _numbers(reading)
    yield _citations(reading)
    yield _dates(reading)
    yield _frameworks(reading)


def counted(title: str, count: int, *columns: str) -> Table:
    """Return an empty table with its title and how many rows it will have (空表).

    >>> counted("Rules 规则", 2, "code").title
    'Rules 规则 · 2'
    """
    table = Table(
        title=f"{title} · {count}", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _short(text: str, width: int = _LINE_OF) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1]}…"


def _card(reading: Reading) -> RenderableType | None:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for element in CARD:
        value = getattr(reading.document, element.field)
        if value is None or value is False or value in ((), []):
            continue
        table.add_row(f"{element.term} {element.field}", Text("\n".join(_lines(value))))
    if not table.row_count:
        return None
    return Group(Text("Document 文件", style="bold"), table, Text())


def _lines(value: object) -> list[str]:
    if value is True:
        return ["是 yes"]
    if isinstance(value, tuple | list):
        return [_short(line, 80) for each in value for line in _lines(each)]
    return [_short(str(value if isinstance(value, str) else getattr(value, "title", None) or value), 160)]


def _outline(reading: Reading) -> RenderableType | None:
    headings = reading.outline
    if not headings:
        return None
    tree = Tree(f"Outline 结构 · {len(reading.document.headings)}", style="bold", guide_style="dim")
    for heading in headings[:_OUTLINE]:
        _grow(tree, heading)
    if len(headings) > _OUTLINE:
        tree.add(Text(f"… {len(headings) - _OUTLINE} more", style="dim"))
    return Group(tree, Text())


def _grow(tree: Tree, heading: Heading) -> None:
    marker = _MARKERS[heading.level].format(heading.ordinal) if heading.ordinal else ""
    branch = tree.add(Text.assemble((marker, "dim"), (_short(heading.text), "not bold")))
    for child in heading.children:
        _grow(branch, child)


def _numbers(reading: Reading) -> RenderableType | None:
    if not reading.numbers:
        return None
    table = counted("Numbers 发文字号", len(reading.numbers), "at", "number", "organ", "as printed", "deviates in")
    for mention in reading.numbers:
        table.add_row(
            Text(str(mention.start), style="dim"),
            Text(str(mention.value), style="cyan"),
            Text(" / ".join(organ_names(mention.value)) or "not in the table", style=""),
            Text("" if mention.text == str(mention.value) else _short(mention.text)),
            Text("\n".join(f"{DEVIATIONS[name].term} {name}" for name in mention.deviations), style="yellow"),
        )
    return table


def _citations(reading: Reading) -> RenderableType | None:
    if not reading.citations:
        return None
    table = counted("Citations 引用", len(reading.citations), "at", "relation", "title", "number", "refers to")
    for citation in reading.citations:
        table.add_row(
            Text(str(citation.start), style="dim"),
            Text(f"{citation.relation.term} {citation.relation}", style="magenta"),
            Text(_titled(citation)),
            Text("\n".join(str(number.value) for number in citation.numbers), style="cyan"),
            Text("" if citation.antecedent is None else f"the one at {citation.antecedent.start}", style="dim"),
        )
    return table


def _titled(citation: Citation) -> str:
    title = f"《{_short(citation.title)}》" if citation.title else ""
    pinpoint = f" {citation.pinpoint}" if citation.pinpoint else ""
    short = f"（简称{citation.short_name}）" if citation.short_name else ""
    return f"{title}{pinpoint}{short}"


def _dates(reading: Reading) -> RenderableType | None:
    if not reading.dates:
        return None
    table = counted("Dates 日期", len(reading.dates), "at", "date", "as printed")
    for mention in reading.dates:
        table.add_row(Text(str(mention.start), style="dim"), Text(str(mention.value), style="cyan"), Text(mention.text))
    return table


def _frameworks(reading: Reading) -> RenderableType | None:
    if not reading.frameworks:
        return None
    table = counted("Frameworks 框架", len(reading.frameworks), "at", "framework", "set by", "consists of")
    for mention in reading.frameworks:
        known = mention.value if isinstance(mention.value, Framework) else None
        table.add_row(
            Text(str(mention.start), style="dim"),
            Text(str(mention.value), style="cyan"),
            Text(str(known.set_by or "") if known else ""),
            Text("\n".join(map(_consists, known.groups)) if known else ""),
        )
    return table


def _consists(group: FrameworkGroup) -> str:
    parts = "、".join(component.short_name or component.name for component in group.leaves)
    label = str(group).replace(" ", "")
    return f"{label}：{parts}" if parts else label
