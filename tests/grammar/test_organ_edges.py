"""What comes before an order or announcement never changes its organ, whether a list has the words or not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.data import rows, table
from egovkit.grammar.issuers import is_issuer, issuers_start
from egovkit.grammar.organ_edges import known_tail, stop_ends
from egovkit.models.issuance import find_numbers

# Words of all kinds before a number, of which the lexicon has some.
WORDS = [
    "后为",
    "改为",
    "应为",
    "误作",
    "写成",
    "变成",
    "对应",
    "取代",
    "另有",
    "例如",
    "所引",
    "并非",
    "称为",
    "名为",
    "叫",
    "认为",
    "发现",
    "查到",
    "新",
    "以上",
    "这份",
    "第一份",
    "正确",
    "引自",
    "见诸",
    "违背",
    "不符合",
    "参阅",
    "详细参见",
    "主要有",
    "区别于",
    "标注",
    "载明",
    "涉嫌违反",
    "未按照",
    "享有",
    "履行",
    "列入",
    "近日",
    "我部",
    "该局",
    "比如",
]
OF_THE_STATE = [
    "国务院",
    "财政部",
    "国家税务总局",
    "海关总署",
    "工业和信息化部",
    "最高人民法院",
    "中国人民银行",
    "中央军委",
]
OTHERS = ["人民政府", "人民代表大会常务委员会", "财政局"]


def _places() -> list[str]:
    heading, lines = table("regions")
    names = {line[heading.index("name")] for line in lines}
    return sorted(name for name in names if len(name) > 2)


def _order(organ: str, before: str) -> list[str]:
    return [str(mention.value) for mention in find_numbers(f"该条例修订，{before}{organ}令第12号。")]


@given(st.sampled_from(WORDS), st.sampled_from(OF_THE_STATE))
def test_an_organ_of_the_state_begins_after_any_words(before: str, organ: str) -> None:
    assert _order(organ, before) == [f"{organ}令第12号"]


@given(st.sampled_from(WORDS), st.sampled_from(_places()), st.sampled_from(OTHERS))
def test_a_place_begins_after_any_words(before: str, place: str, organ: str) -> None:
    assert _order(f"{place}{organ}", before) == [f"{place}{organ}令第12号"]


@given(st.sampled_from(WORDS))
def test_several_organs_begin_after_any_words(before: str) -> None:
    for organs in ("国家发展改革委财政部", "财政部 国家税务总局", "生态环境部、国家发展和改革委员会"):
        [found] = find_numbers(f"该文修订，{before}{organs}公告2020年第8号。")
        assert found.start == len("该文修订，") + len(before)


def test_every_place_has_its_own_name() -> None:
    """日照, 黔南布依族… and 会同 hold words that end the phrase before an organ, 马鞍山 and 元宝山 the name of another place."""
    wrong = [place for place in _places() if issuers_start(f"{place}人民政府", len(place) + 4) != 0]
    assert wrong == []


def test_every_organ_of_the_tables_has_its_own_name() -> None:
    names = {row["organ"] for row in rows("organs")} | {row["name"] for row in rows("organ_names")}
    assert [name for name in sorted(names) if "（" not in name and known_tail(name)] == []


@pytest.mark.corpus
def test_the_organs_of_the_facts_have_their_own_names(shared: Path) -> None:
    with (shared / "facts" / "register" / "organs.tsv").open(encoding="utf-8") as file:
        names = {row["full_name"] for row in csv.DictReader(file, delimiter="\t")}
    names = {name for name in names if all("\u3400" <= c <= "\u9fff" for c in name)}
    assert len(names) > 5000
    wrong = [name for name in names if not is_issuer(name)]
    assert len(wrong) * 1000 <= len(names), wrong


@pytest.mark.parametrize(
    "name",
    [
        "中共湖北省委员会",  # a party
        "政协武汉市委员会",
        "中国人民解放军总政治部",
        "湖北武汉市人民政府",  # the place it lies in
        "乐山市中区人民政府",
        "青岛市国家税务局",  # another organ than the state's
        "国家税务总局广东省税务局",
        "住房城乡建设部",  # a shorter name at its end
        "某某管理处",  # nothing shows where it begins
    ],
)
def test_what_belongs_to_a_name_stays(name: str) -> None:
    assert known_tail(name) == 0


@pytest.mark.parametrize(
    ("run", "ends"),
    [
        ("按照日照市人民政府", [1, 2]),
        ("日照市人民政府", []),
        ("依据黔南布依族苗族自治州人民政府", [1, 2]),
        ("会同县人民政府", []),
        ("国家数据局", []),  # 据 is inside a word
    ],
)
def test_a_word_inside_a_place_ends_nothing(run: str, ends: list[int]) -> None:
    assert stop_ends(run) == ends
