"""Where words stand in a text (字词所在)."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["occurrences"]


def occurrences(text: str, *words: str) -> Iterator[int]:
    """Yield where each of some words stands in a text, word by word (查找字词).

    >>> list(occurrences("甲、乙、", "、", "丙"))
    [1, 3]
    """
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + len(word))
