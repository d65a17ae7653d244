"""What mentions and citations look like as data (数据形状): the fields that JSON, schemas and web services see.

A mention keeps what is small, and answers with the rest; here it is what it answers with. Nothing of this is loaded
before pydantic asks a mention or citation for its schema.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final, TypeVar

from pydantic import Field, GetCoreSchemaHandler, NonNegativeInt
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from egovkit.errors import ParseError
from egovkit.models import citation as cited
from egovkit.models import dates, issuance
from egovkit.models.frozen import Frozen, refusal

__all__ = [
    "Citation",
    "DateMention",
    "NumberMention",
    "citation_schema",
    "citations_schema",
    "date_schema",
    "indexed",
    "number_schema",
    "pinpoint_schema",
    "place_schema",
]

T = TypeVar("T")


class NumberMention(Frozen):
    """An issuance number where a text mentions it (字号提及)."""

    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    value: issuance.IssuanceNumber


class DateMention(Frozen):
    """A date or range where a text mentions it (日期提及)."""

    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    value: Annotated[dates.DocumentDate | dates.DateRange, Field(union_mode="left_to_right")]


def _schema(kind: type[T], shape: CoreSchema, read: Callable[[Any], T], write: Callable[[T], Any]) -> CoreSchema:
    """Return the schema of a type that is taken and dumped by its shape; an instance stays as it is."""

    def taken(given: Any, validate: Callable[[Any], Any]) -> T:
        return given if isinstance(given, kind) else read(validate(given))

    return core_schema.no_info_wrap_validator_function(
        taken,
        shape,
        serialization=core_schema.plain_serializer_function_ser_schema(write, return_schema=shape),
    )


def _ends(shape: NumberMention | DateMention | Citation) -> None:
    # A mention says where it ends; a text that other hands changed no longer ends there.
    if shape.end != shape.start + len(shape.text):
        raise PydanticCustomError("mention.end", "a mention ends where its text does", {"end": shape.end})


def number_schema(kind: type[issuance.NumberMention], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of mentions of numbers (字号提及)."""

    def read(shape: NumberMention) -> issuance.NumberMention:
        _ends(shape)
        return kind.of(shape.start, shape.text, shape.value)

    def write(mention: issuance.NumberMention) -> NumberMention:
        return NumberMention.model_construct(
            start=mention.start, end=mention.end, text=mention.text, value=mention.value
        )

    return _schema(kind, handler.generate_schema(NumberMention), read, write)


