"""Headings in their standard form that are one below the other (成串标题): most lines of a statute."""

from __future__ import annotations

from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.body_reading.walk import Walk
from egovkit.documents.grounds import Ground
from egovkit.documents.structure.outline import Heading, Level
from egovkit.grammar.heading_lines import STANDARD
from egovkit.grammar.headings import read_marker
from egovkit.text.folding import BLANKS
from egovkit.text.records import record_maker

__all__ = ["MARKED", "SHORT", "read_run"]

SHORT: Final = 12
"""Characters from which on a line that opens with 1. is none of the site's."""
_MARKUP: Final = "#*_" + BLANKS
# An article that ends so has its sentence: no words that are alone on their line head it.
_STOPS: Final = frozenset("。；：")
_ARTICLE: Final = Level.ARTICLE
_H3: Final = Level.H3
_HEADING: Final = Element.HEADING
_STANDARD: Final = {
    opener: (pattern, {sign: Level(level) for sign, level in levels.items()})
    for opener, (pattern, levels) in STANDARD.items()
}
_heading: Final = record_maker(Heading)


def _marker_word(line: str) -> str:
    marker = read_marker(line)
    return line[: marker.end].strip(_MARKUP) if marker is not None else line.strip(_MARKUP)


MARKED: Final = Ground("body.heading", "opens with the marker of a heading", _marker_word)


def read_run(walk: Walk, i: int) -> int:
    """Read the headings in their standard form from line `i` on (读成串标题); how many there are.

    In half of the time that each takes where it is asked what else it may be.
    """
    draft = walk.draft
    lines, kinds, grounds, foot = draft.lines, draft.kinds, draft.grounds, draft.foot
    add, standard = walk.section.headings.append, _STANDARD.get
    first = i
    while i < foot and kinds[i] is None:
        line = lines[i]
        printed = line[2]
        known = standard(printed[0])
        if known is None or "|" in printed or (found := known[0].match(printed)) is None:
            break
        ordinal, sign, text = found.groups()
        level = known[1][sign]
        if (level is _ARTICLE and printed[-1] not in _STOPS) or (level is _H3 and len(printed) < SHORT):
            break
        # To unpack a line, which is more than a tuple, takes longer than its items.
        add(_heading(level, ordinal, text, line[0], line[1]))
        kinds[i], grounds[i] = _HEADING, MARKED
        i += 1
    return i - first
