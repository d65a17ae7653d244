"""Patterns that are compiled when they are first used (惰性模式): no module pays for what its caller never reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["LatePattern"]

_VERBS = ("search", "match", "fullmatch", "finditer", "sub", "split", "pattern", "flags")


class LatePattern:
    """A pattern of `re` that is compiled when it is first asked for anything (惰性模式).

    Made of its source, or of a function that returns it: one that is composed of words of the lexicon reads them then,
    and not when its module is imported. Afterwards its verbs are those of the compiled pattern, at their speed.

    >>> year = LatePattern(lambda: "[0-9]{4}年")
    >>> year.search("于2014年印发")[0], year.pattern
    ('2014年', '[0-9]{4}年')
    """

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    sub: Callable[..., str]
    split: Callable[..., list[Any]]
    pattern: str
    flags: int

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _VERBS:
            raise AttributeError(name)
        made = re.compile(self._source if isinstance(self._source, str) else self._source(), self._flags)
        vars(self).update({verb: getattr(made, verb) for verb in _VERBS})
        return getattr(made, name)

    def forget(self) -> None:
        """Let the pattern be compiled anew when it is next used (重编)."""
        for verb in _VERBS:
            vars(self).pop(verb, None)
