"""Where an organ's name begins after words of the sentence that no list has (机关名称左界): 后为国务院, 误写成湖北省人民政府."""

from __future__ import annotations

from functools import cache
from typing import Final

from egovkit.data import read
from egovkit.grammar.vocabulary import vocabulary
from egovkit.lexicon import words
from egovkit.text.patterns import LatePattern

__all__ = ["begins_with_place", "known_tail", "stop_ends"]

_TERM = LatePattern(r"第[一二三四五六七八九十]{1,3}届$")
# 青岛市国家税务局 is another organ than 国家税务局.
_LEVELS: Final = "省市区县州盟旗"
_SHORTEST_PLACE, _LONGEST_PLACE = 3, 15
_SHORTEST_NATIONAL: Final = 4
_LONGEST_NOBODY: Final = 3


def known_tail(name: str) -> int:
    """Return where an organ begins after words that are no part of its name (左界); 0 where nothing shows it.

    It is one that only the state has (国务院, 财政部, 国家…), or a place's whose name is known (湖北省…, 阳新县…), and what
    comes before it is neither an organ nor what such names begin with (中共湖北省委, 湖北武汉市人民政府).

    >>> known_tail("后为国务院"), known_tail("改为阳新县人民政府"), known_tail("中共湖北省委员会"), known_tail("教育厅财政部")
    (2, 2, 0, 0)
    """
    known = vocabulary()
    if known.is_organ(name) or begins_with_place(name):
        # 住房城乡建设部 ends like 建设部, 马鞍山市 like 鞍山市.
        return 0
    for start in range(1, len(name) - 2):
        before, tail = name[:start], name[start:]
        if _is_of_the_state(tail) or (begins_with_place(tail) and known.looks_like_organ(tail)):
            if _is_other_organ(before):
                # 后为国家发展改革委财政部: where a name ends another one may begin.
                return known_tail(before)
            if before[-1] in _LEVELS or _goes_on(before):
                return 0
            term = _TERM.search(name, 0, start)
            return start if term is None else term.start()
    return 0


def _is_other_organ(before: str) -> bool:
    """Say whether what is before an organ is one itself, that of a joint document; 我部 and 该局 are none."""
    nobody = len(before) <= _LONGEST_NOBODY and before.startswith(words("front.organ.nobody"))
    return len(before) > 1 and not nobody and vocabulary().looks_like_organ(before)


def _is_of_the_state(name: str) -> bool:
    """Say whether the registry has an organ of this name, and no place has one whose name ends so."""
    if not vocabulary().is_organ(name):
        return False
    if name[0] in "国中最全":
        return len(name) >= _SHORTEST_NATIONAL or name == "国务院"
    return name.removesuffix("办公厅").endswith(words("numbers.organs.national"))


def _goes_on(before: str) -> bool:
    """Say whether what is before an organ's name is a part of it: a party, an army, or the place it lies in."""
    return before.endswith((*words("numbers.organs.wholes"), *_short_places()))


def stop_ends(run: str) -> list[int]:
    """Return where the words end that no organ's name holds (停用词右界), but for those inside a place's (日照市, 黔南布依族…).

    >>> stop_ends("按照日照市人民政府")
    [1, 2]
    """
    stops = [stop.span(1) for stop in vocabulary().stop.finditer(run) if stop[1]]
    return [end for start, end in stops if not _is_in_place(run, start, end)]


def _is_in_place(run: str, start: int, end: int) -> bool:
    places = _places()
    return any(
        run[first:last] in places
        for first in range(max(0, end - _LONGEST_PLACE + 1), start + 1)
        for last in range(end, min(len(run), first + _LONGEST_PLACE) + 1)
    )


def begins_with_place(name: str) -> bool:
    """Say whether a name begins with that of a province, city or county (是否以地名开头)."""
    if name[0] in vocabulary().placeholders and name[1:2] in tuple(_LEVELS):
        return True
    places = _places()
    return any(name[:size] in places for size in range(_SHORTEST_PLACE, min(len(name), _LONGEST_PLACE)))


@cache
def _places() -> frozenset[str]:
    """Return the names of all provinces, cities and counties that are not of two characters (新区, 城区)."""
    return frozenset(name for _, name in _regions() if len(name) >= _SHORTEST_PLACE)


@cache
def _short_places() -> tuple[str, ...]:
    """Return the names of provinces and cities without what they are (湖北, 乐山); counties hold none: 比如 is one."""
    names = [name for code, name in _regions() if code.endswith("00")]
    return (*(name[:-1] for name in names if len(name) >= _SHORTEST_PLACE), "内蒙古", "广西", "西藏", "宁夏", "新疆")


def _regions() -> list[tuple[str, str]]:
    """Return code and name of each place, the first cells of its line: no other cell is parted from the next."""
    lines = read("regions.csv").splitlines()[1:]
    return [(code, name) for code, name, _ in (line.split(",", 2) for line in lines)]
