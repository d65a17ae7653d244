"""A layout seen through the document it is of (版面要素): which paragraph is which element."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from egovkit.checks.once import once
from egovkit.checks.rule import Hit
from egovkit.documents.blocks import Element
from egovkit.documents.structure.outline import Level
from egovkit.models.fonts import family_of
from egovkit.models.layout import Border, Layout, ParagraphFormat, RunFormat, Where
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["Laid", "LaidOut", "hit_on", "hit_on_pages", "is_of", "is_red", "named"]

_HAN: Final = LatePattern("[\u3400-\u9fff]")
_FLAT: Final = ("top", "bottom", "between", "insideH")


class Laid(NamedTuple):
    """A paragraph and the element that it is, or is a part of (版面段落).

    `is_part` says that it belongs to an annex or another text that the document encloses, `is_mixed` that it holds other elements
    besides, on lines of their own: what is broken off by hand has one format for all.
    """

    paragraph: ParagraphFormat
    kind: Element
    text: str
    level: Level | None
    is_part: bool
    is_mixed: bool = False

    @property
    def indent(self) -> float:
        """How many characters in its first line begins (首行起点), by its format and by blanks."""
        return self.paragraph.left + self.paragraph.first + self.paragraph.spaces


def hit_on(paragraph: ParagraphFormat, message: str, message_en: str) -> Hit:
    """Return a hit on the whole of a paragraph (整段命中)."""
    return Hit(paragraph.start, paragraph.end, message, message_en)


def hit_on_pages(message: str, message_en: str) -> Hit:
    """Return a hit on the pages and no passage of the text (页面命中)."""
    return Hit(0, 0, message, message_en)


def named(font: str | None, size: float) -> str:
    """Return what a font and its size are called in a message (字体字号).

    >>> named("仿宋_GB2312", 16.0), named(None, 10.5)
    ('仿宋_GB231216磅', '默认字体10.5磅')
    """
    return f"{font or '默认字体'}{size:g}磅"


class LaidOut:
    """The paragraphs of a layout by element (版面)."""

    def __init__(self, layout: Layout, document: PolicyDocument) -> None:
        self.layout = layout
        self.document = document

    @once
    def paragraphs(self) -> tuple[Laid, ...]:
        """Those that are an element of the document, in order (要素段落)."""
        blocks = self.document.blocks
        starts = [block.start for block in blocks]
        levels = {heading.start: heading.level for heading in self.document.headings}
        found: list[Laid] = []
        for paragraph in self.layout.paragraphs:
            text = self.layout.text[paragraph.start : paragraph.end]
            index = bisect_right(starts, paragraph.start) - 1
            if index < 0 or blocks[index].end <= paragraph.start or not text.strip():
                continue
            block = blocks[index]
            is_part = any(part.start <= paragraph.start < part.end for part in self.document.parts)
            last = bisect_left(starts, paragraph.end)
            is_mixed = any(other.kind is not block.kind for other in blocks[index + 1 : last])
            found.append(Laid(paragraph, block.kind, text, levels.get(block.start), is_part, is_mixed))
        return tuple(found)

    def of(self, *kinds: Element) -> Iterator[Laid]:
        """Yield the paragraphs of these elements (按要素), and of them alone."""
        return (laid for laid in self.paragraphs if laid.kind in kinds and not laid.is_mixed)

    def body(self) -> Iterator[Laid]:
        """Yield the paragraphs of text and headings that are in no table and no box (正文段落)."""
        return (laid for laid in self.of(Element.PARAGRAPH, Element.HEADING) if laid.paragraph.where is Where.BODY)

    def main(self, laid: Laid) -> RunFormat | None:
        """Return the format of most Han characters of a paragraph (主要文字格式); None where it has none."""
        counts: Counter[int] = Counter()
        for at, run in enumerate(laid.paragraph.runs):
            counts[at] = len(_HAN.findall(self.layout.text[run.start : run.end]))
        at, count = counts.most_common(1)[0] if counts else (0, 0)
        return laid.paragraph.runs[at] if count else None

    def first(self, laid: Laid) -> RunFormat | None:
        """Return the format of the first Han characters of a paragraph (首字格式), those of a heading that runs on."""
        found = (run for run in laid.paragraph.runs if _HAN.search(self.layout.text[run.start : run.end]))
        return next(found, None)

    @once
    def head_rules(self) -> tuple[Border, ...]:
        """The lines of paragraphs, tables and cells down to the title (版头分隔线)."""
        title = self.document.spans.get("title", (len(self.layout.text), 0))[0]
        found = (one for one in self.layout.paragraphs if one.start <= title)
        return tuple(border for one in found for border in one.borders if border.edge in _FLAT)

    @once
    def has_drawings_in_head(self) -> bool:
        """Whether anything is drawn before the title (版头图形), which may be a rule."""
        title = self.document.spans.get("title", (len(self.layout.text), 0))[0]
        return any(one.drawn for one in self.layout.paragraphs if one.start <= title)

    @once
    def is_letter(self) -> bool:
        """Whether it is laid out as a letter (信函格式): above its title there is a double rule."""
        return any(True for _ in self.double_rules())

    def double_rules(self) -> Iterator[tuple[ParagraphFormat, Border]]:
        """Yield the double rules under paragraphs above the title, each with its paragraph (双线)."""
        title = self.document.spans.get("title", (0, 0))[0]
        for one in self.layout.paragraphs:
            if one.start >= title:
                return
            for border in one.borders:
                if border.edge == "bottom" and (border.style == "double" or border.style.startswith(("thick", "thin"))):
                    yield one, border


def is_of(run: RunFormat, family: str, size: float | None) -> bool:
    """Say whether characters are of a family and a size, within a quarter of a point (是否合式)."""
    return family_of(run.han) == family and (size is None or abs(run.size - size) <= 0.26)


def is_red(color: str) -> bool:
    """Say whether a colour is a red that print takes for one (是否红色).

    >>> is_red("FF0000"), is_red("E60012"), is_red("auto")
    (True, True, False)
    """
    try:
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= 192 and green <= 64 and blue <= 64
