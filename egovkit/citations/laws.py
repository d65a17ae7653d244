"""Laws that are named without 《》 (无书名号的法律): 依照刑法第一百二十条之二.

A name is one of the table of laws, whole and no end of a longer one (劳动合同法 is no 合同法), and an article follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from egovkit.data import rows
from egovkit.grammar.codes import STATE
from egovkit.lexicon import any_of
from egovkit.text.folding import ZERO_WIDTH
from egovkit.text.patterns import LatePattern

__all__ = ["law_spans"]

_NUMERAL = "[0-9０-９〇零一二三四五六七八九十百千]"
# An article after the end of a name. 第 comes first, so that the engine can look for one character alone.
_ARTICLE = re.compile(rf"第(?:(?<=[法典则]第)|(?<=[法典则] 第))\r?\s?{_NUMERAL}{{1,8}}条")


class _Known(NamedTuple):
    names: frozenset[str]
    # How long names are, the longest first, by their last two characters.
    lengths: dict[str, list[int]]
    led_by: LatePattern


@cache
def _known() -> _Known:
    names = frozenset(name for row in rows("law_names") for name in (row["name"], row["short"]) if name)
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[-2:], set()).add(len(name))
    return _Known(
        names,
        {ending: sorted(each, reverse=True) for ending, each in lengths.items()},
        # What is before a name that begins there: 依照, 违反, a mark, 和, 我国, 修订后的; zero-width characters after it.
        LatePattern(
            rf"(?:^|[，,。；;、：:\s（(“\"据照及于与和或按依对由在将把为除因是原反合用的]|{any_of('references.leads.before_name')})[{ZERO_WIDTH}]{{0,2}}$"
        ),
    )


def law_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each law that is named without 《》, in order of start (无书名号的法律).

    >>> text = "依照刑法第五十条和行政处罚法第三条；违反劳动合同法第三条；签订合同法律文书；公司法的规定"
    >>> [text[start:end] for start, end in law_spans(text)]
    ['刑法', '行政处罚法', '劳动合同法']
    """
    known = _known()
    for article in _ARTICLE.finditer(text):
        end = article.start() - (text[article.start() - 1] == " ")
        for size in known.lengths.get(text[end - 2 : end], ()):
            if size <= end and text[end - size : end] in known.names:
                start = end - size
                if text.endswith(STATE, 0, start):
                    start -= len(STATE)
                if known.led_by.search(text, max(0, start - 4), start):
                    yield start, end
                break
