"""The register of central documents and laws (登记册): what a number or title is, and how it stands.

>>> register["国务院令第711号"].title
'中华人民共和国政府信息公开条例'
>>> str(register.law("档案法").on("2018-01-01").promulgated)
'2016-11-07'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final, Never, Self

from egovkit.catalogue.cells import number_in
from egovkit.catalogue.collection import Table
from egovkit.catalogue.register_answers import Answers
from egovkit.catalogue.register_conditions import REGISTER_CONDITIONS
from egovkit.catalogue.register_keys import as_number
from egovkit.catalogue.register_lookup import Place, stateless
from egovkit.catalogue.title_matches import Match
from egovkit.models.day import Day, day_of
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import DocumentLevel, PolicyRecord
from egovkit.models.standing import Standing, StatusKind

if TYPE_CHECKING:
    from egovkit.catalogue.policy_table import Catalogue

__all__ = ["Register", "register"]


class Register(Answers, Table[str | IssuanceNumber, PolicyRecord]):
    """The documents of the centre that egovkit knows (登记册), asked as every table is (see `Table`).

    It holds the curated `policies`, documents of the State Council and its ministries, laws, regulations, rules and
    judicial interpretations, some 15,000 rows. What it lacks proves nothing: `about()` says how complete each series is.
    One number may be that of several rows, where an announcement publishes several texts or sources differ. Nothing is
    read before the first question.

    >>> register["国办发[2014]66号"].title
    '国务院办公厅关于促进电子政务协调发展的指导意见'
    >>> "国办发〔2099〕1号" in register
    False
    """

    _what = "documents"
    _row = PolicyRecord
    _keys = (str, IssuanceNumber)
    _conditions: ClassVar = REGISTER_CONDITIONS

    def __init__(self, own: Iterable[PolicyRecord] = (), kept: Iterable[int] | None = None) -> None:
        self._listed = tuple(own)
        self._kept = None if kept is None else tuple(kept)

    # ---- as a table ----

    def __iter__(self) -> Iterator[PolicyRecord]:
        yield from map(self._rows.record, self._places)
        yield from self._listed

    def __len__(self) -> int:
        return len(self._places) + len(self._listed)

    def find(self, text: str | IssuanceNumber, /) -> tuple[PolicyRecord, ...]:
        """Return every document that a number or title can mean, the surest first (查找).

        >>> [record.year for record in register.find("政府网站发展指引")]
        [2017]
        """
        return tuple(match.record for match in self._matches(text))

    def where(
        self,
        *,
        level: DocumentLevel | str | None = None,
        issuer: str | None = None,
        year: int | None = None,
        status: StatusKind | str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        **unknown: Never,
    ) -> Self:
        """Return the documents that fit every condition (筛选), as a register.

        - `level`: law, regulation, rule, interpretation, party, state_council or ministry.
        - `issuer`: an organ by any of its names; `year`: that of the number; `status`: as the row has it.
        - `since`, `until`: first and last day, a year or a month for all of it.

        >>> len(register.where(level="law")) > 300, len(register.where(level="law", year=1800))
        (True, 0)
        """
        given = {
            "level": level, "issuer": issuer, "year": year, "status": status, "since": since, "until": until, **unknown,
        }  # fmt: skip
        return self._where(given)

    def with_own(self, rows: Iterable[PolicyRecord], /) -> Self:
        """Return this register with documents of one's own, each in the place of the one of its number and title (合并).

        >>> mine = register.with_own([PolicyRecord(number="某政发〔2024〕3号", title="某市人民政府关于防火的通知")])
        >>> mine["某政发〔2024〕3号"].title, "某政发〔2024〕3号" in register
        ('某市人民政府关于防火的通知', False)
        """
        own = {_identity(row): row for row in (*self._listed, *self._own(rows, PolicyRecord))}
        replaced = {place for row in own.values() for place in self._twins(row)}
        kept = [place for place in self._places if place not in replaced] if replaced else self._kept
        return type(self)(own.values(), kept)

    def _twins(self, row: PolicyRecord) -> Iterator[int]:
        """Yield the rows of the number and title of a record."""
        numbered = [] if row.number is None else self._lookup.numbered(row.number)
        for place in (*numbered, *self._lookup.titled(row.title)):
            if _identity(self._rows.record(place.row)) == _identity(row):
                yield place.row

    def _names(self, row: PolicyRecord) -> Iterable[str]:
        return (row.key, row.title, *row.aliases)

    def _all_names(self) -> Iterator[Iterable[str]]:
        yield from ((self._rows.titles[place],) for place in self._places)
        yield from map(self._names, self._listed)

    def _where(self, conditions: Mapping[str, Any]) -> Self:
        tests = self._tests(conditions)
        if not tests:
            return self
        rows = self._rows
        kept = [
            place for place in self._places if all(test(record) for record in (rows.record(place),) for test in tests)
        ]
        part = type(self)((row for row in self._listed if all(test(row) for test in tests)), kept)
        part._part_of = self._whole
        return part

    def _part(self, rows: Iterable[PolicyRecord]) -> Self:
        return type(self)(rows, ())

    def _bearers(self, key: str | IssuanceNumber) -> tuple[PolicyRecord, ...]:
        found = self._matches(key)
        if self._number(key) is None:
            found = tuple(match for match in found if match.sure or len(found) > 1)
        return tuple(match.record for match in found if match.way is found[0].way)

    def _near(self, key: str | IssuanceNumber) -> tuple[str, ...]:
        number = self._number(key)
        if number is None or number.year is None:
            return super()._near(key)
        years = (number.model_copy(update={"year": number.year + step}) for step in (-1, 1))
        return tuple(str(other) for other in years if self._matches(other))

    # ---- by number and by title ----

    def by_number(self, number: str | IssuanceNumber) -> tuple[Match, ...]:
        """Return every document that a number can mean (按字号); ParseError where it is no number.

        An order or announcement is that of the organs it names, by any of their names.

        >>> [match.record.number.code for match in register.by_number("国家药监局公告2021年第121号")]
        ['国家药品监督管理局']
        """
        value = self._number(number)
        if value is None:
            value = IssuanceNumber.parse(str(number))
        return self._found(self._lookup.numbered(value), self._mine.by_number(value) if self._listed else ())

    def by_title(self, title: str) -> tuple[Match, ...]:
        """Return every document that a title can mean, the surest way first (按标题).

        Compared are the titles as `normal_title` has them, with and without the issuer, 中华人民共和国, the notice around
        an instrument, and what is in brackets at the end. A title that names another issuer is another document's.

        >>> [match.way.value for match in register.by_title("《政府信息公开条例》")][:1]
        ['without_state']
        >>> register.by_title("上海市人民政府关于加强数字政府建设的指导意见")
        ()
        """
        return self._found(self._lookup.titled(title), self._mine.by_title(title) if self._listed else ())

    def _matches(self, name: str | IssuanceNumber) -> tuple[Match, ...]:
        value = self._number(name)
        return self.by_title(str(name)) if value is None else self.by_number(value)

    def _number(self, name: str | IssuanceNumber) -> IssuanceNumber | None:
        """Return the number that a name is; one that the index has as it stands is read without the registry of codes."""
        if isinstance(name, str) and self._lookup.index.find(f"#{name}"):
            return number_in(name)
        return as_number(name)

    def _found(self, places: list[Place], own: tuple[Match, ...]) -> tuple[Match, ...]:
        if self._kept is not None:
            places = [place for place in places if place.row in self._held]
        several = bool(own) and bool(places)
        shipped = (Match(self._rows.record(row), way, sure and not several) for row, way, sure in places)
        return (*own, *shipped)

    # ---- how things stand, and what there is ----

    def standing(self, document: PolicyRecord | IssuanceNumber | str, on: Day | None = None) -> Standing:
        """Say how a document stands on a day, today by default (效力); unknown is a value, and never "in force".

        >>> register.standing("环境保护法", on="2026-08-14").value.value, register.standing("环境保护法", on="2026-08-15").ground
        ('in_force', '《中华人民共和国生态环境法典》')
        >>> register.standing("某市关于某事的通知").value.term
        '未知'
        """
        day = None if on is None else day_of(on)
        if isinstance(document, PolicyRecord):
            return self.standing_of(document, document.number, day)
        found = self._bearers(document)
        return self.standing_of(found[0], self._number(document), day) if len(found) == 1 else Standing()

    def search(self, words: str, limit: int = 20) -> tuple[PolicyRecord, ...]:
        """Return the documents whose titles hold the words, those that hold most of them first (检索标题).

        >>> register.search("电子政务 协调发展", limit=1)[0].key
        '国办发〔2014〕66号'
        """
        from egovkit.catalogue.search import search_titles  # noqa: PLC0415

        rows = list(self) if self._listed or self._kept is not None else None
        titles = self._rows.titles if rows is None else [row.title for row in rows]
        found = search_titles(titles, words, limit)
        return tuple(self._rows.record(place) if rows is None else rows[place] for place in found)

    @cached_property
    def _mine(self) -> Catalogue:
        from egovkit.catalogue.policy_table import Catalogue  # noqa: PLC0415

        return Catalogue(self._listed)


def _identity(record: PolicyRecord) -> tuple[str, str]:
    return ("" if record.number is None else str(record.number), stateless(record.title))


register: Final = Register()
"""The register that comes along (登记册); read when first asked."""
