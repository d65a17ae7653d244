"""What a citation says of a document besides number and title (细节核对): articles, day, organ, whether it is in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from egovkit.catalogue.organs import organs
from egovkit.grammar.codes import STATE
from egovkit.grammar.titles import bare_title, normal_title
from egovkit.models.citation import Citation, Relation
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.law import Law
from egovkit.models.policy import DocumentLevel, PolicyRecord
from egovkit.models.standing import Standing

__all__ = ["ends_its_basis", "missing_article", "missing_organ", "other_day"]

# One count of a text's articles may be wrong; what lies so far beyond it is not.
_FAR: Final = 1.5
_FARTHER: Final = 20
_AGREED: Final = 2
_EARLY: Final = timedelta(days=62)
_LATE_YEARS: Final = 2
_LAWS: Final = frozenset(
    (DocumentLevel.LAW, DocumentLevel.REGULATION, DocumentLevel.RULE, DocumentLevel.INTERPRETATION)
)


def _articles(citation: Citation) -> Iterator[int]:
    for place in citation.pinpoint.places if citation.pinpoint is not None else ():
        # 第一百三十三条之一 may follow the last article.
        for end in (place, place.until):
            if end is not None and end.article is not None and end.inserted is None:
                yield end.article


class MissingArticle(NamedTuple):
    """The last article that any version of a law is known to have (末条), where a citation names one beyond it.

    It is not `sure` while the articles of one version are not known, or one source alone counted them and the article
    is not far beyond.
    """

    last: int
    sure: bool


def missing_article(citation: Citation, laws: tuple[Law, ...]) -> MissingArticle | None:
    """Return what is known of a law where a citation names an article beyond all that it is known to have (无此条)."""
    named = max(_articles(citation), default=0)
    if not named or len(laws) != 1 or not _is_title(citation, laws[0]):
        return None
    law = laws[0]
    counted = [version for version in law.versions if version.last_article is not None]
    last = max((version.last_article or 0 for version in counted), default=0)
    if not last or named <= last:
        return None
    agreed = all(version.counted_by >= _AGREED for version in counted)
    return MissingArticle(last, (law.highest_article is not None and agreed) or named > last * _FAR + _FARTHER)


def _is_title(citation: Citation, law: Law) -> bool:
    """Say whether a mention names a law by its title, or by a short name that the text defines."""
    document = citation.document
    if citation is not document and citation.title is not None and citation.title != document.title:
        defined = document.short_name is not None and normal_title(document.short_name) == normal_title(citation.title)
        if not defined and not _same(citation.title, law):
            return False
    return document.title is not None and _same(document.title, law)


def _same(title: str, law: Law) -> bool:
    return any(
        normal_title(bare_title(title).removeprefix(STATE)) == normal_title(bare_title(name).removeprefix(STATE))
        for name in (law.title, *law.aliases)
    )


def other_day(citation: Citation, record: PolicyRecord) -> DocumentDate | None:
    """Return the day of a document where a citation dates it otherwise (日期不符).

    What is cited as of a day two months before its own, or of two years after it, is; between these lie the days on
    which it was published, and on which it took effect.
    """
    cited, known = citation.document.dated, record.dated
    if cited is None or known is None or record.level in _LAWS or record.confidence not in (None, "sure"):
        return None
    if record.number is not None and record.number.form is not NumberForm.REGULAR:
        return None
    if cited.last_day + _EARLY < known.first_day:
        return known
    days = [day for day in (known, record.published_on, record.effective_on) if day is not None]
    if citation.document.numbers and cited.year >= max(day.year for day in days) + _LATE_YEARS:
        return known
    return None


def missing_organ(number: IssuanceNumber) -> str | None:
    """Return the organ that a number names and that did not exist in its year (无此机关)."""
    if number.form is NumberForm.REGULAR or number.code is None or number.year is None:
        return None
    for name in number.code.split():
        found = organs.find(name)
        if not found or any(organ.confidence != "sure" or not organ.periods for organ in found):
            continue
        # A reform takes effect within its year, and papers of the old name are used up.
        years = range(number.year - 1, number.year + 2)
        if all(organ.existed(year) is False for organ in found for year in years):
            return name
    return None


def ends_its_basis(citation: Citation, standing: Standing, title: str | None) -> bool:
    """Say whether a text rests on a document that was no longer in force on its day (依据已失效).

    What the text of this title ends itself it may well speak of as what held until then.
    """
    return (
        (title is None or f"《{title}》" not in (standing.ground or ""))
        and citation.relation is Relation.BASIS
        and standing.value.ended
        and standing.confidence == "sure"
        and standing.since is not None
    )
