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
# A blank after an opening mark is a slip once or twice.
_OFTEN: Final = 3


@rule(
    "GW904",
    "unpaired-bracket",
    "括号不成对",
    clause=f"{PUNCTUATION}, 4.9",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def unpaired_bracket(subject: Subject) -> Iterator[Hit]:
    """Round brackets come in pairs.

    Why: where the remark ends decides what is said. Markers such as 1） have one bracket only, and are not judged.
    """
    if _displaced(subject.text):
        return
    history = [(block.start, block.end) for block in subject.elements.of(Element.PROMULGATION)]
    for at in _unpaired_brackets(subject.text):
        # A page lays out a law's history without the bracket that opens it.
        if not touches(history, at, at + 1):
            yield _unpaired(subject.text, at)


def _unpaired_brackets(text: str) -> Iterator[int]:
    if text.count("（") + text.count("(") == text.count("）") + text.count(")"):
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


def _displaced(text: str) -> bool:
    """Say whether the marks of a text stand elsewhere than its author put them, as some readers of pdf leave them.

    An opening mark has a blank after it there, again and again.
    """
    return sum(text.count(f"“{blank}") for blank in " \u3000\n") >= _OFTEN


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
)
def unpaired_quote(subject: Subject) -> Iterator[Hit]:
    """Quotation marks come in pairs.

    Why: where the quotation ends decides whose words they are. A quotation of several paragraphs opens again with
    each, and closes once.
    """
    text = subject.text
    if text.count("“") == text.count("”") or _displaced(text):
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
