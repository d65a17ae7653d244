"""Which documents are judged as official ones (公文认定)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from egovkit.data import rows
from egovkit.models.issuance import NumberForm

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["day_of_document", "is_official", "of_the_party", "statutory_kinds"]

_PARTY = ("中共", "中国共产党")


@lru_cache(maxsize=4096)
def statutory_kinds(day: date, *, party: bool = True) -> frozenset[str]:
    """Return the kinds that documents could have on a day (法定文种), and those that have become kinds since.

    A later kind was written before a regulation took it in (意见 before 2001), so that to deny it would be a false
    accusation. `party=False` leaves out what was a kind of the Party's documents only.

    >>> [kind in statutory_kinds(date(1990, 1, 1)) for kind in ("指示", "意见", "方案")]
    [True, True, False]
    >>> "指示" in statutory_kinds(date(2014, 1, 1)), "条例" in statutory_kinds(date(2005, 1, 1), party=False)
    (False, False)
    """
    text = day.isoformat()
    return frozenset(
        row["name"]
        for row in rows("statutory_kinds")
        if (party or row["system"] != "party")
        and (not row["valid_to"] or ((not row["valid_from"] or row["valid_from"] <= text) and text <= row["valid_to"]))
    )


def day_of_document(document: PolicyDocument) -> date | None:
    """Return the last day that a document's own date can mean, else of its number's year (公文日期); None without both."""
    if document.dated is not None:
        return document.dated.last_day
    number = document.number
    return None if number is None or number.year is None else date(number.year, 12, 31)


def of_the_party(document: PolicyDocument) -> bool:
    """Say whether an organ of the Party issues a document, alone or with others (党的机关公文)."""
    return any(name.startswith(_PARTY) for name in (*document.signature, *document.issuers))


def is_official(document: PolicyDocument) -> bool:
    """Say whether a document is an official one (是否公文): of a kind of its day, with a number or recipients of its own.

    A copy that lost its title still shows recipients and a signature, an order its number and who signed it. A law
    has articles and a kind of its own, a news item and an interpretation have no number and no recipients.
    """
    if document.title is None:
        number = document.number
        ordered = number is not None and number.form is NumberForm.ORDER and bool(document.signers)
        return ordered or (document.recipients is not None and bool(document.signature))
    if document.number is None and document.recipients is None:
        return False
    kinds = statutory_kinds(day_of_document(document) or date.today(), party=of_the_party(document))
    return document.kind in kinds
