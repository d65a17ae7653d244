"""The organs that a number can be of (字号机关), as more than one command names them."""

from __future__ import annotations

from egovkit.catalogue.organs import organs
from egovkit.models.issuance import IssuanceNumber

__all__ = ["organ_names"]


def organ_names(number: IssuanceNumber) -> tuple[str, ...]:
    """Name the organs that a number can be of (发文机关), all candidates; () where no table knows its code.

    >>> organ_names(IssuanceNumber.parse("国办发〔2014〕66号"))
    ('国务院办公厅',)
    """
    return tuple(organ.name for organ in organs.of(number))
