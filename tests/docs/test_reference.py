"""Every public name stands on the reference once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import egovkit
from egovkit import strategies
from scripts.website.doctests import fenced

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


def test_every_public_name_stands_on_the_reference_once() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in REFERENCE.glob("*.md"))
    named = re.findall(r"^::: egovkit\.(\w+)$", pages, re.MULTILINE)
    assert sorted(named) == egovkit.__all__


def test_every_strategy_stands_on_the_reference_once() -> None:
    page = (REFERENCE / "strategies.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^::: egovkit\.strategies\.(\w+)$", page, re.MULTILINE)) == sorted(strategies.__all__)


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
