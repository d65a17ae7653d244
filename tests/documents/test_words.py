"""The words of the lexicon that decide here: each example reads as it says, or a word of its list is gone."""

from __future__ import annotations

import pytest

from tests.lexicon.readers import FOLDERS, misread


@pytest.mark.parametrize("room", FOLDERS["documents"])
def test_every_example_reads_as_it_says(room: str) -> None:
    assert misread(room) == []
