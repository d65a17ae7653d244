"""The table of organs and their codes (机关登记表): who issued 国办发〔2014〕66号, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Final

from egovkit.catalogue.collection import Table
from egovkit.data import rows
from egovkit.errors import AmbiguousTerm, UnknownTerm
from egovkit.grammar.codes import STATE, canonical_code
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.organ import ChangeKind, Organ, OrganChange, OrganCode, OrganLevel, Period
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_CODE, MAX_ORGANS

__all__ = ["OrganTable", "organs"]

_SEPARATORS: Final = re.compile(r"[\s、,，/;；]+")
_CONJUNCTIONS: Final = ("以及", "和", "与", "及")
_SESSION: Final = re.compile(r"第[〇零一二三四五六七八九十百0-9]{1,4}届")
_OFFICES: Final = ("办公厅", "办公室")
_BRACKETS: Final = str.maketrans("(〔[［﹝)〕]］﹞", "（（（（（）））））")
_OPPOSITE: Final = {"predecessors": "successors", "successors": "predecessors"}
_LONGEST_TAIL: Final = 8
_LONGEST_HISTORY: Final = 200

_Rows = Mapping[str, list[dict[str, str]]]


def _grouped(table: str, key: str) -> _Rows:
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows(table):
        groups.setdefault(row[key], []).append(row)
    return groups


def _plain(code: str) -> str:
    return squeeze(code).translate(_BRACKETS)


def _year(text: str) -> int | None:
    return int(text) if text else None


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


class OrganTable(Table[Organ]):
    """The organs egovkit knows, with their names, codes and history (机关表); `organs` is the one of this package.

    Iterable over its organs. Nothing is read before the first question. A question about one organ (`get` and
    `table[name]` among them) raises UnknownTerm where the table has no answer, and AmbiguousTerm where it has several;
    a question about candidates gives an empty tuple.

    >>> organs.of("国办发〔2014〕66号")[0].name, organs.of("财政部 税务总局公告2020年第8号")[1].name
    ('国务院办公厅', '国家税务总局')
    >>> [o.name for o in organs.of("宁政发〔2014〕1号")]
    ['南京市人民政府', '宁夏回族自治区人民政府']
    """

    _what = "organs"

    def __init__(self, own: Iterable[Organ] = (), own_codes: Iterable[OrganCode] = ()) -> None:
        self._own = {organ.name: organ for organ in own}
        self._own_codes = {(_plain(code.code), code.organ): code for code in own_codes}

    def with_own(self, *own: Organ | OrganCode) -> OrganTable:
        """Return this table with organs and codes of one's own added (合并).

        An organ takes the place of one of the same name, a code that of the same code of the same organ; else a code
        that others have too is a candidate more. UnknownTerm where a code is of an organ that neither has.

        >>> bureau = Organ(name="某市大数据局", short_name="市数局", aliases=("市数局",), level="city")
        >>> mine = organs.with_own(bureau, OrganCode(code="某数发", organ="某市大数据局", source="本局"))
        >>> mine.of("某数发〔2024〕1号")[0].short_name, mine.get("市数局").name, "某市大数据局" in organs
        ('市数局', '某市大数据局', False)
        """
        added = [row for row in own if isinstance(row, Organ)]
        codes = [row for row in own if isinstance(row, OrganCode)]
        table = OrganTable((*self._own.values(), *added), (*self._own_codes.values(), *codes))
        for code in codes:
            if not table._has(code.organ):
                raise UnknownTerm("organs", code.organ)
        return table

    def __iter__(self) -> Iterator[Organ]:
        return map(self._organ, self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, name: object) -> bool:
        if isinstance(name, Organ):
            return self._has(name.name) and self._organ(name.name) == name
        return isinstance(name, str) and bool(self.named(name))

    def __getitem__(self, name: str) -> Organ:
        return self.get(name)

    # ---- by number and code

    def of(self, number: IssuanceNumber | str) -> tuple[Organ, ...]:
        """Return the organs that issued a number (发文机关), as of its year: all candidates, or those it names.

        Of a regular number whose code several organs share, all of them. Of an order or announcement, the organs
        named in front of 令 or 公告 in their order, or those of the code that stands there (粤府令); one that the
        table lacks is left out.

        >>> [o.name for o in organs.of("建标〔2005〕1号")], [o.name for o in organs.of("建标〔2015〕1号")]
        (['建设部'], ['住房和城乡建设部'])
        """
        if isinstance(number, str):
            number = IssuanceNumber.parse(number)
        if number.code is None:
            return ()
        if number.form is NumberForm.REGULAR:
            return self.by_code(number.code, number.year)
        return self.named_in(number.code, number.year) or self.by_code(number.code, number.year)

    def by_code(self, code: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs whose documents bear a code (代字查机关): all candidates as of the year.

        >>> [o.name for o in organs.by_code("国办发")], organs.by_code("某某发")
        (['国务院办公厅'], ())
        """
        return tuple(self._organ(name) for name in _distinct(row.organ for row in self.codes(code, year)))

    def codes(self, code: str, year: int | None = None) -> tuple[OrganCode, ...]:
        """Return what the registry says of a code (代字登记), as of the year.

        A code of no row that is a known organ's letters and a tail gives a row of confidence `inferred`; so does
        a row from before its organ had its present name, which gives the organ's name of that year.

        >>> organs.codes("国卫办食品函", 2015)[0].organ, organs.codes("国卫办食品函", 2015)[0].confidence
        ('国家卫生和计划生育委员会办公厅', 'inferred')
        """
        code = _plain(code[: 2 * MAX_CODE])
        known = self._registered(code)
        if not known:
            code = canonical_code(code)
            known = self._registered(code) or self._inferred(code)
        if year is None:
            return known
        dated: dict[str, OrganCode] = {}
        for row in known:
            if row.valid(year) and (then := self._as_of(row, year)):
                dated.setdefault(then.organ, then)
        return tuple(dated.values())

    def codes_of(self, organ: Organ | str, year: int | None = None) -> tuple[OrganCode, ...]:
        """Return the registered codes of an organ (机关的代字), in order; UnknownTerm where the organ is not known.

        >>> [c.code for c in organs.codes_of("国务院信息化工作办公室")]
        ['国信办', '国信办函', '国信办综函']
        """
        name = organ.name if isinstance(organ, Organ) else self.get(organ, year).name
        shipped = (code for code in map(self._code, self._codes_by_organ.get(name, ())) if self._stands(code))
        own = (code for (_, organ), code in self._own_codes.items() if organ == name)
        return tuple(code for code in (*shipped, *own) if year is None or code.valid(year))

    # ---- by name

    def named(self, name: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs that go by a name (按名称查): full or short, with or without 中华人民共和国 and 第…届.

        >>> [o.name for o in organs.named("国家计委")], [o.name for o in organs.named("国家计委", 2001)]
        (['国家发展计划委员会', '国家计划委员会'], ['国家发展计划委员会'])
        """
        surface = _SESSION.sub("", squeeze(name[: 2 * MAX_ORGANS]))
        found = self._surfaces.get(surface)
        if found is None and surface.startswith(STATE):
            surface = surface[len(STATE) :]
            found = self._surfaces.get(surface)
        known = tuple(map(self._organ, found)) if found else self._office(surface)
        return known if year is None else tuple(organ for organ in known if organ.existed(year) is not False)

    def named_in(self, text: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs of a list as printed in front of 令 or 公告 (联合发文机关), in its order.

        They stand apart by blanks, 、 or 和, or side by side.

        >>> [o.name for o in organs.named_in("国家发展改革委、财政部和税务总局")]
        ['国家发展和改革委员会', '财政部', '国家税务总局']
        """
        found: list[Organ] = []
        for part in _SEPARATORS.split(text[:MAX_ORGANS].strip()):
            found += self.named(part, year) or [organ for name in self._cut(part) for organ in self.named(name, year)]
        return tuple(dict.fromkeys(found))

    def get(self, name: str, year: int | None = None) -> Organ:
        """Return the one organ of a name (取机关).

        UnknownTerm where the table has none, AmbiguousTerm where it has several of that name; a year may tell them
        apart. A full name goes before a short name.

        >>> organs.get("中华人民共和国工业和信息化部").short_name
        '工信部'
        """
        found = self.named(name, year)
        plain = squeeze(name[: 2 * MAX_ORGANS]).removeprefix(STATE)
        exact = [organ for organ in found if organ.name == plain]
        if len(exact) == 1:
            return exact[0]
        if len(found) > 1:
            raise AmbiguousTerm("organs", name, (organ.name for organ in found))
        if not found:
            raise UnknownTerm("organs", name)
        return found[0]

    # ---- history

    def existed(self, name: str, year: int) -> bool | None:
        """Say whether an organ of this name existed in a year (是否存续); None where that is not known.

        >>> organs.existed("信息产业部", 2005), organs.existed("信息产业部", 2010), organs.existed("国家计委", 2001)
        (True, False, True)
        """
        found = self.named(name)
        if not found:
            raise UnknownTerm("organs", name)
        known = {organ.existed(year) for organ in found}
        return True if True in known else None if None in known else False

    def predecessors(self, name: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs that this one continues (前身).

        >>> [o.name for o in organs.predecessors("工信部")]
        ['信息产业部', '国务院信息化工作办公室', '国防科学技术工业委员会']
        """
        return self._tied(self.get(name, year), "predecessors")

    def successors(self, name: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs that continue this one (后继机构).

        >>> [o.name for o in organs.successors("信息产业部")]
        ['工业和信息化部']
        """
        return self._tied(self.get(name, year), "successors")

    def lineage(self, name: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return an organ with all it came from and all that came of it (沿革), in order of first years.

        >>> [o.name for o in organs.lineage("环境保护部")][-4:]
        ['国家环境保护局', '国家环境保护总局', '环境保护部', '生态环境部']
        """
        start = self.get(name, year)
        found = {start.name: start}
        for direction in _OPPOSITE:
            todo = [start]
            while todo:
                for other in self._tied(todo.pop(), direction):
                    if other.name not in found:
                        found[other.name] = other
                        todo.append(other)
        return tuple(sorted(found.values(), key=lambda organ: (organ.valid_from or 0, organ.valid_to or 9999)))

    def changes(self, name: str | None = None) -> tuple[OrganChange, ...]:
        """Return the steps in the history of an organ, or of all (机构变更), in order of years.

        >>> print(*organs.changes("国家税务总局"))
        国家税务局 → 国家税务总局 (1993, renamed)
        """
        if name is None:
            return self._changes
        full = self.get(name).name
        return tuple(change for change in self._changes if full in (change.predecessor, change.successor))

    def where(self, *, level: OrganLevel | str | None = None, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs of a level, of a year, or of both (筛选); those of unknown years are among them.

        >>> "铁道部" in [o.name for o in organs.where(level="ministry", year=2010)]
        True
        """
        wanted = None if level is None else OrganLevel(level)
        return tuple(
            organ
            for organ in self
            if (wanted is None or organ.level is wanted) and (year is None or organ.existed(year) is not False)
        )

    # ---- what the answers are made of

    @cached_property
    def _names(self) -> _Rows:
        return _grouped("organ_names", "name")

    @cached_property
    def _order(self) -> tuple[str, ...]:
        return _distinct((*self._names, *self._own))

    @cached_property
    def _codes(self) -> _Rows:
        return _grouped("organs", "code")

    @cached_property
    def _own_by_code(self) -> Mapping[str, list[OrganCode]]:
        groups: dict[str, list[OrganCode]] = {}
        for (letters, _), code in self._own_codes.items():
            groups.setdefault(letters, []).append(code)
        return groups

    @cached_property
    def _codes_by_organ(self) -> _Rows:
        return _grouped("organs", "organ")

    @cached_property
    def _stems(self) -> _Rows:
        return _grouped("organ_stems", "stem")

    @cached_property
    def _tails(self) -> frozenset[str]:
        return frozenset(row["functional_class"] for row in rows("organs"))

    @cached_property
    def _surfaces(self) -> Mapping[str, tuple[str, ...]]:
        surfaces: dict[str, tuple[str, ...]] = {}
        shipped = ((row["name"], row["aliases"].split("|")) for row in rows("organ_names"))
        own = ((organ.name, map(squeeze, (*organ.names, organ.short_name or ""))) for organ in self._own.values())
        for name, others in chain((named for named in shipped if named[0] not in self._own), own):
            for surface in filter(None, (name, *others)):
                surfaces[surface] = _distinct((*surfaces.get(surface, ()), name))
        return surfaces

    @cached_property
    def _longest_surface(self) -> int:
        return max(map(len, self._surfaces))

    @cached_property
    def _changes(self) -> tuple[OrganChange, ...]:
        return tuple(OrganChange.model_validate(row) for row in rows("organ_changes"))

    @cached_property
    def _known(self) -> dict[str, Organ]:
        return dict(self._own)

    @cached_property
    def _known_codes(self) -> dict[int, OrganCode]:
        return {}

    def _organ(self, name: str) -> Organ:
        organ = self._known.get(name)
        if organ is None:
            organ = self._known[name] = self._made(name)
        return organ

    def _made(self, name: str) -> Organ:
        of_name = self._names[name]
        last = of_name[-1]
        ends = {_year(row["valid_to"]) for row in of_name}
        return Organ(
            name=name,
            short_name=last["short_name"] or None,
            aliases=_distinct(a for row in of_name for a in row["aliases"].split("|") if a),
            level=OrganLevel(last["level"]),
            periods=tuple(Period(start=_year(row["valid_from"]), end=_year(row["valid_to"])) for row in of_name),
            parent=last["parent"] or None,
            # An organ that takes over another's tasks does not continue it; one that gives some up goes on itself.
            predecessors=_distinct(
                c.predecessor for c in self._changes if c.successor == name and c.kind is not ChangeKind.ABSORBED
            ),
            successors=_distinct(c.successor for c in self._changes if c.predecessor == name and c.year in ends),
            source=last["source"],
            confidence="sure" if last["confidence"] == "sure" else "likely",
        )

    def _code(self, row: dict[str, str]) -> OrganCode:
        # Rows are cached by `rows`, so that each is one object for good.
        code = self._known_codes.get(id(row))
        if code is None:
            parts = {key: value for key, value in row.items() if value and key != "level"}
            code = self._known_codes[id(row)] = OrganCode.model_validate(parts)
        return code

    def _has(self, name: str) -> bool:
        return name in self._own or name in self._names

    def _registered(self, code: str) -> tuple[OrganCode, ...]:
        """Return the rows of a code, those of the registry first."""
        shipped = (row for row in map(self._code, self._codes.get(code, ())) if self._stands(row))
        return (*shipped, *self._own_by_code.get(code, ()))

    def _stands(self, row: OrganCode) -> bool:
        """Say whether no row of one's own stands in place of one of the registry."""
        return (row.code, row.organ) not in self._own_codes

    def _tied(self, organ: Organ, direction: str) -> tuple[Organ, ...]:
        """Return the organs that one names as its predecessors or successors, and those of one's own that name it."""
        others = (own.name for own in self._own.values() if organ.name in getattr(own, _OPPOSITE[direction]))
        names = _distinct((*getattr(organ, direction), *others))
        return tuple(self._organ(name) for name in names if self._has(name))

    def _as_of(self, row: OrganCode, year: int) -> OrganCode | None:
        """Return the row under its organ's name of the year; None where there was no such organ."""
        organ, bound = self._organ(row.organ), year + _LONGEST_HISTORY
        while organ.existed(year) is False:
            renamed = [
                change
                for change in self._changes
                if change.successor == organ.name and change.kind is ChangeKind.RENAMED and year <= change.year < bound
            ]
            if len(renamed) != 1:
                return None
            organ, bound = self._organ(renamed[0].predecessor), renamed[0].year
        if organ.name == row.organ:
            return row
        return row.model_copy(update={"organ": organ.name, "confidence": "inferred"})

    def _inferred(self, code: str) -> tuple[OrganCode, ...]:
        for cut in range(min(len(code) - 1, MAX_CODE), 1, -1):
            stems = self._stems.get(code[:cut])
            if stems is not None:
                tail = code[cut:]
                return tuple(
                    OrganCode(
                        code=code,
                        organ=row["organ"],
                        valid_from=_year(row["valid_from"]),
                        valid_to=_year(row["valid_to"]),
                        source=row["source"],
                        confidence="inferred",
                    )
                    for row in stems
                    if self._fits(tail, row["tail"])
                )
        return ()

    def _fits(self, tail: str, rule: str) -> bool:
        # 办 and 厅 behind a stem are an office of the organ, which has a stem of its own or is not known.
        if tail[0] in "办厅党":
            return False
        return tail in self._tails if rule == "class" else len(tail) <= _LONGEST_TAIL and min(tail) >= "\u4e00"

    def _office(self, surface: str) -> tuple[Organ, ...]:
        """Return the offices of organs that have no row of their own (办公厅)."""
        found = []
        for office in _OFFICES:
            for name in self._surfaces.get(surface.removesuffix(office), ()) if surface.endswith(office) else ():
                organ = self._organ(name)
                if organ.parent is None:
                    aliases = tuple(alias + office for alias in organ.aliases)
                    changed = {"name": name + office, "aliases": aliases, "parent": name, "confidence": "inferred"}
                    short = organ.short_name and organ.short_name + office
                    nothing: dict[str, object] = {"predecessors": (), "successors": ()}
                    found.append(organ.model_copy(update=changed | {"short_name": short} | nothing))
        return tuple(found)

    def _cut(self, text: str) -> tuple[str, ...]:
        """Cut names that stand side by side into those the table has; () where that leaves a rest."""
        reached: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(1, len(text) + 1):
            for start in range(max(0, end - self._longest_surface), end):
                before, piece = reached.get(start), text[start:end]
                if before is None:
                    continue
                if piece in self._surfaces:
                    reached[end] = (*before, piece)
                    break
                if before and piece in _CONJUNCTIONS:
                    reached[end] = before
                    break
        return reached.get(len(text), ())


organs: Final = OrganTable()
"""The organs of this package (机关表)."""
