"""Running the rules over a text (校核)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from egovkit.checks.finding import Edit, Finding
from egovkit.checks.profile import NATIONAL, Profile
from egovkit.checks.report import Report
from egovkit.checks.rule import Rule, Scope, View, selected
from egovkit.checks.seeking import Seeker, seeker
from egovkit.checks.subject import Subject
from egovkit.checks.zones import within
from egovkit.documents.document import PolicyDocument
from egovkit.documents.sourced import Sourced, document_of
from egovkit.models.day import Day, day_of
from egovkit.models.layout import Layout
from egovkit.text.patterns import AnyPattern
from egovkit.text.records import record_maker

__all__ = ["check", "findings_of", "selected"]


class _Gate(NamedTuple):
    """Rules that look for the same (同类规则): what a text needs for any of them to find something."""

    needs: tuple[str, ...]
    over: Callable[[Subject], object] | None
    rules: tuple[Rule, ...]


class _Gates(NamedTuple):
    """The rules that judge a text (适用规则): together where they need the same of it, and by the patterns they seek."""

    gates: tuple[_Gate, ...]
    seeking: dict[AnyPattern, list[Rule]]


class _Eras(NamedTuple):
    """The days from which other rules apply (规则时期), and the kinds of documents that some rule is of."""

    starts: tuple[date, ...]
    kinds: frozenset[str]

    def of(self, day: date) -> date:
        """Return the first day of an era: documents of all its days are judged alike."""
        return self.starts[bisect_right(self.starts, day) - 1]


@lru_cache(maxsize=256)
def _eras(codes: tuple[str, ...] | None) -> _Eras:
    chosen = selected(codes)
    starts = {date.min}
    for rule in chosen:
        starts.add(rule.since or date.min)
        if rule.until is not None and rule.until < date.max:
            starts.add(rule.until + timedelta(days=1))
    return _Eras(tuple(sorted(starts)), frozenset(kind for rule in chosen for kind in rule.kinds))


@lru_cache(maxsize=1024)
def _gates(
    codes: tuple[str, ...] | None, off: frozenset[str], day: date, official: bool, kind: str | None, laid_out: bool
) -> _Gates:
    """Return the rules that judge a text."""
    together: dict[tuple[tuple[str, ...], View | None], list[Rule]] = {}
    seeking: dict[AnyPattern, list[Rule]] = {}
    for rule in selected(codes):
        if rule.code in off or not rule.applies(day, official, kind, laid_out):
            continue
        if rule.seeks is None:
            together.setdefault((rule.needs, rule.over), []).append(rule)
            continue
        for pattern in rule.seeks():
            seeking.setdefault(pattern, []).append(rule)
    gates = (_Gate(needs, over and attrgetter(over), tuple(rules)) for (needs, over), rules in together.items())
    return _Gates(tuple(gates), seeking)


@lru_cache(maxsize=256)
def _seeker(codes: tuple[str, ...] | None) -> Seeker:
    """Return the search for what rules look for, of whatever day: to compile it takes as long as to check three texts."""
    return seeker(pattern for rule in selected(codes) if rule.seeks is not None for pattern in rule.seeks())


def _judging(codes: tuple[str, ...] | None, off: frozenset[str], subject: Subject) -> Iterator[tuple[Rule, ...]]:
    """Yield the rules of some codes, None for all, that may find something in a subject.

    Nine of ten would find nothing in most texts, and to call them takes as long as what they look for. All rules have
    no codes here, since to hash two hundred for the cache would be half of what the cache spares.
    """
    eras = _eras(codes)
    kind = subject.document.kind
    holds = subject.holds
    gates, seeking = _gates(
        codes,
        off,
        eras.of(subject.day),
        subject.official,
        kind if kind in eras.kinds else None,
        subject.layout is not None,
    )
    found = subject.seek(_seeker(codes))
    yield tuple({rule: None for pattern in found for rule in seeking.get(pattern, ())})
    for needs, over, judging in gates:
        for characters in needs:
            if not holds(characters):
                break
        else:
            if over is None or over(subject):
                yield judging


_place: Final = attrgetter("start", "end", "code")
# Python 3.11 takes a quarter of a microsecond to find a member of an enumeration.
_WORDS: Final = Scope.WORDS
# Some texts have hundreds of these.
_made: Final = record_maker(Finding)
_edit: Final = record_maker(Edit)


def findings_of(rule: Rule, subject: Subject) -> list[Finding]:
    """Return what one rule finds in a subject (逐条校核); what is in a quotation or title has no edit.

    A rule on words finds nothing in what the page says around the document.
    """
    hits = list(rule.check(subject))
    found: list[Finding] = []
    if not hits:
        return found
    code, name, severity, clause = rule.code, rule.name, rule.severity, rule.clause
    around = subject.surrounding_bounds if rule.scope is _WORDS else None
    for start, end, message, message_en, suggestion, replacement in hits:
        if around and within(around, start, end):
            continue
        edit = None
        if replacement is not None and not within(subject.zone_bounds, start, end):
            edit = _edit(start, end, replacement)
        told = suggestion if suggestion is not None else replacement
        found.append(_made(code, name, severity, start, end, message, message_en, clause, told, edit))
    return found


def check(
    text_or_document: str | PolicyDocument | Sourced,
    *,
    rules: str | Iterable[str] | None = None,
    on: Day | None = None,
    profile: Profile = NATIONAL,
    layout: Layout | None = None,
) -> Report:
    """Check a text against the rules of its day (校核).

    - `rules`: codes (GW201) or bands (GW2) to apply, or one of them; all by default.
    - `on`: the day whose rules apply, as a date, datetime, DocumentDate or string (the last day of a month or year);
      by default the document's own date, else its number's year, else today.
    - `profile`: a user's own rules and severities; the national ones by default.
    - `layout`: how the file is laid out that the text was read from (`read_layout`), for the rules of layout (GW7); without
      one they say nothing.

    A source (`read_source`) is judged with the headings that its file marks as such.

    A law, a news item or an interpretation is judged by the rules on any text only, since it is no official document.

    >>> report = check("依照国务院办公厅发[2014]066号执行。", on=date(2014, 12, 1))
    >>> sorted(report.codes)
    ['GW201', 'GW204', 'GW207']

    Raises UnknownTerm for a code that no rule bears, ParseError for a day that is none, ValueError for a layout of another
    text.
    """
    day = None if on is None else day_of(on)
    if isinstance(text_or_document, str):
        subject = Subject(text_or_document, None, day, layout)
    else:
        # The document of a source is that of its text: places in it are places in the file.
        subject = Subject(text_or_document.text, document_of(text_or_document), day, layout)
    if layout is not None and layout.text != subject.text:
        raise ValueError("the layout is of another text: give that of read_layout for the same file")
    found: list[Finding] = []
    codes = None if rules is None else tuple(rule.code for rule in selected(rules))
    for judging in _judging(codes, profile.off, subject):
        for rule in judging:
            found += findings_of(rule, subject)
    if profile.own:
        found += profile.house_findings(subject)
    if profile.own or profile.severity or profile.accepted:
        found = [profile.judge(finding) for finding in found if profile.keeps(finding)]
    found.sort(key=_place)
    # What a rule finds twice in one place, for two numbers of one citation, is one fault: the first is kept.
    kept = found[:1]
    kept += [one for last, one in pairwise(found) if one.start != last.start or _place(one) != _place(last)]
    return Report(tuple(kept), subject.day, subject.assumed, subject.official)
