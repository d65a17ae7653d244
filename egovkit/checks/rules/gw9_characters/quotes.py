"""GW910 to GW912: quotation marks (引号)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.standards import PUNCTUATION
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.text.patterns import LatePattern

_HAN_INSIDE: Final = LatePattern(f"[{HAN}]")
_STRAIGHT: Final = LatePattern(r'"(?<!=")(?=([^"“”\n]{1,120})")')


@rule(
    "GW910",
    "straight-quotes",
    "直引号",
    clause=f"{PUNCTUATION}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    needs=('"',),
)
def straight_quotes(subject: Subject) -> Iterator[Hit]:
    """Chinese words are quoted with “ and ”.

    Why: the straight mark does not show which side opens. Where straight and curved marks stand mixed, nobody can
    tell what is quoted.
    """
    done = 0
    for found in _STRAIGHT.finditer(subject.text):
        start, end = found.start(), found.end(1) + 1
        # What is between two quotations is none; what has no Chinese words may close one.
        if start >= done and _HAN_INSIDE.search(found[1]):
            yield Hit(start, end, "引号用“”", "Chinese words are quoted with “ and ”", suggestion=f"“{found[1]}”")
            done = end


_NESTED: Final = LatePattern(r"“[^“”\n]{0,100}(“[^“”\n]{1,100}”)[^“”\n]{0,100}”")


@rule(
    "GW911",
    "nested-quotes",
    "引号内用双引号",
    clause=f"{PUNCTUATION}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    needs=("“", "”"),
)
def nested_quotes(subject: Subject) -> Iterator[Hit]:
    """A quotation inside a quotation is in ‘ and ’.

    Why: two kinds of marks show which quotation ends where.
    """
    for found in _NESTED.finditer(subject.text):
        yield Hit(
            *found.span(1),
            "引号里面还要用引号时，里面用单引号",
            "a quotation inside a quotation is in single marks",
            suggestion=f"‘{found[1][1:-1]}’",
        )


_BETWEEN: Final = LatePattern("”、“")
_REMARKED: Final = LatePattern(r"”[（(][^（()）\n]{1,60}[）)]、“")


@rule(
    "GW912",
    "comma-between-quotes",
    "引号之间用顿号",
    clause=f"{PUNCTUATION}, 4.5.3.5",
    strength=Strength.MAY,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    since=date(2012, 6, 1),
    seeks=lambda: (_BETWEEN,),
)
def comma_between_quotes(subject: Subject) -> Iterator[Hit]:
    """Quoted words of a list follow each other without 、.

    Why: since 2012 the standard leaves the mark out, as the quotation marks part the words already; it stays where
    a remark in brackets is between them.
    """
    text = subject.text
    for found in subject.matches(_BETWEEN):
        at = found.start()
        if not _REMARKED.search(text, max(0, at - 160), at + 160):
            yield Hit(
                at + 1,
                at + 2,
                "并列的引号之间通常不用顿号",
                "quoted words of a list follow each other without a comma",
                replacement="",
            )
