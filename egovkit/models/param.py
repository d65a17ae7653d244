"""A value as one string where a web service takes strings (参数): in a path, a query, a header, a form."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from egovkit.models.value import Value

__all__ = ["Param"]

V = TypeVar("V", bound="Value")

if TYPE_CHECKING:
    Param = Annotated[V, "one string"]
else:

    class Param:
        """A value as a parameter of a web service (参数): `Param[IssuanceNumber]` is an `IssuanceNumber` read from one string.

        Frameworks take a pydantic model for a body, or for as many parameters as it has fields. What is written
        `number: Param[IssuanceNumber]` is one parameter of the path, the query, the headers or a form; to type checkers and
        in the function it is an `IssuanceNumber`. What does not parse is refused with the code and span of the ParseError,
        and the JSON schema is the value's.

        >>> from egovkit.models.dates import DocumentDate
        >>> from pydantic import TypeAdapter
        >>> TypeAdapter(Param[DocumentDate]).validate_python("2014年11月")
        DocumentDate(year=2014, month=11, day=None)
        """

        def __class_getitem__(cls, value: Any) -> Any:
            """Return the parameter of a value type (取参数)."""
            return _param(value)


@cache
def _param(value: Any) -> Any:
    def schema(_: Any, __: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler.generate_schema(value)

    # No model and no dataclass, which would be taken for a body.
    return type(f"{value.__name__}Param", (), {"__get_pydantic_core_schema__": classmethod(schema)})
