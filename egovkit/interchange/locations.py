"""Where in its file a stretch of a text is (位置): in a docx, on a page of a pdf, in a web page, in a plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final, TypeAlias

from egovkit.interchange.pages import Box
from egovkit.messages import Words

__all__ = [
    "InRun",
    "Location",
    "Origin",
    "PageLocation",
    "PdfLocation",
    "TextLocation",
    "WordLocation",
    "in_words",
    "listed",
    "logical",
    "plain",
]


class Origin(StrEnum):
    """What of a docx a stretch of its text is (文字来源); all but `text` is outside the body or in no run of it.

    >>> Origin("numbering").term
    '自动编号'
    """

    TEXT = "text"
    NUMBERING = "numbering"
    """A number that the word processor generates."""
    HEADER = "header"
    FOOTER = "footer"
    BOX = "box"
    NOTE = "note"
    """A footnote or an endnote."""
    SIGN = "sign"
    """The mark of a note, a symbol, a formula, word art: no text of a run."""
    ATTACHED = "attached"
    """A document of another format that the docx takes in."""

    @property
    def term(self) -> str:
        """The Chinese term (中文)."""
        return _TERMS[self.value]


_TERMS = {
    "text": "正文",
    "numbering": "自动编号",
    "header": "页眉",
    "footer": "页脚",
    "box": "文本框",
    "note": "脚注",
    "sign": "符号",
    "attached": "嵌入文件",
}


@dataclass(frozen=True, slots=True)
class InRun:
    """Characters of one run (文字块): the `run`-th of its paragraph, counted from 1, from `start` to `end` of its text.

    The runs of a paragraph are all that are in it, also in hyperlinks and tracked insertions, in the order of the file. A tab
    and a line break of a run are a character each, as for python-docx.
    """

    run: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordLocation:
    """A stretch of a paragraph of a docx without a gap (文字处理文件中的位置): `start` to `end` of the text.

    - `part`: the file in the package, as word/document.xml. `paragraph`: counted from 1 in the order of that file, those in
      tables and text boxes too; None where it is in none.
    - `origin`: what it is. `runs`: the runs that hold it; () for what the word processor generates.
    """

    start: int
    end: int
    part: str
    paragraph: int | None
    origin: Origin = Origin.TEXT
    runs: tuple[InRun, ...] = ()

    def __str__(self) -> str:
        return in_words(self).zh


@dataclass(frozen=True, slots=True)
class PdfLocation:
    """A stretch of a page of a pdf (版式文件中的位置): the page, counted from 1, and what its lines cover there, in points."""

    start: int
    end: int
    page: int
    box: Box | None = None

    def __str__(self) -> str:
        return in_words(self).zh


@dataclass(frozen=True, slots=True)
class PageLocation:
    """A stretch of an element of a web page (网页中的位置): its path as XPath, and the line of its tag, None where unknown."""

    start: int
    end: int
    element: str
    line: int | None

    def __str__(self) -> str:
        return in_words(self).zh


@dataclass(frozen=True, slots=True)
class TextLocation:
    """A stretch of a plain text (纯文本中的位置): lines and columns count from 1, the end is after the last character."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return in_words(self).zh


Location: TypeAlias = WordLocation | PdfLocation | PageLocation | TextLocation
"""Where a stretch of a text is in its file; `str` says it in Chinese."""


_ORIGINS: Final = {
    "numbering": "generated number",
    "box": "text box",
    "attached": "attached document",
}
"""What an origin is called in English where its value is not the word."""


def in_words(location: Location) -> Words:
    """Return what a person is told of a location (位置说明), in both languages.

    >>> in_words(WordLocation(0, 2, "word/header1.xml", 1, Origin.HEADER))
    Words(en='header, paragraph 1', zh='页眉第1段')
    >>> in_words(PdfLocation(0, 2, 3)).en, in_words(TextLocation(0, 1, 2, 5, 2, 6)).en
    ('page 3', 'line 2, column 5')
    """
    if isinstance(location, PdfLocation):
        return Words(f"page {location.page}", f"第{location.page}页")
    if isinstance(location, TextLocation):
        line, column = location.line, location.column
        return Words(f"line {line}, column {column}", f"第{line}行第{column}列")
    if isinstance(location, PageLocation):
        if location.line is None:
            return Words(location.element, location.element)
        return Words(f"line {location.line} {location.element}", f"第{location.line}行 {location.element}")
    origin, number = location.origin, location.paragraph
    what = Words("", "") if origin is Origin.TEXT else Words(_ORIGINS.get(origin.value, origin.value), origin.term)
    if number is None:
        return what
    return Words(f"{what.en}{', ' if what.en else ''}paragraph {number}", f"{what.zh}第{number}段")


def plain(location: Location) -> dict[str, Any]:
    """Return a location as what JSON can hold (转为 JSON).

    >>> plain(PdfLocation(0, 2, 1))
    {'start': 0, 'end': 2, 'page': 1, 'box': None}
    """
    return asdict(location)


def logical(place: Location) -> dict[str, Any]:
    """Return a location as SARIF names what has no line (SARIF 逻辑位置): the part and paragraph, the page, the element."""
    if isinstance(place, WordLocation):
        paragraph = "" if place.paragraph is None else f"/p[{place.paragraph}]"
        name, kind = f"{place.part}{paragraph}", "element"
    elif isinstance(place, PageLocation):
        name, kind = place.element.lstrip("/"), "element"
    elif isinstance(place, PdfLocation):
        name, kind = f"page[{place.page}]", "page"
    else:
        name, kind = f"line[{place.line}]", "line"
    return {"fullyQualifiedName": name, "name": str(place), "kind": kind, "properties": plain(place)}


def told(locations: Iterable[Location]) -> list[Location]:
    """Return those of some locations that a person is told (所述位置): a paragraph and not its generated number too.

    >>> number = WordLocation(0, 2, "word/document.xml", 3, Origin.NUMBERING)
    >>> [str(one) for one in told([number, WordLocation(2, 6, "word/document.xml", 3)])]
    ['第3段']
    """
    found = list(locations)
    words = [one for one in found if isinstance(one, WordLocation)]
    written = {(one.part, one.paragraph) for one in words if one.origin is not Origin.NUMBERING}
    return [
        one
        for one in found
        if not (
            isinstance(one, WordLocation) and one.origin is Origin.NUMBERING and (one.part, one.paragraph) in written
        )
    ]


def listed(locations: Iterable[Location]) -> Words | None:
    """Return what a person is told of some locations (各处位置), each once; None of none.

    >>> listed([PdfLocation(0, 2, 1), PdfLocation(2, 4, 2)])
    Words(en='page 1, page 2', zh='第1页、第2页')
    """
    places = tuple(dict.fromkeys(in_words(one) for one in told(locations)))
    if not places:
        return None
    return Words(", ".join(one.en for one in places), "、".join(one.zh for one in places))
