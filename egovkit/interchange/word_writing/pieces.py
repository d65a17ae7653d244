"""Paragraphs, runs and tables of a docx as they are written (文档片段)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, TypedDict, Unpack

from egovkit.documents.laying_out.element_styles import STYLES, Style
from egovkit.interchange.markup import escape, quoteattr
from egovkit.interchange.word.styles import indents_xml
from egovkit.models.layout_profile import Family, LayoutProfile

__all__ = ["BORDERLESS", "bearable", "border", "borders", "grid", "kept_with_next", "paragraph", "run", "tabs", "twips"]

# XML 1.0 has no signs for these.
_REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_PIECE: Final = re.compile(r"[\t\n]|[^\t\n]+")
_STYLED: Final = re.compile(r'<w:pStyle w:val="[^"]*"/>')
_SIGNS: Final = {"\t": "<w:tab/>", "\n": "<w:br/>"}

BORDERLESS: Final = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
"""The cells of a table that is there for places alone (无边距): without margins."""


def bearable(text: str) -> str:
    """Return a text without what XML cannot bear (去不可写字符): controls, halves of characters.

    >>> bearable("防\\x00火")
    '防火'
    """
    return _REFUSED.sub("", text)


def twips(points: float) -> int:
    """Return a length in points as a docx has it (磅转为缇).

    >>> twips(28.95)
    579
    """
    return round(points * 20)


def run(text: str, profile: LayoutProfile, *, family: Family | None = None, size: float | None = None) -> str:
    """Return characters (文字): of the paragraph's style, but for a family or size of their own.

    What is a sign of Han as of Latin texts (“ ” — …) is set as that of Han. A tab and a line feed are what a word processor has
    for them; what XML cannot bear is left out.
    """
    fonts = ""
    if family is not None:
        han = quoteattr(profile.font(family))
        latin = quoteattr(profile.latin or profile.font(family))
        fonts = f" w:ascii={latin} w:hAnsi={latin} w:eastAsia={han} w:cs={latin}"
    sized = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size is not None else ""
    held = "".join(
        _SIGNS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _PIECE.findall(bearable(text))
    )
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"{fonts}/>{sized}</w:rPr>{held}</w:r>' if held else ""


class Own(TypedDict, total=False):
    """What of a paragraph is its own and not its style's (段落自有格式).

    `left`, `right`, `first`: indents in characters. `line`: points. `frame`, `borders`, `tabs`: the elements as they are.
    """

    left: float
    right: float
    first: float
    align: str
    line: float
    keep_next: bool
    page_break: bool
    frame: str
    borders: str
    tabs: str


def paragraph(style: str | Style, *runs: str, **own: Unpack[Own]) -> str:
    """Return a paragraph of a style (段落), with what is its own, in the order of the schema: else Word calls a file damaged.

    >>> paragraph("gwDated", right=2.0)
    '<w:p><w:pPr><w:pStyle w:val="gwDated"/><w:ind w:leftChars="0" w:left="0" w:rightChars="200" w:right="632" w:firstLineChars="0" w:firstLine="0"/></w:pPr></w:p>'
    """
    held = STYLES[style] if isinstance(style, str) else style
    line, align = own.get("line"), own.get("align")
    indents = ""
    if not own.keys().isdisjoint(("left", "right", "first")):
        left, right, first = own.get("left", held.left), own.get("right", held.right), own.get("first", held.first)
        indents = indents_xml(left, right, first, held.size, whole=True)
    parts = (
        "<w:keepNext/>" if own.get("keep_next") and not held.keep_next else "",
        "<w:pageBreakBefore/>" if own.get("page_break") and not held.page_break else "",
        own.get("frame", ""),
        own.get("borders", ""),
        own.get("tabs", ""),
        f'<w:spacing w:line="{twips(line)}" w:lineRule="exact"/>' if line is not None else "",
        indents,
        f'<w:jc w:val="{align}"/>' if align is not None else "",
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{held.id}"/>{"".join(parts)}</w:pPr>{"".join(runs)}</w:p>'


def kept_with_next(written: str) -> str:
    """Return a paragraph that stays on the page of the next (与下段同页); a piece of a table as it is.

    >>> kept_with_next(paragraph("gwBody"))
    '<w:p><w:pPr><w:pStyle w:val="gwBody"/><w:keepNext/></w:pPr></w:p>'
    """
    if not written.startswith("<w:p>") or "<w:keepNext/>" in written:
        return written
    return _STYLED.sub(r"\g<0><w:keepNext/>", written, count=1)


def border(edge: str, points: float, *, style: str = "single", color: str = "000000", space: float = 0) -> str:
    """Return a line at an edge (边框线): its weight and what is between it and the text, in points."""
    return f'<w:{edge} w:val="{style}" w:sz="{round(points * 8)}" w:space="{round(space)}" w:color="{color}"/>'


def borders(*edges: str) -> str:
    """Return the lines of a paragraph (段落边框)."""
    return f"<w:pBdr>{''.join(edges)}</w:pBdr>"


def tabs(stops: Iterable[tuple[str, float]]) -> str:
    """Return tab stops (制表位): of each what it aligns, and how many points from the edge of the type area it is."""
    held = "".join(f'<w:tab w:val="{kind}" w:pos="{twips(at)}"/>' for kind, at in stops)
    return f"<w:tabs>{held}</w:tabs>"


def grid(widths: Sequence[float]) -> str:
    """Return the widths of columns in points (列宽): WPS takes them from here alone, and Word from the cells."""
    return "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths) + "</w:tblGrid>"
