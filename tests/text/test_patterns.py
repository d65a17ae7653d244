from __future__ import annotations

import re

import pytest

from egovkit.text.patterns import LatePattern


def test_a_pattern_is_made_once_and_when_it_is_used() -> None:
    asked: list[int] = []

    def source() -> str:
        asked.append(1)
        return "甲|乙"

    pattern = LatePattern(source, re.IGNORECASE)
    assert asked == []
    assert pattern.fullmatch("乙")
    assert pattern.sub("丙", "甲乙") == "丙丙"
    assert [found[0] for found in pattern.finditer("甲和乙")] == ["甲", "乙"]
    assert pattern.split("1甲2") == ["1", "2"]
    assert pattern.flags & re.IGNORECASE
    assert asked == [1]
    pattern.forget()
    assert pattern.match("甲")
    assert asked == [1, 1]


def test_it_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        _ = LatePattern("甲").scanner
