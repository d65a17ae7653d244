"""What policies can be picked by (政策筛选条件): each condition makes of a value the test of one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from egovkit.catalogue.collection import Condition
from egovkit.catalogue.issuers import issuers_meant
from egovkit.catalogue.near_names import near_names
from egovkit.data import tree
from egovkit.errors import UnknownCondition
from egovkit.grammar.titles import normal_title
from egovkit.models.dates import DocumentDate
from egovkit.models.day import date_of, day_of
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import StatusKind

__all__ = ["POLICY_CONDITIONS"]

_Test = Callable[[PolicyRecord], bool]


def _of_issuer(table: Any, value: Any) -> _Test:
    meant = issuers_meant(table._what, value, (name for record in table._whole for name in record.issuers))
    return lambda record: any(meant(name, record.year) for name in record.issuers)


def _of_year(table: Any, value: Any) -> _Test:
    year = table._year(value)
    return lambda record: record.year == year


def _of_domain(table: Any, value: Any) -> _Test:
    used = (domain for record in table._whole for domain in record.domain)
    domain = table._known("domain", value, {*tree("policies")["domains"], *used})
    return lambda record: domain in record.domain


def _of_framework(table: Any, value: Any) -> _Test:
    # The table of frameworks is read where policies are asked for one, and by nothing else here.
    from egovkit.catalogue.frameworks import frameworks  # noqa: PLC0415

    found = frameworks.find(value)
    used = {name for record in table._whole for name in record.frameworks}
    wanted = {normal_title(value), *(normal_title(each.name) for each in found)}
    if not found and wanted.isdisjoint(map(normal_title, used)):
        near = near_names(value, used.union(name for each in frameworks for name in each.names))
        raise UnknownCondition(table._what, "framework", value, near)
    return lambda record: not wanted.isdisjoint(map(normal_title, record.frameworks))


def _of_status(table: Any, value: Any) -> _Test:
    wanted = StatusKind(table._known("status", value, StatusKind))
    return lambda record: record.status is not None and record.status.value is wanted


def _on(table: Any, value: Any) -> _Test:
    on, status = value
    day = day_of(on)
    wanted = StatusKind.IN_FORCE if status is None else StatusKind(table._known("status", status, StatusKind))
    return lambda record: record.status_on(day) is wanted


def _since(_: Any, value: Any) -> _Test:
    first = date_of(value).first_day
    return lambda record: (day := _day_of_record(record)) is not None and day.last_day >= first


def _until(_: Any, value: Any) -> _Test:
    last = date_of(value).last_day
    return lambda record: (day := _day_of_record(record)) is not None and day.first_day <= last


def _day_of_record(record: PolicyRecord) -> DocumentDate | None:
    """Return the date of a document, the year of its number where it has none."""
    dated = record.dated or record.published_on
    return DocumentDate(year=record.year) if dated is None and record.year is not None else dated


POLICY_CONDITIONS: Final[Mapping[str, Condition]] = {
    "issuer": _of_issuer,
    "year": _of_year,
    "domain": _of_domain,
    "framework": _of_framework,
    "status": _of_status,
    "on": _on,
    "since": _since,
    "until": _until,
}
"""The conditions of `policies.where` by their names; `on` takes the day and the status of that day."""
