"""Inline markup that converters leave in a text (行内标记), each character of it made a blank.

What OCR and converters write is Markdown: `国发\\[2007\\]19号`, `$12$月`, `&nbsp;`, `<b>`, links and pictures. Because the
length stays, an offset in the text without it is an offset in the caller's own string.

>>> unmarked("国发&nbsp;〔2007〕<b>19</b>号")
'国发      〔2007〕   19    号'
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Final

from egovkit.text.folding import LINE_ENDS, SPACES

__all__ = ["closed_up", "unmarked"]

# Elements of HTML that Markdown has inside of a text; 〈〉 around a title are typed as < and > too.
_ELEMENTS: Final = """a abbr b big blockquote body br caption center code col colgroup dd del details div dl dt em font
    h1 h2 h3 h4 h5 h6 header hr html i img ins li ol p pre s section small span strike strong sub summary sup table
    tbody td tfoot th thead tr tt u ul"""
_KEPT_BACK: Final = re.compile(r"\*\*(?<=[0-9]\*\*)")
_LONE: Final = re.compile(r"(?<![0-9])\*\*")
_BOLD: Final = re.compile(r"(?<![0-9])\*\*([^*\n]+)\*\*")
# What parts blocks and cells keeps them apart; all else is inside of words.
_PARTING: Final = re.compile(r"<[\s/]*(?i:blockquote|body|br|center|d[dlt]|div|h[1-6r]|li|ol|p|pre|t[dhr]|table|ul)\b")
_ROOM: Final = re.compile(" {3,}")
_ROOM_OR_RETURN: Final = re.compile(" {3,}|\r(?=\n)")
_ITEM: Final = 8
_LINE_ENDS: Final = re.compile(rf"[{SPACES}]*(?:[{LINE_ENDS}]|\Z)")
_COLON_LAST: Final = re.compile(r"[∶︰﹕](?=[ \t\u3000\r]{0,8}(?:\n|$))")
_TAG: Final = re.compile("<(?i:[/a-z])")
_ENTITIES: Final = re.compile("&[#a-zA-Z]")
_ENTITY: Final = r"\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}"


@cache
def _markup() -> re.Pattern[str]:
    # Each alternative begins with a character of its own, so that the engine skips what is between; it ends at the
    # latest where its line or the next mark of its kind begins.
    return re.compile(
        rf"""
          </?(?i:{"|".join(_ELEMENTS.split())})(?:[\s/][^<>]*)?>
        | &(?P<entity>{_ENTITY});
        | !\[[^\[\]\n]{{0,200}}\]\([^()\n]*\)                                     # a picture
        | \[(?P<words>[^\[\]\n]{{1,400}})\]\((?:https?:|www\.|/|\#|\.|mailto:)[^()\n]*\)    # a link
        | \$(?P<sum>[\ \t0-9０-９\[\]()（）〔〕.,%\\~\-]{{1,40}})\$                     # what was taken for mathematics
        | 【(?:编名|章名|节名|题注|条文|正文)】                                          # what a collection of laws adds
        | \\(?P<mark>[\\\[\]()（）#*_.>~`+\-!|{{}}$&])                       # an escape
        """,
        re.VERBOSE,
    )


def unmarked(text: str) -> str:
    """Return a text with a blank for each character of its inline markup (去标记), as long as it was.

    The words of a link stay, and what was escaped or set as mathematics; a picture leaves nothing.

    >>> unmarked("[通知](https://a.cn/1)，2024年$12$月，国发\\\\[2007\\\\]19号")
    ' 通知                ，2024年 12 月，国发 [2007 ]19号'
    """
    # A ratio's sign and the colons of vertical print stand for a colon where a line ends with one; 1∶100 is a scale.
    if "∶" in text or "︰" in text or "﹕" in text:
        text = _COLON_LAST.sub("：", text)
    return _blanked(text)


def _blanked(text: str) -> str:
    # Written out: a generator over the six takes four times as long, and most texts have none. One character is
    # looked for in a fifth of the time of two; < and & are around titles and in names too.
    if (
        ("<" in text and _TAG.search(text))
        or ("&" in text and _ENTITIES.search(text))
        or "$" in text
        or "\\" in text
        or ("]" in text and "](" in text)
        or "【" in text
    ):
        return _markup().sub(_blank, text)
    return text


@dataclass(slots=True)
class _Places:
    """Where the characters of a text that was closed up stand in the text as given: from each `at` on as from `given`."""

    at: list[int]
    given: list[int]

    def __getitem__(self, place: int) -> int:
        piece = bisect_right(self.at, place) - 1
        return self.given[piece] + place - self.at[piece]


def closed_up(text: str) -> tuple[str, range | _Places]:
    """Return a text without its inline markup, and the place in the text as given of each character of it and its end (合拢).

    What markup inside of words left is one blank at most, and a line end one character, so that a number or a date is read
    across it.

    >>> closed_up("国发<span>〔2007〕</span>19号")[0], closed_up("国发&#12308;2007&#12309;**19**号")[0]
    ('国发 〔2007〕 19号', '国发〔 2007〕   19  号')
    """
    # No number and no date has a colon.
    plain = _blanked(text)
    # One character is looked for nine times as fast as two.
    if "*" in plain and "**" in plain:
        # Asterisks after a digit that close nothing keep figures back: 国发〔2016〕5**号.
        plain = plain.replace("**", "  ") if _KEPT_BACK.search(plain) is None else _without_bold(plain)
    windows = "\r" in plain and "\r\n" in plain
    if not windows and (plain is text or "   " not in plain):
        return plain, range(len(text) + 1)
    pieces: list[str] = []
    places = _Places([0], [0])
    done = size = 0
    for room in (_ROOM_OR_RETURN if windows else _ROOM).finditer(plain):
        start, end = room.span()
        if room[0] == "\r":
            kept = start
        elif text[start:end].isspace() or _PARTING.search(text, start, end):
            continue
        else:
            kept = start + 1
        pieces.append(plain[done:kept])
        size += kept - done
        done = end
        places.at.append(size)
        places.given.append(done)
    if not pieces:
        return plain, range(len(text) + 1)
    pieces.append(plain[done:])
    return "".join(pieces), places


def _without_bold(plain: str) -> str:
    return _LONE.sub("  ", _BOLD.sub(r"  \1  ", plain))


def _is_line(found: re.Match[str]) -> bool:
    text, start, end = found.string, found.start(), found.end()
    # An item of a list is a line too.
    opens = text[text.rfind("\n", max(0, start - _ITEM), start) + 1 if start else 0 : start].strip(f"-*+{SPACES}")
    return not opens and _LINE_ENDS.match(text, end) is not None


def _blank(found: re.Match[str]) -> str:
    size = len(found[0])
    if (mark := found["mark"]) is not None:
        return " " + mark
    if found["entity"] is not None:
        import html  # noqa: PLC0415  # most texts hold no entity

        character = html.unescape(found[0])
        # What is none of HTML's names stays as it is written.
        return found[0] if len(character) > 1 else (" " if character.isspace() else character).ljust(size)
    if found["words"] is not None and _is_line(found):
        # Lists of annexes are links one below the other, and read as such.
        return found[0]
    for name in ("words", "sum"):
        if (kept := found[name]) is not None:
            before = found.start(name) - found.start()
            kept = kept.replace("\\", " ")
            return (" " * before + kept).ljust(size)
    # A tag may run over lines, and these stay lines.
    return re.sub(r"[^\n]", " ", found[0])
