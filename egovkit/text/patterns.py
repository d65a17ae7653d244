"""Patterns that are compiled when they are first used (惰性模式): no module pays for what its caller never reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Self

__all__ = ["AnyPattern", "LatePattern"]

_VERBS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "flags")
_SLOTS = (*_VERBS, "pattern", "_source", "_flags")


class LatePattern:
    """A pattern of `re` that is compiled when it is first asked for anything (惰性模式).

    Made of its source, or of a function that returns it: one that is composed of words of the lexicon reads them then,
    and not when its module is imported. Afterwards its verbs are those of the compiled pattern; a call takes some 30 ns
    more. To compile a class of Chinese characters takes as long as 60,000 such calls.

    >>> year = LatePattern(lambda: "[0-9]{4}年")
    >>> year.search("于2014年印发")[0], year.pattern
    ('2014年', '[0-9]{4}年')
    """

    __slots__ = _SLOTS

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    sub: Callable[..., str]
    split: Callable[..., list[Any]]
    pattern: str
    flags: int
    _source: str | Callable[[], str]
    _flags: int

    def __new__(cls, source: str | Callable[[], str], flags: int = 0) -> Self:
        """Make a pattern of its source (成式)."""
        made = object.__new__(_Uncompiled)
        made._source, made._flags = source, flags
        return made  # type: ignore[return-value]  # no subclass but that one

    def forget(self) -> None:
        """Let the pattern be compiled anew when it is next used (重编)."""
        for name in (*_VERBS, "pattern"):
            with suppress(AttributeError):
                delattr(self, name)
        self.__class__ = _Uncompiled


class _Uncompiled(LatePattern):
    """A pattern that nobody has used yet; it becomes a plain one, whose attributes are found without a detour."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name == "pattern":
            # What another is composed of need not be compiled itself.
            self.pattern = self._source if isinstance(self._source, str) else self._source()
            return self.pattern
        if name not in _VERBS:
            raise AttributeError(name)
        made = re.compile(self.pattern, self._flags)
        for verb in _VERBS:
            setattr(self, verb, getattr(made, verb))
        self.__class__ = LatePattern  # type: ignore[assignment]
        return getattr(made, name)


AnyPattern = re.Pattern[str] | LatePattern
"""A pattern of either kind: its verbs are the same."""
