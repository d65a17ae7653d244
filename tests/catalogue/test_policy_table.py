from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from egovkit.catalogue.policies import policies
from egovkit.catalogue.policy_rows import POLICY_COLUMNS, TableError
from egovkit.catalogue.policy_table import Catalogue
from egovkit.catalogue.title_matches import MatchWay
from egovkit.data import tree
from egovkit.errors import AmbiguousTerm, ParseError, UnknownTerm
from egovkit.models.dates import DocumentDate
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind
from egovkit.models.standing import StatusKind
from egovkit.strategies.policy import catalogues, policy_records


@settings(max_examples=40)
@given(catalogues())
def test_a_table_answers_to_every_key_and_title_of_its_own(table: Catalogue) -> None:
    for record in table:
        assert table.get(record.key) == record
        assert record in table
        assert record in [match.record for match in table.by_title(record.title)]
        if record.number is not None:
            assert [match.record for match in table.by_number(record.number)] == [record]


@settings(max_examples=40)
@given(catalogues())
def test_lineage_goes_both_ways(table: Catalogue) -> None:
    for edge in table.relations:
        assert edge.later in table.lineage(edge.earlier).after_keys
        assert edge.earlier in table.lineage(edge.later).before_keys
    assert table.dangling() == ()
    assert table.cycles() == ()


@settings(max_examples=40)
@given(catalogues(), policy_records())
def test_merging(table: Catalogue, record: PolicyRecord) -> None:
    one = Catalogue([record])
    assert set(table.with_own(one).records) >= {record}
    assert len(table.with_own(table)) == len(table)
    assert Catalogue().with_own(table).records == table.records
    newer = record.model_copy(update={"note": "新"})
    assert one.with_own([newer]).records == (newer,)


def test_rows_with_chinese_headings() -> None:
    table = Catalogue.from_rows(
        [
            {"文号": "浙政发[2018]1号", "标题": "浙江省人民政府关于某事的意见", "发文机关": "浙江省人民政府；浙江省财政厅",
             "成文日期": "2018年1月", "状态": "有效", "贯彻": "国发〔2016〕55号", "依据": ["国办发〔2018〕45号"], "备注": ""},
        ]
    )  # fmt: skip
    (record,) = table
    assert str(record.number) == "浙政发〔2018〕1号"
    assert record.issuers == ("浙江省人民政府", "浙江省财政厅")
    assert str(record.dated) == "2018-01"
    assert record.status is not None
    assert record.status.value is StatusKind.IN_FORCE
    assert [edge.target for edge in record.relations] == ["国发〔2016〕55号", "国办发〔2018〕45号"]
    assert len(table.dangling()) == 2
    merged = policies.with_own(table)
    assert merged.dangling() == policies.dangling()
    assert "浙政发〔2018〕1号" in merged.lineage("国发〔2016〕55号").after_keys


def test_headings_and_status_words_are_of_this_model() -> None:
    assert set(tree("policies")["headings"].values()) <= POLICY_COLUMNS
    assert set(tree("policies")["status"].values()) <= set(StatusKind)


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([{"title": "甲"}, {"number": "国办发〔2014〕1号"}], [(2, "title", "missing")]),
        ([{"文号": "国办发〔2014〕0号", "标题": "甲"}], [(1, "文号", "number.serial")]),
        ([{"标题": "甲", "成文日期": "2014-13"}], [(1, "成文日期", "date.impossible")]),
        ([{"标题": "甲", "状态": "好"}], [(1, "状态", "enum")]),
        ([{"标题": "甲", "status": "expired", "status_since": "某日"}], [(1, "status_since", "date.form")]),
        ([{"标题": "甲", "密级": "秘密"}], [(1, "密级", "row.column")]),
        ([{"标题": "甲"}, {"标题": "乙"}, {"标题": "《甲》"}], [(3, "title", "row.twice")]),
        ([{"标题": "甲", "替代": "乙"}, {"标题": "乙", "废止": "甲"}],
         [(1, "relations", "row.cycle"), (2, "relations", "row.cycle")]),
        ([{"标题": "", "成文日期": "x"}, {"密级": "x"}],
         [(1, "title", "missing"), (1, "成文日期", "date.form"), (2, "密级", "row.column")]),
    ],
)  # fmt: skip
def test_faults_come_together_and_typed(rows: list[dict[str, Any]], faults: list[tuple[int, str, str]]) -> None:
    with pytest.raises(TableError) as caught:
        Catalogue.from_rows(rows)
    assert [(error.row, error.column, error.code) for error in caught.value.errors] == faults


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("文号,标题\n京政发〔2020〕1号,某通知\n", encoding="gb18030")
    assert "京政发〔2020〕1号" in Catalogue.from_csv(path, encoding="gb18030")
    path.write_text("\ufeff文号,标题\n京政发〔2020〕1号,某通知,多余\n", encoding="utf-8")
    with pytest.raises(TableError, match="no policy has such a field"):
        Catalogue.from_csv(path)


def test_a_number_can_be_ambiguous() -> None:
    table = Catalogue.from_rows(
        [{"number": "主席令第18号", "title": "甲法"}, {"number": "主席令第18号", "title": "乙法"}]
    )
    found = table.by_number("中华人民共和国主席令第十八号")
    assert [match.record.title for match in found] == ["甲法", "乙法"]
    assert not any(match.sure for match in found)
    assert table.get("主席令第18号") is None


