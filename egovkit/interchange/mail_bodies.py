"""The bodies of a letter (邮件各部分的内容): out of the way of the parser, which takes what it is given line by line and keeps it thrice."""

from __future__ import annotations

import re
from copy import copy
from email import message_from_bytes
from email.message import Message
from typing import Final

from egovkit.errors import ReadError
from egovkit.text import limits

__all__ = ["Letter"]

# A parser ends a part at a line that begins so, and at no other.
_MAY_PART: Final = (b"\n--", b"\r--")
_EMPTY_LINE: Final = re.compile(rb"(?>\r\n|\n|\r)(?:\r\n|\n|\r)")
# What is inside of a part like these begins with a header of its own.
_HOLD_LETTERS: Final = (b"message/", b"/digest")
_LINE_END: Final = re.compile(rb"(?:\r\n|\n|\r)?\Z")
_LONG: Final = 256
_ENCODED: Final = "Content-Transfer-Encoding"
_UNDONE: Final = frozenset({"base64", "quoted-printable", "x-uuencode", "uuencode", "uue", "x-uue"})


class Letter:
    """A letter that was parsed (邮件): its parts, and what is in each.

    >>> letter = Letter(b"Content-Transfer-Encoding: base64\\n\\n" + b"YWJj\\n" * 100_000)
    >>> letter.content(letter.root) == b"abc" * 100_000
    True
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._held: list[tuple[int, int]] = []
        self._sign = b"egovkit-body-"
        while self._sign in data:
            self._sign += b"-"
        self.root = _parsed(self._shortened())

    def content(self, part: Message) -> bytes:
        """Return the bytes of a part, its encoding for the transport undone (内容)."""
        bare = copy(part)
        # As it is, whatever it says of itself.
        del bare[_ENCODED]
        raw = bare.get_payload(decode=True)
        content = raw if isinstance(raw, bytes) else b""
        if self._held:
            content = re.sub(self._sign + rb"(\d+);", lambda found: self._stretch(int(found[1])), content)
        encoded = str(part.get(_ENCODED, "")).lower()
        if encoded not in _UNDONE:
            return content
        if encoded == "base64":
            # A parser makes a list of its lines.
            content = content.translate(None, b"\r\n")
        bare.set_payload(content.decode("ascii", "surrogateescape"))
        bare[_ENCODED] = encoded
        del raw, content
        undone = bare.get_payload(decode=True)
        return undone if isinstance(undone, bytes) else b""

    def _stretch(self, number: int) -> bytes:
        start, end = self._held[number]
        return self._data[start:end]

    def _shortened(self) -> bytes:
        """Return the letter with a sign for each long stretch that is in a body: lines of which none can part it."""
        data = self._data
        small = data.lower()
        if any(word in small for word in _HOLD_LETTERS):
            return data
        del small
        pieces: list[bytes] = []
        at = 0
        for end in (*_lines_that_may_part(data), len(data)):
            empty = _EMPTY_LINE.search(data, at, end)
            start = end if empty is None else empty.end()
            if end - start > _LONG:
                # The last line end belongs to the line that parts.
                last = _LINE_END.search(data, end - 2, end)
                stop = end if last is None else last.start()
                pieces += data[at:start], self._sign, b"%d;" % len(self._held), data[stop:end]
                self._held.append((start, stop))
            else:
                pieces.append(data[at:end])
            at = end
        return b"".join(pieces)


def _lines_that_may_part(data: bytes) -> list[int]:
    found: list[int] = []
    for sign in _MAY_PART:
        at = data.find(sign)
        while at >= 0:
            found.append(at + 1)
            at = data.find(sign, at + 1)
    return sorted(found)


def _parsed(data: bytes) -> Message:
    if len(data) > limits.MAX_LETTER_PARSED:
        message = "the e-mail holds too many headers, parts or other e-mails: save its text alone and read that"
        raise ReadError("read.size", message)
    return message_from_bytes(data)
