"""The table of organs answers by number, code, name and year, and says nothing where it does not know."""

from __future__ import annotations

import csv
import gzip
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.catalogue.organs import OrganTable, organs
from egovkit.data import rows
from egovkit.errors import UnknownTerm
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.organ import Organ, OrganCode, OrganLevel, Period
from egovkit.strategies.organ import OrganName, known_organs, organ_codes, organ_names


def _names(found: Iterable[Organ]) -> list[str]:
    return [organ.name for organ in found]


# ---- by number


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("国办发〔2014〕66号", ["国务院办公厅"]),
        ("国务院办公厅发〔2014〕66号", ["国务院办公厅"]),
        ("中办发〔2002〕17号", ["中共中央办公厅"]),
        ("宁政发〔2014〕1号", ["南京市人民政府", "宁夏回族自治区人民政府"]),
        ("穗公积金中心规字〔2026〕3号", ["广州住房公积金管理中心"]),
        ("建标〔2005〕1号", ["建设部"]),
        ("建标〔2008〕1号", ["住房和城乡建设部", "建设部"]),
        ("建标〔2015〕1号", ["住房和城乡建设部"]),
        ("环大气〔2017〕1号", ["环境保护部"]),
        ("环大气〔2020〕1号", ["生态环境部"]),
        ("国税发〔1991〕5号", ["国家税务局"]),
        ("林资发〔1995〕1号", ["林业部"]),
        ("教基〔1995〕1号", ["国家教育委员会"]),
        ("税总发〔2009〕1号", []),
        ("法（研）发〔1987〕32号", ["最高人民法院"]),
        ("发改办财金〔2015〕1号", ["国家发展和改革委员会办公厅"]),
        ("国务院令第711号", ["国务院"]),
        ("中华人民共和国主席令第七十三号", ["国家主席"]),
        ("财政部 税务总局公告2020年第8号", ["财政部", "国家税务总局"]),
        ("国家广播电影电视总局 工业和信息化部令2009年第3号", ["国家广播电影电视总局", "工业和信息化部"]),
        ("财政部税务总局公告2022年第10号", ["财政部", "国家税务总局"]),
        ("粤府令第2号", ["广东省人民政府"]),
        ("食药监办械函〔2012〕1号", ["国家食品药品监督管理局办公室"]),
        ("食药监办械函〔2015〕1号", ["国家食品药品监督管理总局办公厅"]),
        ("国药监械〔2002〕1号", ["国家药品监督管理局"]),
        ("〔2019〕13号", []),
    ],
)
def test_of_gives_the_organs_of_a_number_as_of_its_year(number: str, expected: list[str]) -> None:
    assert _names(organs.of(number)) == expected
    assert _names(organs.of(IssuanceNumber.parse(number))) == expected


def test_every_registered_code_leads_to_its_organ_and_back() -> None:
    for code in (code for row in rows("organs") for code in organs.codes(row["code"])):
        assert code.organ in _names(organs.by_code(code.code))
        assert code in organs.codes_of(code.organ)
        for year in (code.valid_from, code.valid_to, code.first_seen):
            # A code may have been seen before its present organ bore it.
            if year is not None and code.valid(year) and organs.existed(code.organ, year) is not False:
                assert code.organ in _names(organs.by_code(code.code, year))
        assert code.first_seen is None or organs.by_code(code.code, code.first_seen)


@given(organ_codes(), st.integers(min_value=1949, max_value=2026))
def test_a_dated_answer_never_names_an_organ_that_was_not_there(code: OrganCode, year: int) -> None:
    assert all(organ.existed(year) is not False for organ in organs.by_code(code.code, year))


@given(st.text(max_size=30))
def test_no_text_raises_where_candidates_are_asked_for(text: str) -> None:
    organs.by_code(text, 2014)
    organs.find(text)
    organs.named_in(text)


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        ("国卫办食品函", 2015, "国家卫生和计划生育委员会办公厅"),
        ("国卫食品发", 2020, "国家卫生健康委员会"),
        ("发改运行", 2019, "国家发展和改革委员会"),
        ("沪教委监", 2019, "上海市教育委员会"),
        ("京政办规", 2020, "北京市人民政府办公厅"),
        ("工信厅联节", 2020, "工业和信息化部办公厅"),
    ],
)
def test_a_code_of_known_letters_is_inferred(code: str, year: int, expected: str) -> None:
    assert code not in {row["code"] for row in rows("organs")}
    (row,) = organs.codes(code, year)
    assert (row.organ, row.confidence) == (expected, "inferred")


