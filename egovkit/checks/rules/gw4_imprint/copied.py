"""GW401 to GW403: who is given a copy (抄送)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.documents.blocks import Element
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

_B: Final = f"[{BLANKS}]"
_COPIED: Final = LatePattern(rf"抄{_B}*送(?P<gap>{_B}+)(?=[{HAN}])")
_MAX_COPIED: Final = 600


@rule_of_2012(
    "GW401",
    "copied-colon",
    "抄送后冒号",
    clause="GB/T 9704-2012, 7.4.2",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    needs=("抄",),
    over="elements.closing_date",
)
def copied_colon(subject: Subject) -> Iterator[Hit]:
    """A colon follows 抄送.

    Why: the standard prints it so.
    """
    document = subject.document
    dated = subject.elements.closing_date
    if dated is None or subject.text.find("抄", dated[1]) < 0:
        return
    for block in document.blocks:
        if block.start < dated[1] or block.kind is Element.COPIED_TO or block.end - block.start > _MAX_COPIED:
            continue
        found = _COPIED.match(subject.text, block.start, block.end)
        if found is not None:
            yield Hit(
                found.start("gap"),
                found.end("gap"),
                "“抄送”后加全角冒号",
                "a colon follows 抄送",
                replacement="：",
            )


@rule_of_2012(
    "GW402",
    "copied-stop",
    "抄送末句号",
    clause="GB/T 9704-2012, 7.4.2",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.copied_to",
)
def copied_stop(subject: Subject) -> Iterator[Hit]:
    """A full stop ends the list of organs that are given a copy.

    Why: the standard asks for it. Judged where the line below shows that the list has ended.
    """
    for block, below in subject.elements.following():
        if block.kind is not Element.COPIED_TO or not squeeze(subject.elements.surface(block)).startswith("抄送"):
            continue
        last = subject.text[block.end - 1]
        if last in "。.：:" or (below is not None and below.kind is not Element.PRINTED):
            continue
        yield Hit(
            block.end - 1,
            block.end,
            "最后一个抄送机关名称后标句号",
            "a full stop ends the list of copies",
            replacement="。" if last in "，、；,;" else f"{last}。",
        )


@rule(
    "GW403",
    "reported-to",
    "抄报",
    clause="国发〔2000〕23号; 中办发〔2012〕14号, art. 9(16)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=date(2001, 1, 1),
    over="elements.copied_to",
)
def reported_to(subject: Subject) -> Iterator[Hit]:
    """Copies go under 抄送 to superiors too; 抄报 went out of use in 2001.

    Why: the regulations since know 抄送 only.
    """
    for block in subject.elements.of(Element.COPIED_TO):
        line = subject.elements.surface(block)
        if squeeze(line).startswith("抄报"):
            yield Hit(
                block.start,
                block.start + line.index("报") + 1,
                "抄送不分“抄报”“抄送”，统一用“抄送”",
                "copies go under 抄送 to superiors too",
                suggestion="抄送",
            )
