"""The frameworks that come along (随包框架), decoded from the rows of five tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from egovkit.catalogue.cells import decoded, list_in, made, number_in, numbers_in
from egovkit.catalogue.framework_names import Found
from egovkit.data import rows, table
from egovkit.models.framework import Framework, Reading
from egovkit.models.framework_groups import Component, FrameworkGroup

__all__ = ["read_found", "read_frameworks"]


_FRAMEWORK: Final[Mapping[str, Callable[[str], Any]]] = {
    **dict.fromkeys(("issuers", "predecessors", "sources"), list_in),
    **dict.fromkeys(("since", "until"), int),
    "set_by": number_in,
    "documents": numbers_in,
}
_READING: Final[Mapping[str, Callable[[str], Any]]] = {"sources": list_in}


@cache
def _names() -> list[list[str]]:
    """Return the lines of the table of names, which is asked twice: framework, name, where it counts."""
    return table("framework_names")[1]


def read_frameworks() -> Iterator[Framework]:
    """Yield the frameworks of the table (读框架表), in its order."""
    cited = {row["key"]: row["source"] for row in rows("framework_sources")}

    def spelled(fields: dict[str, Any]) -> dict[str, Any]:
        if "sources" in fields:
            fields["sources"] = tuple([cited.get(key, key) for key in fields["sources"]])
        return fields

    aliases: dict[str, list[str]] = {}
    for framework, name, _ in _names():
        if name != framework:
            aliases.setdefault(framework, []).append(name)
    groups = _read_groups()
    readings: dict[str, list[Reading]] = {}
    for fields in decoded("framework_readings", _READING):
        framework, name = fields.pop("framework"), fields.pop("reading", None)
        named = {"name": name, "groups": groups[framework, name or ""]}
        readings.setdefault(framework, []).append(made(Reading, named | spelled(fields)))
    listed_frameworks = list(decoded("frameworks", _FRAMEWORK))
    followers: dict[str, list[str]] = {}
    for fields in listed_frameworks:
        for before in fields.get("predecessors", ()):
            followers.setdefault(before, []).append(fields["name"])
    for fields in listed_frameworks:
        name = fields["name"]
        fields.pop("entry", None)
        for field, known in ("aliases", aliases), ("readings", readings), ("successors", followers):
            if name in known:
                fields[field] = tuple(known[name])
        yield made(Framework, spelled(fields))


class _Opened(NamedTuple):
    """A group as its rows give it: `parts` are its components by what they are part of."""

    stated: str
    head: str
    parts: dict[str, list[tuple[str, ...]]]


def _read_groups() -> dict[tuple[str, str], tuple[FrameworkGroup, ...]]:
    """Return the groups of each reading: `group` is a path (3.1), a row without component opens its group."""
    opened: dict[tuple[str, str], dict[str, _Opened]] = {}
    for framework, reading, group, count, head, part_of, component, *more in table("framework_components")[1]:
        paths = opened.setdefault((framework, reading), {})
        if component:
            paths[group].parts.setdefault(part_of, []).append((component, *more))
        else:
            paths[group] = _Opened(count, head, {})
    return {of: _groups("", paths) for of, paths in opened.items()}


def _groups(above: str, paths: dict[str, _Opened]) -> tuple[FrameworkGroup, ...]:
    return tuple([_group(path, paths) for path in paths if path.rpartition(".")[0] == above])


def _group(path: str, paths: dict[str, _Opened]) -> FrameworkGroup:
    stated, head, parts = paths[path]
    return made(
        FrameworkGroup,
        {
            "count": None if stated == "N" else int(stated),
            "head": head,
            "components": _components("", parts),
            "groups": _groups(path, paths),
        },
    )


def _components(above: str, parts: dict[str, list[tuple[str, ...]]]) -> tuple[Component, ...]:
    return tuple([_component(row, parts) for row in parts.get(above, ())])


def _component(row: tuple[str, ...], parts: dict[str, list[tuple[str, ...]]]) -> Component:
    name, short_name, later, aliases, leads, continues = row
    fields: dict[str, Any] = {"name": name}
    if short_name:
        fields["short_name"] = short_name
    if later:
        fields["later"] = True
    if aliases:
        fields["aliases"] = list_in(aliases)
    if leads:
        fields["leads"] = list_in(leads)
    if continues:
        fields["continues"] = list_in(continues)
    if name in parts:
        fields["components"] = _components(name, parts)
    return made(Component, fields)


def read_found() -> dict[str, Found]:
    """Return where each name and variant counts as a mention (读口号表)."""
    return {name: Found(found) for _, name, found in _names()}
