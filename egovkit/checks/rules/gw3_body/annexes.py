"""GW364 to GW366: annexes and what refers to them (附件)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.text.folding import BLANKS
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

_B: Final = f"[{BLANKS}]"
_DECLARED: Final = LatePattern(
    r"附件(?:共计|共|计)?(?P<count>[1-9][0-9]?|[一二三四五六七八九十]{1,2})[份个件](?![0-9，、]{0,2}附件)"
)
_ANNEX_CITED: Final = LatePattern(r"见附件(?P<number>[1-9][0-9]?)(?![0-9份个件])")
_ANY_CITED: Final = LatePattern(r"见(?P<annex>附件[0-9]{0,2})(?=[，。；）)、])")


@rule_of_2012(
    "GW364",
    "annex-cited",
    "引用附件超出附件说明",
    clause="GB/T 9704-2012, 7.3.4, 7.3.7",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.annex_note",
)
def annex_cited(subject: Subject) -> Iterator[Hit]:
    """An annex that the text refers to is one of those its note lists.

    Why: 见附件3 with two annexes leads nowhere, and of 附件3份 beside one annex two are lost.
    """
    document = subject.document
    notes = subject.elements.annex_note
    if not notes or not document.annexes:
        return
    count = len(document.annexes)
    for found in _DECLARED.finditer(subject.text, 0, notes[0].start):
        if read_numeral(found["count"]) not in (None, count):
            yield Hit(*found.span(), f"附件说明列{count}个附件", f"the note lists {count} annexes")
    for found in _ANNEX_CITED.finditer(subject.text, 0, notes[0].start):
        if int(found["number"]) > count:
            yield Hit(
                found.start() + 1,
                found.end(),
                f"附件说明只列{count}个附件",
                f"the note lists {count} annexes",
            )


@rule_of_2012(
    "GW365",
    "annex-note-missing",
    "引用附件而无附件说明",
    clause="GB/T 9704-2012, 7.3.4",
    strength=Strength.MUST,
    severity=Severity.INFO,
    needs=("见", "附", "件"),
    over="elements.closing_date",
)
def annex_note_missing(subject: Subject) -> Iterator[Hit]:
    """A document whose text refers to an annex (见附件) has a note that lists it.

    Why: the reader does not know what is enclosed. Sites leave annexes out, so that this is a hint only.
    """
    document = subject.document
    dated = subject.elements.closing_date
    if dated is None or not document.signature or document.annexes or document.parts:
        return
    found = _ANY_CITED.search(subject.text, 0, dated[0])
    # A line of the page that names the file of an annex is note enough.
    last = subject.text.rfind("附件")
    if found is not None and last < dated[0] and not _LABELLED.search(subject.text):
        yield Hit(*found.span("annex"), "正文引用附件，无附件说明", "the text refers to an annex that no note lists")


_LABELLED: Final = LatePattern(rf"^{_B}*附{_B}*件{_B}*[0-9：:]", re.MULTILINE)


@rule_of_2012(
    "GW366",
    "annex-not-listed",
    "附件未列入附件说明",
    clause="GB/T 9704-2012, 7.3.4, 7.3.7",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.annex_note",
)
def annex_not_listed(subject: Subject) -> Iterator[Hit]:
    """An annex that is enclosed is one of those that the note lists.

    Why: note and annexes agree in number and title; an annex that the note leaves out gets lost.
    """
    document = subject.document
    if not subject.elements.annex_note or not document.annexes:
        return
    count = len(document.annexes)
    for part in document.parts:
        found = re.fullmatch(r"附件([0-9]{1,2})[：:]?", part.label or "")
        if part.kind == "annex" and part.title is not None and found is not None and int(found[1]) > count:
            yield Hit(
                part.start,
                part.start + len(part.label or ""),
                f"附件说明只列{count}个附件",
                f"the note lists {count} annexes",
            )


_CITED: Final = LatePattern(r"附件(?P<number>[1-9][0-9]?)(?![0-9份个件])")
# 附件1—3, 附件1至附件3, 附件1、2, 各附件: what they take in is not told one by one.
_SEVERAL: Final = LatePattern(
    "附件[1-9][0-9]?(?:[、和及]|[至到—~～-](?:附件)?)[1-9]|各附件|附件均|所有附件|上述附件|以上附件|见附件(?![0-9])"
)
_FEWEST_CITED: Final = 2


@rule_of_2012(
    "GW367",
    "annex-not-cited",
    "附件未在正文引用",
    clause="custom: a text that refers to its annexes one by one refers to each",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    over="elements.annex_note",
)
def annex_not_cited(subject: Subject) -> Iterator[Hit]:
    """A text that refers to its annexes by number refers to each that the note lists.

    Why: the reader does not know what the other is for. Judged where two annexes are cited by number and one is not.
    """
    document, notes = subject.document, subject.elements.annex_note
    if not notes or len(document.annexes) <= _FEWEST_CITED:
        return
    body = subject.text[: notes[0].start]
    cited = {int(found["number"]) for found in _CITED.finditer(body)}
    missing = [number for number in range(1, len(document.annexes) + 1) if number not in cited]
    if len(cited) < _FEWEST_CITED or len(missing) != 1 or _SEVERAL.search(body):
        return
    annex = document.annexes[missing[0] - 1]
    yield Hit(annex.start, annex.end, f"正文未引用附件{missing[0]}", f"the text does not refer to annex {missing[0]}")


_ONE_NUMBERED: Final = LatePattern(rf"附{_B}*件{_B}*[：:]{_B}*(?P<number>1{_B}?[.．、])")


@rule_of_2012(
    "GW368",
    "single-annex-number",
    "单个附件编号",
    clause="GB/T 9704-2012, 7.3.4",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    over="elements.annex_note",
)
def single_annex_number(subject: Subject) -> Iterator[Hit]:
    """A single annex has no number in the note: 附件：任务分工表.

    Why: the standard numbers the annexes where there are several.
    """
    notes = subject.elements.annex_note
    if len(notes) != 1 or len(subject.document.annexes) != 1:
        return
    found = _ONE_NUMBERED.match(subject.text, notes[0].start, notes[0].end)
    labelled = any((part.label or "").rstrip("：:").endswith("2") for part in subject.document.parts)
    if found is not None and not labelled:
        yield Hit(*found.span("number"), "只有一个附件时不编顺序号", "a single annex has no number", replacement="")
