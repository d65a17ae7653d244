from __future__ import annotations

import pytest
from hypothesis import Phase, find, given, settings

from egovkit.models.framework import Framework
from egovkit.strategies.framework import frameworks, slogan_surfaces

UNSHRUNK = settings(max_examples=2000, phases=[Phase.generate])


@given(frameworks())
@settings(max_examples=30)
def test_frameworks_validate_and_spell_out_their_slogan(framework: Framework) -> None:
    slogan = framework.readings[0].slogan or ""
    stated = [(group.count, group.head) for group in Framework.parse(slogan).groups]
    assert stated == [(group.count, group.head) for group in framework.groups]
    assert all(len(group.components) == group.count for group in framework.groups)


@pytest.mark.parametrize("mark", ["+", "两", "、", "个", "“", "\u200b", "１"])
def test_every_way_of_printing_is_drawn(mark: str) -> None:
    assert mark in find(slogan_surfaces(), lambda drawn: mark in drawn[0], settings=UNSHRUNK)[0]
