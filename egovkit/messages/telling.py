"""What an exception says, code by code and in both languages (错误说明), pydantic's too."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from egovkit.messages import Language, Words, catalogue, filled, language

__all__ = ["Told", "messages_of", "of_details"]


class Told(NamedTuple):
    """One thing that went wrong (一处错误): its code, the field or row it is about ("" where there is none), what it is.

    >>> Told("missing", "title", "Field required", "缺少此项").zh
    '缺少此项'
    """

    code: str
    place: str
    en: str
    zh: str

    def __str__(self) -> str:
        return self.zh if language() == "zh" else self.en


def messages_of(error: BaseException) -> tuple[Told, ...]:
    """Return what an exception says (逐条说明), one entry for each fault; an exception of others says it in English only.

    Takes every exception of egovkit, and a `ValidationError` of pydantic, whose own messages have a Chinese one where
    reading tables, profiles and documents may meet them.

    >>> from pydantic import ValidationError
    >>> from egovkit import PolicyRecord
    >>> try:
    ...     PolicyRecord.model_validate({"title": "关于防火的通知", "dated": "2014-13-01"})
    ... except ValidationError as error:
    ...     messages_of(error)
    (Told(code='date.impossible', place='dated', en='no calendar has this month', zh='历法中没有这个月份'),)
    """
    held = getattr(error, "errors", ())
    if isinstance(held, tuple) and held:
        return tuple(told for each in held for told in messages_of(each))
    core = sys.modules.get("pydantic_core")
    if core is not None and isinstance(error, core.ValidationError):
        return tuple(map(of_details, error.errors(include_url=False)))
    code, english, chinese = (getattr(error, name, "") for name in ("code", "message_en", "message_zh"))
    return (Told(code, getattr(error, "place", ""), english or str(error), chinese or str(error)),)


def of_details(details: Mapping[str, Any]) -> Told:
    """Return what an entry of pydantic's `errors()` says (单条说明)."""
    place = ".".join(map(str, details["loc"]))
    fields: Mapping[str, Any] = details.get("ctx", {})
    cause: Any = fields.get("error")
    if hasattr(cause, "message_zh"):
        return Told(cause.code, place, cause.message_en, cause.message_zh)
    code, english = details["type"], details["msg"]
    # What is filled in may have its Chinese beside it in the context.
    both = {name: Words(value, fields.get(f"{name}_zh", _chosen(value))) for name, value in fields.items()}
    if fields.get("reason") == english:
        return Told(code, place, english, both["reason"].zh)
    return Told(code, place, english, _translated(code, english, both))


def _chosen(value: Any) -> Any:
    """Return what may be chosen from, as pydantic lists it, with the Chinese word for "or"."""
    return value.replace(" or ", " 或 ") if isinstance(value, str) else value


def _translated(code: str, english: str, fields: Mapping[str, Words]) -> str:
    """Return the Chinese of a message that is filled in already."""
    for row in catalogue():
        # Pydantic says item or items by itself.
        if row.code == code and any(
            _filled(row.en, {**fields, "expected_plural": plural}, "en") == english for plural in ("", "s")
        ):
            return _filled(row.zh, fields, "zh")
    return english


def _filled(message: str, fields: Mapping[str, Any], language: Language) -> str:
    try:
        return filled(message, fields, language)
    except (KeyError, IndexError, ValueError):
        return message
