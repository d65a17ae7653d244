"""The fields that a profile has, wherever in it (配置字段): what an unknown one may have been meant for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel

__all__ = ["fields_at"]


def fields_at(model: type[BaseModel], way: Sequence[str | int]) -> tuple[str, ...]:
    """Return the names of the fields that a model has at a place (某处字段), as pydantic gives the way to it.

    >>> from egovkit.checks.profile import Profile
    >>> fields_at(Profile, ("terms", 0))
    ('wrong', 'right', 'severity', 'note')
    """
    for step in way:
        field = model.model_fields.get(str(step))
        # A number counts in a list, whose model is known already.
        if field is not None:
            model = _model_in(field.annotation) or model
    return tuple(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part)) is not None), None)
