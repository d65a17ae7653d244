"""What a paragraph of a .doc prints is taken stretch by stretch, and is what a look at each character gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange.reading import read
from egovkit.interchange.word97 import _Word97
from egovkit.text import limits
from tests.interchange.old_word import Par, doc_of

STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5).map(sorted)


def one_by_one(text: str, hidden: list[tuple[int, int]], start: int, end: int, fields: list[bool]) -> Iterator[str]:
    """Yield each character that is printed: in no code of a field, and not in the last hidden stretch that begins before it."""
    for at in range(start, end):
        begun = [last for first, last in hidden if first <= at]
        if text[at] == "\x13":
            fields.append(False)
        elif text[at] == "\x14" and fields:
            fields[-1] = True
        elif text[at] == "\x15" and fields:
            fields.pop()
        elif all(fields) and not (begun and at < begun[-1]):
            yield text[at]


@given(st.text("甲乙\x13\x14\x15", max_size=30), STRETCHES, st.integers(0, 30))
def test_stretches_are_what_each_character_gives(text: str, hidden: list[tuple[int, int]], cut: int) -> None:
    word = object.__new__(_Word97)
    word._text, word._hidden, word._fields, word._codes = text, hidden, [], 0
    fields: list[bool] = []
    # A field may run over paragraphs.
    cut = min(cut, len(text))
    for start, end in ((0, cut), (cut, len(text))):
        pieces = list(word._shown(start, end))
        assert "".join(pieces) == "".join(one_by_one(text, hidden, start, end, fields))
        assert len(pieces) <= 1 + end - start + len(hidden)
        assert word._fields == fields


def test_a_text_without_fields_is_one_stretch() -> None:
    word = object.__new__(_Word97)
    word._text, word._hidden, word._fields, word._codes = (
        "甲" * 1000 + "\x13A\x14" + "乙" * 1000 + "\x15",
        [(10, 20)],
        [],
        0,
    )
    assert [len(piece) for piece in word._shown(0, len(word._text)) if piece] == [10, 980, 1000]


def test_fields_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    data = doc_of([Par("甲" + "\x13 A \x14乙\x15" * 3)])
    monkeypatch.setattr(limits, "MAX_FIELDS", 3)
    assert read(data) == "甲乙乙乙"
    monkeypatch.setattr(limits, "MAX_FIELDS", 2)
    with pytest.raises(ReadError, match="more than 2 fields"):
        read(data)
