"""Every public name stands on the reference once."""

from __future__ import annotations

import re
from pathlib import Path

import griffe
import pytest

import egovkit
from egovkit import strategies
from scripts.website.doctests import fenced
from scripts.website.reference import Reference, first_lines, homes, member_lines, told_members
from scripts.website.sources import modules, shown

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"


def test_every_public_name_stands_on_the_reference_once() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in REFERENCE.glob("*.md"))
    named = re.findall(r"^::: egovkit\.(\w+)$", pages, re.MULTILINE)
    assert sorted(named) == egovkit.__all__


def test_every_strategy_stands_on_the_reference_once() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in REFERENCE.glob("strategies*.md"))
    assert sorted(re.findall(r"^::: egovkit\.strategies\.(\w+)$", pages, re.MULTILINE)) == sorted(strategies.__all__)


@pytest.mark.parametrize(
    ("docstring", "shown"),
    [
        ("Text.\n\n>>> f(1)\n2\n\nMore.", "Text.\n\n```pycon\n>>> f(1)\n2\n```\n\nMore."),
        ("Text.\n\n>>> f(1)\n2", "Text.\n\n```pycon\n>>> f(1)\n2\n```"),
        ("Text:\n>>> f(1)", "Text:\n\n```pycon\n>>> f(1)\n```"),
        ("No example.", "No example."),
    ],
)
def test_examples_are_fenced(docstring: str, shown: str) -> None:
    assert fenced(docstring) == shown


def test_every_public_name_has_a_chinese_first_line() -> None:
    lines = first_lines()
    assert sorted(lines) == sorted([*egovkit.__all__, *(f"strategies.{name}" for name in strategies.__all__)])
    assert list(lines) == sorted(lines)
    for line in lines.values():
        chinese(line)


def chinese(line: str) -> None:
    assert line.endswith("。")
    assert re.search("[\u4e00-\u9fff]", line)
    assert not re.search("[\u4e00-\u9fff][,;:?!(]|[,;!)][\u4e00-\u9fff]|必须|你|您", line)


def test_every_method_and_property_has_a_chinese_first_line() -> None:
    package = griffe.load("egovkit", search_paths=[str(ROOT)])
    assert isinstance(package, griffe.Module)
    told = {name for name, _ in told_members(package)}
    lines = member_lines()
    assert sorted(told ^ set(lines)) == []
    assert list(lines) == sorted(lines)
    assert len(lines) > 150
    for line in lines.values():
        chinese(line)


def test_a_method_is_told_in_both_languages() -> None:
    package = griffe.load("egovkit", search_paths=[str(ROOT)], extensions=griffe.load_extensions(Reference()))
    lines = member_lines()
    method = package["corpus.corpus.Corpus.most_cited"].docstring.value
    assert method.split("\n\n")[1] == lines["Corpus.most_cited"]
    assert lines["Value.is_valid"] in package["models.value.Value.is_valid"].docstring.value
    assert lines["PolicyDocument.numbers"] in package["documents.document.PolicyDocument"].docstring.value
    assert lines["Citation.document"] in package["models.citation.Citation"].docstring.value


def test_each_public_name_is_found_where_it_is_written() -> None:
    assert sorted(homes().values()) == sorted(first_lines())
    assert len(modules()) > 50


def test_fields_are_told_once_with_their_types() -> None:
    package = griffe.load("egovkit", search_paths=[str(ROOT)], extensions=griffe.load_extensions(Reference()))
    member = package["models.organ.OrganCode"]
    told = member.docstring.value
    assert "Attributes:\n" in told
    assert not [name for name, each in member.members.items() if each.is_attribute and not name.startswith("_")]
    assert "\n- `" not in told
    assert first_lines()["OrganCode"] in told
    assert 'href="../../source/egovkit/models/organ.html#L-' in told


def test_a_page_of_the_source_is_whole_in_itself() -> None:
    page = shown(Path("egovkit", "models", "organ.py"))
    assert '<link rel="icon" href="data:,">' in page
    assert "charset=utf-8" in page
    assert 'name="L-1"' in page
    assert "机关" in page