@pytest.mark.parametrize(
    "code", ["京政法", "某某发", "国海办发", "宁政规函", "根据国办发", "x", "", "发改", "发改abc", "国"]
)
def test_a_code_that_only_looks_alike_is_not_inferred(code: str) -> None:
    assert organs.by_code(code) == ()


def test_a_code_handed_on_by_renaming_is_marked_where_the_registry_has_no_row() -> None:
    (row,) = organs.codes("林资发", 1995)
    assert (row.organ, row.confidence) == ("林业部", "inferred")
    assert organs.codes("林资发", 1900) == ()
    assert organs.codes("教发", 1900) == ()


@pytest.mark.parametrize("code", ["国办发 ", "国务院办公厅发", "国 办\u200b发"])
def test_a_code_is_found_in_a_sloppy_surface(code: str) -> None:
    assert _names(organs.by_code(code)) == ["国务院办公厅"]


def test_a_code_with_brackets_is_found_whatever_the_brackets() -> None:
    assert organs.by_code("法〔研〕发") == organs.by_code("法(研)发") == organs.by_code("法（研）发") != ()


def test_codes_of_takes_an_organ_a_name_and_a_year() -> None:
    assert organs.codes_of(organs["财政部"]) == organs.codes_of("中华人民共和国财政部")
    assert {code.code for code in organs.codes_of("国家税务总局", 2010)} < {
        code.code for code in organs.codes_of("国家税务总局")
    }
    assert organs.codes_of("外交部") == ()


# ---- by name


@given(organ_names())
def test_every_name_leads_to_its_organ(drawn: OrganName) -> None:
    assert drawn.organ in organs.find(drawn.surface)
    assert drawn.surface in organs


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("发改委", None, ["国家发展和改革委员会"]),
        ("国家计委", 1990, ["国家计划委员会"]),
        ("国家计委", 2001, ["国家发展计划委员会"]),
        ("国家药监局", 2000, ["国家药品监督管理局"]),
        ("国家药监局", 2010, ["国家食品药品监督管理局"]),
        ("国家药监局", 2020, ["国家药品监督管理局"]),
        ("广电总局", 2015, ["国家新闻出版广电总局"]),
        ("北京市政府", None, ["北京市人民政府"]),
        ("中共广东省委", None, ["中共广东省委员会"]),
        ("广西壮族自治区党委", None, ["中共广西壮族自治区委员会"]),
        ("国家新闻出版署", 1995, ["新闻出版署"]),
        ("国家新闻出版署", 2020, ["国家新闻出版署"]),
        ("浙江省第十一届人民代表大会常务委员会", None, ["浙江省人民代表大会常务委员会"]),
        ("第十三届全国人民代表大会常务委员会", None, ["全国人民代表大会常务委员会"]),
        ("中华人民共和国海事局", None, ["中华人民共和国海事局"]),
        ("教育部", 1990, []),
        ("某某部", None, []),
        ("", None, []),
    ],
)
def test_find_takes_full_and_short_names_as_of_a_year(name: str, year: int | None, expected: list[str]) -> None:
    assert _names(organs.find(name, year=year)) == expected


def test_an_office_without_a_row_follows_from_its_organ() -> None:
    (office,) = organs.find("公安部办公厅")
    assert (office.parent, office.confidence) == ("公安部", "inferred")
    (office,) = organs.find("国家市场监管总局办公厅")
    assert (office.name, office.confidence) == ("国家市场监督管理总局办公厅", "sure")
    assert organs.find("某某部办公厅") == organs.find("办公厅") == organs.find("公安部办公厅办公厅") == ()


def test_a_year_tells_two_organs_of_one_short_name_apart() -> None:
    assert organs.where(year=2001)["国家计委"].name == "国家发展计划委员会"
    assert organs.where(year=1990)["国家计委"].name == "国家计划委员会"
    assert organs.lineage("国家计委", 2001) == organs.lineage("国家发展计划委员会")


def test_a_full_name_goes_before_a_short_one() -> None:
    assert organs["国家新闻出版署"].name == "国家新闻出版署"
    assert len(organs.find("国家新闻出版署")) > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财政部国家税务总局", ["财政部", "国家税务总局"]),
        ("住房和城乡建设部和财政部", ["住房和城乡建设部", "财政部"]),
        ("国家发展改革委、财政部以及商务部", ["国家发展和改革委员会", "财政部", "商务部"]),
        ("财政部 财政部", ["财政部"]),
        ("财政部 某某局", ["财政部"]),
        ("财政部某某局", []),
        ("和财政部", []),
    ],
)
def test_named_in_cuts_a_list_of_organs(text: str, expected: list[str]) -> None:
    assert _names(organs.named_in(text)) == expected


