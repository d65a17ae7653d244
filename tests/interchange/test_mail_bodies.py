"""The bodies of a letter are out of the way of its parser, and what is in each part is what the parser alone would give."""

from __future__ import annotations

from email import message_from_bytes

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange import mail_bodies
from egovkit.interchange.mail_bodies import Letter
from egovkit.interchange.reading import read
from egovkit.text import limits

HEADS = ["", "Content-Type: text/plain", "X: y", "Subject: 关于", "Content-Type: message/rfc822"]
HEADS += [f'Content-Type: multipart/{kind}; boundary="{sign}"' for kind in ("mixed", "digest") for sign in ("b", "c")]
HEADS += [f"Content-Transfer-Encoding: {name}" for name in ("base64", "quoted-printable", "8bit", "x-uuencode", "zz")]
BODY = [
    "--b",
    "--c",
    "--b--",
    "--c--",
    "--b ",
    "--",
    "-- ",
    " --b",
    "--bc",
    "",
    "关于防火",
    "YWJjYWJj",
    "=E5=85=B3=",
    "x" * 40,
]
BODY += ["begin 644 a", "#86)C", "end", "egovkit-body-0;", "egovkit-body-1;", "From: a"]
LINES = st.lists(st.sampled_from(HEADS + BODY * 2), max_size=24)


def parts(data: bytes) -> list[tuple[str, bytes]]:
    """Return of each part of a letter its kind, and what the parser of the library alone gives for it."""
    whole = message_from_bytes(data)
    return [(part.get_content_type(), part.get_payload(decode=True) or b"") for part in whole.walk()]  # type: ignore[misc]


@given(
    st.lists(st.sampled_from(HEADS), max_size=3),
    LINES,
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([0, 3, 20]),
)
@example(
    [HEADS[5]], ["", "--b", "", "关于防火", "--", "", "严禁用火", "--b", "", "x" * 40, "--b--", "", "尾"], "\r\n", 0
)
@example([HEADS[10]], ["", "YWJj", "YWJj", "", "YWJj"], "\r\n", 0)
@settings(max_examples=300, deadline=None)
def test_each_part_is_as_the_parser_alone_gives_it(heads: list[str], lines: list[str], end: str, long: int) -> None:
    data = end.join([*heads, *lines]).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mail_bodies, "_LONG", long)
        letter = Letter(data)
        read = [(part.get_content_type(), letter.content(part)) for part in letter.root.walk()]
    assert read == parts(data)


def test_no_parser_is_given_a_long_body(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []
    parse = message_from_bytes

    def measured(data: bytes) -> object:
        given.append(len(data))
        return parse(data)

    monkeypatch.setattr(mail_bodies, "message_from_bytes", measured)
    head = b'MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
    text = "严禁用火。\n".encode() * 10_000
    data = (
        head
        + b"Content-Type: text/plain; charset=utf-8\n\n"
        + text
        + b"--b\nX: y\n\n"
        + b"YWJj\n" * 50_000
        + b"--b--\n"
    )
    assert read(data).count("严禁用火。") == 10_000
    assert max(given) < 300


@pytest.mark.parametrize(
    "body", [b"X: " + b"y" * 900, b"--\n\nx\n" * 300, b"Content-Type: message/rfc822\n\n" + b"x\n" * 900]
)
def test_what_a_parser_is_given_is_bounded(body: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LETTER_PARSED", 500)
    with pytest.raises(ReadError) as caught:
        read(b"From: a@example.gov.cn\nMIME-Version: 1.0\nSubject: x\n" + body + b"\n\nx")
    assert caught.value.code == "read.size"
