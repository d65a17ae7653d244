"""What a reading looks like in a terminal (终端表格)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.cli.drawing import Card, Drawn, Stack, Table, Text, Tree
from egovkit.cli.layout import shortened
from egovkit.cli.organs import organ_names
from egovkit.cli.reading import Reading
from egovkit.cli.terms import term_of
from egovkit.documents.blocks import Element
from egovkit.documents.elements import CARD, ELEMENTS
from egovkit.documents.structure.outline import Heading, Level
from egovkit.grammar.deviations import DEVIATIONS
from egovkit.messages import chinese, said
from egovkit.models.citation import Citation
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import FrameworkGroup

__all__ = ["counted", "explained", "show"]

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
# In cells, of which a Chinese character takes two.
_LINE_OF: Final = 88
_OUTLINE: Final = 24
_WORD: Final = 32


# What a line is taken for, where the card has no such element.
_ELEMENTS: Final = {
    **{element.block: element.term for element in ELEMENTS if element.block is not None},
    Element.FIELD: "信息表",
    Element.PROMULGATION: "题注",
    Element.CONTENTS: "目录",
    Element.PARAGRAPH: "正文",
    Element.TABLE: "表格",
    Element.PART_TITLE: "附件标题",
    Element.PRINTED: "印发",
    Element.SIGNATURE: "署名",
    Element.PAGE_NUMBER: "页码",
    Element.RESIDUE: "站点残留",
}


def show(reading: Reading) -> Drawn:
    """Lay out everything that a text holds (总览)."""
    parts = [part for part in (_card(reading), _outline(reading), *_tables(reading)) if part is not None]
    return Stack(parts) if parts else Text(said("nothing found in this text", "这段文本中没有找到什么"))


def explained(reading: Reading) -> Drawn:
    """Lay out what each line of a text is taken for and which rule decided, then what these rules say (逐行判断)."""
    decisions = reading.document.explain()
    lines = counted(
        said("Lines", "各行"), len(decisions), said("at", "位置"), said("line", "行"), said("taken for", "认作"),
        said("decided by", "依据"), said("word", "字词"),
    )  # fmt: skip
    for each in decisions:
        lines.add(
            Text(str(each.start), "dim"),
            shortened(reading.text[each.start : each.end], _LINE_OF // 2),
            Text(said(each.element.value, _ELEMENTS.get(each.element, each.element.value)), "magenta"),
            Text(each.decided_by, "cyan"),
            Text(shortened(each.word or "", _WORD), "yellow"),
        )
    says = {each.decided_by: each.says for each in decisions}
    rules = counted(said("Decided by", "依据"), len(says), said("rule", "规则"), said("takes what", "认什么"))
    for name, words in sorted(says.items()):
        rules.add(Text(name, "cyan"), said(words, chinese(name, words)))
    return Stack((lines, rules))


def _tables(reading: Reading) -> Iterator[Drawn | None]:
    yield _numbers(reading)
    yield _citations(reading)
    yield _dates(reading)
    yield _frameworks(reading)


def counted(title: str, count: int, *columns: str) -> Table:
    """Return an empty table with its title and how many rows it will have (空表).

    >>> counted("规则", 2, "代码").title.plain
    '规则 · 2'
    """
    return Table(f"{title} · {count}", *columns)


def _card(reading: Reading) -> Drawn | None:
    facts = []
    for element in CARD:
        value = getattr(reading.document, element.field)
        if value is None or value is False or value in ((), []):
            continue
        name = said(element.field.replace("_", " "), element.term)
        facts.append((name, "\n".join(_lines(value))))
    if not facts:
        return None
    return Stack((Text(said("Document", "文件"), "bold"), Card(facts), Text()))


def _lines(value: object) -> list[str]:
    if value is True:
        return [said("yes", "是")]
    if isinstance(value, tuple | list):
        return [shortened(line, 160) for each in value for line in _lines(each)]
    return [shortened(str(value if isinstance(value, str) else getattr(value, "title", None) or value), 320)]


def _outline(reading: Reading) -> Drawn | None:
    headings = reading.outline
    if not headings:
        return None
    tree = Tree(Text(f"{said('Outline', '结构')} · {len(reading.document.headings)}", "bold"))
    for heading in headings[:_OUTLINE]:
        _grow(tree, heading)
    if len(headings) > _OUTLINE:
        left = len(headings) - _OUTLINE
        tree.add(Text(said(f"… {left} more", f"…… 另有 {left} 个"), "dim"))
    return Stack((tree, Text()))


def _grow(tree: Tree, heading: Heading) -> None:
    marker = _MARKERS[heading.level].format(heading.ordinal) if heading.ordinal else ""
    branch = tree.add(Text.of((marker, "dim"), shortened(heading.text, _LINE_OF)))
    for child in heading.children:
        _grow(branch, child)


def _numbers(reading: Reading) -> Drawn | None:
    if not reading.numbers:
        return None
    table = counted(
        said("Numbers", "发文字号"), len(reading.numbers), said("at", "位置"), said("number", "字号"),
        said("organ", "机关"), said("as printed", "原文"), said("deviates in", "偏差"),
    )  # fmt: skip
    for mention in reading.numbers:
        table.add(
            Text(str(mention.start), "dim"),
            Text(str(mention.value), "cyan"),
            " / ".join(organ_names(mention.value)) or said("not in the table", "表中没有"),
            "" if mention.text == str(mention.value) else shortened(mention.text, _LINE_OF),
            Text("\n".join(said(name, DEVIATIONS[name].term) for name in mention.deviations), "yellow"),
        )
    return table


def _citations(reading: Reading) -> Drawn | None:
    if not reading.citations:
        return None
    table = counted(
        said("Citations", "引用"), len(reading.citations), said("at", "位置"), said("relation", "关系"),
        said("title", "标题"), said("number", "字号"), said("refers to", "回指"),
    )  # fmt: skip
    for citation in reading.citations:
        antecedent = citation.antecedent
        table.add(
            Text(str(citation.start), "dim"),
            Text(term_of(citation.relation), "magenta"),
            _titled(citation),
            Text("\n".join(str(number.value) for number in citation.numbers), "cyan"),
            Text("" if antecedent is None else said(f"the one at {antecedent.start}", f"{antecedent.start} 处"), "dim"),
        )
    return table


def _titled(citation: Citation) -> str:
    title = f"《{shortened(citation.title, _LINE_OF)}》" if citation.title else ""
    pinpoint = f" {citation.pinpoint}" if citation.pinpoint else ""
    short = f"（简称{citation.short_name}）" if citation.short_name else ""
    return f"{title}{pinpoint}{short}"


def _dates(reading: Reading) -> Drawn | None:
    if not reading.dates:
        return None
    table = counted(
        said("Dates", "日期"), len(reading.dates), said("at", "位置"), said("date", "日期"), said("as printed", "原文")
    )
    for mention in reading.dates:
        table.add(Text(str(mention.start), "dim"), Text(str(mention.value), "cyan"), mention.text)
    return table


def _frameworks(reading: Reading) -> Drawn | None:
    if not reading.frameworks:
        return None
    table = counted(
        said("Frameworks", "框架"), len(reading.frameworks), said("at", "位置"), said("framework", "框架"),
        said("set by", "出处"), said("consists of", "组成"),
    )  # fmt: skip
    for mention in reading.frameworks:
        known = mention.value if isinstance(mention.value, Framework) else None
        table.add(
            Text(str(mention.start), "dim"),
            Text(str(mention.value), "cyan"),
            str(known.set_by or "") if known else "",
            "\n".join(map(_consists, known.groups)) if known else "",
        )
    return table


def _consists(group: FrameworkGroup) -> str:
    parts = "、".join(component.short_name or component.name for component in group.leaves)
    label = str(group).replace(" ", "")
    return f"{label}：{parts}" if parts else label
