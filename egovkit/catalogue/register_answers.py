"""What the register answers besides the questions of every table (登记册问答): laws, standing, windows, search."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from egovkit.catalogue.key_index import KeyIndex
from egovkit.catalogue.near_names import near_names
from egovkit.catalogue.register_lookup import Lookup, stateless
from egovkit.catalogue.register_rows import Rows
from egovkit.data import read_bytes
from egovkit.errors import AmbiguousTerm, UnknownTerm
from egovkit.models.day import Day
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.law import Law
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import Standing, StandingKind

if TYPE_CHECKING:
    from egovkit.catalogue.register_about import RegisterAbout
    from egovkit.catalogue.window import Window

__all__ = ["Answers"]


class Answers:
    """The rows that come along, and what can be asked of all or some of them (问答)."""

    _kept: tuple[int, ...] | None = None

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(Rows.shipped(), KeyIndex(read_bytes("register/keys.bin")))

    @property
    def _rows(self) -> Rows:
        return self._lookup.rows

    @property
    def _places(self) -> tuple[int, ...] | range:
        return range(len(self._rows)) if self._kept is None else self._kept

    @cached_property
    def _held(self) -> frozenset[int]:
        return frozenset(self._places)

    def laws(self, name: str) -> tuple[Law, ...]:
        """Return every law, regulation, rule or interpretation that a title can mean (查法规), the surest first."""
        found = self._lookup.laws(name)
        return tuple(self._rows.law(row) for row in found if self._kept is None or row in self._held)

    def law(self, name: str) -> Law:
        """Return the one law of a title, with or without 中华人民共和国 (取法规).

        UnknownTerm where the register has none, AmbiguousTerm where it has several.

        >>> from egovkit import register
        >>> law = register.law("个人信息保护法")
        >>> law.last_article, str(law.versions[0].effective)
        (74, '2021-11-01')
        """
        found = self.laws(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousTerm("laws", name, (f"{law.title} ({law.level or '-'})" for law in found))
        raise UnknownTerm("laws", name, near_names(name, self._rows.titles))

    def standing_of(self, record: PolicyRecord, number: IssuanceNumber | None, on: Day | None) -> Standing:
        """Say how a record stands on a day (记录效力), where it is asked for by the number of one of its versions."""
        from egovkit.catalogue.standing import standing_of_law, standing_of_record  # noqa: PLC0415

        for law in self.laws(record.title):
            if stateless(law.title) == stateless(record.title):
                found = standing_of_law(law, number, on)
                # Where the law says nothing of itself, a curated policy may.
                if law.status is not None or found.value is not StandingKind.UNKNOWN:
                    return found
        return standing_of_record(record, on)

    def window(self, number: IssuanceNumber | str) -> Window | None:
        """Return the days between which a number of its series was given (年代窗口); None where too few are known.

        A note on what is plausible, no more: numbers are not always given in the order of dates.

        >>> from egovkit import register
        >>> window = register.window("国办发〔2014〕62号")
        >>> str(window.after), str(window.before)
        ('2014-12-05', '2014-12-08')
        """
        from egovkit.catalogue.window import window_of  # noqa: PLC0415

        value = IssuanceNumber.parse(number) if isinstance(number, str) else number
        return window_of(value, self._series)

    def about(self) -> RegisterAbout:
        """Return what the register says of itself (数据说明): version, day, how complete each series is, sources."""
        from egovkit.catalogue.register_about import shipped_about  # noqa: PLC0415

        return shipped_about()

    @cached_property
    def _series(self) -> dict[str, list[str]]:
        from egovkit.catalogue.window import series_of  # noqa: PLC0415

        return series_of(self._rows.documents)
