"""What is drawn in a terminal (绘制): styled text, tables, cards and trees, as lines of so many cells.

Of our own: rich takes longer to load than a whole command may (docs/design). A terminal obeys nothing that is in a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from egovkit.cli.layout import widths, wrapped
from egovkit.cli.printing import shown
from egovkit.errors import display_width

__all__ = ["Card", "Drawn", "Line", "Span", "Stack", "Table", "Text", "Tree", "coloured"]

Span = tuple[str, str]
"""A piece of text and its style, such as `bold red`."""
Line = list[Span]

_CODES: Final = {
    "bold": "1", "dim": "2", "underline": "4", "red": "31", "green": "32", "yellow": "33", "magenta": "35", "cyan": "36",
}  # fmt: skip
_GAP: Final = 2


def coloured(line: Line) -> str:
    """Return a line with what makes a terminal colour it (着色).

    >>> coloured([("GW201", "bold red"), (" ok", "")])
    '\\x1b[1;31mGW201\\x1b[0m ok'
    """
    return "".join(
        f"\x1b[{';'.join(_CODES[word] for word in style.split())}m{text}\x1b[0m" if style and text else text
        for text, style in line
    )


class Drawn(Protocol):
    """Anything that can be drawn (可绘制)."""

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines in so many cells."""


class Text:
    """A text of one style or of several (文字).

    >>> [line for line in Text("第一行", "bold").lines(4)]
    [[('第一', 'bold')], [('行', 'bold')]]
    """

    __slots__ = ("spans",)

    def __init__(self, text: str = "", style: str = "") -> None:
        self.spans: list[Span] = [(shown(text), style)]

    @classmethod
    def of(cls, *parts: str | Span) -> Text:
        """Return a text of plain and styled parts (拼接)."""
        text = cls()
        text.spans = [(shown(part), "") if isinstance(part, str) else (shown(part[0]), part[1]) for part in parts]
        return text

    @property
    def plain(self) -> str:
        """The text without its styles (纯文本)."""
        return "".join(text for text, _ in self.spans)

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines in so many cells (逐行)."""
        for start, end in wrapped(self.plain, width):
            yield self._between(start, end)

    def _between(self, start: int, end: int) -> Line:
        line, at = [], 0
        for text, style in self.spans:
            part = text[max(0, start - at) : max(0, end - at)]
            if part:
                line.append((part, style))
            at += len(text)
        return line


class Stack:
    """Things drawn one under the other (叠放)."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Drawn]) -> None:
        self.parts = tuple(parts)

    def lines(self, width: int) -> Iterator[Line]:
        """Yield the lines of each of them (逐行)."""
        for part in self.parts:
            yield from part.lines(width)


def _text(cell: str | Text) -> Text:
    return cell if isinstance(cell, Text) else Text(cell)


def _row(cells: Sequence[Text], cols: Sequence[int]) -> Iterator[Line]:
    held = [list(cell.lines(width)) for cell, width in zip(cells, cols, strict=True)]
    for at in range(max(map(len, held))):
        line: Line = []
        pad = 0
        for lines, width in zip(held, cols, strict=True):
            part = lines[at] if at < len(lines) else []
            if part:
                line.append((" " * pad, ""))
                line.extend(part)
                pad = 0
            pad += _GAP + width - sum(display_width(text) for text, _ in part)
        yield line


class Table:
    """Rows under a title and a heading (表格).

    >>> table = Table("规则", "代码", "标题")
    >>> table.add("GW201", "年份括号")
    >>> for line in table.lines(40):
    ...     print("".join(text for text, _ in line))
    规则
    代码   标题
    ───────────────
    GW201  年份括号
    <BLANKLINE>
    """

    __slots__ = ("columns", "rows", "title")

    def __init__(self, title: str | Text, *columns: str) -> None:
        self.title = title if isinstance(title, Text) else Text(title, "bold")
        self.columns = columns
        self.rows: list[list[Text]] = []

    def add(self, *cells: str | Text) -> None:
        """Add a row (加行), as many cells as there are columns."""
        self.rows.append([_text(cell) for cell in cells])

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines in so many cells (逐行), an empty one at the end."""
        yield from self.title.lines(width)
        heads = [Text(column, "bold") for column in self.columns]
        cols = widths([[cell.plain for cell in row] for row in (heads, *self.rows)], width, _GAP)
        yield from _row(heads, cols)
        yield [("─" * min(width, sum(cols) + _GAP * (len(cols) - 1)), "dim")]
        for row in self.rows:
            yield from _row(row, cols)
        yield []


class Card:
    """What is known of one thing (卡片): a name and a value on each line.

    >>> card = Card([("字号", "国办发〔2014〕66号"), ("年份", "2014")])
    >>> for line in card.lines(40):
    ...     print("".join(text for text, _ in line))
    字号  国办发〔2014〕66号
    年份  2014
    """

    __slots__ = ("facts",)

    def __init__(self, facts: Iterable[tuple[str, str | Text]]) -> None:
        self.facts = [(name, _text(value)) for name, value in facts]

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines in so many cells (逐行)."""
        wide = max((display_width(name) for name, _ in self.facts), default=0)
        for name, value in self.facts:
            yield from _row((Text(name, "dim"), value), (wide, max(8, width - wide - _GAP)))


class Tree:
    """A text with those under it (树).

    >>> tree = Tree("三网一库")
    >>> _ = tree.add("3 网")
    >>> for line in tree.lines(40):
    ...     print("".join(text for text, _ in line))
    三网一库
    └── 3 网
    """

    __slots__ = ("branches", "label")

    def __init__(self, label: str | Text) -> None:
        self.label = _text(label)
        self.branches: list[Tree] = []

    def add(self, label: str | Text) -> Tree:
        """Add a branch under it, and return it (加枝)."""
        branch = Tree(label)
        self.branches.append(branch)
        return branch

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines in so many cells (逐行)."""
        yield from self.label.lines(max(8, width))
        for branch in self.branches:
            last = branch is self.branches[-1]
            first = True
            for line in branch.lines(width - 4):
                guide = ("└── " if last else "├── ") if first else ("    " if last else "│   ")
                yield [(guide, "dim"), *line]
                first = False
