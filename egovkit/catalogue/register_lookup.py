"""What a number or title can mean in the register (登记册检索): the places of rows, with the way each is meant."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple

from egovkit.catalogue.key_index import KeyIndex
from egovkit.catalogue.register_keys import WAYS, asked_titles
from egovkit.catalogue.register_rows import Rows
from egovkit.catalogue.terms import in_term
from egovkit.catalogue.title_matches import MatchWay
from egovkit.grammar.codes import STATE
from egovkit.grammar.titles import bare, normal_title, split_issuers
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from egovkit.models.organ import Organ

__all__ = ["Lookup", "Place", "named_anew", "stateless"]

# 部令, 局令 after the whole name.
_DOUBLED: Final = LatePattern("(?<=部)部$|(?<=委)委$|(?<=局)局$|(?<=署)署$")
# An order of several organs with short names that others bore too.
_MOST_MEANT: Final = 16
_RANK: Final = {way: i for i, way in enumerate(WAYS)}
_STATE_COUNCIL: Final = "国务院"
_PRESIDENT: Final = "主席"
_OTHERS: Final = LatePattern(r"等[0-9〇零一二两三四五六七八九十]{0,3}[个家]?(?:部门|单位|部委|部门和单位)$")
# A title so short, without its issuer or taken out of a notice, is that of many documents.
_SPECIFIC: Final = 9
# In brackets at the end: （2022年修订版）, （试行）.
_EDITION: Final = LatePattern(r"[（(]([12][0-9]{3})年?[^（()）]{0,6}[)）]$")
_EDITIONED: Final = LatePattern(r"[（(][12][0-9]{3}年?(?:修[订正])?[版本]?[)）]")
_TRIAL: Final = LatePattern(r"(?<=[（(])(?:试行|草案|暂行|征求意见稿)(?=[)）]$)")
_LOOSE: Final = frozenset((MatchWay.WITHOUT_ISSUER, MatchWay.INSTRUMENT, MatchWay.WITHOUT_BRACKET))


class Place(NamedTuple):
    """A row that is meant (所指行), the way it is, and whether its name can be no other document's."""

    row: int
    way: MatchWay
    sure: bool


def stateless(title: str) -> str:
    """Return what two titles are compared by, with or without 中华人民共和国 (去国名)."""
    return normal_title(title.removeprefix(STATE))


def named_anew(number: IssuanceNumber) -> bool:
    """Say whether an order's number is given again: the President's with every term, a ministry's with every reform.

    >>> named_anew(IssuanceNumber.parse("主席令第18号")), named_anew(IssuanceNumber.parse("国务院令第711号"))
    (True, False)
    """
    return number.form is NumberForm.ORDER and number.year is None and number.code != _STATE_COUNCIL


