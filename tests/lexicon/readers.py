"""How the examples of each room are read: a function from a text to what is compared, as one string."""

from __future__ import annotations

from collections.abc import Callable

READERS: dict[str, Callable[[str], str]] = {}
