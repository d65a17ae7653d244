"""The table of frameworks (框架表), and their names in a text.

>>> str(frameworks["两网四库十二金"].set_by)
'中办发〔2002〕17号'
>>> [m.text for m in find_frameworks("深化“放管服”改革，推进政务服务“一网、一门、一次”")]
['放管服', '一网、一门、一次']
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Never, Self

from egovkit.catalogue.collection import Table
from egovkit.catalogue.framework_names import Found, NameFinder, fold_name
from egovkit.catalogue.framework_rows import read_found, read_frameworks
from egovkit.catalogue.issuers import issuers_meant
from egovkit.errors import ReadError
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import Component
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.mention import Mention
from egovkit.text.toml import toml_of

__all__ = ["FrameworkTable", "find_frameworks", "frameworks", "load_frameworks"]

FrameworkMention = Mention[Framework | Component]


class FrameworkTable(Table[str, Framework]):
    """A table of frameworks (框架表), asked as every table is (see `Table`), quotes, blanks and 、 of a name aside.

    `frameworks` is the one that comes along; `FrameworkTable([…])` makes one of your own. It is filled when it is first
    asked.

    >>> len(frameworks) > 44, "“三网、一库”" in frameworks
    (True, True)
    """

    _what = "frameworks"
    _row = Framework

    def __init__(
        self,
        read: Callable[[], Iterable[Framework]] | Iterable[Framework] = (),
        found: Callable[[], dict[str, Found]] = dict,
    ) -> None:
        self._read = read if callable(read) else tuple(read)
        self._found = found

    def with_own(self, rows: Iterable[Framework], /) -> Self:
        """Return this table with frameworks of one's own added (合并), each in the place of the one of its name.

        In a text, a name that one of your own shares with another is a mention of your own.

        >>> province = Framework.parse("一库三平台")
        >>> [str(m.value) for m in frameworks.with_own([province]).mentions_in("建设“一库三平台”，推进一网通办")]
        ['一库三平台', '一网通办']
        """
        own = self._own(rows, Framework)
        names = {fold_name(framework.name) for framework in own}
        return type(self)((*(each for each in self if fold_name(each.name) not in names), *own), self._found)

    @cached_property
    def _all(self) -> tuple[Framework, ...]:
        if not callable(self._read):
            return self._read
        return tuple(self._read())

    @cached_property
    def _by_name(self) -> dict[str, tuple[Framework, ...]]:
        known: dict[str, tuple[Framework, ...]] = {}
        for framework in self._all:
            for key in {fold_name(name) for name in framework.names}:
                known[key] = (*known.get(key, ()), framework)
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

    def find(self, text: str, /) -> tuple[Framework, ...]:
        """Return the frameworks of a name or variant (查找框架); for the names in a whole text: `find_frameworks`.

        >>> [str(framework) for framework in frameworks.find("两网一站四库十二金")]
        ['两网四库十二金']
        """
        return self._by_name.get(fold_name(text), ())

    def where(
        self, *, year: int | None = None, issuer: str | None = None, region: str | None = None, **unknown: Never
    ) -> Self:
        """Return the frameworks that fit every condition, as a table (筛选).

        - `year`: begun by then and not known to have ended before it; one of unknown years is of none.
        - `issuer`: one of those who put it forward, by full or short name.
        - `region`: one of those where it holds, "" for the whole country.

        >>> [str(framework) for framework in frameworks.where(year=2003, issuer="国家信息化领导小组")]
        ['两网四库十二金']
        """
        return self._where({"year": year, "issuer": issuer, "region": region, **unknown})

    def _of_year(self, value: Any) -> Callable[[Framework], bool]:
        year = self._year(value)
        return lambda each: each.since is not None and each.since <= year <= (each.until or year)

    def _of_issuer(self, value: Any) -> Callable[[Framework], bool]:
        meant = issuers_meant(self._what, value, (name for each in self._whole for name in each.issuers))
        return lambda each: any(meant(name, each.since) for name in each.issuers)

    def _of_region(self, value: Any) -> Callable[[Framework], bool]:
        region = self._known("region", value, {"", *(name for each in self._whole for name in _regions(each))})
        return lambda each: region in _regions(each)

    _conditions: ClassVar = {"year": _of_year, "issuer": _of_issuer, "region": _of_region}

    def _names(self, row: Framework) -> Iterable[str]:
        return row.names

    def _part(self, rows: Iterable[Framework]) -> Self:
        return type(self)(rows, self._found)

    def _bearers(self, key: str) -> tuple[Framework, ...]:
        found = self.find(key)
        return tuple(each for each in found if fold_name(each.name) == fold_name(key)) or found

    def set_by(self, number: IssuanceNumber | str) -> tuple[Framework, ...]:
        """Return the frameworks that a document set or belongs to (按文件), by its number in any print.

        >>> [str(f) for f in frameworks.set_by("中办发[2002]17号")]
        ['两网四库十二金']
        """
        from egovkit.models.policy import policy_key  # noqa: PLC0415  (records of policies, which no framework needs)

        key = policy_key(number)
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

    def mentions_in(self, text: str, components: bool = False, plain: bool = False) -> list[FrameworkMention]:
        """Find the names of the table in a text, as `find_frameworks` does (文中的框架)."""
        finder = self._plain_finder if plain else self._finder
        found: list[FrameworkMention] = [
            Mention(start, end, text[start:end], self._by_name[key][-1]) for start, end, key in finder.find(text)
        ]
        if not components:
            return found
        for start, end, key in self._component_finder.find(text):
            # A component of several frameworks is that of the earliest.
            found.append(Mention(start, end, text[start:end], self._by_component[key][0][1]))
        return _without_overlap(found)


def _regions(framework: Framework) -> list[str]:
    return (framework.region or "").split("|")


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
    return frameworks.mentions_in(text, components, plain)


def load_frameworks(path: str | Path) -> tuple[Framework, ...]:
    """Read one's own frameworks from a TOML or JSON file (读入自建框架), validated as those of the table are.

    The file holds one framework, or a list of them under `framework` (in JSON also a bare list). ReadError for a file
    that is neither; pydantic's ValidationError for a framework that contradicts itself.
    """
    path = Path(path)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
        content: Any = json.loads(text) if path.suffix.lower() == ".json" else toml_of(text)
    except (ValueError, RecursionError) as error:
        message = "{file} is neither TOML nor JSON in UTF-8: {reason}"
        raise ReadError("framework.file", message, file=path.name, reason=error) from error
    if isinstance(content, dict) and "framework" in content:
        content = content["framework"]
    return tuple(Framework.model_validate(each) for each in (content if isinstance(content, list) else [content]))


frameworks = FrameworkTable(read_frameworks, read_found)
"""The frameworks that egovkit knows (已知框架), from 三金工程 (1993) to the 政务数据共享条例 (2025)."""
