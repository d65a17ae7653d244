"""Names written much like one that no table has (近似名称): what an error asks whether it was meant."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from typing import Final

__all__ = ["near_names"]

_LEAST: Final = 0.6
_LONGEST: Final = 200
# So many share the most characters with what was asked and are compared in their order, which takes far longer.
_COMPARED: Final = 40


def near_names(asked: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the names that are written most like what was asked (近似名称), the nearest first; () where none is.

    >>> near_names("三网二库", ["三网一库", "两网四库十二金", "放管服"])
    ('三网一库',)
    """
    letters = frozenset(asked)
    if not letters or len(asked) > _LONGEST:
        return ()
    alike = ((2 * len(letters.intersection(name)) / (len(letters) + len(set(name)) or 1), name) for name in names)
    compared = nlargest(_COMPARED, (pair for pair in alike if pair[0] >= _LEAST))
    # It is loaded where a name is not found, which few questions are.
    from difflib import SequenceMatcher  # noqa: PLC0415

    # The matcher keeps what it knows of its second string.
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(asked)
    found = []
    for _, name in compared:
        matcher.set_seq1(name)
        if (ratio := matcher.ratio()) >= _LEAST:
            found.append((ratio, name))
    return tuple(name for _, name in sorted(dict.fromkeys(found), key=lambda pair: (-pair[0], pair[1]))[:most])
