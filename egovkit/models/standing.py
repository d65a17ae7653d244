"""How a document stands on a day (效力), with unknown as a value."""

from __future__ import annotations

from enum import StrEnum

from egovkit.models.dates import DocumentDate
from egovkit.models.frozen import Confidence, Frozen, Text
from egovkit.models.policy import StatusKind

__all__ = ["Standing", "StandingKind"]


class StandingKind(StrEnum):
    """How a document can be (效力状态): every `StatusKind`, and unknown 未知.

    >>> StandingKind("unknown").term, StandingKind("repealed").term
    ('未知', '废止')
    """

    UNKNOWN = "unknown"
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
        return "未知" if self is StandingKind.UNKNOWN else StatusKind(self.value).term

    @property
    def ended(self) -> bool:
        """Whether the document is no longer in force by someone's word (已终止): repealed, lapsed, discontinued or expired."""
        return self in _ENDED


_ENDED = frozenset((StandingKind.REPEALED, StandingKind.LAPSED, StandingKind.DISCONTINUED, StandingKind.EXPIRED))


class Standing(Frozen):
    """How a document stands on a day (效力及依据): `since` when, on what `ground`, and how sure that is.

    >>> Standing(value="repealed", since="2021-01-01", ground="《民法典》", confidence="sure").value.ended
    True
    """

    value: StandingKind = StandingKind.UNKNOWN
    since: DocumentDate | None = None
    ground: Text | None = None
    confidence: Confidence | None = None
