"""The number grammar on its own: bounds, and the corners that values do not show."""

from __future__ import annotations

import pytest

from egovkit.errors import ParseError
from egovkit.grammar.issuance import find_surfaces, parse_number, printed_code
from egovkit.text.limits import MAX_NUMBER


@pytest.mark.parametrize(
    "unit",
    ["汉", "〔", "《", "2014年", "\u200b", "1", "号", "1号", "第1号", "1、1号", "公告第1号", "国发〔2014〕1号、"],
)
def test_a_surface_is_bounded_on_any_text(unit: str) -> None:
    text = unit * 2000
    last = 0
    for surface in find_surfaces(text):
        assert last <= surface.start < surface.end <= surface.start + MAX_NUMBER + 8
        last = surface.end


def test_a_run_longer_than_the_bound_gives_no_invented_code() -> None:
    (surface,) = find_surfaces("汉" * 100 + "〔2014〕66号")
    assert surface.parts.code is None


def test_a_code_with_brackets_begins_at_its_first_attested_character() -> None:
    window = "依据法〔研〕发"
    start = printed_code(window, len(window))
    assert start is not None
    assert window[start:] == "法〔研〕发"


@pytest.mark.parametrize("window", ["", "，", "某〔某〕"])
def test_no_code_in_front(window: str) -> None:
    assert printed_code(window, len(window)) is None


def test_a_code_torn_by_a_blank_needs_an_attested_stem() -> None:
    assert [s.parts.code for s in find_surfaces("（工信部联 通装〔2021〕97号）")] == ["工信部联通装"]
    assert [s.parts.code for s in find_surfaces("某某事项 通装〔2021〕97号")] == ["通装"]
    assert [s.parts.code for s in find_surfaces("国办发 原〔2000〕1号")] == ["原"]


def test_a_list_member_with_an_impossible_serial_ends_the_list() -> None:
    assert len(list(find_surfaces("国发〔2016〕51号、0号"))) == 1


def test_a_bracket_that_closes_nothing_is_refused() -> None:
    with pytest.raises(ParseError) as caught:
        parse_number("国务院令第7号）")
    assert caught.value.code == "number.trailing"
