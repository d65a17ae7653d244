"""The one contract of the tables (表的约定): what `organs`, `policies`, `frameworks` can be asked, each in the same words."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import cached_property
from typing import Any, ClassVar, Generic, Never, Self, TypeVar, overload

from pydantic import BaseModel

from egovkit.catalogue.near_names import near_names
from egovkit.errors import AmbiguousTerm, UnknownCondition, UnknownTerm

__all__ = ["Condition", "Remade", "Table"]

K = TypeVar("K")
T = TypeVar("T")
D = TypeVar("D")

Condition = Callable[[Any, Any], Callable[[Any], bool]]
"""Of a table and the value asked for, the test of one row."""


class Remade:
    """Something that makes its indexes when they are first asked for, and is copied and pickled without them (惰性索引)."""

    # An index may be larger than what it is made of, or keyed by the identity of rows.
    def __getstate__(self) -> dict[str, Any]:
        made = {
            name for kind in type(self).__mro__ for name, at in vars(kind).items() if isinstance(at, cached_property)
        }
        return {name: value for name, value in vars(self).items() if name not in made}


# No Collection[T], though it is one: for a type checker only a row could be `in` it then, and no name.
class Table(Remade, Iterable[T], Sized, Generic[K, T]):
    """A table that can be asked (表): of organs, frameworks or policies, each by the same verbs.

    - iteration, `len`: its rows in their order. `in` takes a name, or a row.
    - `table[name]`: the one row that goes by a name. UnknownTerm where none does, with the names near to it;
      AmbiguousTerm where several do. A row whose own full name it is goes before those that it is a short name of.
    - `table.get(name, default)`: the same row, and the default where there is not exactly one.
    - `table.find(text)`: every row that may be meant, the surest first; never an error.
    - `table.where(…)`: the rows that fit every condition, as a table of the same kind; None is no condition.
      UnknownCondition for a condition that there is not, or a value that neither a row nor the language knows.
    - `table.with_own(rows)`: a table with rows of one's own besides, each in the place of the one of its name.

    >>> from egovkit import frameworks, organs, policies
    >>> str(frameworks["三网、一库"]), str(organs["工信部"]), str(policies["中办发[2002]17号"].dated)
    ('三网一库', '工业和信息化部', '2002-08-05')
    >>> frameworks["三网二库"]
    Traceback (most recent call last):
    egovkit.errors.UnknownTerm: '三网二库' is not in the table of frameworks; did you mean 三网一库?

    Who writes another table gives it `_what` (its name in messages), `_row` (what it holds), `_keys` (what it is asked
    by), `_conditions`, and the abstract methods below.
    """

    _what: ClassVar[str]
    _row: ClassVar[type]
    _keys: ClassVar[tuple[type, ...]] = (str,)
    _conditions: ClassVar[Mapping[str, Condition]] = {}
    # The table that `where` made this one of: it knows values that no row here has.
    _part_of: Self | None = None

    # ---- what every table says for itself

    @abstractmethod
    def find(self, text: K, /) -> tuple[T, ...]:
        """Return every row that a text may mean (查找), the surest first; () where there is none, never an error."""

    @abstractmethod
    def where(self, **conditions: Never) -> Self:
        """Return the rows that fit every condition (筛选), as a table of the same kind."""

    @abstractmethod
    def with_own(self, rows: Iterable[Any], /) -> Self:
        """Return this table with rows of one's own (合并), each in the place of the row of its name."""

    @abstractmethod
    def _names(self, row: T) -> Iterable[str]:
        """Return the names that a row goes by; the first is its own, which is no other's."""

    @abstractmethod
    def _part(self, rows: Iterable[T]) -> Self:
        """Return a table of some rows of this one."""

    def _bearers(self, key: K) -> tuple[T, ...]:
        """Return the rows that go by a name: those whose own name it is, or else all that may be meant."""
        found = self.find(key)
        own = tuple(row for row in found if next(iter(self._names(row))) == key)
        return own or found

    # ---- what follows from it

    def __contains__(self, value: object, /) -> bool:
        if isinstance(value, self._keys):
            return bool(self._bearers(value))  # type: ignore[arg-type]  # `_keys` are the types of K
        return isinstance(value, self._row) and value in self.find(next(iter(self._names(value))))  # type: ignore[arg-type]

    def __getitem__(self, key: K, /) -> T:
        return self._one(key, self._bearers(self._asked(key)))

    @overload
    def get(self, key: K, /) -> T | None: ...
    @overload
    def get(self, key: K, /, default: D) -> T | D: ...
    def get(self, key: K, /, default: D | None = None) -> T | D | None:
        """Return the one row of a name (取一行); the default where there is none, or several.

        >>> from egovkit import frameworks
        >>> str(frameworks.get("“两网、四库、十二金”")), frameworks.get("九网十库")
        ('两网四库十二金', None)
        """
        found = self._bearers(self._asked(key))
        return found[0] if len(found) == 1 else default

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} {self._what}>"

    def _asked(self, key: K) -> K:
        if not isinstance(key, self._keys):
            wanted = " or ".join(kind.__name__ for kind in self._keys)
            raise TypeError(f"the table of {self._what} is asked by {wanted}, not by {type(key).__name__}")
        return key

    def _one(self, key: K, found: tuple[T, ...]) -> T:
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousTerm(self._what, str(key), map(str, found))
        raise UnknownTerm(self._what, str(key), self._near(key))

    def _near(self, key: K) -> tuple[str, ...]:
        """Return the names near to one that the table lacks, at most one of each row."""
        rows = {name: i for i, named in enumerate(self._all_names()) for name in named}
        near: dict[int, str] = {}
        for name in near_names(str(key), rows, most=9):
            near.setdefault(rows[name], name)
        return tuple(near.values())[:3]

    def _all_names(self) -> Iterator[Iterable[str]]:
        """Yield the names of each row."""
        return map(self._names, self)

    # ---- conditions

    @property
    def _whole(self) -> Self:
        return self if self._part_of is None else self._part_of

    def _tests(self, conditions: Mapping[str, Any]) -> list[Callable[[T], bool]]:
        """Return the test of each condition that is given; UnknownCondition for one that the table lacks."""
        for name in conditions:
            if name not in self._conditions:
                raise UnknownCondition(self._what, name, near=near_names(name, self._conditions))
        return [self._conditions[name](self, value) for name, value in conditions.items() if value is not None]

    def _where(self, conditions: Mapping[str, Any]) -> Self:
        """Return the rows that fit every condition."""
        tests = self._tests(conditions)
        if not tests:
            return self
        part = self._part(row for row in self if all(test(row) for test in tests))
        part._part_of = self._whole
        return part

    def _known(self, condition: str, value: Any, known: Iterable[str]) -> Any:
        """Return a value of a condition; UnknownCondition where it is none of the known ones."""
        names = set(known)
        if value not in names:
            raise UnknownCondition(self._what, condition, value, near_names(str(value), names))
        return value

    def _year(self, value: Any) -> int:
        """Return the year that a condition gives; UnknownCondition where it is no whole number."""
        if isinstance(value, bool) or not isinstance(value, int):
            raise UnknownCondition(self._what, "year", value)
        return value

    def _own(self, rows: Iterable[Any], *kinds: type) -> tuple[Any, ...]:
        """Return rows of one's own; TypeError for what is no row of this table."""
        # A model is iterable too, by its fields.
        listed = (rows,) if isinstance(rows, BaseModel) else tuple(rows)
        wrong = [row for row in listed if isinstance(rows, BaseModel) or not isinstance(row, kinds)]
        if wrong:
            wanted = " or ".join(kind.__name__ for kind in kinds)
            given = ("one " if isinstance(rows, BaseModel) else "") + type(wrong[0]).__name__
            raise TypeError(f"the table of {self._what} takes a list of {wanted}, not {given}")
        return listed
