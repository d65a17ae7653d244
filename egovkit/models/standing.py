"""Whether a document is in force (效力): the status that a record gives, and what it is on a day, unknown among it."""

from __future__ import annotations

from enum import StrEnum

from egovkit.models.dates import DocumentDate
from egovkit.models.frozen import Confidence, Frozen, Text

__all__ = ["PolicyStatus", "Standing", "StandingKind", "StatusKind"]


class StatusKind(StrEnum):
    """Whether a document is in force (效力状态).

    in_force 现行有效, pending 尚未施行, expired 期满, amended 已修订, repealed 废止 (by an order that says so),
    lapsed 失效, discontinued 停止执行, superseded 实质替代 (no order says so), completed 任务完成.

    >>> StatusKind.EXPIRED.term
    '期满'
    """

    IN_FORCE = "in_force"
    PENDING = "pending"
    EXPIRED = "expired"
    AMENDED = "amended"
    REPEALED = "repealed"
    LAPSED = "lapsed"
    DISCONTINUED = "discontinued"
    SUPERSEDED = "superseded"
    COMPLETED = "completed"

    @property
    def term(self) -> str:
        """The Chinese term (术语)."""
        return _STATUS_TERMS[self]


_STATUS_TERMS = dict(
    zip(
        StatusKind,
        ("现行有效", "尚未施行", "期满", "已修订", "废止", "失效", "停止执行", "实质替代", "任务完成"),
        strict=True,
    )
)


class StandingKind(StrEnum):
    """How a document can be (效力状态): every `StatusKind`, and unknown 未知.

    >>> StandingKind("unknown").term, StandingKind("repealed").term
    ('未知', '废止')
    """

    UNKNOWN = "unknown"
    IN_FORCE = StatusKind.IN_FORCE.value
    PENDING = StatusKind.PENDING.value
    EXPIRED = StatusKind.EXPIRED.value
    AMENDED = StatusKind.AMENDED.value
    REPEALED = StatusKind.REPEALED.value
    LAPSED = StatusKind.LAPSED.value
    DISCONTINUED = StatusKind.DISCONTINUED.value
    SUPERSEDED = StatusKind.SUPERSEDED.value
    COMPLETED = StatusKind.COMPLETED.value

    @property
    def term(self) -> str:
        """The Chinese term (术语)."""
        return "未知" if self is StandingKind.UNKNOWN else StatusKind(self.value).term

    @property
    def ended(self) -> bool:
        """Whether the document is no longer in force by someone's word (已终止): repealed, lapsed, discontinued or expired."""
        return self in _ENDED


_ENDED = frozenset((StandingKind.REPEALED, StandingKind.LAPSED, StandingKind.DISCONTINUED, StandingKind.EXPIRED))


class PolicyStatus(Frozen):
    """The status of a document with its ground (效力及依据): `since` when it holds, and how sure that is.

    >>> PolicyStatus(value="expired", since="2021-01-01", ground="规划期满").value.term
    '期满'
    """

    value: StatusKind
    since: DocumentDate | None = None
    ground: Text | None = None
    confidence: Confidence | None = None


class Standing(Frozen):
    """How a document stands on a day (效力及依据): `since` when, on what `ground`, and how sure that is.

    >>> Standing(value="repealed", since="2021-01-01", ground="《民法典》", confidence="sure").value.ended
    True
    """

    value: StandingKind = StandingKind.UNKNOWN
    since: DocumentDate | None = None
    ground: Text | None = None
    confidence: Confidence | None = None
