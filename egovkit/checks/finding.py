"""What a rule finds (校核结果): where, what, by which clause, and the edit that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from egovkit.text.records import quickly_made

__all__ = ["Edit", "Finding", "Severity", "Strength"]


class Severity(StrEnum):
    """How much a finding weighs (严重程度), from the heaviest."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest (次序)."""
        return list(Severity).index(self)


class Strength(StrEnum):
    """How binding the clause behind a rule is (约束力): 应当, 一般, 可以, and what is only custom."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    CONVENTION = "convention"


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A replacement of a range of the text (修改): `text[start:end]` becomes `replacement`.

    >>> Edit(3, 4, "〔").apply("国办发[2014〕66号")
    '国办发〔2014〕66号'
    """

    start: int
    end: int
    replacement: str

    def apply(self, text: str) -> str:
        """Return the text with the range replaced (应用)."""
        return text[: self.start] + self.replacement + text[self.end :]


@quickly_made
@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule finds in a text (问题): `text[start:end]` is at fault.

    - `code`, `name`, `clause`: the rule's, GW201 and the like.
    - `message` in Chinese, `message_en` in English.
    - `suggestion`: what to write instead, where that can be said.
    - `edit`: the edit that mends it, only where there is one right answer.
    """

    code: str
    name: str
    severity: Severity
    start: int
    end: int
    message: str
    message_en: str
    clause: str
    suggestion: str | None = None
    edit: Edit | None = None
