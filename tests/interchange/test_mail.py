"""Letters and saved pages, as browsers, word processors and mailers write them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange.reading import load, read
from egovkit.text import limits
from tests.interchange.files import NOTICE, PAGE, PAGE_TEXT, assert_says_what_to_do

_TEXT = "\n".join(NOTICE)


def _letter(charset: str = "utf-8", kind: str = "plain", content: str = _TEXT) -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = "office@example.gov.cn"
    letter["Subject"] = "转发通知"
    letter["Message-ID"] = "<1@example.gov.cn>"
    letter.set_content(content, subtype=kind, charset=charset)
    return letter


def archive(head: str, parts: list[tuple[str, str, bytes]]) -> bytes:
    """Return a web archive; each part is its type, its place, and its bytes."""
    out = f'{head}MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----=_b"\r\n\r\n'.encode()
    for kind, place, content in parts:
        out += f"------=_b\r\nContent-Type: {kind}\r\nContent-Location: {place}\r\n\r\n".encode() + content + b"\r\n"
    return out + b"------=_b--\r\n"


CHROME = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/a.htm\r\nSubject: x\r\n"


def test_what_chrome_saves() -> None:
    parts = [
        ("text/html", "https://www.example.gov.cn/frame.htm", b"<p>frame</p>"),
        ("text/html", "https://www.example.gov.cn/a.htm", PAGE.encode("gb18030")),
        ("image/png", "https://www.example.gov.cn/a.png", b"\x89PNG"),
    ]
    assert read(archive(CHROME, parts)) == PAGE_TEXT
    assert load(archive(CHROME, parts)).title == "关于推进政务数据共享的实施意见"


def test_what_word_saves() -> None:
    page = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>' + "".join(
        f"<p class=3DMsoNormal>{line}</p>" for line in NOTICE
    )
    quoted = "".join(chr(byte) if byte < 0x80 else f"={byte:02X}" for byte in page.encode("gb18030"))
    head = b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    parts = [
        ('text/html; charset="gb2312"', "file:///C:/1.htm", quoted.encode()),
        ("text/xml", "file:///C:/list.xml", b"<xml/>"),
    ]
    data = archive("", parts).replace(b"1.htm\r\n\r\n", b"1.htm\r\n" + head)
    assert read(data) == _TEXT


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_letter_is_its_text(charset: str, kind: str) -> None:
    content = _TEXT if kind == "plain" else "".join(f"<p>{line}</p>" for line in NOTICE)
    assert read(_letter(charset, kind, content).as_bytes()).strip() == _TEXT


def test_plain_text_goes_before_a_page_and_what_is_attached_is_left() -> None:
    letter = _letter()
    letter.add_alternative("<p>别的</p>", subtype="html")
    letter.add_attachment("附件的文字", filename="a.txt")
    assert read(letter.as_bytes()).strip() == _TEXT


def test_a_letter_that_is_put_together_as_an_archive_is_its_text() -> None:
    text = b"\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + _TEXT.encode().replace(b"\n", b"\r")
    head = b'MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n'
    picture = b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx"
    assert read(head + text + picture + b"\r\n--b--").strip() == _TEXT
    # With a page it is that.
    page = b"\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + "<p>各区县，请认真执行。".encode()
    assert read(head + text + page + b"\r\n--b--") == "各区县，请认真执行。"


def test_a_letter_that_lies_about_its_charset() -> None:
    raw = _letter().as_bytes().partition(b"\n\n")[0].replace(b"base64", b"8bit")
    assert read(raw + b"\n\n" + _TEXT.encode("gb18030")).strip() == _TEXT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "read.empty"),
        (archive("", [("image/png", "a", b"x")]), "read.empty"),
        (_letter(content=" ").as_bytes(), "read.empty"),
        (
            b"MIME-Version: 1.0\r\nX-A: b\r\n" + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' * 40,
            "read.depth",
        ),
    ],
)
def test_what_holds_no_text(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == code
    assert_says_what_to_do(caught.value)


@given(st.data())
def test_a_damaged_letter_is_text_or_a_read_error(data: st.DataObject) -> None:
    letter = _letter(kind="html", content=PAGE)
    letter.add_alternative(_TEXT)
    whole = bytearray(letter.as_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(read(bytes(whole)), str)
    except ReadError as refused:
        assert_says_what_to_do(refused)


def test_the_size_of_a_letter_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _letter().as_bytes()
    monkeypatch.setattr(limits, "MAX_LETTER", len(data) - 1)
    with pytest.raises(ReadError, match="larger than"):
        read(data)
    monkeypatch.undo()
    monkeypatch.setattr(limits, "MAX_LETTER_LINES", 5)
    with pytest.raises(ReadError, match="more than 5 lines"):
        read(data)


@pytest.mark.parametrize("name", ["Content-Type: text/plain", "Content-Disposition: inline"])
def test_a_kind_of_endless_parameters_is_none(name: str) -> None:
    head = f"From: a@example.gov.cn\r\nMIME-Version: 1.0\r\n{name}{';' * (limits.MAX_HEADER + 1)}\r\n\r\n"
    assert read(head.encode() + _TEXT.encode()) == _TEXT


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("charset", ["; charset=utf-8", ""])
def test_a_letter_has_no_nul(kind: str, charset: str) -> None:
    head = f"From: a@example.gov.cn\r\nMIME-Version: 1.0\r\nContent-Type: text/{kind}{charset}\r\n\r\n".encode()
    assert read(head + (_TEXT + "严\0禁用火。").encode()).endswith("严禁用火。")
