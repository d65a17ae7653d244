"""What is wrong with a table as a whole (整表差错): a document given twice, one that supersedes itself through others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from egovkit.catalogue.policy_rows import RowError
from egovkit.grammar.titles import normal_title
from egovkit.models.policy import PolicyRecord

__all__ = ["circular", "identity_of", "repeated"]


def identity_of(record: PolicyRecord) -> tuple[str, str]:
    """Return what tells a record from every other of its table (同一性): its number, and its title in one form.

    >>> identity_of(PolicyRecord(title="《某办法》"))
    ('', '某办法')
    """
    return ("" if record.number is None else str(record.number), normal_title(record.title))


def repeated(records: Mapping[int, PolicyRecord]) -> Iterator[RowError]:
    """Yield a fault for each record, by its row, that another row has given already (重复)."""
    seen: dict[tuple[str, str], int] = {}
    for place, record in records.items():
        first = seen.setdefault(identity_of(record), place)
        if first != place:
            yield RowError(place, "title", "row.twice", "the document of row {first} again", record.title, first=first)


def circular(records: Mapping[int, PolicyRecord], keys: Iterable[str]) -> Iterator[RowError]:
    """Yield a fault for each of the documents that supersede or repeal themselves through others (循环)."""
    place_of = {record.key: place for place, record in records.items()}
    for key in keys:
        yield RowError(place_of.get(key, 0), "relations", "row.cycle", "supersedes itself through others", key)
