"""A table of policies that can be asked (政策目录): by number, by title, by what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import ClassVar, NamedTuple, Never, Self

from egovkit.catalogue.collection import Table
from egovkit.catalogue.lineage import Lineage, cycles, trace
from egovkit.catalogue.own_documents import Read, records_of
from egovkit.catalogue.policy_conditions import POLICY_CONDITIONS
from egovkit.catalogue.policy_csv import read_csv
from egovkit.catalogue.policy_index import PolicyIndex
from egovkit.catalogue.policy_row_writing import write_rows
from egovkit.catalogue.policy_rows import TableError, read_rows
from egovkit.catalogue.row_bounds import held
from egovkit.catalogue.table_faults import circular, identity_of, repeated
from egovkit.catalogue.title_matches import Match
from egovkit.models.day import Day
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind, policy_key
from egovkit.models.standing import StatusKind
from egovkit.text import limits

__all__ = ["Catalogue", "TableState"]


class TableState(NamedTuple):
    """What a table holds (表的内容): its records, and the relations that start from no record of it."""

    records: tuple[PolicyRecord, ...]
    loose: tuple[PolicyRelation, ...]


class Catalogue(Table[str | IssuanceNumber, PolicyRecord]):
    """A table of policies (政策目录), in the order given: asked as every table is (see `Table`), by number and title.

    `egovkit.policies` is the one that comes along; `from_rows` and `from_csv` make one of your own, and
    `policies.with_own(mine)` is both together.

    >>> mine = Catalogue.from_rows([{"文号": "京政发〔2020〕1号", "标题": "北京市人民政府关于某事的通知"}])
    >>> mine["京政发[2020]1号"].title
    '北京市人民政府关于某事的通知'
    >>> [(match.record.year, match.way.value) for match in mine.by_title("关于某事的通知")]
    [(2020, 'without_issuer')]
    """

    _what = "policies"
    _row = PolicyRecord
    _keys = (str, IssuanceNumber)
    _conditions: ClassVar = POLICY_CONDITIONS

    def __init__(
        self, records: Iterable[PolicyRecord] | Callable[[], TableState] = (), relations: Iterable[PolicyRelation] = ()
    ) -> None:
        self._source = records if callable(records) else TableState(tuple(records), tuple(relations))

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]], relations: Iterable[PolicyRelation] = ()) -> Self:
        """Read rows of a table (读表): mappings from field names, or their Chinese headings, to cells.

        A cell that lists several things parts them by ；. A relation has a column of its kind (implements, 废止) that
        names the targets. Cells are as a spreadsheet gives them: a date or datetime, a year as a number, None and NaN
        for what is empty; a row of empty cells is none. Raises TableError, which holds every fault (of very many the first
        10,000) with its row and column; so does a document given twice, or one that supersedes itself through others.

        >>> Catalogue.from_rows([{"title": "某办法", "dated": "2014-13"}])
        Traceback (most recent call last):
        egovkit.catalogue.policy_rows.TableError: row 1, dated: no calendar has this month: '2014-13' [date.impossible]
        """
        records = read_rows(rows)
        catalogue = cls(records.values(), relations)
        errors = [*islice(repeated(records), limits.MAX_FAULTS), *circular(records, catalogue.cycles())]
        if errors:
            raise TableError(errors)
        return catalogue

    @classmethod
    def from_csv(cls, path: str | Path, *, encoding: str | None = None) -> Self:
        """Read a CSV file with a heading row (读 CSV); the rest is as in `from_rows`.

        Without an `encoding` it is UTF-8, with a byte order mark or without, or else GB18030, as Chinese Excel saves.
        ReadError for a file in none of them, one that is no CSV, or one that makes more than a million rows, numbers, dates
        and relations together: `with_own` joins the tables of its parts.
        """
        return cls.from_rows(held(read_csv(Path(path), encoding)))

    @classmethod
    def from_documents(cls, documents: Iterable[Read]) -> Self:
        """Make a table of documents that were read (文件成表): their numbers, titles, issuers and dates, when they end.

        What a document rests on, forwards, amends, repeals or interprets is a relation, and what one repeals ends in
        the table as well. A document that was read twice is one record. TableError for one of neither number nor title.

        >>> from egovkit import IssuanceNumber, PolicyDocument
        >>> text = "按照《某省护林条例》，加强巡护。"
        >>> number = IssuanceNumber.parse("某政发〔2024〕3号")
        >>> read = PolicyDocument(text=text, number=number, title="关于护林防火的通知")
        >>> mine = Catalogue.from_documents([read])
        >>> mine["某政发〔2024〕3号"].title, [edge.target for edge in mine.relations]
        ('关于护林防火的通知', ['某省护林条例'])
        """
        return cls(records_of(documents))

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
        return self._source() if callable(self._source) else self._source

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

    def with_own(self, rows: Iterable[PolicyRecord], /) -> Self:
        """Return this table with records of one's own added (合并), each in the place of the one of its number and title.

        A table of one's own brings its relations along, also those that start from no record.

        >>> from egovkit.catalogue.policies import policies
        >>> mine = Catalogue.from_rows([{"文号": "京政发〔2020〕1号", "标题": "某通知", "依据": "国发〔2016〕55号"}])
        >>> "京政发〔2020〕1号" in policies.with_own(mine).lineage("国发〔2016〕55号").after_keys
        True
        """
        merged = {identity_of(record): record for record in self}
        merged.update((identity_of(record), record) for record in self._own(rows, PolicyRecord))
        loose = rows._state.loose if isinstance(rows, Catalogue) else ()
        return type(self)(merged.values(), (*self._state.loose, *loose))

    # ---- by number and by title ----

    def find(self, text: str | IssuanceNumber, /) -> tuple[PolicyRecord, ...]:
        """Return every record that a number or title can mean (查找政策); `by_number` and `by_title` say how each does.

        >>> from egovkit.catalogue.policies import policies
        >>> [record.key for record in policies.find("关于加强数字政府建设的指导意见")]
        ['国发〔2022〕14号']
        """
        return self._index.meant(policy_key(text))

    def _bearers(self, key: str | IssuanceNumber) -> tuple[PolicyRecord, ...]:
        return self._index.bearers(policy_key(key))

    def _names(self, row: PolicyRecord) -> Iterable[str]:
        return (row.key, row.title, *row.aliases)

    def _near(self, key: str | IssuanceNumber) -> tuple[str, ...]:
        """Return the titles near to one; of a number the documents whose code or year alone is another."""
        name = policy_key(key)
        if IssuanceNumber.is_valid(name):
            return self._index.near_numbers(IssuanceNumber.parse(name))
        return tuple(record.title for record in self.find(name))[:3] or super()._near(name)

    def _part(self, rows: Iterable[PolicyRecord]) -> Self:
        return type(self)(rows)

    @cached_property
    def _index(self) -> PolicyIndex:
        return PolicyIndex(self.records)

    def by_number(self, number: str | IssuanceNumber) -> tuple[Match, ...]:
        """Return every record that a number can mean (按字号); ParseError where it is no number."""
        value = IssuanceNumber.parse(number) if isinstance(number, str) else number
        return self._index.by_number(value)

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
        return self._index.titles.matches(title)

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
        **unknown: Never,
    ) -> Self:
        """Return the records that fit every condition, as a table (筛选).

        - `issuer`: one of those of the record, by full or short name; `domain`: one of its domains; `framework`: by its
          name or a variant of it; `year`: that of the number.
        - `status`: as it is now; with `on`, as it was on that day. `on` alone: those known to be in force that day.
        - `since`, `until`: first and last date of the document, each a year, a month or a day, both included.

        A date is a date, datetime, DocumentDate or string; ParseError for a string that is none. UnknownCondition for
        another condition, and for an issuer, domain, framework or status that is not known.

        >>> from egovkit.catalogue.policies import policies
        >>> str(policies.where(framework="三网一库").records[0].number)
        '国办发〔2001〕25号'
        """
        given = {
            "issuer": issuer,
            "year": year,
            "domain": domain,
            "framework": framework,
            "since": since,
            "until": until,
        }
        standing = {"status": status} if on is None else {"on": (on, status)}
        return self._where({**given, **standing, **unknown})

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
        found = self._index.numbered(key) or (() if key in self._ends else self._bearers(key))
        if found or key not in self._ends:
            key = self._one(name, found).key
        followed = None if kinds is None else frozenset(map(PolicyRelationKind, kinds))
        return trace(key, self._ends, self._only, depth, followed)

    def _only(self, key: str) -> PolicyRecord | None:
        """Return the one record of a key; None where there is none, or several."""
        found = self._index.numbered(key)
        return found[0] if len(found) == 1 else None

    def dangling(self) -> tuple[PolicyRelation, ...]:
        """Return the relations with an end that this table has no record of (悬空关系)."""
        return tuple(
            edge
            for edge in self.relations
            if edge.source not in self._index.by_key or edge.target not in self._index.by_key
        )

    def cycles(self) -> tuple[str, ...]:
        """Return the documents that supersede or repeal themselves through others (循环); empty in a sound table."""
        return cycles(self.relations)