def date_schema(kind: type[dates.DateMention], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of mentions of dates (日期提及)."""

    def read(shape: DateMention) -> dates.DateMention:
        _ends(shape)
        return kind.of(shape.start, shape.text, shape.value)

    def write(mention: dates.DateMention) -> DateMention:
        return DateMention.model_construct(start=mention.start, end=mention.end, text=mention.text, value=mention.value)

    return _schema(kind, handler.generate_schema(DateMention), read, write)


def pinpoint_schema(kind: type[cited.Pinpoint]) -> CoreSchema:
    """Return the schema of pinpoints (条款项): a string such as 第三条第一款."""

    def read(text: str) -> cited.Pinpoint:
        try:
            return kind.parse(text)
        except ParseError as error:
            raise refusal(error) from error

    return _schema(kind, core_schema.str_schema(), read, str)


_PLACE: Final = (
    "A citation by its place: in a list of citations that knows itself by its index there, alone by its start."
)


class Citation(Frozen):
    """A document as a text cites it (引用)."""

    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    title: str | None = None
    numbers: tuple[issuance.NumberMention, ...] = ()
    issuers: tuple[str, ...] = ()
    dated: dates.DocumentDate | None = None
    short_name: str | None = None
    relation: cited.Relation = cited.Relation.MENTION
    pinpoint: cited.Pinpoint | None = None
    nested: tuple[Citation, ...] = ()
    antecedent: NonNegativeInt | None = Field(None, description=_PLACE)
    candidates: tuple[NonNegativeInt, ...] = Field((), description=_PLACE)


_PLACES: Final = frozenset(["antecedent", "candidates"])


def _read(shape: Citation, at: Callable[[int], Any]) -> cited.Citation:
    """Make a citation of its shape; `at` answers with what is at the place of another one."""
    _ends(shape)
    if shape.antecedent is not None and shape.candidates:
        raise PydanticCustomError("citation.antecedent", "a citation has an antecedent or candidates, never both")
    parts = {name: getattr(shape, name) for name in Citation.model_fields if name not in _PLACES}
    parts["nested"] = tuple(_read(each, at) for each in shape.nested)
    one = shape.antecedent
    return cited.Citation(**parts, referents=tuple(map(at, shape.candidates)) if one is None else at(one))


def _write(citation: cited.Citation, where: Callable[[cited.Citation], int | None]) -> Citation:
    """Return the shape of a citation; `where` says at which place another one is, None where it is at none."""
    parts = {name: getattr(citation, name) for name in Citation.model_fields if name not in _PLACES}
    parts["nested"] = tuple(_write(each, where) for each in citation.nested)
    places = map(where, citation.candidates)
    return Citation.model_construct(
        **parts,
        antecedent=None if citation.antecedent is None else where(citation.antecedent),
        candidates=tuple(place for place in places if place is not None),
    )


def _start(citation: cited.Citation) -> int:
    return citation.start


def citation_schema(kind: type[cited.Citation], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of a citation alone (引用): of what it repeats it has the start."""
    return _schema(
        kind,
        handler.generate_schema(Citation),
        lambda shape: _read(shape, cited.CitationElsewhere.at),
        lambda citation: _write(citation, _start),
    )


def place_schema(handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of a field that has a citation of the same text by its start (引用之起点)."""
    start = handler.generate_schema(NonNegativeInt)
    return _schema(cited.Citation, start, cited.CitationElsewhere.at, _start)


def citations_schema(handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return the schema of the citations of one text (一文之引用): of what one of them repeats it has the index."""
    shape = handler.generate_schema(Citation)

    def one(given: Any, validate: Callable[[Any], Any]) -> Any:
        return given if isinstance(given, cited.Citation) else validate(given)

    return core_schema.no_info_after_validator_function(
        _linked,
        core_schema.tuple_variable_schema(core_schema.no_info_wrap_validator_function(one, shape)),
        serialization=core_schema.plain_serializer_function_ser_schema(
            indexed, return_schema=core_schema.tuple_variable_schema(shape)
        ),
    )


def indexed(citations: Sequence[cited.Citation], among: Sequence[cited.Citation] | None = None) -> tuple[Citation, ...]:
    """Return the shapes of citations, what they repeat by its index in the list, or in that of others (按序号)."""
    index = {id(citation): i for i, citation in enumerate(citations if among is None else among)}
    return tuple(_write(citation, lambda other: index.get(id(other))) for citation in citations)


def _linked(given: tuple[Citation | cited.Citation, ...]) -> tuple[cited.Citation, ...]:
    # What is repeated may come later in the text, so that all are made before any of them is linked.
    made = tuple(each if isinstance(each, cited.Citation) else _read(each, int) for each in given)
    for citation, shape in zip(made, given, strict=True):
        if isinstance(shape, Citation):
            _link(citation, made)
    return made


def _link(citation: cited.Citation, made: tuple[cited.Citation, ...]) -> None:
    for each in citation.nested:
        _link(each, made)
    several = isinstance(citation.referents, tuple)
    places: Any = citation.referents if several else (citation.referents,)
    for place in places:
        if place >= len(made) or made[place] is citation:
            raise PydanticCustomError(
                "citation.antecedent", "there is no other citation {index} in the list", {"index": place}
            )
    others = tuple(made[place] for place in places)
    # Nobody else has seen it yet.
    object.__setattr__(citation, "referents", others if several else others[0])
