"""Whether a citation's number and title are those of one document (文号与标题核对).

Only what the register is sure of accuses. Two numbers of one title accuse where both are of one series and year, and the
title is not one that comes again: 贺电 and budgets (下达…预算) at any time, 调整…组成人员 and its like months later, so that
of these two numbers fewer than ten apart accuse still. That rests on few pairs: the nearest that the register knows are
18 apart. A number that is known to be another document's accuses where the two titles have next to nothing in common, and
the one cited is a document's own title.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from egovkit.catalogue.title_matches import Match, MatchWay
from egovkit.grammar.titles import bare_title, kind_of
from egovkit.models.citation import Citation
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.policy import PolicyRecord
from egovkit.text.patterns import LatePattern
from egovkit.verification.claim import ClaimReason, Verdict
from egovkit.verification.likeness import likeness, same_title

__all__ = ["Identity", "Known", "identify"]


class Known(Protocol):
    """What is asked (所查的表): `Register` and `Catalogue` are such tables."""

    def by_number(self, number: IssuanceNumber, /) -> Sequence[Match]:
        """Return what answers to a number (按字号)."""

    def by_title(self, title: str, /) -> Sequence[Match]:
        """Return what answers to a title (按标题)."""


class Identity(NamedTuple):
    """Which document a citation is (同一性), with the verdict on its number and title."""

    verdict: Verdict
    reason: ClaimReason
    record: PolicyRecord | None = None
    instead: str | None = None


_NOWHERE: Final = Identity(Verdict.UNKNOWN, ClaimReason.NOT_IN_REGISTER)
# Titles that one organ gives to several documents of one year. Who belongs to a body is said once, and changed often; a
# list that bears no year, batch or place may have a second one after it.
_COMES_AGAIN: Final = LatePattern("调整.{2,40}(?:组成人员|成员)|关于取消(?:一批|和)|公布(?:(?![0-9第等]).){2,40}名单的")
_ANY_DAY: Final = LatePattern("贺电|慰问电|下达.{4,30}预算")
_NEAREST: Final = 10
_CHANGES: Final = LatePattern("修改|废止|修订|修正|清理")
_STRANGE: Final = 0.34
_OTHER: Final = 0.6
_LONG_TITLE: Final = 8
_STRONG: Final = frozenset((MatchWay.TITLE, MatchWay.ALIAS, MatchWay.CARRIER, MatchWay.WITHOUT_STATE))
_LONG_ENOUGH: Final = frozenset((MatchWay.WITHOUT_ISSUER, MatchWay.INSTRUMENT, MatchWay.WITHOUT_BRACKET))


def identify(citation: Citation, table: Known) -> Identity:
    """Say which document a citation is, and whether its number and title go together (核对)."""
    numbers = [mention.value for mention in citation.numbers]
    numbered = [match for number in numbers for match in table.by_number(number)]
    if citation.title is None:
        return _by_number(numbers, numbered)
    titled = list(table.by_title(citation.title))
    if not numbers:
        return _by_title(citation, titled)
    keys = {(match.record.key, match.record.title) for match in titled}
    agreed = [
        match.record
        for match in numbered
        if (match.record.key, match.record.title) in keys or same_title(citation.title, match.record)
    ]
    agreed = agreed or [match.record for match in titled if len(numbers) == 1 and _shortened(numbers[0], match.record)]
    if agreed:
        return Identity(Verdict.AGREES, ClaimReason.NUMBER_AND_TITLE, agreed[0])
    if len(numbers) > 1:
        # Which of the numbers is the title's is not said.
        return Identity(Verdict.UNKNOWN, ClaimReason.SEVERAL, _one(numbered) or _one(titled))
    if numbered:
        return _other_document(citation, numbers[0], numbered, titled)
    return _other_number(citation, numbers[0], titled)


def _shortened(number: IssuanceNumber, record: PolicyRecord) -> bool:
    """Say whether a number that names no organ, or the end of its name, is a record's: 2021年第121号, 总局令第6号."""
    for known in (record.number, *record.other_numbers):
        if known is None or known.form is NumberForm.REGULAR or number.form is not known.form:
            continue
        named = number.code is None or any(organ.endswith(number.code) for organ in (known.code or "").split())
        said = number.word is None or number.word == known.word
        if named and said and (number.year, number.serial) == (known.year, known.serial):
            return True
    return False


def _one(matches: Sequence[Match]) -> PolicyRecord | None:
    return matches[0].record if len(matches) == 1 else None


def _sure(record: PolicyRecord) -> bool:
    # A table of one's own need not say that it is sure of its rows.
    return record.confidence in (None, "sure")


def _by_number(numbers: Sequence[IssuanceNumber], numbered: Sequence[Match]) -> Identity:
    if not numbered:
        return _NOWHERE
    if len(numbers) > 1 or len(numbered) > 1:
        return Identity(Verdict.AGREES, ClaimReason.NUMBER, _one(numbered))
    return Identity(Verdict.AGREES, ClaimReason.NUMBER, numbered[0].record)


