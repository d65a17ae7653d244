"""Print every message that an error can say to a person, with its code and its Chinese: `python -m scripts.messages`.

Each line: where it is said, its code, the English message, the Chinese one of `egovkit/messages/catalogue.csv`. What a
message fills in is in braces. `--rules` prints what the findings of the rules say instead, in Chinese and English.

A test holds the catalogue complete by `raised()`: each message that is raised has its row, and each row is raised.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from egovkit.messages import chinese

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "egovkit"
CODE = re.compile(r"[a-z_]+(?:\.[a-z_]+(?:-[a-z]+)*)+|missing")
FINDINGS = ("Hit", "Deviation")


class Raised(NamedTuple):
    """A message as it is written where it is raised; `text` is None where it is put together there."""

    path: Path
    line: int
    code: str
    text: str | None


def raised() -> Iterator[Raised]:
    """Yield every message that goes with a code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        named = list(_named(module.body))
        for scope in ast.walk(module):
            if isinstance(scope, ast.FunctionDef | ast.Module):
                within = list(_within(scope))
                known = [*named, *_named(within)]
                for node in within:
                    yield from _raised(path, node, known)


def _within(scope: ast.AST) -> Iterator[ast.AST]:
    """Yield what is in a function or module, and in none of the functions in it."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, ast.FunctionDef):
            yield child
            yield from _within(child)


def _named(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name that is given a value, with the value."""
    for node in nodes:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def _raised(path: Path, node: ast.AST, named: list[tuple[str, ast.expr]]) -> Iterator[Raised]:
    given = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
    for first, second in pairwise(given):
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and CODE.fullmatch(first.value):
            # A name means what it was given last above the place where it is used.
            known = {name: value for name, value in named if value.lineno <= second.lineno}
            for text in _texts(second, known):
                if text is None or " " in text or not text.isascii():
                    yield Raised(path.relative_to(ROOT), first.lineno, first.value, text)


def _texts(node: ast.expr, named: dict[str, ast.expr]) -> Iterator[str | None]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from _texts(node.body, named)
            yield from _texts(node.orelse, named)
        case ast.Name(id=name) if name in named:
            yield from _texts(named[name], {})
        case ast.JoinedStr() | ast.BinOp():
            yield None


def findings() -> Iterator[tuple[Path, int, tuple[str, ...]]]:
    """Yield what the rules say of a finding, what is filled in by its expression in braces."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg != "replacement")]
                texts = tuple(text for each in given if (text := _written(each)) is not None and text.strip())
                if name.endswith(FINDINGS) and any(" " in text or not text.isascii() for text in texts):
                    yield path.relative_to(ROOT), node.lineno, texts


def _written(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (
            str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value)}}}"
            for part in node.values
            if isinstance(part, ast.Constant | ast.FormattedValue)
        )
        return "".join(parts)
    return None


def main() -> int:
    if sys.argv[1:] == ["--rules"]:
        lines = [(f"{path}:{line}", *texts) for path, line, texts in findings()]
    else:
        lines = [
            (f"{each.path}:{each.line}", each.code, each.text or "(put together)", chinese(each.code, each.text or ""))
            for each in raised()
        ]
    for line in lines:
        print(*line, sep="\t")
    print(f"{len(lines)} messages", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
