"""GW101 and GW102: the copy number (份号)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.text.patterns import LatePattern

_DIGITS: Final = LatePattern(r"(?P<label>份号[：:])?\s?(?P<digits>[0-9]{1,12})")


@rule_of_2012(
    "GW101",
    "copy-number-digits",
    "份号位数",
    clause="GB/T 9704-2012, 7.2.1",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def copy_number_digits(subject: Subject) -> Iterator[Hit]:
    """A copy number (份号) has six digits.

    Why: the standard asks for six arabic digits, padded with zeros.
    """
    document = subject.document
    title = document.spans.get("title", (0, 0))
    # A copy number with its label may be read as a field of the page.
    head = [block for block in document.blocks if block.end <= title[0]]
    for block, below in pairwise([*head, None]):
        if block is None:
            continue
        found = _DIGITS.fullmatch(subject.elements.surface(block))
        if found is None or len(found["digits"]) == 6:
            continue
        if found["label"] or (below is not None and below.kind is Element.SECRECY):
            yield Hit(
                block.start + found.start("digits"),
                block.end,
                "份号一般用6位阿拉伯数字",
                "a copy number has six digits",
                suggestion=found["digits"].zfill(6) if len(found["digits"]) < 6 else None,
            )


@rule_of_2012(
    "GW102",
    "copy-number-missing",
    "涉密公文无份号",
    clause="中办发〔2012〕14号, art. 9(1)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.above_title",
)
def copy_number_missing(subject: Subject) -> Iterator[Hit]:
    """A secret document bears a copy number (份号).

    Why: every copy of a secret document is counted and traced by it.
    """
    head = subject.elements.above_title
    if any(_DIGITS.fullmatch(subject.elements.surface(block)) for block in head):
        return
    for block in head:
        if block.kind is Element.SECRECY:
            yield Hit(block.start, block.end, "涉密公文应当标注份号", "a secret document bears a copy number")
