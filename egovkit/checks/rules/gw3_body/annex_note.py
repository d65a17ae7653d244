"""GW352 to GW357: the note that lists the annexes (附件说明)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.documents.blocks import Element
from egovkit.grammar.titles import normal_title
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

_NOTE_CLAUSE: Final = "GB/T 9704-2012, 7.3.4"
_B: Final = f"[{BLANKS}]"
_LABEL: Final = LatePattern(rf"附{_B}*件(?P<gap>{_B}*)(?=[0-9１-９《{HAN}])")
_ENTRY_MARK: Final = LatePattern(rf"(?:附{_B}*件{_B}*[：:])?{_B}*[0-9]{{1,2}}(?P<mark>、)")
_NUMBERED: Final = LatePattern(rf"(?:附{_B}*件{_B}*[：:])?{_B}*(?P<number>[0-9]{{1,2}}){_B}?[.．、]")
_INNER: Final = LatePattern(rf"(?<=[{BLANKS}；;。，,、）)》])(?P<number>[0-9]{{1,2}})[.．、](?![0-9])")
_TRAILING: Final = "。；，、;,"
_SHORT: Final = 60
_TITLE_LINES: Final = 160
_NEAR: Final = 0.7


@rule_of_2012(
    "GW352",
    "annex-note-colon",
    "附件说明冒号",
    clause=_NOTE_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.annex_lines",
)
def annex_note_colon(subject: Subject) -> Iterator[Hit]:
    """A colon follows 附件 in the note that lists the annexes.

    Why: the standard prints it so; without it the line reads as the label of an annex's text.
    """
    lines = subject.elements.annex_note[:1] or subject.elements.unread_note
    if not lines:
        return
    start = lines[0].start
    found = _LABEL.match(subject.elements.surface(lines[0]))
    if found is not None and found["gap"]:
        yield Hit(
            start + found.start("gap"),
            start + found.end("gap"),
            "附件说明的“附件”后应当标全角冒号",
            "a colon follows 附件 in the note",
            replacement="：",
        )


@rule_of_2012(
    "GW353",
    "annex-note-end",
    "附件名称后标点",
    clause=_NOTE_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.annex_note",
)
def annex_note_end(subject: Subject) -> Iterator[Hit]:
    """No mark follows the name of an annex in the note.

    Why: the standard says so.
    """
    for block in subject.elements.annex_note:
        if subject.text[block.end - 1] in _TRAILING:
            yield Hit(
                block.end - 1,
                block.end,
                "附件名称后不加标点符号",
                "no mark follows the name of an annex",
                replacement="",
            )


@rule_of_2012(
    "GW354",
    "annex-note-title-marks",
    "附件名称书名号",
    clause="custom: the note names annexes without 《》",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    over="elements.annex_note",
)
def annex_note_title_marks(subject: Subject) -> Iterator[Hit]:
    """The names of annexes are in the note without 《》.

    Why: no clause names it; the printed examples of the standard have none.
    """
    document = subject.document
    if not subject.elements.annex_note:
        return
    for annex in document.annexes:
        printed = subject.text[annex.start : annex.end]
        if printed[:1] == "《" and printed.rstrip(_TRAILING + BLANKS).endswith("》") and printed.count("《") == 1:
            yield Hit(
                annex.start,
                annex.end,
                "附件名称一般不加书名号",
                "the note names annexes without 《》",
                suggestion=annex.title,
            )


@rule_of_2012(
    "GW355",
    "annex-number-mark",
    "附件顺序号后标点",
    clause=_NOTE_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.annex_note",
)
def annex_number_mark(subject: Subject) -> Iterator[Hit]:
    """A point follows the number of an annex in the note: 1., not 1、.

    Why: the standard prints 附件：1.××××.
    """
    for block in subject.elements.annex_note:
        found = _ENTRY_MARK.match(subject.text, block.start, block.end)
        if found is not None:
            at = found.start("mark")
            yield Hit(
                at,
                at + 1,
                "附件顺序号后用下圆点，不用顿号",
                "a point follows the number of an annex",
                replacement=".",
            )


def _given(above: str, number: int) -> bool:
    return re.search(rf"(?<![0-9]){number}[.．、]", above) is not None


@rule_of_2012(
    "GW356",
    "annex-sequence",
    "附件顺序号不连续",
    clause=_NOTE_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.annex_lines",
)
def annex_sequence(subject: Subject) -> Iterator[Hit]:
    """The annexes of a note are numbered 1, 2, 3 without gap or repeat.

    Why: text and labels refer to them by these numbers.
    """
    document = subject.document
    lines = subject.elements.annex_note
    if lines:
        # An entry whose number does not follow was left out of the note and reads as a heading after it.
        lines += tuple(block for block in document.blocks if block.start >= lines[-1].end)[:1]
    else:
        lines = subject.elements.unread_note
    expected = 1
    for block in lines:
        found = _NUMBERED.match(subject.text, block.start, block.end)
        if found is None or block.end - block.start > _SHORT:
            # The rest of an entry that runs over two lines, or a note without numbers.
            continue
        entries = (
            [found]
            if block.kind is not Element.ANNEX_NOTE
            else [found, *_INNER.finditer(subject.text, found.end(), block.end)]
        )
        for entry in entries:
            above = subject.text[lines[0].start : entry.start()]
            if int(entry["number"]) != expected and (entry is not found or _given(above, expected)):
                # A number inside an entry, or one that is read as part of the entry before.
                return
            if int(entry["number"]) != expected:
                yield Hit(
                    entry.start("number"),
                    entry.end("number"),
                    f"附件顺序号不连续，应为{expected}",
                    f"the annexes are numbered without gap or repeat: {expected} comes here",
                    suggestion=str(expected),
                )
                return
            expected += 1


@rule_of_2012(
    "GW357",
    "annex-title",
    "附件标题与附件说明不一致",
    clause="GB/T 9704-2012, 7.3.7",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.annex_note",
)
def annex_title(subject: Subject) -> Iterator[Hit]:
    """The title of an annex is the one that the note gives it.

    Why: the standard asks that number and title of an annex agree with the note.
    """
    document = subject.document
    listed = [normal_title(annex.title) for annex in document.annexes] if subject.elements.annex_note else []
    for part in document.parts:
        found = re.fullmatch(r"附件([0-9]{0,2})[：:]?", part.label or "")
        if part.kind != "annex" or part.title is None or found is None or not listed:
            continue
        place = int(found[1] or 1) - 1
        title = normal_title(part.title)
        if place >= len(listed) or _alike(title, listed[place]):
            continue
        # Titles printed over several lines are read by halves; sure faults are another annex's title, and one that
        # differs by a few characters.
        head = normal_title(subject.text[part.start : part.start + _TITLE_LINES])
        swapped = any(_alike(title, one) for one in listed)
        if swapped or (listed[place] not in head and _nearly(title, listed[place])):
            yield Hit(
                part.start,
                part.start + len(part.label or ""),
                f"附件标题“{part.title}”与附件说明不一致",
                "the title of an annex is not the one that the note gives it",
            )


def _alike(one: str, other: str) -> bool:
    return one in other or other in one


def _nearly(one: str, other: str) -> bool:
    """Say whether two titles are meant to be one: of the same end, and of the same characters for the most part."""
    return one[-1] == other[-1] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR
