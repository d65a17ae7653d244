"""GW351: who signs (署名)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.organ_codes import same_organ
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.grammar.titles import split_issuers
from egovkit.text.patterns import LatePattern

_PLACEHOLDER: Final = LatePattern("[XxＸ×]{2}|[○〇*＊]{2}")
_MANY: Final = LatePattern(r"等(?:[0-9一二三四五六七八九十]{0,3}(?:个)?)?(?:部门|单位|部委)?$")


@rule_of_2012(
    "GW351",
    "signature-issuer",
    "署名与标题不一致",
    clause="中办发〔2012〕14号, art. 9(7), 9(11)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def signature_issuer(subject: Subject) -> Iterator[Hit]:
    """The organ that signs is the one that the title names as the issuer.

    Why: both give the issuing organ. Short names count, and of joint issuers one is enough.
    """
    document = subject.document
    if document.title is None or not document.signature or document.organ_mark is not None:
        return
    named = [_MANY.sub("", name) for name in split_issuers(document.title)]
    signed = [*document.signature, "".join(document.signature)]
    if any(_PLACEHOLDER.search(name) for name in (*named, *signed)):
        # A template names nobody.
        return
    if named and not any(same_organ(one, other) for one in named if one for other in signed):
        yield Hit(
            *document.spans["signature"],
            f"发文机关署名与标题中的“{'、'.join(named)}”不一致",
            "the organ that signs is not the one that the title names",
        )
