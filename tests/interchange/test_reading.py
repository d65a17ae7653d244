"""Every wrong input ends in a ReadError that says what to do."""

from __future__ import annotations

import os
import re
import sys
import tomllib
import zlib
from array import array
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange.extras import how_to_install
from egovkit.interchange.reading import Readable, load, read
from egovkit.interchange.sources import READERS, named_formats, sniff
from egovkit.text import limits
from tests.interchange.files import NOTICE, PAGE, PAGE_TEXT, assert_says_what_to_do, notice_docx, pdf_of, repack, shown
from tests.interchange.old_word import Par, doc_of

_LINES = "\n".join(NOTICE)


def _code(source: Readable) -> str:
    with pytest.raises(ReadError) as caught:
        read(source)
    # The message says what is wrong and, behind the colon, what to do.
    assert ": " in caught.value.message
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        (_LINES.encode(), "text", _LINES),
        (PAGE.encode("gb18030"), "html", PAGE_TEXT),
        (notice_docx(), "docx", _LINES),
        (pdf_of(shown(NOTICE)), "pdf", _LINES),
    ],
    ids=["text", "html", "docx", "pdf"],
)
def test_the_content_decides_and_not_the_name(data: bytes, kind: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.jpeg"
    path.write_bytes(data)
    assert sniff(data) == kind
    assert read(path) == read(str(path)) == read(data) == text


def test_load_is_the_document_of_the_text() -> None:
    document = load(PAGE.encode())
    assert document.text == PAGE_TEXT
    assert document.title == "关于推进政务数据共享的实施意见"
    assert str(document.number) == "云川政办发〔2020〕8号"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "read.empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200), "read.format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "read.format"),
        (b"BM" + bytes(100), "read.format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "read.doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "read.encrypted"),
        (notice_docx()[:-200], "read.truncated"),
        (notice_docx()[:60], "read.truncated"),
        (repack(notice_docx(), lambda name, part: None if name == "word/document.xml" else part), "read.truncated"),
        (repack(notice_docx(), lambda name, part: None if name.startswith("word/") else part), "read.format"),
        (b"PK\x05\x06" + bytes(18), "read.format"),
        (b"\x1f\x8b" + bytes(40), "read.format"),
        (b'<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>', "read.format"),
        (
            '<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>'.encode("utf-16"),
            "read.format",
        ),
        (b"\xff\xfe" + "\n".join(NOTICE).encode(), "read.encoding"),
        (b"\xfe\xff" + b"A text of ASCII alone, of some sixty characters: no UTF-16.", "read.encoding"),
        (b"\xff\xfe<html><body><p>" + "各区县：".encode() + b"</p></body></html>", "read.encoding"),
        (b"%PDF-1.7\nrubbish", "read.truncated"),
    ],
)
def test_what_no_reader_takes(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    path.write_bytes(data)
    assert _code(data) == _code(path) == code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (rb"{\rtf1\ansi text}", "rtf"),
        (b"\xef\xbb\xbf{\\rtf1\\ansi text}", "rtf"),
        (b"\r\n {\\rtf1\\ansi text}", "rtf"),
        (b"From: <Saved>\r\nSnapshot-Content-Location: x\r\nMIME-Version: 1.0\r\n\r\n", "mhtml"),
        (b"Received: from a\r\n by b\r\nSubject: x\r\n\r\nText", "eml"),
    ],
)
def test_signs(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


def test_every_format_is_in_the_table_once() -> None:
    assert len({reader.format for reader in READERS}) == len({reader.term for reader in READERS}) == len(READERS)
    extras = set(tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"])
    assert {reader.extra for reader in READERS} - {None} <= extras
    assert all(reader.format in named_formats() for reader in READERS)


def test_a_text_that_begins_like_a_picture_is_a_text() -> None:
    assert read("BM25 检索办法".encode()) == "BM25 检索办法"
    assert read("MM 与 <p> 标签的说明".encode()) == "MM 与 <p> 标签的说明"


@pytest.mark.parametrize(
    "text",
    [
        "版式文件以 %PDF-1.7 开头，以 %%EOF 结尾。",
        "说明\n%PDF-1.7\n是文件头，startxref 在文件尾。",
        "Subject: 关于开会的通知\nDate: 某日\n请准时参加。",
        "中共中央、国务院",
        "国务院令第七百一十一号公布",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_that_speaks_of_a_format_is_a_text(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == text


@given(
    st.text("国务院办公厅关于印发的通知各区县请认真执行一二三四五六七八九十０１（）《》，。\n", min_size=1).filter(
        str.strip
    )
)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_read_as_such(encoding: str, text: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    assert read((mark + text).encode(encoding)) == text


def test_rubbish_in_front_of_a_pdf() -> None:
    pdf = pdf_of(shown(NOTICE))
    assert read(b"HTTP/1.1 200 OK\r\n\r\n" + pdf) == read(pdf)


def test_paths_that_are_none(tmp_path: Path) -> None:
    assert _code(tmp_path / "missing.txt") == "read.missing"
    assert _code(tmp_path) == "read.directory"
    assert _code("一段文字而不是路径" * 200) == "read.access"
    assert _code("\0") == "read.access"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _code(tmp_path / "pipe") == "read.special"


def test_a_file_of_two_hundred_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    assert _code(path) == "read.size"
    assert _code(b"a" * (limits.MAX_FILE + 1)) == "read.size"


@pytest.mark.parametrize(
    ("data", "library", "name"),
    [
        (PAGE.encode(), "lxml.etree", "html"),
        (notice_docx(), "lxml.etree", "docx"),
        (b"\x80\x81\xff\xfe" * 20, "charset_normalizer", "text"),
        (pdf_of(shown(NOTICE)), "pypdfium2", "pdf"),
        (doc_of([Par("甲")]), "olefile", "doc"),
    ],
    ids=["html", "docx", "text", "pdf", "doc"],
)
def test_a_missing_extra_says_what_to_install(
    data: bytes, library: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ReadError, match=re.escape(how_to_install(name))) as caught:
        read(data)
    assert caught.value.code == "read.extra"


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"<html><p>", b"%PDF-1.4\n", b"\xff\xfe"]))
def test_any_bytes_are_text_or_a_read_error(data: bytes, head: bytes) -> None:
    try:
        text = read(head + data)
    except ReadError as refused:
        assert_says_what_to_do(refused)
    else:
        assert text.strip()


@given(st.data())
def test_a_damaged_docx_is_text_or_a_read_error(data: st.DataObject) -> None:
    whole = bytearray(notice_docx())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(read(bytes(whole)), str)
    except ReadError as refused:
        assert_says_what_to_do(refused)


@pytest.mark.parametrize("wrap", [bytearray, memoryview, BytesIO, lambda data: StringIO(data.decode())])
def test_buffers_and_open_files(wrap: Callable[[bytes], Any]) -> None:
    assert read(wrap(_LINES.encode())) == _LINES
    assert load(wrap(_LINES.encode())).text == _LINES


class _Endless:
    taken = 0

    def read(self, size: int) -> bytes:
        self.taken += min(size, 2**20)
        return bytes(min(size, 2**20))


def test_a_stream_is_read_to_the_bound_only() -> None:
    stream = _Endless()
    assert _code(stream) == "read.size"
    assert stream.taken == limits.MAX_FILE + 1
    assert _code(bytearray(limits.MAX_FILE + 1)) == "read.size"


class _Gives:
    def __init__(self, *blocks: object) -> None:
        self._blocks = [*blocks, b""]

    def read(self, _size: int) -> Any:
        block = self._blocks.pop(0)
        if isinstance(block, Exception):
            raise block
        return block


@pytest.mark.parametrize("block", [7, ["x"], {"a": 1}, object(), 1.5, _LINES.encode])
def test_a_stream_of_other_things_than_bytes(block: object) -> None:
    with pytest.raises(TypeError, match="neither bytes nor text"):
        read(_Gives("x", block))


@pytest.mark.parametrize("error", [KeyError("x"), zlib.error("x"), EOFError(), AttributeError("x"), RuntimeError("x")])
def test_a_stream_that_fails_in_its_own_way(error: Exception) -> None:
    assert _code(_Gives(b"x", error)) == "read.access"


def test_blocks_of_any_shape() -> None:
    text = "国务院办公厅"
    assert read(_Gives(memoryview(text.encode()).cast("B", (3, 6)), array("H", "甲乙".encode("utf-16-le")[:0]))) == text


def test_a_path_of_bytes(tmp_path: Path) -> None:
    class InBytes:
        def __fspath__(self) -> bytes:
            return os.fsencode(tmp_path / "a.txt")

    (tmp_path / "a.txt").write_text(_LINES, encoding="utf-8")
    assert read(InBytes()) == _LINES  # type: ignore[arg-type]


def test_a_stream_that_cannot_be_read() -> None:
    closed = BytesIO(b"x")
    closed.close()
    assert _code(closed) == "read.access"
    with pytest.raises(TypeError):
        read(7)  # type: ignore[arg-type]
