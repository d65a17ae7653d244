"""The table of frameworks (框架表), and their names in a text.

>>> str(frameworks.named("两网四库十二金").set_by)
'中办发〔2002〕17号'
>>> [m.text for m in find_frameworks("深化“放管服”改革，推进政务服务“一网、一门、一次”")]
['放管服', '一网、一门、一次']
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from egovkit.catalogue.framework_names import Found, NameFinder, fold_name
from egovkit.catalogue.shipped import made, number_of
from egovkit.data import rows
from egovkit.errors import ReadError, UnknownTerm
from egovkit.models.framework import Component, Framework, FrameworkGroup, Reading
from egovkit.models.mention import Mention

__all__ = ["FrameworkTable", "find_frameworks", "frameworks", "load_frameworks"]

FrameworkMention = Mention[Framework | Component]


class FrameworkTable:
    """A table of frameworks (框架表), in order: iterable, and asked by name or year.

    A table is filled when it is first asked; two frameworks of one name or variant are a ValueError then.

    >>> len(frameworks) > 44, "三网一库" in frameworks
    (True, True)
    """

    def __init__(self, read: Callable[[], Iterable[Framework]], found: Callable[[], dict[str, Found]] = dict) -> None:
        self._read = read
        self._found = found

    @classmethod
    def of(cls, *own: Framework) -> FrameworkTable:
        """Return a table of one's own frameworks (自建表)."""
        return cls(lambda: own)

    def with_own(self, *own: Framework) -> FrameworkTable:
        """Return this table with frameworks of one's own added (合并).

        >>> province = Framework.parse("一库三平台")
        >>> [str(m.value) for m in frameworks.with_own(province).find("建设“一库三平台”，推进一网通办")]
        ['一库三平台', '一网通办']
        """
        return FrameworkTable(lambda: (*self, *own), self._found)

    @cached_property
    def _all(self) -> tuple[Framework, ...]:
        return tuple(self._read())

    @cached_property
    def _by_name(self) -> dict[str, Framework]:
        known: dict[str, Framework] = {}
        for framework in self._all:
            for key in {fold_name(name) for name in framework.names}:
                if key in known:
                    raise ValueError(f"{key!r} names two frameworks of one table")
                known[key] = framework
        return known

    @cached_property
    def _by_component(self) -> dict[str, tuple[tuple[Framework, Component], ...]]:
        known: dict[str, list[tuple[Framework, Component]]] = {}
        for framework in self._all:
            seen: set[str] = set()
            for reading in framework.readings:
                for component in reading.components:
                    for key in {fold_name(name) for name in component.names} - seen:
                        seen.add(key)
                        known.setdefault(key, []).append((framework, component))
        return {key: tuple(found) for key, found in known.items()}

    def __iter__(self) -> Iterator[Framework]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and fold_name(name) in self._by_name

    def named(self, name: str) -> Framework:
        """Return the framework of a name or variant (按名), quotes, blanks and 、 aside; UnknownTerm where none has it.

        >>> str(frameworks.named("两网一站四库十二金"))
        '两网四库十二金'
        """
        try:
            return self._by_name[fold_name(name)]
        except KeyError:
            raise UnknownTerm("frameworks", name) from None

    def at(self, year: int) -> tuple[Framework, ...]:
        """Return the frameworks of a year (按年): begun by then and not known to have ended before it.

        >>> "三网一库" in map(str, frameworks.at(2004)), "三网一库" in map(str, frameworks.at(2006))
        (True, False)
        """
        return tuple(
            framework
            for framework in self._all
            if framework.since is not None and framework.since <= year <= (framework.until or year)
        )

    def set_by(self, number: object) -> tuple[Framework, ...]:
        """Return the frameworks that a document set or belongs to (按文件), by its number.

        >>> [str(f) for f in frameworks.set_by("中办发〔2002〕17号")]
        ['两网四库十二金']
        """
        key = str(number)
        return tuple(f for f in self._all if str(f.set_by) == key or key in map(str, f.documents))

    def with_component(self, name: str) -> tuple[tuple[Framework, Component], ...]:
        """Return the frameworks that have a component of a name, each with the component (按组成部分).

        >>> [str(framework) for framework, _ in frameworks.with_component("金关工程")]
        ['三金工程', '两网四库十二金']
        """
        return self._by_component.get(fold_name(name), ())

    @cached_property
    def _finder(self) -> NameFinder:
        found = self._found()
        return NameFinder({name: found.get(name, Found.ALWAYS) for f in self._all for name in f.names})

    @cached_property
    def _plain_finder(self) -> NameFinder:
        names = self._finder.names
        return NameFinder({name: Found.ALWAYS if f is Found.PLAIN else f for name, f in names.items()})

    @cached_property
    def _component_finder(self) -> NameFinder:
        return NameFinder(
            {
                name: _found(name)
                for framework in self._all
                for reading in framework.readings
                for component in reading.components
                for name in component.names
            }
        )

    def find(self, text: str, components: bool = False, plain: bool = False) -> list[FrameworkMention]:
        """Find the names of the table in a text, as `find_frameworks` does (查找)."""
        finder = self._plain_finder if plain else self._finder
        found: list[FrameworkMention] = [
            Mention(start, end, text[start:end], self._by_name[key]) for start, end, key in finder.find(text)
        ]
        if not components:
            return found
        for start, end, key in self._component_finder.find(text):
            # A component of several frameworks is that of the earliest.
            found.append(Mention(start, end, text[start:end], self._by_component[key][0][1]))
        return _without_overlap(found)


