"""Numbers as wholes (解析字号): the order in which the forms are tried."""

from __future__ import annotations

import re

from egovkit.errors import ParseError
from egovkit.grammar.codes import attested_codes
from egovkit.grammar.issuers import issuers_start
from egovkit.grammar.numbers.bracketed import (
    BARE_YEAR,
    BRACKET,
    PLAIN_YEAR,
    YEAR_CLOSERS,
    YEAR_FIRST,
    is_short_order,
    read_regular,
    read_year_first,
)
from egovkit.grammar.numbers.named import (
    NAMED,
    NAMED_BRACKET,
    ORDINAL,
    TITLED,
    WORD_AFTER,
    is_named,
    read_named,
    read_titled,
    read_word_after,
    read_yearly,
)
from egovkit.grammar.numbers.parts import (
    CONNECTORS,
    Ending,
    NumberParts,
    Refused,
    is_year,
    match_serial,
    restore_digits,
    serial_of,
    year_of,
)
from egovkit.grammar.numbers.printed_codes import ends_code, printed_code
from egovkit.text.folding import fold
from egovkit.text.limits import MAX_JOINT_NUMBER
from egovkit.text.numerals import HOUSES, ROOMS
from egovkit.text.patterns import LatePattern

__all__ = ["parse_number", "read_ending"]

_CANONICAL = LatePattern(r"([\u3400-\u9fff]{1,24})〔([0-9]{4})〕([1-9][0-9]{0,4})号")
_HOUSE = LatePattern(f"[{HOUSES}{ROOMS}]")
_MEMBER_ENDS = LatePattern(f"[、,，{CONNECTORS}]")
# The year and its brackets fit before a serial in so many characters.
_NEAR = 24


def read_ending(window: str, text_after: str, found: re.Match[str]) -> Ending:
    """Read the number that ends a folded window with the serial `found` (字号读法). Raises Refused.

        number = named with a bracketed year      公告〔2019〕13号, unless a code ends so: 渝府令〔2016〕297号, 署令〔2022〕260号
               | word after a bracketed year      建设部〔2001〕89号令
               | regular                          国办发〔2014〕66号
               | named                            国务院令第711号
               | regular that lost its brackets   财税2016年36号, 财税201636号, 财税 2016 36号
               | yearly                           2020年第8号, 2020年8号令
               | year first                       （86）国发12号
               | titled                           《…的公告》（第6号）
               | word after                       第711号令

    The first that fits is taken, with the first three only where a bracket closes before the serial.
    """
    more = found["more"]
    bare = None if more else BARE_YEAR.search(window, max(0, len(window) - _NEAR))
    if bare is not None and not _HOUSE.match(text_after) and ends_code(window, len(window[: bare.start()].rstrip(" "))):
        # What follows the year is the serial, however many digits were taken for it.
        return read_regular(window, bare, serial_of(bare["serial"], bare.span("serial")))
    at = found.start("more") if more else found.start("serial")
    first_serial = (_MEMBER_ENDS.split(more)[0].strip() if more else "") or found["serial"]
    serial = serial_of(first_serial, found.span("serial"))
    near = max(0, at - _NEAR)
    if window[near:at].rstrip(" 第")[-1:] in YEAR_CLOSERS:
        part = NAMED_BRACKET.search(window, near, at)
        if part is not None and not _is_code_of_order(window, part):
            return read_named(window, part, serial)
        part = BRACKET.search(window, near, at)
        if part is not None and is_named(window, text_after, part.start()):
            return read_word_after(window, text_after, part.start(), serial, year_of(part))
        if part is not None:
            return read_regular(window, part, serial)
    if (part := NAMED.search(window, near, at)) is not None:
        return read_named(window, part, serial)
    if (part := PLAIN_YEAR.search(window, near, at)) is not None:
        if ends_code(window, part.start()):
            return read_regular(window, part, serial)
        if part["ordinal"] or WORD_AFTER.match(text_after):
            return read_yearly(window, text_after, part, serial)
    if (part := YEAR_FIRST.search(window, near, at)) is not None:
        return read_year_first(part, serial)
    if (part := TITLED.search(window, near, at)) is not None:
        return read_titled(window, part, serial)
    part = ORDINAL.search(window, near, at)
    return read_word_after(window, text_after, at if part is None else part.start(), serial)


def _is_code_of_order(window: str, found: re.Match[str]) -> bool:
    """Say whether 令 before a bracketed year is the last letter of a code."""
    end = found.end("word")
    if ends_code(window, end):
        return True
    start = printed_code(window, end)
    return (
        start is not None and is_short_order(window[start:end]) and issuers_start(window, found.start("word")) is None
    )


def parse_number(text: str) -> NumberParts:
    """Read a whole string as one number (解析字号); ParseError where it is none.

        string = [ blanks ] number [ blanks ]

    >>> parse_number("国办发 [２０１４] 66 号")
    NumberParts(form='regular', code='国办发', year=2014, serial=66, word=None, session=None)
    """
    plain = _CANONICAL.fullmatch(text)
    if plain is not None:
        code, year = plain[1], int(plain[2])
        if code in attested_codes() and is_year(year):
            return NumberParts("regular", code, year, int(plain[3]))
    return _parse_loose(text)


def _parse_loose(text: str) -> NumberParts:
    if len(text) > MAX_JOINT_NUMBER:
        message = "a number has at most {most} characters"
        raise ParseError("number.length", message, text, (MAX_JOINT_NUMBER, len(text)), most=MAX_JOINT_NUMBER)
    folded = fold(text)
    begin = len(folded) - len(folded.lstrip(" "))
    end = len(folded.rstrip(" "))
    if begin >= end:
        raise ParseError("number.empty", "there is no number in an empty string", text)
    at = folded.rfind("号", begin, end)
    if at < 0:
        raise ParseError("number.mark", "a number ends with 号", text, (end - 1, end))
    window = restore_digits(folded[begin : at + 1])
    after = folded[at + 1 : end]
    try:
        start, extra, parts = read_ending(window, after, match_serial(window, single=True))
    except Refused as refused:
        left, right = refused.span
        raise ParseError(refused.code, refused.message, text, (begin + left, begin + right)) from None
    if after == "〕" and window.count("〔", start) > window.count("〕", start):
        # 财政部令（第64号）: the bracket around the serial is the number's own.
        extra = 1
    if at + 1 + extra < end:
        raise ParseError("number.trailing", "something follows the number", text, (at + 1 + extra, end))
    if start:
        raise ParseError("number.leading", "something is before the number", text, (begin, begin + start))
    return parts
