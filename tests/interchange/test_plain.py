"""Every encoding that Chinese documents come in, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange.pages import form_feeds
from egovkit.interchange.plain import decode
from egovkit.text import limits
from tests.interchange.files import assert_says_what_to_do

_TEXT = "各省、自治区、直辖市人民政府：\n国办发〔2014〕66号，〇一二。\n"
_OLD = "關於促進電子政務協調發展的指導意見，各省、自治區、直轄市人民政府。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_encodings(encoding: str) -> None:
    assert decode(_TEXT.encode(encoding)) == _TEXT


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
def test_traditional_characters(encoding: str) -> None:
    assert decode(_OLD.encode(encoding)) == _OLD


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf8_is_never_taken_for_another_encoding(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == text


_COMMON = st.characters(codec="gb2312", exclude_categories=["Cc"])
_RARE = st.characters(min_codepoint=0x3400, max_codepoint=0x4DBF)


def _decoded(data: bytes) -> str:
    """Decode what is no UTF-8, whole or cut off at its end."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        assume(error.reason != "unexpected end of data")
    else:
        reject()
    return decode(data)


@given(st.text(_COMMON, min_size=2).filter(str.strip))
def test_gb2312_reads_as_such_where_it_is_no_utf8(text: str) -> None:
    # Two characters of Python's codec of that name stand elsewhere in GB 18030, which is what programs read it as.
    data = text.encode("gb2312")
    assert _decoded(data) == data.decode("gb18030")


@given(st.text(_COMMON.filter(lambda c: c not in "―・" and not c.isascii()), min_size=3).filter(str.strip), st.data())
def test_one_rare_character_among_four_is_still_gb18030(common: str, data: st.DataObject) -> None:
    rare = data.draw(st.text(_RARE, min_size=1, max_size=len(common) // 3))
    assert _decoded((common + rare).encode("gb18030")) == common + rare


@pytest.mark.parametrize("text", ["0―", "臮備娾", "鞋櫦"])
def test_what_is_too_little_to_tell_is_refused(text: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(text.encode("gb18030"))
    assert caught.value.code == "read.encoding"


@given(st.binary(min_size=1))
def test_any_bytes_are_text_or_a_read_error(data: bytes) -> None:
    try:
        text = decode(data)
    except ReadError as refused:
        assert_says_what_to_do(refused)
    else:
        assert "\r" not in text


def test_lines_end_in_a_line_feed() -> None:
    assert decode("甲\r\n乙\r丙\n".encode()) == "甲\n乙\n丙\n"


def test_a_few_lost_bytes_do_not_change_the_encoding() -> None:
    data = (_TEXT * 40).encode()
    broken = data[:600] + b"\xff" + data[600:]
    assert decode(broken).count("\N{REPLACEMENT CHARACTER}") <= 3
    assert decode(broken).endswith(_TEXT)


def test_a_byte_lost_in_a_little_chinese_among_much_ascii_shows_where() -> None:
    text = "a line in English\n" * 30 + "关于印发方案的通知。" * 5
    data = bytearray(text.encode())
    del data[600]
    assert decode(bytes(data))[:555] == text[:555]


def test_what_only_begins_as_utf8_is_no_text_in_it() -> None:
    text = "关于防火的通知。\n" * 12_000
    assert len(text.encode()) > 4 << 16
    with pytest.raises(ReadError) as caught:
        decode(text.encode() + text.encode("gb18030"))
    assert caught.value.code == "read.encoding"


def test_a_stray_zero_in_an_old_encoding() -> None:
    data = (_TEXT * 20).encode("gb18030")
    assert decode(data + b"\0") == _TEXT * 20 + "\0"


def test_a_stray_zero_does_not_make_it_utf16() -> None:
    assert decode(("\0" + _TEXT * 3).encode()) == "\0" + _TEXT * 3


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_TEXT.encode()[:-2], "read.truncated"),
        (_TEXT.encode("utf-16")[:-1], "read.truncated"),
        (b"\xef\xbb\xbf\xff\xff", "read.encoding"),
        (b" \n\t \n", "read.empty"),
        (bytes(range(256)) * 8, "read.binary"),
        (b"\x80\x81\xff\xfe" * 20, "read.encoding"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert caught.value.code == code


@pytest.mark.parametrize("ahead", range(4))
def test_a_long_text_is_told_by_its_beginning_wherever_that_is_cut(ahead: int) -> None:
    text = "a" * ahead + "关于防火的通知，𠮷。\n" * 20_000
    assert len(text.encode("gb18030")) > 4 << 16
    assert decode(text.encode("gb18030")) == text
    # And with a byte lost beyond what is looked at first, or before.
    for at in (400_000, 100):
        data = bytearray(text.encode("gb18030"))
        del data[at]
        found = decode(bytes(data))
        assert abs(len(found) - len(text)) <= 2
        assert found.count("\N{REPLACEMENT CHARACTER}") <= 1
    assert decode(text.encode()[:-8] + b"\xff" + text.encode()[-8:]).count("\N{REPLACEMENT CHARACTER}") == 1


def test_a_text_of_more_form_feeds_than_pages_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 5)
    assert [place.page for place in form_feeds("\f甲\f乙\f丙\f").places] == [2, 3, 4]
    assert form_feeds("甲\f乙\f丙\f丁\f\f").places == form_feeds("\f\f\f\f甲\f乙").places == ()


@pytest.mark.parametrize("ahead", [0, 17, 1 << 16, 5 << 16])
@pytest.mark.parametrize(
    ("encoding", "lost"), [("gb18030", False), ("gb18030", True), ("utf-8", True), ("big5", False)]
)
def test_what_is_in_ascii_ahead_says_nothing_of_the_encoding(ahead: int, encoding: str, *, lost: bool) -> None:
    text = (_OLD + "\n") * 40
    data = text.encode(encoding)
    if lost:
        # The first byte of a character in the middle of a line.
        at = len((_OLD + "\n").encode(encoding)) * 20 + len(_OLD[:5].encode(encoding))
        data = data[:at] + data[at + 1 :]
    english = "a line in English\n" * (ahead // 18)
    assert decode(english.encode() + data) == english + decode(data)
    assert decode(data)[:200] == text[:200]


def test_a_byte_lost_in_a_few_characters_after_much_ascii_is_shown() -> None:
    data = b"a line in English\n" * 300 + "促进电子政务协调发展的指导".encode()
    assert decode(data[:-20] + data[-19:]).endswith("展的指导")
