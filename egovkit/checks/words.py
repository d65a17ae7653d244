"""Where words are in a text (字词所在)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.text.folding import LINE_ENDS, SPACES

__all__ = ["HAN", "LINE_END", "occurrences"]

HAN: Final = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The Chinese characters, as a class of `re`, which finds a mark between them faster than `regex` does (汉字)."""

LINE_END: Final = rf"[{SPACES}]*(?:[{LINE_ENDS}]|\Z)"
"""The end of a line or of the text, blanks before it, as a part of patterns: a line of Windows ends in two characters."""


def occurrences(text: str, *words: str) -> Iterator[int]:
    """Yield where each of some words is in a text, word by word (查找字词).

    >>> list(occurrences("甲、乙、", "、", "丙"))
    [1, 3]
    """
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + len(word))