class Lookup:
    """The rows and the index of their names (检索)."""

    def __init__(self, rows: Rows, index: KeyIndex) -> None:
        self.rows, self.index = rows, index

    def numbered(self, number: IssuanceNumber) -> list[Place]:
        """Return the rows that a number can mean (按字号)."""
        entries = self.index.find(f"#{number}")
        if not entries and number.session is not None:
            return self._of_session(number, number.session)
        if not entries and number.form is not NumberForm.REGULAR and number.code:
            entries = [entry for other in _by_full_names(number) for entry in self.index.find(f"#{other}")]
        ranked = sorted((place, row) for row, place in entries)
        if ranked and WAYS[ranked[0][0]] is MatchWay.NUMBER:
            # What several organs announced together is not meant where the first of them has such a number alone.
            ranked = [entry for entry in ranked if WAYS[entry[0]] is not MatchWay.FIRST_ORGAN]
        found = self._preferred([(row, WAYS[place]) for place, row in ranked])
        alone = len(found) == 1 and not named_anew(number)
        return [Place(row, way, alone and way is not MatchWay.FIRST_ORGAN) for row, way in found]

    def _of_session(self, number: IssuanceNumber, session: int) -> list[Place]:
        """Return the rows of a number without its session that were promulgated in that congress's term (届次)."""
        plain = number.model_copy(update={"session": None})
        found = [(place, in_term(self._days(place.row, plain), session)) for place in self.numbered(plain)]
        kept = [(place, within) for place, within in found if within is not False]
        # The session says what the number alone leaves open, where the day is known.
        return [place._replace(sure=within is True and len(kept) == 1) for place, within in kept]

    def _days(self, row: int, number: IssuanceNumber) -> list[DocumentDate]:
        """Return the days on which a row was promulgated under a number: of a law those of the versions that bear it."""
        record = self.rows.record(row)
        versions = self.rows.law(row).versions if self.rows.is_law(row) else ()
        days = [version.promulgated for version in versions if version.order == number and version.promulgated]
        return days or ([record.dated] if record.dated is not None else [])

    def titled(self, title: str) -> list[Place]:
        """Return the rows that a title can mean, the surest way first (按标题)."""
        plain = bare(title)
        edition = _EDITION.search(plain)
        named = tuple(name for part in split_issuers(plain) if (name := _OTHERS.sub("", part)))
        best: dict[int, tuple[int, str]] = {}
        for key, taken in asked_titles(plain):
            for row, place in self.index.find(key):
                rank = place if taken is None else max(place, _RANK[taken])
                if row in best and best[row][0] <= rank:
                    continue
                if named and taken is not None and not self._issued(row, named):
                    continue
                if (
                    edition is not None
                    and WAYS[rank] is MatchWay.WITHOUT_BRACKET
                    and not self._of_year(row, int(edition[1]))
                ):
                    continue
                best[row] = (rank, key)
        ordered = sorted(best.items(), key=lambda item: (item[1][0], item[0]))
        found = self._preferred([(row, WAYS[rank]) for row, (rank, _) in ordered])
        # What is called so but for （试行） makes no doubt of what is called just so.
        exact = sum(way is not MatchWay.WITHOUT_BRACKET for _, way in found)
        alone = len(found) == 1
        return [
            Place(
                row,
                way,
                not (way is MatchWay.WITHOUT_BRACKET and self._may_be_another(row, plain))
                and (alone or (exact == 1 and way is not MatchWay.WITHOUT_BRACKET))
                and (way not in _LOOSE or bool(named) or len(best[row][1]) >= _SPECIFIC)
                and (bool(named) or way is not MatchWay.WITHOUT_ISSUER),
            )
            for row, way in found
        ]

    def _may_be_another(self, row: int, title: str) -> bool:
        """Say whether a title may be that of another text than a row of its name but for a bracket (是否另有文本).

        What is on trial gives way to another text, and an edition of a year follows an older one.
        """
        if self.rows.is_law(row) and _EDITION.search(title) is not None:
            return False
        trial, known = _TRIAL.search(title), self.rows.titles[row]
        if trial is not None:
            return trial[0] not in known
        return _EDITION.search(title) is None and _EDITIONED.search(known) is not None

    def _of_year(self, row: int, year: int) -> bool:
        """Say whether a row can be the edition of a year (是否该年版): a law is one text in every edition."""
        if self.rows.is_law(row):
            return True
        known = self.rows.record(row).year
        return known is None or abs(known - year) <= 1

    def laws(self, title: str) -> list[int]:
        """Return the laws that a title can mean by the surest way that any is (按法规名)."""
        best: dict[int, int] = {}
        for key, taken in asked_titles(title):
            for row, place in self.index.find(key):
                if self.rows.is_law(row):
                    rank = place if taken is None else max(place, _RANK[taken])
                    best[row] = min(rank, best.get(row, rank))
        first = min(best.values(), default=0)
        return sorted(row for row, rank in best.items() if rank == first)

    def _preferred(self, found: list[tuple[int, MatchWay]]) -> list[tuple[int, MatchWay]]:
        """Leave out a law where a curated policy is the same document."""
        if len(found) < 2 or not self.rows.is_curated(max(row for row, _ in found)):
            return found
        titles = {stateless(self.rows.record(row).title) for row, _ in found if self.rows.is_curated(row)}
        return [
            (row, way)
            for row, way in found
            if not self.rows.is_law(row) or stateless(self.rows.record(row).title) not in titles
        ]

    def _issued(self, row: int, named: tuple[str, ...]) -> bool:
        """Say whether an issuer that a title names is one of a row's."""
        record = self.rows.record(row)
        known = {*record.issuers, *((record.originator,) if record.originator else ())}
        return any(name in known for name in named) or any(
            full in known for name in named for full in _full_names(name)
        )


def _full_names(name: str) -> list[str]:
    # The table of organs is read where a name is none that the register knows, and by nothing else here.
    from egovkit.catalogue.organs import organs  # noqa: PLC0415

    return [organ.name for organ in organs.find(name)]


def _by_full_names(number: IssuanceNumber) -> list[IssuanceNumber]:
    """Return an order or announcement with the full names of the organs it names; of the President without the term.

    国家药监局令第31号 is one of all organs that bore the name, 卫生部部令第82号 one of 卫生部.
    """
    from egovkit.catalogue.organs import organs  # noqa: PLC0415

    code = number.code or ""
    if number.form is NumberForm.ORDER and code.endswith(_PRESIDENT):
        return [number.model_copy(update={"code": _PRESIDENT})]
    bearers = [
        _distinct(organs.find(name, year=number.year) or organs.find(_DOUBLED.sub("", name), year=number.year))
        for name in code.split()
    ]
    if not all(bearers):
        bearers = [[name] for name in _distinct(organs.named_in(code, number.year))]
    if prod(map(len, bearers)) > _MOST_MEANT:
        return []
    return [number.model_copy(update={"code": " ".join(names)}) for names in product(*bearers) if names]


def _distinct(found: Iterable[Organ]) -> list[str]:
    return list(dict.fromkeys(organ.name for organ in found))
