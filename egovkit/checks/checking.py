"""Running the rules over a text (校核)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from egovkit.checks.finding import Edit, Finding
from egovkit.checks.profile import NATIONAL, Profile
from egovkit.checks.report import Report
from egovkit.checks.rule import Rule, Scope, rule_named
from egovkit.checks.rule import rules as all_rules
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.documents.document import PolicyDocument

__all__ = ["check", "findings_of", "selected"]


def selected(codes: Iterable[str] | None) -> tuple[Rule, ...]:
    """Return the rules of the given codes, or of bands (GW2) (选取规则); all of them for None.

    UnknownTerm where no rule bears a code.

    >>> {rule.code[:3] for rule in selected(["GW2"])}
    {'GW2'}
    """
    if codes is None:
        return all_rules()
    chosen: dict[str, Rule] = {}
    for code in codes:
        matching = [rule for rule in all_rules() if rule.code.startswith(code)] if len(code) < len("GW000") else []
        for rule in matching or [rule_named(code)]:
            chosen[rule.code] = rule
    return tuple(chosen[code] for code in sorted(chosen))


@lru_cache(maxsize=1024)
def _applying(chosen: tuple[Rule, ...], day: date, official: bool, kind: str | None) -> tuple[Rule, ...]:
    return tuple(rule for rule in chosen if rule.applies(day, official, kind))


def findings_of(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Yield what one rule finds in a subject (逐条校核); what stands in a quotation or title has no edit."""
    words = rule.scope is Scope.WORDS
    for start, end, message, message_en, suggestion, replacement in rule.check(subject):
        if words and touches(subject.surroundings, start, end):
            continue
        edit = None
        if replacement is not None and not touches(subject.zones, start, end):
            edit = Edit(start, end, replacement)
        yield Finding(
            rule.code,
            rule.name,
            rule.severity,
            start,
            end,
            message,
            message_en,
            rule.clause,
            suggestion if suggestion is not None else replacement,
            edit,
        )


def check(
    text_or_document: str | PolicyDocument,
    *,
    rules: Iterable[str] | None = None,
    on: date | None = None,
    profile: Profile = NATIONAL,
) -> Report:
    """Check a text against the rules of its day (校核).

    - `rules`: codes (GW201) or bands (GW2) to apply; all of them by default.
    - `on`: the day whose rules apply; by default the document's own date, else its number's year, else today.
    - `profile`: a user's own rules and severities; the national ones by default.

    A law, a news item or an interpretation is judged by the rules on any text only, since it is no official document.

    >>> report = check("依照国务院办公厅发[2014]066号执行。", on=date(2014, 12, 1))
    >>> sorted(report.codes)
    ['GW201', 'GW204', 'GW207']

    Raises UnknownTerm for a code that no rule bears.
    """
    if isinstance(text_or_document, PolicyDocument):
        subject = Subject(text_or_document.text, text_or_document, on)
    else:
        subject = Subject(text_or_document, None, on)
    found: list[Finding] = []
    kind = subject.document.kind
    for rule in _applying(selected(rules), subject.day, subject.official, kind):
        if rule.code not in profile.off:
            found += findings_of(rule, subject)
    found += profile.house_findings(subject)
    if profile.severity or profile.accepted:
        found = [profile.judge(finding) for finding in found if profile.keeps(finding)]
    found.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return Report(tuple(found), subject.day, subject.assumed, subject.official)
