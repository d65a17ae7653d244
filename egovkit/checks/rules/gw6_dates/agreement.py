"""GW605 to GW609: the dates of a document (成文日期、印发日期): whether they are whole and agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule, rule_of_2012
from egovkit.checks.standards import DATE_FORMAT
from egovkit.checks.subject import Subject
from egovkit.documents.organ_lines import is_organ
from egovkit.models.issuance import NumberForm
from egovkit.text.patterns import LatePattern


@rule(
    "GW606",
    "number-against-own-date",
    "字号年份与成文日期不符",
    clause="中办发〔2012〕14号, art. 9(5), 9(12)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    over="elements.closing_date",
)
def number_against_own_date(subject: Subject) -> Iterator[Hit]:
    """The year of the document's number is that of its date.

    Why: number and date are given within days. Numbers are given after the signature, so that one of January may
    are on a document signed in December; it is not reported.
    """
    number, dated = subject.document.number, subject.document.dated
    span = subject.elements.closing_date
    if number is None or dated is None or span is None or number.form is not NumberForm.REGULAR or number.year is None:
        return
    turn = (dated.month == 12 and number.year == dated.year + 1) or (dated.month == 1 and number.year == dated.year - 1)
    if number.year != dated.year and not turn:
        yield Hit(
            *span,
            f"成文日期与发文字号的年份（{number.year}）不符",
            f"the document's number is of {number.year}",
        )


def _before_dated(subject: Subject, name: str) -> bool:
    dated, other = subject.document.dated, getattr(subject.document, name)
    return dated is not None and other is not None and other.last_day < dated.first_day


@rule(
    "GW607",
    "printed-before-dated",
    "印发日期早于成文日期",
    clause="中办发〔2012〕14号, art. 25",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    over="elements.imprint_date",
)
def printed_before_dated(subject: Subject) -> Iterator[Hit]:
    """A document is printed on its date or later.

    Why: checking, numbering and printing follow the signature.
    """
    span = subject.elements.imprint_date
    if span is not None and _before_dated(subject, "printed_on"):
        yield Hit(*span, "印发日期早于成文日期", "the document is printed before its date")


@custom(
    "GW608",
    "published-before-dated",
    "发布日期早于成文日期",
    clause="custom: a document is published once it is signed",
    scope=Scope.OFFICIAL,
)
def published_before_dated(subject: Subject) -> Iterator[Hit]:
    """A document is published on its date or later.

    Why: the date is that of the signature, and an unsigned document is none. A law is dated by its last revision,
    and is not judged.
    """
    span = subject.document.spans.get("published_on")
    if span is not None and _before_dated(subject, "published_on"):
        yield Hit(*span, "发布日期早于成文日期", "the document is published before its date")


@rule_of_2012(
    "GW609",
    "date-without-day",
    "成文日期缺日",
    clause=DATE_FORMAT,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def date_without_day(subject: Subject) -> Iterator[Hit]:
    """The document's date gives year, month and day.

    Why: the standard asks for all three; terms are counted from the day.
    """
    document = subject.document
    if document.dated is not None and document.dated.day is not None:
        return
    for above, below in pairwise(document.blocks):
        found = _NO_DAY.fullmatch(subject.elements.surface(below)) if below.end <= subject.elements.main_end else None
        if found is not None and is_organ(subject.elements.surface(above).strip()):
            yield Hit(below.start, below.end, "成文日期应当将年、月、日标全", "the document's date lacks its day")


_NO_DAY: Final = LatePattern(r"[12][0-9]{3}年[0-9]{1,2}月")
