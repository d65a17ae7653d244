"""GW904 and GW905: brackets and quotation marks in pairs (标点成对)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.standards import PUNCTUATION
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.documents.blocks import Element

_PARENTHESES: Final = re.compile("[（()）]")
_LIST_MARKER: Final = re.compile(
    r"(?<![0-9０-９a-zA-Z])[0-9０-９a-zA-Z①-⑳]{1,3}\Z|(?:^|[\n\s，。；、：:;,“])[一二三四五六七八九十]{1,3}\Z"
)
# A bracket that is further off than this belongs to another sentence.
_FAR: Final = 600


@rule(
    "GW904",
    "unpaired-bracket",
    "括号不成对",
    clause=f"{PUNCTUATION}, 4.9",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    needs=("()（）",),
)
def unpaired_bracket(subject: Subject) -> Iterator[Hit]:
    """Round brackets come in pairs.

    Why: where the remark ends decides what is said. Markers such as 1） have one bracket only, and are not judged.
    """
    unpaired = list(_unpaired_brackets(subject))
    if not unpaired or subject.displaced:
        return
    history = [(block.start, block.end) for block in subject.elements.of(Element.PROMULGATION)]
    for at in unpaired:
        # A page lays out a law's history without the bracket that opens it.
        if not touches(history, at, at + 1):
            yield _unpaired(subject.text, at)


def _unpaired_brackets(subject: Subject) -> Iterator[int]:
    text = subject.text
    wide, half = (sum(map(text.count, marks)) if subject.holds(marks) else 0 for marks in ("（(", "）)"))
    if wide == half:
        return
    pending: list[int] = []
    for mark in _PARENTHESES.finditer(text):
        at = mark.start()
        if mark[0] in "（(":
            pending.append(at)
            continue
        while pending and at - pending[-1] > _FAR:
            yield pending.pop()
        if pending:
            pending.pop()
        elif not _LIST_MARKER.search(text, max(0, at - 5), at):
            yield at
    yield from pending


def _unpaired(text: str, at: int) -> Hit:
    return Hit(at, at + 1, f"“{text[at]}”不成对", f"{text[at]} has no other half")


_QUOTES: Final = re.compile("[“”\n]")


@rule(
    "GW905",
    "unpaired-quote",
    "引号不成对",
    clause=f"{PUNCTUATION}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    needs=("“”",),
)
def unpaired_quote(subject: Subject) -> Iterator[Hit]:
    """Quotation marks come in pairs.

    Why: where the quotation ends decides whose words they are. A quotation of several paragraphs opens again with
    each, and closes once.
    """
    text = subject.text
    if text.count("“") == text.count("”") or subject.displaced:
        return
    # The last mark that opened, whether in this line, and whether a quotation of paragraphs before is still open.
    opened, here, above = -1, False, False
    for mark in _QUOTES.finditer(text):
        if mark[0] == "\n":
            above, here = above or here, False
        elif mark[0] == "“":
            if here:
                yield _unpaired(text, opened)
            opened, here = mark.start(), True
        elif here:
            here = False
        elif above:
            above = False
        else:
            yield _unpaired(text, mark.start())
