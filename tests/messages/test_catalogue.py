"""Every message that is raised has its Chinese, and the catalogue holds no other."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from pydantic_core import _pydantic_core

import egovkit
from egovkit.interchange.extras import PURPOSES
from egovkit.messages import Message, catalogue
from scripts.messages import Raised, raised

ROWS = catalogue()
# What pydantic says itself has a code of one word.
OURS = [row for row in ROWS if "." in row.code or (row.code == "missing" and row.en != "Field required")]
# One process goes through the package's sources for all tests that ask what they raise.
pytestmark = pytest.mark.xdist_group("messages")
PYDANTICS = [row for row in ROWS if row not in OURS]


@cache
def every() -> tuple[Raised, ...]:
    return tuple(raised())


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_no_message_is_put_together_where_it_is_raised() -> None:
    assert [each for each in every() if each.text is None] == []


def test_every_message_that_is_raised_is_in_the_catalogue() -> None:
    said = {(each.code, each.text) for each in every()}
    known = {(row.code, row.en) for row in OURS}
    assert said - known == set(), "messages without a Chinese one"
    assert known - said - {("term.near", "; did you mean {near}?")} == set(), "rows that nothing raises"


def test_the_rows_are_in_order_and_each_once() -> None:
    keys = [(row.code, row.en) for row in ROWS]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.code}: {row.en}")
def test_both_say_the_same(row: Message) -> None:
    # What is counted by its form in English alone is not said in Chinese.
    assert fields(row.zh) <= fields(row.en) <= fields(row.zh) | {"expected_plural", "field_type"}
    assert re.search("[\u4e00-\u9fff]", row.zh)
    # Plain: no full stop, no mark of exclamation, no half-width mark beside Chinese; polite: nobody is told what he must.
    assert not row.en.endswith((".", "!"))
    assert not row.zh.endswith(("。", "！"))
    assert not re.search("[\u4e00-\u9fff][,;:?!(]|[,;!)][\u4e00-\u9fff]", row.zh)
    assert not re.search("必须|不得|错误！|非法|无效的|您|你", row.zh)
    assert not re.search(r"\b(?:must|illegal|invalid argument|bad)\b", row.en)


@pytest.mark.parametrize("row", PYDANTICS, ids=lambda row: row.code)
def test_what_pydantic_says_is_what_it_says(row: Message) -> None:
    templates = {str(each["type"]): each["message_template_python"] for each in _pydantic_core.list_all_errors()}
    assert templates[row.code] == row.en


def test_every_purpose_of_an_extra_is_said_in_chinese() -> None:
    named = Counter(
        node.args[2].value
        for path in Path(egovkit.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "extra"
        and isinstance(node.args[2], ast.Constant)
    )
    assert set(named) == set(PURPOSES)
