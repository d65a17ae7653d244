"""What a text cites: the citation, its role, and the place in the cited document (引用, 引用关系, 条款项)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final, Self

from egovkit.errors import ParseError
from egovkit.grammar.pinpoints import Place, read_places
from egovkit.models.issuance import NumberMention
from egovkit.text.records import quickly_made

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from egovkit.models.dates import DocumentDate

__all__ = ["ByStart", "Citation", "CitationElsewhere", "Citations", "Pinpoint", "Place", "Relation"]


class Relation(StrEnum):
    """What a sentence says is done with the document it cites (引用关系).

    issue 印发, forward 转发, repeal 废止, amend 修改, basis 根据, interpret 解读; mention 提及 for all else.

    >>> Relation("basis") is Relation.BASIS, Relation.BASIS.term
    (True, '根据')
    """

    ISSUE = "issue"
    FORWARD = "forward"
    REPEAL = "repeal"
    AMEND = "amend"
    BASIS = "basis"
    INTERPRET = "interpret"
    MENTION = "mention"

    @property
    def term(self) -> str:
        """The Chinese term (术语)."""
        return _TERMS[self]


RELATIONS: Final = {relation.value: relation for relation in Relation}
"""Each relation by its value: a look-up takes a fifth of the time of `Relation(value)`."""
_TERMS: Final = dict(zip(Relation, ("印发", "转发", "废止", "修改", "根据", "解读", "提及"), strict=True))


@quickly_made
@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The places of a document that are meant (条款项): one, a list, or ranges.

    As a pydantic field it takes its string or an instance, and dumps to its string.

    >>> pinpoint = Pinpoint.parse("第十二条第一款第（三）项")
    >>> pinpoint.places[0].article, pinpoint.places[0].item, str(pinpoint)
    (12, 3, '第十二条第一款第（三）项')
    >>> str(Pinpoint.parse("第3、5条"))
    '第三条、第五条'
    """

    places: tuple[Place, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a whole string as a pinpoint (解析); ParseError (pinpoint.form) where it is none."""
        # As it is printed, a pinpoint that a text tells short may be many times as long.
        read = read_places(text, 0, len(text))
        if read is None or read[0] != len(text):
            raise ParseError(
                "pinpoint.form", "this names no article, paragraph or item", text, (read[0] if read else 0, len(text))
            )
        return cls(read[1])

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Say whether `parse` would take the string (是否合式)."""
        read = read_places(text, 0, len(text))
        return read is not None and read[0] == len(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from egovkit.models.shapes import pinpoint_schema  # noqa: PLC0415

        return pinpoint_schema(cls)

    def __str__(self) -> str:
        return "、".join(map(str, self.places))


@quickly_made
@dataclass(frozen=True, slots=True, eq=False)
class Citation:
    """A document as a text cites it (引用): by its title, its number, or a short name.

    - `start`, `end`: from 《, or from a number right before it, to 》, or through the parenthesis after that
      gives number, date or short name. `text` is that surface.
    - `title`: what is between the outer brackets, without blanks; None of a bare number.
    - `numbers`: the number mentions that go with the title, in order.
    - `issuers`: the organs that the words in front, or else the title, name; `dated`: the date they give.
    - `short_name`: the short name that this citation defines.
    - `relation`: what the sentence does with the document.
    - `pinpoint`: the places in it that are meant.
    - `nested`: the titles inside the title, as citations; their relation is what the outer title says of them.
    - `antecedent`: the citation that this one repeats or abbreviates, which may be later; None where this is
      the first or the defining one, and where more than one is possible: those are the `candidates`.

    Two citations are equal only where they are the same one: a text may cite a document many times.

    As data (JSON, a pydantic field) a citation has `antecedent` and `candidates` by their starts; the citations of one
    text as `Citations` have them by their index in the list, and are linked again when they are read.
    """

    start: int
    end: int
    text: str
    title: str | None
    numbers: tuple[NumberMention, ...] = ()
    issuers: tuple[str, ...] = ()
    dated: DocumentDate | None = None
    short_name: str | None = None
    relation: Relation = Relation.MENTION
    pinpoint: Pinpoint | None = None
    nested: tuple[Citation, ...] = ()
    # One slot for both, since a citation has an antecedent or candidates, never both.
    referents: Citation | tuple[Citation, ...] = field(default=(), repr=False)

    @property
    def antecedent(self) -> Citation | None:
        """The citation that this one repeats or abbreviates (先行引用)."""
        return None if isinstance(self.referents, tuple) else self.referents

    @property
    def candidates(self) -> tuple[Citation, ...]:
        """The citations that this one may abbreviate, where there are several (可能的先行引用)."""
        return self.referents if isinstance(self.referents, tuple) else ()

    @property
    def document(self) -> Citation:
        """The citation that stands for the document: the antecedent, or this one (所指)."""
        return self if self.antecedent is None else self.antecedent

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from egovkit.models.shapes import citation_schema  # noqa: PLC0415

        return citation_schema(cls, handler)


class CitationElsewhere(Citation):
    """A citation of which the place alone is known (别处之引用): what one that was read from data alone repeats.

    It has a `start`, and says so where it is asked for more: nothing of it is known, which is not that it has no title.

    >>> CitationElsewhere.at(12).start
    12
    >>> CitationElsewhere.at(12).title
    Traceback (most recent call last):
    AttributeError: of the citation at 12 the start alone is known: read the citations of a text together, as Citations
    """

    __slots__ = ()

    @classmethod
    def at(cls, start: int) -> CitationElsewhere:
        """Return what is at a start (某处之引用)."""
        made = object.__new__(cls)
        object.__setattr__(made, "start", start)
        return made

    def __getattr__(self, name: str) -> Any:
        # Its other slots are empty.
        raise AttributeError(
            f"of the citation at {self.start} the start alone is known: read the citations of a text together, as Citations"
        )

    def __repr__(self) -> str:
        return f"CitationElsewhere.at({self.start})"


class ByStart:
    """Says of a field that its citation is given by its start as data (以起点示)."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a start (数据形状)."""
        from egovkit.models.shapes import place_schema  # noqa: PLC0415

        return place_schema(handler)


class _Linked:
    """Says of a list of citations that it is all of one text's."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from egovkit.models.shapes import citations_schema  # noqa: PLC0415

        return citations_schema(handler)


Citations = Annotated[tuple[Citation, ...], _Linked()]
"""The citations of one text (一文之引用), as a field or response: what one of them repeats is given by its index.

>>> from pydantic import TypeAdapter
>>> from egovkit.citations.find import find_citations
>>> text = "按照《甲市防火办法》（以下简称《办法》）执行。《办法》第三条……"
>>> whole = TypeAdapter(Citations)
>>> [citation["antecedent"] for citation in whole.dump_python(tuple(find_citations(text)))]
[None, 0]
>>> first, again = whole.validate_json(whole.dump_json(tuple(find_citations(text))))
>>> again.antecedent is first
True
"""
