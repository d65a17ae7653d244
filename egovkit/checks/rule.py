"""A rule and the registry of all (规则)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from inspect import cleandoc
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from egovkit.checks.cases import cases_of
from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rules import MODULES, module_of
from egovkit.checks.seeking import Seeks
from egovkit.errors import UnknownTerm
from egovkit.messages.reasons import reasons
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from egovkit.checks.subject import Subject

__all__ = ["Check", "Hit", "Rule", "Scope", "View", "custom", "rule", "rule_named", "rule_of_2012", "rules", "selected"]


class Scope(StrEnum):
    """Which texts a rule judges (适用范围).

    words: every text, but of a page only what the document says: neither the table of fields above it nor what the
    site left around it. any: every text and all of it, for what no text may hold. official: a text that is an official document of one of the statutory kinds (公文); laws,
    news and interpretations are none. layout: an official document whose layout is given; file: any text whose layout is.
    Whatever is in a document's head is judged only where it has one.
    """

    ANY = "any"
    WORDS = "words"
    OFFICIAL = "official"
    LAYOUT = "layout"
    FILE = "file"


_OFFICIAL: Final = frozenset([Scope.OFFICIAL, Scope.LAYOUT])
_LAID_OUT: Final = frozenset([Scope.LAYOUT, Scope.FILE])


class Hit(NamedTuple):
    """What a rule's function yields (命中): a range, the message in both languages, and how to mend it.

    `suggestion` is for a person; `replacement`, of the whole range, is given only where it is the one right answer.
    """

    start: int
    end: int
    message: str
    message_en: str
    suggestion: str | None = None
    replacement: str | None = None


Check = Callable[["Subject"], Iterator[Hit]]
"""What a rule does: it yields what it finds in a subject."""
View = Literal[
    "articles",
    "citations",
    "deviations",
    "divisions",
    "document.organ_mark",
    "elements.above_title",
    "elements.annex_lines",
    "elements.annex_note",
    "elements.closing_date",
    "elements.copied_to",
    "elements.imprint_date",
    "elements.keywords",
    "elements.own_dates",
    "elements.page_numbers",
    "joints",
    "number_breaks",
    "numbered",
    "numbered_headings",
    "odd",
    "regular",
]
"""What of a subject, its document or its elements a rule can go through (校核视图)."""


# There is one object for each code; compared field by field, a hundred of them take as long to look up as to apply.
@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule of official writing (规则).

    - `code`: GW and three digits; the first is the band.
    - `name`: a few words in English, `title` in Chinese.
    - `clause`: the clause it comes from. `strength`: how binding that is. `severity`: how a finding weighs.
    - `since`, `until`: the first and the last day on which the clause was in force; None where open.
    - `scope`: which texts it judges; `kinds`: the kinds of documents (文种) it judges, empty for all.
    - `needs`: characters without which it finds nothing: one of each string is in the text. `over`: the view of the
      subject that it goes through, so that it finds nothing where the view is empty. `seeks`: instead of both, the
      patterns it looks for, so that it finds nothing where none of them is; None where it looks for others as well.
    - `doc`: what it checks and why. `bad`, `good`: an example of each.
    """

    code: str
    name: str
    title: str
    clause: str
    strength: Strength
    severity: Severity
    scope: Scope
    kinds: frozenset[str]
    since: date | None
    until: date | None
    needs: tuple[str, ...]
    over: View | None
    seeks: Seeks | None
    check: Check
    doc: str

    def in_force(self, day: date) -> bool:
        """Say whether the clause was in force on a day (是否施行)."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def applies(self, day: date, official: bool, kind: str | None, laid_out: bool = False) -> bool:
        """Say whether the rule judges a text (是否适用): by its day, whether it is official, its kind, and has a layout."""
        if not self.in_force(day) or (self.scope in _OFFICIAL and not official):
            return False
        if self.scope in _LAID_OUT and not laid_out:
            return False
        return not self.kinds or kind in self.kinds

    @property
    def bad(self) -> str:
        """A text that breaks this rule alone (不当示例): the first of its cases."""
        return next(case.text for case in cases_of(self.code) if case.found)

    @property
    def doc_zh(self) -> str:
        """What it checks and why, in Chinese (中文说明)."""
        return str(reasons()[self.code])

    @property
    def changes(self) -> str | None:
        """What of its layout makes a text bad (版式不当之处), as JSON; None for a rule that asks for no layout."""
        return next(case.changes for case in cases_of(self.code) if case.found)

    @property
    def judges_layout(self) -> bool:
        """Whether it says nothing of a text without a layout (是否版式规则)."""
        return self.scope in _LAID_OUT

    @property
    def good(self) -> str:
        """The same text without the fault (妥当示例)."""
        return next(case.text for case in cases_of(self.code) if not case.found)


_registry: dict[str, Rule] = {}


def rule(  # noqa: PLR0913  (a rule has as many properties as the standard gives it)
    code: str,
    name: str,
    title: str,
    *,
    clause: str,
    strength: Strength,
    severity: Severity,
    scope: Scope = Scope.WORDS,
    kinds: Iterable[str] = (),
    since: date | None = None,
    until: date | None = None,
    needs: Iterable[str] = (),
    over: View | None = None,
    seeks: Seeks | None = None,
) -> Callable[[Check], Check]:
    """Register a function as the rule of a code (登记规则).

    `needs`, `over` and `seeks` spare the call where it can find nothing; they decide no finding.
    The function's docstring says what it checks and why. Its examples are the first cases of the file of its code:
    the tests hold that the bad one raises this rule alone and the good one none.
    """

    def register(check: Check) -> Check:
        if code in _registry:
            raise ValueError(f"two rules bear the code {code}")
        # Python 3.13 takes the indent off a docstring, the versions before do not.
        doc = cleandoc(check.__doc__ or "")
        _registry[code] = Rule(
            code,
            name,
            title,
            clause,
            strength,
            severity,
            scope,
            frozenset(kinds),
            since,
            until,
            tuple(needs),
            over,
            seeks,
            check,
            doc,
        )
        return check

    return register


rule_of_2012: Final = partial(rule, scope=Scope.OFFICIAL, since=date(2012, 7, 1))
"""A rule on official documents of the regulation and the standard in force since July 2012 (现行规定)."""

custom: Final = partial(rule, strength=Strength.CONVENTION, severity=Severity.INFO)
"""A rule that is custom only, and so a hint only (惯例)."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule in the order of its code (全部规则).

    >>> codes = [rule.code for rule in rules()]
    >>> codes == sorted(codes)
    True
    """
    return _of_band("GW")


@cache
def _of_band(band: str) -> tuple[Rule, ...]:
    """Return the rules whose codes begin so, loading no other band's modules."""
    folder = f"gw{band[2:3]}"
    for _, module in MODULES:
        if module.startswith(folder):
            import_module(f"egovkit.checks.rules.{module}")
    return tuple(_registry[code] for code in sorted(_registry) if code.startswith(band))


