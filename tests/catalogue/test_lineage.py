from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from egovkit.catalogue.lineage import Lineage
from egovkit.catalogue.policies import policies
from egovkit.catalogue.policy_table import Catalogue
from egovkit.catalogue.timeline import LINEAGE_COLUMNS
from egovkit.errors import UnknownTerm
from egovkit.models.policy import PolicyRecord, PolicyRelationKind
from tests.test_facade import loaded_after

SEED = "国办发〔2014〕66号"
SVG = "{http://www.w3.org/2000/svg}"


def hostile() -> Lineage:
    """A lineage whose titles try to break out of every format."""
    rows = [
        {"title": "</text><script>alert(1)</script>\"]|'&\x00\x1b[31m#`"},
        {"title": "乙\u202e", "amends": "</text><script>alert(1)</script>\"]|'&\x00\x1b[31m#`"},
    ]
    return Catalogue.from_rows(rows).lineage(rows[0]["title"])


@pytest.fixture(params=[SEED, "hostile"])
def lineage(request: pytest.FixtureRequest) -> Lineage:
    return hostile() if request.param == "hostile" else policies.lineage(SEED)


def test_what_came_before_and_after() -> None:
    lineage = policies.lineage(SEED)
    assert set(lineage.before_keys) >= {"国办发〔2000〕36号", "国办发〔2001〕25号", "中办发〔2002〕17号"}
    assert set(lineage.after_keys) >= {"国发〔2016〕51号", "国发〔2016〕55号", "国务院令第809号"}
    assert not set(lineage.before_keys) & set(lineage.after_keys)
    assert lineage.record is policies.get(SEED)


def test_depth_and_kinds_bound_it() -> None:
    whole = policies.lineage(SEED)
    near = policies.lineage(SEED, depth=1)
    assert {step.depth for step in (*near.before, *near.after)} == {1}
    assert near.before == tuple(step for step in whole.before if step.depth == 1)
    drawn = policies.lineage(SEED, kinds=["draws_on"])
    assert (drawn.before_keys, drawn.after_keys) == (("中办发〔2002〕17号",), ())
    assert [edge.kind for edge in drawn.relations] == [PolicyRelationKind.DRAWS_ON]


def test_steps_hang_together() -> None:
    lineage = policies.lineage(SEED)
    for steps in (lineage.before, lineage.after):
        seen = {lineage.key: 0}
        for step in steps:
            assert step.depth == seen[step.via] + 1
            assert {step.via, step.key} == {step.relation.source, step.relation.target}
            seen[step.key] = step.depth
        assert len(seen) == len(steps) + 1


def test_a_cycle_ends() -> None:
    rows = [{"title": "甲", "continues": "乙"}, {"title": "乙", "continues": "甲"}]
    lineage = Catalogue.from_rows(rows).lineage("甲")
    assert (lineage.before_keys, lineage.after_keys) == (("乙",), ("乙",))
    assert ET.fromstring(lineage.to_svg()) is not None  # noqa: S314  # our own drawing


def test_a_long_line_is_no_recursion() -> None:
    rows = [{"title": f"文件{i}", "continues": f"文件{i - 1}"} for i in range(1, 3000)]
    lineage = Catalogue.from_rows(rows).lineage("文件2999")
    assert len(lineage.before) == 2999
    assert lineage.to_tree().count("\n") == 3000


def test_what_is_not_there() -> None:
    with pytest.raises(UnknownTerm):
        policies.lineage("国办发〔2014〕9999号")


def test_a_document_alone() -> None:
    lineage = Catalogue([PolicyRecord(title="甲")]).lineage("甲")
    assert (lineage.to_tree(), lineage.to_rows()) == ("甲", [])
    assert len(ET.fromstring(lineage.to_svg()).findall(f"{SVG}circle")) == 1  # noqa: S314  # our own drawing


def test_the_svg_is_well_formed_and_shows_every_document(lineage: Lineage) -> None:
    svg = lineage.to_svg()
    root = ET.fromstring(svg)  # noqa: S314  # our own drawing
    keys = {lineage.key, *lineage.before_keys, *lineage.after_keys}
    assert len(root.findall(f"{SVG}circle")) == len(keys)
    assert len(root.findall(f"{SVG}path")) == len(set(lineage.relations))
    assert root.findall(f".//{SVG}script") == []
    assert "prefers-color-scheme:dark" in svg
    assert svg.count("http") == 1, "the name space, and nothing to load"
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for text in root.findall(f"{SVG}text"):
        assert 0 <= float(text.get("x", -1)) < width
        assert 0 <= float(text.get("y", -1)) < height


def test_mermaid_has_an_arrow_for_every_relation(lineage: Lineage) -> None:
    lines = lineage.to_mermaid().splitlines()
    assert lines[0] == "flowchart LR"
    assert sum("-->" in line for line in lines) == len(set(lineage.relations))
    for line in lines:
        if "[" in line:
            label = line.partition('["')[2].removesuffix('"]')
            assert not set(label) & set('"<>`|')


def test_rows_and_tree_show_every_step(lineage: Lineage) -> None:
    rows = lineage.to_rows()
    assert [tuple(row) for row in rows] == [LINEAGE_COLUMNS] * len(rows)
    assert [row["key"] for row in rows] == [*lineage.before_keys, *lineage.after_keys]
    tree = lineage.to_tree()
    sides = bool(lineage.before) + bool(lineage.after)
    assert tree.count("\n") == len(rows) + sides
    assert all(line.isprintable() for line in tree.splitlines())


def test_a_notebook_shows_it(lineage: Lineage) -> None:
    shown = lineage._repr_mimebundle_(include=None, exclude=None)
    assert set(shown) == {"text/plain", "text/html", "image/svg+xml"}
    assert "<script" not in shown["text/html"]
    assert lineage._repr_html_() == shown["text/html"]


def test_what_draws_is_loaded_when_it_is_asked_for() -> None:
    followed = f"from egovkit import policies; lineage = policies.lineage('{SEED}')"
    assert "egovkit.catalogue.timeline" not in loaded_after(followed)
    assert "egovkit.catalogue.timeline" in loaded_after(f"{followed}; lineage.to_tree()")


def test_a_blank_in_a_title_stays_a_blank() -> None:
    assert (
        Catalogue([PolicyRecord(title="关于\u3000某事的通知")]).lineage("关于\u3000某事的通知").to_tree()
        == "关于\u3000某事的通知"
    )
