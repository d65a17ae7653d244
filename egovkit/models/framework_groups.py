"""What a framework consists of: components, and the groups that its slogan counts (组成部分与分组)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from egovkit.models.frozen import Frozen, Text, Texts

__all__ = ["Component", "FrameworkGroup", "or_string", "require_distinct"]


class Component(Frozen):
    """One thing a framework consists of (组成部分): 人口基础信息库, 金税.

    - `name`: the full name as the document writes it; a plain string is read as a component of that name.
    - `short_name`, `aliases`: other names of the same thing; `later` where the short name came up after the document.
    - `leads`: the organs that lead it (牵头单位), empty where unknown.
    - `continues`: components of the predecessor that live on in this one, by name.
    - `components`: what it consists of in turn.

    >>> Component.model_validate("政务内网").names
    ('政务内网',)
    """

    name: Text
    short_name: Text | None = None
    later: bool = False
    aliases: Texts = ()
    leads: Texts = ()
    continues: Texts = ()
    components: tuple[Component, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, given: Any) -> Any:
        return {"name": given} if isinstance(given, str) else given

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return or_string(handler, schema, "人口基础信息库")

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        if self.short_name or self.aliases:
            require_distinct(self.names)
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the component, the full one first (全部名称)."""
        return (self.name, *((self.short_name,) if self.short_name else ()), *self.aliases)

    def __str__(self) -> str:
        return self.name


class FrameworkGroup(Frozen):
    """One group of a framework (一组): 十二金 is a group of count 12 and head 金.

    `count` None is an open number (N). A group lists `components` or is made of `groups` (十二金 = 4 + 8); where it
    lists any, there are as many as `count` says. A group without components states the count alone.

    >>> FrameworkGroup(count=2, head="网", components=("政务内网", "政务外网")).components[1].name
    '政务外网'
    """

    count: Annotated[int, Field(ge=1)] | None = None
    head: Annotated[str, StringConstraints(strip_whitespace=True)] = ""
    components: tuple[Component, ...] = ()
    groups: tuple[FrameworkGroup, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _open(cls, given: Any) -> Any:
        # TOML has no null: an open count is written "N" in a user's own file.
        if isinstance(given, dict) and given.get("count") in ("N", "n", "X", "M"):
            return {**given, "count": None}
        return given

    @model_validator(mode="after")
    def _counted(self) -> Self:
        if self.components and self.groups:
            raise PydanticCustomError("group.mixed", "a group lists components or is made of groups, not both")
        found = len(self.leaves)
        if self.count is not None and found and found != self.count:
            raise PydanticCustomError(
                "group.count",
                "the group {group} states {count} and lists {found}",
                {"group": self.label, "count": self.count, "found": found},
            )
        return self

    @property
    def leaves(self) -> tuple[Component, ...]:
        """The components of the group, those of its own groups among them (全部组成部分)."""
        return self.components + tuple(leaf for group in self.groups for leaf in group.leaves)

    @property
    def label(self) -> str:
        """The count and the head word, `N` for an open count (标签)."""
        return f"{'N' if self.count is None else self.count}{' ' if self.head else ''}{self.head}"

    def __str__(self) -> str:
        return self.label


def or_string(handler: GetJsonSchemaHandler, schema: CoreSchema, *examples: str) -> JsonSchemaValue:
    """Return the JSON schema of a model that is read from a string as well, and dumps to its parts (可读字符串)."""
    parts = handler(schema)
    if handler.mode == "serialization":
        return parts
    return {"anyOf": [{"type": "string", "examples": list(examples)}, parts]}


def require_distinct(names: Iterable[str]) -> None:
    """Refuse names of which one is given twice (不重名), framework.name."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise PydanticCustomError("framework.name", "the name {name} is given twice", {"name": name})
        seen.add(name)
