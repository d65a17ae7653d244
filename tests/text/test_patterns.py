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
        _ = LatePattern("甲").scanner  # type: ignore[attr-defined]


def test_what_another_is_composed_of_is_not_compiled_for_it() -> None:
    # A class that no engine takes: to compile it fails.
    broken = LatePattern("[甲")
    assert broken.pattern == "[甲"
    with pytest.raises(re.error):
        broken.search("甲")
    assert LatePattern(lambda: "[甲").pattern == "[甲"


def test_each_verb_is_that_of_the_compiled_pattern() -> None:
    compiled, late = re.compile("(甲)(乙)?"), LatePattern("(甲)(乙)?")
    assert late.findall("甲乙甲") == compiled.findall("甲乙甲")
    assert late.pattern == compiled.pattern
    assert (late.flags, isinstance(late, LatePattern)) == (compiled.flags, True)
