"""GW331 to GW333, GW341, GW342: the order of headings and of their numbers (层次序数)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import of_kind, unread_note
from egovkit.checks.rule import Hit, Scope, custom, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.documents.outline import Heading, Level
from egovkit.text.folding import BLANKS
from egovkit.text.numerals import read_numeral, write_han

_CLAUSE: Final = "GB/T 9704-2012, 7.3.3"
_LEVELS: Final = (Level.H1, Level.H2, Level.H3, Level.H4)
_DEPTH: Final = {level: depth for depth, level in enumerate(_LEVELS)}
_HAN: Final = "〇零一二三四五六七八九十百"
# Lists of one level that can go on behind another one's end.
_OPEN_LISTS: Final = 8
# A number further off than this is another list's, or a table's row run into its text.
_WIDEST_GAP: Final = 3
# What can be written in Chinese numerals as headings are.
_MOST: Final = 9999


def sections(subject: Subject) -> Iterator[list[Heading]]:
    """Yield the headings 一、（一）1.（1） of the main text and of each enclosed text, in order of place."""
    document = subject.document
    # A numbered line behind or in the note of annexes is an entry that the reader did not take.
    unread = unread_note(document)
    notes = [block.start for block in (*of_kind(document, Element.ANNEX_NOTE), *unread[:1])]
    first = min(notes, default=len(subject.text))
    for i, headings in enumerate(subject.headings):
        stop = len(subject.text) if i else first
        flat = [heading for heading in headings if heading.level in _DEPTH and heading.start < stop]
        if flat and flat[0].start > first and unread:
            continue
        if flat:
            yield flat


def _ordinal(heading: Heading) -> int | None:
    """Return the number of a heading; None where no list of headings comes to it."""
    number = read_numeral(heading.ordinal)
    return number if number is not None and 0 < number <= _MOST else None


def _marker(level: Level, number: int) -> tuple[str, ...]:
    """Return the ways a marker of a level can be printed."""
    han = write_han(number)
    return {
        Level.H1: (f"{han}、", f"{han}．", f"{han}.", f"{han}，"),
        Level.H2: (f"（{han}）", f"({han})", f"（{han})", f"({han}）"),
        Level.H3: (f"{number}.", f"{number}．", f"{number}、"),
        Level.H4: (f"（{number}）", f"({number})", f"{number})", f"{number}）"),
    }[level]


@rule_of_2012(
    "GW331",
    "level-order",
    "层次顺序",
    clause=_CLAUSE,
    strength=Strength.MAY,
    severity=Severity.INFO,
)
def level_order(subject: Subject) -> Iterator[Hit]:
    """Headings are numbered 一、（一）1.（1） from the outermost in, not the other way round.

    Why: the standard gives the order as one that may be used, so that this is a hint only. A level may be left out;
    （一） with 一、 below it is upside down. Items quoted behind a colon are none of the document's headings.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        （一）总体要求
        一、指导思想。要做好。
        二、主要目标。要达到。
        （二）工作任务
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一、总体要求
        （一）指导思想。要做好。
        （二）主要目标。要达到。
        二、工作任务
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    for flat in sections(subject):
        for outer, inner in pairwise(_LEVELS):
            waiting: int | None = None
            below: Heading | None = None
            for heading in flat:
                number = _ordinal(heading)
                if heading.level is inner:
                    # The inner list goes on over a list of the outer level that began below it.
                    if below is not None and waiting is not None and number == waiting + 1:
                        yield Hit(
                            below.start,
                            min(below.end, below.start + 20),
                            "结构层次序数依次为“一、”“（一）”“1.”“（1）”，此处上下层次颠倒",
                            "headings are numbered 一、（一）1.（1） from the outermost in",
                        )
                        break
                    waiting, below = number, None
                elif heading.level is outer:
                    quoted = subject.text[max(0, heading.start - 8) : heading.start].rstrip(BLANKS)[-1:] in ("：", ":")
                    below = heading if waiting is not None and number == 1 and not quoted else below
                elif _DEPTH[heading.level] < _DEPTH[outer]:
                    waiting, below = None, None


def _opens_line(text: str, heading: Heading) -> bool:
    """Say whether a heading stands at the start of a printed line, and bears both of its brackets or none.

    In a text that has lost its line breaks numbers of tables and references look like headings.
    """
    at = heading.start
    while at > 0 and text[at - 1] in BLANKS and text[at - 1] not in "\n\r":
        at -= 1
    whole = heading.level not in (Level.H2, Level.H4) or text[heading.start] in "（("
    return whole and (at == 0 or text[at - 1] in "\n\r")


def _breaks(subject: Subject) -> Iterator[tuple[Heading, int, int]]:
    """Yield each heading whose number does not follow: the heading, the number before it, its own.

    A list may go on over the headings above it, may be interrupted by another list of the same level, and may
    begin anew with 1; a marker that stands inside a paragraph counts as read.
    """
    for flat in sections(subject):
        for level in _LEVELS:
            # Last numbers of the lists that can go on, the current one last; where the last heading began; and
            # whether one of a level above stands between.
            open_lists: list[int] = []
            at = flat[0].start
            crossed = False
            for heading in flat:
                if heading.level is not level:
                    crossed = crossed or _DEPTH[heading.level] < _DEPTH[level]
                    continue
                number = _ordinal(heading)
                if number is None:
                    continue
                last = open_lists[-1] if open_lists else 0
                if number == 1:
                    # Only the list that runs over the headings above goes on behind one of them.
                    open_lists = [1] if crossed else [*open_lists[-_OPEN_LISTS:], 1]
                elif number - 1 in open_lists:
                    while open_lists[-1] != number - 1:
                        open_lists.pop()
                    open_lists[-1] = number
                else:
                    between = subject.text[at : heading.start]
                    hidden = any(marker in between for marker in _marker(level, number - 1))
                    if (
                        not hidden
                        and last
                        and last <= number <= last + _WIDEST_GAP
                        and _opens_line(subject.text, heading)
                    ):
                        yield heading, last, number
                    open_lists = [*open_lists[:-1], number]
                at, crossed = heading.start, False


