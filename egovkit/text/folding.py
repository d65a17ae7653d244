"""Folding of look-alike characters to one form, each to exactly one character (折叠).

Because every mapping is one to one, an offset in the folded text is an offset in the caller's own string.

>>> fold("国办发［２０１４］６６号")
'国办发〔2014〕66号'
"""

from __future__ import annotations

import re
from typing import Final

from egovkit.text.patterns import LatePattern

__all__ = ["BLANKS", "CLOSERS", "LINE_ENDS", "OPENERS", "SPACES", "ZERO_WIDTH", "fold", "squeeze"]

OPENERS: Final = "〔[［【﹝(（〖{｛〘﹙„"
"""Opening brackets met around the year of a number; the first is the one the standard asks for."""

CLOSERS: Final = "〕]］】﹞)）〗}｝〙﹚‟"
"""Closing brackets, in the order of `OPENERS`."""

ZERO_WIDTH: Final = "\u200b\u200c\u200d\u2060\ufeff\xad"
"""What takes no room: a byte order mark, a joiner, the place of a hyphen."""

BLANKS: Final = (
    " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    + ZERO_WIDTH
)
"""White space and the zero-width characters that web pages and word processors leave inside a number."""

LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line, as `str.splitlines` has it."""

SPACES: Final = "".join(blank for blank in BLANKS if blank not in LINE_ENDS)
"""The blanks that are inside a line."""

_FOLDED: Final = (
    dict.fromkeys(BLANKS, " ")
    | dict.fromkeys(OPENERS, "〔")
    | dict.fromkeys(CLOSERS, "〕")
    | {chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if chr(0xFF01 + i) not in OPENERS + CLOSERS}
)
_ODD: Final = LatePattern(f"[{re.escape(''.join(odd for odd, form in _FOLDED.items() if odd != form))}]")


def fold(text: str) -> str:
    """Fold brackets, full-width ASCII and blanks to one form each (折叠); the length stays.

    Brackets become 〔 and 〕, full-width letters, digits and marks their ASCII form, every blank (zero-width
    characters among them) one space. Idempotent.

    >>> fold("（８６）国发12号"), len(fold("a\\u200bb"))
    ('〔86〕国发12号', 3)
    """
    # Of the characters that fold a window has a few kinds; str.translate would look up each character that it has.
    for odd in set(_ODD.findall(text)):
        text = text.replace(odd, _FOLDED[odd])
    return text


_SQUEEZE: Final = {ord(c): None for c in BLANKS}


def squeeze(text: str) -> str:
    """Return a text without blanks and zero-width characters (去空白).

    >>> squeeze("国 办\\u3000发\\n")
    '国办发'
    """
    text = "".join(text.split())
    # What is left of the blanks has no width, and is not printable.
    return text if text.isprintable() else text.translate(_SQUEEZE)
