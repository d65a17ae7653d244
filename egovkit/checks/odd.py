"""Characters that no document should hold (异常字符), found in one pass."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

import regex

__all__ = ["OddKind", "odd_runs"]

# What documents are written with. A run of these is passed over faster than any search finds what is none of them.
_PLAIN: Final = re.compile(
    "[\t\n\f\r\x20-\x7e\x85\xa0-\xac\xae-\xe1\xf0-\u200a\u2010-\u2029\u202f-\u205f\u2070-\u2e7f\u3000-\ud7ff"
    "\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uffef"
    "\U00010000-\U0002f7ff\U0002fa20-\U000dffff\U000e0080-\U000effff]*"
)
_ODD: Final = regex.compile(
    r"(?P<invisible>\p{Cf}+)"
    r"|(?P<control>[\p{Cc}--[\t\n\f\r\x85]]+)"
    r"|(?P<replacement>\ufffd+)"
    r"|(?P<private>\p{Co}+)"
    r"|(?P<full_width>[０-９Ａ-Ｚａ-ｚ]+)"
    # A dozen characters of the compatibility blocks are characters of their own.
    r"|(?P<compatibility>[[\p{Block=CJK_Radicals_Supplement}\p{Block=Kangxi_Radicals}"
    r"\p{Block=CJK_Compatibility_Ideographs}\p{Block=CJK_Compatibility_Ideographs_Supplement}]--\p{Unified_Ideograph}]+)"
    r"|(?P<garbled>(?:[\xe2-\xef][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020\u2021\u2030\u2039\u203a\u20ac\u2122]{1,2})+)",
    regex.V1,
)


class OddKind(StrEnum):
    """What is odd about a character (异常字符种类)."""

    INVISIBLE = "invisible"
    CONTROL = "control"
    REPLACEMENT = "replacement"
    PRIVATE = "private"
    FULL_WIDTH = "full_width"
    COMPATIBILITY = "compatibility"
    GARBLED = "garbled"


def odd_runs(text: str) -> list[tuple[OddKind, int, int]]:
    """Return the runs of odd characters of a text: kind, start and end of each (查找异常字符).

    >>> odd_runs("抓紧\u200b落实")
    [(<OddKind.INVISIBLE: 'invisible'>, 2, 3)]
    """
    found: list[tuple[OddKind, int, int]] = []
    at = 0
    while (plain := _PLAIN.match(text, at)) is not None and plain.end() < len(text):
        odd = _ODD.match(text, plain.end())
        at = plain.end() + 1 if odd is None else odd.end()
        if odd is not None:
            found.append((OddKind(odd.lastgroup or ""), *odd.span()))
    return found
