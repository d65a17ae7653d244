"""Every entry of the lexicon has an example that reads right because of it, and no longer when it is taken out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from egovkit import lexicon
from tests.lexicon.examples import entries, examples
from tests.lexicon.readers import FOLDERS, READERS, misread
from tests.witness import without

ROOMS = sorted(path.stem for path in Path(lexicon.__file__).parent.glob("*.toml"))


@pytest.mark.skipif(not READERS, reason="no room has its examples yet")
def test_every_room_has_a_reader() -> None:
    assert sorted(READERS) == ROOMS


@pytest.mark.parametrize("room", sorted(READERS))
def test_every_entry_has_an_example(room: str) -> None:
    given = Counter((example.name, example.word) for example in examples(room))
    assert given.keys() == set(entries(room))


@pytest.mark.parametrize("room", sorted(READERS))
def test_no_entry_is_given_twice(room: str) -> None:
    assert [entry for entry, times in Counter(entries(room)).items() if times > 1] == []


@pytest.mark.parametrize("room", sorted(READERS))
def test_every_example_reads_as_it_says(room: str) -> None:
    assert misread(room) == []


def test_every_room_is_read_beside_the_rules_that_ask_it() -> None:
    assert sorted(room for rooms in FOLDERS.values() for room in rooms) == ROOMS


@pytest.mark.parametrize("room", sorted(READERS))
def test_no_counterexample_reads_so(room: str) -> None:
    read = READERS[room]
    assert [e.counter for e in examples(room) if e.counter and read(e.counter) == e.reading] == []


@pytest.mark.witness
@pytest.mark.parametrize("room", sorted(READERS))
def test_every_entry_decides_its_example(room: str) -> None:
    read = READERS[room]
    dead = []
    for example in examples(room):
        with without(example.name, example.word):
            if read(example.text) == example.reading:
                dead.append((example.name, example.word))
    assert dead == []
