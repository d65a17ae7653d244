"""Whole strings as numbers."""

from __future__ import annotations

import pytest

from egovkit.errors import ParseError
from egovkit.grammar.numbers.parse import parse_number


def test_a_bracket_that_closes_nothing_is_refused() -> None:
    with pytest.raises(ParseError) as caught:
        parse_number("国务院令第7号）")
    assert caught.value.code == "number.trailing"
