"""What the tools for models are given to read: texts, contents, and paths that stay in the folder that was named."""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import Any

import pytest

from egovkit.cli import mcp_files, mcp_tools
from egovkit.cli.failures import Misuse
from egovkit.cli.mcp_files import Opener
from egovkit.documents.document import PolicyDocument
from egovkit.errors import EgovkitError, ReadError
from egovkit.interchange.word_writing.writing import to_docx

NOTICE = "某市人民政府关于防火的通知\n某政发〔2024〕3号\n各县人民政府：\n按照国办发[2014]66号执行。\n某市人民政府\n2024年3月1日\n"
READERS = ("read", "verify", "check")


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    held = tmp_path / "files"
    (held / "in").mkdir(parents=True)
    (held / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (held / "in" / "通知.docx").write_bytes(to_docx(PolicyDocument.parse(NOTICE)))
    (held / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "secret.txt").write_text(NOTICE, encoding="utf-8")
    (held / "link.txt").symlink_to(tmp_path / "secret.txt")
    (held / "up").symlink_to(tmp_path)
    (held / "loop").symlink_to(held / "loop")
    (held / "inside.txt").symlink_to(held / "notice.txt")
    return held


def opened(opener: Opener, **given: Any) -> Any:
    return opener.opened(given)["text"]


@pytest.mark.parametrize("path", ["notice.txt", "in/通知.docx", "in/../notice.txt", "./notice.txt", "inside.txt"])
def test_a_file_of_the_folder_is_read(folder: Path, path: str) -> None:
    source = opened(Opener(str(folder)), path=path)
    assert str(mcp_tools.read(source).number) == "某政发〔2024〕3号"
    assert mcp_tools.verify(source).on == "2024-03-01"
    found = mcp_tools.check(source)
    assert "[2014]" in [fault.text for fault in found.findings]


def test_a_whole_path_into_the_folder_is_one(folder: Path) -> None:
    assert opened(Opener(str(folder)), path=str(folder / "notice.txt")).text.startswith("某市")


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "../nothing.txt",
        "in/../../secret.txt",
        "/etc/passwd",
        "/nothing/there",
        "link.txt",
        "up/secret.txt",
        "~/secret.txt/../../../secret.txt",
        "../files2/notice.txt",
        "..",
        "a\0b",
        "../" * 60 + "etc/passwd",
    ],
)
def test_a_path_out_of_the_folder_is_refused_alike_there_or_not(folder: Path, path: str) -> None:
    with pytest.raises(Misuse) as refused:
        opened(Opener(str(folder)), path=path)
    assert refused.value.code == "cli.outside"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("nothing.txt", "read.missing"),
        ("in", "read.directory"),
        ("", "read.directory"),
        ("empty.txt", "read.empty"),
        ("x" * 300, "read.access"),
        ("x" * (mcp_files.LONGEST_PATH + 1), "cli.long"),
    ],
)
def test_what_cannot_be_read_says_why(folder: Path, path: str, code: str) -> None:
    with pytest.raises(EgovkitError) as refused:
        opened(Opener(str(folder)), path=path)
    assert refused.value.code == code
    # Nor where the folder is.
    assert str(folder) not in f"{refused.value.message_en}{refused.value.message_zh}{refused.value.args}"


def test_an_answer_does_not_tell_where_the_folder_is(folder: Path) -> None:
    answer = mcp_tools.read(opened(Opener(str(folder)), path="notice.txt"))
    assert answer.title is not None
    assert str(folder) not in answer.model_dump_json()


def test_a_link_in_a_circle_is_refused(folder: Path) -> None:
    with pytest.raises(EgovkitError):
        opened(Opener(str(folder)), path="loop")


def test_a_content_is_read() -> None:
    docx = to_docx(PolicyDocument.parse(NOTICE))
    for data in (NOTICE.encode(), NOTICE.encode("gb18030"), docx):
        assert mcp_tools.read(opened(Opener(), content=encoded(data))).title == "某市人民政府关于防火的通知"
    # As encoders break it into lines.
    assert opened(Opener(), content=base64.encodebytes(docx).decode()).format == "docx"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("防火", "cli.content"),
        ("abc", "cli.content"),
        ("", "read.empty"),
        (encoded(b"%PDF-1.7\nnothing"), "read.truncated"),
        (encoded(b"PK\x03\x04nothing"), "read.truncated"),
        ("A" * (mcp_files.LONGEST_CONTENT + 1), "cli.long"),
    ],
)
def test_a_content_that_is_none_is_refused(content: str, code: str) -> None:
    with pytest.raises(EgovkitError) as refused:
        opened(Opener(), content=content)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "given", [{}, {"text": "甲", "content": "QUJD"}, {"text": None}, {"text": "甲", "path": "notice.txt"}]
)
@pytest.mark.parametrize("named", [True, False])
def test_one_of_them_is_given(folder: Path, given: dict[str, Any], named: bool) -> None:
    with pytest.raises(Misuse) as refused:
        Opener(str(folder) if named else None).opened(given)
    assert refused.value.code == "cli.given"
    assert ("path" in refused.value.message_en) == named


