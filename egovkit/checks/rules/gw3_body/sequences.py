"""GW340 to GW342: markers, points and articles (序号、分点、条文)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.heading_lists import HAN, MOST, OPEN_LISTS, number_of, opens_line
from egovkit.checks.rule import Hit, Scope, custom, rule_of_2012
from egovkit.checks.standards import HEADINGS
from egovkit.checks.subject import Subject
from egovkit.documents.structure.outline import Level
from egovkit.text.folding import BLANKS
from egovkit.text.numerals import write_han
from egovkit.text.patterns import LatePattern

_HALF_MARKER: Final = LatePattern(
    rf"(?P<left>[(（])[{BLANKS}]?(?:(?P<han>[{HAN}]{{1,4}})|[0-9]{{1,3}})[{BLANKS}]?(?P<right>[)）])"
)
_BRACKETED: Final = (Level.H2, Level.H4)
_ARTICLE: Final = Level.ARTICLE
_WIDE: Final = str.maketrans("()", "（）")


@rule_of_2012(
    "GW340",
    "half-width-marker",
    "序号用半角括号",
    clause=HEADINGS,
    strength=Strength.MAY,
    severity=Severity.INFO,
    needs=("()",),
    over="numbered_headings",
)
def half_width_marker(subject: Subject) -> Iterator[Hit]:
    """The number of a heading is in full-width brackets: （一）, （1）.

    Why: the standard prints it so.
    """
    for flat in subject.numbered_headings:
        for heading in flat:
            if heading.level not in _BRACKETED:
                continue
            found = _HALF_MARKER.match(subject.text, heading.start, heading.end)
            if found is None:
                continue
            if found["han"] and (found["left"] == "(") != (found["right"] == ")"):
                # Of two widths: GW903.
                continue
            wide = found[0].translate(_WIDE)
            if wide != found[0]:
                # One marker, one finding; where a single bracket is wrong it is that.
                start = found.start("left") if found["left"] == "(" else found.start("right")
                end = found.end("right") if found["right"] == ")" else found.end("left")
                mended = subject.text[start:end].translate(_WIDE)
                yield Hit(
                    start,
                    end,
                    "序号用全角括号“（）”",
                    "the number of a heading is in full-width brackets",
                    replacement=mended,
                )


_POINT: Final = LatePattern(f"[{HAN[2:12]}]是")
_IN_FRONT: Final = frozenset("。；;：:，,、\n\r \u3000")
# Points further apart than this are of two lists.
_APART: Final = 1500


@rule_of_2012(
    "GW341",
    "point-gap",
    "分点序号缺号",
    clause="custom: the points of a list follow each other without a gap",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    needs=("是",),
)
def point_gap(subject: Subject) -> Iterator[Hit]:
    """The points 一是, 二是, 三是 of a list are numbered without a gap.

    Why: a gap is a point lost or a number mistaken.
    """
    text = subject.text
    start = text.find("一是")
    # The last numbers of the lists that can go on, the current one last.
    open_lists: list[int] = []
    last = start
    for found in _POINT.finditer(text, max(0, start)) if start >= 0 else ():
        at = found.start()
        if at and text[at - 1] not in _IN_FRONT:
            continue
        number = HAN.index(text[at]) - 1
        if at - last > _APART:
            open_lists = []
        if number == 1:
            open_lists = [*open_lists[-OPEN_LISTS:], 1]
        elif number - 1 in open_lists:
            while open_lists[-1] != number - 1:
                open_lists.pop()
            open_lists[-1] = number
        else:
            missing = HAN[number]
            if number - 2 in open_lists[-1:] and missing not in text[last + 2 : at]:
                yield Hit(at, at + 2, f"分点序号不连续，缺“{missing}是”", f"{missing}是 is missing before this point")
            open_lists = [*open_lists[:-1], number]
        last = at


@lru_cache(maxsize=1024)
def _article(number: int) -> re.Pattern[str]:
    """Return what finds an article's marker wherever it stands, with blanks in it or without."""
    blank = f"[{BLANKS}]*"
    return re.compile(f"第{blank}(?:{blank.join(write_han(number))}|{number}){blank}条")


@custom(
    "GW342",
    "article-sequence",
    "条文序号不连续",
    clause="custom: articles are numbered through",
    scope=Scope.WORDS,
    over="articles",
)
def article_sequence(subject: Subject) -> Iterator[Hit]:
    """The articles (条) of a text are numbered through, without gap or repeat.

    Why: they are cited by these numbers. Judged where the numbers run on from there, so that an excerpt is not.
    """
    for headings in subject.articles:
        articles = [heading for heading in headings if heading.level is _ARTICLE]
        numbers = [number_of(heading.ordinal) for heading in articles]
        if not numbers or numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            continue
        for i in range(2, len(articles)):
            here, expected = numbers[i], numbers[i - 1] + 1
            sure = numbers[i - 2] == expected - 2 and here in (expected - 1, expected + 1)
            # The next one follows; or the two stand the wrong way round, and the one after follows both.
            swapped = here == expected + 1 and numbers[i + 1 : i + 3] == [expected, expected + 2]
            goes_on = i + 1 == len(articles) or numbers[i + 1] == here + 1 or swapped
            if sure and goes_on and expected <= MOST and opens_line(subject.text, articles[i]):
                start = articles[i].start
                between = subject.text[articles[i - 1].start + 1 : start]
                if here > expected and _article(expected).search(between):
                    # The reader did not take it for an article, or a page's join put it inside a line.
                    continue
                if here < expected:
                    # Which of the two bears the wrong number the sequence does not say.
                    message, message_en = f"第{write_han(here)}条重复", f"there is an article {here} already"
                else:
                    message = f"条文序号不连续，此处应为第{write_han(expected)}条"
                    message_en = f"the articles are numbered through: {expected} comes here"
                yield Hit(start, start + len(articles[i].ordinal) + 2, message, message_en)
