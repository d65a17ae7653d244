"""From when to when a document is in force (效力期限), as its own clauses say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from egovkit.documents.body_reading.walk import Body
from egovkit.documents.draft import Draft, Found
from egovkit.documents.facts import Facts
from egovkit.documents.head_reading.head import Head
from egovkit.errors import ParseError
from egovkit.grammar.force import Term, find_terms
from egovkit.lexicon import any_of
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["Force", "read_force"]

# A report or an interpretation, where the page has no head or signature of a document: what it says of 自…起施行 is
# said of the document it is about, unless it carries that one's own words (本通知自…).
_REPORT: Final = LatePattern(
    lambda: (
        rf"""
    {any_of("documents.reports.words")}
    | [电讯][^\S\n]{{0,3}}[（(][^（()）\n]{{0,8}}(?:记者|通讯员)  # 某地电（记者 某某）
    | [0-9]{{1,2}}月[0-9]{{1,2}}日电
    | 来源[：:][^\n。]{{0,8}}(?:{any_of("documents.reports.papers")})
    # 近日，某局印发…, unless the text goes on as a document's own: 现印发给你们, 通知如下, 我局.
    | (?:{any_of("documents.reports.lately")})
      (?![^。\n]{{0,160}}(?:[，,]现|[^发体]现[将就予印公通]|如下|我[局委厅部市县省区]))
      [^。\n]{{0,60}}(?:{any_of("documents.reports.done")})
    """
    ),
    re.VERBOSE,
)
_ABOUT: Final = LatePattern(
    lambda: (
        rf"(?:{any_of('documents.reports.titles_last')})$|^(?:{any_of('documents.reports.titles_first')})|新闻发布会"
    )
)
_OPENING: Final = 240
_OWN_WORDS: Final = LatePattern(lambda: rf"本(?:{any_of('documents.reports.own')})")


@quickly_made
@dataclass(frozen=True, slots=True)
class Force:
    """From when to when a document is in force (效力期限).

    `expires_on` is the last day where one is printed; `last_day` the one that `valid_for` comes to elsewhere.
    """

    effective_on: Found[DocumentDate] | None
    effective_from_issue: Found[bool] | None
    valid_for: Found[str] | None
    expires_on: Found[DocumentDate] | None
    last_day: DocumentDate | None


def read_force(draft: Draft, head: Head, body: Body, facts: Facts) -> Force:
    """Read from when to when the document is in force (读施行日期和有效期)."""
    terms = _own_terms(draft, head, body, facts.title)
    effective, from_issue = facts.days.first, None
    begin = next((term for term in terms if term.kind in ("from", "from_issue")), None)
    if begin is not None and begin.kind == "from_issue":
        effective, from_issue = None, Found(True, begin.start, begin.end)
    elif begin is not None:
        effective = _day_of(begin) or effective
    valid_for, expires = None, facts.days.last
    for term in terms:
        if term.kind == "until" and (day := _day_of(term)) is not None:
            expires = day
            break
        if term.kind == "for" and expires is None:
            valid_for = Found(term.words, term.start, term.end)
            break
    first = facts.dated if from_issue else effective
    last = _last_day(first, valid_for) if first is not None and valid_for is not None else None
    return Force(effective, from_issue, valid_for, expires, last)


def _own_terms(draft: Draft, head: Head, body: Body, title: Found[str] | None) -> list[Term]:
    """Return the clauses about the force of the document itself (自身效力): not those of one that it reports on."""
    if title is not None and _ABOUT.search(title.value):
        return []
    text = draft.text
    terms = [term for term in find_terms(text) if title is None or not title.start <= term.start < title.end]
    if terms and _reports(draft, head, body):
        return [term for term in terms if _OWN_WORDS.search(text[term.start : term.end] + term.subject)]
    return terms


def _reports(draft: Draft, head: Head, body: Body) -> bool:
    """Say whether a text is a report about a document (新闻报道) and none itself."""
    if head.number or head.recipients or body.closing.signature or body.closing.signers:
        return False
    start = draft.lines[head.body].start if head.body < len(draft.lines) else 0
    return _REPORT.search(draft.text, max(0, start - _OPENING), start + _OPENING) is not None


def _day_of(term: Term) -> Found[DocumentDate] | None:
    try:
        return Found(DocumentDate.parse(squeeze(term.words)), term.start, term.end)
    except ParseError:
        return None


def _last_day(first: Found[DocumentDate], valid_for: Found[str]) -> DocumentDate | None:
    """The last day of a document whose text gives only how long it is valid."""
    return last_day_of(first.value.first_day, valid_for.value) if first.value.precision == "day" else None


def last_day_of(first: date, duration: str) -> DocumentDate:
    """Return the last day of a span that begins on `first` (期满日): five years from 2024-01-01 end on 2028-12-31.

    >>> str(last_day_of(date(2024, 1, 1), "P5Y"))
    '2028-12-31'
    """
    count = int(duration[1:-1])
    span = relativedelta(years=count) if duration[-1] == "Y" else relativedelta(months=count)
    return DocumentDate.from_date(first + span - timedelta(days=1))
