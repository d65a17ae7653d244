"""GW108 and GW109: the degree of urgency (紧急程度)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.data import tree
from egovkit.documents.blocks import Element
from egovkit.models.issuance import NumberForm
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

_OTHERS: Final = LatePattern(lambda: "|".join(tree("check_terms")["urgency"]["others"]))
_OF_TELEGRAMS: Final = LatePattern(lambda: "|".join(tree("check_terms")["urgency"]["of_telegrams"]))


@rule_of_2012(
    "GW108",
    "urgency-word",
    "紧急程度名称",
    clause="中办发〔2012〕14号, art. 9(3)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.above_title",
)
def urgency_word(subject: Subject) -> Iterator[Hit]:
    """An urgent document is marked 特急 or 加急.

    Why: the regulation knows these two; 急件 was a level until 2012.
    """
    for block in subject.elements.above_title:
        if block.end - block.start <= 12 and _OTHERS.fullmatch(squeeze(subject.elements.surface(block))):
            yield Hit(
                block.start,
                block.end,
                "紧急公文应当分别标注“特急”“加急”",
                "an urgent document is marked 特急 or 加急",
                suggestion="特急、加急",
            )


@rule_of_2012(
    "GW109",
    "telegram-urgency",
    "电报的紧急程度",
    clause="中办发〔2012〕14号, art. 9(3)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def telegram_urgency(subject: Subject) -> Iterator[Hit]:
    """特提 and 平急 are degrees of urgency of telegrams only.

    Why: the regulation gives documents two degrees and telegrams four.
    """
    number = subject.document.number
    if number is None or number.form is not NumberForm.REGULAR or "电" in (number.code or "电"):
        return
    for block in subject.elements.of(Element.URGENCY):
        word = squeeze(subject.elements.surface(block))
        if _OF_TELEGRAMS.fullmatch(word):
            yield Hit(
                block.start,
                block.end,
                f"“{word}”只用于电报",
                f"{word} is for telegrams only",
                suggestion="特急、加急",
            )
