"""GW334 to GW337: the marks after the numbers that open headings (序数标点)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.heading_lists import HAN
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.standards import HEADINGS, PUNCTUATION
from egovkit.checks.subject import Subject
from egovkit.documents.structure.outline import Level
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

_CLAUSE: Final = f"{HEADINGS}; {PUNCTUATION}, appendix B"
_AFTER_BRACKET: Final = LatePattern(
    rf"[（(][{BLANKS}]?(?:[{HAN}]{{1,4}}|[0-9]{{1,3}})[{BLANKS}]?[)）](?P<mark>[、.．，,])"
)
_ARABIC: Final = LatePattern(r"[0-9]{1,3}(?P<mark>、)")
_HAN_POINT: Final = LatePattern(rf"[{HAN}]{{1,4}}(?P<mark>[.．，,])")
_ORDINALS: Final = (
    LatePattern(f"第[一二三四五六七八九十](?P<mark>、)(?![第{HAN}])"),
    *(LatePattern(f"{word}(?P<mark>、)(?!其次|再次|最后)") for word in ("首先", "其次", "再次")),
)


def _marks(subject: Subject, pattern: LatePattern, *levels: Level) -> Iterator[int]:
    """Yield where the mark of a pattern is at the openings of the headings of some levels."""
    for flat in subject.numbered_headings:
        for heading in flat:
            if heading.level in levels:
                found = pattern.match(subject.text, heading.start, heading.end)
                if found is not None:
                    yield found.start("mark")


@rule_of_2012(
    "GW334",
    "mark-behind-brackets",
    "括号序号后标点",
    clause=_CLAUSE,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    over="numbered_headings",
)
def mark_behind_brackets(subject: Subject) -> Iterator[Hit]:
    """No mark follows a number in brackets: （一）, （1）.

    Why: the brackets set it off already.
    """
    for at in _marks(subject, _AFTER_BRACKET, Level.H2, Level.H4):
        yield Hit(at, at + 1, "加括号的序号后不加标点", "no mark follows a number in brackets", replacement="")


@rule_of_2012(
    "GW335",
    "arabic-number-mark",
    "阿拉伯数字序号后标点",
    clause=_CLAUSE,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    over="numbered_headings",
)
def arabic_number_mark(subject: Subject) -> Iterator[Hit]:
    """A point follows an arabic number that opens a heading: 1., not 1、.

    Why: the standard numbers the third level so.
    """
    for at in _marks(subject, _ARABIC, Level.H3):
        yield Hit(at, at + 1, "阿拉伯数字序号后用下圆点，不用顿号", "a point follows an arabic number", replacement=".")


@rule_of_2012(
    "GW336",
    "han-number-mark",
    "汉字序号后标点",
    clause=_CLAUSE,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    over="numbered_headings",
)
def han_number_mark(subject: Subject) -> Iterator[Hit]:
    """、 follows a Chinese numeral that opens a heading: 一、, not 一..

    Why: the standard numbers the first level so.
    """
    for at in _marks(subject, _HAN_POINT, Level.H1):
        yield Hit(at, at + 1, "汉字序号后用顿号", "、 follows a Chinese numeral", replacement="、")


@rule_of_2012(
    "GW337",
    "ordinal-mark",
    "“第一”后标点",
    clause=f"{PUNCTUATION}, appendix B",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    needs=("、", "第首其再"),
)
def ordinal_mark(subject: Subject) -> Iterator[Hit]:
    """A comma follows 第一, 第二 and 首先, 其次 where they open a sentence, not 、.

    Why: they are words, not signs of a list.
    """
    text = subject.text
    for ordinal in _ORDINALS:
        for found in ordinal.finditer(text):
            before = text[max(0, found.start() - 8) : found.start()]
            said = before.rstrip(BLANKS)
            if said[-1:] in ("", *"。；：，") or "\n" in before[len(said) :]:
                at = found.start("mark")
                yield Hit(at, at + 1, "“第一”“第二”后用逗号", "a comma follows 第一", replacement="，")
