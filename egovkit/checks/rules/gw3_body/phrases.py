"""GW343: how a document ends (结语)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.checks.words import LINE_END
from egovkit.data import tree
from egovkit.text.patterns import LatePattern

# The phrases that end a document, by the kinds they end.
_ENDINGS: Final = {
    "通知": ("通知",),
    "通报": ("通报",),
    "报告": ("报告",),
    "请示": ("请示",),
    "批复": ("批复",),
    "公告": ("公告",),
    "通告": ("通告",),
    "函达": ("函",),
    "函告": ("函",),
    "函复": ("函",),
    "复函": ("函",),
}
_ENDING: Final = LatePattern(f"特此(?P<kind>{'|'.join(_ENDINGS)})[。.]?{LINE_END}")


# What a superior does with a request, and with nothing else.
_UPWARD: Final = ("请示", "报告")
_OF_REQUESTS: Final = ("批示", "批复")


@cache
def _asking() -> re.Pattern[str]:
    """Return what finds the sentence that closes a request, at the end of its line."""
    openings = "|".join(tree("check_terms")["requests"]["openings"])
    return re.compile(
        rf"(?P<phrase>(?:[以如]上请示)?(?:{openings})[，,]?(?:敬|恳|特)?请(?:予)?(?P<wish>批示|批复|审批|审定|批准|批转))"
        rf"[。.]?{LINE_END}"
    )


_ASKED: Final = LatePattern(rf"请(?:予)?(?:批示|批复|审批|审定|批准|批转)[。.]?{LINE_END}")


@rule_of_2012(
    "GW343",
    "closing-phrase",
    "结语与文种不符",
    clause="custom: a document ends with the phrase of its own kind",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    kinds=("通知", "通报", "报告", "请示", "批复", "公告", "通告", "函"),
)
def closing_phrase(subject: Subject) -> Iterator[Hit]:
    """A document that ends with 特此通知 and the like is of that kind.

    Why: the phrase is left from another document, or the title names the wrong kind. 妥否，请批示 and its like end a
    request (请示); in a report they are GW338's. Letters (函) may ask for approval, and ask for a letter in reply.
    """
    document = subject.document
    if "title" not in document.spans:
        return
    # The sentence has no character to begin with that is found fast; how it ends has one.
    body = (document.spans["title"][1], subject.elements.main_end)
    if document.kind not in _UPWARD and _ASKED.search(subject.text, *body):
        for asked in _asking().finditer(subject.text, *body):
            if document.kind != "函" or asked["wish"] in _OF_REQUESTS or "请示" in asked[0]:
                yield Hit(
                    *asked.span("phrase"),
                    f"文种为“{document.kind}”，结语为请示用语",
                    f"the document is a {document.kind} and ends as a request does",
                )
    for found in _ENDING.finditer(subject.text, *body):
        if document.kind not in _ENDINGS[found["kind"]]:
            yield Hit(
                found.start(),
                found.end("kind"),
                f"文种为“{document.kind}”，结语为“特此{found['kind']}”",
                f"the document is a {document.kind} and ends as another kind does",
            )
