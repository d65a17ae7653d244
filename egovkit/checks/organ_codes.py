"""Whether two names are one organ's, and a code that of the organ named (代字与机关): in doubt they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from egovkit.catalogue.organs import organs
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["code_of_another", "holders", "same_organ"]

_STATE: Final = "中华人民共和国"
_OFFICES: Final = ("办公厅", "办公室", "秘书局", "秘书处")

# All over the country 政办发 and 府办发 are the codes of an office, 政发 and 府发 those of the government itself.
_OFFICE_CODE: Final = LatePattern(r"^国办(?:发|函)|[政府]办(?:发|函|字|规)?\Z")
_GOVERNMENT_CODE: Final = LatePattern(r"^国(?:发|函)\Z|[政府](?:发|字|规)\Z")
# Under these an office or a government forwards what another organ wrote, whose title is then cited with them.
_FORWARDING: Final = LatePattern("办|^[国中]发|[政府]发")
_GOVERNMENT: Final = LatePattern(r"(?:人民政府|国务院)\Z")
_OFFICE: Final = LatePattern(r"(?:政府|国务院)办公[厅室]\Z")


def same_organ(one: str, other: str) -> bool:
    """Say whether two names can be one organ's, full and short (是否同一机关).

    A name is held for short for another where its characters occur there, save that an office is not the organ whose
    office it is. Meant for accusations: in doubt it says yes.

    >>> same_organ("省发展改革委", "某省发展和改革委员会"), same_organ("四川银保监局", "中国银保监会四川监管局")
    (True, True)
    >>> same_organ("国务院", "国务院办公厅"), same_organ("财政部", "教育部")
    (False, False)
    """
    short, long = sorted((squeeze(one).removeprefix(_STATE), squeeze(other).removeprefix(_STATE)), key=len)
    if short == long:
        return True
    if long.endswith(_OFFICES) and not short.endswith((*_OFFICES, "办", "厅", "室")):
        return False
    return not Counter(short) - Counter(long)


@lru_cache(maxsize=4096)
def holders(code: str, year: int | None) -> tuple[str, ...]:
    """Return the organs that the registry knows a code of in a year (代字所属机关), and no candidates that are composed."""
    return tuple(dict.fromkeys(row.organ for row in organs.codes(code, year) if row.confidence != "composed"))


def _plain(name: str) -> str:
    """Return a name with the one word for an office that cities and provinces call differently."""
    return name.replace("办公室", "办公厅")


@lru_cache(maxsize=4096)
def _of_others(name: str, code: str, year: int | None) -> bool:
    """Say whether the registry knows both organ and code, and is sure that the code is another organ's."""
    rows = organs.codes(code, year)
    named = organs.find(name)
    if not rows or not named or any(row.confidence != "sure" for row in rows):
        return False
    kin = {organ.name for one in named for organ in organs.lineage(one.name)}
    return not any(row.organ in kin or same_organ(_plain(row.organ), _plain(name)) for row in rows)


def code_of_another(names: Sequence[str], code: str, year: int | None) -> bool:
    """Say whether a code can be of none of the organs named (代字是否属于他机关).

    >>> code_of_another(["某市人民政府"], "某政办发", 2024), code_of_another(["某市人民政府办公室"], "某政办发", 2024)
    (True, False)
    >>> code_of_another(["教育部"], "财教", 2024), code_of_another(["教育部", "财政部"], "财教", 2024)
    (True, False)
    """
    if not names:
        return False
    if _OFFICE_CODE.search(code):
        return all(_GOVERNMENT.search(name) for name in names)
    if _GOVERNMENT_CODE.search(code) and all(_OFFICE.search(name) for name in names):
        return True
    return _FORWARDING.search(code) is None and all(_of_others(name, code, year) for name in names)