def rule_named(code: str) -> Rule:
    """Return the rule of a code (按代码取规则); UnknownTerm where there is none.

    >>> rule_named("GW000")
    Traceback (most recent call last):
    egovkit.errors.UnknownTerm: 'GW000' is not in the table of rules
    """
    if code not in _registry:
        import_module(module_of(code))
    if code not in _registry:
        raise UnknownTerm("rules", code)
    return _registry[code]


_BAND: Final = LatePattern("GW[0-9]{0,2}")


def selected(codes: str | Iterable[str] | None) -> tuple[Rule, ...]:
    """Return the rules of the given codes, or of bands (GW2) (选取规则); all of them for None. A string is one code.

    UnknownTerm where no rule bears a code.

    >>> {rule.code[:3] for rule in selected(["GW2"])}, [rule.name for rule in selected("GW201")]
    ({'GW2'}, ['year-brackets'])
    >>> selected([""])
    Traceback (most recent call last):
    egovkit.errors.UnknownTerm: '' is not in the table of rules
    """
    if codes is None:
        return rules()
    chosen: dict[str, Rule] = {}
    for code in (codes,) if isinstance(codes, str) else codes:
        band = _of_band(code) if _BAND.fullmatch(code) else ()
        for one in band or (rule_named(code),):
            chosen[one.code] = one
    return tuple(chosen[code] for code in sorted(chosen))
