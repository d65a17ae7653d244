"""Every error code, read from the places that raise it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.pages.markdown import GENERATED, table

PACKAGE = Path(__file__).resolve().parents[2] / "egovkit"
_CODE = re.compile(r"[a-z]+(\.[a-z]+([-_][a-z]+)*)+")
_RAISERS = re.compile(r"ParseError|ReadError|RowError|PydanticCustomError|_Refused|_refus\w*|error")


def pages() -> dict[str, str]:
    messages: dict[str, set[str]] = {}
    raisers: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for code, message in _codes(ast.parse(path.read_text(encoding="utf-8"))):
            messages.setdefault(code, set()).add(message)
            raisers.setdefault(code, set()).add(f"`{_module(path)}`")
    rows = [
        (f"`{code}`", "; ".join(sorted(filter(None, messages[code]))), ", ".join(sorted(raisers[code])))
        for code in sorted(messages)
    ]
    text = (
        f"# Error codes 错误代码\n\n{GENERATED}"
        "A code is stable: a program may branch on it. The message is for people and may change. As a pydantic "
        "field a bad string gives a `ValidationError` with the same code as `type`. See "
        "[errors](../reference/errors.md).\n\n"
        f"{table(('code', 'message', 'raised in'), rows)}"
    )
    return {"tables/errors.md": text}


def _module(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


def _codes(tree: ast.Module) -> Iterator[tuple[str, str]]:
    named = {
        node.targets[0].id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        # The fault of a row says its row and column first.
        said: list[ast.expr | None] = [*(node.args[2:4] if name == "RowError" else node.args), None, None]
        code, message = said[:2]
        if not _RAISERS.fullmatch(name) or not isinstance(code, ast.Constant) or not isinstance(code.value, str):
            continue
        if _CODE.fullmatch(code.value):
            yield code.value, _message(named.get(message.id) if isinstance(message, ast.Name) else message)


def _message(node: ast.expr | None) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return ""
