"""Half-open ranges of a text and the protocol of everything that has one (区间)."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Spanned"]


class Spanned(Protocol):
    """Whatever is at a known place of a text (有区间者): `text[start:end]` is its surface."""

    @property
    def start(self) -> int:
        """Offset of the first character (起点)."""

    @property
    def end(self) -> int:
        """Offset after the last character (终点)."""
