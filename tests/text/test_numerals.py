from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.text import numerals
from egovkit.text.limits import MAX_NUMERAL
from egovkit.text.numerals import ARABIC_DIGITS, HAN_DIGITS, HAN_NUMERALS, HAN_ZEROS, read_numeral, write_han
from tests.witness import survivors

ALL = ARABIC_DIGITS + HAN_DIGITS + HAN_ZEROS + HAN_NUMERALS + "万卌壹拾佰仟"


@given(st.integers(0, 9999))
def test_what_is_written_is_read_again(number: int) -> None:
    assert read_numeral(write_han(number)) == number


@given(st.integers(1, 9999), st.integers(0, 999))
def test_ten_thousands(high: int, low: int) -> None:
    surface = write_han(high) + "万" + ("零" + write_han(low) if low else "")
    assert read_numeral(surface) == high * 10_000 + low


@given(st.integers(0, 10**MAX_NUMERAL - 1), st.sampled_from("〇零○◯OoО"))
def test_arabic_and_positional_numerals_are_read(number: int, zero: str) -> None:
    digits = str(number)
    assert read_numeral(digits) == number
    assert read_numeral(digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))) == number
    assert read_numeral(digits.translate(str.maketrans("0123456789", zero + HAN_DIGITS))) == number


@given(st.one_of(st.text(), st.text(ALL)))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = read_numeral(text)
    assert number is None or number >= 0


NUMERALS = [
    ("〇", 0), ("零", 0), ("十", 10), ("十二", 12), ("一十二", 12), ("二十", 20), ("一百十二", 112), ("一百零三", 103),
    ("二千", 2000), ("两千零一", 2001), ("一千零一十", 1010), ("廿", 20), ("廿八", 28), ("卅一", 31), ("卌", 40), ("三万", 30_000),
    ("三万五千", 35_000), ("三万零五", 30_005), ("二〇一四", 2014), ("二00九", 2009), ("一〇", 10), ("壹拾贰", 12), ("007", 7),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), NUMERALS)
def test_numerals(text: str, number: int) -> None:
    assert read_numeral(text) == number


def test_every_form_of_ten_decides_a_numeral() -> None:
    assert survivors(numerals, NUMERALS, read_numeral) == []


@pytest.mark.parametrize(
    "text",
    ["", " ", "2十", "二1", "百", "百十", "千", "万", "十十", "十百", "二百二百", "一百零", "十零", "二廿", "廿十", "五元", "٣", "²", "号",
     "三万万", "万五", "三万百", "1" * (MAX_NUMERAL + 1), "一" * (MAX_NUMERAL + 1)],
)  # fmt: skip
def test_no_numerals(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize("number", [-1, 10_000])
def test_what_is_not_written(number: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        write_han(number)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (103, "一百零三"), (110, "一百一十"), (1001, "一千零一"),
     (1010, "一千零一十"), (9000, "九千"), (9999, "九千九百九十九")],
)  # fmt: skip
def test_what_is_written(number: int, text: str) -> None:
    assert write_han(number) == text
