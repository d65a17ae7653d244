"""GW338 and GW339: what a kind of document may ask and answer (行文规则)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.data import tree
from egovkit.text.patterns import LatePattern

_REPORT_ANSWERED: Final = LatePattern(r"报告》(?:（[^（）]{1,40}）|\([^()]{1,40}\))?[^。]{0,12}收悉")

# 已报请审批 and 企业申请审批 tell of a request; 现报请审批 is one.
_NOW_ASKED: Final = "(?:(?<![报呈提申转])|(?<=[现特谨][报呈]))"


@cache
def _asking() -> re.Pattern[str]:
    words = tree("check_terms")["requests"]
    closing = "|".join(words["openings"])
    return re.compile(
        rf"(?:{closing})[，,]?(?:敬|恳|特)?请(?:予)?(?:批示|批复|审批|审定|批准|批转)|{_NOW_ASKED}(?:{'|'.join(words['phrases'])})"
    )


@rule_of_2012(
    "GW338",
    "request-in-report",
    "报告夹带请示事项",
    clause="中办发〔2012〕14号, art. 15(4)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def request_in_report(subject: Subject) -> Iterator[Hit]:
    """A report asks for no decision.

    Why: what is asked in a report is not answered. A request (请示) is written for it.
    """
    document = subject.document
    if document.kind != "报告" or document.recipients is None or (document.title or "").endswith("请示报告"):
        return
    start = document.spans["recipients"][1]
    for found in _asking().finditer(subject.text, start, subject.elements.main_end):
        yield Hit(
            *found.span(),
            "不得在报告等非请示性公文中夹带请示事项",
            "a report asks for no decision; a 请示 is written for it",
        )


@rule_of_2012(
    "GW339",
    "reply-to-report",
    "批复答复报告",
    clause="中办发〔2012〕14号, art. 8(12)",
    strength=Strength.MUST,
    severity=Severity.INFO,
)
def reply_to_report(subject: Subject) -> Iterator[Hit]:
    """A 批复 answers a request (请示), not a report (报告).

    Why: a report is not answered. That the other side chose the wrong kind is not the writer's fault, so that this is
    a hint only.
    """
    document = subject.document
    if document.kind != "批复" or "recipients" not in document.spans:
        return
    start = document.spans["recipients"][1]
    found = _REPORT_ANSWERED.search(subject.text, start, start + 300)
    if found is not None and "请示" not in subject.text[start : found.end()]:
        yield Hit(found.start(), found.start() + 2, "批复用于答复下级机关请示事项", "a 批复 answers a request")
