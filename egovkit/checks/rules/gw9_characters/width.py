"""GW901 to GW903: full-width and half-width marks (全角、半角)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.standards import PUNCTUATION
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN, LINE_END
from egovkit.checks.zones import touches
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern
from egovkit.text.records import maker

# Some texts have a hundred of these.
_hit: Final = maker(Hit)
_LINE_END: Final = LatePattern(LINE_END)
# The one character that a pattern begins with is found ten times faster than any of a set.
_HALF: Final = tuple(
    (
        mark,
        wide,
        LatePattern(
            rf"{re.escape(mark)}(?:(?<=[{HAN}”’》）].)"
            rf"(?:(?=[{HAN}“‘《（])|(?P<last>(?=[{BLANKS}]|\Z))|(?<![?!])(?=[0-9A-Za-z]))"
            # After a digit, a percentage or a Latin word, where Chinese text goes on.
            rf"|(?<=[0-9A-Za-z%％‰℃)].)(?=[{HAN}“‘《（]))"
        ),
    )
    for mark, wide in zip(",;:?!", "，；：？！", strict=True)
)
_ENTITY_END: Final = LatePattern(r"&#?[0-9A-Za-z]{2,7}\Z")


@custom(
    "GW901",
    "half-width-mark",
    "半角标点",
    clause="custom: Chinese text takes full-width marks",
    scope=Scope.WORDS,
    needs=(",;:?!",),
)
def half_width_mark(subject: Subject) -> Iterator[Hit]:
    """Chinese text has the full-width marks ，；：？！, not the half-width ones: after Chinese characters, and before them.

    Why: the half-width ones are those of Latin text; mixed, lines do not align and searches fail. The entries of a
    bibliography follow a standard of their own.
    """
    text, bibliography = subject.text, subject.bibliography
    for mark, wide, half in _HALF:
        if not subject.holds(mark):
            continue
        message = f"汉语行文用全角标点“{wide}”"
        for found in half.finditer(text):
            at = found.start()
            if found["last"] is not None and _LINE_END.match(text, at + 1) is None:
                continue
            if wide == "；" and _ENTITY_END.search(text, max(0, at - 9), at):
                # An entity of a web page: GW938.
                continue
            if not (bibliography and touches(bibliography, at, at + 1)):
                yield _hit((at, at + 1, message, "Chinese text takes full-width marks", None, wide))


_WIDE: Final = str.maketrans("()", "（）")
_HALF_PAIR: Final = LatePattern(r"\(([^()（）\n]{1,120})\)")
_HAN_INSIDE: Final = LatePattern(f"[{HAN}]")
_MARKER: Final = LatePattern(r"[一二三四五六七八九十0-9]{1,3}\Z")
_OPERATORS: Final = frozenset("=＝÷×*＋+−－/")


@custom(
    "GW902",
    "half-width-brackets",
    "半角括号",
    clause="custom: Chinese text takes full-width brackets",
    scope=Scope.WORDS,
    needs=("(", ")"),
)
def half_width_brackets(subject: Subject) -> Iterator[Hit]:
    """A remark in Chinese is in full-width brackets, （ and ）.

    Why: the half-width ones are those of Latin text. The marker of a heading is judged by its own rule, and the
    brackets of a formula by none.
    """
    text = subject.text
    if "(" not in text:
        return
    for found in _HALF_PAIR.finditer(text):
        start, end = found.span()
        if text[start - 1 : start] in _OPERATORS or text[end : end + 1] in _OPERATORS:
            continue
        if _HAN_INSIDE.search(text, start + 1, end - 1) and not _MARKER.match(found[1]):
            for at, wide in ((start, "（"), (end - 1, "）")):
                message = f"括号用全角“{wide}”"
                yield _hit((at, at + 1, message, "Chinese text takes full-width brackets", None, wide))


# Two patterns, each with a rare first character, are faster than one.
_MIXED_PAIRS: Final = (
    LatePattern(r"（[^()（）\n]{1,120}(?P<half>\))"),
    LatePattern(r"(?P<half>\()[^()（）\n]{1,120}）"),
)


@rule(
    "GW903",
    "mixed-brackets",
    "括号全角半角混用",
    clause=f"{PUNCTUATION}, 4.9",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    needs=("()",),
)
def mixed_brackets(subject: Subject) -> Iterator[Hit]:
    """The two brackets of a pair are of one width.

    Why: they are two halves of one mark.
    """
    text = subject.text
    for pair in _MIXED_PAIRS if "(" in text or ")" in text else ():
        for found in pair.finditer(text):
            if _HAN_INSIDE.search(found[0]):
                yield Hit(
                    *found.span("half"),
                    "一对括号的全角半角应当一致",
                    "the brackets of a pair are of one width",
                    replacement=found["half"].translate(_WIDE),
                )
