"""The titles of a document that is written, broken into lines so that they are read as one (标题回行)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.element_styles import STYLES
from egovkit.documents.laying_out.printing import sheet_of
from egovkit.documents.laying_out.title_lines import title_lines
from egovkit.models.type_area import TWIPS, WIDTH
from egovkit.text.breaking import width
from egovkit.text.folding import BLANKS, squeeze

__all__ = ["Titles", "titles_of"]

# How many titles are tried one by one where the whole is not read as it was.
_TRIES: Final = 8
_MOST: Final = WIDTH * TWIPS / 20 / STYLES["gwTitle"].size


class Titles(NamedTuple):
    """The lines of the title, and of that of each enclosed text (标题各行); none where there is no title."""

    main: Sequence[str]
    enclosed: Sequence[Sequence[str]]


def titles_of(document: PolicyDocument) -> Titles:
    """Return the titles of a document that is laid out, in lines (各标题分行).

    Where the text with a title in lines would not be read as the same document, that title is one line, which the word processor
    breaks.
    """
    whole = [sheet_of(document).title, *(part.title or "" for part in document.parts)]
    broken = [title_lines(words, _MOST, document.issuers) for words in whole]
    if not _is_read(document, broken):
        kept = [[words] if words else [] for words in whole]
        for at in [at for at, lines in enumerate(broken) if len(lines) > 1][:_TRIES]:
            tried = [*kept[:at], broken[at], *kept[at + 1 :]]
            if _is_read(document, tried):
                kept = tried
        broken = kept
    main, *parts = ([_parted(line, document.issuers) for line in lines] for lines in broken)
    return Titles(main, parts)


def _is_read(document: PolicyDocument, titles: Sequence[Sequence[str]]) -> bool:
    """Say whether the text with its titles in these lines is read as the same document."""
    text, outline = _in_lines(document, titles)
    return sheet_of(type(document).parse(text, outline=outline)) == sheet_of(document)


def _parted(line: str, organs: Sequence[str]) -> str:
    """Return a line with a blank between organs that issue together, where it has room for it (联合发文机关间空一字).

    >>> _parted("甲县财政局甲县审计局关于防火的通知", ["甲县财政局", "甲县审计局"])
    '甲县财政局\u3000甲县审计局关于防火的通知'
    """
    for before, after in pairwise(organs):
        parted = line.replace(before + after, f"{before}\u3000{after}", 1)
        line = parted if width(parted) <= _MOST else line
    return line


def _in_lines(document: PolicyDocument, titles: Sequence[Sequence[str]]) -> tuple[str, dict[int, int] | None]:
    """Return the text as it is read from a file, and which lines are the title: no empty line, no blanks before one."""
    lines: list[str] = []
    outline: dict[int, int] = {}
    due = [held for held in titles if held]
    size = 0
    for line in document.text.split("\n"):
        words = line.strip(BLANKS)
        if not words:
            continue
        is_title = bool(due) and squeeze(words) == squeeze("".join(due[0]))
        is_main = is_title and due[0] is titles[0]
        for each in due.pop(0) if is_title else [words]:
            if is_main:
                outline[size] = 0
            lines.append(each)
            size += len(each) + 1
    return "\n".join(lines), outline or None
