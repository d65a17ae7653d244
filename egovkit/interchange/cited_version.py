"""Which version of a law a reference is of (引用版本): that in force, or the one of a day that is asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from egovkit.errors import UnknownTerm
from egovkit.models.day import day_of
from egovkit.models.law import Law
from egovkit.models.policy import PolicyRecord

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.models.day import Day

__all__ = ["cited_version"]


def cited_version(source: PolicyDocument | PolicyRecord | Law, on: Day | None = None) -> PolicyDocument | PolicyRecord:
    """Return what a reference is of (引用的版本): of a law its version in force on a day, today by default.

    A law is a `Law`, and a record of the register that bears no number, which is known by its title alone: its date is that
    of the first promulgation. Where none is known to be in force today it is the newest. What bears a number is the
    document of that number, unless a day is asked for; a document that was read is the version that it prints, whatever the day.

    UnknownTerm where a day is given on which no version is known to be in force.

    >>> from egovkit.models.law import LawVersion
    >>> law = Law(
    ...     title="某法",
    ...     versions=(
    ...         LawVersion(kind="made", promulgated="2003-06-28", effective="2003-10-01"),
    ...         LawVersion(kind="revised", promulgated="2019-05-01", effective="2020-01-01"),
    ...     ),
    ... )
    >>> str(cited_version(law).dated), str(cited_version(law, "2019-06-01").dated)
    ('2019-05-01', '2003-06-28')
    """
    on = None if on is None else day_of(on)
    if isinstance(source, Law):
        return _version_of(source, on)
    if not isinstance(source, PolicyRecord) or (source.number is not None and on is None):
        return source
    law = _law_of(source, is_own=on is None)
    return source if law is None else _version_of(law, on)


def _law_of(record: PolicyRecord, *, is_own: bool) -> Law | None:
    """Return the law that a record is of; with `is_own` only where the record is the register's, and no version of one's own."""
    from egovkit.catalogue.register import register  # who cites what has a number asks no table

    found = [law for law in register.laws(record.title) if law.title == record.title]
    if len(found) != 1 or not found[0].versions or (is_own and record not in register.find(record.title)):
        return None
    return found[0]


def _version_of(law: Law, on: Day | None) -> PolicyRecord:
    version = law.on(date.today() if on is None else on)
    if version is None and (on is not None or not law.versions):
        raise UnknownTerm("versions", law.title if on is None else f"{law.title} {on}")
    version = version or law.versions[-1]
    number = version.order or (law.number if len(law.versions) == 1 else None)
    return PolicyRecord(
        title=law.title,
        number=number,
        issuers=law.issuers,
        dated=version.promulgated,
        effective_on=version.effective,
        level=law.level,
        # Of an order and its law sources may have different years.
        note="版本日期" if number is not None else None,
    )
