"""The markers that open a heading: 第一编, 第一章, 第一条, 一、, （一）, 1., （1） (标题序号).

A marker is read at the start of a line only. What the pages of the web make of it is read as well: full-width
and half-width marks, ㈠ and ⑴, `## 第一章`, `**第一条**`. References that open a line (第三条第二款规定, （一）、（二）项)
are none.

>>> read_marker("## 第二章　审核范围")
Marker(level='chapter', ordinal='二', end=7)
>>> read_marker("（一）总体要求。"), read_marker("第三条第二款规定的") is None
(Marker(level='h2', ordinal='一', end=3), True)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from egovkit.text.folding import BLANKS
from egovkit.text.limits import MAX_HEADING
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern
from egovkit.text.records import maker

__all__ = [
    "LEVELS",
    "NUMERALS",
    "Marker",
    "article_caption",
    "heading_text",
    "marker_parts",
    "may_be_captioned",
    "may_open_heading",
    "ordinal_of",
    "read_bare_marker",
    "read_marker",
]

LEVELS: Final = ("part", "chapter", "section", "article", "h1", "h2", "h3", "h4")
"""Levels from the outermost in: 编 章 节 条 一、（一）1.（1）."""

NUMERALS: Final = "〇零○一二三四五六七八九十百千两"
"""What the numeral of a marker is written with."""


class Marker(NamedTuple):
    """A marker at the start of a line (序号): its level, its numeral as printed, and where the text after it starts."""

    level: str
    ordinal: str
    end: int


_Parts = tuple[str, str, int]
"""The items of a marker: what is asked for once, line by line, is not made one."""

_marker: Final = maker(Marker)
_HAN: Final = NUMERALS
_B: Final = f"[{BLANKS}]"
_UNITS: Final = {
    "编": "part",
    "分编": "part",
    "篇": "part",
    "部分": "part",
    "章": "chapter",
    "节": "section",
    "条": "article",
}
# A reference to an article or item goes on with one of these; a heading does not.
_GOES_ON: Final = (
    "之|的?规定|所[^有]|的|[、，,~～—－；;。-]|[和及与至或]|中(?![央国华心介小])|款|项(?!目)|以[及下上外内]|第"
)
_REFERENCE: Final = rf"{_B}*(?:第[{_HAN}0-9]{{1,4}}[款项条]|[至到~～—、和及或]{_B}*[（(第])"
_ITEM_REFERENCE: Final = (
    rf"[、，,至到和及或或者~～—-]{{0,2}}{_B}*[（(]?[{_HAN}]{{1,4}}[)）]|[、]?[{_HAN}]{{0,4}}项(?!目)"
)
# 第三条战线的同志 and 第一节课由校长讲授 count what follows.
_COUNTED: Final = "(?<=条)(?:战线|生产线)|(?<=节)课(?![程题堂后外本时件表])"
# What is between a marker and the words after it.
_GAP: Final = rf"[{BLANKS}*\#_]*"
# A marker, what makes it a reference, and the gap.
_ORDINAL: Final = LatePattern(
    rf"""
    第{_B}{{0,3}} ([{_HAN}]{{1,9}}|[0-9０-９]{{1,4}}) {_B}{{0,3}} (分编|编|篇|部分|章|节|条) (之[{_HAN}]{{1,3}}(?![{_HAN}]))?
    (?!{_GOES_ON}|{_REFERENCE}|{_COUNTED})
    {_GAP} (?:[：:]{_GAP})?
    """,
    re.VERBOSE,
)
_H1: Final = LatePattern(rf"([{_HAN}]{{1,4}}){_B}{{0,2}}[、．.]({_GAP})")
# 二 ○ 一 一 年 is a date whose characters are apart.
_WEAK_H1: Final = LatePattern(rf"([{_HAN}]{{1,3}})(?:{_B}+(?![{_HAN}]{_B})|(?=《))")
_BARE: Final = LatePattern(rf"[#*_{BLANKS}]{{0,8}}([{_HAN}]{{1,3}})[*_]{{0,2}}")
_STOPS: Final = frozenset("。；;，,、：:")
_BRACKETED: Final = LatePattern(
    rf"""
    [（(﹙〔]{_B}{{0,2}} (?:([{_HAN}]{{1,4}})|([0-9０-９]{{1,3}})) {_B}{{0,2}}[)）﹚〕]
    (?!{_ITEM_REFERENCE})
    (?:{_B}{{0,2}}[、.．])? {_GAP}
    """,
    re.VERBOSE,
)
_H3: Final = LatePattern(rf"([0-9０-９]{{1,3}}){_B}?(?:[.．、](?![0-9０-９])|[.．、](?=(?:19|20)[0-9]{{2}}年)){_GAP}")
_HALF_H4: Final = LatePattern(rf"([0-9０-９]{{1,2}})[)）]{_GAP}")
_OUTER: Final = "#>" + BLANKS
# 一、二审, 三、四线城市, 一、二、三类: an enumeration of numerals that opens a wrapped line.
_ENUMERATION: Final = LatePattern(rf"([{_HAN}]{{1,3}})(?:[、类级线期审年等楼层次季]|号楼|产业)")
_ENCLOSED: Final = (
    {chr(0x3220 + i): ("h2", "一二三四五六七八九十"[i]) for i in range(10)}
    | {chr(0x2474 + i): ("h4", str(i + 1)) for i in range(20)}
    | {chr(0x2488 + i): ("h3", str(i + 1)) for i in range(20)}
)
_ENCLOSED_GAP: Final = LatePattern(f".{_GAP}")
_OPENERS: Final = frozenset("第#>*_（(﹙〔0123456789０１２３４５６７８９" + _HAN + "".join(_ENCLOSED))
may_open_heading = _OPENERS.__contains__
"""Whether a character can open a heading: the cheap test before `read_marker`."""


def ordinal_of(marker: Marker) -> int | None:
    """Return the number a marker counts (序数); None where the numeral is malformed.

    >>> ordinal_of(read_marker("第十二条　目的"))
    12
    """
    return read_numeral(marker.ordinal)


def read_marker(line: str) -> Marker | None:
    """Read the marker a line opens with (读序号); None where it opens with none.

    `line` is one line without leading blanks. A bare numeral (一《意见》的定位) answers with level `h1?`: whether it
    is a heading shows in the sequence of its siblings.
    """
    parts = marker_parts(line)
    return _marker(parts) if parts is not None else None


def marker_parts(line: str) -> _Parts | None:
    """Read the marker a line opens with as its level, its numeral and its end (序号各项): what a statute has by the thousand.

    >>> marker_parts("（一）总体要求。")
    ('h2', '一', 3)
    """
    read = _READERS.get(line[0])
    if read is not None:
        return read(line, 0)
    if line[0] not in "#>*_":
        return None
    start = len(line) - len(line.lstrip(_OUTER))
    if line.startswith(("**", "__"), start):
        start = len(line) - len(line[start + 2 :].lstrip(BLANKS))
    read = _READERS.get(line[start : start + 1])
    return read(line, start) if read is not None else None


def read_bare_marker(line: str, below: str) -> Marker | None:
    """Read a numeral that is alone on its line (独行序号), the words on the line below; None where these are none.

    It answers as a bare numeral before its words does: with level `h1?`.

    >>> read_bare_marker("二", "办理流程"), read_bare_marker("二", "三") is None
    (Marker(level='h1?', ordinal='二', end=1), True)
    """
    found = _BARE.fullmatch(line)
    if found is None or not 1 < len(below) <= MAX_HEADING // 3 or below[-1] in _STOPS or _BARE.fullmatch(below):
        return None
    if not any("\u3400" <= char <= "\u9fff" for char in below):
        return None
    return Marker("h1?", found[1], len(line))


def _read_ordinal(line: str, start: int) -> _Parts | None:
    found = _ORDINAL.match(line, start)
    if found is None:
        return None
    number, unit, added = found.groups()
    level = _UNITS[unit]
    if level != "article":
        at = found.end(3 if added else 2)
        if len(line) - at > MAX_HEADING // 2 or "。" in line[at:-1] or (line[-1] == "。" and "，" in line):
            return None
    return level, number + added if added else number, found.end()


def _read_bracketed(line: str, start: int) -> _Parts | None:
    found = _BRACKETED.match(line, start)
    if found is None:
        return None
    han, arabic = found.groups()
    return ("h2", han, found.end()) if han else ("h4", arabic, found.end())


def _read_arabic(line: str, start: int) -> _Parts | None:
    for level, pattern in (("h3", _H3), ("h4", _HALF_H4)):
        found = pattern.match(line, start)
        if found is not None:
            return (level, found[1], found.end()) if found.end() < len(line) else None
    return None


def _read_han(line: str, start: int) -> _Parts | None:
    found = _H1.match(line, start)
    if found is not None:
        listed = _ENUMERATION.match(line, found.start(2))
        if listed is not None and read_numeral(listed[1]) == (read_numeral(found[1]) or 0) + 1:
            return None
        return "h1", found[1], found.end()
    if len(line) <= MAX_HEADING // 2:
        found = _WEAK_H1.match(line, start)
        if found is not None and found.end() < len(line) and line[-1] not in "。；;，,、：:":
            return "h1?", found[1], found.end()
    return None


def _read_enclosed(line: str, start: int) -> _Parts | None:
    found = _ENCLOSED_GAP.match(line, start)
    level, ordinal = _ENCLOSED[line[start]]
    return (level, ordinal, found.end()) if found is not None else None


# The reader of a marker by the character that it opens with.
_READERS: Final[Mapping[str, Callable[[str, int], _Parts | None]]] = (
    {"第": _read_ordinal}
    | dict.fromkeys("（(﹙〔", _read_bracketed)
    | dict.fromkeys("0123456789０１２３４５６７８９", _read_arabic)
    | dict.fromkeys(_HAN, _read_han)
    | dict.fromkeys(_ENCLOSED, _read_enclosed)
)


_SQUEEZE: Final = {ord(c): None for c in BLANKS + "*#"}


def heading_text(line: str, marker: _Parts) -> str:
    """Return the words of a heading (标题文字): up to the first 。 or the end of the line, without blanks.

    >>> heading_text("（一）支持多子女家庭。生育二孩的", read_marker("（一）支持多子女家庭。生育二孩的"))
    '支持多子女家庭'
    """
    begin = marker[2]
    text = line[begin : begin + MAX_HEADING].partition("。")[0]
    # Of blanks the common one alone is printable.
    plain = text.isprintable() and " " not in text and "*" not in text and "#" not in text
    return text if plain else text.translate(_SQUEEZE)


# 第三条（适用范围）, 第三条【适用范围】; what is numbered in brackets is an item.
_CAPTION: Final = LatePattern(r"[（(【\[〔]([^（(【\[〔）)】\]〕。；;，,：:]{2,30})[）)】\]〕]")
_MAX_CAPTION: Final = 20
_AROUND: Final = BLANKS + "*#_"
_MAY_CAPTION: Final = frozenset("（(【[〔" + _AROUND)


def may_be_captioned(line: str, at: int) -> bool:
    """Say cheaply whether words may head an article whose text begins at `at` (或有条标): most are long sentences.

    >>> may_be_captioned("第三条　（适用范围）本市……", 4), may_be_captioned("第三条　本市行政区域内的建设活动适用本办法的规定。", 4)
    (True, False)
    """
    return len(line) - at <= _MAX_CAPTION or line[at] in _MAY_CAPTION or line[-1] in _AROUND


def article_caption(line: str, marker: _Parts, below: str) -> str | None:
    """Return the words that head an article apart from its sentence (条标); None where it has none.

    `below` is the line after it, empty where there is none: words that are alone on their line head what is below them.

    >>> marker = read_marker("第三条（适用范围）本市……")
    >>> article_caption("第三条（适用范围）本市……", marker, ""), article_caption("第三条本市……", marker, "")
    ('适用范围', None)
    """
    words = line[marker[2] :].strip(_AROUND)
    found = _CAPTION.match(words)
    if found is None and len(words) > _MAX_CAPTION:
        # A sentence: what is below need not be looked at.
        return None
    # A sentence that has lost its stop has no sentence of its own below it.
    follows = below[-1:] in ("。", "；", "：") and (not may_open_heading(below[0]) or read_marker(below) is None)
    if found is not None:
        caption = "".join(found[1].split())
        # （删去） alone is what became of it.
        return caption if (found.end() < len(words) or follows) and read_numeral(caption) is None else None
    alone = 1 < len(words) <= _MAX_CAPTION and not _STOPS.intersection(words) and "《" not in words
    return "".join(words.split()) if alone and follows else None
