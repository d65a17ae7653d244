"""A Chinese text with bytes lost or broken (坏字节): each costs one U+FFFD, and no character beside it.

Where a byte of two is lost, the next one pairs with what is not its own, and so on to the next character of ASCII: a
decoder that goes on from byte to byte makes other characters of the rest of the sentence, and says nothing. So the
way through the line is looked for that makes the most of it characters in use.
"""

from __future__ import annotations

from typing import Final

__all__ = ["decode_gbk"]

_ASIDE: Final = 256
"""Bytes on each side of what cannot be decoded among which the lost one is looked for."""

_SKIPPED: Final = 4
_RARE: Final = 3
_COMMON: Final = 0
_ASCII: Final = 1
_NEVER: Final = 1 << 20
_WIDTHS: Final = (1, 2, 4)
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def decode_gbk(data: bytes, most: int) -> str | None:
    """Decode a text in GBK or GB 18030 with `most` broken places at most (容错解码); None where it has more.

    >>> decode_gbk("关于印发方案的通知".encode("gbk")[1:], 3), decode_gbk(bytes([0xFF, 0x0A]) * 9, 3)
    ('�于印发方案的通知', None)
    """
    pieces: list[str] = []
    # Looked at as it is: a slice of it would be a copy.
    seen = memoryview(data)
    at = 0
    for _ in range(most + 1):
        try:
            pieces.append(str(seen[at:], "gb18030"))
            return "".join(pieces)
        except UnicodeDecodeError as error:
            broken = at + error.start
        # The decoder is in step at the end of a line; a byte that was lost shows later than where it was.
        first = max(data.rfind(b"\n", at, broken) + 1, broken - _ASIDE, at)
        if first > broken - _ASIDE:
            whole = str(seen[at:first], "gb18030")
        else:
            # In the middle of a line the step is that of the decoder: so many bytes before may cut a character.
            kept = str(seen[at:broken], "gb18030")
            whole = kept[: -_ASIDE // 2] if len(kept) > _ASIDE // 2 else ""
            first = broken - len(kept[len(whole) :].encode("gb18030"))
        end = data.find(b"\n", broken)
        end = min(len(data) if end < 0 else end, broken + _ASIDE)
        piece, last = _best(data, first, end)
        pieces += (whole, piece)
        at = last
    return None


def _best(data: bytes, first: int, end: int) -> tuple[str, int]:
    """Return the cheapest reading of `data[first:end]`, and where the next character begins after it."""
    length = end - first
    costs = [0] + [1 << 30] * (length + 3)
    steps: list[tuple[int, str]] = [(0, "")] * (length + 4)
    for here in range(length):
        at = first + here
        for width in _WIDTHS:
            text, cost = _read(data[at : at + width], width)
            to = here + width
            if costs[here] + cost < costs[to]:
                costs[to], steps[to] = costs[here] + cost, (here, text)
    # A character may reach over the end of the stretch.
    stop = min(range(length, length + 4), key=costs.__getitem__)
    parts: list[str] = []
    at = stop
    while at:
        at, text = steps[at]
        parts.append(text)
    return "".join(reversed(parts)), first + stop


def _read(raw: bytes, width: int) -> tuple[str, int]:
    """Return what so many bytes are, and what it costs to take them for it."""
    if width == 1:
        return (raw.decode("ascii"), _ASCII) if raw[0] < 0x80 else (_REPLACEMENT, _SKIPPED)
    if len(raw) < width or raw[0] < 0x80:
        return "", _NEVER
    try:
        text = raw.decode("gbk" if width == 2 else "gb18030")
    except UnicodeDecodeError:
        # Both bytes of a character may be gone.
        return _REPLACEMENT, _SKIPPED + 1 if width == 2 and raw[1] >= 0x80 else _NEVER
    if len(text) > 1:
        return "", _NEVER
    # The signs and the characters of GB 2312's first level are nearly all of a modern text.
    common = width == 2 and raw[1] >= 0xA1 and (0xA1 <= raw[0] <= 0xA9 or 0xB0 <= raw[0] <= 0xD7)
    return text, _COMMON if common else _RARE