@settings(max_examples=30)
@given(st.lists(known_organs(OrganLevel.MINISTRY), min_size=1, max_size=4, unique_by=lambda organ: organ.name))
def test_organs_side_by_side_are_cut_apart(drawn: list[Organ]) -> None:
    listed = [organ.name for organ in drawn]
    assert [name for name in _names(organs.named_in(" ".join(listed))) if name in listed] == listed


# ---- history


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("信息产业部", ["工业和信息化部"]),
        ("国家计划委员会", ["国家发展计划委员会"]),
        ("银监会", ["中国银行保险监督管理委员会"]),
        ("卫生部", ["国家卫生和计划生育委员会"]),
        ("国务院法制办公室", ["司法部"]),
        ("中国人民银行", []),
        ("财政部", []),
    ],
)
def test_successors(name: str, expected: list[str]) -> None:
    assert _names(organs.successors(name)) == expected


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("发改委", ["国家计划委员会", "国家发展计划委员会", "国家发展和改革委员会"]),
        ("国家环保总局", ["国家环境保护局", "国家环境保护总局", "环境保护部", "生态环境部"]),
        ("保监会", ["中国保险监督管理委员会", "中国银行保险监督管理委员会", "国家金融监督管理总局"]),
        ("国家卫健委", ["卫生部", "国家卫生和计划生育委员会", "国家卫生健康委员会"]),
        ("质检总局", ["国家技术监督局", "国家质量监督检验检疫总局", "国家市场监督管理总局"]),
    ],
)
def test_a_lineage_holds_its_chain_in_order(name: str, chain: list[str]) -> None:
    lineage = _names(organs.lineage(name))
    assert [link for link in lineage if link in chain] == chain


def test_an_organ_that_takes_over_tasks_does_not_continue_the_other() -> None:
    assert "国务院法制办公室" not in _names(organs.lineage("司法部"))
    assert "司法部" in _names(organs.lineage("国务院法制办公室"))


@given(known_organs())
def test_lineage_goes_both_ways_and_knows_itself(organ: Organ) -> None:
    lineage = organs.lineage(organ.name)
    assert organ in lineage
    for other in organ.predecessors:
        assert other in _names(lineage)
        assert organ.name in _names(organs.lineage(other)) or organs[other].existed(2026)


def test_existed_knows_yes_no_and_unknown() -> None:
    assert organs.existed("铁道部", 2010) is True
    assert organs.existed("铁道部", 2014) is False
    assert organs.existed("国务院办公厅", 1990) is None
    assert organs.existed("国家药监局", 2004) is True
    with pytest.raises(UnknownTerm):
        organs.existed("某某部", 2010)


def test_changes_are_in_order_of_years() -> None:
    every = organs.changes()
    assert list(every) == sorted(every, key=lambda change: change.year)
    assert {change.year for change in organs.changes("铁道部")} == {2013}
    assert set(organs.changes("铁道部")) < set(every)


# ---- the table


def test_where_filters_by_level_and_year() -> None:
    ministries = organs.where(level="ministry", year=2014)
    assert {organ.level for organ in ministries} == {OrganLevel.MINISTRY}
    assert "国土资源部" in _names(ministries)
    assert "自然资源部" not in _names(ministries)
    assert len(organs.where()) == len(organs) == len(list(organs))


def test_contains_takes_names_only() -> None:
    assert "财政部" in organs
    assert "某某部" not in organs
    assert 5 not in organs


def test_an_organ_is_one_object() -> None:
    assert organs["财政部"] is organs.get("财政部")
    assert organs.codes("国办发")[0] is organs.codes("国办发")[0]
    assert OrganTable()["财政部"] == organs["财政部"]


