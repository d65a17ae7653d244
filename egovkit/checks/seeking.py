"""One search of a text for what many rules look for (一次查找): patterns that each begin with a character of their own.

To pass over a text for any of a hundred characters takes as long as for ten of them one by one, and next to nothing of what
rules look for is in a text. So the text is passed over once for all, and a rule is called only where one of its patterns
may be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from egovkit.text.patterns import AnyPattern, LatePattern

__all__ = ["Seeker", "Seeks", "rarest", "seeker"]

Seeks = Callable[[], Iterable[AnyPattern]]
"""The patterns without which a rule finds nothing; each begins with one character that stands for itself, given once."""

# From the most common on, as counted over official documents.
_BY_FREQUENCY: Final = "的，、。应以当关一不；公对本合其等为进及经实时由照年据开于按展明查加日利：立接强统月积反根无符格路严如布认变影已励必好急见了步再须"
# One of these is passed over faster by a search of its own.
_COMMON: Final = frozenset(_BY_FREQUENCY[:17])
_NAME: Final = LatePattern(r"\?P<\w+>")


def rarest(word: str) -> int:
    """Return which character of a word few texts hold (罕见字): the one that a pattern of it should begin with.

    >>> rarest("应当"), rarest("符合"), rarest("其它")
    (1, 0, 1)
    """
    ranks = [_BY_FREQUENCY.find(character) % (len(_BY_FREQUENCY) + 1) for character in word]
    return ranks.index(max(ranks))


class Seeker(NamedTuple):
    """A search for patterns (查找): `patterns` by the character that they begin with."""

    patterns: dict[str, list[AnyPattern]]
    searches: tuple[re.Pattern[str], ...]

    def matches(self, text: str) -> dict[AnyPattern, list[re.Match[str]]]:
        """Return what `finditer` finds of each pattern; those that are nowhere in the text are left out (字样所在).

        >>> month, year = LatePattern("月(?=[0-9])"), LatePattern("年度")
        >>> [one.span() for one in seeker([month, year]).matches("2014年度5月1日起，6月底止")[year]]
        [(4, 6)]
        """
        found: dict[AnyPattern, list[re.Match[str]]] = {}
        for search in self.searches:
            for place in search.finditer(text):
                at = place.start()
                for pattern in self.patterns[text[at]]:
                    one = pattern.match(text, at)
                    if one is not None:
                        ones = found.setdefault(pattern, [])
                        if not ones or ones[-1].end() <= at:
                            ones.append(one)
        return found


def seeker(patterns: Iterable[AnyPattern]) -> Seeker:
    """Return the search for some patterns (合成查找)."""
    by_sign: dict[str, list[AnyPattern]] = {}
    # Two rules may seek one pattern.
    for pattern in dict.fromkeys(patterns):
        sign, _ = _parted(pattern)
        by_sign.setdefault(sign, []).append(pattern)
    # Nothing but its first character is taken of a pattern, so that none hides another.
    branches = {
        sign: f"{re.escape(sign)}(?={'|'.join(_parted(pattern)[1] for pattern in ones)})"
        for sign, ones in by_sign.items()
    }
    alone = [branch for sign, branch in branches.items() if sign in _COMMON]
    together = "|".join(branch for sign, branch in branches.items() if sign not in _COMMON)
    return Seeker(by_sign, tuple(map(re.compile, (*alone, *filter(None, [together])))))


def _parted(pattern: AnyPattern) -> tuple[str, str]:
    """Return the character that a pattern begins with and the rest of its source."""
    source = pattern.pattern
    first = 2 if source[0] == "\\" else 1
    # Two patterns may have groups of one name.
    return source[first - 1], _NAME.sub("?:", source[first:])
