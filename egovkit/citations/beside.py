"""Numbers set off from their titles (题名与字号之间): by a comma, colon, dash, line break or the target of a link.

《某通知》，国发〔2007〕19号，2007年7月11日发布。 is one document, 《甲办法》，国发〔2007〕19号同时废止 may be two: such a number is its
title's only where nothing is said of it.
"""

from __future__ import annotations

from egovkit.text.folding import BLANKS, LINE_ENDS
from egovkit.text.limits import MAX_TITLE
from egovkit.text.patterns import LatePattern

__all__ = ["is_before_title", "is_behind_title", "link_end"]

_TARGET = LatePattern(r"\]\([^()\s]{1,300}\)|</(?:a|b|strong|em)>|\*{1,3}")
_LINK_OPENS = ("[", ">", "*")
_DASHED = LatePattern(rf"[{BLANKS}]{{0,2}}(?:[—–―-]{{1,2}}|[：:])[{BLANKS}]{{0,2}}")
_COMMA = LatePattern(r"[ \t\u3000]{0,2}[，,][ \t\u3000]{0,2}")
_NEXT_LINE = LatePattern(r"[ \t\u3000]{0,2}\r?\n[ \t\u3000]{0,4}")
_ENDS = LatePattern(
    rf"[ \t\u3000]{{0,2}}(?:\Z|[。；;）){LINE_ENDS}]|[，,][ \t\u3000]{{0,2}}(?:\Z|《|于?[12][0-9]{{3}}年[0-9]{{1,2}}月[0-9]{{1,2}}日))"
)
_LINE_ENDS = LatePattern(r"[ \t\u3000]{0,2}(?:\Z|\r?\n)")
_OPENS = LatePattern(r"(?:\A|[。；;：:\n（(])[ \t\u3000]{0,4}\Z")
_NUMBER_LINE = LatePattern(r"号[ \t\u3000]{0,2}\r?\n[ \t\u3000]{0,4}\Z")
_NEAR = 8


def link_end(text: str, start: int, end: int) -> int:
    """Return where the target of a link ends whose words are the title from `start` to `end` (链接); `end` without one.

    So do the marks that make it bold: **《甲办法》**（国发〔2007〕19号）.

    >>> text = "[《甲办法》](https://example.org/a)（国发〔2007〕19号）"
    >>> text[link_end(text, 1, 6) :]
    '（国发〔2007〕19号）'
    """
    if text[start - 1 : start] not in _LINK_OPENS:
        return end
    target = _TARGET.match(text, end)
    return end if target is None else target.end()


def is_behind_title(text: str, title_end: int, start: int, end: int, *, led: bool = False) -> bool:
    """Say whether the number from `start` to `end` is that of the title that ends before it (题后字号).

    `led` says that the number before the title is of no other title: a list of lines may have its numbers first.

    >>> one, other = "《甲办法》，国发〔2007〕19号。", "《甲办法》，国发〔2007〕19号同时废止。"
    >>> is_behind_title(one, 5, 6, 17), is_behind_title(other, 5, 6, 17)
    (True, False)
    """
    if _DASHED.fullmatch(text, title_end, start):
        return True
    if _COMMA.fullmatch(text, title_end, start):
        return _ENDS.match(text, end) is not None
    if _NEXT_LINE.fullmatch(text, title_end, start) and _LINE_ENDS.match(text, end):
        opened = text.rfind("《", max(0, title_end - MAX_TITLE), title_end)
        return not led or _NUMBER_LINE.search(text, max(0, opened - _NEAR), max(0, opened)) is None
    return False


def is_before_title(text: str, start: int, end: int, title: int, title_end: int) -> bool:
    """Say whether a number that a comma sets off from the title after it is the title's (题前字号).

    >>> text = "国发〔2007〕19号，《甲办法》"
    >>> is_before_title(text, 0, 11, 12, 17)
    True
    """
    return (
        _COMMA.fullmatch(text, end, title) is not None
        and _OPENS.search(text, max(0, start - _NEAR), start) is not None
        and _LINE_ENDS.match(text, title_end) is not None
    )
