"""The serial at the end of a window (顺序号所在)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.numbers.parts import CONNECTORS, Refused, match_serial

# Each member with what is between it and the next one.
_NUMERALS = st.from_regex(r"[1-9][0-9]{0,4}", fullmatch=True)
_JOINTS = st.builds(
    "{0}{1}{2}".format, st.sampled_from(["", " "]), st.sampled_from("、,，" + CONNECTORS), st.sampled_from(["", " "])
)
_BEFORE = st.text("国发办〔〕第年（）。12 、", max_size=80)


@given(_BEFORE, st.lists(st.tuples(_NUMERALS, _JOINTS), max_size=9), _NUMERALS, st.integers(0, 3))
def test_a_list_is_found_to_its_first_member_whatever_is_before(
    before: str, members: list[tuple[str, str]], last: str, blanks: int
) -> None:
    more = "".join(numeral + joint for numeral, joint in members)
    window = f"{before}发{more}{last}{' ' * blanks}号"
    found = match_serial(window)
    assert (found["more"], found["serial"]) == (more, last)
    assert found.start() == len(before) + 1


@given(_BEFORE, st.text("〇零○一二三四五六七八九十百千", min_size=1, max_size=7))
def test_chinese_numerals_are_serials(before: str, serial: str) -> None:
    assert match_serial(f"{before}第{serial}号")["serial"] == serial


@given(_BEFORE, st.lists(st.sampled_from("0123456789"), min_size=2, max_size=5))
def test_digits_that_a_scan_took_apart_are_one_serial_after_the_year(before: str, digits: list[str]) -> None:
    assert match_serial(f"{before}〔2014〕{' '.join(digits)}号")["serial"] == " ".join(digits)


@given(st.text("国发办〔〕第年（）。、", max_size=80))
def test_no_serial_is_found_where_none_ends_the_window(before: str) -> None:
    with pytest.raises(Refused, match=r"number\.serial"):
        match_serial(before + "号")