def _by_title(citation: Citation, titled: Sequence[Match]) -> Identity:
    if not titled:
        reason = ClaimReason.SHORT_NAME if _is_short(citation) else ClaimReason.NOT_IN_REGISTER
        return Identity(Verdict.UNKNOWN, reason)
    best = [match for match in titled if match.way is titled[0].way]
    if len(best) == 1:
        if best[0].sure or best[0].way in _STRONG:
            return Identity(Verdict.AGREES, ClaimReason.TITLE, best[0].record)
        # A title without its issuer may be another organ's document of the same name.
        return Identity(Verdict.UNKNOWN, ClaimReason.SEVERAL, best[0].record)
    same_law = {match.record.title for match in best}
    if len(same_law) == 1:
        return Identity(Verdict.AGREES, ClaimReason.TITLE, best[-1].record)
    return Identity(Verdict.UNKNOWN, ClaimReason.SEVERAL)


def _is_short(citation: Citation) -> bool:
    title = bare_title(citation.title or "")
    kind = kind_of(title)
    return citation.title is not None and len(title) <= _LONG_TITLE and (kind == title or len(title) <= len("实施细则"))


def _other_document(
    citation: Citation, number: IssuanceNumber, numbered: Sequence[Match], titled: Sequence[Match]
) -> Identity:
    """Judge a number that the register knows under other titles than the one cited."""
    record = numbered[0].record
    near = max(likeness(citation.title or "", each.record) for each in numbered)
    if _accuses(number, numbered):
        strong = _strong(citation, titled, number)
        if strong is not None and (near < _OTHER or (titled[0].way is MatchWay.TITLE and near < 1)):
            return Identity(Verdict.CONTRADICTS, ClaimReason.OTHER_DOCUMENT, record, _right(strong, record))
        if near < _STRANGE and _is_own_title(citation.title or ""):
            return Identity(Verdict.CONTRADICTS, ClaimReason.OTHER_DOCUMENT, record, record.title)
    # Whatever the number is, the title's own document may be known to bear another one of the same series and year.
    by_title = _other_number(citation, number, titled)
    if by_title.verdict is Verdict.CONTRADICTS and near < _OTHER:
        return by_title
    return Identity(Verdict.UNKNOWN, ClaimReason.OTHER_TITLE, None, record.title)


def _accuses(number: IssuanceNumber, numbered: Sequence[Match]) -> bool:
    """Say whether the register is sure what the one document of a number is."""
    record = numbered[0].record
    if len(numbered) > 1 or not numbered[0].sure or not _sure(record) or len(record.aliases) > 1:
        return False
    # A regulation is cited with the order that changed it, an interpretation of law with the decision that did.
    changes = number.form is NumberForm.ORDER or number.code == "法释"
    return not (changes and _CHANGES.search(record.title))


def _right(strong: PolicyRecord, record: PolicyRecord) -> str:
    return record.title if strong.number is None else str(strong.number)


def _is_own_title(title: str) -> bool:
    """Say whether a title is that of a document: not of what may be annexed to one, nor with a name kept back (某)."""
    return "某" not in title and len(title) >= _LONG_TITLE and "关于" in title and kind_of(title) is not None


def _strong(citation: Citation, titled: Sequence[Match], number: IssuanceNumber) -> PolicyRecord | None:
    """Return the one document that a title is, where the register is sure of that; of several that of the year."""
    if len(titled) > 1:
        titled = [match for match in titled if match.way is titled[0].way]
    if len(titled) > 1:
        titled = [match for match in titled if match.record.number and _series(match.record.number) == _series(number)]
    if len(titled) != 1 or not _sure(titled[0].record) or citation.title is None:
        return None
    match = titled[0]
    if match.way in _STRONG or (match.sure and match.way in _LONG_ENOUGH and len(citation.title) >= _LONG_TITLE):
        return match.record
    return None


def _series(number: IssuanceNumber) -> tuple[str, str | None, int | None]:
    return (number.form, number.code, number.year)


def _other_number(citation: Citation, number: IssuanceNumber, titled: Sequence[Match]) -> Identity:
    """Judge a number that the register lacks, with a title that it has."""
    if not titled:
        return _NOWHERE
    record = _strong(citation, titled, number) or _near_in_series(citation, titled, number)
    if record is None:
        return Identity(Verdict.UNKNOWN, ClaimReason.OTHER_NUMBER, None, _numbers(titled))
    unsure = Identity(Verdict.UNKNOWN, ClaimReason.OTHER_NUMBER, record, _numbers(titled))
    known = record.number
    # Every revision of a regulation may bear an order of its own; no text is issued twice under one code in a year.
    if known is None or known.form is not NumberForm.REGULAR or _series(known) != _series(number):
        return unsure
    if _ANY_DAY.search(record.title) or (_COMES_AGAIN.search(record.title) and not _is_near(known, number)):
        return unsure
    return Identity(Verdict.CONTRADICTS, ClaimReason.OTHER_NUMBER, record, str(known))


def _is_near(known: IssuanceNumber, number: IssuanceNumber) -> bool:
    return abs(known.serial - number.serial) < _NEAREST


def _near_in_series(citation: Citation, titled: Sequence[Match], number: IssuanceNumber) -> PolicyRecord | None:
    """Return of several documents of one title and year the one that bears a number near the one cited."""
    near = [
        match
        for match in titled
        if (known := match.record.number) is not None and _series(known) == _series(number) and _is_near(known, number)
    ]
    return _strong(citation, near, number) if near else None


def _numbers(titled: Sequence[Match]) -> str | None:
    found = dict.fromkeys(str(match.record.number) for match in titled if match.record.number is not None)
    return "、".join(found) or None