@rule_of_2012(
    "GW332",
    "number-gap",
    "层次序号缺号",
    clause=_CLAUSE,
    strength=Strength.MAY,
    severity=Severity.WARNING,
)
def number_gap(subject: Subject) -> Iterator[Hit]:
    """The headings of one level are numbered without a gap.

    Why: the numbers go on one by one; a gap is a heading lost or a number mistaken.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一、总体要求
        要做好。
        三、工作任务
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一、总体要求
        要做好。
        二、工作任务
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    for heading, last, number in _breaks(subject):
        if number > last + 1:
            expected = _marker(heading.level, last + 1)[0]
            yield Hit(
                heading.start,
                heading.start + len(_printed_marker(subject, heading)),
                f"层次序号不连续，缺“{expected}”",
                f"the numbers of the headings have a gap: {expected} is missing",
            )


@rule_of_2012(
    "GW333",
    "number-repeat",
    "层次序号重复",
    clause=_CLAUSE,
    strength=Strength.MAY,
    severity=Severity.WARNING,
)
def number_repeat(subject: Subject) -> Iterator[Hit]:
    """No two headings in succession bear the same number.

    Why: a reference to such a heading is ambiguous.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一、总体要求
        要做好。
        二、工作任务
        请认真执行。
        二、工作安排
        请按时完成。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一、总体要求
        要做好。
        二、工作任务
        请认真执行。
        三、工作安排
        请按时完成。
        国务院办公厅
        2014年11月16日
    """
    for heading, last, number in _breaks(subject):
        if number == last:
            yield Hit(
                heading.start,
                heading.start + len(_printed_marker(subject, heading)),
                "层次序号与上文重复",
                "two headings in succession bear the same number",
            )


def _printed_marker(subject: Subject, heading: Heading) -> str:
    """Return the marker as it stands at the start of a heading."""
    line = subject.text[heading.start : min(heading.end, heading.start + 16)]
    found = re.match(rf"[#*{BLANKS}]*[（(]?[{BLANKS}]?(?:[{_HAN}]{{1,4}}|[0-9]{{1,3}})[{BLANKS}]?[)）]?[、.．]?", line)
    return found[0] if found is not None else line[:1]


_POINT: Final = re.compile(f"[{_HAN[2:12]}]是")
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
)
def point_gap(subject: Subject) -> Iterator[Hit]:
    """The points 一是, 二是, 三是 of a list are numbered without a gap.

    Why: a gap is a point lost or a number mistaken.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一是加强领导；二是落实责任；四是强化督查。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一是加强领导；二是落实责任；三是强化督查。
        国务院办公厅
        2014年11月16日
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
        number = _HAN.index(text[at]) - 1
        if at - last > _APART:
            open_lists = []
        if number == 1:
            open_lists = [*open_lists[-_OPEN_LISTS:], 1]
        elif number - 1 in open_lists:
            while open_lists[-1] != number - 1:
                open_lists.pop()
            open_lists[-1] = number
        else:
            missing = _HAN[number]
            if number - 2 in open_lists[-1:] and missing not in text[last + 2 : at]:
                yield Hit(
                    at, at + 2, f"分点序号不连续，缺“{missing}是”", f"{missing}是 is missing in front of this point"
                )
            open_lists = [*open_lists[:-1], number]
        last = at


@lru_cache(maxsize=1024)
def _number(ordinal: str) -> int:
    return read_numeral(ordinal) or 0


@custom(
    "GW342",
    "article-sequence",
    "条文序号不连续",
    clause="custom: articles are numbered through",
    scope=Scope.WORDS,
)
def article_sequence(subject: Subject) -> Iterator[Hit]:
    """The articles (条) of a text are numbered through, without gap or repeat.

    Why: they are cited by these numbers. Judged where the numbers run on from there, so that an excerpt is not.

    Bad:
        某市某某办法
        第一条　为了规范某事，制定本办法。
        第二条　本市某事适用本办法。
        第四条　某局负责某事。
        第五条　本办法自公布之日起施行。
    Good:
        某市某某办法
        第一条　为了规范某事，制定本办法。
        第二条　本市某事适用本办法。
        第三条　某局负责某事。
        第四条　本办法自公布之日起施行。
    """
    for headings in subject.headings:
        articles = [heading for heading in headings if heading.level is Level.ARTICLE]
        numbers = [_number(heading.ordinal) for heading in articles]
        if not numbers or numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            continue
        for i in range(2, len(articles)):
            here, expected = numbers[i], numbers[i - 1] + 1
            sure = numbers[i - 2] == expected - 2 and here in (expected - 1, expected + 1)
            goes_on = i + 1 == len(articles) or numbers[i + 1] == here + 1
            if sure and goes_on and expected <= _MOST and _opens_line(subject.text, articles[i]):
                start = articles[i].start
                if here < expected:
                    # Which of the two bears the wrong number the sequence does not say.
                    message, message_en = f"第{write_han(here)}条重复", f"there is an article {here} already"
                else:
                    message = f"条文序号不连续，此处应为第{write_han(expected)}条"
                    message_en = f"the articles are numbered through: {expected} comes here"
                yield Hit(start, start + len(articles[i].ordinal) + 2, message, message_en)
