"""How a document stands on a day (效力判断): of a law by its versions, of another document by its status."""

from __future__ import annotations

from datetime import date
from typing import Final

from egovkit.models.dates import DocumentDate
from egovkit.models.day import Day, day_of
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.law import Law, LawVersion
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import Standing, StandingKind, StatusKind

__all__ = ["standing_of_law", "standing_of_record"]

# That nothing was found which ends a document is no ground for its being in force.
_NOT_FOUND: Final = "未见"
_LISTED: Final = "列入现行有效法规目录"


def standing_of_law(law: Law, number: IssuanceNumber | None, on: Day | None) -> Standing:
    """Say how a law stands (法律效力); asked by the order of an earlier version, it is that version that is meant."""
    day = date.today() if on is None else day_of(on)
    status = law.status
    first = law.versions[0] if law.versions else None
    if first is not None and first.kind == "made":
        start = first.effective or first.promulgated
        if start is not None and day < start.first_day:
            return Standing(value=StandingKind.PENDING, since=first.promulgated, confidence=law.confidence)
    if status is not None and status.value is not StatusKind.IN_FORCE:
        if status.since is not None and day < status.since.first_day:
            return _in_force(law, number, day, status.confidence)
        if status.since is None and on is not None:
            return Standing()
        return Standing(
            value=StandingKind(status.value.value),
            since=status.since,
            ground=status.ground,
            confidence=status.confidence,
        )
    return Standing() if status is None else _in_force(law, number, day, "likely")


def _in_force(law: Law, number: IssuanceNumber | None, day: date, confidence: str | None) -> Standing:
    mine = _version(law, number)
    later = law.versions[law.versions.index(mine) + 1 :] if mine is not None else ()
    for version in later:
        start = version.effective or version.promulgated
        if start is not None and day >= start.last_day:
            ground = f"{version.order}" if version.order is not None else version.revised_by
            return Standing(value=StandingKind.AMENDED, since=start, ground=ground, confidence=law.confidence)
    current = law.on(day)
    since = None if current is None else current.effective or current.promulgated
    return Standing.model_validate(
        {"value": StandingKind.IN_FORCE, "since": since, "ground": _LISTED, "confidence": confidence}
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
    start: DocumentDate | None = record.effective_on or record.dated
    if start is not None and day < start.first_day:
        return Standing(value=StandingKind.PENDING, since=record.dated, confidence=record.date_confidence)
    if status is None or (status.value is StatusKind.IN_FORCE and (status.ground or _NOT_FOUND).startswith(_NOT_FOUND)):
        return Standing()
    if status.since is not None and day < status.since.first_day:
        # It ended later, so that it stood until then.
        return Standing(value=StandingKind.IN_FORCE, since=start, ground=status.ground, confidence=status.confidence)
    if status.since is None and on is not None and status.value is not StatusKind.IN_FORCE:
        return Standing()
    if status.since is not None and status.since.first_day <= day < status.since.last_day:
        return Standing()
    return Standing(
        value=StandingKind(status.value.value), since=status.since, ground=status.ground, confidence=status.confidence
    )
