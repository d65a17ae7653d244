"""GW338, GW339, GW343: what a kind of document may ask and answer, and how it ends (行文规则)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import main_end
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.data import tree

_REPORT_ANSWERED: Final = re.compile(r"报告》(?:（[^（）]{1,40}）|\([^()]{1,40}\))?[^。]{0,12}收悉")


@cache
def _asking() -> re.Pattern[str]:
    words = tree("check_terms")["requests"]
    closing = "|".join(words["openings"])
    return re.compile(
        rf"(?:{closing})[，,]?(?:敬|恳|特)?请(?:予)?(?:批示|审批|批复|批准|批转)|{'|'.join(words['phrases'])}"
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

    Bad:
        财政部关于某项工作情况的报告
        国务院：
        某项工作已经完成，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    Good:
        财政部关于某项工作情况的报告
        国务院：
        某项工作已经完成。
        财政部
        2014年11月16日
    """
    document = subject.document
    if document.kind != "报告" or document.recipients is None or (document.title or "").endswith("请示报告"):
        return
    start = document.spans["recipients"][1]
    for found in _asking().finditer(subject.text, start, main_end(document)):
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

    Bad:
        国务院关于设立某项基金的批复
        财政部：
        你部《关于设立某项基金的报告》收悉。现批复如下：
        同意设立某项基金。
        国务院
        2014年11月16日
    Good:
        国务院关于设立某项基金的批复
        财政部：
        你部《关于设立某项基金的请示》收悉。现批复如下：
        同意设立某项基金。
        国务院
        2014年11月16日
    """
    document = subject.document
    if document.kind != "批复" or "recipients" not in document.spans:
        return
    start = document.spans["recipients"][1]
    found = _REPORT_ANSWERED.search(subject.text, start, start + 300)
    if found is not None and "请示" not in subject.text[start : found.end()]:
        yield Hit(found.start(), found.start() + 2, "批复用于答复下级机关请示事项", "a 批复 answers a request")


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
_ENDING: Final = re.compile(f"特此(?P<kind>{'|'.join(_ENDINGS)})[。.]?[ \u3000]*(?:\\n|\\Z)")


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

    Why: the phrase is left from another document, or the title names the wrong kind.

    Bad:
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，恳请批准设立某项基金。
        特此报告。
        财政部
        2014年11月16日
    Good:
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，恳请批准设立某项基金。
        特此请示。
        财政部
        2014年11月16日
    """
    document = subject.document
    if "title" not in document.spans:
        return
    for found in _ENDING.finditer(subject.text, document.spans["title"][1], main_end(document)):
        if document.kind not in _ENDINGS[found["kind"]]:
            yield Hit(
                found.start(),
                found.end("kind"),
                f"文种为“{document.kind}”，结语为“特此{found['kind']}”",
                f"the document is a {document.kind} and ends as another kind does",
            )
