"""What a tool of the MCP server is given to read (待读内容): a text, the content of a file, or a path in the folder it may read."""

from __future__ import annotations

import base64
import binascii
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, get_type_hints

from pydantic import Field

from egovkit.cli.failures import Misuse
from egovkit.cli.mcp_tools import LONGEST, within
from egovkit.errors import ReadError

if TYPE_CHECKING:
    from egovkit.interchange.source_text import Source

__all__ = ["LONGEST_CONTENT", "LONGEST_PATH", "Opener"]

LONGEST_CONTENT: Final = 8_000_000
"""How many characters of base64 are taken: a file of six million bytes."""
LONGEST_PATH: Final = 1000
"""How many characters of a path are taken."""

_TAKEN: Final[dict[str, Any]] = {
    "text": Annotated[
        str | None,
        Field(
            description="The text, as it is: of a whole document, or of an answer that cites some. 全文，照原样。",
            json_schema_extra={"maxLength": LONGEST},
        ),
    ],
    "content": Annotated[
        str | None,
        Field(
            description="In place of text: a file (docx, pdf, html, txt …) in base64. 代替 text：文件内容的 base64。",
            json_schema_extra={"maxLength": LONGEST_CONTENT},
        ),
    ],
    "path": Annotated[
        str | None,
        Field(
            description="In place of text: a file of the folder that the server may read, by its path in there. "
            "代替 text：服务获准读取的文件夹中的文件，写其中的路径。",
            json_schema_extra={"maxLength": LONGEST_PATH},
        ),
    ],
}


class Opener:
    """Reads what a tool is asked about (读取待读内容); paths only below `folder`, and none without one."""

    def __init__(self, folder: str | None = None) -> None:
        self._folder = None if folder is None else _folder(folder)
        self._names = tuple(_TAKEN) if folder is not None else tuple(_TAKEN)[:2]

    def signature(self, tool: Callable[..., Any]) -> inspect.Signature:
        """Return what is served as the signature of a tool (工具签名): of one that reads a text with the other ways to give it."""
        held = inspect.signature(tool)
        # What was read of a file is the server's to give, and no client's.
        hints = get_type_hints(tool, localns={"Source": Any}, include_extras=True)
        return held.replace(
            parameters=list(self._parameters(held, hints)), return_annotation=hints.get("return", held.empty)
        )

    def _parameters(self, held: inspect.Signature, hints: dict[str, Any]) -> Iterator[inspect.Parameter]:
        for name, one in held.parameters.items():
            if name != "text":
                yield one.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[name])
                continue
            for way in self._names:
                yield inspect.Parameter(way, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=_TAKEN[way])

    def opened(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments of a tool that reads a text, with the text or what was read of a file (打开)."""
        given = {name: arguments[name] for name in _TAKEN if arguments.get(name) is not None}
        if len(given) != 1 or not given.keys() <= set(self._names):
            raise Misuse("cli.given", "give one of {names}", names=", ".join(self._names))
        others = {name: value for name, value in arguments.items() if name not in _TAKEN}
        return {"text": self._read(*given.popitem())} | others

    def _read(self, way: str, given: str) -> str | Source:
        if way == "text":
            return given
        from egovkit.interchange.reading import read_source  # noqa: PLC0415  # who gives texts reads no files

        if way == "content":
            return read_source(_decoded(within(given, LONGEST_CONTENT)))
        try:
            return read_source(self._inside(within(given, LONGEST_PATH)))
        except ReadError as error:
            # Where the folder is on the server's machine is no client's business.
            raise ReadError(error.code, error.template, **{**error.fields, "path": repr(given[:80])}) from None

    def _inside(self, given: str) -> Path:
        """Return the file that a path names, links followed; refused alike where it leads out of the folder, there or not."""
        assert self._folder is not None  # noqa: S101  # a path is taken only then
        try:
            found = (self._folder / given).resolve()
        except (OSError, ValueError, RuntimeError):
            found = None
        if found is None or not found.is_relative_to(self._folder):
            raise Misuse("cli.outside", "{path} is not in the folder that may be read", path=repr(given[:80]))
        return found


def _folder(name: str) -> Path:
    # An empty name, as of a variable that is not set, would be the folder that one is in.
    found = Path(name).resolve()
    if not name or not found.is_dir():
        raise Misuse("cli.no_folder", "{folder} is no folder: name one whose files may be read", folder=repr(name))
    return found


def _decoded(content: str) -> bytes:
    try:
        return base64.b64decode("".join(content.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Misuse("cli.content", "the content is no base64: encode the bytes of the file") from error
