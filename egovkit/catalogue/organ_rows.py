"""The rows of the tables of organs as values (机关行), with rows of one's own in their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from egovkit.catalogue.collection import Remade
from egovkit.data import rows
from egovkit.models.organ import ChangeKind, Organ, OrganChange, OrganCode, OrganLevel, Period
from egovkit.text.folding import squeeze

__all__ = ["OrganRows", "bare_code", "distinct", "year_in"]

_BRACKETS: Final = str.maketrans("(〔[［﹝)〕]］﹞", "（（（（（）））））")
_Rows = Mapping[str, list[dict[str, str]]]


def bare_code(code: str) -> str:
    """Return a code without blanks, its brackets those of the table (代字比对形式).

    >>> bare_code("法 (研) 发")
    '法（研）发'
    """
    return squeeze(code).translate(_BRACKETS)


def year_in(cell: str) -> int | None:
    """Return the year that a cell holds (年份单元格); None where it is empty."""
    return int(cell) if cell else None


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return names each once, in order (去重)."""
    return tuple(dict.fromkeys(names))


def _grouped(table: str, key: str) -> _Rows:
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows(table):
        groups.setdefault(row[key], []).append(row)
    return groups


class OrganRows(Remade):
    """Organs, codes and changes (机关、代字、沿革), those that come along and one's own; none is read before it is asked for."""

    def __init__(self, own: Iterable[Organ] = (), own_codes: Iterable[OrganCode] = ()) -> None:
        self.own = {organ.name: organ for organ in own}
        self.own_codes = {(bare_code(code.code), code.organ): code for code in own_codes}

    def with_own(self, own: Iterable[Organ], own_codes: Iterable[OrganCode]) -> OrganRows:
        """Return these rows and more of one's own (合并)."""
        return OrganRows((*self.own.values(), *own), (*self.own_codes.values(), *own_codes))

    # ---- organs

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The full names of all organs, in order (全部机关名)."""
        return distinct((*self._by_name, *self.own))

    def has(self, name: str) -> bool:
        """Say whether there is an organ of a full name (有无此机关), in a row or by composition."""
        return name in self.own or name in self._by_name or bool(self.composed(name))

    def organ(self, name: str) -> Organ:
        """Return the organ of a full name that these rows have, or that is composed (机关), always the same object."""
        organ = self._known.get(name)
        if organ is None:
            if name not in self._by_name:
                return self.composed(name)[0]
            organ = self._known[name] = self._made(name)
        return organ

    def composed(self, name: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the local organs that a name can mean (地方机关), each by its row where it has one."""
        from egovkit.catalogue.local_organs import composed  # noqa: PLC0415

        found = composed(name, year)
        return tuple(self._one(organ) for organ in found)

    def _one(self, organ: Organ) -> Organ:
        if organ.name in self.own or organ.name in self._by_name:
            return self.organ(organ.name)
        return self._composed.setdefault((organ.name, organ.region), organ)

    @cached_property
    def surfaces(self) -> Mapping[str, tuple[str, ...]]:
        """Every name, full or short, with the full names of the organs that go by it (名称索引)."""
        surfaces: dict[str, tuple[str, ...]] = {}
        for name, others in self._surfaces():
            for surface in filter(None, (name, *others)):
                surfaces[surface] = distinct((*surfaces.get(surface, ()), name))
        return surfaces

    @cached_property
    def longest_surface(self) -> int:
        """The length of the longest name (最长名称)."""
        return max(map(len, self.surfaces))

    def _surfaces(self) -> Iterator[tuple[str, Iterable[str]]]:
        for row in rows("organ_names"):
            if row["name"] not in self.own:
                yield row["name"], row["aliases"].split("|")
        for organ in self.own.values():
            yield organ.name, map(squeeze, (*organ.names, organ.short_name or ""))

    @cached_property
    def changes(self) -> tuple[OrganChange, ...]:
        """The steps in the history of the organs, in order of years (机构变更)."""
        return tuple(OrganChange.model_validate(row) for row in rows("organ_changes"))

    @cached_property
    def _by_name(self) -> _Rows:
        return _grouped("organ_names", "name")

    @cached_property
    def _composed(self) -> dict[tuple[str, str | None], Organ]:
        # A name may be that of one region after another.
        return {}

    @cached_property
    def _known(self) -> dict[str, Organ]:
        return dict(self.own)

    def _made(self, name: str) -> Organ:
        of_name = self._by_name[name]
        last = of_name[-1]
        ends = {year_in(row["valid_to"]) for row in of_name}
        return Organ(
            name=name,
            short_name=last["short_name"] or None,
            aliases=distinct(a for row in of_name for a in row["aliases"].split("|") if a),
            level=OrganLevel(last["level"]),
            periods=tuple(Period(start=year_in(row["valid_from"]), end=year_in(row["valid_to"])) for row in of_name),
            parent=last["parent"] or None,
            region=last["region"] or None,
            # An organ that takes over another's tasks does not continue it; one that gives some up goes on itself.
            predecessors=distinct(
                c.predecessor for c in self.changes if c.successor == name and c.kind is not ChangeKind.ABSORBED
            ),
            successors=distinct(c.successor for c in self.changes if c.predecessor == name and c.year in ends),
            source=last["source"],
            confidence="sure" if last["confidence"] == "sure" else "likely",
        )

    # ---- codes

    def of_code(self, code: str) -> tuple[OrganCode, ...]:
        """Return the rows of a code, those of the registry first (某代字的登记行)."""
        shipped = (row for row in map(self._code, self._codes.get(code, ())) if self._stands(row))
        return (*shipped, *self._own_by_code.get(code, ()))

    def of_organ(self, name: str) -> tuple[OrganCode, ...]:
        """Return the rows of an organ by its full name (某机关的登记行)."""
        shipped = (code for code in map(self._code, self._codes_by_organ.get(name, ())) if self._stands(code))
        return (*shipped, *(code for (_, organ), code in self.own_codes.items() if organ == name))

    @cached_property
    def stems(self) -> _Rows:
        """The letters that an organ's codes begin with (代字字头), by their letters."""
        return _grouped("organ_stems", "stem")

    @cached_property
    def tails(self) -> frozenset[str]:
        """The letters that tell the kind of a document (文种代字)."""
        return frozenset(row["functional_class"] for row in rows("organs"))

    @cached_property
    def _codes(self) -> _Rows:
        return _grouped("organs", "code")

    @cached_property
    def _codes_by_organ(self) -> _Rows:
        return _grouped("organs", "organ")

    @cached_property
    def _own_by_code(self) -> Mapping[str, list[OrganCode]]:
        groups: dict[str, list[OrganCode]] = {}
        for (letters, _), code in self.own_codes.items():
            groups.setdefault(letters, []).append(code)
        return groups

    @cached_property
    def _known_codes(self) -> dict[int, OrganCode]:
        return {}

    def _code(self, row: dict[str, str]) -> OrganCode:
        # Rows are cached by `rows`, so that each is one object for good.
        code = self._known_codes.get(id(row))
        if code is None:
            parts = {key: value for key, value in row.items() if value and key != "level"}
            code = self._known_codes[id(row)] = OrganCode.model_validate(parts)
        return code

    def _stands(self, row: OrganCode) -> bool:
        """Say whether no row of one's own is in place of one of the registry."""
        return (row.code, row.organ) not in self.own_codes
