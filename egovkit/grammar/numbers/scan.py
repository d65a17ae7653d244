"""Issuance numbers in a text (查找字号).

Every number ends with 号, a rare character, so the text is searched for that alone and each hit is read from right to
left within a bounded window: the serial, the year in its brackets or 年, and the code or the organ before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from egovkit.grammar.codes import vocabulary
from egovkit.grammar.numbers.bracketed import read_standard
from egovkit.grammar.numbers.lists import NUMBER_BEFORE, listed, share, shared
from egovkit.grammar.numbers.parse import read_ending
from egovkit.grammar.numbers.parts import NumberParts, Refused, Surface, match_serial, restore_digits
from egovkit.text.folding import BLANKS, CLOSERS, fold
from egovkit.text.limits import MAX_JOINT_NUMBER, MAX_NUMBER, MAX_ORGAN
from egovkit.text.numerals import HOUSES, ROOMS
from egovkit.text.patterns import LatePattern

__all__ = ["find_surfaces"]

_NEAR_WORD = 7
_NEAR_TITLE = 100
_NUMERALS = frozenset("0123456789０１２３４５６７８９〇零○一二三四五六七八九十百千OoＯlI|")
_DASHES = "-—–"
# The foot of a page, which may be inside a number: 国办发〔2018〕 — 16 — 7号.
_FOOTER = LatePattern(rf" {{1,3}}[{_DASHES}]{{1,2}} ?[0-9]{{1,4}} ?[{_DASHES}]{{1,2}} {{1,3}}")
_NEAR_FOOTER = 48
# After 号 it is a house, a line or a day.
_NO_MEMBER = frozenset(HOUSES + ROOMS + "前起")
# What a list of organs consists of.
_ORGANS = LatePattern(r"[\u3400-\u9fff〇〔〕 、,/]*")
# What a serial follows in a number of any form.
_CARRIERS = frozenset("第年届令告发函字办文规、,，;；和及与至或者〉>＞」』－~～〜―到" + _DASHES + CLOSERS)
# 〔2014〕12345
_LONGEST_YEAR_AND_SERIAL = 11
# 20145
_SHORTEST_BARE = 5
# How far to the left a code is looked for, its parts torn by blanks.
_REACH = 80
# A number with one of these after it may be another than it seems (建设部〔2001〕89号令).
_GOES_ON = frozenset("令公通" + BLANKS)
_GAPS = frozenset(" \n\t\r\u3000\u200b\u200c\u200d\ufeff\xa0")
# What a model text prints for a place or an organ: ×政发〔2024〕3号, XX省政府令第12号, ○○教发〔2024〕3号. * is Markdown's.
_CROSSES = frozenset("×✕XxＸｘ")
_RINGS = frozenset("○〇□△")
_SIGNS = _CROSSES | _RINGS


def find_surfaces(text: str) -> Iterator[Surface]:
    """Yield every issuance number of a text in order (查找字号).

        text = { any | number | number { member } }

    A member of a list (`lists`) follows the number before it at once; everything else is a number of its own (`parse`).

    >>> [(s.start, s.end, s.parts.code) for s in find_surfaces("根据国办发〔2014〕66号和国发〔2016〕51号、55号")]
    [(2, 14, '国办发'), (15, 26, '国发'), (27, 30, '国发')]
    """
    last: Surface | None = None
    at = text.find("号")
    while at >= 0:
        if _may_end_number(text, at):
            for surface in _surfaces_at(text, at, last):
                if surface.start and text[surface.start - 1] in _SIGNS and _is_template(text, surface):
                    break
                yield surface
                last = surface
        at = text.find("号", at + 1)


def _may_end_number(text: str, at: int) -> bool:
    """Say cheaply whether the 号 at `at` follows a serial, and the serial what can carry one."""
    back = at - 1
    while back >= 0 and at - back < 4 and text[back] in _GAPS:
        back -= 1
    if back < 0 or text[back] not in _NUMERALS:
        return False
    last, floor = back, max(0, back - 12)
    while back > floor and (text[back] in _NUMERALS or text[back] in _GAPS):
        back -= 1
    # A year and a serial without anything between or before them follow their code.
    return (
        text[back] in _CARRIERS
        or last - back >= _SHORTEST_BARE
        or text[at + 1 : at + 8].lstrip().startswith(("令", "公告", "通告", "《"))
    )


def _surfaces_at(text: str, at: int, last: Surface | None, reach: int = MAX_NUMBER) -> Iterator[Surface]:
    """Yield the numbers that end at the 号 at `at`: one, or several that share it; `reach` is the length of the window."""
    low = max(0, at + 1 - reach)
    near = last is not None and last.end >= low and not _breaks_off(text, last.end, at)
    standard = _standard_at(text, at, last.end if near and last is not None else low, NUMBER_BEFORE if near else "")
    if standard is not None:
        yield standard
        return
    if last is not None and near:
        # One mark stands for the number before.
        before, low = last.parts, last.end - 1
        window = NUMBER_BEFORE + fold(text[last.end : at + 1])
    else:
        before, window = None, fold(text[low : at + 1])
    window, footer, removed = _without_footer(restore_digits(window))

    def place(index: int) -> int:
        """Return where in the text the character at `index` of the window is."""
        return low + index + (removed if index >= footer else 0)

    try:
        found = match_serial(window)
        members = [] if before is None else list(share(window, found, before))
        if members:
            yield from (Surface(place(one.start), place(one.end - 1) + 1, one.parts) for one in members)
            return
        after = text[at + 1 : at + (_NEAR_TITLE if text.startswith("《", at + 1) else _NEAR_WORD)]
        start, extra, parts = read_ending(window, after, found)
        if parts.form != "regular" and low and before is None and _may_begin_before(window, start, parts):
            # The organs of a joint document may begin before the window.
            if reach == MAX_NUMBER:
                yield from _surfaces_at(text, at, last, MAX_JOINT_NUMBER)
            if reach == MAX_NUMBER or not start:
                return
        if found["more"]:
            for one in list(shared(window, found, start, parts)):
                yield Surface(place(one.start), place(one.end - 1) + 1, one.parts)
        elif before is None:
            yield Surface(place(start), at + 1 + extra, parts)
        else:
            yield Surface(place(start), at + 1 + extra, listed(window, start, parts, before))
    except Refused:
        return


def _standard_at(text: str, at: int, floor: int, mark: str) -> Surface | None:
    """Read the number in the standard's own form that ends at the 号 at `at`; None where another may be meant, or none.

    Its code is not looked for before `floor`, for whose left side `mark` stands.
    """
    opened = text.rfind("〔", max(floor, at - _LONGEST_YEAR_AND_SERIAL), at)
    if opened <= floor or text[opened + 5 : opened + 6] != "〕" or text[at + 1 : at + 2] in _GOES_ON:
        return None
    left = max(floor, opened - _REACH)
    if left > floor:
        mark = ""
    found = read_standard(mark + fold(text[left:opened]), text[opened + 1 : opened + 5], text[opened + 6 : at])
    return None if found is None else Surface(left - len(mark) + found.start, at + 1, found.parts)


def _is_template(text: str, found: Surface) -> bool:
    """Say whether signs stand for the first letters of a code or an organ, so that the rest of it names another (范本).

    One ring before a code that is known is as well the sign of a list's item: ○国办发〔2014〕66号.
    """
    sign, left = text[found.start - 1], text[max(0, found.start - 2) : found.start - 1]
    if sign in _CROSSES:
        # 文件Index国办发〔2014〕66号
        return left in _CROSSES or not (left.isascii() and left.isalpha())
    return found.parts.code is not None and (left == sign or found.parts.code not in vocabulary().attested)


def _breaks_off(text: str, end: int, at: int) -> bool:
    """Say whether a list ends with the 文 after a number: 51号文、55号 goes on, 51号文件，5号起执行 and 、3号楼 do not."""
    if not text.startswith("文", end) or text.startswith("文", at + 1):
        return False
    return text[at + 1 : at + 2] in _NO_MEMBER or any(mark in text[end:at] for mark in "，,；;")


def _may_begin_before(window: str, start: int, parts: NumberParts) -> bool:
    """Say whether organs may begin before a window: they reach its beginning, or cannot be told from there on."""
    return start < MAX_ORGAN or (parts.code is None and _ORGANS.fullmatch(window, MAX_ORGAN, start) is not None)


def _without_footer(window: str) -> tuple[str, int, int]:
    """Return a window without a page's foot, where the foot was, and how long."""
    near = window[-_NEAR_FOOTER:]
    if "-" in near or "—" in near or "–" in near:
        footer = _FOOTER.search(window, max(0, len(window) - _NEAR_FOOTER))
        if footer is not None:
            return window[: footer.start()] + window[footer.end() :], footer.start(), len(footer[0])
    return window, len(window), 0
