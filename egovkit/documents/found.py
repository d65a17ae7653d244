"""What a document has besides its fields: what a search of its text finds (查找所得), in dumps and in copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Self

from pydantic import BaseModel, model_validator

__all__ = ["FOUND", "WithFound"]

FOUND: Final = ("numbers", "dates", "citations", "repeals", "frameworks")
"""What a document's dump has besides its fields where that is asked for: names of its properties."""

_BESIDE: Final = frozenset((*FOUND, "source"))


class WithFound(BaseModel):
    """A model whose cached properties are found in its text (带查找所得的模型): `PolicyDocument`."""

    @model_validator(mode="before")
    @classmethod
    def _without_found(cls, given: Any) -> Any:
        # What was found in a text is found again, so that a dump is read with or without it.
        # `source` is the file that a command says it read.
        if isinstance(given, dict) and not given.keys().isdisjoint(_BESIDE):
            return {name: value for name, value in given.items() if name not in _BESIDE}
        return given

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with other values in it (复制); what was found in the text before is found anew where one changes.

        >>> from egovkit import PolicyDocument
        >>> document = PolicyDocument.parse("按照国办发〔2014〕66号执行。")
        >>> [str(mention.value) for mention in document.numbers]
        ['国办发〔2014〕66号']
        >>> document.model_copy(update={"text": "按照国发〔2016〕51号执行。"}).numbers[0].value.code
        '国发'
        """
        copied = super().model_copy(update=update, deep=deep)
        if update and len(copied.__dict__) > len(type(self).model_fields):
            for name in copied.__dict__.keys() - type(self).model_fields.keys():
                del copied.__dict__[name]
        return copied
