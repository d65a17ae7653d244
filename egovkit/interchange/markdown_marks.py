"""The marks of Markdown in lines of a text (标记), taken off where they are no part of a document as printed."""

from __future__ import annotations

import re
from typing import Final

from egovkit.documents.line_breaks.wrapping import one_line
from egovkit.documents.structure.outline import outline_depth

__all__ = ["is_marked", "unmarked"]

_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
# An address, or a place of the same page or site.
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,200})\]\((?:https?://|mailto:|[#./])[^()\s]{0,500}\)")
_OPENING: Final = re.compile(r"(?:>\s?)+|[-*+]\s+(?=\S)")


def is_marked(text: str) -> bool:
    """Say whether a text is written in Markdown (是否 Markdown): it has headings, strong words or links as that marks them.

    >>> is_marked("## 一、要求"), is_marked("请**遵照**执行"), is_marked("#1 机组 2*3*4")
    (True, True, False)
    """
    if "#" in text and any(map(outline_depth, text.splitlines())):
        return True
    return ("**" in text and _STRONG.search(text) is not None) or ("](" in text and _LINK.search(text) is not None)


def unmarked(line: str) -> str:
    """Return a line without its marks (去标记), but for the # of a heading, which says its level.

    >>> unmarked("- 按[办法](https://a.cn/b)**执行**。"), unmarked("> 引文"), unmarked("## **一、要求**")
    ('按办法执行。', '引文', '## 一、要求')
    """
    words = one_line(line)
    opening = _OPENING.match(words)
    words = words[opening.end() :] if opening is not None and not outline_depth(words) else words
    return _STRONG.sub(r"\2", _LINK.sub(r"\1", words))
