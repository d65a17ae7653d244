"""What a .doc says of its paragraphs and lists (段落与编号属性), as [MS-DOC] lays it out in its streams.

Source: [MS-DOC] 2.8 (tables of places), 2.9 (FKP, PAPX, LSTF, LVLF, LFO, STSH), 2.6 (sprm).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from egovkit.interchange.list_numbers import LEVELS, Level, ListOfNumbers, Lists

__all__ = ["Paragraph", "Properties", "hidden_places", "pair"]

_PAGE: Final = 512
# Which pair of place and length in the table of the file's head each structure has.
_STYLES, _CHARACTERS, _PARAGRAPHS, _LISTS, _OVERRIDES = 1, 12, 13, 73, 74
_SIZES: Final = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_ROW, _TABS = 0xD608, 0xC615
_IN_TABLE, _ROW_END, _LEVEL, _LIST = 0x2416, 0x2417, 0x260A, 0x460B
_DELETED, _HIDDEN = 0x0800, 0x083C
_FORMS: Final = """decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago
    ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal
    japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet
    ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle
    ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional
    taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand"""
_NO_NUMBER: Final = 0xFF
_SUFFIXES: Final = ("tab", "space", "nothing")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is said of a paragraph (段落属性): its list and level, whether it is in a table or ends a row of one."""

    number: int = 0
    level: int = 0
    in_table: bool = False
    ends_row: bool = False


def pair(head: bytes, index: int) -> tuple[int, int]:
    """Return place and length of a structure in the table stream (位置与长度)."""
    place, length = struct.unpack_from("<II", head, 0x9A + 8 * index)
    return place, length


def _part(head: bytes, table: bytes, index: int) -> bytes:
    place, length = pair(head, index)
    return table[place : place + length]


