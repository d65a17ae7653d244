"""The register: what a number or title is, by whatever name it goes."""

from __future__ import annotations

import copy
import pickle
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.catalogue.organs import organs
from egovkit.catalogue.policies import policies
from egovkit.catalogue.register import Register, register
from egovkit.catalogue.register_keys import number_keys
from egovkit.catalogue.terms import in_term
from egovkit.errors import AmbiguousTerm, ParseError, UnknownCondition, UnknownTerm
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.policy import DocumentLevel, PolicyRecord
from tests.witness import survivors

OWN = PolicyRecord(number=IssuanceNumber.parse("某政发〔2024〕3号"), title="某市人民政府关于护林防火的通知")


# ---- numbers


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("国发〔2015〕50号", "国务院关于印发促进大数据发展行动纲要的通知"),
        ("国发[2015]50号", "国务院关于印发促进大数据发展行动纲要的通知"),
        ("国令第711号", "中华人民共和国政府信息公开条例"),
        ("中华人民共和国国务院令第711号", "中华人民共和国政府信息公开条例"),
        ("国家药监局公告2021年第121号", "关于公布医疗器械注册申报资料要求和批准证明文件格式的公告"),
        ("国家药品监督管理局公告2021年第121号", "关于公布医疗器械注册申报资料要求和批准证明文件格式的公告"),
        ("国家药品监督管理局2021年第121号", "关于公布医疗器械注册申报资料要求和批准证明文件格式的公告"),
        ("财政部税务总局公告2020年第9号", "关于支持新型冠状病毒感染的肺炎疫情防控有关捐赠税收政策的公告"),
        ("财政部 国家税务总局公告2020年第9号", "关于支持新型冠状病毒感染的肺炎疫情防控有关捐赠税收政策的公告"),
        ("卫生部部令第82号", "医疗器械召回管理办法（试行）"),
        ("国家卫生健康委委令第1号", "医疗技术临床应用管理办法"),
        ("国家药品监督管理局局令第31号", "医疗器械标准管理办法"),
        ("海关总署署令第65号", "保税区海关监管办法"),
        ("国务院、中华人民共和国中央军事委员会令第672号", "中华人民共和国无线电管理条例"),
        ("国家发展改革委、中华人民共和国商务部公告2025年第2号", "2025年农产品进口关税配额再分配公告"),
    ],
)
def test_a_number_is_found_however_it_names_its_organs(asked: str, title: str) -> None:
    assert register[asked].title == title
    assert register[IssuanceNumber.parse(asked)] == register[asked]
    assert asked in register


def test_the_first_of_several_organs_is_no_sure_name_of_what_they_announced() -> None:
    match, *others = register.by_number("财政部公告2020年第9号")
    assert not others
    assert (match.way.value, match.sure) == ("first_organ", False)


def test_an_order_that_is_given_anew_is_several_documents() -> None:
    found = register.by_number("主席令第55号")
    assert len(found) > 1
    assert not any(match.sure for match in found)
    with pytest.raises(AmbiguousTerm) as caught:
        register["中华人民共和国主席令第55号"]
    assert len(caught.value.candidates) == len(found)


def test_an_order_is_found_by_every_name_of_its_organ() -> None:
    orders = [
        record
        for record in register
        if record.number is not None and record.number.form is not NumberForm.REGULAR and record.dated is not None
    ]
    asked = found = 0
    for record in orders[::5]:
        code = "" if record.number is None else record.number.code or ""
        for organ in organs.find(code, year=record.year):
            for name in organ.names:
                asked += 1
                named = str(record.number).replace(code, name)
                found += any(match.record.title == record.title for match in register.by_number(named))
    assert asked > 250
    assert found >= 0.99 * asked


def test_an_order_of_a_short_name_that_several_organs_bore_is_of_each_of_them() -> None:
    found = register.by_number("国家计委令第4号")
    assert {match.record.number.code for match in found if match.record.number} == {
        "国家计划委员会",
        "国家发展计划委员会",
    }
    assert not any(match.sure for match in found)


