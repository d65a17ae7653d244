"""Characters that no document should hold (异常字符), found in one pass, and which of those are there that few hold."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Final

from egovkit.data import rows
from egovkit.text.patterns import LatePattern
from egovkit.text.properties import PropertyPattern, compile_properties

__all__ = ["RARE", "OddKind", "odd_and_rare", "odd_runs", "standard_forms"]

RARE: Final = frozenset("\t\f\r\xa0!?&<[]}~OIl«»‘’‧•–―∙⋅〈〉「」『』】〗〙〜〝〞〟・﹁﹂﹃﹄﹚﹞－］｝～＂･")
"""What rules ask for and few texts hold (罕见字符): the pass that finds what is odd tells which of them are there."""


@cache
def standard_forms() -> dict[str, str]:
    """Return the standard form of each traditional character (规范字)."""
    return {row["traditional"]: row["standard"] for row in rows("traditional")}


# What documents are written with: the first and the last character of each range.
_WRITTEN: Final = (
    "\t\n", "\f\r", "\x20\x7e", "\xa0\xac", "\xae\xe1", "\xf0\u167f", "\u1681\u1fff", "\u2010\u2027",
    "\u2030\u205e", "\u2070\u2e7f", "\u3000\ud7ff", "\uff00\uff0f", "\uff1a\uff20", "\uff3b\uff40",
    "\uff5b\uffef", "\U00010000\U0002f7ff", "\U0002fa20\U000dffff", "\U000e0080\U000effff",
)  # fmt: skip


def _plain() -> str:
    """Return a class of all that is plain and not rare: what is named is found faster than what is not."""
    # What garbled text begins with is written too, and has to be stopped at.
    left_out = sorted({*standard_forms(), *RARE, *"锟烫屯"})
    ranges: list[str] = []
    for first, last in _WRITTEN:
        bounds = [ord(first) - 1, *(ord(one) for one in left_out if first <= one <= last), ord(last) + 1]
        ranges += [
            f"{re.escape(chr(low + 1))}-{re.escape(chr(high - 1))}" for low, high in pairwise(bounds) if high - low > 1
        ]
    return f"[{''.join(ranges)}]*"


# A run of these is passed over faster than any search finds what is none of them.
_PLAIN: Final = LatePattern(_plain)
_TRADITIONAL: Final = LatePattern(lambda: f"[{''.join(standard_forms())}]+")


@cache
def _odd() -> PropertyPattern:
    return compile_properties(
        r"(?P<invisible>[\p{Cf}]+)"
        r"|(?P<blank>[\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]+)"
        r"|(?P<control>(?:(?![\t\n\f\r\x85])[\p{Cc}])+)"
        r"|(?P<replacement>\ufffd+)"
        r"|(?P<private>[\p{Co}]+)"
        r"|(?P<full_width>[０-９Ａ-Ｚａ-ｚ]+)"
        # A dozen characters of the compatibility blocks are characters of their own.
        r"|(?P<compatibility>(?:(?![\p{Unified_Ideograph}])[\p{Block=CJK_Radicals_Supplement}\p{Block=Kangxi_Radicals}"
        r"\p{Block=CJK_Compatibility_Ideographs}\p{Block=CJK_Compatibility_Ideographs_Supplement}])+)"
        # UTF-8's replacement character read as GBK, and memory that was never written; UTF-8 read as Latin-1.
        r"|(?P<garbled>(?:锟斤拷?)+|烫{3,}|屯{3,}|(?:[\xe2-\xef][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020\u2021\u2030\u2039\u203a\u20ac\u2122]{1,2})+)"
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
    TRADITIONAL = "traditional"
    BLANK = "blank"


def odd_runs(text: str) -> list[tuple[OddKind, int, int]]:
    """Return the runs of odd characters of a text: kind, start and end of each (查找异常字符).

    >>> odd_runs("抓紧\u200b落实")
    [(<OddKind.INVISIBLE: 'invisible'>, 2, 3)]
    """
    return odd_and_rare(text)[0]


def odd_and_rare(text: str) -> tuple[list[tuple[OddKind, int, int]], set[str]]:
    """Return the runs of odd characters of a text, and the rare characters that it holds (查找异常和罕见字符).

    >>> odd_and_rare("抓紧\u200b落实～")
    ([(<OddKind.INVISIBLE: 'invisible'>, 2, 3)], {'～'})
    """
    found: list[tuple[OddKind, int, int]] = []
    rare: set[str] = set()
    standard = standard_forms()
    at = 0
    while (plain := _PLAIN.match(text, at)) is not None and plain.end() < len(text):
        start = plain.end()
        if text[start] in RARE:
            rare.add(text[start])
            at = start + 1
            continue
        run = _TRADITIONAL.match(text, start) if text[start] in standard else None
        if run is not None:
            at = run.end()
            found.append((OddKind.TRADITIONAL, start, at))
            continue
        odd = _odd().match(text, start)
        at = start + 1 if odd is None else odd.end()
        if odd is not None:
            found.append((OddKind(odd.lastgroup or ""), *odd.span()))
    return found, rare
