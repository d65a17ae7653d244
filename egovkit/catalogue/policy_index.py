"""Policies by their numbers and titles (政策索引), the surest answer first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from egovkit.catalogue.title_matches import Match, MatchWay, TitleIndex
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.policy import PolicyRecord

__all__ = ["PolicyIndex"]

_Found = dict[str, tuple[PolicyRecord, ...]]


class PolicyIndex:
    """The records of a table by what they are called (政策索引); a key is what `policy_key` makes of a name."""

    def __init__(self, records: Sequence[PolicyRecord]) -> None:
        self.records = records

    @cached_property
    def by_key(self) -> _Found:
        """The records of each key (按键)."""
        found: _Found = {}
        for record in self.records:
            found[record.key] = (*found.get(record.key, ()), record)
        return found

    @cached_property
    def by_variant(self) -> _Found:
        """The records of each other number that one is printed with (按异写字号)."""
        found: _Found = {}
        for record in self.records:
            for number in record.other_numbers:
                found[str(number)] = (*found.get(str(number), ()), record)
        return found

    @cached_property
    def titles(self) -> TitleIndex:
        """The records by every title they answer to (按标题)."""
        return TitleIndex(self.records)

    def numbered(self, key: str) -> tuple[PolicyRecord, ...]:
        """Return the records of a number, or of a title where they bear none (按字号)."""
        return self.by_key.get(key) or self.by_variant.get(key, ())

    def bearers(self, key: str) -> tuple[PolicyRecord, ...]:
        """Return the records that go by a key (同名记录): by number, or else by a title that can be no other's."""
        if numbered := self.numbered(key):
            return numbered
        # A title without its issuer can be another organ's as well, and is no name of the one that is known.
        matches = self.titles.matches(key)
        return tuple(match.record for match in matches if match.sure or len(matches) > 1)

    def meant(self, key: str) -> tuple[PolicyRecord, ...]:
        """Return every record that a key can mean (可能所指)."""
        found = [*self.by_key.get(key, ()), *self.by_variant.get(key, ())]
        found += (match.record for match in self.titles.matches(key))
        return tuple({id(record): record for record in found}.values())

    def by_number(self, number: IssuanceNumber) -> tuple[Match, ...]:
        """Return every record that a number can mean, with the way it does (按字号匹配)."""
        # An order of the President restarts with every term, so that its number alone does not say which law.
        sure = not (number.form is NumberForm.ORDER and number.year is None and number.code in (None, "主席"))
        key = str(number)
        return (
            *(Match(record, MatchWay.NUMBER, sure) for record in self.by_key.get(key, ())),
            *(Match(record, MatchWay.VARIANT, sure) for record in self.by_variant.get(key, ())),
        )

    def near_numbers(self, number: IssuanceNumber, most: int = 3) -> tuple[str, ...]:
        """Return the numbers that differ from one by the code alone, or by the year alone (相近字号)."""
        known = (record.number for record in self.records if record.number is not None)
        return tuple(
            str(other)
            for other in known
            if other.serial == number.serial and (other.year == number.year) + (other.code == number.code) == 1
        )[:most]
