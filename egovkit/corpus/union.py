"""What is one, put together step by step (并查集), with what may not be one kept apart."""

from __future__ import annotations

from collections.abc import Hashable

__all__ = ["Union"]


class Union:
    """Disjoint sets of names (不相交集), each with the numbers that it bears.

    Two sets that bear different numbers are not joined: one document bears one.

    >>> union = Union()
    >>> union.join("甲", "乙"), union.root("乙") == union.root("甲")
    (True, True)
    >>> union.bear("乙", "国发〔2014〕1号"), union.bear("丙", "国发〔2014〕2号")
    (True, True)
    >>> union.join("甲", "丙"), union.root("丙") == union.root("甲")
    (False, False)
    """

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}
        self._borne: dict[Hashable, frozenset[str]] = {}

    def root(self, name: Hashable) -> Hashable:
        """Return the name that stands for the set of a name (根)."""
        above = self._above
        at = name
        while (next_one := above.get(at, at)) != at:
            at = next_one
        while name != at:
            above[name], name = at, above.get(name, name)
        return at

    def numbers(self, name: Hashable) -> frozenset[str]:
        """Return the numbers that the set of a name bears (所载字号)."""
        return self._borne.get(self.root(name), frozenset())

    def bear(self, name: Hashable, number: str, *, also: bool = False) -> bool:
        """Let the set of a name bear a number (载字号); False where it bears another, unless it may bear both."""
        root = self.root(name)
        known = self._borne.get(root, frozenset())
        if known and number not in known and not also:
            return False
        self._borne[root] = known | {number}
        return True

    def join(self, one: Hashable, other: Hashable, *, also: bool = False) -> bool:
        """Make two sets one (合并); False where they bear different numbers, unless one document may bear both."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return True
        mine, yours = self._borne.get(first, frozenset()), self._borne.get(second, frozenset())
        if mine and yours and not (mine & yours) and not also:
            return False
        self._above[second] = first
        if mine or yours:
            self._borne[first] = mine | yours
            self._borne.pop(second, None)
        return True