_TELLING = ("库", "系统", "工程", "网", "平台")


def _found(name: str) -> Found:
    """Say where the name of a component counts: 人口基础信息库 anywhere, 金税 before 工程, 公共服务 in quotes."""
    if name.isascii() or (len(name) > 2 and name.endswith(_TELLING)):
        return Found.ALWAYS
    return Found.QUOTED if name.startswith("金") and len(name) == 2 else Found.PLAIN


def _without_overlap(found: list[FrameworkMention]) -> list[FrameworkMention]:
    """Put mentions in order of start: the longer of two that overlap, a framework before a component of its name."""
    kept: list[FrameworkMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, isinstance(m.value, Component))):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def find_frameworks(text: str, components: bool = False, plain: bool = False) -> list[FrameworkMention]:
    """Find every framework that a text names by its slogan, in order of start (查找框架口号).

    Names and variants are read quoted or not, with blanks between their characters and with 、 between their groups;
    of two names that start alike the longest counts, and mentions do not overlap. A name that is also an ordinary word
    (五公开, 秒批) counts in quotes or before 改革, 工程 and the like. With `components` the components are found as well
    (金税工程, 人口基础信息库; one of several frameworks has the component of the earliest as its value); with `plain`
    also names that are no slogan (数字政府, 全国一体化政务服务平台). Linear in the length of the text.

    >>> [(m.text, str(m.value)) for m in find_frameworks("“双随机”、“一公开”和“互联网＋”政务服务")]
    [('双随机”、“一公开', '双随机、一公开'), ('互联网＋”政务服务', '互联网+政务服务')]
    """
    return frameworks.find(text, components, plain)


def load_frameworks(path: str | Path) -> tuple[Framework, ...]:
    """Read one's own frameworks from a TOML or JSON file (读入自建框架), validated as those of the table are.

    The file holds one framework, or a list of them under `framework` (in JSON also a bare list). ReadError for a file
    that is neither; pydantic's ValidationError for a framework that contradicts itself.
    """
    path = Path(path)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
        content: Any = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError("framework.file", f"{path.name} is neither TOML nor JSON in UTF-8: {error}") from error
    if isinstance(content, dict) and "framework" in content:
        content = content["framework"]
    return tuple(Framework.model_validate(each) for each in (content if isinstance(content, list) else [content]))


def _cells(row: dict[str, str], *names: str) -> dict[str, tuple[str, ...]]:
    """Return the cells of a row that list something, split at |."""
    return {name: tuple(row[name].split("|")) for name in names if row[name]}


def _texts(row: dict[str, str], *names: str) -> dict[str, str]:
    """Return the cells of a row that say something."""
    return {name: row[name] for name in names if row[name]}


def _read_table() -> Iterator[Framework]:
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


def _read_found() -> dict[str, Found]:
    return {row["name"]: Found(row["found"]) for row in rows("framework_names")}


frameworks = FrameworkTable(_read_table, _read_found)
"""The frameworks that egovkit knows (已知框架), from 三金工程 (1993) to the 政务数据共享条例 (2025)."""
