"""Every error code, read from the places that raise it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.pages.markdown import GENERATED, table

PACKAGE = Path(__file__).resolve().parents[2] / "egovkit"
_CODE = re.compile(r"[a-z]+(\.[a-z]+([-_][a-z]+)*)+")
_RAISERS = re.compile(r"ParseError|ReadError|PydanticCustomError|_Refused|_refus\w*|error")


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
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        first = node.args[0]
        if not _RAISERS.fullmatch(name) or not isinstance(first, ast.Constant) or not isinstance(first.value, str):
            continue
        if _CODE.fullmatch(first.value):
            yield first.value, _message(node.args[1] if len(node.args) > 1 else None)


def _message(node: ast.expr | None) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return ""
