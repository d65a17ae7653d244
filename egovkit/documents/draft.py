"""A document while it is being read (草稿): its lines, and what each was taken for so far.

Readers ask the lines and answer with frozen values. What these say of lines counts once it was accepted; an answer
that is not accepted has left no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from egovkit.documents.blocks import Block, Element
from egovkit.documents.grounds import Ground
from egovkit.documents.line_breaks.lines import split_lines
from egovkit.documents.line_facts import LineFacts
from egovkit.documents.structure.outline import outline_depth
from egovkit.text.folding import BLANKS
from egovkit.text.markup import unmarked
from egovkit.text.patterns import LatePattern
from egovkit.text.records import maker, record_maker

__all__ = ["Draft", "Found", "Mark", "Span", "spans_of", "value_of"]

T = TypeVar("T")
Span = tuple[int, int]
_PARAGRAPH: Final = Element.PARAGRAPH
# What of a line is no blank, from its first character to its last.
_WORDS: Final = LatePattern(rf"[^{BLANKS}]+(?:[^\S\n]+[^{BLANKS}]+)*")


class Found(NamedTuple, Generic[T]):
    """A value and where the text prints it (所得).

    >>> Found("各县", 10, 12).value
    '各县'
    """

    value: T
    start: int
    end: int


class Mark(NamedTuple):
    """What the lines from `first` up to `stop` are taken for, and on what ground (标记)."""

    first: int
    stop: int
    element: Element
    ground: Ground


_BREAKS: Final = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


_described: Final = maker(LineFacts)
_block: Final = record_maker(Block)


class Draft:
    """The lines of a text, and what each was taken for: None as long as nothing took it (草稿).

    >>> draft = Draft("关于防火的通知\\n严禁用火。")
    >>> draft.take(0, Element.TITLE, Ground("title_finding.kind", "ends with a kind word"))
    >>> [block.kind.value for block in draft.blocks()]
    ['title', 'paragraph']
    """

    __slots__ = ("foot", "grounds", "kinds", "lines", "outline", "outlined", "source", "text")

    def __init__(
        self, text: str, outline: Mapping[int, int] | None = None, printed: Sequence[str] | None = None
    ) -> None:
        self.outline: Mapping[int, int] = outline or {}
        # Most texts have no headings by their marks or styles, and are asked of every line.
        self.outlined = bool(outline) or "#" in text
        self.source = text
        # Read without its inline markup, which is as long in blanks.
        self.text = text = unmarked(text)
        self.lines = list(map(_described, split_lines(text, printed if text is self.source else None)))
        self.kinds: list[Element | None] = [None] * len(self.lines)
        # Why each line was taken for what it is, or what was seen in one that nothing took.
        self.grounds: list[Ground | None] = [None] * len(self.lines)
        # The first line of what the site left below the document.
        self.foot = len(self.lines)

    def take(self, i: int, element: Element, ground: Ground) -> None:
        """Take line `i` for an element (定性)."""
        self.kinds[i] = element
        self.grounds[i] = ground

    def accept(self, marks: Iterable[Mark]) -> None:
        """Take each line for what a reader's answer says that it is (采纳)."""
        for first, stop, element, ground in marks:
            for i in range(first, stop):
                self.take(i, element, ground)

    def leave(self, i: int, ground: Ground) -> None:
        """Leave line `i` to the text, and say what was seen in it (不取)."""
        self.kinds[i] = None
        self.grounds[i] = ground

    def depth(self, i: int) -> int:
        """Return how deep the source says that line `i` is a heading (层级): by its # in Markdown, or its outline level.

        0 for none; outline levels are below the title, and so begin with 2: that of the title itself is 1.
        """
        if not self.outlined:
            return 0
        line = self.lines[i]
        marked = outline_depth(line.text) if line.text[0] == "#" else 0
        return marked or (self.outline[line.start] + 1 if line.start in self.outline else 0)

    def is_title(self, i: int) -> bool:
        """Say whether the source says that line `i` is one of the title (是否标题): by its style and the name of the file.

        >>> Draft("初稿\\n防火须知", {3: 0}).is_title(1)
        True
        """
        return self.outlined and self.outline.get(self.lines[i].start) == 0

    def cut(self, i: int, at: int) -> None:
        """Cut line `i` in two at the place `at` of the text, neither taken for anything (断行)."""
        self.lines[i : i + 1] = self.lines[i].cut(at)
        self.kinds.insert(i, None)
        self.grounds.insert(i, None)
        self.foot += 1

    def join(self, first: int, last: int) -> None:
        """Make one line of the lines from `first` to `last`, which nothing took (并行): their breaks are read as blanks.

        >>> draft = Draft("关于印发\\n《\\n某办法》的通知")
        >>> draft.join(0, 2)
        >>> draft.lines[0].text
        '关于印发 《 某办法》的通知'
        """
        start, end = self.lines[first].start, self.lines[last].end
        words = self.text[start:end].translate(_BREAKS)
        self.lines[first : last + 1] = [LineFacts(start, end, words)]
        del self.kinds[first:last], self.grounds[first:last]
        self.foot -= last - first

    def blocks(self) -> tuple[Block, ...]:
        """Return every line as a block, and markup around lines too; what nothing took is a paragraph (成块)."""
        blocks = [
            _block(kind or _PARAGRAPH, line[0], line[1]) for line, kind in zip(self.lines, self.kinds, strict=True)
        ]
        return tuple(blocks if self.text is self.source else self._with_markup(blocks))

    def _with_markup(self, blocks: list[Block]) -> Iterator[Block]:
        """Yield the blocks, and what of the source is between them: tags around a line, pictures."""
        at = 0
        for block in [*blocks, None]:
            end = len(self.source) if block is None else block.start
            for found in _WORDS.finditer(self.source, at, end):
                yield Block(Element.RESIDUE, found.start(), found.end())
            if block is not None:
                yield block
                at = block.end


def value_of(found: Found[T] | None) -> T | None:
    """Return the value without its place (取值).

    >>> value_of(Found("各县", 10, 12)), value_of(None)
    ('各县', None)
    """
    return None if found is None else found.value


def spans_of(*stages: object) -> dict[str, Span]:
    """Return where everything stands that the stages of reading found, by its name; the last stage wins (位置)."""
    return {
        name: (found.start, found.end)
        for stage in stages
        for name in getattr(stage, "__slots__", ())
        if isinstance(found := getattr(stage, name), Found)
    }
