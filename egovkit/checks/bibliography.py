"""The lines of a text that name publications (参考文献): they follow a standard of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from egovkit.checks.zones import Zone
from egovkit.text.patterns import LatePattern

__all__ = ["names_publications", "publications"]

_PUBLICATION: Final = LatePattern(r"\[(?:[JZMDNCSRP]|EB)(?:/OL)?\]")
_NAMED: Final = LatePattern("参(?=考(?:文献|资料))")
_REFERENCES: Final = LatePattern(r"[#* \u3000一二三四五六七八九十、（）.]{0,12}(?:主要)?参考(?:文献|资料)[：:]?\s*")
_NEXT_PART: Final = LatePattern(
    r"#{1,2} |[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[编章节条]|附[件录表])"
)


def names_publications(text: str) -> bool:
    """Say whether a text may name publications (有无参考文献), before its lines are parted."""
    return _NAMED.search(text) is not None or _PUBLICATION.search(text) is not None


def publications(text: str, lines: Iterable[tuple[int, int]]) -> list[Zone]:
    """Return the lines that name publications (查找参考文献): marked as such, or after a heading that says so.

    >>> publications("一、某事\\n[1]张某.某书[M].某社,2014.", [(0, 4), (5, 23)])
    [Zone(start=5, end=23)]
    """
    found: list[Zone] = []
    listed = False
    for start, end in lines:
        line = text[start:end]
        if _REFERENCES.fullmatch(line):
            listed = True
        elif listed and _NEXT_PART.match(line):
            listed = False
        if listed or _PUBLICATION.search(line):
            found.append(Zone(start, end))
    return found
