from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from egovkit.errors import ParseError, UnknownTerm
from egovkit.models.framework import Framework, Reading
from egovkit.models.framework_drawing import COLUMNS, to_html, to_mermaid, to_rows, to_svg, to_tree
from egovkit.models.framework_groups import Component, FrameworkGroup
from egovkit.strategies.framework import frameworks
from egovkit.text.limits import MAX_DEPTH
from tests.test_facade import loaded_after

HOSTILE = '<script>alert("x")</script>&[red]#quot;`\x00\x1b[31m\ud800'


def own(**changed: object) -> dict[str, object]:
    return {
        "name": "一网三库",
        "sources": ["某省文件"],
        "slogan": "一网三库",
        "groups": [
            {"count": 1, "head": "网", "components": ["政务外网"]},
            {"count": 3, "head": "库", "components": ["人口库", "法人库", {"name": "宏观库", "aliases": ["经济库"]}]},
        ],
        **changed,
    }


def code(given: dict[str, object]) -> str:
    with pytest.raises(ValidationError) as caught:
        Framework.model_validate(given)
    return caught.value.errors()[0]["type"]


def test_a_slogan_becomes_a_framework_of_its_groups() -> None:
    framework = Framework.parse("“两网、四库、十二金”")
    assert [(group.count, group.head) for group in framework.groups] == [(2, "网"), (4, "库"), (12, "金")]
    assert framework.components == ()
    assert Framework.parse(str(framework)) == framework


def test_what_is_no_slogan_ends_in_a_parse_error() -> None:
    assert not Framework.is_valid("放管服")
    with pytest.raises(ParseError):
        Framework.parse("放管服")


def test_a_file_gives_groups_for_its_one_reading() -> None:
    framework = Framework.model_validate(own())
    assert [component.name for component in framework.components] == ["政务外网", "人口库", "法人库", "宏观库"]
    assert framework.component("经济库").name == "宏观库"
    assert framework.readings[0].sources == ("某省文件",)


def test_n_is_an_open_count() -> None:
    group = FrameworkGroup.model_validate({"count": "N", "head": "应用", "components": ["甲", "乙"]})
    assert group.count is None
    assert len(group.leaves) == 2


