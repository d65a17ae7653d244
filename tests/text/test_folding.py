from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.text.folding import BLANKS, CLOSERS, OPENERS, fold, squeeze

LOOKALIKES = st.text(st.sampled_from(BLANKS + OPENERS + CLOSERS + "０１２３ＡＢ：，国办发2014"))


@given(st.text() | LOOKALIKES)
def test_folding_keeps_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text() | LOOKALIKES)
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text() | LOOKALIKES, st.text() | LOOKALIKES)
def test_folding_is_character_by_character(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


@given(st.text() | LOOKALIKES)
def test_squeezing_leaves_no_blank_and_touches_nothing_else(text: str) -> None:
    assert squeeze(text) == "".join(c for c in text if c not in BLANKS)
    assert squeeze(squeeze(text)) == squeeze(text)


@pytest.mark.parametrize("pair", list(zip(OPENERS, CLOSERS, strict=True)), ids="".join)
def test_every_bracket_becomes_the_standard_one(pair: tuple[str, str]) -> None:
    assert fold("2014".join(pair)) == "〔2014〕"


@pytest.mark.parametrize("blank", BLANKS, ids=lambda c: f"U+{ord(c):04X}")
def test_every_blank_becomes_one_space(blank: str) -> None:
    assert fold(blank) == " "
    assert squeeze(f"国{blank}办") == "国办"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０１４", "2014"),
        ("ＧＢ／Ｔ", "GB/T"),
        ("：", ":"),
        ("国办发", "国办发"),
        ("٢٠١٤", "٢٠١٤"),
        ("〇", "〇"),
        ("～", "~"),
    ],
)
def test_only_ascii_has_a_full_width_form(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_all_white_space_that_python_knows_is_a_blank() -> None:
    assert {c for c in map(chr, range(0x110000)) if c.isspace()} <= set(BLANKS)
