"""How lines are broken where they are full (断行): what cannot be parted, and how two halves are put together again.

Widths are counted in Chinese characters: a letter or figure is half as wide as one.
"""

from __future__ import annotations

from typing import Final

from egovkit.text.folding import ZERO_WIDTH
from egovkit.text.patterns import LatePattern

__all__ = ["ends_open", "ends_sentence", "first_unit", "glue", "width"]

_STOPS: Final = "。；;：:！!？?…"
_OPEN: Final = "，、,（(《〈“‘〔[【—-"
# What may not begin a line takes the character before it along; what may not end one, the next.
_NO_START: Final = frozenset("。，、；：！？）》〉”’〕】％…,.;:!?)]%·")
_NO_END: Final = frozenset("（《〈“‘〔【([")
_CLOSERS: Final = "）)”’》〉】〕］]"
_WORD: Final = LatePattern(r"[!-~]{1,80}")
_MAX_UNIT: Final = 40.0
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
# What is half as wide as a Chinese character: letters, figures, and the marks of other scripts.
_NARROW: Final = LatePattern("[^\u2e80-\U0010ffff—…“”‘’·①②③④⑤⑥⑦⑧⑨⑩★☆●■◆→←↑↓×÷±Ⅰ№℃]+")
# What takes no room: a byte order mark before a text is no indent of its first line.
_NO_ROOM: Final = LatePattern(f"[{ZERO_WIDTH}]+")


def width(text: str) -> float:
    """Return how wide a line is (行宽); zero-width characters take no room.

    >>> width("共3页"), width("\\ufeff共3页")
    (2.5, 2.5)
    """
    if not text.isprintable():
        text = _NO_ROOM.sub("", text)
    return len(text) - sum(map(len, _NARROW.findall(text))) / 2


def first_unit(line: str) -> float:
    """Return how wide the beginning of a line is that cannot be parted (首个不可分单元).

    >>> first_unit("国务院"), first_unit("2014年"), first_unit("（试行）"), first_unit("县，")
    (1.0, 2.0, 2.0, 2.0)
    """
    at, size = 0, len(line)
    if _FIRST_HAN <= line[:1] <= _LAST_HAN and line[1:2] not in _NO_START:
        # Most lines begin with a character, and so does what can be parted from it.
        return 1.0
    while at < size and line[at] in _NO_END:
        at += 1
    word = _WORD.match(line, at)
    at = word.end() if word is not None else min(at + 1, size)
    last = min(size, at + 2)
    while at < last and line[at] in _NO_START:
        at += 1
    return min(width(line[:at]), _MAX_UNIT)


def ends_sentence(line: str) -> bool:
    """Say whether a line ends where a sentence, or what leads to a list, does (句末).

    >>> ends_sentence("特此通知。"), ends_sentence("（此件公开发布。）"), ends_sentence("各地要")
    (True, True, False)
    """
    bare = line.rstrip(_CLOSERS)
    return bare != "" and bare[-1] in _STOPS


def ends_open(line: str) -> bool:
    """Say whether a line ends where no paragraph does: with a comma, or inside a bracket (未完).

    >>> ends_open("各省、"), ends_open("按照《办法"), ends_open("请认真执行")
    (True, True, False)
    """
    if line[-1] in _OPEN and not line.endswith("——"):
        return True
    return any(line.rfind(opened) > line.rfind(closed) for opened, closed in ("《》", "（）", "〔〕", "“”"))


def glue(above: str, below: str) -> str:
    """Return what is between two halves of a paragraph once they are one line (接行): a blank between words.

    >>> glue("electronic", "government"), glue("各直属", "机构"), glue("20", "14年")
    (' ', '', '')
    """
    last, first = above[-1], below[0]
    if not (last.isascii() and first.isascii() and last.isalnum() and first.isalnum()):
        return ""
    return " " if last.isalpha() or first.isalpha() else ""
