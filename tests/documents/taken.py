"""What the lines of a text are taken for, as short strings to compare: `title 关于防火的通知`."""

from __future__ import annotations

from egovkit.documents.document import PolicyDocument

__all__ = ["grounds", "taken"]


def taken(text: str) -> list[str]:
    """The lines of a text, each after what it is taken for; paragraphs left out."""
    blocks = PolicyDocument.parse(text).blocks
    return [f"{block.kind} {text[block.start : block.end]}" for block in blocks if block.kind != "paragraph"]


def grounds(text: str) -> list[str]:
    """The rule that decided about each line of a text."""
    return [decision.decided_by for decision in PolicyDocument.parse(text).explain()]
