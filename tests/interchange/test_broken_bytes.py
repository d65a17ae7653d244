"""A text in GBK with a broken byte is the text, but for the character that lost it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange.broken_bytes import decode_gbk
from egovkit.interchange.reading import load, read

_LINES = (
    "关于推进政务数据共享的实施意见",
    "云川政办发〔2020〕8号",
    "　　根据有关规定,现提出如下意见：坚持统筹规划,覆盖率达到100%。镕、㤰。",
    "云川市人民政府办公室",
)
_DATA = "\n".join(_LINES).encode("gb18030")


@given(st.integers(0, len(_DATA) - 1), st.sampled_from([b"", b"\xff", b"\x80", b"?"]))
def test_the_other_lines_are_whole(at: int, broken: bytes) -> None:
    data = _DATA[:at] + broken + _DATA[at + 1 :]
    text = decode_gbk(data, 3)
    assert text is not None
    # A line feed that is gone makes one line of two.
    hurt = _DATA[:at].count(b"\n")
    lines = text.split("\n")
    if len(lines) == len(_LINES):
        assert [line for n, line in enumerate(lines) if n != hurt] == [
            line for n, line in enumerate(_LINES) if n != hurt
        ]


@pytest.mark.parametrize("at", [0, 1, 14, 15])
def test_one_byte_costs_one_character(at: int) -> None:
    data = _DATA[:at] + b"\xff" + _DATA[at + 1 :]
    assert read(data) == "\n".join(_LINES).replace(_LINES[0][at // 2], "\N{REPLACEMENT CHARACTER}", 1)


def test_what_is_broken_all_over_is_no_text() -> None:
    with pytest.raises(ReadError):
        read(_DATA.replace(b"\xb5", b"\xff") * 40)
    assert decode_gbk(b"\xff\n" * 5, 4) is None


# A letter before the break puts the bytes where the search begins in the middle of a character.
@pytest.mark.parametrize("before", ["", "a"])
@pytest.mark.parametrize("length", [300, 301, 3000])
def test_a_long_line_is_searched_near_the_break(length: int, before: str) -> None:
    first, second = "政务" * (length // 2) + before, "政务" * (length // 2)
    broken = decode_gbk(first.encode("gbk") + b"\xff" + second.encode("gbk"), 1)
    assert broken == first + "\N{REPLACEMENT CHARACTER}" + second


@pytest.mark.parametrize("name", ["gbk_bad.txt", "gbk_badbyte.html", "cut_gbk.txt"])
def test_files_of_the_reports(name: str, shared: Path) -> None:
    assert load(shared / "cases" / "files" / name).title == "关于甲工作的通知"
