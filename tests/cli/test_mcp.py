"""The tools for models: what they answer, what they refuse, and that a real client is served over stdin and stdout."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.cli import mcp_tools as tools
from egovkit.cli.failures import Misuse
from egovkit.cli.mcp_answers import MOST
from egovkit.errors import EgovkitError, ParseError, ReadError, UnknownTerm

DOCUMENT = (
    "某市人民政府关于防火的通知\n某政发〔2024〕3号\n各县人民政府：\n一、总体要求\n（一）加强巡护。按照《档案法》（以下简称《法》）第三条办理。\n"
    "二、其他\n依据《法》执行。\n附件：火险等级表\n某市人民政府\n2024年3月1日\n"
)
WRONG = (
    "依据《国务院办公厅关于促进电子政务协调发展的指导意见》（国办发〔2014〕67号）和《个人信息保护法》第九百九十九条。"
)


def test_a_document_is_read() -> None:
    read = tools.read(DOCUMENT)
    assert (read.number, read.title, read.dated) == ("某政发〔2024〕3号", "某市人民政府关于防火的通知", "2024-03-01")
    assert read.outline == ["一、总体要求", "  （一）加强巡护", "二、其他"]
    assert read.annexes == ["火险等级表"]
    assert [each.repeats for each in read.citations] == [None, read.citations[0].start]
    assert (read.expires_on, read.secrecy, read.left_out) == (None, None, 0)


def test_what_is_cited_wrongly_is_told() -> None:
    found = tools.verify(WRONG)
    assert [(each.verdict, each.instead) for each in found.claims] == [
        ("contradicts", "国办发〔2014〕66号"),
        ("contradicts", "第74条"),
    ]
    assert (found.contradictions, found.on) == (2, None)


@pytest.mark.parametrize(
    ("text", "on", "day"),
    [
        (DOCUMENT, None, "2024-03-01"),
        (DOCUMENT, "2025年", "2025-12-31"),
        (DOCUMENT.replace("3月1日", "3月"), None, None),
        ("见《档案法》。", None, None),
    ],
)
def test_the_day_that_counts_is_the_documents_own(text: str, on: str | None, day: str | None) -> None:
    assert tools.verify(text, on).on == day


def test_a_number_is_explained() -> None:
    told = tools.number("国办发[2014]66号")
    assert (told.number, told.organs, told.remark) == ("国办发〔2014〕66号", ["国务院办公厅"], None)
    assert [each.zh for each in told.deviations] == ["年份未用六角括号"]


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    told = tools.number("某政发〔2024〕3号")
    assert (told.organs, told.documents, told.standing) == ([], [], "unknown")
    assert told.remark is not None
    answered = tools.law("某某防火法")
    assert (answered.laws, answered.remark is None) == ([], False)
    assert tools.search("某某防火办法甲乙丙丁").documents == []
    [claim] = tools.verify("见国办发〔2023〕9999号。").claims
    assert (claim.verdict, claim.standing) == ("unknown", "unknown")


def test_a_law_is_told_on_a_day() -> None:
    answered = tools.law("《个人信息保护法》", "2022-01-01")
    [law] = answered.laws
    assert law.in_force is not None
    assert (answered.on, law.in_force.effective, law.in_force.last_article) == ("2022-01-01", "2021-11-01", 74)
    [before] = tools.law("个人信息保护法", "2021-10-31").laws
    assert (before.in_force, before.standing) == (None, "pending")
    assert tools.law("个人信息保护法", "2021-10-31").remark is not None


@pytest.mark.parametrize("name", ["不动产登记暂行条例实施细则", "个人信息保护法"])
@pytest.mark.parametrize("day", [None, "2015-01-01", "2024-05-01"])
def test_no_version_is_in_force_where_it_is_not_known_whether_the_law_is(name: str, day: str | None) -> None:
    answered = tools.law(name, day)
    for law in answered.laws:
        assert law.versions
        if law.standing != "in_force":
            assert (law.in_force, answered.remark is None) == (None, False)


def test_names_near_to_one_that_is_not_known() -> None:
    assert "中华人民共和国个人信息保护法" in tools.law("中华人民共和国个人信息保护发").near


def test_the_register_is_searched() -> None:
    assert [row.number for row in tools.search("电子政务 协调发展", limit=1).documents] == ["国办发〔2014〕66号"]
    assert [row.title for row in tools.search("国令第711号").documents] == ["中华人民共和国政府信息公开条例"]
    assert all(row.level == "law" for row in tools.search("保护", level="law").documents)


def test_a_text_is_proofread() -> None:
    found = tools.check("按照国办发[2014]66号执行。", "2024-01-01")
    [fault] = found.findings
    assert (fault.code, fault.text, fault.replacement) == ("GW201", "[2014]", "〔2014〕")
    assert (found.on, found.assumed, found.verdict) == ("2024-01-01", False, "mend")


def test_a_list_that_was_cut_says_so() -> None:
    read = tools.verify("见《档案法》。" * (MOST + 7))
    assert (len(read.claims), read.left_out) == (MOST, 7)


@pytest.mark.parametrize(
    ("tool", "arguments", "kind"),
    [
        (tools.number, ("国办发2014",), ParseError),
        (tools.law, ("档案法", "昨天"), ParseError),
        (tools.verify, ("见《档案法》。", "2014-13"), ParseError),
        (tools.search, ("保护", "nothing"), UnknownTerm),
        (tools.search, ("保护", None, "无此机关部"), UnknownTerm),
        (tools.read, ("甲" * (tools.LONGEST + 1),), Misuse),
        (tools.number, ("甲" * (tools.LONGEST_NAME + 1),), Misuse),
        (tools.law, ("甲" * (tools.LONGEST_NAME + 1),), Misuse),
        (tools.search, ("甲" * (tools.LONGEST_NAME + 1),), Misuse),
        (tools.check, ("甲", "2" * (tools.LONGEST_NAME + 1)), Misuse),
    ],
)
def test_what_is_asked_amiss_is_refused(
    tool: Callable[..., Any], arguments: tuple[Any, ...], kind: type[EgovkitError]
) -> None:
    with pytest.raises(kind) as refused:
        tool(*arguments)
    assert refused.value.code
    assert refused.value.message_en != refused.value.message_zh


@settings(max_examples=20)
@given(st.text(max_size=60), st.sampled_from([None, "2020", "某日", ""]))
def test_any_text_is_answered_or_refused(text: str, on: str | None) -> None:
    for tool, arguments in (
        (tools.read, (text,)),
        (tools.verify, (text, on)),
        (tools.number, (text,)),
        (tools.law, (text, on)),
        (tools.search, (text,)),
        (tools.check, (text, on)),
    ):
        with suppress(EgovkitError):
            answered: Any = tool(*arguments)
            assert answered.model_validate_json(answered.model_dump_json()) == answered


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from egovkit.cli.mcp_server import make_server

    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(ReadError) as refused:
        make_server()
    assert "[mcp]" in refused.value.message_en


@pytest.mark.parametrize("language", [".", "zh"])
def test_the_exchange_of_the_page_is_a_real_one(language: str) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / language / "guide" / "mcp.md").read_text(encoding="utf-8")
    blocks = {
        title: json.loads(body) for title, body in re.findall(r'```json title="(\w+)"\n(.*?)```', page, flags=re.DOTALL)
    }
    request = blocks["request"]
    tool = {tool.__name__: tool for tool in tools.TOOLS}[request["name"]]
    answered: Any = tool(**request["arguments"])
    assert answered.model_dump(mode="json") == blocks["answer"]
    for client in (blocks["mcpServers"]["mcpServers"], blocks["servers"]["servers"]):
        assert client["egovkit"]["args"] == ["mcp"]


# ---- a real client, and the server in a process of its own

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("number", {"number": "国办发[2014]66号"}),
    ("verify", {"text": WRONG}),
    ("law", {"name": "个人信息保护法", "on": "2022-01-01"}),
    ("search", {"words": "电子政务 协调发展", "limit": 1}),
    ("read", {"text": DOCUMENT}),
    ("check", {"text": "按照国办发[2014]66号执行。"}),
    # What is asked amiss, each followed by what is not.
    ("number", {"number": "国办发2014"}),
    ("read", {}),
    ("read", {"text": 3}),
    ("read", {"text": "甲" * (tools.LONGEST + 1)}),
    ("search", {"words": "保护", "limit": 1000}),
    ("nothing", {}),
    ("number", {"number": "国办发〔2014〕66号"}),
]


def test_a_client_is_served_over_stdio() -> None:
    pytest.importorskip("mcp", reason="the SDK of MCP is not installed")
    import anyio
    from mcp import Client
    from mcp.client.stdio import StdioServerParameters

    async def talk() -> tuple[list[Any], list[Any]]:
        server = StdioServerParameters(command=sys.executable, args=["-m", "egovkit", "mcp"])
        async with Client(server) as client:
            listed = await client.list_tools()
            # The client itself holds each structured answer against the schema of its tool.
            return listed.tools, [await client.call_tool(name, arguments) for name, arguments in CALLS]

    listed, answered = anyio.run(talk)
    assert [tool.name for tool in listed] == [tool.__name__ for tool in tools.TOOLS]
    for tool in listed:
        assert tool.annotations.read_only_hint
        assert tool.output_schema["type"] == "object"
        assert not tool.description.isascii()
        assert not tool.title.isascii()
    assert [bool(each.is_error) for each in answered] == [False] * 6 + [True] * 6 + [False]
    for each in answered[:6]:
        # For clients that take no structure the same is told as text.
        assert json.loads(each.content[0].text) == each.structured_content
    assert answered[0].structured_content["organs"] == ["国务院办公厅"]
    assert answered[1].structured_content["contradictions"] == 2
    said = answered[6].content[0].text
    assert "number.mark" in said
    assert "发文字号" in said
    assert "cli.long" in answered[9].content[0].text


def test_what_is_no_message_does_not_end_the_server() -> None:
    pytest.importorskip("mcp", reason="the SDK of MCP is not installed")
    about = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    sent = [
        b"{",
        b"\xff\xfe\x00",
        b"[1, 2]",
        json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": about}).encode(),
        b'{"jsonrpc": "2.0", "method": "notifications/initialized"}',
        b'{"jsonrpc": "2.0", "id": 2, "method": "no/such"}',
        b'{"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "number", "arguments": {"number": "\\ud800"}}}',
        b'{"jsonrpc": "2.0", "id": 4, "method": "tools/call", "params": {"name": "number", "arguments": [1]}}',
        '{"jsonrpc": "2.0", "id": 5, "method": "tools/call", "params": {"name": "number", "arguments": {"number": "国办发〔2014〕66号"}}}'.encode(),
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "egovkit", "mcp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(b"\n".join(sent) + b"\n")
        server.stdin.flush()
        answers = {}
        for line in server.stdout:
            answer = json.loads(line)
            answers[answer.get("id")] = answer
            if answer.get("id") == 5:
                break
        server.stdin.close()
        assert server.wait(30) == 0
    assert answers[2]["error"]["code"] == -32601
    assert answers[5]["result"]["structuredContent"]["number"] == "国办发〔2014〕66号"
