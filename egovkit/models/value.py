"""The verbs that every value type shares (值类型): parse, is_valid, str."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from egovkit.errors import ParseError

__all__ = ["Value"]


class Value(BaseModel):
    """A value with one canonical string (值): `X.parse(str(x)) == x`.

    As a pydantic field it takes its string, its parts as a mapping, or an instance, and dumps to its canonical
    string, in Python as in JSON. A subclass gives `_parts` and `__str__`, and `pattern` and `examples` for its
    JSON schema.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pattern: ClassVar[str] = ""
    examples: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def _parts(cls, text: str) -> dict[str, Any]:
        """Read a string into the fields of the model; ParseError where it is of no known form."""
        raise NotImplementedError

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
                return given
            try:
                return cls._parts(given)
            except ParseError as error:
                raise PydanticCustomError(
                    error.code,
                    "{reason}",
                    {"reason": error.message, "span": error.span},
                ) from error

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
            "pattern": cls.pattern,
            "examples": list(cls.examples),
        }
