"""The frameworks that come along (随包框架), decoded from the rows of five tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from egovkit.catalogue.framework_names import Found
from egovkit.catalogue.shipped import made, number_of
from egovkit.data import rows
from egovkit.models.framework import Component, Framework, FrameworkGroup, Reading

__all__ = ["read_found", "read_frameworks"]


def _cells(row: dict[str, str], *names: str) -> dict[str, tuple[str, ...]]:
    """Return the cells of a row that list something, split at |."""
    return {name: tuple(row[name].split("|")) for name in names if row[name]}


def _texts(row: dict[str, str], *names: str) -> dict[str, str]:
    """Return the cells of a row that say something."""
    return {name: row[name] for name in names if row[name]}


def read_frameworks() -> Iterator[Framework]:
    """Yield the frameworks of the table (读框架表), in its order."""
    cited = {row["key"]: row["source"] for row in rows("framework_sources")}

    def sources(row: dict[str, str]) -> dict[str, tuple[str, ...]]:
        return {"sources": tuple(cited.get(key, key) for key in row["sources"].split("|"))} if row["sources"] else {}

    aliases: dict[str, list[str]] = {}
    for row in rows("framework_names"):
        if row["name"] != row["framework"]:
            aliases.setdefault(row["framework"], []).append(row["name"])
    groups = _read_groups()
    readings: dict[str, list[Reading]] = {}
    for row in rows("framework_readings"):
        named = {"name": row["reading"]} if row["reading"] else {}
        of = row["framework"], row["reading"]
        reading = named | _texts(row, "slogan", "confidence") | sources(row) | {"groups": groups[of]}
        readings.setdefault(row["framework"], []).append(made(Reading, reading))
    followers: dict[str, list[str]] = {}
    for row in rows("frameworks"):
        for before in filter(None, row["predecessors"].split("|")):
            followers.setdefault(before, []).append(row["name"])
    for row in rows("frameworks"):
        name = row["name"]
        fields: dict[str, Any] = {
            **_texts(row, "name", "title", "region", "gist", "confidence"),
            **_cells(row, "issuers", "predecessors"),
            **sources(row),
            **{year: int(row[year]) for year in ("since", "until") if row[year]},
            "documents": tuple(map(number_of, filter(None, row["documents"].split("|")))),
            "successors": tuple(followers.get(name, ())),
            "aliases": tuple(aliases.get(name, ())),
            "readings": tuple(readings.get(name, ())),
        }
        if row["set_by"]:
            fields["set_by"] = number_of(row["set_by"])
        yield made(Framework, fields)


def _read_groups() -> dict[tuple[str, str], tuple[FrameworkGroup, ...]]:
    """Return the groups of each reading: `group` is a path (3.1), a row without component opens its group."""
    opened: dict[tuple[str, str], dict[str, list[dict[str, str]]]] = {}
    for row in rows("framework_components"):
        opened.setdefault((row["framework"], row["reading"]), {}).setdefault(row["group"], []).append(row)
    return {of: _groups("", paths) for of, paths in opened.items()}


def _groups(above: str, paths: dict[str, list[dict[str, str]]]) -> tuple[FrameworkGroup, ...]:
    return tuple(_group(path, paths) for path in paths if path.rpartition(".")[0] == above)


def _group(path: str, paths: dict[str, list[dict[str, str]]]) -> FrameworkGroup:
    opening, *listed = paths[path]
    parts: dict[str, list[dict[str, str]]] = {}
    for row in listed:
        parts.setdefault(row["part_of"], []).append(row)
    fields = {"head": opening["head"], "components": _components("", parts), "groups": _groups(path, paths)}
    return made(FrameworkGroup, fields | {"count": None if opening["count"] == "N" else int(opening["count"])})


def _components(above: str, parts: dict[str, list[dict[str, str]]]) -> tuple[Component, ...]:
    return tuple(
        made(
            Component,
            {"name": row["component"], "later": bool(row["later"]), "components": _components(row["component"], parts)}
            | _texts(row, "short_name")
            | _cells(row, "aliases", "leads", "continues"),
        )
        for row in parts.get(above, ())
    )


def read_found() -> dict[str, Found]:
    """Return where each name and variant counts as a mention (读口号表)."""
    return {row["name"]: Found(row["found"]) for row in rows("framework_names")}