def test_nothing_is_read_before_the_first_question() -> None:
    program = (
        "from egovkit.data import rows\n"
        "from egovkit.catalogue.organs import organs\n"
        "assert rows.cache_info().currsize == 0\n"
        "assert organs.find('财政部')\n"
        "assert rows.cache_info().currsize > 0\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


# ---- one's own


def own(name: str = "某市大数据局", **fields: object) -> Organ:
    return Organ.model_validate({"name": name, "level": "city", **fields})


def own_code(code: str, organ: str = "某市大数据局", **fields: object) -> OrganCode:
    return OrganCode.model_validate({"code": code, "organ": organ, "source": "本局", **fields})


@given(st.lists(organ_codes(), max_size=3), organ_names())
@settings(max_examples=30)
def test_what_is_added_leaves_the_rest_as_it_was(codes: list[OrganCode], name: OrganName) -> None:
    mine = organs.with_own([own(short_name="市数局"), own_code("某数发"), *codes])
    assert len(mine) == len(organs) + 1
    assert "某市大数据局" not in organs
    assert mine.find(name.surface) == organs.find(name.surface)
    for code in codes:
        assert set(mine.codes(code.code)) == set(organs.codes(code.code))
        assert set(mine.codes_of(code.organ)) == set(organs.codes_of(code.organ))


def test_ones_own_organ_is_asked_like_the_others() -> None:
    bureau = own(short_name="市数局", aliases=["市大数据中心"], periods=[Period(start=2019)])
    mine = organs.with_own([bureau, own_code("某数发", valid_from=2020)]).with_own([own_code("某数（办）发")])
    assert mine["某市 大数据局"] is mine.get("市数局") is mine.get("中华人民共和国市大数据中心") is bureau
    assert mine.of("某数发〔2024〕1号") == mine.by_code("某数(办)发", 2024) == (bureau,)
    assert mine.by_code("某数发", 2019) == mine.by_code("某数（办）发", 2018) == ()
    assert [code.code for code in mine.codes_of("市数局")] == ["某数发", "某数（办）发"]
    assert [code.code for code in mine.codes_of(bureau, 2019)] == ["某数（办）发"]
    assert mine.named_in("财政部、某市大数据局") == (*organs.find("财政部"), bureau)
    assert bureau in mine.where(level="city", year=2024)
    assert bureau not in mine.where(year=2018)
    assert mine["某市大数据局办公室"].parent == "某市大数据局"


def test_ones_own_row_takes_the_place_of_the_same_one() -> None:
    ministry = own("财政部", aliases=["财部"])
    mine = organs.with_own([ministry, own_code("国办发", "国务院办公厅", note="本局所记")])
    assert len(mine) == len(organs)
    assert mine.get("财部") is mine.get("财政部") is ministry
    assert [code.note for code in mine.codes("国办发")] == ["本局所记"]
    assert [code.note for code in mine.codes_of("国务院办公厅") if code.code == "国办发"] == ["本局所记"]


def test_ones_own_code_that_others_have_is_a_candidate_more() -> None:
    mine = organs.with_own([own(), own_code("宁政发")])
    assert _names(mine.of("宁政发〔2014〕1号")) == [*_names(organs.of("宁政发〔2014〕1号")), "某市大数据局"]


def test_ones_own_organ_takes_its_place_in_a_history() -> None:
    center = own("某市信息中心", predecessors=["财政部", "没有这个机关"], periods=[Period(start=2010, end=2019)])
    mine = organs.with_own([center, own(predecessors=["某市信息中心"], periods=[Period(start=2019)])])
    assert _names(mine.predecessors("某市信息中心")) == ["财政部"]
    assert _names(mine.successors("财政部")) == ["某市信息中心"]
    assert _names(mine.successors("某市信息中心")) == ["某市大数据局"]
    assert _names(mine.lineage("财政部"))[-2:] == ["某市信息中心", "某市大数据局"]
    assert organs.successors("财政部") == ()


def test_a_code_of_an_organ_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownTerm, match="某市大数据局"):
        organs.with_own([own_code("某数发")])


@pytest.mark.corpus
def test_numbers_of_the_corpus_have_organs(shared: Path) -> None:
    table = (shared / "corpus" / "numbers.tsv").read_text(encoding="utf-8").splitlines()[1:]
    regular = [cells for line in table if (cells := line.split("\t"))[2] == "regular" and cells[3]]
    known = sum(bool(organs.by_code(cells[3], int(cells[4]))) for cells in regular)
    assert known / len(regular) > 0.99


@pytest.mark.corpus
def test_numbers_of_provinces_are_of_their_regions(shared: Path) -> None:
    provinces = {"Shanghai": "31", "Guangdong": "44", "Yunnan": "53", "Henan": "41", "Liaoning": "21", "Sichuan": "51"}
    with gzip.open(shared / "facts" / "register" / "local.tsv.gz", "rt", encoding="utf-8") as lines:
        listed = [
            row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["province"] in provinces
        ]
    wrong = 0
    for row in listed:
        regions = (
            {organ.region for organ in organs.of(row["number"])} if IssuanceNumber.is_valid(row["number"]) else set()
        )
        wrong += bool(regions - {None}) and not any(
            (code or "").startswith(provinces[row["province"]]) for code in regions
        )
    assert len(listed) > 18_000
    # 厅字 is a code of the centre that two offices of provinces bear as well.
    assert wrong <= 2
