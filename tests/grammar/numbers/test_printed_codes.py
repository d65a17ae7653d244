"""Where a printed code begins, in brackets and without."""

from __future__ import annotations

import pytest

from egovkit.grammar.numbers.printed_codes import printed_code


def test_a_code_with_brackets_begins_at_its_first_attested_character() -> None:
    window = "依据法〔研〕发"
    start = printed_code(window, len(window))
    assert start is not None
    assert window[start:] == "法〔研〕发"


@pytest.mark.parametrize("window", ["", "，", "某〔某〕"])
def test_no_code_in_front(window: str) -> None:
    assert printed_code(window, len(window)) is None
