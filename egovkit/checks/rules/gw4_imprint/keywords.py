"""GW404 and GW405: keywords (主题词), an element from 2001 to 2012."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egovkit.checks.finding import Severity, Strength
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
    over="elements.keywords",
)
def keywords(subject: Subject) -> Iterator[Hit]:
    """An imprint has no keywords (主题词) since 2012.

    Why: they are none of the regulation's eighteen elements. The row of a site's field table is none of the document:
    it is empty, or is above the text.
    """
    elements = subject.elements
    for block in elements.of(Element.KEYWORDS):
        words = squeeze(elements.surface(block)).partition("词")[2].strip("：:")
        if not words or block.start < (elements.closing_date or (elements.text_start, 0))[0]:
            continue
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
    over="elements.copied_to",
)
def keywords_missing(subject: Subject) -> Iterator[Hit]:
    """An imprint of 2001 to 2012 has keywords (主题词).

    Why: they were an element then. Sites print them apart or not at all, so that this is a hint only.
    """
    document = subject.document
    if document.keywords or "主题词" in squeeze(subject.text):
        return
    imprint = list(subject.elements.of(Element.COPIED_TO))
    if imprint and document.printed_on is not None:
        yield Hit(imprint[0].start, imprint[0].end, "公文应当标注主题词", "the document should have keywords")
