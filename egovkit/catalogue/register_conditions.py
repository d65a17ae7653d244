"""What documents of the register can be picked by (登记册筛选条件): those of policies that it can answer, and the level."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from egovkit.catalogue.collection import Condition
from egovkit.models.policy import DocumentLevel, PolicyRecord

__all__ = ["REGISTER_CONDITIONS"]


def _of_level(table: Any, value: Any) -> Callable[[PolicyRecord], bool]:
    level = DocumentLevel(table._known("level", value, DocumentLevel))
    return lambda record: record.level is level


def _of_policies(name: str) -> Condition:
    """Return a condition that policies have as well; what they are picked by is read where one is asked for."""

    def condition(table: Any, value: Any) -> Callable[[PolicyRecord], bool]:
        from egovkit.catalogue.policy_conditions import POLICY_CONDITIONS  # noqa: PLC0415

        test: Callable[[PolicyRecord], bool] = POLICY_CONDITIONS[name](table, value)
        return test

    return condition


REGISTER_CONDITIONS: Final[Mapping[str, Condition]] = {
    "level": _of_level,
    **{name: _of_policies(name) for name in ("issuer", "year", "status", "since", "until")},
}
"""The conditions of `register.where` by their names."""