def test_one_announcement_of_several_guidelines_is_several_documents_of_one_number() -> None:
    found = register.find("国家药品监督管理局医疗器械技术审评中心通告2024年第19号")
    assert len(found) > 2
    assert len({record.title for record in found}) == len(found)


def test_a_number_that_is_none_is_a_parse_error_where_a_number_is_asked_for() -> None:
    with pytest.raises(ParseError):
        register.by_number("国办发2014")


# ---- titles


@pytest.mark.parametrize(
    ("asked", "key", "way", "sure"),
    [
        ("国务院关于加强数字政府建设的指导意见", "国发〔2022〕14号", "title", True),
        ("《关于加强数字政府建设的指导意见》", "国发〔2022〕14号", "without_issuer", False),
        ("促进大数据发展行动纲要", "国发〔2015〕50号", "instrument", True),
        ("关于印发促进大数据发展行动纲要的通知", "国发〔2015〕50号", "without_issuer", False),
        ("国务院关于印发《促进大数据发展行动纲要》的通知", "国发〔2015〕50号", "title", True),
        ("土地管理法", "中华人民共和国土地管理法", "without_state", True),
        ("中华人民共和国土地管理法（2019年修正）", "中华人民共和国土地管理法", "without_bracket", True),
        ("民法典", "中华人民共和国民法典", "without_state", True),
    ],
)
def test_a_title_is_found_in_every_form(asked: str, key: str, way: str, sure: bool) -> None:
    match = register.by_title(asked)[0]
    assert (match.record.key, match.way.value, match.sure) == (key, way, sure)


@pytest.mark.parametrize(
    "asked",
    [
        "上海市人民政府关于加强数字政府建设的指导意见",
        "某部办公厅关于印发促进大数据发展行动纲要的通知",
        "某市土地管理法",
        "通知",
        "办法",
    ],
)
def test_the_title_of_another_issuer_is_another_document(asked: str) -> None:
    assert register.by_title(asked) == ()


def test_an_issuer_is_the_same_by_any_of_its_names() -> None:
    assert (
        register.find("国家发改委等部门关于加强新能源汽车与电网融合互动的实施意见")[0].key == "发改能源〔2023〕1721号"
    )


def test_a_curated_policy_goes_before_the_law_that_it_is() -> None:
    assert [match.record for match in register.by_title("网络安全法")] == [policies["主席令第53号"]]


# ---- the contract


def test_the_verbs_of_every_table() -> None:
    assert len(register) == sum(1 for _ in register) > 14_000
    record = register["国发〔2022〕14号"]
    assert record in register
    assert record.model_copy(update={"note": "别的"}) not in register
    assert register.get("国发〔2022〕14号") == record
    assert register.get("没有这个名字", 7) == 7
    assert register.find("没有这个名字") == ()
    for other in (3, None, object()):
        assert other not in register
    with pytest.raises(UnknownTerm) as caught:
        register["国务院关于加快数字政府建设的指导意见"]
    assert "国务院关于加强数字政府建设的指导意见" in caught.value.near
    with pytest.raises(UnknownTerm, match="did you mean 国发〔2018〕44号"):
        register["国发〔2019〕44号"]
    with pytest.raises(TypeError, match="the table of documents is asked by str or IssuanceNumber"):
        register[3]  # type: ignore[index]  # the fault itself
    assert repr(register) == f"<Register of {len(register)} documents>"


@given(text=st.text(max_size=40) | st.text(alphabet="国办发中华部局法条例《》〔〕2014号 、第令公告\u200b", max_size=24))
def test_no_text_is_an_error_to_find(text: str) -> None:
    found = register.find(text)
    assert isinstance(found, tuple)
    assert register.get(text) in (None, *found)


def test_where_picks_by_fields() -> None:
    laws = register.where(level="law")
    assert type(laws) is Register
    assert {record.level for record in laws} == {DocumentLevel.LAW}
    assert 300 < len(laws) < len(register)
    assert "土地管理法" in laws
    assert "国发〔2022〕14号" not in laws
    assert laws.get("国发〔2022〕14号") is None
    assert laws.law("土地管理法") == register.law("土地管理法")
    assert list(register.where()) == list(register)
    some = register.where(issuer="国办", year=2014)
    assert some
    assert all("国务院办公厅" in record.issuers and record.year == 2014 for record in some)
    assert list(some.where(since="2014-07", until="2014-07")) == [
        record for record in some if record.dated is not None and record.dated.month == 7
    ]
    with pytest.raises(UnknownCondition) as caught:
        register.where(level="laws")
    assert caught.value.near == ("law",)
    with pytest.raises(UnknownCondition):
        register.where(yaer=2014)  # type: ignore[arg-type]  # the fault itself


