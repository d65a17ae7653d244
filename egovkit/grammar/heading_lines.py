"""Headings as the standard has them printed, each read with its words by one pattern (标准标题行).

A statute has thousands. Whatever may be a reference, or has blanks or marks of a page in it, is left to
`egovkit.grammar.headings`, which reads marker and words apart and in any dress.

>>> pattern, levels = STANDARD["（"]
>>> ordinal, sign, words = pattern.match("（一）支持多子女家庭。生育二孩的").groups()
>>> levels[sign], ordinal, words
('h2', '一', '支持多子女家庭')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from egovkit.grammar.headings import NUMERALS
from egovkit.text.limits import MAX_HEADING
from egovkit.text.patterns import LatePattern

__all__ = ["STANDARD"]

# Neither blank nor * nor #, and no full stop.
_PLAIN: Final = r"[!-\"$-)+-~\u2010-\u2027\u3001\u3003-\ufefe\uff00-\uffff]"
# Words by which no reference and no enumeration goes on, up to the first full stop.
_WORDS: Final = (
    rf"(?=[\u4e00-\u9fff])(?![{NUMERALS}第至到和及或者项])"
    rf"((?:{_PLAIN}{{1,{MAX_HEADING - 1}}}+(?=。|$)|{_PLAIN}{{{MAX_HEADING}}}))"
)
# A chapter has no sentence.
_UNIT: Final = r"(条|[章节](?=[ \u3000][^。，]{1,40}$))"
_ORDINAL: Final = LatePattern(rf"(?:\*\*)?第([{NUMERALS}]{{1,9}}){_UNIT}(?:\*\*)?[ \u3000]+{_WORDS}")
_HAN: Final = LatePattern(rf"([{NUMERALS}]{{1,4}})(、){_WORDS}")
_BRACKETED: Final = LatePattern(rf"[（(]([{NUMERALS}]{{1,4}})([)）]){_WORDS}")
_ARABIC: Final = LatePattern(rf"([0-9]{{1,3}})([.．、]){_WORDS}")
STANDARD: Final[Mapping[str, tuple[LatePattern, Mapping[str, str]]]] = (
    dict.fromkeys("第*", (_ORDINAL, {"条": "article", "章": "chapter", "节": "section"}))
    | dict.fromkeys(NUMERALS, (_HAN, {"、": "h1"}))
    | dict.fromkeys("（(", (_BRACKETED, dict.fromkeys(")）", "h2")))
    | dict.fromkeys("0123456789", (_ARABIC, dict.fromkeys(".．、", "h3")))
)
"""By the character that a line opens with: the pattern of a heading, whose groups are numeral, sign or unit, and words,
and the level by its sign or unit."""
