"""GW904 and GW905: brackets and quotation marks in pairs (标点成对)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.standards import PUNCTUATION
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.checks.zones import touches
from egovkit.documents.blocks import Element
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

_PARENTHESES: Final = LatePattern("[（()）]")
_LIST_MARKER: Final = LatePattern(
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
    opening, closing = (sum(text.count(mark) for mark in marks if subject.holds(mark)) for marks in ("（(", "）)"))
    if opening == closing:
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


# Marks whose two sides differ. An apostrophe closes nothing.
_SIDES: Final = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("«", "»"), ("〝", "〞〟"))
_APOSTROPHE: Final = "’"
_STRAIGHT: Final = '＂"'
_MARKS: Final = {left: LatePattern(f"[{left}{rights}\n]") for left, rights in _SIDES}
_ENDS: Final = frozenset("。！？；…”’」』）)].!?0123456789日月年")
# Two marks of one side that are as near as this are a pair, one of them turned.
_NEAR: Final = 40
# What closes a quotation in another form than it was opened in.
_OTHER_FORM: Final = LatePattern('[^“”‘’「」『』«»〝〞〟"＂\n]{1,60}(?P<mark>["＂〝〞〟])')
_HAN_AHEAD: Final = LatePattern(f"[{HAN}]")


@rule(
    "GW905",
    "unpaired-quote",
    "引号不成对",
    clause=f"{PUNCTUATION}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    needs=("".join(map("".join, _SIDES)) + _STRAIGHT,),
)
def unpaired_quote(subject: Subject) -> Iterator[Hit]:
    """Quotation marks come in pairs.

    Why: where the quotation ends decides whose words they are, and one that does not end protects the rest of its paragraph
    from every edit. A quotation of several paragraphs opens again with each, and closes once. A straight mark that is
    alone in its paragraph is one where the text has no other to close it.
    """
    text = subject.text
    lines: set[int] = set()
    # What is asked of every mark is found once for the text, and once for its line.
    whole = text.rstrip()
    last_line = whole.rfind("\n") + 1 if whole and whole[-1] not in _ENDS else len(text)
    start = end = 0
    bare = ""
    for left, rights in _SIDES:
        if not subject.holds(left + rights) or text.count(left) == sum(map(text.count, rights)):
            continue
        if subject.displaced:
            return
        for at in _single(text, left, rights):
            if not start <= at < end:
                start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
                end = end if end >= 0 else len(text)
                bare = text[start:end].strip(BLANKS)
            # A line may bear the mark alone, as an ornament; and of a text that was cut off nobody knows how it goes on.
            if bare == text[at] or at >= last_line:
                continue
            lines.add(start)
            other = _OTHER_FORM.match(text, at + 1) if text[at] == left else None
            if other is None:
                yield _unpaired(text, at)
            else:
                yield Hit(
                    *other.span("mark"),
                    f"与“{left}”成对的引号是“{rights[0]}”",
                    f"the mark that closes {left} is {rights[0]}",
                    suggestion=rights[0],
                )
    for mark in _STRAIGHT:
        if subject.holds(mark) and text.count(mark) == 1:
            at = text.index(mark)
            # 5" is a measure; and what closes a mark of another form is found already.
            known = text.rfind("\n", 0, at) + 1 in lines
            if not known and not text[at - 1 : at].isdecimal() and _HAN_AHEAD.match(text, at + 1):
                yield _unpaired(text, at)


def _single(text: str, left: str, rights: str) -> Iterator[int]:
    """Yield where the marks are that have no other half, in order but for those that no paragraph closes."""
    marks = [(found.start(), found[0]) for found in _MARKS[left].finditer(text)]
    # Where a quotation stands open in this paragraph, whether it goes on with one of the paragraphs above, and those open.
    opened: int | None = None
    goes_on = False
    turned = -1
    above: list[int] = []
    for index, (at, mark) in enumerate(marks):
        other, ahead = marks[index + 1] if index + 1 < len(marks) else (len(text), "\n")
        near = other - at <= _NEAR and not any(straight in text[at:other] for straight in _STRAIGHT)
        if opened is not None and mark not in rights and _OTHER_FORM.match(text, opened + 1):
            yield opened
            opened = None
        if mark == "\n":
            if opened is not None:
                above.append(opened)
            opened = None
        elif mark == left:
            if opened is None:
                opened, goes_on = at, bool(above) and _opens_line(text, at)
            elif ahead in rights or at - opened > _NEAR:
                yield opened
                opened = at
            else:
                # “某“ is a pair whose second mark is turned.
                yield at
                opened = None
        elif opened is not None:
            opened = None
            above = [] if goes_on else above
        elif above:
            above = []
        elif mark != _APOSTROPHE and at != turned:
            yield at
            # ”某” is a pair whose first mark is turned.
            turned = other if near and ahead in rights else -1
    if opened is not None:
        above.append(opened)
    # A quotation of paragraphs opens with each of them, and is one.
    yield from (at for i, at in enumerate(above) if i == 0 or not _opens_line(text, at))


def _opens_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(BLANKS)