def test_rows_of_ones_own_are_asked_like_the_others() -> None:
    mine = register.with_own([OWN])
    assert type(mine) is Register
    assert len(mine) == len(register) + 1
    assert mine["某政发〔2024〕3号"] == OWN
    assert mine["某市人民政府关于护林防火的通知"] == OWN
    assert [match.record for match in mine.by_title("关于护林防火的通知")] == [OWN]
    assert mine["国发〔2022〕14号"] == register["国发〔2022〕14号"]
    assert OWN not in register
    assert mine.search("护林防火", limit=1) == (OWN,)
    with pytest.raises(TypeError, match="takes a list of PolicyRecord"):
        register.with_own(OWN)  # type: ignore[arg-type]  # the fault itself


def test_a_row_of_ones_own_takes_the_place_of_the_one_of_its_number_and_title() -> None:
    changed = register["国发〔2022〕14号"].model_copy(update={"note": "本单位留存"})
    mine = register.with_own([changed])
    assert len(mine) == len(register)
    assert mine["国发〔2022〕14号"] == changed
    assert mine.find("国务院关于加强数字政府建设的指导意见") == (changed,)
    assert list(mine)[-1] == changed


def test_a_register_is_pickled_and_copied_without_what_it_is_made_of() -> None:
    mine = register.with_own([OWN])
    assert "某政发〔2024〕3号" in mine
    for again in (pickle.loads(pickle.dumps(mine)), copy.copy(mine), copy.deepcopy(mine)):  # noqa: S301  # our own bytes
        assert again["某政发〔2024〕3号"] == OWN
        assert len(again) == len(mine)
    assert len(pickle.dumps(register)) < 300


# ---- the rest


def test_a_window_lies_between_the_days_of_the_numbers_around_one() -> None:
    window = register.window("国办发〔2014〕62号")
    assert window is not None
    assert window.after is not None
    assert window.before is not None
    assert window.after.first_day <= window.before.first_day
    for unknown in ("国务院令第711号", "某某发〔2014〕1号", "国办发〔1950〕1号"):
        assert register.window(unknown) is None


def test_search_gives_titles_that_hold_the_words() -> None:
    found = register.search("政府网站 普查", limit=3)
    assert found
    assert "政府网站普查" in found[0].title
    assert len(register.search("的", limit=5)) == 0
    assert register.search("", limit=5) == ()


def test_the_register_says_how_complete_it_is_and_where_its_rows_are_from() -> None:
    about = register.about()
    assert 0.7 < about.share("国发", 2013, 2022) < 0.9
    assert about.share("国函", 2013, 2022) < 0.5
    assert about.share("某发", 2013, 2022) == 0
    source = about.source("cite:WW")
    assert source is not None
    assert source.key == "cite"
    assert about.source("某处") is None


# ---- editions and trials


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("医疗器械网络安全注册审查指导原则（2022年修订版）", ["国家药品监督管理局医疗器械技术审评中心通告2022年第7号"]),
        # The one of 2017 is not that of 2022; a law is one text in every edition.
        ("医疗器械网络安全注册技术审查指导原则（2022年修订版）", []),
        ("医疗器械网络安全注册技术审查指导原则（2018年版）", ["国家食品药品监督管理总局通告2017年第13号"]),
        ("医疗器械网络安全注册技术审查指导原则", ["国家食品药品监督管理总局通告2017年第13号"]),
        ("中华人民共和国档案法（2020年修订）", ["中华人民共和国档案法"]),
        ("中华人民共和国档案法（1950年修订）", ["中华人民共和国档案法"]),
    ],
)
def test_an_edition_is_that_of_its_year(title: str, found: list[str]) -> None:
    assert [match.record.key for match in register.by_title(title)] == found


