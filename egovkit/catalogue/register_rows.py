"""The rows of the register (登记册的行): lines of two tables, each made a record when it is asked for, and the policies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Final, Self

from egovkit.catalogue.cells import date_in, made, number_in
from egovkit.catalogue.policy_records import count, record_at
from egovkit.data import read_bytes
from egovkit.models.law import Law, LawVersion, VersionKind
from egovkit.models.policy import DocumentLevel, PolicyRecord
from egovkit.models.standing import PolicyStatus, StatusKind

__all__ = ["Rows"]

_LISTS: Final = "|"
_YEARS: Final = "文号年份与首次公布的年份不同"
_LEVELS: Final = {"judicial": "interpretation"}


class _Lines:
    """The lines of a table, each decoded when it is asked for: of thousands a question needs a few."""

    def __init__(self, name: str) -> None:
        self._lines = read_bytes(f"register/{name}.tsv").split(b"\n")[1:-1]

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, i: int) -> str:
        return self._lines[i].decode()

    def __iter__(self) -> Iterator[str]:
        return map(bytes.decode, self._lines)


class Rows:
    """The lines of the register: first the documents, then the laws, then the curated policies (登记册各行)."""

    def __init__(self, documents: _Lines, laws: _Lines) -> None:
        self.documents, self.laws = documents, laws
        self.first_law = len(documents)
        self.first_curated = len(documents) + len(laws)

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """Return the rows that come along, read once."""
        return cls(_Lines("documents"), _Lines("laws"))

    def __len__(self) -> int:
        return self.first_curated + count()

    def record(self, i: int) -> PolicyRecord:
        """Return the record of a row, made anew: it takes ten microseconds, and all of them 40 MB."""
        if i < self.first_law:
            return _document(self.documents[i])
        if i < self.first_curated:
            line = self.laws[i - self.first_law]
            # Of the versions the record needs the first alone.
            return _as_record(_law(line, 1), line.split("\t", 2)[1])
        return record_at(i - self.first_curated)

    def is_law(self, i: int) -> bool:
        """Say whether a row is one of a law."""
        return self.first_law <= i < self.first_curated

    def is_curated(self, i: int) -> bool:
        """Say whether a row is one of the curated policies."""
        return i >= self.first_curated

    def law(self, i: int) -> Law:
        """Return the law of a row; KeyError where it is that of another document."""
        if not self.is_law(i):
            raise KeyError(i)
        return _law(self.laws[i - self.first_law])

    @cached_property
    def titles(self) -> list[str]:
        """The titles in the order of the rows."""
        documents = [line.split("\t", 2)[1] for line in self.documents]
        laws = [line.split("\t", 3)[2] for line in self.laws]
        return [*documents, *laws, *(record_at(i).title for i in range(count()))]


def _document(line: str) -> PolicyRecord:
    (
        number, title, aliases, issuers, dated, published, level, status, since, ground, certain, confidence, sources, note,
    ) = line.split("\t")  # fmt: skip
    fields: dict[str, Any] = {"title": title, "confidence": confidence, "sources": tuple(sources.split(_LISTS))}
    if number:
        fields["number"] = number_in(number)
    for name, cell in (("aliases", aliases), ("issuers", issuers)):
        if cell:
            fields[name] = tuple(cell.split(_LISTS))
    for name, cell in (("dated", dated), ("published_on", published)):
        if cell:
            fields[name] = date_in(cell)
    if level:
        fields["level"] = DocumentLevel(_LEVELS.get(level, level))
    if status:
        fields["status"] = _status(status, since, ground, certain)
    if note:
        fields["note"] = note
    return made(PolicyRecord, fields)


def _status(value: str, since: str, ground: str, confidence: str) -> PolicyStatus:
    fields: dict[str, Any] = {"value": StatusKind(value), "confidence": confidence}
    if since:
        fields["since"] = date_in(since)
    if ground:
        fields["ground"] = ground
    return made(PolicyStatus, fields)


def _law(line: str, most: int | None = None) -> Law:
    number, _, title, aliases, issuers, level, versions, status, since, ground, certain, confidence, sources = (
        line.split("\t")
    )
    fields: dict[str, Any] = {"title": title, "confidence": confidence, "sources": tuple(sources.split(_LISTS))}
    if number:
        fields["number"] = number_in(number)
    for name, cell in (("aliases", aliases), ("issuers", issuers)):
        if cell:
            fields[name] = tuple(cell.split(_LISTS))
    if level:
        fields["level"] = DocumentLevel(level)
    if versions:
        fields["versions"] = tuple(map(_version, versions.split("; ")[:most]))
    if status:
        fields["status"] = _status(status, since, ground, certain)
    return made(Law, fields)


def _version(cell: str) -> LawVersion:
    day, kind, number, decision, effective, last, inserted, counted = (cell.split("|") + [""] * 7)[:8]
    fields: dict[str, Any] = {"kind": VersionKind(kind)}
    if day:
        fields["promulgated"] = date_in(day)
    if number:
        fields["order"] = number_in(number)
    if decision:
        fields["revised_by"] = decision
    if effective:
        fields["effective"] = date_in(effective)
    if last:
        fields |= {"last_article": int(last), "inserted_articles": int(inserted), "counted_by": int(counted)}
    return made(LawVersion, fields)


def _as_record(law: Law, others: str) -> PolicyRecord:
    """Return a law as the record of a document: of its first promulgation, with the orders of the later ones."""
    fields: dict[str, Any] = {
        name: value
        for name in ("title", "aliases", "number", "issuers", "level", "status", "confidence", "sources")
        if (value := getattr(law, name))
    }
    first = law.versions[0] if law.versions else None
    if first is not None and first.kind is VersionKind.MADE:
        days = {"dated": first.promulgated, "effective_on": first.effective}
        fields |= {name: day for name, day in days.items() if day is not None}
    if others:
        fields["other_numbers"] = tuple(map(number_in, others.split(_LISTS)))
    if law.number is not None and law.number.year and "dated" in fields and law.number.year != fields["dated"].year:
        fields["note"] = _YEARS
    return made(PolicyRecord, fields)
