"""GW331 to GW337: headings and their numbers (层次序数)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import of_kind, unread_note
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.documents.outline import Heading, Level, walk
from egovkit.text.folding import BLANKS
from egovkit.text.numerals import read_numeral, write_han

_IN_FORCE: Final = date(2012, 7, 1)
_CLAUSE: Final = "GB/T 9704-2012, 7.3.3"
_LEVELS: Final = (Level.H1, Level.H2, Level.H3, Level.H4)
_DEPTH: Final = {level: depth for depth, level in enumerate(_LEVELS)}
_HAN: Final = "〇零一二三四五六七八九十百"
_AFTER_BRACKET: Final = re.compile(
    rf"[（(][{BLANKS}]?(?:[{_HAN}]{{1,4}}|[0-9]{{1,3}})[{BLANKS}]?[)）](?P<mark>[、.．，,])"
)
_ARABIC: Final = re.compile(r"[0-9]{1,3}(?P<mark>、)")
_HAN_POINT: Final = re.compile(rf"[{_HAN}]{{1,4}}(?P<mark>[.．])")
_ORDINAL: Final = re.compile(
    rf"(?:^|(?<=[。；：\n]))[{BLANKS}]*第[一二三四五六七八九十](?P<mark>、)(?![第{_HAN}])", re.MULTILINE
)
# Lists of one level that can go on behind another one's end.
_OPEN_LISTS: Final = 8
# A number further off than this is another list's, or a table's row run into its text.
_WIDEST_GAP: Final = 3


def _sections(subject: Subject) -> Iterator[list[Heading]]:
    """Yield the headings 一、（一）1.（1） of the main text and of each enclosed text, in order of place."""
    document = subject.document
    # A numbered line behind or in the note of annexes is an entry that the reader did not take.
    unread = unread_note(document)
    notes = [block.start for block in (*of_kind(document, Element.ANNEX_NOTE), *unread[:1])]
    first = min(notes, default=len(subject.text))
    for roots, stop in ((document.outline, first), *((part.outline, len(subject.text)) for part in document.parts)):
        flat = [heading for heading in walk(roots) if heading.level in _DEPTH and heading.start < stop]
        if flat and flat[0].start > first and unread:
            continue
        if flat:
            yield flat


def _ordinal(heading: Heading) -> int | None:
    return read_numeral(heading.ordinal)


def _marker(level: Level, number: int) -> tuple[str, ...]:
    """Return the ways a marker of a level can be printed."""
    han = write_han(number)
    return {
        Level.H1: (f"{han}、", f"{han}．", f"{han}.", f"{han}，"),
        Level.H2: (f"（{han}）", f"({han})", f"（{han})", f"({han}）"),
        Level.H3: (f"{number}.", f"{number}．", f"{number}、"),
        Level.H4: (f"（{number}）", f"({number})", f"{number})", f"{number}）"),
    }[level]


@rule(
    "GW331",
    "level-order",
    "层次顺序",
    clause=_CLAUSE,
    strength=Strength.MAY,
    severity=Severity.INFO,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
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
    for flat in _sections(subject):
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
    for flat in _sections(subject):
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


@rule(
    "GW332",
    "number-gap",
    "层次序号缺号",
    clause=_CLAUSE,
    strength=Strength.MAY,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
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


@rule(
    "GW333",
    "number-repeat",
    "层次序号重复",
    clause=_CLAUSE,
    strength=Strength.MAY,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
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


def _marks(subject: Subject, pattern: re.Pattern[str], *levels: Level) -> Iterator[int]:
    """Yield where the mark of a pattern stands at the openings of the headings of some levels."""
    for flat in _sections(subject):
        for heading in flat:
            if heading.level in levels:
                found = pattern.match(subject.text, heading.start, heading.end)
                if found is not None:
                    yield found.start("mark")


@rule(
    "GW334",
    "mark-behind-brackets",
    "括号序号后标点",
    clause=f"{_CLAUSE}; GB/T 15834-2011, appendix B",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def mark_behind_brackets(subject: Subject) -> Iterator[Hit]:
    """No mark stands behind a number in brackets: （一）, （1）.

    Why: the brackets set it off already.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        （一）、总体要求。要做好。
        （二）工作任务。要落实。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        （一）总体要求。要做好。
        （二）工作任务。要落实。
        国务院办公厅
        2014年11月16日
    """
    for at in _marks(subject, _AFTER_BRACKET, Level.H2, Level.H4):
        yield Hit(at, at + 1, "加括号的序号后不加标点", "no mark stands behind a number in brackets", replacement="")


@rule(
    "GW335",
    "arabic-number-mark",
    "阿拉伯数字序号后标点",
    clause=f"{_CLAUSE}; GB/T 15834-2011, appendix B",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def arabic_number_mark(subject: Subject) -> Iterator[Hit]:
    """A point stands behind an arabic number that opens a heading: 1., not 1、.

    Why: the standard numbers the third level so.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        1、总体要求。要做好。
        2.工作任务。要落实。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        1.总体要求。要做好。
        2.工作任务。要落实。
        国务院办公厅
        2014年11月16日
    """
    for at in _marks(subject, _ARABIC, Level.H3):
        yield Hit(
            at, at + 1, "阿拉伯数字序号后用下圆点，不用顿号", "a point stands behind an arabic number", replacement="."
        )


@rule(
    "GW336",
    "han-number-mark",
    "汉字序号后标点",
    clause=f"{_CLAUSE}; GB/T 15834-2011, appendix B",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def han_number_mark(subject: Subject) -> Iterator[Hit]:
    """、 stands behind a Chinese numeral that opens a heading: 一、, not 一..

    Why: the standard numbers the first level so.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一．总体要求
        要做好。
        二、工作任务
        要落实。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        一、总体要求
        要做好。
        二、工作任务
        要落实。
        国务院办公厅
        2014年11月16日
    """
    for at in _marks(subject, _HAN_POINT, Level.H1):
        yield Hit(at, at + 1, "汉字序号后用顿号", "、 stands behind a Chinese numeral", replacement="、")


@rule(
    "GW337",
    "ordinal-mark",
    "“第一”后标点",
    clause="GB/T 15834-2011, appendix B",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def ordinal_mark(subject: Subject) -> Iterator[Hit]:
    """A comma stands behind 第一, 第二 where they open a sentence, not 、.

    Why: they are words, not signs of a list.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        要抓好两点。第一、加强领导。第二，抓好落实。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        要抓好两点。第一，加强领导。第二，抓好落实。
        国务院办公厅
        2014年11月16日
    """
    for found in _ORDINAL.finditer(subject.text):
        at = found.start("mark")
        yield Hit(at, at + 1, "“第一”“第二”后用逗号", "a comma stands behind 第一", replacement="，")
