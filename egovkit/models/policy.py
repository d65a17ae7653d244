"""A policy document as a database knows it (政策记录): what identifies it, what it did, how it stands to others."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from egovkit.errors import ParseError
from egovkit.grammar.titles import Wrapping, unwrap
from egovkit.models.dates import DocumentDate
from egovkit.models.day import Day, day_of
from egovkit.models.drafting import DraftingRecord, TermShift
from egovkit.models.frozen import Confidence, Frozen, Text, Texts
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.standing import PolicyStatus, StatusKind

__all__ = [
    "DocumentLevel",
    "PolicyRecord",
    "PolicyRelation",
    "PolicyRelationKind",
    "policy_key",
]


def policy_key(name: str | IssuanceNumber) -> str:
    """Return what a record is referred to by (记录的键): its canonical number, or its title where it bears none.

    >>> policy_key("国办发[2014]66号"), policy_key("《数字中国建设整体布局规划》")
    ('国办发〔2014〕66号', '数字中国建设整体布局规划')
    """
    if isinstance(name, IssuanceNumber):
        return str(name)
    if "号" in name:
        try:
            return str(IssuanceNumber.parse(name))
        except ParseError:
            pass
    name = name.strip()
    return name[1:-1].strip() if name.startswith("《") and name.endswith("》") and name.count("《") == 1 else name


Key = Annotated[str, BeforeValidator(policy_key), StringConstraints(min_length=1)]


class PolicyRelationKind(StrEnum):
    """How one document stands to another (政策关系), read from the source to the target.

    forwards 转发, implements 贯彻 (依据, 配套, 细化), supersedes 替代 (by content, without an order to repeal),
    repeals 废止 (停止执行 among it), amends 修改 (修订, 修正), draws_on 借鉴, interprets 解读, approves 批复,
    continues 延续 (扩展; no legal effect).

    >>> PolicyRelationKind("draws_on").term
    '借鉴'
    """

    FORWARDS = "forwards"
    IMPLEMENTS = "implements"
    SUPERSEDES = "supersedes"
    REPEALS = "repeals"
    AMENDS = "amends"
    DRAWS_ON = "draws_on"
    INTERPRETS = "interprets"
    APPROVES = "approves"
    CONTINUES = "continues"

    @property
    def term(self) -> str:
        """The Chinese term (术语)."""
        return _TERMS[self]


_TERMS = dict(
    zip(PolicyRelationKind, ("转发", "贯彻", "替代", "废止", "修改", "借鉴", "解读", "批复", "延续"), strict=True)
)


class DocumentLevel(StrEnum):
    """What kind of norm a document is (效力层级), by who makes it.

    law 法律, regulation 行政法规, rule 部门规章, interpretation 司法解释; party 党内文件, state_council 国务院文件,
    ministry 部门文件 are documents of the centre that are none of these.

    >>> DocumentLevel("regulation").term
    '行政法规'
    """

    LAW = "law"
    REGULATION = "regulation"
    RULE = "rule"
    INTERPRETATION = "interpretation"
    PARTY = "party"
    STATE_COUNCIL = "state_council"
    MINISTRY = "ministry"

    @property
    def term(self) -> str:
        """The Chinese term (术语)."""
        return _LEVEL_TERMS[self]


_LEVEL_TERMS = dict(
    zip(
        DocumentLevel,
        ("法律", "行政法规", "部门规章", "司法解释", "党内文件", "国务院文件", "部门文件"),
        strict=True,
    )
)


class PolicyRelation(Frozen):
    """A typed edge between two documents (关系), each given by number, or by title where it bears none.

    `ground` says what the edge rests on: a clause, words of the title, an order.

    >>> edge = PolicyRelation(kind="draws_on", source="国办发〔2014〕66号", target="中办发[2002]17号")
    >>> edge.target, edge.earlier
    ('中办发〔2002〕17号', '中办发〔2002〕17号')
    """

    kind: PolicyRelationKind
    source: Key
    target: Key
    ground: Text | None = None
    confidence: Confidence | None = None

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        if self.source == self.target:
            raise PydanticCustomError("relation.itself", "a document has no relation to itself")
        return self

    @property
    def earlier(self) -> str:
        """The end that came first (在前者): a plan follows its approval, all else follows what it refers to."""
        return self.source if self.kind is PolicyRelationKind.APPROVES else self.target

    @property
    def later(self) -> str:
        """The end that came after (在后者)."""
        return self.target if self.kind is PolicyRelationKind.APPROVES else self.source


class PolicyRecord(Frozen):
    """A policy document as a database knows it (政策记录); what is not known is None or empty.

    - `number`, `other_numbers`: the number, and other ways it is printed; None for a document issued without one.
    - `title`, `aliases`: the title it is registered under, and others it is cited by.
    - `carrier`: the title of the notice that carries it, where `title` is that of what is carried (转发…的通知).
    - `issuers`: full names; `originator`: who drew up what the issuers forward (制定机关).
    - `dated`, `date_confidence`, `published_on`, `effective_on`: 成文, 发布 and 施行, each as precise as it is known.
    - `level`: what kind of norm it is, where that is known.
    - `domain`, `scope`, `tasks`, `frameworks`: the fields it is about, whom it addresses, what it sets out to do, the
      frameworks it set, by name.
    - `status`: with ground and confidence; `relations`: the edges that start here.
    - `role`, `drafting`, `shifts`: its place among the others, how it was drafted, terms that changed with it.
    - `confidence`: how sure number and title are; `sources`: addresses, or keys of `register.about()`; `note`.

    The year of the number is the year of the date unless a note says why not.

    >>> record = PolicyRecord(number="国办发[2014]66号", title="国务院办公厅关于促进电子政务协调发展的指导意见", dated="2014-11")
    >>> record.key, record.year, str(record.dated), record.status
    ('国办发〔2014〕66号', 2014, '2014-11', None)
    """

    number: IssuanceNumber | None = None
    other_numbers: tuple[IssuanceNumber, ...] = ()
    title: Text
    aliases: Texts = ()
    carrier: Text | None = None
    issuers: Texts = ()
    originator: Text | None = None
    dated: DocumentDate | None = None
    date_confidence: Confidence | None = None
    published_on: DocumentDate | None = None
    effective_on: DocumentDate | None = None
    level: DocumentLevel | None = None
    domain: Texts = ()
    scope: Text | None = None
    tasks: Texts = ()
    status: PolicyStatus | None = None
    frameworks: Texts = ()
    relations: tuple[PolicyRelation, ...] = ()
    role: Text | None = None
    drafting: DraftingRecord | None = None
    shifts: tuple[TermShift, ...] = ()
    confidence: Confidence | None = None
    index_number: Text | None = None
    sources: Texts = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        numbered = None if self.number is None else self.number.year
        if numbered and self.dated is not None and numbered != self.dated.year and self.note is None:
            raise PydanticCustomError(
                "policy.year",
                "the number is of {number} and the date of {dated}, and no note says why",
                {"number": numbered, "dated": self.dated.year},
            )
        if (
            self.dated is not None
            and self.published_on is not None
            and self.published_on.last_day < self.dated.first_day
        ):
            raise PydanticCustomError("policy.published", "the document is published before its date")
        if any(edge.source != self.key for edge in self.relations):
            raise PydanticCustomError("policy.relation", "a record holds the relations that start from it")
        return self

    @property
    def key(self) -> str:
        """The canonical number, or the title where there is none (键)."""
        return self.title if self.number is None else str(self.number)

    @property
    def year(self) -> int | None:
        """The year of the number, else of the date, else of publication (年份)."""
        if self.number is not None and self.number.year:
            return self.number.year
        day = self.dated or self.published_on
        return None if day is None else day.year

    @property
    def conveyed(self) -> Wrapping | None:
        """What the document carries, read from the carrier's title (载体); None where it carries nothing.

        >>> PolicyRecord(title="国务院办公厅关于印发政府网站发展指引的通知").conveyed.instrument
        '政府网站发展指引'
        """
        return unwrap(self.carrier or self.title)

    def status_on(self, on: Day) -> StatusKind | None:
        """Say what the status was on a day (某日效力), of a year or month on its last; None where that is not known.

        pending before the document is dated or in force; between that day and `status.since` it is in force.

        >>> plan = PolicyRecord(title="规划", dated="2016-12-15", status={"value": "expired", "since": "2021-01-01"})
        >>> [plan.status_on(f"{year}-06-01").value for year in (2016, 2020, 2021)]
        ['pending', 'in_force', 'expired']
        """
        day = day_of(on)
        start = self.effective_on or self.dated or self.published_on
        if start is None or start.first_day <= day < start.last_day:
            return None
        if day < start.first_day:
            return StatusKind.PENDING
        if self.status is None or self.status.value is StatusKind.IN_FORCE:
            return None if self.status is None else StatusKind.IN_FORCE
        since = self.status.since
        if since is None or since.first_day <= day < since.last_day:
            return None
        return StatusKind.IN_FORCE if day < since.first_day else self.status.value

    def __str__(self) -> str:
        return self.title if self.number is None else f"{self.title}（{self.number}）"
