"""GW404 and GW405: keywords (主题词), an element from 2001 to 2012."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import of_kind
from egovkit.checks.rule import Hit, Scope, rule, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.text.folding import squeeze


@rule_of_2012(
    "GW404",
    "keywords",
    "主题词",
    clause="中办发〔2012〕14号, art. 9",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def keywords(subject: Subject) -> Iterator[Hit]:
    """An imprint has no keywords (主题词) since 2012.

    Why: they are none of the regulation's eighteen elements. The row of a site's field table is none of the document.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        主题词：政务　公开　通知
        国务院办公厅秘书局　2014年11月17日印发
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        国务院办公厅秘书局　2014年11月17日印发
    """
    for block in of_kind(subject.document, Element.KEYWORDS):
        yield Hit(block.start, block.end, "2012年7月1日起公文不标主题词", "documents have no keywords since 2012")


@rule(
    "GW405",
    "keywords-missing",
    "缺主题词",
    clause="国发〔2000〕23号; GB/T 9704-1999",
    strength=Strength.MUST,
    severity=Severity.INFO,
    scope=Scope.OFFICIAL,
    since=date(2001, 1, 1),
    until=date(2012, 6, 30),
)
def keywords_missing(subject: Subject) -> Iterator[Hit]:
    """An imprint of 2001 to 2012 has keywords (主题词).

    Why: they were an element then. Sites print them apart or not at all, so that this is a hint only.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        二〇〇九年十一月十六日
        抄送：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2009年11月17日印发
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        二〇〇九年十一月十六日
        主题词：政务　公开　通知
        抄送：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2009年11月17日印发
    """
    document = subject.document
    if document.keywords or "主题词" in squeeze(subject.text):
        return
    imprint = list(of_kind(document, Element.COPIED_TO))
    if imprint and document.printed_on is not None:
        yield Hit(imprint[0].start, imprint[0].end, "公文应当标注主题词", "the document should have keywords")
