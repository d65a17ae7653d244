"""Slogans that a text itself sets off (文中口号), whether the table of frameworks knows them or not.

>>> [(m.text, m.framework and str(m.framework)) for m in find_slogans("从“三网一库”到“千项万亿”工程和1+30+N体系")]
[('三网一库', '三网一库'), ('千项万亿', None), ('1+30+N', None)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from egovkit.catalogue.frameworks import frameworks
from egovkit.errors import ParseError
from egovkit.grammar.slogans import names_slogan, parse_slogan
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import FrameworkGroup

__all__ = ["SloganMention", "find_slogans"]

_SET_OFF: Final = re.compile(
    r"""
    [“"「『] (?P<quoted> [^“”"「」『』。；\n]{2,24} ) [”"」』]
    # 1+30+N, which no sum and no version is: it has an open count, or what it counts is named after it.
    | (?<![0-9０-９A-Za-z.+＋\-]) (?P<added> [0-9０-９]{1,3} (?: \r?\s? [+＋] \r?\s? (?: [0-9０-９]{1,3} | [NnXxＮＸ] ) ){1,5} )
      (?![0-9０-９A-Za-z.+＋%％])
    """,
    re.VERBOSE,
)
_OPEN: Final = frozenset("NnXxＮＸ")


@dataclass(frozen=True, slots=True)
class SloganMention:
    """A numeral slogan where a text sets it off (口号提及): in quotes, or as 1+30+N.

    `text` is what the text prints from `start` to `end`, without the quotes; `groups` are its counts with what they
    count. `framework` is the one that bears the name, None where the table has none: such a slogan is a candidate.
    """

    start: int
    end: int
    text: str
    groups: tuple[FrameworkGroup, ...]
    framework: Framework | None = None


def find_slogans(text: str) -> list[SloganMention]:
    """Find every numeral slogan that a text sets off itself (查找口号), known or not.

    Several counts in quotes are one (“四减四增”), a single count where 工程, 行动 or the like follows it (“五号”工程); 1+30+N
    needs no quotes. For the names of known frameworks, quoted or not: `find_frameworks`.

    >>> [(m.text, [str(group) for group in m.groups]) for m in find_slogans("实施“四减四增”三年行动，做到“两个维护”。")]
    [('四减四增', ['4 减', '4 增'])]
    """
    found: list[SloganMention] = []
    for hit in _SET_OFF.finditer(text):
        name = hit.lastgroup or ""
        start, end = hit.span(name)
        try:
            groups = parse_slogan(text[start:end])
        except ParseError:
            continue
        named = names_slogan(text, hit.end())
        if named or (len(groups) > 1 if name == "quoted" else not _OPEN.isdisjoint(hit[name])):
            known = frameworks.find(text[start:end])
            counted = tuple([FrameworkGroup(count=group.count, head=group.head) for group in groups])
            found.append(SloganMention(start, end, text[start:end], counted, known[-1] if known else None))
    return found
