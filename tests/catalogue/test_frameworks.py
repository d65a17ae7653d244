from __future__ import annotations

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.catalogue import framework_names
from egovkit.catalogue.framework_names import Found, NameFinder, fold_name
from egovkit.catalogue.frameworks import FrameworkTable, find_frameworks, frameworks, load_frameworks
from egovkit.data import rows
from egovkit.errors import ReadError
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import Component
from egovkit.models.issuance import IssuanceNumber
from egovkit.strategies import framework as drawn
from tests.test_facade import tables_opened
from tests.witness import survivors

ALWAYS = [row["name"] for row in rows("framework_names") if row["found"] == Found.ALWAYS]
QUOTED = [row["name"] for row in rows("framework_names") if row["found"] != Found.NEVER]


@pytest.mark.parametrize("name", [row["name"] for row in rows("framework_names")])
def test_every_name_and_variant_answers(name: str) -> None:
    framework = frameworks[name]
    assert name in framework.names
    assert frameworks[f"“{name}”"] is framework
    assert frameworks[" ".join(name)] is framework
    assert name in frameworks


def test_the_two_frameworks_of_the_seed() -> None:
    old, new = frameworks["三网一库"], frameworks["两网一站四库十二金"]
    assert (str(old.set_by), str(new.set_by)) == ("国办发〔2001〕25号", "中办发〔2002〕17号")
    assert [group.count for group in new.groups] == [2, 4, 12]
    assert [reading.name for reading in new.readings] == ["文件分组", "教材分组", "含一站"]
    assert new.component("金保").later
    assert {reading.groups[0].leaves[2].name for reading in old.readings} == {"政府公众信息网", "公共管理与服务网络"}
    found = old.compare(new)
    assert [([a.short_name for a in many], str(b)) for many, b in found.merged] == [(["内网", "专网"], "政务内网")]


def test_a_component_that_none_has() -> None:
    assert frameworks.with_component("九网") == ()


@given(st.integers(1985, 2035))
@settings(max_examples=40)
def test_a_year_has_what_had_begun_and_not_ended(year: int) -> None:
    found = frameworks.where(year=year)
    for framework in frameworks:
        running = framework.since is not None and framework.since <= year <= (framework.until or 9999)
        assert (framework in found) == running


def test_names_in_a_text() -> None:
    text = (
        "从“三网一库”到两网、四库、十二金，再到“一网、一门、一次”改革；"
        "“互联网＋”政务服务与“双随机”、“一公开”，一 网 通 办、“放、管、服”和1 + 32 + N。"
    )
    found = find_frameworks(text)
    assert [str(mention.value) for mention in found] == [
        "三网一库", "两网四库十二金", "一网、一门、一次", "互联网+政务服务", "双随机、一公开", "一网通办", "放管服",
        "全国一体化政务大数据体系",
    ]  # fmt: skip
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


NOT_NAMES = [
    "五、统一工程规划。",
    "第五\n公开选拔工作",
    "周五公开宣布，十五公开发行",
    "第一网通办公室",
    "二十三网一库",
    "国家数字政府研究",
    "1+32+Nx",
    "25225人",
    "金税收入，公积金保证金",
    "《“十四五”国家信息化规划》",
    "一网\n\n\n\n\n通办",
    "三网，另有一库",
    "一人一策、一事一议",
    "提供一站式服务",
]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_what_is_no_name(text: str) -> None:
    assert find_frameworks(text) == []


@given(st.lists(st.sampled_from(ALWAYS), min_size=1, max_size=6), st.data())
@settings(max_examples=60)
def test_every_name_is_found_where_it_stands(names: list[str], data: st.DataObject) -> None:
    text, places = "", []
    for name in names:
        text += data.draw(st.sampled_from(["推进", "。深化“", "；\n落实", "《关于"]))
        start = len(text)
        text += data.draw(st.sampled_from(["", " ", "\u3000", "\u200b"])).join(name)
        places.append((start, len(text), frameworks[name].name))
        text += data.draw(st.sampled_from(["”工作", "》", "，", "\n"]))
    assert [(m.start, m.end, str(m.value)) for m in find_frameworks(text)] == places


