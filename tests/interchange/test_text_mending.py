"""A plain text mended in its own encoding, or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.checks import Edit, Fixed, PlannedEdit, StaleText, fix
from egovkit.errors import ReadError
from egovkit.interchange.plain import decode, decode_stored
from egovkit.interchange.text_mending import mend_text

LINES = ("按照国办发[2014]66号执行,抓紧落实.", "各县（市、区）人民政府：", "请遵照执行。")


@given(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]),
)
def test_it_reads_as_the_mended_text_in_the_encoding_it_had(lines: list[str], newline: str, encoding: str) -> None:
    data = newline.join(lines).encode(encoding)
    try:
        text = decode(data)
    except ReadError:
        # Without a mark some encodings cannot be told.
        return
    fixed = fix(text)
    mended = mend_text(data, fixed)
    assert mended == fixed.text.replace("\n", newline).encode(encoding)
    assert decode(mended) == fixed.text


def test_a_character_that_the_encoding_lacks_is_no_question_mark() -> None:
    data = ("云川市機關文書處理辦法，請遵照執行，不得有誤，並請查照轉知所屬機關。" * 3).encode("big5")
    text = decode_stored(data)
    fixed = Fixed(f"{text}〔镕", (PlannedEdit(Edit(len(text), len(text), "镕"), "GW000", ""),), text)
    with pytest.raises(ReadError, match="lacks") as caught:
        mend_text(data, fixed)
    assert caught.value.code == "read.encoding"


def test_gbk_takes_what_gb_18030_has() -> None:
    data = "请遵照执行，抓紧落实，不得有误。".encode("gb2312")
    text = decode(data)
    fixed = Fixed(text[:-1] + "㐀", (PlannedEdit(Edit(len(text) - 1, len(text), "㐀"), "GW000", ""),), text)
    assert mend_text(data, fixed).decode("gb18030").endswith("㐀")


def test_a_text_with_lost_bytes_is_refused() -> None:
    data = "按照国办发[2014]66号执行，抓紧落实。".encode() * 40
    broken = data[:100] + b"\xff" + data[100:]
    fixed = fix(decode(broken))
    with pytest.raises(ReadError, match="no text"):
        mend_text(broken, fixed)
    with pytest.raises(StaleText):
        mend_text(data, fixed)
