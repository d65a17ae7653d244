"""How each element is set (要素样式): typeface, size, alignment, indents and line, as the standard says.

One table for the rules of layout, for what is written as a docx and for what lays one out. Lengths of indents are in
characters, sizes and lines in points. Source: GB/T 9704-2012; the clause of each is beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.structure.outline import Level
from egovkit.models.layout_profile import Family
from egovkit.models.type_area import LINE

__all__ = ["ARTICLE_LABEL", "BASE", "BY_ELEMENT", "BY_LEVEL", "RED", "STYLES", "Style", "style_of"]

RED: Final = "FF0000"
ARTICLE_LABEL: Final = re.compile(r"第[^条]{1,12}条(?:之[一二三四五六七八九十]{1,3})?")
"""What of an article is set apart from its text, in 黑体 by custom (条序): 第一条."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one element is set (样式).

    - `id`, `name`: what a docx calls it. `family`: 仿宋, 黑体, 楷体, 宋体 or 小标宋; which font that is, the profile says.
    - `size`: in points. `spacing`: what is between characters beyond their size, in points; those of 3号 are 16 points in a
      word processor, and 28 of them fill a line where they are set a quarter of a point closer.
    - `align`: left, center, right, both. `first`, `left`, `right`: indents in characters, `first` negative where the first
      line hangs out.
    - `line`: exactly so many points, None for single lines, as high as what is in them.
    - `outline`: the level it has in the outline of the file, 1 the highest; None of what is no heading.
    """

    id: str
    name: str
    clause: str = "5.2.2"
    family: Family = "仿宋"
    size: float = 16.0
    bold: bool = False
    color: str = "auto"
    spacing: float = -0.25
    align: str = "both"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    line: float | None = LINE
    keep_next: bool = False
    page_break: bool = False
    outline: int | None = None


BASE: Final = Style("gwBase", "公文基准")
"""What holds where nothing else is said (基准样式): 3号仿宋, flush left, lines of a 22nd of the page."""

_TITLE: Final = Style("gwTitle", "公文标题", "7.3.1", "小标宋", 22.0, spacing=0.0, align="center", keep_next=True)


def _heading(depth: int, clause: str, family: Family, name: str) -> Style:
    # A heading alone in its line stays with its text.
    return Style(f"gwHeading{depth}", f"公文{name}级标题", clause, family, first=2.0, keep_next=True, outline=depth)


_ALL: Final = (
    BASE,
    Style("gwBody", "公文正文", "7.3.3", first=2.0),
    _TITLE,
    Style("gwHistory", "公文题注", "custom", "楷体", align="center"),
    _heading(1, "7.3.3", "黑体", "一"),
    _heading(2, "7.3.3", "楷体", "二"),
    _heading(3, "7.3.3", "仿宋", "三"),
    _heading(4, "7.3.3", "仿宋", "四"),
    Style("gwChapter", "公文章节标题", "custom", "黑体", align="center", keep_next=True, outline=1),
    Style("gwTable", "公文表格", "custom", size=12.0, spacing=0.0, line=None),
    Style("gwCopyNumber", "份号", "7.2.1"),
    Style("gwSecrecy", "密级和紧急程度", "7.2.2", "黑体"),
    Style("gwMark", "发文机关标志", "7.2.4", "小标宋", 42.0, color=RED, spacing=0.0, align="center", line=44.0),
    Style("gwNumber", "发文字号", "7.2.5", align="center"),
    Style("gwNumberUpward", "上行文发文字号", "7.2.5", align="left", first=1.0),
    Style("gwSignatories", "签发人", "7.2.6", align="right", right=1.0),
    Style("gwNumberLetter", "信函发文字号", "10.1", align="right"),
    Style("gwRecipients", "主送机关", "7.3.2"),
    Style("gwAnnexNote", "附件说明", "7.3.4", left=5.0, first=-3.0),
    Style("gwSignature", "发文机关署名", "7.3.5", align="right", right=2.0, keep_next=True),
    Style("gwDated", "成文日期", "7.3.5", align="right", right=4.0),
    Style("gwNote", "附注", "7.3.6", left=2.0),
    Style("gwAnnex", "附件标识", "7.3.7", "黑体", page_break=True),
    Style("gwCopiedTo", "抄送机关", "7.4.2", size=14.0, spacing=0.0, left=4.0, first=-3.0, right=1.0, line=20.0),
    Style("gwPrinted", "印发机关和印发日期", "7.4.3", size=14.0, spacing=0.0, left=1.0, right=1.0, line=20.0),
    Style("gwPageNumber", "公文页码", "7.5", "宋体", 14.0, spacing=0.0, align="right", right=1.0, line=14.0),
)

STYLES: Final = {style.id: style for style in _ALL}
"""Every style by its id (全部样式), the one that the others are based on first."""

BY_ELEMENT: Final = {
    element: STYLES[name]
    for element, name in (
        (Element.COPY_NUMBER, "gwCopyNumber"),
        (Element.SECRECY, "gwSecrecy"),
        (Element.URGENCY, "gwSecrecy"),
        (Element.ORGAN_MARK, "gwMark"),
        (Element.NUMBER, "gwNumber"),
        (Element.SIGNATORIES, "gwSignatories"),
        (Element.TITLE, "gwTitle"),
        (Element.PROMULGATION, "gwHistory"),
        (Element.RECIPIENTS, "gwRecipients"),
        (Element.HEADING, "gwBody"),
        (Element.PARAGRAPH, "gwBody"),
        (Element.CONTENTS, "gwBody"),
        (Element.TABLE, "gwTable"),
        (Element.ANNEX_NOTE, "gwAnnexNote"),
        (Element.SIGNATURE, "gwSignature"),
        (Element.DATED, "gwDated"),
        (Element.NOTE, "gwNote"),
        (Element.PART_TITLE, "gwAnnex"),
        (Element.KEYWORDS, "gwSecrecy"),
        (Element.COPIED_TO, "gwCopiedTo"),
        (Element.PRINTED, "gwPrinted"),
        (Element.PAGE_NUMBER, "gwPageNumber"),
    )
}
"""The style of an element (要素的样式); what a site left has none."""

BY_LEVEL: Final = {
    level: STYLES[name]
    for level, name in (
        (Level.PART, "gwChapter"),
        (Level.CHAPTER, "gwChapter"),
        (Level.SECTION, "gwChapter"),
        (Level.ARTICLE, "gwBody"),
        (Level.H1, "gwHeading1"),
        (Level.H2, "gwHeading2"),
        (Level.H3, "gwHeading3"),
        (Level.H4, "gwHeading4"),
    )
}
"""The style of a heading that is alone in its line, by level (层次标题的样式)."""


def style_of(element: Element, level: Level | None = None) -> Style | None:
    """Return the style of an element, of a heading that of its level (要素的样式); None of what the standard has no place for.

    >>> style_of(Element.TITLE).size, style_of(Element.HEADING, Level.H2).family, style_of(Element.RESIDUE)
    (22.0, '楷体', None)
    """
    if level is not None:
        return BY_LEVEL[level]
    return BY_ELEMENT.get(element)
