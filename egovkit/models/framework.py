"""Frameworks of e-government (电子政务框架): what a slogan such as 两网四库十二金 stands for, validated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from egovkit.errors import ParseError, UnknownTerm
from egovkit.grammar.slogans import clean_slogan, parse_slogan
from egovkit.models.framework_comparison import Comparison, compare
from egovkit.models.framework_groups import Component, FrameworkGroup, or_string, require_distinct
from egovkit.models.frozen import Confidence, Frozen, Text, Texts, refusal
from egovkit.models.issuance import IssuanceNumber
from egovkit.text.limits import MAX_DEPTH

__all__ = ["Framework", "Reading"]

Year = Annotated[int, Field(ge=1949, le=2199)]


class Reading(Frozen):
    """One account of what a framework consists of (一种说法), with its sources.

    Where sources disagree a framework has several readings: 十二金 is 4 + 8 in the document and 2 + 5 + 5 in textbooks.
    `slogan` is the form of the slogan that this reading spells out.

    >>> Reading(name="文件", slogan="三网一库", groups=Framework.parse("三网一库").groups).slogan
    '三网一库'
    """

    name: Text | None = None
    slogan: Text | None = None
    groups: tuple[FrameworkGroup, ...]
    sources: Texts = ()
    confidence: Confidence | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        components = self.components
        if components and not self.sources:
            raise PydanticCustomError("reading.source", "a reading that names components needs a source")
        require_distinct(name for component in components for name in component.names)
        if self.slogan is not None:
            self._require_slogan(self.slogan)
        return self

    def _require_slogan(self, slogan: str) -> None:
        try:
            stated = parse_slogan(slogan)
        except ParseError as error:
            raise refusal(error, "reading.slogan") from error
        here = [(group.count, group.head) for group in self.groups]
        same = len(here) == len(stated) and all(
            count == said.count and (not said.head or head == said.head)
            for (count, head), said in zip(here, stated, strict=True)
        )
        if not same:
            raise PydanticCustomError(
                "reading.groups",
                "the slogan {slogan} states other groups than {groups}",
                {"slogan": slogan, "groups": [group.label for group in self.groups]},
            )

    @property
    def components(self) -> tuple[Component, ...]:
        """Every component in order, each before what it consists of (全部组成部分)."""
        return tuple(component for group in self.groups for leaf in group.leaves for component in _walk(leaf))


class Framework(Frozen):
    """A framework of e-government known by its slogan (电子政务框架): 三网一库, 两网四库十二金, 一网通办.

    - `name`, `aliases`: the usual name and the variants of it.
    - `readings`: what it consists of, one reading for each account that sources give; `groups` are those of the first.
      A file may write `groups` for a single reading.
    - `set_by`: the document that set it; `documents`: others that belong to it; `title`: the title of the first.
    - `issuers`, `region`: who put it forward, and where it holds if not in the whole country.
    - `since`, `until`: first and last year; None where unknown or still in force.
    - `predecessors`, `successors`: names of other frameworks.
    - `sources`, `confidence`: where this is known from, and how well.

    As a pydantic field it takes its numeral slogan as well, which gives what `parse` does, the groups alone; it dumps to
    its parts, since the slogan says less than they do.

    A count that disagrees with its components, a name used twice, a reading without a source do not validate.

    >>> Framework.parse("两网四库十二金").groups[2].count
    12
    >>> str(Framework.parse("“一网、一门、一次”"))
    '一网、一门、一次'
    """

    name: Text
    aliases: Texts = ()
    readings: tuple[Reading, ...] = ()
    set_by: IssuanceNumber | None = None
    documents: tuple[IssuanceNumber, ...] = ()
    title: Text | None = None
    issuers: Texts = ()
    region: Text | None = None
    since: Year | None = None
    until: Year | None = None
    predecessors: Texts = ()
    successors: Texts = ()
    gist: Text | None = None
    sources: Texts = ()
    confidence: Confidence | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a numeral slogan into a framework of its groups, components unknown (解析); ParseError (slogan.*).

        >>> [str(group) for group in Framework.parse("1+32+N").groups]
        ['1', '32', 'N']
        """
        return cls(**cls._stated(text))

    @classmethod
    def _stated(cls, text: str) -> dict[str, Any]:
        groups = tuple(FrameworkGroup(count=group.count, head=group.head) for group in parse_slogan(text))
        name = clean_slogan(text)
        return {"name": name, "readings": (Reading(slogan=name, groups=groups),)}

    @classmethod
    def is_valid(cls, text: str) -> bool:
        """Say whether `parse` would take the string (是否合式)."""
        try:
            parse_slogan(text)
        except ParseError:
            return False
        return True

    @model_validator(mode="before")
    @classmethod
    def _from_string_or_file(cls, given: Any) -> Any:
        if isinstance(given, str):
            try:
                return cls._stated(given)
            except ParseError as error:
                raise refusal(error) from error
        if not isinstance(given, dict) or "groups" not in given:
            return given
        if given.get("readings"):
            raise PydanticCustomError("framework.readings", "a framework gives its groups or its readings, not both")
        rest = {key: value for key, value in given.items() if key not in ("groups", "slogan", "readings")}
        reading = {"slogan": given.get("slogan"), "groups": given["groups"], "sources": given.get("sources", ())}
        return {**rest, "readings": (reading,)}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return or_string(handler, schema, "三网一库", "1+32+N")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        require_distinct((self.name, *self.aliases))
        names = [reading.name for reading in self.readings]
        if len(names) > 1 and (None in names or len(set(names)) < len(names)):
            raise PydanticCustomError("framework.readings", "several readings each need a name of their own")
        if self.since and self.until and self.until < self.since:
            raise PydanticCustomError("framework.years", "the last year lies before the first")
        if self.name in self.predecessors or self.name in self.successors:
            raise PydanticCustomError("framework.lineage", "a framework does not succeed itself")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its variants (全部名称)."""
        return (self.name, *self.aliases)

    @property
    def groups(self) -> tuple[FrameworkGroup, ...]:
        """The groups of the first reading, empty where none is known (各组)."""
        return self.readings[0].groups if self.readings else ()

    @property
    def components(self) -> tuple[Component, ...]:
        """The components of the first reading in order, each before what it consists of (全部组成部分)."""
        return self.readings[0].components if self.readings else ()

    def reading(self, name: str) -> Reading:
        """Return the reading of a name (取说法); UnknownTerm where there is none."""
        for reading in self.readings:
            if reading.name == name:
                return reading
        raise UnknownTerm("readings", name)

    def component(self, name: str) -> Component:
        """Return the component with a name, short name or alias, in any reading (取组成部分); UnknownTerm otherwise."""
        for reading in self.readings:
            for component in reading.components:
                if name in component.names:
                    return component
        raise UnknownTerm("components", name)

    def compare(self, other: Framework) -> Comparison:
        """Say what another framework kept, renamed, merged, added and dropped of this one (比较).

        >>> old = Framework(name="甲", readings=({"groups": [{"components": ["专网", "外网"]}], "sources": ["某文"]},))
        >>> new = Framework(name="乙", readings=({"groups": [{"components": ["外网", "内网"]}], "sources": ["某文"]},))
        >>> old.compare(new).dropped[0].name, old.compare(new).added[0].name
        ('专网', '内网')
        """
        return compare(self, other)

    def __str__(self) -> str:
        return self.name

    # What draws is loaded where a notebook asks for it: few programs ever do.
    def _repr_html_(self) -> str:
        from egovkit.models.framework_drawing import to_html  # noqa: PLC0415

        return to_html(self)

    def _repr_mimebundle_(
        self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None
    ) -> dict[str, str]:
        from egovkit.models.framework_drawing import to_html, to_svg, to_tree  # noqa: PLC0415

        drawn = {"text/plain": to_tree, "text/html": to_html, "image/svg+xml": to_svg}
        wanted = (set(drawn) if include is None else set(include)) - set(exclude or ())
        return {kind: draw(self) for kind, draw in drawn.items() if kind in wanted}


def _walk(component: Component, depth: int = 0) -> Iterator[Component]:
    yield component
    if depth < MAX_DEPTH:
        for part in component.components:
            yield from _walk(part, depth + 1)
