"""How a policy answers to a title (标题匹配): its own, an alias, what it carries, with or without the issuer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from egovkit.grammar.titles import bare, normal_title, split_issuer, split_issuers, unwrap
from egovkit.models.policy import PolicyRecord

__all__ = ["Match", "MatchWay", "TitleIndex"]

_STATE: Final = "中华人民共和国"


class MatchWay(StrEnum):
    """How a record was found (匹配方式), the surest first.

    number, variant (another print of the number), first_organ (of several that announced it the first alone is
    named); title, carrier (that of the notice which carries it), alias, without_issuer, instrument (the title of what
    it carries), without_state (without 中华人民共和国), without_bracket (without （试行） or a note of the version).

    >>> list(MatchWay).index(MatchWay.TITLE) < list(MatchWay).index(MatchWay.INSTRUMENT)
    True
    """

    NUMBER = "number"
    VARIANT = "variant"
    FIRST_ORGAN = "first_organ"
    TITLE = "title"
    CARRIER = "carrier"
    ALIAS = "alias"
    WITHOUT_ISSUER = "without_issuer"
    INSTRUMENT = "instrument"
    WITHOUT_STATE = "without_state"
    WITHOUT_BRACKET = "without_bracket"


_RANK: Final = {way: i for i, way in enumerate(MatchWay)}


@dataclass(frozen=True, slots=True)
class Match:
    """A record that answers to a number or title, and the way it does (匹配).

    `sure` is False where the same name can mean another document: an order of 主席 is numbered anew with every
    term, and a title without its issuer may be that of several.
    """

    record: PolicyRecord
    way: MatchWay
    sure: bool = True


class TitleIndex:
    """Every title that the records of a table answer to (标题索引)."""

    def __init__(self, records: Sequence[PolicyRecord]) -> None:
        self.records = records
        self._by_title: dict[str, list[tuple[int, MatchWay]]] = {}
        for i, record in enumerate(records):
            for title, way in _titles(record):
                self._by_title.setdefault(normal_title(title), []).append((i, way))

    def matches(self, title: str) -> tuple[Match, ...]:
        """Return every record that a title can mean, the surest way first (按标题)."""
        title = bare(title)
        best: dict[int, MatchWay] = {}
        named = split_issuers(title)
        for variant, asked in _asked(title):
            for i, way in self._by_title.get(normal_title(variant), ()):
                if named and asked is not None and not _same_issuers(self.records[i], named):
                    continue
                worse = way if asked is None or _RANK[way] > _RANK[asked] else asked
                if i not in best or _RANK[worse] < _RANK[best[i]]:
                    best[i] = worse
        found = sorted(best.items(), key=lambda item: (_RANK[item[1]], item[0]))
        alone = len(found) == 1
        return tuple(
            Match(self.records[i], way, alone and (bool(named) or way is not MatchWay.WITHOUT_ISSUER))
            for i, way in found
        )


def _titles(record: PolicyRecord) -> Iterator[tuple[str, MatchWay]]:
    """Yield every title that a document answers to, with the way it does."""
    yield record.title, MatchWay.TITLE
    if record.carrier is not None:
        yield record.carrier, MatchWay.CARRIER
    for alias in record.aliases:
        yield alias, MatchWay.ALIAS
    for title in (record.title, *record.aliases):
        rest = split_issuer(title)[1]
        if rest != title:
            yield rest, MatchWay.WITHOUT_ISSUER
        if title.startswith(_STATE):
            yield title.removeprefix(_STATE), MatchWay.WITHOUT_STATE
    carried = record.conveyed
    if carried is not None and carried.how != "approve":
        yield carried.instrument, MatchWay.INSTRUMENT
        rest = split_issuer(carried.instrument)[1]
        if rest != carried.instrument:
            yield rest, MatchWay.INSTRUMENT


def _asked(title: str) -> Iterator[tuple[str, MatchWay | None]]:
    """Yield a title as asked for, and what it says in other words, with the way that takes."""
    yield title, None
    rest = split_issuer(title)[1]
    if rest != title:
        yield rest, MatchWay.WITHOUT_ISSUER
    if title.startswith(_STATE):
        yield title.removeprefix(_STATE), MatchWay.WITHOUT_STATE
    carried = unwrap(title)
    if carried is not None and carried.how != "approve":
        yield carried.instrument, MatchWay.INSTRUMENT


def _same_issuers(record: PolicyRecord, named: Sequence[str]) -> bool:
    """Say whether the issuers that a title names are those of a record, or the one who drew it up."""
    known = {normal_title(name) for name in (*record.issuers, *((record.originator,) if record.originator else ()))}
    return all(normal_title(name) in known for name in named)
