"""What a web page left around a document (站点残留): navigation, adverts, page numbers.

Lines inside the text count only where the whole line is such a word or a page number; around it, also where they
contain one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from egovkit.data import tree
from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft
from egovkit.grammar.force import DATE_LINE
from egovkit.grammar.headings import may_open_heading
from egovkit.text.folding import squeeze

__all__ = ["is_residue", "mark_tail", "page_number", "residue_words"]

_PAGE_NUMBER: Final = re.compile(
    r"[—–\-－─]{1,2}\s{0,3}[0-9０-９]{1,4}\s{0,3}[—–\-－─]{1,2}|第\s?[0-9]{1,4}\s?页\s?[，,/]?\s?(?:共\s?[0-9]{1,4}\s?页)?"
)
_FILE_NAME: Final = re.compile(r"\.(?:docx?|pdf|wps|ofd|html?|txt|rtf|xlsx?|png|jpe?g|gif|zip|rar)$", re.IGNORECASE)
_ANNEXES: Final = re.compile(r"(?:相关)?附件(?:下载|列表)?[：:]")
_SHORT: Final = 60
_TAIL_LINES: Final = 80


class Residue(NamedTuple):
    whole: frozenset[str]
    parts: re.Pattern[str]
    footer: re.Pattern[str]
    after: tuple[str, ...]


@cache
def residue_words() -> Residue:
    """Return the words of the table (残留词), read on first use."""
    table = tree("site_residue")
    parts = "|".join(re.escape(word) for word in table["parts"])
    footer = "|".join(re.escape(word) for word in table["footer"])
    return Residue(frozenset(table["whole"]), re.compile(parts), re.compile(footer), tuple(table["after"]))


def page_number(line: str) -> bool:
    """Say whether a line is a page number and nothing else (页码).

    >>> page_number("— 3 —"), page_number("第3页 共12页"), page_number("3月")
    (True, True, False)
    """
    return len(line) <= 20 and _PAGE_NUMBER.fullmatch(line) is not None


def is_residue(line: str) -> bool:
    """Say whether a line around a document is the site's (是否残留).

    >>> is_residue("扫一扫在手机打开当前页"), is_residue("??"), is_residue("第一条　目的")
    (True, True, False)
    """
    words = residue_words()
    if len(line) <= _SHORT and (
        squeeze(line) in words.whole or _FILE_NAME.search(line) or not any(map(str.isalnum, line))
    ):
        return True
    return words.parts.search(line, 0, 400) is not None


def _is_link(line: str) -> bool:
    """Say whether a line above a page's foot is one of its links: a few words that close no document."""
    if (
        len(line) > 16
        or line[-1] in "。；：:！？）)》"
        or DATE_LINE.fullmatch(line)
        or may_open_heading(line[0])
        or line[0] == "附"
    ):
        return False
    return line.endswith(("网", "网站", "链接", "导航", "平台", "首页", "图片"))


def mark_tail(draft: Draft) -> int:
    """Mark what the site left behind the document, and return the number of lines in front of it (页尾)."""
    lines, kinds = draft.lines, draft.kinds
    size = len(lines)
    stop = size
    footer = False
    words = residue_words()
    for i in range(size - 1, max(0, size - _TAIL_LINES) - 1, -1):
        line = lines[i][2]
        if len(line) > _SHORT and "。" in line[:-1] and not words.parts.search(line, 0, 400):
            # A sentence of some length is the document's: no advert above it ends the text.
            break
        if line.startswith(words.after) or words.footer.search(line, 0, 400):
            stop = i
            footer = True
    files = stop
    while stop > 0 and (is_residue(lines[stop - 1][2]) or (footer and _is_link(lines[stop - 1][2]))):
        stop -= 1
        if not _FILE_NAME.search(lines[stop][2]):
            files = stop
        elif stop and _ANNEXES.fullmatch(lines[stop - 1][2]):
            # The files that a page lists under 附件： are the document's annexes.
            stop = files
            break
    for i in range(stop, size):
        kinds[i] = Element.PAGE_NUMBER if page_number(lines[i][2]) else Element.RESIDUE
    return stop