BROKEN: dict[str, tuple[dict[str, object], str]] = {
    "count": (own(groups=[{"count": 2, "head": "网", "components": ["甲"]}], slogan=None), "group.count"),
    "nested count": (
        own(slogan=None, groups=[{"count": 3, "groups": [{"components": ["甲"]}, {"components": ["乙"]}]}]),
        "group.count",
    ),
    "mixed": (own(slogan=None, groups=[{"components": ["甲"], "groups": [{"components": ["乙"]}]}]), "group.mixed"),
    "slogan": (own(slogan="一网四库"), "reading.groups"),
    "no slogan": (own(slogan="放管服"), "reading.slogan"),
    "component twice": (own(slogan=None, groups=[{"components": ["甲", "甲"]}]), "framework.name"),
    "alias of a component": (
        own(slogan=None, groups=[{"components": [{"name": "甲", "short_name": "甲"}]}]),
        "framework.name",
    ),
    "alias": (own(aliases=["三库", "三库"]), "framework.name"),
    "alias is name": (own(aliases=["一网三库"]), "framework.name"),
    "source": (own(sources=[]), "reading.source"),
    "years": (own(since=2020, until=2019), "framework.years"),
    "lineage": (own(predecessors=["一网三库"]), "framework.lineage"),
    "readings": (own(readings=[{"groups": []}]), "framework.readings"),
    "unnamed readings": (
        {"name": "甲", "readings": [{"groups": [{"count": 1}]}, {"groups": [{"count": 2}]}]},
        "framework.readings",
    ),
    "number": (own(set_by="〔2002〕"), "number"),
    "extra": (own(color="red"), "extra_forbidden"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_contradicts_itself_does_not_validate(case: str) -> None:
    given, expected = BROKEN[case]
    assert code(given).startswith(expected)


@given(frameworks())
@settings(max_examples=30)
def test_a_framework_survives_json(framework: Framework) -> None:
    assert Framework.model_validate_json(framework.model_dump_json()) == framework
    assert hash(framework) == hash(Framework.model_validate(framework.model_dump()))


@given(frameworks(), st.data())
@settings(max_examples=30)
def test_one_component_less_does_not_validate(framework: Framework, data: st.DataObject) -> None:
    dumped = framework.model_dump()
    group = data.draw(st.sampled_from(dumped["readings"][0]["groups"]))
    group["components"] = (*group["components"], {"name": "多出来的"})
    assert code(dumped) == "group.count"


@given(frameworks(), frameworks())
@settings(max_examples=40)
def test_a_comparison_accounts_for_every_component(before: Framework, after: Framework) -> None:
    found = before.compare(after)
    old = [a for a, _ in found.kept + found.renamed] + [a for many, _ in found.merged for a in many]
    new = [b for _, b in found.kept + found.renamed] + [b for _, b in found.merged]
    assert sorted(map(str, (*old, *found.dropped))) == sorted(map(str, before.components))
    assert sorted(map(str, (*new, *found.added))) == sorted(map(str, after.components))
    same = before.compare(before)
    assert len(same.kept) == len(before.components)
    assert not any((same.renamed, same.merged, same.added, same.dropped))


def test_kept_renamed_merged_added_dropped() -> None:
    def framework(name: str, *components: object) -> Framework:
        groups = [{"head": "网", "components": list(components)}]
        return Framework.model_validate({"name": name, "groups": groups, "sources": ["某文"]})

    before = framework("甲", "内网", "专网", {"name": "公众网", "aliases": ["外网"]}, "旧库", "老站")
    after = framework(
        "乙",
        "老站",
        {"name": "政务内网", "continues": ["内网", "专网"]},
        {"name": "政务外网", "short_name": "外网"},
        "新库",
    )
    found = before.compare(after)
    assert [(str(a), str(b)) for a, b in found.kept] == [("老站", "老站")]
    assert [(str(a), str(b)) for a, b in found.renamed] == [("公众网", "政务外网")]
    assert [([str(a) for a in many], str(b)) for many, b in found.merged] == [(["内网", "专网"], "政务内网")]
    assert [str(component) for component in found.added] == ["新库"]
    assert [str(component) for component in found.dropped] == ["旧库"]


def test_what_is_not_there_is_an_unknown_term() -> None:
    framework = Framework.model_validate(own())
    with pytest.raises(UnknownTerm):
        framework.reading("另一说")
    with pytest.raises(UnknownTerm):
        framework.component("空间库")


def hostile() -> Framework:
    component = Component(name=HOSTILE.replace("\ud800", ""), leads=("<b>",))
    group = FrameworkGroup(count=1, head="<i>", components=(component,))
    return Framework(name='"]; n0["<u>', readings=(Reading(groups=(group,), sources=("某文",)),))


def test_markup_in_a_name_stays_text() -> None:
    framework = hostile()
    html = to_html(framework)
    assert "<script>" not in html
    assert "<b>" not in html
    root = ET.fromstring(to_svg(framework))  # noqa: S314  # our own drawing
    texts = ["".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert any("<script>" in text for text in texts)
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert to_mermaid(framework).count('"') == 2 * 3
    assert "\x1b" not in to_tree(framework)


@given(frameworks())
@settings(max_examples=20)
def test_every_drawing_holds_every_name(framework: Framework) -> None:
    root = ET.fromstring(to_svg(framework))  # noqa: S314  # our own drawing
    svg = "".join(root.itertext())
    for drawing in (svg, to_html(framework), to_tree(framework), to_mermaid(framework)):
        assert all(component.name in drawing for component in framework.components)
        assert framework.name in drawing


def test_the_svg_needs_nothing_from_outside() -> None:
    svg = to_svg(Framework.model_validate(own()))
    assert "prefers-color-scheme:dark" in svg
    assert svg.count("http") == 1  # the namespace
    assert "url(" not in svg
    assert "@import" not in svg


def test_a_notebook_gets_html_svg_and_text() -> None:
    framework = Framework.model_validate(own())
    bundle = framework._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", "image/svg+xml"}
    assert framework._repr_html_() == bundle["text/html"]
    assert set(framework._repr_mimebundle_(include=["text/html"])) == {"text/html"}
    assert "text/html" not in framework._repr_mimebundle_(exclude={"text/html"})


def test_rows_are_one_a_component() -> None:
    found = to_rows(Framework.model_validate(own()))
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(found)
    read = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert [row["component"] for row in read] == ["政务外网", "人口库", "法人库", "宏观库"]
    assert read[3]["aliases"] == "经济库"


def test_every_slogan_of_groups_is_valid() -> None:
    assert Framework.is_valid("三网一库")
    assert [str(group) for group in Framework.parse("1+32+N").groups] == ["1", "32", "N"]


def test_a_reading_is_found_by_its_name() -> None:
    readings = ({"name": "文件", "groups": [{"count": 1}]}, {"name": "教材", "groups": [{"count": 2}]})
    framework = Framework.model_validate({"name": "甲", "readings": readings})
    assert [framework.reading(name).groups[0].count for name in ("文件", "教材")] == [1, 2]


def test_rows_of_nested_groups_and_components() -> None:
    gold = {"head": "金", "groups": [{"count": 4, "head": "旧"}, {"head": "新", "components": ["金税"]}]}
    nets = {"head": "网", "components": [{"name": "政务外网", "components": ["省级节点"]}]}
    framework = Framework.model_validate({"name": "甲", "sources": ["某文"], "groups": [gold, nets]})
    found = [(row["group"], row["count"], row["component"], row["part_of"]) for row in to_rows(framework)]
    assert found == [
        ("N 金 / 4 旧", "4", "", ""),
        ("N 金 / N 新", "N", "金税", ""),
        ("N 网", "N", "政务外网", ""),
        ("N 网", "N", "省级节点", "政务外网"),
    ]


@pytest.mark.parametrize("levels", [1, MAX_DEPTH + 1, MAX_DEPTH + 4])
def test_components_in_components_are_told_down_to_one_depth(levels: int) -> None:
    component = Component(name=f"库{levels}")
    for level in range(levels - 1, 0, -1):
        component = Component(name=f"库{level}", components=(component,))
    framework = Framework(
        name="甲", readings=(Reading(groups=(FrameworkGroup(components=(component,)),), sources=("某文",)),)
    )
    told = [f"库{level}" for level in range(1, min(levels, MAX_DEPTH + 1) + 1)]
    assert [part.name for part in framework.components] == told
    assert [row["component"] for row in to_rows(framework)] == told
    assert [line.split("─ ")[1] for line in to_tree(framework).splitlines()[2:]] == told


def test_a_field_takes_a_slogan_and_dumps_parts() -> None:
    field = TypeAdapter(tuple[Framework, ...])
    (framework,) = field.validate_python(["“三网 一库”"])
    assert framework == Framework.parse("三网一库")
    assert field.validate_json(field.dump_json((framework,))) == (framework,)
    with pytest.raises(ValidationError) as caught:
        field.validate_python(["放管服"])
    (error,) = caught.value.errors()
    assert error["type"] == "slogan.count"
    assert error["ctx"]["span"] == (0, 1)


@pytest.mark.parametrize("kind", [Framework, Component])
def test_the_schema_says_that_a_string_is_taken_and_parts_are_dumped(kind: type[Framework | Component]) -> None:
    schema = TypeAdapter(tuple[kind, ...]).json_schema()["$defs"][kind.__name__]  # type: ignore[valid-type]
    string, parts = schema["anyOf"]
    assert string["type"] == "string"
    assert all(TypeAdapter(kind).validate_python(example) for example in string["examples"])
    assert parts["type"] == "object"
    dumped = TypeAdapter(tuple[kind, ...]).json_schema(mode="serialization")["$defs"][kind.__name__]  # type: ignore[valid-type]
    assert dumped["type"] == "object"


def test_a_blank_in_a_name_stays_a_blank() -> None:
    framework = Framework(name="三网\u3000一库\t工程")
    assert to_tree(framework) == "三网\u3000一库 工程"


def test_what_draws_is_loaded_when_it_is_asked_for() -> None:
    imported = "from egovkit.models.framework import Framework; f = Framework.parse('三网一库')"
    drawing = "egovkit.models.framework_drawing"
    assert drawing not in loaded_after(imported)
    assert drawing in loaded_after(f"{imported}; f._repr_html_()")
