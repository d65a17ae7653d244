"""The table of organs and their codes (机关登记表): who issued 国办发〔2014〕66号, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, Final, Never, Self

from egovkit.catalogue.code_lookup import code_rows, lettered
from egovkit.catalogue.collection import Table
from egovkit.catalogue.organ_history import Direction, neighbours, whole_line
from egovkit.catalogue.organ_names import names_listed, organs_named, plain_name
from egovkit.catalogue.organ_rows import OrganRows, distinct
from egovkit.catalogue.regions import Regions, region_in
from egovkit.errors import UnknownTerm
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.organ import Organ, OrganChange, OrganCode, OrganLevel
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_ORGANS
from egovkit.text.patterns import LatePattern

__all__ = ["OrganTable", "organs"]

# What stands before the place in the name of a local organ.
_BEFORE: Final = LatePattern(
    "中国共产党|中共|国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|中国人民银行|中国共产主义青年团|共青团"
)


class OrganTable(Table[str, Organ]):
    """The organs egovkit knows, with their names, codes and history (机关表); `organs` is the one of this package.

    Asked as every table is (see `Table`), by full and short names; by number and code besides. Nothing is read before
    the first question. A question about one organ raises UnknownTerm and AmbiguousTerm as `organs[name]` does; a
    question about candidates gives an empty tuple. What `where` gives answers of its own organs alone.

    >>> organs.of("国办发〔2014〕66号")[0].name, organs.of("财政部 税务总局公告2020年第8号")[1].name
    ('国务院办公厅', '国家税务总局')
    >>> [o.name for o in organs.of("宁政发〔2014〕1号")]
    ['南京市人民政府', '宁夏回族自治区人民政府']
    >>> organs.where(year=2001)["国家计委"].name
    '国家发展计划委员会'
    """

    _what = "organs"
    _row = Organ

    def __init__(self, rows: OrganRows | None = None, kept: frozenset[str] | None = None) -> None:
        self._rows = OrganRows() if rows is None else rows
        # The full names that a part of the table holds; None of the whole.
        self._kept = kept

    def with_own(self, rows: Iterable[Organ | OrganCode], /) -> Self:
        """Return this table with organs and codes of one's own added (合并).

        An organ takes the place of one of the same name, a code that of the same code of the same organ; else a code
        that others have too is a candidate more. UnknownTerm where a code is of an organ that neither has.

        >>> bureau = Organ(name="某市大数据局", short_name="市数局", aliases=("市数局",), level="city")
        >>> mine = organs.with_own([bureau, OrganCode(code="某数发", organ="某市大数据局", source="本局")])
        >>> mine.of("某数发〔2024〕1号")[0].short_name, mine["市数局"].name, "某市大数据局" in organs
        ('市数局', '某市大数据局', False)
        """
        own = self._own(rows, Organ, OrganCode)
        added = [row for row in own if isinstance(row, Organ)]
        codes = [row for row in own if isinstance(row, OrganCode)]
        kept = None if self._kept is None else self._kept.union(organ.name for organ in added)
        table = type(self)(self._rows.with_own(added, codes), kept)
        for code in codes:
            if not table._rows.has(code.organ):
                raise UnknownTerm(self._what, code.organ, self._near(code.organ))
        return table

    def __iter__(self) -> Iterator[Organ]:
        return (self._rows.organ(name) for name in self._rows.names if self._keeps(name))

    def __len__(self) -> int:
        return len(self._rows.names) if self._kept is None else len(self._kept)

    # ---- by number and code

    def of(self, number: IssuanceNumber | str) -> tuple[Organ, ...]:
        """Return the organs that issued a number (发文机关), as of its year: all candidates, or those it names.

        Of a regular number whose code several organs share, all of them. Of an order or announcement, the organs
        named before 令 or 公告 in their order, or those of the code that is there (粤府令); one that the table lacks is
        left out. A code alone is answered as by `by_code`.

        >>> [[o.name for o in organs.of(number)] for number in ("建标〔2005〕1号", "建标〔2015〕1号", "湘发改")]
        [['建设部'], ['住房和城乡建设部'], ['湖南省发展和改革委员会']]
        """
        if isinstance(number, str):
            if "号" not in number and (found := self.by_code(number)):
                return found
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
        return tuple(map(self._rows.organ, distinct(row.organ for row in self.codes(code, year))))

    def codes(self, code: str, year: int | None = None) -> tuple[OrganCode, ...]:
        """Return what the registry says of a code (代字登记), as of the year.

        A code of no row that is a known organ's letters and a tail gives a row of confidence `inferred`; so does a row
        from before its organ had its present name, which gives the organ's name of that year. The letters of a place and
        of a department give rows of confidence `composed`: candidates.

        >>> organs.codes("国卫办食品函", 2015)[0].organ, organs.codes("国卫办食品函", 2015)[0].confidence
        ('国家卫生和计划生育委员会办公厅', 'inferred')
        """
        return tuple(row for row in code_rows(self._rows, code, year) if self._keeps(row.organ))

    def codes_of(self, organ: Organ | str, year: int | None = None) -> tuple[OrganCode, ...]:
        """Return the registered codes of an organ (机关的代字), in order; UnknownTerm where the organ is not known.

        >>> [c.code for c in organs.codes_of("国务院信息化工作办公室")]
        ['国信办', '国信办函', '国信办综函']
        """
        name = organ.name if isinstance(organ, Organ) else self._organ(organ, year).name
        return tuple(code for code in self._rows.of_organ(name) if year is None or code.valid(year))

    # ---- by name

    def find(self, text: str, /, *, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs that go by a name (查找机关), full or short, with or without 中华人民共和国 and 第…届.

        Those of a year, where one is given.

        >>> [o.name for o in organs.find("国家计委")], [o.name for o in organs.find("国家计委", year=2001)]
        (['国家发展计划委员会', '国家计划委员会'], ['国家发展计划委员会'])

        A government of a province, a prefecture or a county and its common departments need no row: they are found by the
        names of both, or by the letters that codes have of them (湘发改), `composed`, all that may be meant.

        >>> [(o.name, o.region, o.confidence) for name in ("长沙市住建局", "湘发改") for o in organs.find(name)]
        [('长沙市住房和城乡建设局', '430100', 'composed'), ('湖南省发展和改革委员会', '430000', 'composed')]
        >>> [o.name for o in organs.find("朝阳区人民政府")]
        ['北京市朝阳区人民政府', '长春市朝阳区人民政府']
        """
        return tuple(
            organ
            for organ in organs_named(self._rows, text, year) or lettered(self._rows, text, year)
            if (self._keeps(organ.name) or (organ.confidence == "inferred" and self._keeps(organ.parent or "")))
            and (year is None or organ.existed(year) is not False)
        )

    def named_in(self, text: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs of a list as printed before 令 or 公告 (联合发文机关), in its order.

        They are apart by blanks, 、 or 和, or side by side.

        >>> [o.name for o in organs.named_in("国家发展改革委、财政部和税务总局")]
        ['国家发展和改革委员会', '财政部', '国家税务总局']
        """
        names = names_listed(self._rows, text)
        return tuple(dict.fromkeys(organ for name in names for organ in self.find(name, year=year)))

    def region_of(self, text: str | IssuanceNumber, year: int | None = None) -> str | None:
        """Return the region that an organ, a title or a number is of (所属区划), by its code of GB/T 2260, six digits.

        A text is of the region that it begins with: the name of a local organ, full or short, or a title. None where it
        names no place, as those of the centre do, and where it may mean several. `year` tells those apart that bore one
        name at different times.

        >>> organs.region_of("长沙市岳麓区人民政府办公室"), organs.region_of("湘政发〔2020〕1号"), organs.region_of("国务院办公厅")
        ('430104', '430000', None)
        >>> organs.region_of("北京市优化营商环境条例"), organs.region_of("朝阳区人民政府")
        ('110000', None)
        """
        if isinstance(text, str) and text.endswith("号") and IssuanceNumber.is_valid(text):
            text = IssuanceNumber.parse(text)
        if isinstance(text, IssuanceNumber):
            return _region_of(self.of(text))
        name = squeeze(text[: 2 * MAX_ORGANS]).strip("《〈")
        if found := self.find(name, year=year):
            return _region_of(found)
        place = region_in(Regions.shipped(), _BEFORE.sub("", name, count=1) if _BEFORE.match(name) else name, year)
        return None if place is None else place.code

    # ---- history

    def existed(self, name: str, year: int) -> bool | None:
        """Say whether an organ of this name existed in a year (是否存续); None where that is not known.

        >>> organs.existed("信息产业部", 2005), organs.existed("信息产业部", 2010), organs.existed("国家计委", 2001)
        (True, False, True)
        """
        found = self.find(name)
        if not found:
            raise UnknownTerm(self._what, name, self._near(name))
        known = {organ.existed(year) for organ in found}
        return True if True in known else None if None in known else False

    def predecessors(self, name: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs that this one continues (前身).

        >>> [o.name for o in organs.predecessors("工信部")]
        ['信息产业部', '国务院信息化工作办公室', '国防科学技术工业委员会']
        """
        return self._kept_of(neighbours(self._rows, self._organ(name, year), Direction.BACK))

    def successors(self, name: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return the organs that continue this one (后继机构).

        >>> [o.name for o in organs.successors("信息产业部")]
        ['工业和信息化部']
        """
        return self._kept_of(neighbours(self._rows, self._organ(name, year), Direction.FORTH))

    def lineage(self, name: str, year: int | None = None) -> tuple[Organ, ...]:
        """Return an organ with all it came from and all that came of it (沿革), in order of first years.

        >>> [o.name for o in organs.lineage("环境保护部")][-4:]
        ['国家环境保护局', '国家环境保护总局', '环境保护部', '生态环境部']
        """
        return self._kept_of(whole_line(self._rows, self._organ(name, year)))

    def changes(self, name: str | None = None) -> tuple[OrganChange, ...]:
        """Return the steps in the history of an organ, or of all (机构变更), in order of years.

        >>> print(*organs.changes("国家税务总局"))
        国家税务局 → 国家税务总局 (1993, renamed)
        """
        if name is None:
            return tuple(c for c in self._rows.changes if self._keeps(c.predecessor) or self._keeps(c.successor))
        full = self[name].name
        return tuple(change for change in self._rows.changes if full in (change.predecessor, change.successor))

    # ---- by field

    def where(self, *, level: OrganLevel | str | None = None, year: int | None = None, **unknown: Never) -> Self:
        """Return the organs of a level, of a year, or of both, as a table (筛选).

        Those of unknown years are among those of every year. UnknownCondition for another condition, and for a level
        that there is not.

        >>> "铁道部" in organs.where(level="ministry", year=2010), "铁道部" in organs.where(year=2014)
        (True, False)
        """
        return self._where({"level": level, "year": year, **unknown})

    def _of_level(self, value: Any) -> Callable[[Organ], bool]:
        level = OrganLevel(self._known("level", value, OrganLevel))
        return lambda organ: organ.level is level

    def _of_year(self, value: Any) -> Callable[[Organ], bool]:
        year = self._year(value)
        return lambda organ: organ.existed(year) is not False

    _conditions: ClassVar = {"level": _of_level, "year": _of_year}

    # ---- what the answers are made of

    def _names(self, row: Organ) -> Iterable[str]:
        return row.names

    def _all_names(self) -> Iterator[Iterable[str]]:
        # A surface at a time; to make every organ takes ten times as long.
        names: dict[str, list[str]] = {}
        for surface, organs_of_it in self._rows.surfaces.items():
            for name in filter(self._keeps, organs_of_it):
                names.setdefault(name, []).append(surface)
        return iter(names.values())

    def _part(self, rows: Iterable[Organ]) -> Self:
        return type(self)(self._rows, frozenset(organ.name for organ in rows))

    def _bearers(self, key: str) -> tuple[Organ, ...]:
        return self._chosen(key, self.find(key))

    def _organ(self, name: str, year: int | None) -> Organ:
        """Return the one organ of a name, as of a year; the errors of `table[name]`."""
        return self._one(name, self._chosen(name, self.find(name, year=year)))

    @staticmethod
    def _chosen(name: str, found: tuple[Organ, ...]) -> tuple[Organ, ...]:
        """Return the organ whose full name it is; all where it is only a short one."""
        return tuple(organ for organ in found if organ.name == plain_name(name)) or found

    def _keeps(self, name: str) -> bool:
        return self._kept is None or name in self._kept

    def _kept_of(self, found: Iterable[Organ]) -> tuple[Organ, ...]:
        return tuple(organ for organ in found if self._keeps(organ.name))


def _region_of(found: Iterable[Organ]) -> str | None:
    """Return the region that all of some organs are of; None where they are of several."""
    regions = {organ.region for organ in found}
    return regions.pop() if len(regions) == 1 else None


organs: Final = OrganTable()
"""The organs of this package (机关表)."""
