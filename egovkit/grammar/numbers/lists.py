"""Lists and ranges of numbers, whose members share what one of them prints.

国发〔2016〕51号、55号; 国发〔2016〕51、55号; 财税〔2016〕36号、〔2017〕58号; 国发〔2023〕12～15号; 国发〔2023〕12号至15号; 国发〔2016〕51号文、55号文.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egovkit.grammar.numbers.parts import CONNECTORS, NumberParts, Refused, Surface, serial_of
from egovkit.text.limits import MAX_SERIALS
from egovkit.text.patterns import LatePattern

__all__ = ["NUMBER_BEFORE", "listed", "share", "shared"]

NUMBER_BEFORE = "\ue000"
"""What a window begins with where a number ends before it: no character of a text, and none of a number."""

_JOINT = LatePattern(
    rf"{NUMBER_BEFORE} {{0,2}}(?:文件?)? {{0,2}}(?P<joint>[、,，;；和及与或]|以及|或者|(?P<range>[{CONNECTORS}])) {{0,2}}第?$"
)
_MEMBER = LatePattern("[0-9]+")


def _between(first: int, last: int, parts: NumberParts) -> Iterator[NumberParts]:
    """Yield the numbers between the ends of a range; none where it is longer than ranges are.

    Raises Refused where the end is before the start: 66-1号 is one serial.
    """
    if last <= first:
        raise Refused("number.serial", "a range of serials ends after its start", (0, 1))
    if last - first < MAX_SERIALS:
        yield from (parts._replace(serial=serial) for serial in range(first + 1, last))


def share(window: str, found: re.Match[str], last: NumberParts) -> Iterator[Surface]:
    """Yield a further member that prints its serial alone, after the number `last`, as ranges of the window (同号列举).

        member = [ "文" | "文件" ] joint [ "第" ] serial "号"      joint = "、" | "，" | "和" | connector | …

    国发〔2016〕51号、55号: code and year are those of the number before. Of a range the numbers between its ends come
    first, each with the connector as its surface. Nothing where this is no member. Raises Refused.
    """
    joint = None if found["more"] else _JOINT.match(window[: found.start()])
    if joint is None:
        return
    member = last._replace(serial=serial_of(found["serial"], found.span("serial")))
    if joint["range"]:
        for inner in _between(last.serial, member.serial, last):
            yield Surface(joint.start("range"), joint.end("range"), inner)
    yield Surface(found.start("serial"), len(window), member)


def listed(window: str, start: int, parts: NumberParts, last: NumberParts) -> NumberParts:
    """Give what the number `last` before prints to one that prints only its year and serial (承前省略代字).

        member = joint "〔" year "〕" serial "号" | joint year "年第" serial "号"

    财税〔2016〕36号、〔2017〕58号; 国家税务总局公告2012年第12号、2013年第8号.
    """
    if parts.code is not None or _JOINT.match(window[:start]) is None:
        return parts
    if parts.form == "regular":
        return parts._replace(code=last.code)
    if parts.word is None and last.form != "regular":
        return last._replace(year=parts.year, serial=parts.serial)
    return parts


def shared(window: str, found: re.Match[str], start: int, parts: NumberParts) -> Iterator[Surface]:
    """Yield the numbers that share one 号 as ranges of the window, the first from `start` on (共用“号”).

        serials = numeral { ( "、" | connector ) numeral } "号"      国发〔2016〕51、55号, 国发〔2023〕12～15号

    Raises Refused at a serial that cannot be one, and where a range follows a range (2-3-4号).
    """
    # The last may be in Chinese figures where those before it are not: 7、九号.
    serials = [part.span() for part in _MEMBER.finditer(window, *found.span("more"))] + [found.span("serial")]
    ranged = False
    before = parts
    for i, (first, end) in enumerate(serials):
        member = parts._replace(serial=serial_of(window[first:end], (first, end)))
        if i:
            after = serials[i - 1][1]
            in_range = window[after:first].strip() in CONNECTORS
            if in_range and ranged:
                raise Refused("number.serial", "a range of serials has two ends", (first, end))
            ranged = in_range
            if in_range:
                for inner in _between(before.serial, member.serial, parts):
                    yield Surface(after, first, inner)
        yield Surface(first if i else start, len(window) if i == len(serials) - 1 else end, member)
        before = member
