"""How a document stands on a day (效力判断): of a law by its versions, of another document by its status.

What ended later stood before that, but not from all time: where it is not known that a document was there on a day, its
standing is unknown.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from egovkit.catalogue.register_about import VERSION
from egovkit.models.dates import DocumentDate
from egovkit.models.day import Day, day_of
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.law import LONGEST_WAIT, Law, LawVersion, VersionKind
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import Standing, StandingKind, StatusKind

__all__ = ["standing_of_law", "standing_of_record"]

# That nothing was found which ends a document is no ground for its being in force.
_NOT_FOUND: Final = "未见"
_LISTED: Final = "列入现行有效法规目录"
# Sources that list what is in force; a law of which a repeal alone tells stands in none of them.
_LISTS: Final = frozenset(("FLK", "JL", "CLM"))
# The lists say what is in force on the day on which they were taken.
_TAKEN: Final = date.fromisoformat(VERSION)


def standing_of_law(law: Law, number: IssuanceNumber | None, on: Day | None) -> Standing:
    """Say how a law stands (法律效力); asked by the order of an earlier version, it is that version that is meant."""
    day = date.today() if on is None else day_of(on)
    status = law.status
    first = law.versions[0] if law.versions else None
    if first is not None and first.kind is VersionKind.MADE:
        start = first.effective or first.promulgated
        if start is not None and day < start.first_day:
            return Standing(value=StandingKind.PENDING, since=first.promulgated, confidence=law.confidence)
    if status is not None and status.value is not StatusKind.IN_FORCE:
        if status.since is not None and day < status.since.first_day:
            if not _has_begun(law, day):
                return Standing()
            ground = status.ground if _LISTS.isdisjoint(law.sources) else _LISTED
            return _in_force(law, number, day, ground, status.confidence)
        if status.since is None and on is not None:
            return Standing()
        return Standing(
            value=StandingKind(status.value.value),
            since=status.since,
            ground=status.ground,
            confidence=status.confidence,
        )
    if status is None or (day < _TAKEN and not _has_begun(law, day)):
        return Standing()
    return _in_force(law, number, day, _LISTED, "likely")


def _has_begun(law: Law, day: date) -> bool:
    """Say whether a law is known to have taken effect by a day (是否已施行), in some version or other."""
    for i, version in enumerate(law.versions):
        start = version.promulgated
        if version.effective is not None and day >= version.effective.first_day:
            return True
        # What changes a law says that it is there; else it waits for a year at most.
        if start is not None and day >= start.last_day + (timedelta() if i or _changes(version) else LONGEST_WAIT):
            return True
    year = None if law.number is None else law.number.year
    return year is not None and day.year > year + 1


def _changes(version: LawVersion) -> bool:
    return version.kind in (VersionKind.REVISED, VersionKind.AMENDED)


def _in_force(
    law: Law, number: IssuanceNumber | None, day: date, ground: str | None, confidence: str | None
) -> Standing:
    mine = _version(law, number)
    later = law.versions[law.versions.index(mine) + 1 :] if mine is not None else ()
    for version in later:
        start = version.effective or version.promulgated
        if start is not None and day >= start.last_day:
            by = f"{version.order}" if version.order is not None else version.revised_by
            return Standing(value=StandingKind.AMENDED, since=start, ground=by, confidence=law.confidence)
    current = law.on(day)
    since = None if current is None else current.effective or current.promulgated
    return Standing.model_validate(
        {"value": StandingKind.IN_FORCE, "since": since, "ground": ground, "confidence": confidence}
    )


def _version(law: Law, number: IssuanceNumber | None) -> LawVersion | None:
    """Return the version that an order promulgated."""
    if number is None:
        return None
    return next((version for version in law.versions if version.order == number), None)


def standing_of_record(record: PolicyRecord, on: Day | None) -> Standing:
    """Say how a document stands by the status of its record (文件效力)."""
    status = record.status
    day = date.today() if on is None else day_of(on)
    start = record.effective_on or record.dated
    # Where its day is not known, that of its publication, or the year of its number, tells when it was there.
    known = start or record.published_on or _year_of(record)
    if known is not None and day < known.first_day and (start is not None or record.published_on is None):
        return Standing(value=StandingKind.PENDING, since=record.dated, confidence=record.date_confidence)
    is_there = known is not None and day >= known.last_day
    if status is None or (status.value is StatusKind.IN_FORCE and (status.ground or _NOT_FOUND).startswith(_NOT_FOUND)):
        return Standing()
    if status.since is not None and day < status.since.first_day:
        # It ended later, so that it stood until then.
        if not is_there:
            return Standing()
        return Standing(value=StandingKind.IN_FORCE, since=start, ground=status.ground, confidence=status.confidence)
    if status.since is None and on is not None and status.value is not StatusKind.IN_FORCE:
        return Standing()
    if status.since is not None and status.since.first_day <= day < status.since.last_day:
        return Standing()
    if status.value is StatusKind.IN_FORCE and not is_there and day < _TAKEN:
        return Standing()
    return Standing(
        value=StandingKind(status.value.value), since=status.since, ground=status.ground, confidence=status.confidence
    )


def _year_of(record: PolicyRecord) -> DocumentDate | None:
    year = None if record.number is None else record.number.year
    return None if year is None else DocumentDate(year=year)
