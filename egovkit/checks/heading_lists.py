"""The numbered headings of a text as lists (层次序数): what their numbers are, and where one does not follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from egovkit.documents.blocks import Element
from egovkit.documents.structure.outline import Heading, Level
from egovkit.text.folding import BLANKS
from egovkit.text.numerals import read_numeral, write_han
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from egovkit.checks.subject import Subject

__all__ = [
    "DEPTH",
    "HAN",
    "LEVELS",
    "MOST",
    "OPEN_LISTS",
    "breaks",
    "markers_of",
    "number_of",
    "opens_line",
    "ordinal_of",
    "printed_marker",
    "sections",
]

LEVELS: Final = (Level.H1, Level.H2, Level.H3, Level.H4)
DEPTH: Final = {level: depth for depth, level in enumerate(LEVELS)}
_BRACKETED: Final = (Level.H2, Level.H4)
HAN: Final = "〇零一二三四五六七八九十百"
# Lists of one level that can go on after another one's end.
OPEN_LISTS: Final = 8
# A number further off than this is another list's, or a table's row run into its text.
_WIDEST_GAP: Final = 3
# What can be written in Chinese numerals as headings are.
MOST: Final = 9999


def sections(subject: Subject) -> Iterator[list[Heading]]:
    """Yield the headings 一、（一）1.（1） of the main text and of each enclosed text, in order of place."""
    # A numbered line after or in the note of annexes is an entry that the reader did not take.
    unread = subject.elements.unread_note
    notes = [block.start for block in (*subject.elements.of(Element.ANNEX_NOTE), *unread[:1])]
    first = min(notes, default=len(subject.text))
    for i, headings in enumerate(subject.headings):
        stop = len(subject.text) if i else first
        flat = [heading for heading in headings if heading.level in DEPTH and heading.start < stop]
        if flat and flat[0].start > first and unread:
            continue
        if flat:
            yield flat


def ordinal_of(heading: Heading) -> int | None:
    """Return the number of a heading; None where no list of headings comes to it."""
    number = number_of(heading.ordinal)
    return number if 0 < number <= MOST else None


@lru_cache(maxsize=4096)
def number_of(ordinal: str) -> int:
    """Return the number that an ordinal is; 0 where it is none."""
    return read_numeral(ordinal) or 0


def markers_of(level: Level, number: int) -> tuple[str, ...]:
    """Return the ways a marker of a level can be printed."""
    han = write_han(number)
    return {
        Level.H1: (f"{han}、", f"{han}．", f"{han}.", f"{han}，"),
        Level.H2: (f"（{han}）", f"({han})", f"（{han})", f"({han}）"),
        Level.H3: (f"{number}.", f"{number}．", f"{number}、"),
        Level.H4: (f"（{number}）", f"({number})", f"{number})", f"{number}）"),
    }[level]


def opens_line(text: str, heading: Heading) -> bool:
    """Say whether a heading is at the start of a printed line, and bears both of its brackets or none.

    In a text that has lost its line breaks numbers of tables and references look like headings.
    """
    at = heading.start
    while at > 0 and text[at - 1] in BLANKS and text[at - 1] not in "\n\r":
        at -= 1
    whole = heading.level not in _BRACKETED or text[heading.start] in "（("
    return whole and (at == 0 or text[at - 1] in "\n\r")


def breaks(subject: Subject) -> Iterator[tuple[Heading, int, int]]:
    """Yield each heading whose number does not follow: the heading, the number before it (0 for none), its own.

    A list may go on over the headings above it, may be interrupted by another list of the same level, and may
    begin anew with 1; a marker that is inside a paragraph counts as read.
    """
    for flat in subject.numbered_headings:
        held = {heading.level for heading in flat}
        for level in LEVELS:
            if level in held:
                yield from _breaks_of_level(subject.text, flat, level)


def _breaks_of_level(text: str, flat: list[Heading], level: Level) -> Iterator[tuple[Heading, int, int]]:
    # Last numbers of the lists that can go on, the current one last; and where the last heading began.
    open_lists: list[int] = []
    at = flat[0].start
    mine = _of_level(flat, level)
    for i, (heading, number, crossed) in enumerate(mine):
        last = open_lists[-1] if open_lists else 0
        ahead = mine[i + 1][1] if i + 1 < len(mine) else None
        if number == 1:
            if i and not crossed and last == 1 and _again(text, mine[i - 1][0], heading) and ahead in (None, 2):
                yield heading, 1, 1
            # Only the list that runs over the headings above goes on after one of them.
            open_lists = [1] if crossed else [*open_lists[-OPEN_LISTS:], 1]
        elif number - 1 in open_lists:
            if number == 2 and crossed and ahead == 3 and not any(one[2] for one in mine[i + 1 :]):
                # One item under the first heading above, and all others under the second.
                alone = i == 1 and opens_line(text, heading)
                if alone:
                    yield heading, 0, number
            while open_lists[-1] != number - 1:
                open_lists.pop()
            open_lists[-1] = number
        else:
            hidden = any(marker in text[at : heading.start] for marker in markers_of(level, number - 1))
            if hidden or not opens_line(text, heading):
                pass
            elif last and last <= number <= last + _WIDEST_GAP:
                yield heading, last, number
            elif not i and number == 2 and ahead == 3 and not _marked(text[: heading.start], level):
                yield heading, 0, number
            open_lists = [*open_lists[:-1], number]
        at = heading.start


def _of_level(flat: list[Heading], level: Level) -> list[tuple[Heading, int, bool]]:
    """Return the headings of a level with the number of each, and whether one of a level above is before it."""
    found, crossed = [], False
    for heading in flat:
        if heading.level is not level:
            crossed = crossed or DEPTH[heading.level] < DEPTH[level]
        elif (number := ordinal_of(heading)) is not None:
            found.append((heading, number, crossed))
            crossed = False
    return found


_ANNOUNCED: Final = LatePattern(rf"[：:][{BLANKS}]*(?:\n|\Z)")


def _again(text: str, first: Heading, second: Heading) -> bool:
    """Say whether two headings numbered 1 are of one list: both open lines, and none between announces a list."""
    between = text[first.start : second.start]
    return opens_line(text, first) and opens_line(text, second) and _ANNOUNCED.search(between) is None


def _marked(text: str, level: Level) -> bool:
    """Say whether a marker of the number 1 is in a text, as the reader may not have taken it."""
    return any(marker in text for marker in markers_of(level, 1))


def printed_marker(subject: Subject, heading: Heading) -> str:
    """Return the marker as it is at the start of a heading."""
    line = subject.text[heading.start : min(heading.end, heading.start + 16)]
    found = re.match(rf"[#*{BLANKS}]*[（(]?[{BLANKS}]?(?:[{HAN}]{{1,4}}|[0-9]{{1,3}})[{BLANKS}]?[)）]?[、.．]?", line)
    return found[0] if found is not None else line[:1]