def test_numbers_and_their_variants() -> None:
    assert [match.way for match in policies.by_number("国办发 [２０１４] 66 号")] == [MatchWay.NUMBER]
    (match,) = policies.by_number("发展改革委令第55号")
    assert (match.way, match.record.title) == (MatchWay.VARIANT, "国家电子政务工程建设项目管理暂行办法")
    assert policies.by_number("国办发〔2014〕9999号") == ()
    with pytest.raises(ParseError):
        policies.by_number("国办发2014")
    with pytest.raises(UnknownTerm):
        policies["国办发〔2014〕9999号"]


@pytest.mark.parametrize(
    ("title", "ways", "sure"),
    [
        ("国务院关于加强数字政府建设的指导意见", ["title"], True),
        ("关于加强数字政府建设的指导意见", ["without_issuer"], False),
        ("浙江省人民政府关于加强数字政府建设的指导意见", [], None),
        ("《浙江省人民政府关于加强数字政府建设的指导意见》", [], None),
        ("《中共中央办公厅、国务院办公厅关于全面推进政务公开工作的意见》", ["without_issuer"], True),
        ("中共中央办公厅 国务院办公厅关于全面推进政务公开工作的意见", ["without_issuer"], True),
        ("政府网站发展指引", ["instrument"], True),
        ("国务院办公厅关于印发《政府网站发展指引》的通知", ["title"], True),
        ("关于印发《政府网站发展指引》的通知", ["without_issuer"], False),
        ("数据二十条", ["alias"], True),
        ("政府信息公开条例", ["without_state", "without_state"], False),
        ("中华人民共和国政府信息公开条例", ["title", "title"], False),
        ("网络安全法", ["without_state"], True),
        ("国家行政机关公文处理办法", ["title", "title"], False),
        ("“十二五”国家政务信息化工程建设规划", ["title"], True),
        ("某不存在的办法", [], None),
        ("", [], None),
    ],
)
def test_by_title(title: str, ways: list[str], sure: bool | None) -> None:
    found = policies.by_title(title)
    assert [match.way.value for match in found] == ways
    assert all(match.sure is sure for match in found)


def test_filters() -> None:
    assert {record.year for record in policies.where(year=2014)} == {2014}
    services = policies.where(domain="政务服务", since=2016)
    assert len(services) > 15
    assert all("政务服务" in record.domain for record in services)
    assert all(record.year and record.year >= 2016 for record in services)
    assert {"国务院"} <= set(policies.where(issuer="国务院").records[0].issuers)
    for name in ("两网四库十二金", "两网、四库、十二金"):
        assert [str(record.number) for record in policies.where(framework=name)] == ["中办发〔2002〕17号"]
    assert len(policies.where(since="2016-09-05", until="2016-09-25")) == 2
    assert len(policies.where(since=date(2016, 9, 6), until="2016-09")) == 1
    assert policies.where(year=1900).records == ()


def test_what_bears_no_date_has_the_year_of_its_number_or_none() -> None:
    table = Catalogue.from_rows([{"title": "甲"}, {"title": "乙", "number": "国发〔2014〕1号"}])
    assert [record.title for record in table.where(since=2014)] == ["乙"]
    assert table.records[0] in table
    assert table["国发[2014]1号"].title == "乙"
    assert policies.where(since=policies["国发〔2024〕3号"].published_on).records[0].year == 2024
    assert "国务院令第809号" not in policies.where(until=2024)


def test_status_on_a_day() -> None:
    number = "国发〔2016〕51号"
    assert number in policies.where(on="2020-01-01")
    assert number not in policies.where(on="2026-01-01")
    assert number in policies.where(status="superseded", on=date(2026, 1, 1))
    assert number not in policies.where(status="superseded", on="2020-01-01")
    assert number in policies.where(status=StatusKind.SUPERSEDED)
    assert "国务院令第809号" in policies.where(status="pending", on="2025-06-01")


def test_a_loose_relation_is_followed_from_both_ends() -> None:
    table = Catalogue(
        [PolicyRecord(title="甲")], [PolicyRelation(kind=PolicyRelationKind.INTERPRETS, source="文章", target="甲")]
    )
    assert table.lineage("甲").after_keys == ("文章",)
    assert table.lineage("文章").before_keys == ("甲",)
    assert repr(table.with_own([])) == "<Catalogue of 1 policies>"
    assert Catalogue().with_own(table).relations == table.relations


@pytest.mark.parametrize(
    "on", [date(2020, 1, 1), datetime(2020, 1, 1, 9, tzinfo=UTC), DocumentDate(year=2020), "2020年"]
)
def test_every_form_of_a_date_is_taken(on: date | DocumentDate | str) -> None:
    assert "国发〔2016〕51号" in policies.where(on=on)
    assert "国发〔2024〕3号" in policies.where(since=on)
    assert "国发〔2024〕3号" not in policies.where(until=on)


def test_a_name_of_several_is_ambiguous_and_not_unknown() -> None:
    table = Catalogue.from_rows(
        [{"number": "主席令第18号", "title": "甲法"}, {"number": "主席令第18号", "title": "乙法"}]
    )
    for ask in (table.__getitem__, table.lineage):
        with pytest.raises(AmbiguousTerm) as caught:
            ask("中华人民共和国主席令第十八号")
        assert caught.value.candidates == ("甲法（主席令第18号）", "乙法（主席令第18号）")
