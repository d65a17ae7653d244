r"""Patterns that name properties of Unicode (字符属性): the one place that knows of `regex`.

Where `regex` has no wheel, as in a browser, they are compiled by `re`, the properties written out in ranges.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

__all__ = ["RANGES", "PropertyPattern", "compile_properties", "written_out"]

RANGES: Final[Mapping[str, str]] = {
    "Cc": r"\x00-\x1f\x7f-\x9f",
    "Cf": (
        r"\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
        r"\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        r"\U000e0001\U000e0020-\U000e007f"
    ),
    "Co": r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "Block=CJK_Radicals_Supplement": r"\u2e80-\u2eff",
    "Block=Kangxi_Radicals": r"\u2f00-\u2fdf",
    "Block=CJK_Compatibility_Ideographs": r"\uf900-\ufaff",
    "Block=CJK_Compatibility_Ideographs_Supplement": r"\U0002f800-\U0002fa1f",
    "Unified_Ideograph": (
        r"\u3400-\u4dbf\u4e00-\u9fff\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29"
        r"\U00020000-\U0002a6df\U0002a700-\U0002ebe0\U0002ebf0-\U0002ee5d\U00030000-\U0003347f"
    ),
}
"""The properties that patterns here name, as the inside of a class of `re`. Source: Unicode Character Database 17.0."""

_PROPERTY: Final = re.compile(r"\\p\{([\w=]+)\}")


class PropertyPattern(Protocol):
    """A compiled pattern of either library (已编译模式)."""

    @property
    def match(self) -> Callable[..., Any]:
        """What finds a match at a place (匹配)."""


def compile_properties(pattern: str) -> PropertyPattern:
    r"""Compile a pattern that names properties of Unicode, each inside a class: `[\p{Cf}]` (编译).

    >>> compile_properties(r"[\p{Cf}]+").match("\u200b\ufeff落").end()
    2
    """
    try:
        import regex  # noqa: PLC0415  # loaded where a pattern is first asked for
    except ImportError:
        return re.compile(written_out(pattern))
    compiled: PropertyPattern = regex.compile(pattern)
    return compiled


def written_out(pattern: str) -> str:
    r"""Return a pattern as `re` takes it, with ranges for the properties that it names in its classes (展开).

    >>> written_out(r"[\p{Co}\ufffd]")
    '[\\ue000-\\uf8ff\\U000f0000-\\U000ffffd\\U00100000-\\U0010fffd\\ufffd]'
    """
    return _PROPERTY.sub(lambda named: RANGES[named[1]], pattern)