def test_without_a_folder_there_are_no_paths(folder: Path) -> None:
    with pytest.raises(Misuse) as refused:
        opened(Opener(), path=str(folder / "notice.txt"))
    assert refused.value.code == "cli.given"
    assert list(Opener().signature(mcp_tools.read).parameters) == ["text", "content"]
    assert list(Opener(str(folder)).signature(mcp_tools.check).parameters) == ["text", "content", "path", "on"]
    assert list(Opener(str(folder)).signature(mcp_tools.law).parameters) == ["name", "on"]


def test_a_name_that_is_empty_is_no_folder() -> None:
    with pytest.raises(Misuse) as refused:
        Opener("")
    assert refused.value.code == "cli.no_folder"


@pytest.mark.parametrize("name", ["notice.txt", "nothing"])
def test_what_is_no_folder_is_refused_at_the_start(folder: Path, name: str) -> None:
    with pytest.raises(Misuse) as refused:
        Opener(str(folder / name))
    assert refused.value.code == "cli.no_folder"


def test_a_text_of_a_file_is_as_long_as_one_that_is_given() -> None:
    long = ("甲" * 999 + "\n") * (mcp_tools.LONGEST // 1000 + 1)
    source = opened(Opener(), content=encoded(long.encode()))
    for name in READERS:
        with pytest.raises(Misuse) as refused:
            getattr(mcp_tools, name)(source)
        assert refused.value.code == "cli.long"


@pytest.mark.parametrize("named", [True, False])
def test_a_client_has_files_read_over_stdio(folder: Path, named: bool) -> None:
    pytest.importorskip("mcp", reason="the SDK of MCP is not installed")
    import anyio
    from mcp import Client
    from mcp.client.stdio import StdioServerParameters

    calls: list[tuple[str, dict[str, Any]]] = [
        ("read", {"path": "in/通知.docx"}),
        ("verify", {"path": "notice.txt", "on": "2024-05-01"}),
        ("check", {"path": "notice.txt"}),
        ("read", {"path": "../secret.txt"}),
        ("read", {"path": "nothing.txt"}),
        ("read", {"content": encoded(to_docx(PolicyDocument.parse(NOTICE)))}),
        ("read", {"content": "防火"}),
        ("read", {"text": NOTICE}),
        ("read", {"text": NOTICE, "content": "QUJD"}),
    ]
    arguments = ["--files", str(folder)] if named else []

    async def talk() -> tuple[list[Any], list[Any]]:
        server = StdioServerParameters(command=sys.executable, args=["-m", "egovkit", "mcp", *arguments])
        async with Client(server) as client:
            listed = await client.list_tools()
            return listed.tools, [await client.call_tool(name, given) for name, given in calls]

    listed, answered = anyio.run(talk)
    for tool in listed:
        taken = list(tool.input_schema["properties"])
        assert ("path" in taken) == (named and tool.name in READERS)
        assert ("content" in taken) == ("text" in taken) == (tool.name in READERS)
        assert "text" not in tool.input_schema.get("required", [])
    failed = [bool(each.is_error) for each in answered]
    assert failed == [not named] * 3 + [True, True, False, True, False, True]
    for each in answered:
        if not each.is_error and "title" in each.structured_content:
            assert each.structured_content["number"] == "某政发〔2024〕3号"
    said = [each.content[0].text for each in answered]
    assert ("cli.outside" in said[3]) == named
    assert ("read.missing" in said[4]) == named
    assert "cli.content" in said[6]
    assert "cli.given" in said[8]
    assert str(folder.parent) not in said[3]


def test_a_reader_that_fails_is_told(folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(ReadError):
        opened(Opener(str(folder)), path="broken.docx")
