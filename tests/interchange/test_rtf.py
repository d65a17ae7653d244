"""RTF as word processors write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange.reading import load, read
from egovkit.text import limits
from tests.interchange.files import NOTICE, assert_says_what_to_do


def _coded(text: str, how: str) -> bytes:
    if how == "unicode":
        units = text.encode("utf-16-le")
        signed = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
        return b"".join(rb"\u%d?" % unit for unit in signed)
    raw = text.encode("gb18030")
    return raw if how == "raw" else b"".join(rb"\'%02x" % byte for byte in raw)


def rtf_of(lines: tuple[str, ...] | list[str], how: str = "bytes") -> bytes:
    """Return an RTF document of these lines, its characters as bytes in hexadecimal, as units of Unicode, or raw."""
    head = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset0 Arial;}}"
    head += rb"{\colortbl;\red0\green0\blue0;}{\*\generator Writer 1;}{\info{\title x}}" + b"\r\n"
    return head + b"".join(rb"\pard\plain\f0\fs32 " + _coded(line, how) + b"\\par\r\n" for line in lines) + b"}"


@pytest.mark.parametrize("how", ["bytes", "unicode", "raw"])
def test_lines_come_back(how: str) -> None:
    data = rtf_of(NOTICE, how)
    assert read(data) == "\n".join(NOTICE)
    assert str(load(data).number) == NOTICE[1]


@given(st.lists(st.text("国务院关于印发的通知123〔〕\\{}《》🀄", min_size=1).filter(str.strip), min_size=1))
def test_any_lines_come_back(lines: list[str]) -> None:
    assert read(rtf_of(lines, "unicode")) == "\n".join(lines)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"{\listtext\f1 1.\tab}A\par{\pntext 2.\tab}B", "1.\tA\n2.\tB"),
        (rb"A{\v hidden}B{\v0 C}", "ABC"),
        (rb"{\*\x\v0\plain silent}A\v hidden\plain B", "AB"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}", "link"),
        (rb"A\cell B\cell\row C", "A\tB\nC"),
        (rb"A{\pict 0102}{\*\unknown x{\b y}}B", "AB"),
        (
            rb"{\footer end\par}{\header top\par}A{\footnote below}B\par{\headerl top\par}C{\footnote C.}",
            "top\nAB\nC\nbelow\nC.\nend",
        ),
        (rb"{\footer\qc \emdash  {\field{\*\fldinst PAGE}{\fldrslt 1}} \emdash\par}A", "A"),
        (rb"{\footer{\shp{\*\shpinst{\shptxt -{\field{\fldrslt 1}}-\par}}}end\par}A", "A\nend"),
        (rb"{\header{\shp{\*\shpinst{\shptxt top\par}}}}A{\*\footnote note}{\pict{\*\footnote x}}B", "top\nAB\nnote"),
        (rb"A{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt box\par two\par}}{\shprslt box}}B", "box\ntwo\nAB"),
        (rb"A{\*\do\dobxpage{\dptxbx{\dptxbxtext box\par}}}B", "box\nAB"),
        (rb"A{\object{\shp{\*\shpinst{\shptxt x}}}}{\*\x{\*\do{\dptxbxtext x}}}{\*\x{\shptxt x}}B", "AB"),
        (rb"A{\upr{ansi}{\*\ud{\u22269?}}}B{\*\ud x}", "A国B"),
        (rb"A{\pict{\upr{x}{\*\ud{x}}}}B", "AB"),
        (rb"A{\pict\bin4 }}\}}B\bin0 C\bin-1 D\bin E", "ABCDE"),
        (b"A{\\pict\\bin3 \\b\\}B\\bin2 \\'C", "ABC"),
        (b"A\0B\\u0?C", "ABC"),
        (rb"\lquote A\rquote\emdash B\~C\_D\\\{\}", "‘A’—B\xa0C-D\\{}"),
        (rb"\uc2\u22269ab\uc0\u21153 c", "国务c"),
        (rb"{\f1\u22269\'3f}\f1\'41", "国A"),
        (rb"A}}}B", "AB"),
    ],
)
def test_what_is_printed(body: bytes, text: str) -> None:
    assert read(rb"{\rtf1\ansi " + body) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [(rb"{\rtf1\ansi{\*\generator x}}", "read.empty"), (b"{\\rtf1" + b"{" * (limits.MAX_GROUPS + 1), "read.depth")],
)
def test_what_holds_no_text(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == code
    assert_says_what_to_do(caught.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_read_error(data: bytes) -> None:
    try:
        assert read(rb"{\rtf1\ansicpg936 " + data).strip()
    except ReadError as refused:
        assert_says_what_to_do(refused)


def test_the_signs_of_a_document_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SIGNS", 100)
    assert read(b"{\\rtf1 " + b"a\\par " * 40 + b"}").count("a") == 40
    with pytest.raises(ReadError, match=r"\[read\.size\]"):
        read(b"{\\rtf1 " + b"a\\par " * 60 + b"}")
