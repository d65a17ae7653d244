"""Letters and pages saved as letters (邮件与网页归档): .eml, and .mht of a browser or a word processor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from egovkit.errors import ReadError
from egovkit.interchange.encodings import codec_named
from egovkit.interchange.line_ends import line_feeds
from egovkit.interchange.mail_bodies import Letter
from egovkit.interchange.plain import decode
from egovkit.interchange.webpage import read_html
from egovkit.text import limits

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["read_archive", "read_letter"]

_PARTS: Final = (b"boundary=", b"message/rfc822")
_ASKED: Final = ("Content-Type", "Content-Disposition")


def read_archive(data: bytes) -> str:
    """Read the article of a page that was saved in one file (读取网页归档), as of any other page.

    The page is the part that the root of the archive names, else its first; pictures, styles and frames are not read. What is
    put together as an archive and holds no page is a letter with pictures, and its text is read.
    Source: RFC 2557.
    """
    letter = _parsed(data)
    root = letter.root
    pages = [part for part in root.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        text = _said(letter, ("text/plain",))
        if text:
            return text
        raise ReadError("read.empty", "the web archive holds no page: save it again from a browser")
    start, place = str(root.get_param("start") or ""), root.get("Snapshot-Content-Location")
    named = (
        page for page in pages
        if (start and page.get("Content-ID") == start) or (place and page.get("Content-Location") == place)
    )  # fmt: skip
    return _page(letter, next(named, pages[0]))


def read_letter(data: bytes) -> str:
    """Read what a letter says (读取邮件): its plain text, else its page; what is attached to it is not read.

    Source: RFC 5322, RFC 2045.
    """
    text = _said(_parsed(data), ("text/plain", "text/html"))
    if not text:
        message = "the e-mail has no text of its own: save what is attached to it, and read that"
        raise ReadError("read.empty", message)
    return text


def _said(letter: Letter, kinds: tuple[str, ...]) -> str:
    for kind in kinds:
        for part in letter.root.walk():
            if part.get_content_type() != kind or part.get_content_disposition() == "attachment":
                continue
            text = _page(letter, part) if kind == "text/html" else _plain(letter, part)
            if text.strip():
                return text
    return ""


def _parsed(data: bytes) -> Letter:
    # A parser of letters asks every boundary of those it is inside of about every line.
    if any(data.count(word) > limits.MAX_LETTERS for word in _PARTS):
        message = "the e-mail holds more than {most} others: save the text alone and read that"
        raise ReadError("read.depth", message, most=limits.MAX_LETTERS)
    if len(data) > limits.MAX_LETTER:
        message = "the e-mail is larger than {size} MiB: save its text alone and read that"
        raise ReadError("read.size", message, size=limits.MAX_LETTER // 2**20)
    if data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n") > limits.MAX_LETTER_LINES:
        message = "the e-mail has more than {most} lines: save its text alone and read that"
        raise ReadError("read.size", message, most=limits.MAX_LETTER_LINES)
    try:
        return _within_bounds(Letter(data))
    except (ValueError, LookupError, RecursionError) as error:
        raise ReadError("read.truncated", "the e-mail is damaged: save its text alone and read that") from error


def _within_bounds(letter: Letter) -> Letter:
    """Return a letter none of whose parts says more of its kind than any mailer does: to take it apart has no bound."""
    for part in letter.root.walk():
        if any(len(str(part.get(name, ""))) > limits.MAX_HEADER for name in _ASKED):
            del part["Content-Type"]
            del part["Content-Disposition"]
    return letter


def _content(letter: Letter, part: Message) -> tuple[bytes, str | None]:
    """Return the bytes of a part, and the codec that it names."""
    try:
        content, charset = letter.content(part), part.get_content_charset()
    except (ValueError, LookupError) as error:
        raise ReadError("read.truncated", "the e-mail is damaged: save its text alone and read that") from error
    return content, codec_named(charset) if charset else None


def _plain(letter: Letter, part: Message) -> str:
    content, codec = _content(letter, part)
    if not content.strip():
        return ""
    try:
        text = line_feeds(content.decode(codec)) if codec else decode(content)
    except UnicodeDecodeError:
        text = decode(content)
    # As of pages and of what word processors write.
    return text.replace("\0", "")


def _page(letter: Letter, part: Message) -> str:
    content, codec = _content(letter, part)
    try:
        return read_html(content.decode(codec) if codec else content).text
    except UnicodeDecodeError:
        return read_html(content).text