def _sprms(written: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each property of a list of them with what it is set to."""
    at = 0
    while at + 2 <= len(written):
        code = int.from_bytes(written[at : at + 2], "little")
        at += 2
        size = _SIZES.get(code >> 13)
        if size is None:
            if code == _TABLE_ROW:
                size = int.from_bytes(written[at : at + 2], "little") + 1
            elif code == _TABS and written[at : at + 1] == b"\xff":
                return
            else:
                size = (written[at] if at < len(written) else 0) + 1
        yield code, written[at : at + size]
        at += size


def _pages(plc: bytes, data: bytes) -> Iterator[bytes]:
    """Yield the pages of properties that a table of places names, each once."""
    count = max(0, len(plc) - 4) // 8
    seen: set[int] = set()
    for (number,) in struct.iter_unpack("<I", plc[4 * (count + 1) : 4 * (2 * count + 1)]):
        page = number & 0x3FFFFF
        if page not in seen:
            seen.add(page)
            content = data[page * _PAGE : (page + 1) * _PAGE]
            if len(content) == _PAGE:
                yield content


def hidden_places(head: bytes, table: bytes, data: bytes) -> list[tuple[int, int]]:
    """Return the stretches of the main stream whose text is hidden or was deleted (隐藏与删除), in order."""
    found: list[tuple[int, int]] = []
    for page in _pages(_part(head, table, _CHARACTERS), data):
        count = min(page[-1], (_PAGE - 5) // 5)
        places = struct.unpack_from(f"<{count + 1}I", page)
        for i in range(count):
            at = page[4 * (count + 1) + i] * 2
            if not at:
                continue
            for code, value in _sprms(page[at + 1 : at + 1 + page[at]]):
                if code in (_HIDDEN, _DELETED) and value[:1] == b"\x01":
                    found.append((places[i], places[i + 1]))
    return sorted(found)


class Properties:
    """The properties of the paragraphs of a .doc, by the place of their end in the main stream; `lists` counts (属性)."""

    def __init__(self, head: bytes, table: bytes, data: bytes) -> None:
        self._table = table
        self._styles = _styles(_part(head, table, _STYLES))
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._found: list[Paragraph] = []
        for start, end, one in sorted(
            self._paragraphs(_part(head, table, _PARAGRAPHS), data), key=lambda each: each[:2]
        ):
            self._starts.append(start)
            self._ends.append(end)
            self._found.append(one)
        self.lists = Lists()
        self._read_lists(pair(head, _LISTS), _part(head, table, _OVERRIDES))

    def at(self, place: int) -> Paragraph | None:
        """Return what is said of the paragraph whose end is at a place (取属性); None where nothing is."""
        at = bisect_right(self._starts, place) - 1
        return self._found[at] if at >= 0 and place < self._ends[at] else None

    def marker(self, paragraph: Paragraph) -> str:
        """Return the number that is generated before a paragraph (编号文字); to be asked once for each, in order."""
        return self.lists.number(str(paragraph.number), paragraph.level) if paragraph.number else ""

    def _paragraphs(self, plc: bytes, data: bytes) -> Iterator[tuple[int, int, Paragraph]]:
        for page in _pages(plc, data):
            count = min(page[-1], (_PAGE - 5) // 17)
            places = struct.unpack_from(f"<{count + 1}I", page)
            for i in range(count):
                at = page[4 * (count + 1) + 13 * i] * 2
                # The length is in words, one of them less half; in a byte of its own where the first is none.
                size, begin = (2 * page[at] - 1, at + 1) if page[at] else (2 * page[min(at + 1, _PAGE - 1)], at + 2)
                written = page[begin : begin + size] if at else b""
                yield places[i], places[i + 1], self._paragraph(written)

    def _paragraph(self, written: bytes) -> Paragraph:
        style = int.from_bytes(written[:2], "little")
        base = self._styles.get(style, Paragraph())
        return _applied(base, written[2:])

    def _read_lists(self, listed: tuple[int, int], overrides: bytes) -> None:
        # A list may have one level or nine; those of all lists follow the list of them.
        place, length = listed
        table = self._table
        if length < 2:
            return
        count = max(0, min(struct.unpack_from("<h", table, place)[0], (length - 2) // 28))
        at = place + length
        by_id: dict[int, dict[int, Level]] = {}
        for n in range(count):
            (identity,) = struct.unpack_from("<i", table, place + 2 + 28 * n)
            is_simple = table[place + 2 + 28 * n + 26] & 1
            levels: dict[int, Level] = {}
            for depth in range(1 if is_simple else LEVELS):
                levels[depth], at = _level(table, at)
            by_id[identity] = levels
        self._read_overrides(overrides, by_id)

    def _read_overrides(self, overrides: bytes, by_id: dict[int, dict[int, Level]]) -> None:
        if len(overrides) < 4:
            return
        count = max(0, min(struct.unpack_from("<i", overrides)[0], (len(overrides) - 4) // 16))
        at = 4 + 16 * count
        for n in range(count):
            identity, changed = struct.unpack_from("<i8xB", overrides, 4 + 16 * n)
            found = ListOfNumbers(str(identity), dict(by_id.get(identity, {})))
            self.lists.lists[str(n + 1)] = found
            # What an override says of its levels follows a field of four bytes.
            at += 4
            for _ in range(changed):
                if at + 8 > len(overrides):
                    return
                start, flags = struct.unpack_from("<iI", overrides, at)
                at += 8
                depth = flags & 0xF
                if flags & 0x20:
                    level, at = _level(overrides, at)
                    found.levels[depth] = level
                elif flags & 0x10:
                    found.starts[depth] = start


def _applied(base: Paragraph, written: bytes) -> Paragraph:
    for code, value in _sprms(written):
        number = int.from_bytes(value, "little", signed=code == _LIST)
        if code == _LIST:
            # What was taken out of a list keeps its number as a negative one.
            base = replace(base, number=max(0, number))
        elif code == _LEVEL:
            base = replace(base, level=min(number, LEVELS - 1))
        elif code == _IN_TABLE:
            base = replace(base, in_table=number == 1)
        elif code == _ROW_END:
            base = replace(base, ends_row=number == 1)
    return base


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Read a level of a list, and return where the next one begins."""
    start, form, flags = struct.unpack_from("<iBB", table, at)
    places = table[at + 6 : at + 15]
    follows, of_characters, of_paragraph, restart = table[at + 15], table[at + 24], table[at + 25], table[at + 26]
    at += 28 + of_characters + of_paragraph
    (length,) = struct.unpack_from("<H", table, at)
    units = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    # Where a number goes there is its level; elsewhere % is a character.
    slots = {place - 1 for place in places if place}
    pattern = "".join(
        f"%{ord(unit) + 1}" if i in slots and ord(unit) < LEVELS else unit for i, unit in enumerate(units)
    )
    forms = _FORMS.split()
    return (
        Level(
            form="none" if form == _NO_NUMBER else forms[form] if form < len(forms) else "decimal",
            pattern=pattern,
            start=start,
            suffix=_SUFFIXES[min(follows, 2)],
            restart=restart if flags & 0x08 else None,
            is_legal=bool(flags & 0x04),
        ),
        at + 2 + 2 * length,
    )


def _styles(sheet: bytes) -> dict[int, Paragraph]:
    """Return what each style of paragraphs says, with what it is based on."""
    if len(sheet) < 6:
        return {}
    size, count, base_size = struct.unpack_from("<HHH", sheet)
    at = 2 + size
    written: dict[int, tuple[int, bytes]] = {}
    for index in range(count):
        if at + 2 > len(sheet):
            break
        (length,) = struct.unpack_from("<H", sheet, at)
        style = sheet[at + 2 : at + 2 + length]
        at += 2 + length
        if length < base_size + 2 or len(style) < length:
            continue
        based = int.from_bytes(style[2:4], "little")
        if based & 0xF != 1:
            continue
        # The name with its length and a zero, then the properties, at an even place each.
        name = int.from_bytes(style[base_size : base_size + 2], "little")
        here = base_size + 2 * name + 4
        here += here % 2
        own = int.from_bytes(style[here : here + 2], "little")
        written[index] = (based >> 4, style[here + 4 : here + 2 + own])
    found: dict[int, Paragraph] = {}
    for index in written:
        chain: list[int] = []
        at = index
        # A chain that comes back to itself ends there.
        while at in written and at not in found and at not in chain:
            chain.append(at)
            at = written[at][0]
        one = found.get(at, Paragraph())
        for at in reversed(chain):
            one = found[at] = _applied(one, written[at][1])
    return found
