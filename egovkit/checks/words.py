"""Where words are in a text (字词所在)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

__all__ = ["HAN", "occurrences"]

HAN: Final = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The Chinese characters, as a class of `re`, which finds a mark between them faster than `regex` does (汉字)."""


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
