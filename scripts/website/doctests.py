"""Examples in docstrings, shown as code: Markdown would take >>> for a quotation of a quotation."""

from __future__ import annotations

from typing import Any

import griffe

__all__ = ["Doctests", "fenced"]


def fenced(docstring: str) -> str:
    """Put every doctest of a docstring into a fence; it ends at a blank line, as doctest says."""
    lines: list[str] = []
    inside = False
    for line in docstring.split("\n"):
        if not inside and line.lstrip().startswith(">>> "):
            inside = True
            if lines and lines[-1].strip():
                lines.append("")
            lines.append("```pycon")
        elif inside and not line.strip():
            inside = False
            lines.append("```")
        lines.append(line)
    if inside:
        lines.append("```")
    return "\n".join(lines)


class Doctests(griffe.Extension):
    """Fence the doctests of every object that has a docstring."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring is not None and not obj.is_alias:
            obj.docstring.value = fenced(obj.docstring.value)
