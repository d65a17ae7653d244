"""The words that decide readings, a file for each room, and the one loader of them (词表).

An entry is a word or phrase as texts print it, no pattern. Each has an example in `tests/lexicon` that reads right
because of it: a test takes each entry out in turn and has to see its example fail. So a word that decides nothing is
found, and so is one that somebody deletes.

Patterns are made of entries where they are first used, in a cached function without parameters, never at import.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pkgutil import get_data
from typing import Any

__all__ = ["any_of", "words"]


@cache
def _room(name: str) -> dict[str, Any]:
    data = get_data(__name__, f"{name}.toml")
    if data is None:
        raise FileNotFoundError(name)
    return tomllib.loads(data.decode("utf-8"))


def words(name: str) -> tuple[str, ...]:
    """Return the entries of one list in the order of its file (词条): `room.list`, or `room.group.list`.

    >>> "根据" in words("relations.before.grounds")
    True
    """
    room, *path = name.split(".")
    found: Any = _room(room)
    for key in path:
        found = found[key]
    return tuple(found)


# By what lists they are made of: the tests ask which part of a pattern is words of the lexicon.
_alternations: dict[tuple[str, ...], str] = {}


def any_of(*names: str) -> str:
    """Return the alternatives of a pattern that matches each entry of these lists, the longest first (任一词).

    >>> any_of("relations.before.forward")
    '印转|批转|转发'
    """
    made = _alternations.get(names)
    if made is None:
        entries = {word for name in names for word in words(name)}
        made = "|".join(map(re.escape, sorted(entries, key=lambda word: (-len(word), word))))
        _alternations[names] = made
    return made
