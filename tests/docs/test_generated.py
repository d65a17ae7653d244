"""The generated pages say what the package says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from egovkit.catalogue.frameworks import frameworks
from egovkit.checks.rule import rules
from egovkit.cli.commands import COMMANDS
from scripts.pages.__main__ import DOCS, kept, stale, virtual
from scripts.pages.commands import PATHS
from scripts.pages.frameworks import slug
from scripts.pages.languages import FOLDERS
from scripts.pages.markdown import cell, linked, table
from scripts.pages.rules import BANDS, by_band

# One process makes the pages, which takes a while, for all tests that look at them.
pytestmark = pytest.mark.xdist_group("pages")


def test_the_pictures_of_the_checkout_are_up_to_date() -> None:
    assert stale() == []


def test_every_rule_and_framework_has_a_page() -> None:
    pages = virtual()
    for folder in FOLDERS.values():
        assert {f"{folder}tables/rules/{rule.code}.md" for rule in rules()} <= set(pages)
        assert {f"{folder}tables/frameworks/{slug(each)}.md" for each in frameworks} <= set(pages)
    assert len({slug(each) for each in frameworks}) == len(frameworks)


def test_no_generated_page_is_kept_in_the_checkout() -> None:
    assert [path for path in virtual() if (DOCS / path).exists()] == []


def test_a_picture_that_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.pages.__main__.DOCS", tmp_path)
    assert stale() == sorted(kept())


def test_every_command_has_a_page_in_each_language() -> None:
    made = virtual()
    for folder in PATHS.values():
        index = made[f"{folder}index.md"]
        for command in COMMANDS:
            assert f"({command.name}.md){{ #{command.name} }}" in index
            page = made[f"{folder}{command.name}.md"]
            assert page.startswith(f"# egovkit {command.name}\n")
            assert [option.long for option in command.options if f"{option.long}" not in page] == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [("a|b", "a\\|b"), ("`a|<b>`|c", "`a|<b>`\\|c"), ("a\nb", "a b"), (None, ""), ("<x>", "&lt;x>"), (66, "66")],
)
def test_a_cell_cannot_break_its_table(value: object, shown: str) -> None:
    assert cell(value) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://www.example.cn/a/b-2.html", "[example.cn/…/b-2.html](https://www.example.cn/a/b-2.html)"),
        ("http://example.cn/", "[example.cn](http://example.cn/)"),
        ("github some-one/a.b", "[some-one/a.b](https://github.com/some-one/a.b)"),
        ("教材（https://example.cn/x）第二章", "教材（[example.cn](https://example.cn/x)）第二章"),
        ("国办发〔1992〕25号", "国办发〔1992〕25号"),
    ],
)
def test_an_address_is_a_link(text: str, shown: str) -> None:
    assert linked(text) == shown


def test_every_band_of_rules_is_called_something() -> None:
    assert list(by_band()) == list(BANDS)


def test_each_page_is_made_in_both_languages() -> None:
    made = virtual()
    english = {path for path in made if not path.startswith("zh/") and path.startswith("tables/")}
    assert {path.removeprefix("zh/") for path in made if path.startswith("zh/tables/")} == english
    assert [path for path in english if made[path] == made[f"zh/{path}"]] == []


def test_table() -> None:
    assert table(("a", "b"), [(1, None)]) == "| a | b |\n| --- | --- |\n| 1 |  |\n"
