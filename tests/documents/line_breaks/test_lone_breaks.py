"""Two lines that are one whatever the width: who is addressed, word by word."""

from __future__ import annotations

import pytest

from egovkit.documents.line_breaks import lone_breaks as room
from egovkit.documents.line_breaks.lone_breaks import lone_breaks
from tests.witness import survivors

# Two lines, and whether they address organs together.
CASES = {
    "各街道、各园\n区：": True,
    "各市、各企\n业：": True,
    "各市、有关\n企业：": True,
    "各市、直属\n企业：": True,
    "各市、所属\n企业：": True,
    "各市、东港\n区：": True,
    "各市、云川\n州：": True,
    "各市、企业\n职工：": False,
    "东港区、企业\n职工：": False,
    "各市负责登记、企\n业：": False,
}


def _are_one(text: str) -> bool:
    return bool([*lone_breaks(text + "\n现就有关事项通知如下。")])


@pytest.mark.parametrize("text", CASES)
def test_a_salutation_over_two_lines_is_one(text: str) -> None:
    assert _are_one(text) is CASES[text]


def test_every_word_decides_a_salutation() -> None:
    assert survivors(room, CASES.items(), _are_one) == []