@pytest.mark.parametrize("name", QUOTED)
def test_a_quoted_name_is_found(name: str) -> None:
    text = f"围绕“{name}”开展"
    hits = [(m.start, m.end) for m in find_frameworks(text)]
    assert hits == [(3, 3 + len(name.rstrip("”")))]


@given(st.text(alphabet="一网通办三库两四十二金、“” \n放管服互联+政务1N", max_size=60))
@settings(max_examples=150)
def test_mentions_are_in_order_and_do_not_overlap(text: str) -> None:
    for components in (False, True):
        found = find_frameworks(text, components=components)
        assert all(a.end <= b.start for a, b in pairwise(found))
        for mention in found:
            assert text[mention.start : mention.end] == mention.text
            assert fold_name(mention.text) in {fold_name(name) for name in mention.value.names}


def test_the_longest_name_counts() -> None:
    finder = NameFinder({"一网": Found.ALWAYS, "一网通办": Found.ALWAYS, "通办处": Found.ALWAYS})
    assert finder.find("一网通办处") == [(0, 4, "一网通办")]
    assert finder.find("一网通知") == [(0, 2, "一网")]
    assert NameFinder({}).find("一网通办") == []


def test_components_on_request() -> None:
    text = "三网一库之后，金税工程、“金财”和人口基础信息库相继建成，金税收入增长，公共服务改善"
    assert [m.text for m in find_frameworks(text)] == ["三网一库"]
    found = find_frameworks(text, components=True)
    assert [m.text for m in found] == ["三网一库", "金税工程", "金财", "人口基础信息库"]
    assert [type(m.value) for m in found] == [Framework, Component, Component, Component]


def test_plain_names_on_request() -> None:
    text = "加强数字政府建设，依托全国一体化政务服务平台推进一网通办"
    assert [m.text for m in find_frameworks(text)] == ["一网通办"]
    assert [m.text for m in find_frameworks(text, plain=True)] == ["数字政府建设", "全国一体化政务服务平台", "一网通办"]


@given(drawn.frameworks())
@settings(max_examples=20)
def test_ones_own_framework_is_asked_and_found_like_the_others(own: Framework) -> None:
    table = frameworks.with_own([own])
    assert len(table) == len(frameworks) + 1
    assert table[own.aliases[0]] is own
    text = f"建设{own.name}，推进一网通办"
    assert [m.value for m in table.mentions_in(text)] == [own, frameworks["一网通办"]]
    assert [m.value for m in FrameworkTable([own]).mentions_in(text)] == [own]
    component = own.components[0]
    assert table.with_component(component.name)[-1] == (own, component)


def test_a_name_of_two_frameworks_is_a_mention_of_ones_own() -> None:
    own = Framework(name="某省一张网", aliases=("“一 网通办”",))
    table = frameworks.with_own([own])
    assert table.find("一网通办") == (frameworks["一网通办"], own)
    assert table["一网通办"] is frameworks["一网通办"]
    assert [mention.value for mention in table.mentions_in("推进一网通办")] == [own]


TOML = """
name = "1+3+N"
slogan = "1+3+N"
aliases = ["某省数字政府总体架构"]
since = 2021
set_by = "粤府〔2021〕44号"
sources = ["粤府〔2021〕44号"]
[[groups]]
count = 1
components = ["政务云"]
[[groups]]
count = 3
components = ["门户", { name = "中台", leads = ["某省大数据局"] }, "底座"]
[[groups]]
count = "N"
"""


def test_ones_own_file(tmp_path: Path) -> None:
    toml = tmp_path / "own.toml"
    toml.write_text(TOML, encoding="utf-8")
    (own,) = load_frameworks(toml)
    assert [group.label for group in own.groups] == ["1", "3", "N"]
    several = tmp_path / "several.toml"
    several.write_text("[[framework]]\n" + TOML.replace("[[groups]]", "[[framework.groups]]"), encoding="utf-8")
    assert load_frameworks(several) == (own,)
    as_json = tmp_path / "own.json"
    as_json.write_text(f"[{own.model_dump_json()}]", encoding="utf-8")
    assert load_frameworks(as_json) == (own,)


