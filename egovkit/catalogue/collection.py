"""What the tables have in common (表的共性): filled when first asked, copied and pickled without their indexes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sized
from functools import cached_property
from typing import Any, ClassVar, TypeVar

__all__ = ["Table"]

T = TypeVar("T")


# No Collection[T], though it is one: for a type checker only a row could be `in` it then, and no name.
class Table(Iterable[T], Sized):
    """A table that can be asked (表): of organs, frameworks or policies.

    Iterable in its order; `in` takes a name or a row. `table[name]` is the one row of a name, UnknownTerm where there
    is none and AmbiguousTerm where there are several; `where` picks rows by their fields.

    >>> from egovkit import frameworks, organs, policies
    >>> str(frameworks["三网、一库"]), str(organs["工信部"]), str(policies["中办发[2002]17号"].dated)
    ('三网一库', '工业和信息化部', '2002-08-05')
    """

    _what: ClassVar[str]

    @abstractmethod
    def __contains__(self, name: object, /) -> bool: ...

    @abstractmethod
    def __getitem__(self, name: str, /) -> T: ...

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} {self._what}>"

    # An index is made again where it is needed: it may be larger than the table, or keyed by the identity of rows.
    def __getstate__(self) -> dict[str, Any]:
        made = {
            name for kind in type(self).__mro__ for name, at in vars(kind).items() if isinstance(at, cached_property)
        }
        return {name: value for name, value in vars(self).items() if name not in made}
