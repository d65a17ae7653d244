"""GW906 to GW909: marks that are given twice, ellipses and dashes (标点重复、省略号、破折号)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.standards import PUNCTUATION
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.text.folding import BLANKS, LINE_ENDS
from egovkit.text.patterns import LatePattern

_HAN_AHEAD: Final = LatePattern(f"[{HAN}]")
# Inside a run it begins nowhere: each hyphen of a long one would be gone on from.
_HYPHENS: Final = LatePattern("-(?<!--)-+")
_AROUND: Final = LatePattern(rf"[{HAN}”’》）]")
# A headline that the site cut short.
_HEADLINE: Final = LatePattern(r"[^\n。，；：、,;:]{0,60}+\Z")
# What an ellipsis can follow: also a word quoted the makeshift way.
_TRAILED: Final = LatePattern(rf"[{HAN}”’》）\"]")


_PARTING: Final = "，。、；："
# The next character is looked at sooner than the one before.
_RUNS: Final = tuple(LatePattern(f"{mark}[{_PARTING}](?<![{_PARTING}]..)[{_PARTING}]*") for mark in _PARTING)


def _runs(subject: Subject) -> Iterator[tuple[int, int, str]]:
    """Yield where marks that part clauses follow one another (标点连用), and which."""
    for found in chain.from_iterable(map(subject.matches, _RUNS)):
        yield *found.span(), found[0]


@rule(
    "GW906",
    "doubled-mark",
    "标点重复",
    clause=f"{PUNCTUATION}, 4.1–4.7",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    seeks=lambda: _RUNS,
)
def doubled_mark(subject: Subject) -> Iterator[Hit]:
    """A mark is given once.

    Why: the second is a slip of the keyboard.
    """
    for start, end, run in _runs(subject):
        # Three full stops are an ellipsis badly written: GW908.
        if run == run[0] * len(run) and not (run[0] == "。" and len(run) > 2):
            yield Hit(start + 1, end, f"标点“{run[0]}”重复", "the mark is doubled", replacement="")


@rule(
    "GW907",
    "clashing-marks",
    "标点冲突",
    clause=f"{PUNCTUATION}, 4.1–4.7",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    seeks=lambda: _RUNS,
)
def clashing_marks(subject: Subject) -> Iterator[Hit]:
    """Two marks that part clauses do not follow one another.

    Why: a sentence either goes on or ends; which one was meant only its author knows.
    """
    for start, end, run in _runs(subject):
        if run != run[0] * len(run):
            yield Hit(start, end, f"标点“{run}”连用", "two marks of different weight are together")


# One character to begin with is found faster than any of a set.
_POINTS: Final = (
    LatePattern("…(?<![.…。]…)(?![.…。])"),
    LatePattern(r"\.(?<![.…。]\.)(?:\.{2}|\.{5})(?![.…。])"),
    LatePattern("。(?<![.…。]。)。{2,5}(?![.…。])"),
)


@rule(
    "GW908",
    "ellipsis",
    "省略号",
    clause=f"{PUNCTUATION}, 4.11",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    seeks=lambda: _POINTS,
)
def ellipsis(subject: Subject) -> Iterator[Hit]:
    """An ellipsis is six points in the room of two characters (……).

    Why: full stops in a row end a sentence again and again, and three points are the Latin mark.
    """
    text = subject.text
    last = len(text.rstrip())
    for found in chain.from_iterable(map(subject.matches, _POINTS)):
        at = found.start()
        if (at and _TRAILED.match(text, at - 1)) or text[at - 1 : at] in ("、", "，"):
            # Points after the whole text, as teasers end, and after a headline are the site's.
            if found.end() >= last or (
                found[0] == "..." and text[found.end()] in BLANKS and _HEADLINE.match(text, 0, at)
            ):
                continue
            whole = text[found.end()] not in LINE_ENDS
            yield Hit(
                *found.span(),
                "省略号为六个小圆点，占两个字的位置",
                "an ellipsis is six points in the room of two characters",
                suggestion="……",
                replacement="……" if whole else None,
            )


@rule(
    "GW909",
    "dash",
    "破折号",
    clause=f"{PUNCTUATION}, 4.10",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    seeks=lambda: (_HYPHENS,),
)
def dash(subject: Subject) -> Iterator[Hit]:
    """A dash is one line in the room of two characters (——).

    Why: two hyphens are the typewriter's makeshift.
    """
    text = subject.text
    for found in subject.matches(_HYPHENS):
        at, end = found.span()
        if end - at == 2 and at and _AROUND.match(text, at - 1) and _HAN_AHEAD.match(text, end):
            yield Hit(
                at, end, "破折号占两个字的位置", "a dash is one line in the room of two characters", replacement="——"
            )
