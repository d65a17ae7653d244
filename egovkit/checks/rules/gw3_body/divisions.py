"""GW344 and GW345: parts, chapters and sections (编、章、节), and the items of an article (项)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from egovkit.checks.heading_lists import MOST, markers_of, number_of, opens_line
from egovkit.checks.rule import Hit, custom
from egovkit.checks.subject import Subject
from egovkit.documents.structure.outline import Heading, Level
from egovkit.text.folding import BLANKS
from egovkit.text.numerals import write_han

_NAMES: Final = {Level.PART: "编", Level.CHAPTER: "章", Level.SECTION: "节"}
_ARTICLE: Final = Level.ARTICLE
_ITEM: Final = Level.H2
_BELOW: Final = (Level.H3, Level.H4)
_ABOVE: Final = {
    Level.PART: frozenset[Level](),
    Level.CHAPTER: frozenset((Level.PART,)),
    Level.SECTION: frozenset((Level.PART, Level.CHAPTER)),
}


@lru_cache(maxsize=1024)
def _division(number: int, name: str) -> re.Pattern[str]:
    """Return what finds the marker of a division wherever it stands, with blanks in it or without."""
    blank = f"[{BLANKS}]*"
    return re.compile(f"第{blank}(?:{blank.join(write_han(number))}|{number}){blank}{name}")


def _breaks(text: str, run: list[Heading]) -> Iterator[tuple[Heading, int, str]]:
    """Yield each heading of a run whose number does not follow, the number that comes there, and the text before.

    Judged where the run begins with 1 and the number after is one on again, or there is none.
    """
    numbers = [number_of(heading.ordinal) for heading in run]
    if not numbers or numbers[0] != 1 or numbers == list(range(1, len(numbers) + 1)):
        return
    for i in range(1, len(run)):
        expected, here = numbers[i - 1] + 1, numbers[i]
        goes_on = i + 1 == len(run) or numbers[i + 1] in (here + 1, expected + 1)
        # With 1 another run begins: a table of contents is above the text, or one text after another.
        if here == 1 or here not in (expected - 1, expected + 1) or not goes_on or expected > MOST:
            continue
        if opens_line(text, run[i]) and opens_line(text, run[i - 1]):
            yield run[i], expected, text[run[i - 1].start + 1 : run[i].start]


@custom(
    "GW344",
    "division-sequence",
    "编章节序号不连续",
    clause="custom: parts, chapters and sections are numbered through",
    over="divisions",
)
def division_sequence(subject: Subject) -> Iterator[Hit]:
    """The parts (编), chapters (章) and sections (节) of a text are numbered through, each within the one above it.

    Why: they are cited by these numbers. Judged where the numbers begin with 1 and go on from there, so that an excerpt
    is not.
    """
    for every in subject.divisions:
        headings = [heading for heading in every if heading.level in _NAMES]
        for level, name in _NAMES.items():
            for run in _runs(headings, level):
                for heading, expected in _divided(subject.text, run, name):
                    start = subject.text.index("第", heading.start)
                    end = subject.text.index(name, start) + 1
                    said = (
                        "重复"
                        if number_of(heading.ordinal) < expected
                        else f"不连续，此处应为第{write_han(expected)}{name}"
                    )
                    yield Hit(
                        start,
                        end,
                        f"{name}的序号{said}",
                        f"the divisions of a text are numbered through: {expected} comes here",
                    )


def _divided(text: str, run: list[Heading], name: str) -> Iterator[tuple[Heading, int]]:
    for heading, expected, before in _breaks(text, run):
        if number_of(heading.ordinal) < expected or _division(expected, name).search(before) is None:
            yield heading, expected


def _runs(headings: list[Heading], level: Level) -> Iterator[list[Heading]]:
    """Yield the divisions of a level that are below one heading; what is numbered on over it goes on."""
    run: list[Heading] = []
    for heading in headings:
        if heading.level is level:
            run.append(heading)
        elif heading.level in _ABOVE[level] and run:
            following = number_of(run[-1].ordinal) + 1
            ahead = next((one for one in headings if one.start > heading.start and one.level is level), None)
            if ahead is None or number_of(ahead.ordinal) != following:
                yield run
                run = []
    if run:
        yield run


@custom(
    "GW345",
    "item-sequence",
    "项的序号不连续",
    clause="custom: the items of an article are numbered through",
    over="articles",
)
def item_sequence(subject: Subject) -> Iterator[Hit]:
    """The items （一）（二） of an article are numbered through, without gap or repeat.

    Why: they are cited by these numbers. Judged where the list begins with （一） and goes on from there.
    """
    for headings in subject.articles:
        for run in _broken_lists(headings):
            yield from _items(subject.text, run)


def _broken_lists(headings: list[Heading]) -> Iterator[list[Heading]]:
    """Yield the items of each article whose numbers begin with 1 and do not go on from there."""
    run: list[Heading] = []
    numbers: list[int] = []
    inside = False
    for heading in [*headings, None]:
        level = heading.level if heading is not None else None
        if heading is not None and level is _ITEM:
            if not inside:
                continue
            number = number_of(heading.ordinal)
            if number != 1 or len(run) < 2:
                run.append(heading)
                numbers.append(number)
                continue
        elif level in _BELOW:
            continue
        else:
            inside = level is _ARTICLE
        if run and numbers[0] == 1 and numbers != list(range(1, len(numbers) + 1)):
            yield run
        # Another list begins with this item, or the article ends.
        run, numbers = ([heading], [1]) if heading is not None and level is _ITEM else ([], [])


def _items(text: str, run: list[Heading]) -> Iterator[Hit]:
    for heading, expected, before in _breaks(text, run):
        repeated = number_of(heading.ordinal) < expected
        if repeated or not any(marker in before for marker in markers_of(Level.H2, expected)):
            said = "与上文重复" if repeated else f"不连续，此处应为（{write_han(expected)}）"
            yield Hit(
                heading.start,
                heading.start + len(heading.ordinal) + 2,
                f"项的序号{said}",
                f"the items of an article are numbered through: {expected} comes here",
            )
