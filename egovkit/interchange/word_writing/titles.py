"""The titles of a document that is written, broken into lines so that they are read as one (标题回行)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from egovkit.documents.document import PolicyDocument
from egovkit.documents.element_styles import STYLES
from egovkit.documents.printing import sheet_of
from egovkit.documents.title_lines import title_lines
from egovkit.models.type_area import TWIPS, WIDTH
from egovkit.text.folding import BLANKS, squeeze

__all__ = ["Titles", "titles_of"]

_MOST: Final = WIDTH * TWIPS / 20 / STYLES["gwTitle"].size


class Titles(NamedTuple):
    """The lines of the title, and of that of each enclosed text (标题各行); none where there is no title."""

    main: Sequence[str]
    enclosed: Sequence[Sequence[str]]


def titles_of(document: PolicyDocument) -> Titles:
    """Return the titles of a document that is laid out, in lines (各标题分行).

    Where the text in these lines would not be read as the same document, a title is one line, which the word processor breaks.
    """
    main = sheet_of(document).title
    parts = [part.title or "" for part in document.parts]
    broken = Titles(
        title_lines(main, _MOST, document.issuers), [title_lines(words, _MOST, document.issuers) for words in parts]
    )
    if sheet_of(type(document).parse(_in_lines(document, broken))) == sheet_of(document):
        return broken
    return Titles([main] if main else [], [[words] if words else [] for words in parts])


def _in_lines(document: PolicyDocument, titles: Titles) -> str:
    """Return the text as it is read from a file: titles in their lines, no empty line, no blanks before one."""
    lines: list[str] = []
    due = [held for held in (titles.main, *titles.enclosed) if held]
    for line in document.text.split("\n"):
        words = line.strip(BLANKS)
        if due and squeeze(words) == squeeze("".join(due[0])):
            lines += due.pop(0)
        elif words:
            lines.append(words)
    return "\n".join(lines)
