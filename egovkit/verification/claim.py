"""What verification says of a citation (核验结论): a verdict, its reason, and what would be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from egovkit.models.citation import Citation
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import Standing

__all__ = ["Claim", "ClaimReason", "Verdict", "Verification"]


class Verdict(StrEnum):
    """What is said of a citation (结论): agrees 相符, contradicts 不符, unknown 未知, which is no accusation.

    >>> Verdict("contradicts").term
    '不符'
    """

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    UNKNOWN = "unknown"

    @property
    def term(self) -> str:
        """The Chinese term (术语)."""
        return _TERMS[self]


_TERMS = dict(zip(Verdict, ("相符", "不符", "未知"), strict=True))


class ClaimReason(StrEnum):
    """Why a verdict is what it is (理由); `sentence` says it in words.

    >>> ClaimReason.OTHER_DOCUMENT.sentence
    'the number is that of another document'
    """

    NUMBER_AND_TITLE = "number_and_title"
    NUMBER = "number"
    TITLE = "title"
    OTHER_DOCUMENT = "other_document"
    OTHER_NUMBER = "other_number"
    NO_ARTICLE = "no_article"
    BEYOND_KNOWN = "beyond_known"
    OTHER_DATE = "other_date"
    ENDED = "ended"
    NO_ORGAN = "no_organ"
    OTHER_TITLE = "other_title"
    SEVERAL = "several"
    SHORT_NAME = "short_name"
    NOT_IN_REGISTER = "not_in_register"

    @property
    def sentence(self) -> str:
        """The reason in English (理由)."""
        return _SENTENCES[self][0]

    @property
    def term(self) -> str:
        """The reason in Chinese (理由)."""
        return _SENTENCES[self][1]


_SENTENCES = {
    ClaimReason.NUMBER_AND_TITLE: ("number and title are those of one document", "文号与标题相符"),
    ClaimReason.NUMBER: ("there is a document of this number", "有此文号"),
    ClaimReason.TITLE: ("there is a document of this title", "有此标题"),
    ClaimReason.OTHER_DOCUMENT: ("the number is that of another document", "该文号属于另一文件"),
    ClaimReason.OTHER_NUMBER: ("the document of this title bears another number", "该标题的文件另有文号"),
    ClaimReason.NO_ARTICLE: ("it has no such article", "无此条款"),
    ClaimReason.BEYOND_KNOWN: (
        "the document is right, but no version whose articles are known has so many",
        "文件相符，已知各版本均无此条款",
    ),
    ClaimReason.OTHER_DATE: ("the document is of another day", "成文日期不符"),
    ClaimReason.ENDED: ("it was no longer in force on the day", "当日已不再有效"),
    ClaimReason.NO_ORGAN: ("there was no such organ in that year", "该年无此机关"),
    ClaimReason.OTHER_TITLE: (
        "the number is known under another title, which may be the same document's",
        "文号相符，标题有异",
    ),
    ClaimReason.SEVERAL: ("several documents may be meant", "可能指多件文件"),
    ClaimReason.SHORT_NAME: ("a short name that the text does not explain", "简称未说明"),
    ClaimReason.NOT_IN_REGISTER: ("the register has no such document, which proves nothing", "登记册未收"),
}


_UNKNOWN: Final = Standing()


@dataclass(frozen=True, slots=True)
class Claim:
    """A citation and what is to be said of it (核验项).

    - `record`: the document that is meant, where one is known; `standing`: how it is on the day.
    - `instead`: what would be right where the verdict is not agrees: a number for a title, a title for a number, the
      last article, the day.
    - `note`: what is worth knowing and accuses of nothing: the days between which such a number was given, the
      last article that is known.
    """

    citation: Citation
    verdict: Verdict
    reason: ClaimReason
    record: PolicyRecord | None = None
    standing: Standing = _UNKNOWN
    instead: str | None = None
    note: str | None = None

    def as_row(self) -> dict[str, object]:
        """Return the claim as a mapping of plain values (字典)."""
        document = self.citation.document
        return {
            "start": self.citation.start,
            "end": self.citation.end,
            "text": self.citation.text,
            "title": document.title,
            "number": str(document.numbers[0].value) if document.numbers else None,
            "pinpoint": None if self.citation.pinpoint is None else str(self.citation.pinpoint),
            "verdict": self.verdict.value,
            "reason": self.reason.value,
            "message": self.reason.sentence,
            "known": None if self.record is None else self.record.key,
            "known_title": None if self.record is None else self.record.title,
            "standing": self.standing.value.value,
            "since": None if self.standing.since is None else str(self.standing.since),
            "ground": self.standing.ground,
            "instead": self.instead,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Verification:
    """What verification says of a text (核验报告): one claim for each citation, in their order."""

    claims: tuple[Claim, ...]

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)

    @property
    def contradictions(self) -> tuple[Claim, ...]:
        """The claims that contradict the register (不符项)."""
        return tuple(claim for claim in self.claims if claim.verdict is Verdict.CONTRADICTS)

    @property
    def ok(self) -> bool:
        """Whether nothing contradicts the register, which is not that all of it is true (无不符)."""
        return not self.contradictions

    def to_rows(self) -> list[dict[str, object]]:
        """Return every claim as a mapping of plain values (行)."""
        return [claim.as_row() for claim in self.claims]
