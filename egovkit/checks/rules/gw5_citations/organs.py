"""GW521 to GW524: whether organ and year of what is cited can be (引用的核对)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import ne
from typing import Final

from egovkit.catalogue.organs import organs
from egovkit.checks.finding import Severity, Strength
from egovkit.checks.organ_codes import holders
from egovkit.checks.rule import Hit, custom, rule
from egovkit.checks.rules.gw5_citations.stated import date_stated, of_another_event
from egovkit.checks.standards import NUMBER
from egovkit.checks.subject import Subject
from egovkit.citations.front import issuers_in_front
from egovkit.data import tree
from egovkit.grammar.titles import split_issuers
from egovkit.models.dates import DocumentDate
from egovkit.text.patterns import LatePattern

# Of the years before, the table of organs does not know every organ that came and went.
_KNOWN_SINCE: Final = 1993
_MISTAKEN: Final = LatePattern(lambda: "|".join(tree("check_terms")["codes"]["mistaken"]))


@rule(
    "GW521",
    "number-against-date",
    "字号年份与日期不符",
    clause=NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="numbered",
)
def number_against_date(subject: Subject) -> Iterator[Hit]:
    """The year of a cited number is the year that the sentence says the document was issued in.

    Why: one of the two is wrong. A document signed at the turn of the year may bear the number of the other one,
    and is not reported.
    """
    for citation, number, value in subject.numbered:
        year = value.year
        if citation.title is None or year is None or number.start < citation.start + 2:
            continue
        stated = date_stated(subject, citation)
        if (
            stated is None
            or stated.year == year
            or _at_turn_of_year(stated, year)
            or of_another_event(subject, citation)
        ):
            continue
        yield Hit(
            number.start,
            number.end,
            f"发文字号的年份与文中所述{stated.year}年不符",
            f"the number is of {year}, the sentence says {stated.year}",
        )


def _at_turn_of_year(stated: DocumentDate, year: int) -> bool:
    return (stated.month == 12 and year == stated.year + 1) or (stated.month in (1, 2) and year == stated.year - 1)


@lru_cache(maxsize=4096)
def _meant(code: str) -> str | None:
    """Return the known code that an unknown one is a slip for, by its shape or sound; None where it is for none."""
    mistaken: dict[str, str] = tree("check_terms")["codes"]["mistaken"]
    mended = _MISTAKEN.sub(lambda found: mistaken[found[0]], code)
    if mended == code or not holders(mended, None):
        return None
    # Of an organ's letters and a tail the registry infers the organ: 国办友 as well as 国办电.
    return mended if not holders(code, None) or (_registered(mended) and not _registered(code)) else None


def _registered(code: str) -> bool:
    return any(row.confidence not in ("inferred", "composed") for row in organs.codes(code, None))


def _own_code(names: Sequence[str], code: str) -> str | None:
    """Return the code of one of the organs named that differs from a code in one character (疑似代字)."""
    known = [row.code for name in names for organ in organs.find(name) for row in organs.codes_of(organ)]
    near = [one for one in known if len(one) == len(code) > 2 and sum(map(ne, one, code)) == 1]
    return near[0] if len(set(near)) == 1 else None


@custom(
    "GW522",
    "unknown-code",
    "代字疑误",
    clause="custom: an organ writes its own code; judged by the registry of codes of this package",
    over="regular",
)
def unknown_code(subject: Subject) -> Iterator[Hit]:
    """A code that nobody bears is no slip for one that is borne.

    Why: searches by number miss the document. The registry lacks many a county's code, so that an unknown one alone
    says nothing: judged is one with a character that is keyed for another (国瓣发), and one that differs in one
    character from the code of the organ that the title names.
    """
    titles = {number.start: citation.title for citation, number, _ in subject.numbered if citation.title}
    for mention, value in subject.regular:
        code = value.code
        if not code:
            continue
        title = None if holders(code, None) else titles.get(mention.start)
        meant = _meant(code) or (_own_code(split_issuers(title), code) if title else None)
        if meant is not None:
            yield Hit(
                mention.start,
                mention.end,
                f"没有机关使用代字“{code}”，疑为“{meant}”",
                f"no organ bears the code {code}: {meant} may be meant",
                suggestion=mention.text.replace(code, meant) if code in mention.text else None,
            )


@rule(
    "GW523",
    "organ-not-in-year",
    "机关当年不存在",
    clause=NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="regular",
)
def organ_not_in_year(subject: Subject) -> Iterator[Hit]:
    """The organ of a number existed in the number's year.

    Why: the code is that of an organ set up later, or done away with before.
    """
    for mention, value in subject.regular:
        if not value.code or value.year is None:
            continue
        known = holders(value.code, None)
        if known and not holders(value.code, value.year):
            yield Hit(
                mention.start,
                mention.end,
                f"{value.year}年没有使用代字“{value.code}”的机关（{'、'.join(known[:3])}）",
                f"no organ bore the code {value.code} in {value.year}",
            )


@lru_cache(maxsize=4096)
def _existed(name: str, year: int) -> bool:
    """Say whether an organ of a name can have existed in a year; True where nothing is known."""
    found = organs.find(name)
    return any(organ.confidence == "composed" or organ.existed(year) is not False for organ in found) or not found


@rule(
    "GW524",
    "issuer-not-in-year",
    "发文机关当年不存在",
    clause="中办发〔2012〕14号, art. 9(4)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="citations",
)
def issuer_not_in_year(subject: Subject) -> Iterator[Hit]:
    """The organ that a sentence says issued a document existed in that year.

    Why: a document is its issuer's under the name of the day; a later name sends the reader to the wrong organ.
    """
    for citation in subject.citations:
        if citation.title is None or not citation.issuers or not citation.text.startswith("《"):
            continue
        stated = date_stated(subject, citation)
        years = [stated.year] if stated is not None else [n.value.year for n in citation.numbers if n.value.year]
        if len(years) != 1 or years[0] < _KNOWN_SINCE or all(_existed(name, years[0]) for name in citation.issuers):
            continue
        # The title may have named them, and nothing before it.
        for name in issuers_in_front(subject.text, citation.start):
            at = subject.text.rfind(name, max(0, citation.start - 160), citation.start)
            if at >= 0 and not _existed(name, years[0]):
                yield Hit(
                    at,
                    at + len(name),
                    f"{years[0]}年没有“{name}”",
                    f"there was no {name} in {years[0]}",
                )
