"""TOML that somebody else wrote (外来 TOML), within a bound on the parts of its keys."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from egovkit.text import limits

__all__ = ["toml_of"]

# A part is looked at from its beginning alone, so that a word without end is passed over once.
_LONG_KEY: Final = re.compile(
    rf"""(?: (?: (?<![\w-])[\w-]++ | (?<!\\)"(?: [^"\\\n] | \\. )*+" | '[^'\n]*+' ) [ \t]*+ \. [ \t]*+ ){{{limits.MAX_KEY_PARTS}}}""",
    re.VERBOSE,
)


def toml_of(text: str) -> dict[str, Any]:
    """Read TOML (读 TOML); ValueError, or RecursionError, for what is none, and for a key of more parts than any has.

    The parser of Python keeps each beginning of a key with dots, and so takes time and memory by the square of its parts.

    >>> toml_of('off = ["GW201"]')
    {'off': ['GW201']}
    """
    if _LONG_KEY.search(text) is not None:
        raise ValueError(f"a key of more than {limits.MAX_KEY_PARTS} parts")
    return tomllib.loads(text)
