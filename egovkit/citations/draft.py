"""What is known of a text's citations while they are read (引用草稿)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from egovkit.models.citation import Pinpoint, Relation
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import NumberMention
from egovkit.text.patterns import LatePattern

__all__ = ["ADJACENT", "CitationDraft", "Reader"]

ADJACENT = LatePattern(r"\s{0,3}(?:以?及|[、,，和与])?\s{0,3}")
"""What may be between two citations of one list."""


@dataclass(slots=True)
class CitationDraft:
    """What is known of one citation while the text is read."""

    start: int
    end: int
    open: int = -1
    close: int = -1
    title: str | None = None
    numbers: list[NumberMention] = field(default_factory=list)
    short_names: tuple[str, ...] = ()
    collective: bool = False
    dated: DocumentDate | None = None
    skip: int = 0
    pinpoint: Pinpoint | None = None
    places_end: int = 0
    relation: Relation = Relation.MENTION


class Reader:
    """One text while its citations are read (读取中的文本).

    It knows the drafts, which numbers are taken, the marks of titles, and what the text calls by a short name alone.
    """

    def __init__(self, text: str, numbers: Sequence[NumberMention]) -> None:
        self.text = text
        self.numbers = numbers
        self.next_number = 0
        self.taken: set[int] = set()
        self.drafts: list[CitationDraft] = []
        self.orphans: set[str] = set()
        self.marked: list[tuple[int, int]] = []

    def index_from(self, at: int) -> int:
        """Return the index of the first number from `at` on that no title has passed (序号)."""
        i = self.next_number
        while i < len(self.numbers) and self.numbers[i].start < at:
            i += 1
        return i

    def numbers_from(self, at: int) -> Sequence[NumberMention]:
        """Return the next numbers from `at` on, at most two (其后字号)."""
        i = self.index_from(at)
        return self.numbers[i : i + 2]

    def opens_on_number(self, opened: int) -> bool:
        """Say whether a number follows the bracket at `opened` at once (括号内为字号)."""
        return any(number.start == opened + 1 for number in self.numbers_from(opened)[:1])
