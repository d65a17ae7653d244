"""Numbers whose brackets a page lost: the year is directly before the serial, or a blank is between them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ParseError
from egovkit.grammar.codes import vocabulary
from egovkit.grammar.numbers.parse import parse_number
from egovkit.grammar.numbers.scan import find_surfaces
from egovkit.models.issuance import IssuanceNumber

CODES = sorted(code for code in vocabulary().attested if len(code) > 1 and not code.endswith(("令", "公告", "通告")))
BLANKS = st.sampled_from(["", " ", "\u3000"])


@given(
    code=st.sampled_from(CODES),
    year=st.integers(1949, 2026),
    serial=st.integers(1, 9999),
    before=BLANKS,
    between=BLANKS,
    after=BLANKS,
)
def test_a_known_code_is_read_with_the_year_that_follows_it(
    code: str, year: int, serial: int, before: str, between: str, after: str
) -> None:
    printed = f"{code}{before}{year}{between}{serial}{after}号"
    parts = parse_number(printed)
    assert (parts.code, parts.year, parts.serial) == (parse_number(f"{code}〔{year}〕{serial}号").code, year, serial)
    # The schema takes what is read.
    assert re.search(IssuanceNumber.taken, printed)
    [found] = find_surfaces(f"（{printed}文件）")
    assert (found.start, found.end, found.parts) == (1, 1 + len(printed), parts)


@pytest.mark.parametrize(
    "text",
    [
        "某甲发201466号",  # a code that nobody knows
        "京ICP备201466号",
        "沪房权证201466号",
        "联系电话20146612号",
        "国发99999号",  # no year
        "国发189966号",
        "国发2014号",  # no serial
        "国发201406号",  # a serial that is padded may be a month
        "国发201412345号",
        "国发120141号",
        "公告201466号",
        "国务院令201466号",
    ],
)
def test_what_may_be_something_else_is_no_number(text: str) -> None:
    assert list(find_surfaces(f"见{text}。")) == []
    with pytest.raises(ParseError):
        parse_number(text)


def test_a_list_may_follow() -> None:
    found = [(one.parts.year, one.parts.serial) for one in find_surfaces("见国发201466号、67号和〔2015〕8号。")]
    assert found == [(2014, 66), (2014, 67), (2015, 8)]
