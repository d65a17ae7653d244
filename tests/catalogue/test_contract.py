"""One contract for every table: the same verbs, of the same meaning, with the same errors."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Collection
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.catalogue.collection import Table
from egovkit.catalogue.frameworks import FrameworkTable, frameworks
from egovkit.catalogue.organs import OrganTable, organs
from egovkit.catalogue.policies import policies
from egovkit.catalogue.policy_table import Catalogue
from egovkit.catalogue.register import register
from egovkit.errors import AmbiguousTerm, ParseError, UnknownCondition, UnknownTerm
from egovkit.models.framework import Framework
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.organ import Organ, OrganCode, OrganLevel
from egovkit.models.policy import PolicyRecord

BUREAU = Organ(name="某市大数据局", level=OrganLevel.CITY, short_name="市数局", aliases=("市数局",))
CODE = OrganCode(code="某数发", organ="某市大数据局", source="本局")
PROVINCE = Framework.parse("一库三平台")
NOTICE = PolicyRecord(title="某市人民政府关于某事的通知", number=IssuanceNumber.parse("某政发〔2020〕1号"))
LAWS = Catalogue.from_rows([{"number": "主席令第18号", "title": "甲法"}, {"number": "主席令第18号", "title": "乙法"}])
# The whole register has numbers that several documents bear, each of which is asked by its title.
PARTY = register.where(level="party")
TABLES: dict[str, Table[Any, Any]] = {
    "policies": policies,
    "frameworks": frameworks,
    "organs": organs,
    "own policies": Catalogue([NOTICE]),
    "some policies": policies.where(year=2014),
    "merged policies": policies.with_own([NOTICE]),
    "no policies": Catalogue(),
    "own frameworks": FrameworkTable([PROVINCE]),
    "some frameworks": frameworks.where(year=2003),
    "more frameworks": frameworks.with_own([PROVINCE]),
    "no frameworks": FrameworkTable(),
    "some organs": organs.where(level="ministry", year=2010),
    "more organs": organs.with_own([BUREAU, CODE]),
    "some documents": PARTY,
    "more documents": PARTY.with_own([NOTICE]),
    "no documents": register.where(year=1949, level="party"),
    "no organs": organs.where(year=1800).where(level="ministry").where(year=1801),
}
EVERY = pytest.mark.parametrize("name", TABLES)
SHIPPED = pytest.mark.parametrize("table", [policies, frameworks, organs], ids=repr)
OWN: dict[str, Any] = {"policies": NOTICE, "documents": NOTICE, "frameworks": PROVINCE, "organs": BUREAU}
STRANGE = "没有这个名字"


def row_name(row: Any) -> str:
    name: str = row.key if isinstance(row, PolicyRecord) else row.name
    return name


def own_of(table: Table[Any, Any]) -> Any:
    return next(row for kind, row in OWN.items() if repr(table).endswith(f"{kind}>"))


def unheld(table: Table[Any, Any]) -> Any:
    """Return a row that the table does not hold, under a name that it does not know."""
    row = own_of(table)
    return row.model_copy(update={"title": "某别的事", "number": None} if row is NOTICE else {"name": "某别的事"})


# ---- a collection


@EVERY
def test_a_table_is_a_collection_of_what_it_holds(name: str) -> None:
    table = TABLES[name]
    assert isinstance(table, Collection)
    rows = list(table)
    assert len(table) == len(rows)
    for row in rows:
        assert row in table
        assert row_name(row) in table
        assert table[row_name(row)] == row
        assert table.get(row_name(row)) == row
        assert row in table.find(row_name(row))


@EVERY
def test_what_a_table_does_not_hold_is_not_in_it(name: str) -> None:
    table = TABLES[name]
    assert STRANGE not in table
    assert unheld(table) not in table
    for other in (3, None, 1.5, (), b"bytes", object()):
        assert other not in table


@EVERY
def test_a_row_of_a_known_name_and_other_content_is_not_in_the_table(name: str) -> None:
    table = TABLES[name]
    for row in list(table)[:3]:
        other = {"note": "别的"} if isinstance(row, PolicyRecord) else {"confidence": "likely", "aliases": ("别的",)}
        assert row.model_copy(update=other) not in table


@EVERY
def test_a_table_says_what_it_is(name: str) -> None:
    table = TABLES[name]
    kind = name.rpartition(" ")[2]
    assert repr(table) == f"<{type(table).__name__} of {len(table)} {kind}>"


# ---- one row


@EVERY
def test_an_unknown_name_is_an_error_or_the_default(name: str) -> None:
    table = TABLES[name]
    for unknown in (STRANGE, "", " ", "《》", "号", "x" * 5000):
        assert unknown not in table
        assert table.find(unknown) == ()
        assert table.get(unknown) is None
        assert table.get(unknown, 7) == 7
        with pytest.raises(UnknownTerm) as caught:
            table[unknown]
        assert type(caught.value) is UnknownTerm
        assert (caught.value.table, caught.value.term) == (name.rpartition(" ")[2], unknown)


@pytest.mark.parametrize(
    ("table", "key", "candidates"),
    [
        (organs, "国家计委", ("国家发展计划委员会", "国家计划委员会")),
        (LAWS, "中华人民共和国主席令第十八号", ("甲法（主席令第18号）", "乙法（主席令第18号）")),
        (
            LAWS.with_own([PolicyRecord(title="某省甲法", aliases=("甲法",))]),
            "甲法",
            ("甲法（主席令第18号）", "某省甲法"),
        ),
        (
            FrameworkTable([Framework(name="甲网", aliases=("一张网",)), Framework(name="乙网", aliases=("一张网",))]),
            "“一张网”",
            ("甲网", "乙网"),
        ),
    ],
    ids=repr,
)
def test_a_name_of_several_is_ambiguous_and_not_unknown(table: Table[Any, Any], key: str, candidates: Any) -> None:
    assert key in table
    assert tuple(map(str, table.find(key))) == candidates
    assert table.get(key) is None
    assert table.get(key, 7) == 7
    with pytest.raises(AmbiguousTerm) as caught:
        table[key]
    assert caught.value.candidates == candidates
    assert isinstance(caught.value, UnknownTerm)


@EVERY
@pytest.mark.parametrize("key", [3, None, b"bytes", ("a",)])
def test_a_key_of_another_type_is_a_type_error(name: str, key: Any) -> None:
    table = TABLES[name]
    for ask in (table.__getitem__, table.get):
        with pytest.raises(TypeError, match=f"the table of {name.rpartition(' ')[2]} is asked by str"):
            ask(key)


@pytest.mark.parametrize(
    ("table", "asked", "near"),
    [
        (frameworks, "三网二库", ("三网一库",)),
        (organs, "工信步", ("工信部",)),
        (organs, "国家档案据", ("国家档案局",)),
        (policies, "国务院关于加快数字政府建设的指导意见", ("国务院关于加强数字政府建设的指导意见",)),
        # Of a number, the code or the year may be mistaken; a number of another serial is no help.
        (policies, "国办函〔2014〕66号", ("国办发〔2014〕66号",)),
        (policies, "国办发〔2015〕66号", ("国办发〔2014〕66号",)),
        (policies, "国办发〔2014〕9999号", ()),
        # Whose it is without the issuer, nobody can say; the one that is known may be meant.
        (policies, "关于加强数字政府建设的指导意见", ("国务院关于加强数字政府建设的指导意见",)),
        (frameworks, STRANGE, ()),
    ],
    ids=repr,
)
def test_an_unknown_name_is_told_with_those_near_to_it(
    table: Table[Any, Any], asked: str, near: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownTerm) as caught:
        table[asked]
    assert caught.value.near[: len(near)] == near
    assert bool(caught.value.near) == bool(near)
    assert ("did you mean " + near[0] in str(caught.value)) if near else ("did you mean" not in str(caught.value))
    assert len(caught.value.near) <= 3
    assert all(name in table for name in caught.value.near)


def test_names_near_to_one_are_of_rows_that_the_table_holds() -> None:
    with pytest.raises(UnknownTerm) as caught:
        organs.where(level="city")["工信步"]
    assert "工信部" not in caught.value.near


# ---- candidates


@SHIPPED
@given(text=st.text(max_size=40) | st.text(alphabet="国办发中华部局一网库《》〔〕2014号 、第届令\u200b", max_size=20))
@settings(max_examples=60)
def test_no_text_is_an_error_to_find(table: Table[Any, Any], text: str) -> None:
    found = table.find(text)
    assert isinstance(found, tuple)
    assert all(row in table for row in found)
    if text in table:
        assert found
        assert table.get(text) in (None, *found)
    else:
        assert table.get(text) is None


@EVERY
def test_every_name_of_a_row_finds_it(name: str) -> None:
    table = TABLES[name]
    for row in table:
        for called in table._names(row):
            assert row in table.find(called), called


# ---- conditions


ONE: dict[str, list[dict[str, Any]]] = {
    "policies": [{"year": 2014}, {"issuer": "国务院办公厅"}, {"domain": "政务服务"}, {"framework": "三网一库"},
                 {"status": "superseded"}, {"on": "2020-01-01"}, {"since": 2016}, {"until": "2010-06"}],
    "frameworks": [{"year": 2003}, {"issuer": "国务院"}, {"region": "上海市"}],
    "organs": [{"level": "ministry"}, {"year": 2003}],
}  # fmt: skip
CASES = [
    (table, condition) for table in (policies, frameworks, organs) for condition in ONE[repr(table).split()[-1][:-1]]
]


@pytest.mark.parametrize(("table", "condition"), CASES, ids=repr)
def test_where_gives_a_table_of_the_same_kind(table: Table[Any, Any], condition: dict[str, Any]) -> None:
    where: Callable[..., Table[Any, Any]] = table.where
    part = where(**condition)
    assert type(part) is type(table)
    assert 0 < len(part) < len(table)
    rows = list(table)
    assert [row for row in rows if row in part] == list(part)
    for row in rows:
        if row not in part:
            assert row not in part.find(row_name(row))
    # A value that the whole table knows is known to a part of it.
    for other in ONE[repr(table).split()[-1][:-1]]:
        again: Callable[..., Table[Any, Any]] = part.where
        both = again(**other)
        assert [row for row in where(**other) if row in part] == list(both)
        if not other.keys() & condition.keys() and not {*other, *condition} >= {"on", "status"}:
            assert list(where(**condition, **other)) == list(both)


@EVERY
def test_where_without_a_condition_is_the_whole_table(name: str) -> None:
    table = TABLES[name]
    assert list(table.where()) == list(table)
    assert list(table.where(year=None)) == list(table)  # type: ignore[arg-type]  # each has it


@EVERY
def test_an_unknown_condition_is_named(name: str) -> None:
    table = TABLES[name]
    for value in (2014, None):
        with pytest.raises(UnknownCondition) as caught:
            table.where(yaer=value)  # type: ignore[arg-type]  # the fault itself
        assert (caught.value.condition, caught.value.value, caught.value.near) == ("yaer", None, ("year",))
        assert "no condition 'yaer'; did you mean year?" in str(caught.value)


@pytest.mark.parametrize(
    ("table", "condition", "value", "near"),
    [
        (organs, "level", "minister", ("ministry",)),
        (organs, "year", "2014", ()),
        (organs, "year", True, ()),
        (frameworks, "region", "上海", ("上海市",)),
        (frameworks, "issuer", "工信步", ("工信部",)),
        (frameworks, "year", "2014", ()),
        (policies, "issuer", "工信步", ("工信部",)),
        (policies, "domain", "政务服", ("政务服务",)),
        (policies, "framework", "三网二库", ("三网一库",)),
        (policies, "status", "repeal", ("repealed",)),
        (policies, "year", 2014.0, ()),
    ],
    ids=repr,
)
def test_an_unknown_value_is_named(table: Any, condition: str, value: Any, near: tuple[str, ...]) -> None:
    for asked in (table, table.where(year=2014)):
        with pytest.raises(UnknownCondition) as caught:
            asked.where(**{condition: value})
        assert (caught.value.condition, caught.value.value) == (condition, value)
        assert caught.value.near[:1] == near
        assert f"is no {condition} that the table of {caught.value.table} knows" in str(caught.value)


def test_a_status_of_a_day_is_named_and_a_day_that_is_none_is_no_term() -> None:
    with pytest.raises(UnknownCondition, match="is no status"):
        policies.where(status="valid", on="2020-01-01")
    for condition in ("on", "since", "until"):
        with pytest.raises(ParseError):
            policies.where(**{condition: "某日"})  # type: ignore[arg-type]  # mypy sees every condition in one


@pytest.mark.parametrize("table", [policies, frameworks], ids=repr)
def test_a_short_name_of_an_issuer_finds_what_the_full_name_finds(table: Catalogue | FrameworkTable) -> None:
    for short, full in (
        ("工信部", "工业和信息化部"),
        ("国家发改委", "国家发展和改革委员会"),
        ("中办", "中共中央办公厅"),
    ):
        assert list(table.where(issuer=short)) == list(table.where(issuer=full))
    assert len(policies.where(issuer="工信部")) > 0


def test_an_issuer_is_the_organ_of_the_year() -> None:
    rows = [
        {"number": f"某发〔{year}〕1号", "title": f"{year}年的通知", "issuers": "国家药监局"}
        for year in (2002, 2010, 2020)
    ]
    mine = Catalogue.from_rows(rows)
    assert [record.year for record in mine.where(issuer="国家食品药品监督管理局")] == [2010]
    assert [record.year for record in mine.where(issuer="国家药监局")] == [2002, 2010, 2020]
    assert [record.year for record in mine.where(issuer="国家药品监督管理局")] == [2002, 2020]


def test_a_value_of_ones_own_is_known() -> None:
    mine = Catalogue.from_rows([{"title": "某通知", "issuers": "某局", "domain": "某域", "frameworks": "一库三平台"}])
    for condition in ({"issuer": "某局"}, {"domain": "某域"}, {"framework": "“一库、三平台”"}):
        assert len(mine.where(**condition)) == 1  # type: ignore[arg-type]  # mypy sees every condition in one
        assert len(mine.where(year=2000).where(**condition)) == 0  # type: ignore[arg-type]


# ---- rows of one's own


@EVERY
def test_ones_own_row_is_held_and_asked_like_the_others(name: str) -> None:
    table = TABLES[name]
    before = list(table)
    own = unheld(table)
    more = table.with_own([own])
    assert type(more) is type(table)
    assert len(more) == len(table) + 1
    assert more[row_name(own)] == own
    assert list(more) == [*before, own]
    assert list(table) == before
    assert own not in table
    assert list(more.with_own([])) == list(more)
    assert list(more.with_own(iter([own]))) == list(more)


@EVERY
def test_ones_own_row_takes_the_place_of_the_one_of_its_name(name: str) -> None:
    table = TABLES[name]
    for row in list(table)[:1]:
        mine = row.model_copy(update={"note": "别的"} if isinstance(row, PolicyRecord) else {"aliases": ("别的",)})
        more = table.with_own([mine])
        assert len(more) == len(table)
        assert more[row_name(row)] == mine
        assert row not in more


@EVERY
def test_what_is_no_row_of_the_table_is_a_type_error(name: str) -> None:
    table = TABLES[name]
    other = PROVINCE if own_of(table) is not PROVINCE else BUREAU
    for wrong in (own_of(table), [other], [{"name": "某"}], "某", [None]):
        with pytest.raises(TypeError, match="takes a list of"):
            table.with_own(wrong)
    with pytest.raises(TypeError):
        table.with_own(3)  # type: ignore[arg-type]  # the fault itself


def test_a_part_of_a_table_takes_rows_of_ones_own() -> None:
    ministries = organs.where(level="ministry").with_own([BUREAU, CODE])
    assert ministries.of("某数发〔2024〕1号") == (BUREAU,)
    assert "国家档案局" not in ministries


# ---- a part of the table of organs answers of its own organs alone


def test_a_part_answers_of_its_own_alone() -> None:
    part = organs.where(year=2005)
    assert [organ.name for organ in part.of("建标〔2005〕1号")] == ["建设部"]
    assert part.of("建标〔2015〕1号") == ()
    assert "自然资源部" not in part
    assert [organ.name for organ in part.named_in("财政部、自然资源部")] == ["财政部"]
    assert all(organ in part for organ in part.lineage("信息产业部"))
    assert part.successors("信息产业部") == ()
    assert {row.organ for row in part.codes("建标")} == {"建设部"}
    assert all(change.predecessor in part or change.successor in part for change in part.changes())
    assert "公安部办公厅" in part
    assert "公安部办公厅" not in organs.where(level="city")


# ---- copies


@EVERY
def test_a_table_is_pickled_and_copied(name: str) -> None:
    table = TABLES[name]
    list(table)
    for again in (pickle.loads(pickle.dumps(table)), copy.copy(table), copy.deepcopy(table)):  # noqa: S301  # our own bytes
        assert type(again) is type(table)
        assert list(again) == list(table)
        assert all(row_name(row) in again for row in table)


@SHIPPED
def test_what_is_made_again_is_not_pickled(table: Table[Any, Any]) -> None:
    list(table)
    assert all(row in table for row in table)
    assert len(pickle.dumps(table)) < 300


def test_the_answers_of_a_pickled_table_are_those_of_the_first() -> None:
    mine: OrganTable = pickle.loads(pickle.dumps(TABLES["more organs"]))  # noqa: S301  # our own bytes
    assert mine.of("某数发〔2024〕1号") == (BUREAU,)
    more: FrameworkTable = pickle.loads(pickle.dumps(TABLES["more frameworks"]))  # noqa: S301  # our own bytes
    text = "建设“一库三平台”，推进一网通办"
    assert more.mentions_in(text) == frameworks.with_own([PROVINCE]).mentions_in(text)
    again: Catalogue = pickle.loads(pickle.dumps(policies))  # noqa: S301  # our own bytes
    assert again.relations == policies.relations
