"""Print every message that the package can say to a person, in the languages it has: `python -m scripts.messages`.

Each line: where it is said, its code, the message; of a rule's finding the Chinese one and the English one. What a
message fills in is in braces. It was read through once as a whole, and is to be read again when many have changed.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAYING = ("Error", "Refused", "Hit", "Deviation", "Refusal")


def said(node: ast.expr) -> str | None:
    """Return a string as it is written, what is filled in by its expression in braces; None for anything else."""
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


def messages(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the line of each call that says something, and the strings that it is given."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg != "replacement")]
            texts = tuple(text for each in given if (text := said(each)) is not None and text.strip())
            if name.endswith(SAYING) and any(" " in text or not text.isascii() for text in texts):
                yield node.lineno, texts


def main() -> int:
    count = 0
    for path in sorted((ROOT / "egovkit").rglob("*.py")):
        for line, texts in messages(path):
            print(f"{path.relative_to(ROOT)}:{line}", *texts, sep="\t")
            count += 1
    print(f"{count} messages", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