@pytest.mark.parametrize(
    ("title", "sure"),
    [
        ("移动医疗器械注册技术审查指导原则", False),
        ("移动医疗器械注册技术审查指导原则（2025年修订版）", True),
        ("国家智能制造标准体系建设指南（2024版）", True),
        ("中华人民共和国档案法（2020年修订）", True),
    ],
)
def test_an_edition_of_a_year_follows_an_older_one(title: str, *, sure: bool) -> None:
    assert [match.sure for match in register.by_title(title)] == [sure]


@pytest.mark.parametrize("trial", ["试行", "草案", "暂行", "征求意见稿"])
def test_what_is_on_trial_may_be_another_text(trial: str) -> None:
    (match,) = register.by_title(f"突发公共卫生事件应急条例（{trial}）")
    assert not match.sure
    (match,) = register.by_title("突发公共卫生事件应急条例")
    assert match.sure


# ---- orders of the President, numbered anew with every congress


@pytest.mark.parametrize(
    ("number", "titles", "sure"),
    [
        ("主席令〔六届〕第37号", ["中华人民共和国民法通则"], True),
        ("主席令〔十三届〕第35号", ["中华人民共和国密码法"], True),
        ("主席令第35号", ["中华人民共和国密码法"], False),
        # No law of that congress is known by the number.
        ("主席令〔九届〕第37号", [], False),
        ("主席令〔十二届〕第35号", [], False),
    ],
)
def test_a_session_tells_orders_of_one_number_apart(number: str, titles: list[str], *, sure: bool) -> None:
    found = register.by_number(number)
    assert [match.record.title for match in found] == titles
    assert all(match.sure is sure for match in found)


@pytest.mark.parametrize(
    ("days", "session", "expected"),
    [
        (["1983-06-06"], 6, True),
        (["1983-03-01"], 6, False),
        (["1988-03-25"], 6, True),
        (["1988-03-25"], 7, True),
        (["1988-04-01"], 6, False),
        (["2026-03-12"], 14, True),
        (["2003"], 9, True),
        (["1990-01-01", "2019-10-26"], 13, True),
        ([], 13, None),
    ],
)
def test_a_day_lies_in_the_term_of_a_congress(days: list[str], session: int, *, expected: bool | None) -> None:
    assert in_term(map(DocumentDate.parse, days), session) is expected


def test_a_document_of_a_session_is_found_without_it() -> None:
    number = IssuanceNumber.parse("主席令〔九届〕第37号")
    assert [key for key, _ in number_keys(number)] == ["主席令〔九届〕第37号", "主席令第37号"]


# ---- words

_CANCELLING = "关于发布《企业注销指引（2025年修订）》的公告"
LOOKED_UP = [
    "卫生部部令第82号",
    "国家卫生健康委委令第1号",
    "国家药品监督管理局局令第31号",
    "海关总署署令第65号",
    *(f"市场监管总局{several}{_CANCELLING}" for several in ("等6个部门", "等六家单位", "等六部委", "等六部门和单位")),
    *(f"价格违法行为行政处罚实施办法（{word}）" for word in ("试行", "草案", "暂行", "征求意见稿")),
    "一次性使用无菌导尿管注册技术审查指导原则",
]


def _looked_up(asked: str) -> list[tuple[str, bool]]:
    found = register.by_number(asked) if asked.endswith("号") else register.by_title(asked)
    return [(match.record.title, match.sure) for match in found]


def test_every_word_of_a_look_up_decides_one() -> None:
    cases = [(asked, _looked_up(asked)) for asked in LOOKED_UP]
    assert all(found for _, found in cases)
    assert survivors(import_module("egovkit.catalogue.register_lookup"), cases, _looked_up) == []


def test_a_title_on_trial_may_be_of_another_text() -> None:
    assert _looked_up("价格违法行为行政处罚实施办法") == [("价格违法行为行政处罚实施办法", True)]
    assert _looked_up("价格违法行为行政处罚实施办法（征求意见稿）") == [("价格违法行为行政处罚实施办法", False)]
