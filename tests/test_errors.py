from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import (
    AmbiguousTerm,
    EgovkitError,
    ParseError,
    ReadError,
    UnknownCondition,
    UnknownTerm,
    display_width,
    printable,
)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("66", 2),
        ("第66号", 6),
        ("６", 2),
        ("〔", 2),
        ("—", 1),
        ("e\u0301", 1),
        ("葛\U000e0100", 2),
        ("※\ufe0e", 1),
    ],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


def test_caret_counts_display_cells() -> None:
    error = ParseError("number.serial", "a serial starts at 1", "国办发〔2014〕0号", (9, 10))
    line, marks = error.caret().split("\n")
    assert line == "国办发〔2014〕0号"
    assert marks == " " * display_width("国办发〔2014〕") + "^"


def test_caret_is_as_wide_as_the_fault() -> None:
    assert ParseError("x", "bad", "发〔2014〕号", (1, 7)).caret().split("\n")[1] == "  " + "^" * 8


def test_caret_shows_only_the_faulty_line() -> None:
    assert ParseError("x", "bad", "第一行\n第二行\n第三行", (5, 6)).caret() == "第二行\n  ^^"


def test_caret_of_a_fault_over_two_lines_ends_with_the_first() -> None:
    assert ParseError("x", "bad", "一二\n三四", (1, 5)).caret() == "一二\n  ^^"


def test_long_lines_are_cut_on_both_sides() -> None:
    error = ParseError("x", "bad", "前" * 500 + "错" + "后" * 500, (500, 501))
    line, marks = error.caret().split("\n")
    assert line == "前" * 40 + "错" + "后" * 40
    assert marks == " " * 80 + "^^"


def test_unprintable_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in str(ParseError("x", "bad", "\x1b[31m国办发", (5, 6)))


def test_span_defaults_to_the_whole_source() -> None:
    assert ParseError("x", "bad", "国办发").span == (0, 3)


def test_messages() -> None:
    assert str(ParseError("number.form", "not a number", "abc")) == "not a number [number.form]\n  abc\n  ^^^"
    assert str(UnknownTerm("organs", "某办发")) == "'某办发' is not in the table of organs"
    assert str(UnknownTerm("organs", "甲", ["乙"])).endswith("; did you mean 乙?")
    assert str(UnknownTerm("organs", "甲", ["乙", "丙", "丁"])).endswith("; did you mean 乙, 丙 or 丁?")
    assert str(ReadError("read.empty", "the file is empty")) == "the file is empty [read.empty]"


@pytest.mark.parametrize(
    ("error", "builtin"), [(ParseError, ValueError), (UnknownTerm, LookupError), (AmbiguousTerm, UnknownTerm)]
)
def test_errors_are_also_what_python_calls_them(error: type[EgovkitError], builtin: type[Exception]) -> None:
    assert issubclass(error, EgovkitError)
    assert issubclass(error, builtin)


@pytest.mark.parametrize(
    "error",
    [
        ParseError("x", "bad", "国办发", (1, 2)),
        UnknownTerm("organs", "某办发"),
        UnknownTerm("frameworks", "三网二库", ["三网一库"]),
        UnknownCondition("organs", "levle", near=["level"]),
        UnknownCondition("policies", "status", "valid"),
        AmbiguousTerm("organs", "国家计委", ["国家发展计划委员会", "国家计划委员会"]),
        ReadError("read.empty", "is empty"),
    ],
    ids=lambda e: type(e).__name__,
)
def test_errors_survive_pickling(error: EgovkitError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes; worker processes pickle errors
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


@given(st.text(max_size=200), st.data())
def test_any_span_of_any_text_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = ParseError("x", "bad", text, (start, end)).caret().split("\n")
    assert set(lines[-1]) <= {" ", "^"}
    assert "^" in lines[-1]


@pytest.mark.parametrize("blank", ["\u3000", "\xa0", "\t", " "])
def test_a_blank_is_shown_as_a_blank_and_the_caret_stands_behind_it(blank: str) -> None:
    line, marks = ParseError("x", "bad", f"国办发{blank}〔2014〕0号", (10, 11)).caret().split("\n")
    assert line == f"国办发{' ' if blank == chr(9) else blank}〔2014〕0号"
    assert marks == " " * display_width(line[:10]) + "^"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_cut_at_every_line_end(end: str) -> None:
    text = end.join(("第一行", "第二行", "第三行"))
    start = 3 + len(end)
    assert ParseError("x", "bad", text, (start + 1, start + 2)).caret() == "第二行\n  ^^"
    assert ParseError("x", "bad", text, (start, len(text))).caret() == "第二行\n^^^^^^"
    # A fault in the line end itself stands behind its line, at whichever half of it.
    for at in range(3, start):
        assert ParseError("x", "bad", text, (at, start)).caret() == "第一行\n      ^"


@given(st.text(max_size=40))
def test_a_text_that_is_shown_keeps_its_length_and_its_blanks(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert printable(shown) == shown
    for c, drawn in zip(text, shown, strict=True):
        assert drawn.isprintable() or unicodedata.category(drawn) == "Zs"
        assert drawn.isspace() == c.isspace()
        assert drawn in (c, " ", "\ufffd")


def test_an_ambiguous_term_names_its_candidates() -> None:
    error = AmbiguousTerm("organs", "国家计委", iter(["国家发展计划委员会", "国家计划委员会"]))
    assert error.candidates == ("国家发展计划委员会", "国家计划委员会")
    assert str(error).endswith(": 国家发展计划委员会; 国家计划委员会")
