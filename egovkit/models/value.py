"""The verbs that every value type shares (值类型): parse, is_valid, str."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from egovkit.errors import ParseError
from egovkit.models.frozen import Frozen, refusal

__all__ = ["BETWEEN", "Value"]

BETWEEN: Final = "[^0-9A-Za-z一-鿿]*"
"""A pattern, plain enough for every dialect, of the blanks and marks that a print may have between two signs."""


if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
else:
    # pydantic does not say where its metaclass is.
    ModelMetaclass = type(BaseModel)


class _Readable(ModelMetaclass):
    """What lets the class be called with its string as well as with its parts."""

    # Type checkers are told by the `__init__` of each value what it is made of.
    if not TYPE_CHECKING:  # pragma: no branch

        def __call__(self, *text, **parts):
            # Not an __init__ of the model: pydantic would call it for every value that it validates.
            if not text:
                return super().__call__(**parts)
            if parts or len(text) > 1 or not isinstance(text[0], str):
                raise TypeError(f"{self.__name__} takes its string, or its parts by name")
            return self.parse(text[0])


class Value(Frozen, metaclass=_Readable):
    """A value with one canonical string (值): `X(str(x)) == x`, and `X.parse(str(x)) == x`.

    As a pydantic field it takes its string, its parts as a mapping, or an instance, and dumps to its canonical
    string, in Python as in JSON. A subclass gives `_parts` and `__str__`, and for its JSON schema `examples`, the
    `pattern` of the canonical string, which is dumped, and `taken`: a pattern that every string fits which the field
    reads, in whatever print, and that few others fit.
    """

    # Built with the class: of one that is built within a model, a second field would take its parts, not its string.
    model_config = ConfigDict(defer_build=False)

    pattern: ClassVar[str] = ""
    taken: ClassVar[str] = ""
    examples: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def _parts(cls, text: str) -> dict[str, Any]:
        """Read a string into the fields of the model; ParseError where it is of no known form."""
        raise NotImplementedError

    @classmethod
    def _of_other(cls, given: Any) -> Any:
        """Return what a field is to validate instead of what it was given, where that is no string."""
        return given

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a string (解析); ParseError with code, span and caret where it is of no known form."""
        return cls(**cls._parts(text))

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Say whether `parse` would take the string (是否合式)."""
        try:
            cls.parse(text)
        except ParseError:
            return False
        return True

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def from_string(given: Any) -> Any:
            if not isinstance(given, str):
                other = cls._of_other(given)
                if not isinstance(other, Mapping | cls):
                    raise PydanticCustomError(
                        "value.type",
                        "Input should be a string such as {example}",
                        {"example": next(iter(cls.examples), cls.__name__)},
                    )
                return other
            try:
                return cls._parts(given)
            except ParseError as error:
                raise refusal(error) from error

        return core_schema.no_info_before_validator_function(
            from_string, handler(source), serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        doc = (cls.__doc__ or "").strip().partition("\n")[0]
        return {
            "type": "string",
            "title": cls.__name__,
            "description": doc,
            "pattern": cls.pattern if handler.mode == "serialization" else cls.taken,
            "examples": list(cls.examples),
        }