def test_a_file_of_another_kind_is_a_read_error(tmp_path: Path) -> None:
    for name, content in {"a.toml": b"= =", "a.json": b"{", "b.json": b"\xff\xfe", "c.json": b"[" * 100_000}.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(ReadError):
            load_frameworks(path)


def test_import_reads_no_table() -> None:
    assert not tables_opened("import egovkit.catalogue.frameworks")
    opened = tables_opened(
        "from egovkit import find_frameworks, frameworks; len(frameworks); find_frameworks('三网一库')"
    )
    assert len([name for name in opened if name.endswith(".csv")]) == 5


@pytest.mark.corpus
def test_mentions_of_the_corpus_are_names(shared: Path) -> None:
    count = 0
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            for mention in find_frameworks(text):
                count += 1
                assert text[mention.start : mention.end] == mention.text
                assert mention.value is frameworks[mention.text]
    assert count > 200


def test_the_seed_names_its_two_frameworks(shared: Path) -> None:
    text = (shared / "corpus" / "seed.txt").read_text(encoding="utf-8")
    assert [str(m.value) for m in find_frameworks(text)] == ["三网一库", "两网四库十二金"]


# One name over several counted words, and a card that is a framework where it is that of the residents' services.
SEVERAL_WORDS: dict[str, list[str]] = {
    "建立“双告知、双反馈、双跟踪”机制": ["双告知、双反馈、双跟踪"],
    "通过双随机、双评估、双公示监管": ["双随机、双评估、双公示"],
    "落实“双告知”制度": ["双告知"],
    "推行居民服务“一卡通”": ["居民服务“一卡通"],
    "民生服务一卡通应用": ["民生服务一卡通"],
    "乘坐公交车可刷“一卡通”": [],
    "居民服务点办理校园一卡通": [],
    "开展双评估和双跟踪": [],
}


@pytest.mark.parametrize("text", SEVERAL_WORDS)
def test_names_of_several_words(text: str) -> None:
    assert [mention.text for mention in find_frameworks(text)] == SEVERAL_WORDS[text]


@pytest.mark.parametrize(
    "number", ["中办发[2002]17号", "中办发 〔２００２〕 17 号", IssuanceNumber.parse("中办发〔2002〕17号")]
)
def test_set_by_reads_any_print_of_a_number(number: str | IssuanceNumber) -> None:
    assert [str(framework) for framework in frameworks.set_by(number)] == ["两网四库十二金"]


def test_what_sets_nothing() -> None:
    assert frameworks.set_by("国办发〔2014〕9999号") == frameworks.set_by("某通知") == ()


def test_where() -> None:
    assert "三网一库" in frameworks.where(year=2004)
    assert "三网一库" not in frameworks.where(year=2006)
    assert {framework.region for framework in frameworks.where(region="上海市")} == {"上海市", "广东省|上海市"}
    assert {framework.region for framework in frameworks.where(region="")} == {None}
    assert all("国务院" in framework.issuers for framework in frameworks.where(issuer="国务院"))
    assert not list(frameworks.where(issuer="国务院", year=1900))


# What follows a name of common characters, and whether it is one there.
FOLLOWED = {
    "推进五公开改革。": True,
    "推进五公开工程。": True,
    "推进五公开系统建设。": True,
    "推进五公开行动。": True,
    "推进五公开机制建设。": True,
    "推进五公开制度建设。": True,
    "推进五公开模式创新。": True,
    "推进五公开服务模式创新。": True,
    "推进五公开试点。": True,
    "推进五公开总体架构设计。": True,
    "推进“五公开”。": True,
    "已有五公开发行。": False,
}


def _mentions(text: str) -> bool:
    return bool(NameFinder({"五公开": Found.QUOTED}).find(text))


def test_every_word_behind_a_name_decides_a_mention() -> None:
    assert {text: _mentions(text) for text in FOLLOWED} == FOLLOWED
    assert survivors(framework_names, FOLLOWED.items(), _mentions) == []
