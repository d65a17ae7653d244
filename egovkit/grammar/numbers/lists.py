"""Lists of numbers, whose members share what one of them prints (国发〔2016〕51号、55号, 国发〔2016〕51、55号)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from egovkit.grammar.numbers.parts import NumberParts, Surface, serial_of

__all__ = ["NUMBER_BEFORE", "listed", "share", "shared"]

NUMBER_BEFORE = "\ue000"
"""What a window begins with where a number ends before it: no character of a text, and none of a number."""

_JOINT = re.compile(NUMBER_BEFORE + r" {0,2}(?:[、,，;；和及与至或]|以及|或者) {0,2}第?$")


def share(window: str, found: re.Match[str], last: NumberParts) -> NumberParts | None:
    """Read a further member that prints its serial alone, after the number `last`; None where it is none (同号列举).

    member = joint [ "第" ] serial "号"      joint = "、" | "，" | "和" | "至" | …

    国发〔2016〕51号、55号: code and year are those of the number before. Raises Refused.
    """
    if found["more"] or _JOINT.match(window[: found.start()]) is None:
        return None
    return last._replace(serial=serial_of(found["serial"], found.span("serial")))


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

    serials = numeral { "、" numeral } "号"      国发〔2016〕51、55号

    Raises Refused at a serial that cannot be one.
    """
    serials = list(re.finditer(r"[0-9]+", window[found.start() : found.end("serial")]))
    for part in serials:
        left, right = found.start() + part.start(), found.start() + part.end()
        value = parts._replace(serial=serial_of(part[0], part.span()))
        yield Surface(start if part is serials[0] else left, len(window) if part is serials[-1] else right, value)
