"""What the parts of a value share (部件): frozen, closed to unknown fields, told with how sure they are."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from egovkit.errors import ParseError

__all__ = ["Confidence", "Frozen", "Text", "Texts", "refusal"]

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = tuple[Text, ...]
Confidence = Literal["sure", "likely", "unsure"]


class Frozen(BaseModel):
    """A model that is frozen and takes no field that it does not know (部件).

    >>> class Step(Frozen):
    ...     name: Text
    >>> Step(name=" 公布 ") == Step(name="公布")
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


def refusal(error: ParseError, code: str = "") -> PydanticCustomError:
    """Return what a pydantic field says of a string that does not parse (字段报错): of the same code, with the span.

    `reason` and `reason_zh` of its context are the message in both languages.

    >>> refusal(ParseError("date.form", "this is no date", "某日")).type
    'date.form'
    """
    context = {"reason": error.message_en, "reason_zh": error.message_zh, "span": error.span}
    return PydanticCustomError(code or error.code, "{reason}", context)
