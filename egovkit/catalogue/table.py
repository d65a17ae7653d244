"""A table of policies that can be asked (政策目录): by number, by title, by what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple, Self

from egovkit.catalogue.collection import Table
from egovkit.catalogue.lineage import Lineage, trace
from egovkit.catalogue.row_writing import write_rows
from egovkit.catalogue.rows import RowError, TableError, read_csv, read_rows
from egovkit.collector import collector_held
from egovkit.data import rows as rows_of
from egovkit.errors import AmbiguousTerm, UnknownTerm
from egovkit.grammar.titles import bare, normal_title, split_issuer, split_issuers, unwrap
from egovkit.models.dates import DocumentDate
from egovkit.models.day import Day, date_of, day_of
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind, StatusKind, policy_key

__all__ = ["Catalogue", "Match", "MatchWay", "TableState"]

_STATE: Final = "中华人民共和国"
_REPLACES: Final = (PolicyRelationKind.SUPERSEDES, PolicyRelationKind.REPEALS)


class MatchWay(StrEnum):
    """How a record was found (匹配方式), the surest first.

    number, variant (another print of the number); title, carrier (that of the notice which carries it), alias,
    without_issuer, instrument (the title of what it carries), without_state (without 中华人民共和国).

    >>> list(MatchWay).index(MatchWay.TITLE) < list(MatchWay).index(MatchWay.INSTRUMENT)
    True
    """

    NUMBER = "number"
    VARIANT = "variant"
    TITLE = "title"
    CARRIER = "carrier"
    ALIAS = "alias"
    WITHOUT_ISSUER = "without_issuer"
    INSTRUMENT = "instrument"
    WITHOUT_STATE = "without_state"


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


class TableState(NamedTuple):
    """What a table holds (表的内容): its records, and the relations that start from no record of it."""

    records: tuple[PolicyRecord, ...]
    loose: tuple[PolicyRelation, ...]


class Catalogue(Table[PolicyRecord]):
    """A table of policies (政策目录): iterable, in the order given, and asked by number, title and field.

    `egovkit.policies` is the one that comes along; `from_rows` and `from_csv` make one of your own, `a | b` merges
    two (b wins where both hold a document of one number and title).

    >>> mine = Catalogue.from_rows([{"文号": "京政发〔2020〕1号", "标题": "北京市人民政府关于某事的通知"}])
    >>> mine.get("京政发[2020]1号").title
    '北京市人民政府关于某事的通知'
    >>> [(match.record.year, match.way.value) for match in mine.by_title("关于某事的通知")]
    [(2020, 'without_issuer')]
    """

    _what = "policies"

    def __init__(
        self, records: Iterable[PolicyRecord] | Callable[[], TableState] = (), relations: Iterable[PolicyRelation] = ()
    ) -> None:
        self._source = records if callable(records) else TableState(tuple(records), tuple(relations))

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]], relations: Iterable[PolicyRelation] = ()) -> Self:
        """Read rows of a table (读表): mappings from field names, or their Chinese headings, to cells.

        A cell that lists several things parts them by ；. A relation has a column of its kind (implements, 废止) that
        names the targets. Cells are as a spreadsheet gives them: a date or datetime, a year as a number, None and NaN
        for what is empty; a row of empty cells is none. Raises TableError, which holds every fault with its row and column; so does a document
        given twice, or one that supersedes itself through others.

        >>> Catalogue.from_rows([{"title": "某办法", "dated": "2014-13"}])
        Traceback (most recent call last):
        egovkit.catalogue.rows.TableError: row 1, dated: no calendar has this month: '2014-13' [date.impossible]
        """
        records = read_rows(rows)
        seen: dict[tuple[str, str], int] = {}
        errors = []
        for place, record in records.items():
            first = seen.setdefault(_identity(record), place)
            if first != place:
                errors.append(RowError(place, "title", "row.twice", f"the document of row {first} again", record.title))
        catalogue = cls(records.values(), relations)
        place_of = {record.key: place for place, record in records.items()}
        errors += [
            RowError(place_of.get(key, 0), "relations", "row.cycle", "supersedes itself through others", key)
            for key in catalogue.cycles()
        ]
        if errors:
            raise TableError(errors)
        return catalogue

    @classmethod
    def from_csv(cls, path: str | Path, *, encoding: str | None = None) -> Self:
        """Read a CSV file with a heading row (读 CSV); the rest is as in `from_rows`.

        Without an `encoding` it is UTF-8, with a byte order mark or without, or else GB18030, as Chinese Excel saves.
        ReadError for a file in none of them, or one that is no CSV.
        """
        return cls.from_rows(read_csv(Path(path), encoding))

    def to_rows(self) -> list[dict[str, str]]:
        """Return every record as a row of strings (表格行), such as `from_rows` and a CSV writer take.

        The columns are the fields that any record has, an empty cell where one has it not. Lists are parted by ；; what
        no such cell can say (how a document was drafted, a relation with its ground) is JSON. A relation that starts
        from no record is in no row: `relations` has them all, to be given to `from_rows` besides.

        >>> rows = Catalogue.from_rows([{"文号": "京政发[2020]1号", "标题": "某通知", "发文机关": "甲;乙"}]).to_rows()
        >>> rows
        [{'number': '京政发〔2020〕1号', 'title': '某通知', 'issuers': '甲；乙'}]
        >>> Catalogue.from_rows(rows).to_rows() == rows
        True
        """
        return write_rows(self.records)

    # ---- as a collection ----

    @cached_property
    def _state(self) -> TableState:
        if not callable(self._source):
            return self._source
        with collector_held():
            return self._source()

    @property
    def records(self) -> tuple[PolicyRecord, ...]:
        """Every record in the order of the table (全部记录)."""
        return self._state.records

    @cached_property
    def relations(self) -> tuple[PolicyRelation, ...]:
        """Every relation of the table, each once (全部关系)."""
        stated = (edge for record in self.records for edge in record.relations)
        return tuple(dict.fromkeys((*stated, *self._state.loose)))

    def __iter__(self) -> Iterator[PolicyRecord]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    def __contains__(self, name: object) -> bool:
        if isinstance(name, PolicyRecord):
            return name in self._by_key.get(name.key, ())
        return isinstance(name, str | IssuanceNumber) and policy_key(name) in self._by_key

    def __getitem__(self, name: str | IssuanceNumber) -> PolicyRecord:
        record = self.get(name)
        if record is None:
            raise self._unknown(name)
        return record

    def __or__(self, other: Catalogue) -> Catalogue:
        if not isinstance(other, Catalogue):
            return NotImplemented
        merged = {_identity(record): record for record in self}
        merged.update((_identity(record), record) for record in other)
        return Catalogue(merged.values(), (*self._state.loose, *other._state.loose))

    # ---- by number and by title ----

    @cached_property
    def _by_key(self) -> dict[str, tuple[PolicyRecord, ...]]:
        found: dict[str, tuple[PolicyRecord, ...]] = {}
        for record in self.records:
            found[record.key] = (*found.get(record.key, ()), record)
        return found

    @cached_property
    def _by_variant(self) -> dict[str, tuple[PolicyRecord, ...]]:
        found: dict[str, tuple[PolicyRecord, ...]] = {}
        for record in self.records:
            for number in record.other_numbers:
                found[str(number)] = (*found.get(str(number), ()), record)
        return found

    def get(self, name: str | IssuanceNumber) -> PolicyRecord | None:
        """Return the one record of a number, or of a title where it bears none (取一件).

        None where the table has no such document, or several: `by_number` shows them all.
        """
        found = self._of(name)
        return found[0] if len(found) == 1 else None

    def _of(self, name: str | IssuanceNumber) -> tuple[PolicyRecord, ...]:
        key = policy_key(name)
        return self._by_key.get(key) or self._by_variant.get(key, ())

    def _unknown(self, name: str | IssuanceNumber) -> UnknownTerm:
        """Return the error of a name that is not that of one record."""
        several = self._of(name)
        if several:
            return AmbiguousTerm("policies", str(name), map(str, several))
        return UnknownTerm("policies", str(name))

    def by_number(self, number: str | IssuanceNumber) -> tuple[Match, ...]:
        """Return every record that a number can mean (按字号); ParseError where it is no number."""
        value = IssuanceNumber.parse(number) if isinstance(number, str) else number
        # An order of the President restarts with every term, so that its number alone does not say which law.
        sure = not (value.form is NumberForm.ORDER and value.year is None and value.code in (None, "主席"))
        key = str(value)
        return (
            *(Match(record, MatchWay.NUMBER, sure) for record in self._by_key.get(key, ())),
            *(Match(record, MatchWay.VARIANT, sure) for record in self._by_variant.get(key, ())),
        )

    @cached_property
    def _by_title(self) -> dict[str, list[tuple[int, MatchWay]]]:
        found: dict[str, list[tuple[int, MatchWay]]] = {}
        for i, record in enumerate(self.records):
            for title, way in _names(record):
                found.setdefault(normal_title(title), []).append((i, way))
        return found

    def by_title(self, title: str) -> tuple[Match, ...]:
        """Return every record that a title can mean, the surest way first (按标题).

        Titles are compared by `normal_title`; a document answers to its title, its aliases, the title of its carrier
        and of what it carries, each with or without the issuer in front. A title that names another issuer is
        another document's.

        >>> from egovkit.catalogue.policies import policies
        >>> [match.way.value for match in policies.by_title("《政府网站发展指引》")]
        ['instrument']
        >>> policies.by_title("上海市人民政府关于加强数字政府建设的指导意见")
        ()
        """
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

    # ---- by field ----

    def where(
        self,
        *,
        issuer: str | None = None,
        year: int | None = None,
        domain: str | None = None,
        framework: str | None = None,
        status: StatusKind | str | None = None,
        on: Day | None = None,
        since: Day | int | None = None,
        until: Day | int | None = None,
    ) -> Catalogue:
        """Return the records that fit every condition, as a table (筛选).

        - `issuer`, `domain`: one of those of the record; `framework`: by its name or a variant of it; `year`: that of
          the number.
        - `status`: as it is now; with `on`, as it was on that day. `on` alone: those known to be in force that day.
        - `since`, `until`: first and last date of the document, each a year, a month or a day, both included.

        A date is a date, datetime, DocumentDate or string; ParseError for a string that is none.

        >>> from egovkit.catalogue.policies import policies
        >>> str(policies.where(framework="三网一库").records[0].number)
        '国办发〔2001〕25号'
        """
        wanted = StatusKind(status) if status is not None else None
        day = None if on is None else day_of(on)
        first = None if since is None else date_of(since).first_day
        last = None if until is None else date_of(until).last_day
        names = None if framework is None else _framework_names(framework)

        def fits(record: PolicyRecord) -> bool:
            dated = record.dated or record.published_on
            if dated is None and record.year is not None:
                dated = DocumentDate(year=record.year)
            if (first or last) and dated is None:
                return False
            stands = record.status_on(day) if day is not None else record.status and record.status.value
            return (
                (issuer is None or issuer in record.issuers)
                and (year is None or record.year == year)
                and (domain is None or domain in record.domain)
                and (names is None or not names.isdisjoint(map(normal_title, record.frameworks)))
                and (day is None or wanted is not None or stands is StatusKind.IN_FORCE)
                and (wanted is None or stands is wanted)
                and (first is None or (dated is not None and dated.last_day >= first))
                and (last is None or (dated is not None and dated.first_day <= last))
            )

        return Catalogue(filter(fits, self.records))

    # ---- relations ----

    @cached_property
    def _ends(self) -> dict[str, list[PolicyRelation]]:
        found: dict[str, list[PolicyRelation]] = {}
        for edge in self.relations:
            found.setdefault(edge.source, []).append(edge)
            found.setdefault(edge.target, []).append(edge)
        return found

    def relations_of(self, name: str | IssuanceNumber) -> tuple[PolicyRelation, ...]:
        """Return every relation that a document has, at either end (某件的关系)."""
        return tuple(self._ends.get(policy_key(name), ()))

    def lineage(
        self,
        name: str | IssuanceNumber,
        *,
        depth: int | None = None,
        kinds: Iterable[PolicyRelationKind | str] | None = None,
    ) -> Lineage:
        """Return what came before a document and what came after it, by typed relations (沿革).

        `depth` bounds the steps away from it, `kinds` the relations followed. UnknownTerm where the table has no
        such document.

        >>> from egovkit.catalogue.policies import policies
        >>> [(step.relation.kind.value, step.key) for step in policies.lineage("国办发〔2014〕66号", depth=1).before]
        [('continues', '国办发〔2001〕25号'), ('draws_on', '中办发〔2002〕17号')]
        """
        key = policy_key(name)
        record = self.get(key)
        if record is None and key not in self._ends:
            raise self._unknown(name)
        followed = None if kinds is None else frozenset(map(PolicyRelationKind, kinds))
        return trace(record.key if record else key, self._ends, self.get, depth, followed)

    def dangling(self) -> tuple[PolicyRelation, ...]:
        """Return the relations with an end that this table has no record of (悬空关系)."""
        return tuple(
            edge for edge in self.relations if edge.source not in self._by_key or edge.target not in self._by_key
        )

    def cycles(self) -> tuple[str, ...]:
        """Return the documents that supersede or repeal themselves through others (循环); empty in a sound table."""
        later: dict[str, set[str]] = {}
        left: dict[str, int] = {}
        for edge in self.relations:
            if edge.kind in _REPLACES and edge.target not in later.setdefault(edge.source, set()):
                later[edge.source].add(edge.target)
                left[edge.target] = left.get(edge.target, 0) + 1
        free = [key for key in later if not left.get(key)]
        while free:
            for target in later.pop(free.pop(), ()):
                left[target] -= 1
                if not left[target]:
                    free.append(target)
        return tuple(later)


def _identity(record: PolicyRecord) -> tuple[str, str]:
    return ("" if record.number is None else str(record.number), normal_title(record.title))


def _names(record: PolicyRecord) -> Iterator[tuple[str, MatchWay]]:
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


def _framework_names(name: str) -> set[str]:
    asked = normal_title(name)
    return {asked} | {
        normal_title(row["framework"]) for row in rows_of("framework_names") if normal_title(row["name"]) == asked
    }
