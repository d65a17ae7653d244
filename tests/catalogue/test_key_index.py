"""An index of names says what a dict of the same names would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.catalogue.key_index import KeyIndex, packed

ENTRIES = st.lists(st.tuples(st.text(max_size=4), st.integers(0, 65535), st.integers(0, 9)), max_size=40)


@given(entries=ENTRIES, other=st.text(max_size=4))
def test_a_key_names_the_rows_it_was_given_with(entries: list[tuple[str, int, int]], other: str) -> None:
    index = KeyIndex(packed(entries))
    assert len(index) == len(set(entries))
    for key in {other, *(key for key, _, _ in entries)}:
        assert index.find(key) == sorted({(row, way) for name, row, way in entries if name == key})


def test_a_row_beyond_two_bytes_is_refused() -> None:
    with pytest.raises(OverflowError):
        packed([("甲", 65536, 0)])
