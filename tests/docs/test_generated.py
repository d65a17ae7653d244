"""The generated pages say what the package says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from egovkit.catalogue.frameworks import frameworks
from egovkit.checks.rule import rules
from scripts.pages.__main__ import DOCS, kept, stale, virtual
from scripts.pages.frameworks import slug
from scripts.pages.markdown import cell, table


def test_the_pictures_of_the_checkout_are_up_to_date() -> None:
    assert stale() == []


def test_every_rule_and_framework_has_a_page() -> None:
    pages = virtual()
    assert {f"tables/rules/{rule.code}.md" for rule in rules()} <= set(pages)
    assert len({slug(each) for each in frameworks}) == len(frameworks)


def test_no_generated_page_is_kept_in_the_checkout() -> None:
    assert [path for path in virtual() if (DOCS / path).exists()] == []


def test_a_picture_that_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.pages.__main__.DOCS", tmp_path)
    assert stale() == sorted(kept())


@pytest.mark.parametrize(
    ("value", "shown"), [("a|b", "a\\|b"), ("a\nb", "a b"), (None, ""), ("<x>", "&lt;x>"), (66, "66")]
)
def test_a_cell_cannot_break_its_table(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_table() -> None:
    assert table(("a", "b"), [(1, None)]) == "| a | b |\n| --- | --- |\n| 1 |  |\n"
