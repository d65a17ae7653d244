"""`egovkit mcp`: the tools for models, served over the Model Context Protocol (MCP 服务)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from egovkit import __version__
from egovkit.cli.failures import Misuse, described
from egovkit.cli.mcp_files import Opener
from egovkit.cli.mcp_tools import TOOLS
from egovkit.interchange.extras import extra
from egovkit.messages import Words
from egovkit.messages.telling import messages_of

if TYPE_CHECKING:
    from mcp.server import MCPServer

__all__ = ["make_server", "mcp"]

_INSTRUCTIONS: Final = (
    "Chinese government documents (公文), offline. Before an answer that cites a Chinese law or official document is given, "
    "let `verify` judge it: it tells invented numbers (发文字号), wrong titles, articles that do not exist, and what was no "
    "longer in force. `unknown` and null mean not known, never no.\n"
    "中国公文工具，不联网。回答中引用法律或公文时，先用 verify 核验：可发现不存在的文号、错配的标题、不存在的条款、已失效的依据。"
    "unknown 和 null 表示不清楚，不表示没有。"
)
_TITLES: Final = {
    "read": "Read an official document 读取公文",
    "verify": "Verify citations 核验引用",
    "number": "Explain an issuance number 解释发文字号",
    "law": "A law on a day 法律版本与效力",
    "search": "Search the register 查登记册",
    "check": "Proofread 校核",
}


def mcp(files: str | None = None) -> int:
    """Serve the tools over stdin and stdout until the client leaves."""
    make_server(files).run("stdio")
    return 0


def make_server(files: str | None = None) -> MCPServer[Any]:
    """Return the server with its tools (建服务); ReadError where the extra `mcp` is not installed.

    `files` is the folder whose files the tools may be asked about by path; without one they take none.
    """
    opener = Opener(files)
    server = extra("mcp.server", "mcp", "to serve tools over MCP")
    # The protocol has stdout to itself; what failed is told to the client.
    made: MCPServer[Any] = server.MCPServer(
        "egovkit", version=__version__, instructions=_INSTRUCTIONS, log_level="ERROR"
    )
    annotations = extra("mcp_types", "mcp", "to serve tools over MCP").ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    for tool in TOOLS:
        made.add_tool(_told(tool, opener), title=_TITLES[tool.__name__], annotations=annotations)
    return made


def _told(tool: Callable[..., Any], opener: Opener) -> Callable[..., Any]:
    """Return a tool that says in both languages what went wrong, whatever it is, and never ends the server."""
    from mcp.server.mcpserver.exceptions import ToolError  # noqa: PLC0415  # the extra

    signature = opener.signature(tool)
    reads = "text" in signature.parameters

    @wraps(tool)
    def asked(**arguments: Any) -> Any:
        try:
            return tool(**opener.opened(arguments)) if reads else tool(**arguments)
        except Exception as error:  # a fault of one call is none of the next
            raise ToolError(_message(error)) from error

    asked.__signature__ = signature  # type: ignore[attr-defined]
    return asked


def _message(error: Exception) -> str:
    """Say what went wrong in both languages, with its code."""
    told = messages_of(error)[0]
    said = Words(told.en, told.zh) if isinstance(error, Misuse) else described(error)
    code = f"[{told.code}] " if told.code and f"[{told.code}" not in said.en else ""
    return f"{code}{said.en}\n{said.zh}"
