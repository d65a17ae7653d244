"""A law, regulation, rule or judicial interpretation with its versions (法律法规及其版本)."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Final

from egovkit.models.dates import DocumentDate
from egovkit.models.day import Day, day_of
from egovkit.models.frozen import Confidence, Frozen, Text, Texts
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import DocumentLevel
from egovkit.models.standing import PolicyStatus, StatusKind

__all__ = ["LONGEST_WAIT", "Law", "LawVersion", "VersionKind"]

# A law waits at most so long between its promulgation and the day it takes effect.
LONGEST_WAIT: Final = timedelta(days=366)


class VersionKind(StrEnum):
    """How a version came to be (版本来历): made 制定, revised 修订, amended 修正; known: that it is one is all that is known.

    >>> VersionKind("amended").term
    '修正'
    """

    MADE = "made"
    REVISED = "revised"
    AMENDED = "amended"
    KNOWN = "known"

    @property
    def term(self) -> str:
        """The Chinese term (术语)."""
        return _TERMS[self]


_TERMS = dict(zip(VersionKind, ("制定", "修订", "修正", "文本"), strict=True))


class LawVersion(Frozen):
    """A law as it read from one promulgation to the next (法律版本).

    - `promulgated`: the day of the law, or of the decision that changed it; `effective`: the day it took effect.
    - `order`: the order that promulgated it; `revised_by`: the decision that changed it, by its title.
    - `last_article`: the number of the last article; `inserted_articles`: how many are inserted (之一);
      `counted_by`: how many sources give that last article.

    >>> LawVersion(kind="amended", promulgated="2018-10-26", last_article=307).last_article
    307
    """

    kind: VersionKind
    promulgated: DocumentDate | None = None
    effective: DocumentDate | None = None
    order: IssuanceNumber | None = None
    revised_by: Text | None = None
    last_article: int | None = None
    inserted_articles: int | None = None
    counted_by: int = 0


class Law(Frozen):
    """A law, regulation, rule or interpretation with every version that is known (法律).

    `status` is that of the law as a whole: repealed with day and ground, or in force; None where it is not known.

    >>> law = Law(
    ...     title="某法",
    ...     versions=(
    ...         LawVersion(kind="made", promulgated="2003-06-28", effective="2003-10-01", last_article=40),
    ...         LawVersion(kind="revised", promulgated="2019-05-01", effective="2020-01-01", last_article=52),
    ...     ),
    ... )
    >>> [str(law.on(day).promulgated) for day in ("2010-01-01", "2019-06-01", "2020-01-01")]
    ['2003-06-28', '2003-06-28', '2019-05-01']
    >>> law.last_article, law.on("2003-07-01")
    (52, None)
    """

    title: Text
    aliases: Texts = ()
    number: IssuanceNumber | None = None
    issuers: Texts = ()
    level: DocumentLevel | None = None
    versions: tuple[LawVersion, ...] = ()
    status: PolicyStatus | None = None
    confidence: Confidence | None = None
    sources: Texts = ()

    @property
    def last_article(self) -> int | None:
        """The number of the last article as the law reads now (末条); None where that is not known."""
        return self.versions[-1].last_article if self.versions else None

    @property
    def highest_article(self) -> int | None:
        """The highest number that an article of any version bears (最高条号); None where one that may be is not known.

        An amendment leaves the numbers as they are unless it says how many there are; what is made or revised anew
        need not.
        """
        if not self.versions or any(
            version.last_article is None and version.kind in (VersionKind.MADE, VersionKind.REVISED)
            for version in self.versions
        ):
            return None
        known = [version.last_article for version in self.versions if version.last_article is not None]
        return max(known) if known and self.versions[-1].last_article is not None else None

    def on(self, on: Day) -> LawVersion | None:
        """Return the version in force on a day (某日版本), of a year or month on its last.

        None before the first took effect and after the repeal, and where it is not known which of two was in force:
        in the year that follows a promulgation whose day of effect is not known.
        """
        day = day_of(on)
        repealed = self.status if self.status is not None and self.status.value is not StatusKind.IN_FORCE else None
        if repealed is not None and (repealed.since is None or day >= repealed.since.first_day):
            return None
        found: LawVersion | None = None
        for version in self.versions:
            if version.promulgated is None:
                return None
            if day < version.promulgated.first_day:
                break
            if version.effective is not None:
                if day >= version.effective.first_day:
                    found = version
            elif day < version.promulgated.last_day + LONGEST_WAIT:
                return None
            else:
                found = version
        return found

    def __str__(self) -> str:
        return self.title
