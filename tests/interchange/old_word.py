"""Documents of Word 97 written by hand: the container, the streams, and what the streams say of paragraphs and lists."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

_SECTOR: Final = 512
_END: Final = 0xFFFFFFFE
_FREE: Final = 0xFFFFFFFF


def container(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE container of streams, each of a sector or more ([MS-CFB])."""
    bodies = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    fat: list[int] = [0xFFFFFFFD]
    sectors = b""
    starts: dict[str, int] = {}

    def chain(count: int) -> int:
        first = len(fat)
        fat.extend([*range(first + 1, first + count), _END])
        return first

    directory = chain(1 + len(bodies) // 4)
    for name, data in bodies.items():
        count = -(-len(data) // _SECTOR)
        starts[name] = chain(count)
        sectors += data.ljust(count * _SECTOR, b"\0")
    entries = _entry("Root Entry", 5, _END, 0, child=1)
    for n, (name, data) in enumerate(bodies.items(), 1):
        entries += _entry(name, 2, starts[name], len(data), right=n + 1 if n < len(bodies) else _FREE)
    entries = entries.ljust((1 + len(bodies) // 4) * _SECTOR, b"\0")
    assert len(fat) <= _SECTOR // 4, "more than one sector of the table"
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<I", 0) + b"\xff" * 432
    return head + table + entries + sectors


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (
        raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, _FREE, right, child)
        + bytes(36) + struct.pack("<II4x", start, size)
    )  # fmt: skip


@dataclass(frozen=True)
class Par:
    """A paragraph: its text, the character that ends it, its properties, its style."""

    text: str
    mark: str = "\r"
    sprms: bytes = b""
    style: int = 0


IN_TABLE: Final = struct.pack("<HB", 0x2416, 1)
ROW_END: Final = IN_TABLE + struct.pack("<HB", 0x2417, 1)


def in_list(number: int, level: int = 0) -> bytes:
    """Return the properties that put a paragraph into a list."""
    return struct.pack("<HhHB", 0x460B, number, 0x260A, level)


def level(
    pattern: str, form: int = 0, start: int = 1, *, follows: int = 2, restart: int | None = None, legal: bool = False
) -> bytes:
    """Return a level of a list; %1 in its pattern is the number of the first level."""
    places, text = [], ""
    parts = pattern.split("%")
    text = parts[0]
    for part in parts[1:]:
        places.append(len(text) + 1)
        text += chr(int(part[0]) - 1) + part[1:]
    flags = (8 if restart is not None else 0) | (4 if legal else 0)
    out = struct.pack("<iBB9sB8xBBBx", start, form, flags, bytes(places), follows, 0, 0, restart or 0)
    return out + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def styles_of(styles: Sequence[tuple[int, bytes]]) -> bytes:
    """Return a sheet of paragraph styles; each is the one it is based on (0xFFF for none) and its properties."""
    out = struct.pack("<HHH14x", 18, len(styles), 10)
    for based, sprms in styles:
        own = struct.pack("<H", len(sprms) + 2) + struct.pack("<H", 0) + sprms
        style = struct.pack("<HHHHH", 0, 1 | based << 4, 1, 0, 0) + struct.pack("<H1s1xH", 1, b"a", 0) + own
        out += struct.pack("<H", len(style)) + style
    return out


def doc_of(
    paragraphs: Sequence[Par],
    *,
    lists: Sequence[Sequence[bytes]] = (),
    overrides: Sequence[tuple[int, bytes]] | None = None,
    styles: bytes = b"",
    headers: Sequence[str] = (),
    stories: Mapping[int, str] | None = None,
    hidden: Sequence[tuple[int, int]] = (),
    flags: int = 0,
    compressed: bool = False,
    version: int = 0xC1,
    cuts: Sequence[int] = (),
) -> bytes:
    """Return a document of Word 97.

    `lists` are levels, one or nine of each; `overrides` are (list, what it says of levels), one for each list where
    nothing is given. `headers` are the stories of the first section in their order, `stories` other texts by the place
    of their length in the head. `hidden` are ranges of characters, `cuts` places where a piece ends and the next begins, both
    in units of UTF-16.
    """
    texts = {n: _units(text) for n, text in (stories or {}).items()}
    paragraphs = [replace(one, text=_units(one.text)) for one in paragraphs]
    if headers:
        texts[2] = "".join(text + "\r" for text in headers) + "\r"
    texts[0] = "".join(one.text + one.mark for one in paragraphs)
    whole = "".join(texts.get(n, "") for n in range(8))
    width = 1 if compressed else 2
    begin = 0x800
    main = bytearray(begin) + (whole.encode("cp1252") if compressed else whole.encode("utf-16-le", "surrogatepass"))
    main += bytes(-len(main) % 512)
    paragraph_table = _pages(main, [(one.text + one.mark, one) for one in paragraphs], begin, width)
    character_table = _hidden_pages(main, hidden, begin, width, len(whole)) if hidden else b""
    bounds_of = [0, *cuts, len(whole)]
    pieces = struct.pack(f"<{len(bounds_of)}I", *bounds_of) + b"".join(
        struct.pack("<HIH", 0, (begin + at) * 2 | 0x40000000 if compressed else begin + 2 * at, 0)
        for at in bounds_of[:-1]
    )
    clx = b"\x01\x02\x00ab" + b"\x02" + struct.pack("<I", len(pieces)) + pieces
    if overrides is None:
        overrides = [(n, b"") for n in range(len(lists))]
    listed = struct.pack("<h", len(lists)) + b"".join(
        struct.pack("<ii18sBB", n, 0, b"", len(levels) == 1, 0) for n, levels in enumerate(lists)
    )
    levels = b"".join(b"".join(levels) for levels in lists)
    over = struct.pack("<i", len(overrides))
    over += b"".join(struct.pack("<i8xB3x", number, data.count(b"LVL!")) for number, data in overrides)
    over += b"".join(b"\xff\xff\xff\xff" + data.replace(b"LVL!", b"") for _, data in overrides)
    bounds = b""
    if headers:
        ends = [0] * 7
        for text in headers:
            ends.append(ends[-1] + len(text) + 1)
        bounds = struct.pack(f"<{len(ends)}I", *ends)
    table = bytearray()
    pairs: dict[int, tuple[int, int]] = {}
    for index, data, after in ((33, clx, b""), (13, paragraph_table, b""), (12, character_table, b""), (1, styles, b""),
                               (73, listed if lists else b"", levels), (74, over if lists else b"", b""), (11, bounds, b"")):  # fmt: skip
        pairs[index] = (len(table), len(data))
        table += data + after
    struct.pack_into("<HH6xH", main, 0, 0xA5EC, version, flags | 0x0200)
    struct.pack_into("<8i", main, 0x4C, *(len(texts.get(n, "")) for n in range(8)))
    for index, pair in pairs.items():
        struct.pack_into("<II", main, 0x9A + 8 * index, *pair)
    return container({"WordDocument": bytes(main), "1Table": bytes(table)})


def _units(text: str) -> str:
    """Return a text of the units of UTF-16, each a character."""
    return "".join(chr(unit) for (unit,) in struct.iter_unpack("<H", text.encode("utf-16-le", "surrogatepass")))


def _pages(main: bytearray, paragraphs: Sequence[tuple[str, Par]], begin: int, width: int) -> bytes:
    """Write the pages of paragraph properties behind the text; return the table of them."""
    at = begin
    places, pages = [begin], []
    for first in range(0, len(paragraphs), 8):
        some = paragraphs[first : first + 8]
        fcs, boxes, low = [at], b"", 510
        page = bytearray(512)
        for text, one in some:
            at += len(text) * width
            fcs.append(at)
            written = struct.pack("<H", one.style) + one.sprms
            # Of an odd length, with the first form of the length; of an even one with the second.
            odd = len(written) % 2
            written = bytes([(len(written) + 1) // 2]) + written if odd else bytes([0, len(written) // 2]) + written
            low = (low - len(written)) // 2 * 2
            page[low : low + len(written)] = written
            boxes += struct.pack("<B12x", low // 2)
        page[: 4 * len(fcs)] = struct.pack(f"<{len(fcs)}I", *fcs)
        page[4 * len(fcs) : 4 * len(fcs) + len(boxes)] = boxes
        page[511] = len(some)
        pages.append(len(main) // 512)
        main += page
        places.append(at)
    return struct.pack(f"<{len(places)}I", *places) + struct.pack(f"<{len(pages)}I", *pages)


def _hidden_pages(main: bytearray, hidden: Sequence[tuple[int, int]], begin: int, width: int, length: int) -> bytes:
    bounds = sorted({0, length, *(place for one in hidden for place in one)})
    page = bytearray(512)
    page[: 4 * len(bounds)] = struct.pack(f"<{len(bounds)}I", *(begin + place * width for place in bounds))
    page[500:504] = struct.pack("<BHB", 3, 0x083C, 1)
    for i, (start, end) in enumerate(pairwise(bounds)):
        page[4 * len(bounds) + i] = 250 if (start, end) in hidden else 0
    page[511] = len(bounds) - 1
    number = len(main) // 512
    main += page
    return struct.pack("<III", begin, begin + length * width, number)
