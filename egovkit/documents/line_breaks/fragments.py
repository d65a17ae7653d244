"""Text that a page's styles broke (碎行): where each figure has a style of its own, an extractor puts it on a line of its own.

市财政局关于印发 / 2021 / 年预算的通知, 〔 / 2021 / 〕 / 2 / 号. A text is taken to be broken so only where figures stand alone
before 年, 月, 日, 〕 or 号 again and again; what then goes on with the line above shows by its first character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from egovkit.documents.line_breaks.lone_breaks import TextLine
from egovkit.grammar.codes import vocabulary
from egovkit.text.breaking import ends_sentence
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

__all__ = ["fragments", "is_fragmented"]

_BLANK: Final = r"[ \t\u3000\xa0]{0,8}"
_TIMES: Final = 2
_ALONE: Final = LatePattern(rf"\n{_BLANK}[0-9０-９]{{1,4}}{_BLANK}\r?\n{_BLANK}[年月日〕号]")
_FIGURES: Final = LatePattern(r"[0-9０-９][0-9０-９.,:：~～—\-/%％]{0,20}")
_CLOSES: Final = frozenset("〕）》”〉’，。；、！？：％%．)];,")
_OPENS: Final = frozenset("〔（《“〈‘([")
_MARKER: Final = LatePattern(
    r"[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[0-9０-９]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、"
)
_HEADING: Final = LatePattern(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[\u3400-\u9fff、]{2,30}"
)
_ITEM: Final = frozenset(".．、")
_UNITS: Final = frozenset("年月日")
_MAX_ORGAN: Final = 30
_MAX_PARAGRAPH: Final = 3000


def is_fragmented(text: str) -> bool:
    """Say whether figures stand on lines of their own in the middle of a text's words (是否碎行).

    >>> is_fragmented("印发\\n2021\\n年预算的通知（财预〔\\n2021\\n〕\\n2\\n号）"), is_fragmented("一\\n2\\n三\\n4\\n月报")
    (True, False)
    """
    found = _ALONE.search(text)
    for _ in range(_TIMES - 1):
        # The digits of one place may be the 〕 of the next.
        found = found and _ALONE.search(text, found.end() - 1)
    return found is not None


def fragments(lines: Sequence[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """Yield the lines of a broken text that one goes on with the other (续行).

    >>> from egovkit.documents.line_breaks.lone_breaks import text_line
    >>> words = ["特此通知。", "2021", "年", "2", "月", "2", "日", "（此件公开）"]
    >>> [f"{above.body}+{below.body}" for above, below in fragments([text_line(w, 0, 2.0) for w in words])]
    ['2021+年', '年+2', '2+月', '月+2', '2+日']
    """
    whole = ""
    for i, (above, below) in enumerate(pairwise(lines)):
        whole += above.body
        after = lines[i + 2].body if i + 2 < len(lines) else ""
        if len(whole) < _MAX_PARAGRAPH and _goes_on(whole, above.body, below.body, after):
            yield above, below
        else:
            whole = ""


def _goes_on(whole: str, above: str, below: str, after: str) -> bool:
    """Say whether the line `below` goes on with `above`, the last of the lines that are `whole` so far."""
    first = below[0]
    if first in _CLOSES or first == "〔":
        return True
    if above[-1] in _OPENS or above[-1] == "，" or _MARKER.fullmatch(whole):
        return True
    if _FIGURES.fullmatch(above):
        return first in _UNITS or ((len(whole) > len(above) or "\u3400" <= first <= "\u9fff") and not first.isdecimal())
    if _FIGURES.fullmatch(below):
        return _leads_figures(whole, after)
    return first == "的"


def _leads_figures(whole: str, after: str) -> bool:
    """Say whether figures alone on a line go on with the words above: they begin no item of a list, and no date."""
    if ends_sentence(whole) or whole[-1] in "：:" or not after or after[0] in _ITEM:
        return False
    if _HEADING.fullmatch(whole):
        # A heading has a line of its own, and what is below may begin with a year.
        return False
    if after[0] == "年" and len(whole) <= _MAX_ORGAN and vocabulary().looks_like_organ(whole.strip(BLANKS)):
        # The day below a signature.
        return False
    return "\u3400" <= after[0] <= "\u9fff" or after[0] in _CLOSES
