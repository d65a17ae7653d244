"""What a web page left below a document (页尾): adverts, links, the files that it offers."""

from __future__ import annotations

from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft
from egovkit.documents.grounds import Ground
from egovkit.documents.line_facts import LineFacts
from egovkit.documents.residue import FILE_NAME, PAGE_NUMBER, SHORT, residue_word, residue_words
from egovkit.grammar.force import DATE_LINE
from egovkit.grammar.headings import may_open_heading
from egovkit.text.patterns import LatePattern

__all__ = ["mark_foot"]

_ANNEXES: Final = LatePattern(r"(?:相关)?附件(?:下载|列表)?[：:]")
_FOOT_LINES: Final = 80
_LINK_ENDS: Final = LatePattern("(?:网|网站|链接|导航|平台|首页|图片)$")
_PAGE: Final = Ground("residue.page_number", "a page number and nothing else", PAGE_NUMBER)
_FOOT: Final = Ground("page_foot.below", "the page's foot, or below it", residue_word)


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
    return _LINK_ENDS.search(line) is not None


def _foot_begins(lines: list[LineFacts]) -> int:
    """Return the first line, counted from the end of the text, that only the foot of a page has."""
    stop = len(lines)
    words = residue_words()
    last: list[str] = []
    for line in reversed(lines[-_FOOT_LINES:]):
        text = line.text
        if len(text) > SHORT and "。" in text[:-1] and not words.parts.search(text, 0, 400):
            # A sentence of some length is the document's: no advert above it ends the text.
            break
        last.append(text)
    if words.foot.search("\n".join(last)) is None:
        # Most texts end with none of these words, and their lines need not be asked one by one.
        return stop
    for i, text in enumerate(last, 1):
        if text.startswith(words.after) or words.footer.search(text, 0, 400):
            stop = len(lines) - i
    return stop


def mark_foot(draft: Draft) -> None:
    """Take what the site left below the document for residue, and set `draft.foot` to its first line (页尾)."""
    lines = draft.lines
    stop = _foot_begins(lines)
    footer = stop < len(lines)
    files = stop
    while stop > 0 and (lines[stop - 1].residue or (footer and _is_link(lines[stop - 1].text))):
        stop -= 1
        if not FILE_NAME.search(lines[stop].text):
            files = stop
        elif stop and _ANNEXES.fullmatch(lines[stop - 1].text):
            # The files that a page lists under 附件： are the document's annexes.
            stop = files
            break
    for i in range(stop, len(lines)):
        if lines[i].page_number:
            draft.take(i, Element.PAGE_NUMBER, _PAGE)
        else:
            draft.take(i, Element.RESIDUE, _FOOT)
    draft.foot = stop
