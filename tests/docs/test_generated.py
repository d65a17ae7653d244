"""The generated pages say what the package says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from egovkit.catalogue.frameworks import frameworks
from egovkit.checks.rule import rules
from scripts.pages.__main__ import OWNED, present, wanted
from scripts.pages.frameworks import slug
from scripts.pages.markdown import cell, table


def test_generated_pages_are_up_to_date() -> None:
    new, old = wanted(), present()
    assert sorted(path for path in new.keys() | old.keys() if new.get(path) != old.get(path)) == []


def test_every_rule_and_framework_has_a_page() -> None:
    pages = wanted()
    assert {f"tables/rules/{rule.code}.md" for rule in rules()} <= set(pages)
    assert len({slug(each) for each in frameworks}) == len(frameworks)


def test_every_page_stands_in_a_folder_of_generated_pages_only() -> None:
    assert {Path(path).parts[0] for path in wanted()} == set(OWNED)


@pytest.mark.parametrize(
    ("value", "shown"), [("a|b", "a\\|b"), ("a\nb", "a b"), (None, ""), ("<x>", "&lt;x>"), (66, "66")]
)
def test_a_cell_cannot_break_its_table(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_table() -> None:
    assert table(("a", "b"), [(1, None)]) == "| a | b |\n| --- | --- |\n| 1 |  |\n"
