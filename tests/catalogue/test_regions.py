"""Regions and the organs composed of them: by name, by code, by year, and nothing where several may be meant."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.catalogue.local_organs import composed, composed_codes, departments_of
from egovkit.catalogue.organs import organs
from egovkit.catalogue.regions import Regions, places_in, region_in
from egovkit.checks.organ_codes import holders
from egovkit.data import rows
from egovkit.errors import ParseError
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.organ import Organ, OrganLevel
from egovkit.models.region import Region, Tier, tier_of
from tests.witness import survivors

SHIPPED = Regions.shipped()
CURRENT = tuple(SHIPPED.current())


def _names(found: tuple[Organ, ...]) -> list[str]:
    return [organ.name for organ in found]


# ---- the tables


def test_every_region_is_valid_and_stands_in_order() -> None:
    keys = [(region.code, region.name) for region in SHIPPED]
    assert keys == sorted(set(keys))
    for region in SHIPPED:
        assert Region.model_validate(region.model_dump()) == region
        assert region.valid_from is None or region.valid_to is None or region.valid_from <= region.valid_to


def test_all_provinces_prefectures_and_counties_of_today_are_there() -> None:
    counts = {tier: sum(region.tier is tier for region in CURRENT) for tier in Tier}
    assert counts == {Tier.NATIONAL: 0, Tier.PROVINCE: 33, Tier.PREFECTURE: 333, Tier.COUNTY: 2847}
    # Two regions of one name and one outer region would be one organ.
    assert len({SHIPPED.full_name(region) for region in CURRENT}) == len(CURRENT)


def test_sources_of_regions_and_departments_are_in_the_table_of_sources() -> None:
    known = {row["key"] for row in rows("organ_sources")}
    for table in ("regions", "local_departments", "region_letters"):
        assert {key for row in rows(table) for key in row["source"].split("|") if key} <= known


def test_letters_of_a_region_are_of_a_region() -> None:
    assert all(SHIPPED.code(row["region"]) is not None for row in rows("region_letters"))


@pytest.mark.parametrize("tier", [Tier.PROVINCE, Tier.PREFECTURE, Tier.COUNTY])
def test_a_department_has_names_that_no_other_of_its_time_has(tier: Tier) -> None:
    for found in departments_of(tier).values():
        assert len(found) == 1, [department.name for department in found]


# ---- places


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("湖南省", None, "430000"),
        ("长沙市", None, "430100"),
        ("湖南省长沙市岳麓区人民政府办公室", None, "430104"),
        ("长沙市岳麓区", None, "430104"),
        ("岳麓区", None, "430104"),
        ("海淀区人民政府", None, "110108"),
        ("吉林省吉林市人民政府", None, "220200"),
        ("吉林市人民政府", None, "220200"),
        ("恩施州人民政府", None, "422800"),
        ("黔东南州教育局", None, "522600"),
        ("广西自治区人民政府", None, "450000"),
        ("仙桃市人民政府", None, "429004"),
        ("浦东新区人民政府", None, "310115"),
        ("襄樊市人民政府", None, "420600"),
        ("襄樊市人民政府", 2005, "420600"),
        ("襄樊市人民政府", 2015, None),
        # Two districts of today; one in a year.
        ("朝阳区人民政府", None, None),
        ("北京市朝阳区人民政府", None, "110105"),
        ("通州区人民政府", 2000, "110112"),
        ("通州区人民政府", None, None),
        # A district of another city bore the name until 2014.
        ("桥东区人民政府", None, None),
        # One place under several codes.
        ("正定县人民政府", None, "130123"),
        ("定安县人民政府", None, "469021"),
        # Names of two characters begin many words.
        ("西区域发展规划", None, None),
        ("攀枝花市东区人民政府", None, "510402"),
        ("国务院", None, None),
        ("关于湖南省的通知", None, None),
        ("", None, None),
    ],
)
def test_a_text_is_of_the_region_that_it_begins_with(text: str, year: int | None, code: str | None) -> None:
    found = region_in(SHIPPED, text, year)
    assert (None if found is None else found.code) == code


@given(st.sampled_from(CURRENT))
def test_a_full_name_is_of_its_region(region: Region) -> None:
    assert region_in(SHIPPED, SHIPPED.full_name(region), 2026) == region
    above = SHIPPED.above(region)
    assert (above is None) == (region.tier is Tier.PROVINCE)
    if above is not None:
        assert region_in(SHIPPED, above.name + region.name, 2026) == region


@given(st.text(max_size=30), st.none() | st.integers(1949, 2030))
def test_no_text_raises(text: str, year: int | None) -> None:
    for region, end in places_in(SHIPPED, text, year):
        assert region.name[:1] == text[:1]
        assert 0 < end <= len(text)
    assert organs.region_of(text, year) is None or re.fullmatch("[1-9][0-9]{5}", str(organs.region_of(text, year)))


# ---- organs by name


@pytest.mark.parametrize(
    ("name", "full", "level", "parent", "region"),
    [
        ("湖南省发展和改革委员会", "湖南省发展和改革委员会", "province_department", "湖南省人民政府", "430000"),
        ("湖南省发改委", "湖南省发展和改革委员会", "province_department", "湖南省人民政府", "430000"),
        ("长沙市住房和城乡建设局", "长沙市住房和城乡建设局", "city_department", "长沙市人民政府", "430100"),
        ("湖南省长沙市住建局", "长沙市住房和城乡建设局", "city_department", "长沙市人民政府", "430100"),
        ("海淀区人民政府", "北京市海淀区人民政府", "district", "北京市人民政府", "110108"),
        ("海淀区政府", "北京市海淀区人民政府", "district", "北京市人民政府", "110108"),
        ("长沙市岳麓区教育局", "长沙市岳麓区教育局", "district", "长沙市岳麓区人民政府", "430104"),
        (
            "石家庄市正定县人民政府办公室",
            "石家庄市正定县人民政府办公室",
            "district",
            "石家庄市正定县人民政府",
            "130123",
        ),
        ("株洲市人民政府", "株洲市人民政府", "city", "湖南省人民政府", "430200"),
        ("锡林郭勒盟行政公署", "锡林郭勒盟行政公署", "city", "内蒙古自治区人民政府", "152500"),
        ("喀什地区行署办公室", "喀什地区行政公署办公室", "city", "喀什地区行政公署", "653100"),
        ("香港特别行政区政府", "香港特别行政区政府", "province", "国务院", "810000"),
        ("恩施州教育局", "恩施土家族苗族自治州教育局", "city_department", "恩施土家族苗族自治州人民政府", "422800"),
        ("长沙市教育局办公室", "长沙市教育局办公室", "city_department", "长沙市教育局", "430100"),
    ],
)
def test_a_local_organ_is_found_by_place_and_department(
    name: str, full: str, level: str, parent: str, region: str
) -> None:
    (organ,) = organs.find(name)
    assert (organ.name, organ.level.value, organ.parent, organ.region) == (full, level, parent, region)
    assert organ.confidence == "composed"
    assert organ.tier is tier_of(region)
    assert organs[full] == organ
    assert name in organs


@pytest.mark.parametrize(
    "name",
    [
        "长沙市某某局",
        "长沙市",
        "某市住房和城乡建设局",
        "湖南省教育局",
        "长沙市教育厅",
        "长沙市岳麓区教育厅",
        "教育局",
        "人民政府",
        "北京市教育厅",
    ],
)
def test_what_is_no_department_of_a_region_is_not_composed(name: str) -> None:
    assert composed(name) == organs.find(name) == ()


@pytest.mark.parametrize(
    ("letters", "first", "several"),
    [
        ("湘发改", "湖南省发展和改革委员会", False),
        ("沪府办发", "上海市人民政府办公厅", False),
        ("长住建发", "长春市住房和城乡建设局", True),
    ],
)
def test_letters_of_a_place_and_a_department_are_candidates(letters: str, first: str, *, several: bool) -> None:
    found = organs.find(letters)
    assert found[0].name == first
    assert (len(found) > 1) is several
    assert organs.of(letters) == organs.by_code(letters) == found


@pytest.mark.parametrize(
    "word", ["通知", "教育局", "通知书", "国办发", "财税", "朝阳", "长沙市", "号", "新能源", "川能源", "新交通"]
)
def test_a_word_is_no_local_organ_by_its_letters(word: str) -> None:
    assert organs.find(word) == ()


def test_a_code_alone_is_answered_and_what_is_none_is_no_number() -> None:
    assert [organ.name for organ in organs.of("国办发")] == ["国务院办公厅"]
    with pytest.raises(ParseError):
        organs.of("什么都不是")


def test_all_that_a_name_may_mean_are_candidates() -> None:
    assert _names(organs.find("朝阳区人民政府")) == ["北京市朝阳区人民政府", "长春市朝阳区人民政府"]


def test_a_row_goes_before_what_is_composed() -> None:
    (row,) = organs.find("湖北省政府办公厅")
    assert row.confidence == "sure"
    assert organs["上海市嘉定区人民政府"].confidence == "likely"
    assert organs["嘉定区人民政府"] is organs["上海市嘉定区人民政府"]


def test_one_name_is_that_of_one_region_after_another() -> None:
    (now,) = organs.find("重庆市渝中区人民政府")
    (then,) = organs.find("重庆市渝中区人民政府", year=1995)
    assert (now.region, then.region) == ("500103", "510202")
    assert organs["重庆市渝中区人民政府"] is now


def test_names_go_through_time() -> None:
    assert organs.find("长沙市环境保护局", year=2021) == organs.find("长沙市生态环境局", year=2010) == ()
    assert _names(organs.find("襄樊市教育局", year=2005)) == ["襄樊市教育局"]
    assert organs.find("襄樊市教育局", year=2015) == ()
    assert organs.existed("襄樊市人民政府", 2015) is False
    assert organs.existed("襄阳市人民政府", 2015) is True


@given(st.sampled_from(CURRENT), st.data())
def test_every_composed_organ_goes_by_each_of_its_names(region: Region, data: st.DataObject) -> None:
    departments = departments_of(region.tier)
    name = data.draw(st.sampled_from(sorted(departments)))
    full = SHIPPED.full_name(region) + name
    for organ in composed(full, 2026):
        assert organ.region == region.code
        assert Organ.model_validate(organ.model_dump()) == organ
        assert len(set(organ.names)) == len(organ.names)
        for other in organ.names:
            assert organ.name in _names(composed(other))


@given(st.sampled_from(CURRENT))
def test_every_government_of_today_is_found(region: Region) -> None:
    special, area = region.name.endswith("特别行政区"), region.name.endswith(("地区", "盟"))
    government = "政府" if special else "行政公署" if area else "人民政府"
    (organ,) = organs.find(SHIPPED.full_name(region) + government, year=2026)
    assert (organ.region, organ.tier) == (region.code, region.tier)


# ---- by code


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("湘发改", ["湖南省发展和改革委员会"]),
        ("湘发改价费", ["湖南省发展和改革委员会"]),
        ("湘政办发", ["湖南省人民政府办公厅"]),
        ("株政办发", ["株洲市人民政府办公厅", "株洲市人民政府办公室"]),
        ("穗人社规字", ["广州市人力资源和社会保障局"]),
        ("宁应急", ["宁夏回族自治区应急管理厅", "宁夏回族自治区应急管理局", "南京市应急管理局", "西宁市应急管理局"]),
        ("京建发", ["北京市住房和城乡建设委员会", "北京市建设委员会"]),
        ("津司发", ["天津市司法局"]),
        ("新政办", ["新疆维吾尔自治区人民政府办公厅", "新乡市人民政府办公厅", "新乡市人民政府办公室"]),
        # 交 begins codes of the ministry of transport, and is no county's.
        ("交公发", []),
        ("湘政法", []),
        ("湘住建办发", []),
        ("湘民某某", []),
        ("某政发", []),
        ("湘", []),
        ("", []),
    ],
)
def test_a_code_of_a_place_and_a_department_has_candidates(code: str, expected: list[str]) -> None:
    found = composed_codes(code)
    assert [row.organ for row in found] == expected
    assert {row.confidence for row in found} <= {"composed"}


def test_a_letter_that_no_province_has_may_be_that_of_a_county() -> None:
    found = [row.organ for row in composed_codes("长住建发", 2020)]
    assert found[:3] == ["长春市住房和城乡建设局", "长沙市住房和城乡建设局", "长治市住房和城乡建设局"]
    assert "湖州市长兴县住房和城乡建设局" in found
    assert "上海市黄浦区人民政府办公室" in [row.organ for row in composed_codes("黄府办发")]
    assert all(organs[name].region == organs.find(name)[0].region for name in found)


def test_candidates_are_those_of_the_year() -> None:
    assert _names(organs.of("湘环发〔2010〕3号")) == ["湖南省环境保护厅", "湖南省环境保护局"]
    assert _names(organs.of("湘环发〔2022〕3号")) == ["湖南省生态环境厅", "湖南省生态环境局"]


def test_what_is_composed_accuses_nobody() -> None:
    assert organs.by_code("长住建发") != ()
    assert holders("长住建发", None) == ()


# ---- region of


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("湘政发〔2020〕1号", "430000"),
        ("长住建发〔2020〕1号", None),
        ("国办发〔2014〕66号", None),
        ("中共海淀区委", "110108"),
        ("国家税务总局湖南省税务局", "430000"),
        ("北京市高级人民法院", "110000"),
        ("《长沙市人民政府关于防火的通知》", "430100"),
        ("财政部", None),
        ("上海市民政局", "310000"),
    ],
)
def test_region_of_an_organ_a_title_a_number(text: str, region: str | None) -> None:
    assert organs.region_of(text) == region


def test_region_of_takes_numbers_and_own_organs() -> None:
    assert organs.region_of(IssuanceNumber.parse("粤府令第2号")) == "440000"
    bureau = Organ(name="某市大数据局", level=OrganLevel.CITY_DEPARTMENT, region="430100")
    assert organs.with_own([bureau]).region_of("某市大数据局") == "430100"
    assert bureau.tier is Tier.PREFECTURE
    assert Organ(name="某县档案局", level=OrganLevel.DISTRICT).tier is Tier.COUNTY


@given(st.sampled_from(CURRENT), st.sampled_from(["教育局", "住房和城乡建设局", "财政局"]))
def test_a_department_is_found_in_whatever_region(region: Region, department: str) -> None:
    if region.tier is Tier.COUNTY:
        full = SHIPPED.full_name(region) + department
        assert [organ.region for organ in organs.find(full, year=2026)] == [region.code]


# ---- words

PREFECTURES = {
    "巴音郭楞蒙古自治州": "巴音郭楞州",
    "临夏回族自治州": "临夏州",
    "甘孜藏族自治州": "甘孜州",
    "凉山彝族自治州": "凉山州",
    "文山壮族苗族自治州": "文山州",
    "黔南布依族苗族自治州": "黔南州",
    "延边朝鲜族自治州": "延边州",
    "黔东南苗族侗族自治州": "黔东南州",
    "大理白族自治州": "大理州",
    "湘西土家族苗族自治州": "湘西州",
    "红河哈尼族彝族自治州": "红河州",
    "伊犁哈萨克自治州": "伊犁州",
    "德宏傣族景颇族自治州": "德宏州",
    "海南黎族苗族自治州": "海南州",
    "怒江傈僳族自治州": "怒江州",
    "阿坝藏族羌族自治州": "阿坝州",
    "克孜勒苏柯尔克孜自治州": "克孜勒苏州",
}


def _has_short_name(name: str) -> bool:
    return bool(Regions([["530000", name, "", "", "", ""]]).named(PREFECTURES[name]))


def test_every_people_decides_a_short_name() -> None:
    cases = [(name, True) for name in PREFECTURES]
    assert [(name, _has_short_name(name)) for name in PREFECTURES] == cases
    assert survivors(import_module("egovkit.catalogue.regions"), cases, _has_short_name) == []


def test_a_prefecture_has_a_short_name_without_its_peoples() -> None:
    for region in CURRENT:
        if region.name.endswith("自治州"):
            assert any(region in SHIPPED.named(f"{region.name[:length]}州") for length in (2, 3, 4, 5)), region.name


BRANCHES = {
    "中国共产党长沙市委员会": "430100",
    "中共长沙市委宣传部": "430100",
    "国家税务总局长沙市税务局": "430100",
    "国家统计局长沙市调查队": "430100",
    "国家金融监督管理总局宁波市监管局": "330200",
    "国家外汇管理局湖南省分局": "430000",
    "中国人民银行湖南省分行": "430000",
    "中国共产主义青年团长沙市委员会": "430100",
    "共青团长沙市委员会": "430100",
    "中国人民银行": None,
    "国家统计局": None,
}


def test_every_organ_before_a_place_decides_a_region() -> None:
    assert {name: organs.region_of(name) for name in BRANCHES} == BRANCHES
    assert survivors(import_module("egovkit.catalogue.organs"), BRANCHES.items(), organs.region_of) == []
