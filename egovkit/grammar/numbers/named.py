"""Numbers of orders and announcements, which name their organ (国务院令第711号, 财政部 税务总局公告2020年第8号)."""

from __future__ import annotations

import re

from egovkit.grammar.codes import STATE, vocabulary
from egovkit.grammar.issuers import is_issuer, issuers_start
from egovkit.grammar.numbers.parts import YEAR, Ending, NumberParts, Refused, year_of
from egovkit.grammar.numbers.printed_codes import printed_code
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

__all__ = [
    "NAMED",
    "NAMED_BRACKET",
    "ORDINAL",
    "TITLED",
    "WORD_AFTER",
    "is_named",
    "read_named",
    "read_titled",
    "read_word_after",
    "read_yearly",
]

# People's congresses number by sessions: 公告〔十四届〕第3号.
_TERM = r"第?(?P<session>[0-9]{1,2}|[一二三四五六七八九十]{1,3})届 ?〕? ?"
NAMED = LatePattern(
    rf"(?P<word>令|公告|通告) {{0,4}}〔? {{0,2}}(?:{YEAR} ?(?:年|(?=第)) {{0,2}}|{_TERM})?(?P<ordinal>第?) ?$"
)
# The digits of a year may be apart, as those of a code's number may: else 令 would be the end of a code.
NAMED_BRACKET = LatePattern(
    r"(?P<word>令|公告|通告) {0,3}〔 ?(?P<year>[0-9](?: ?[0-9]){3}|[〇零○一二三四五六七八九]{4}) ?年? ?〕 ?(?P<ordinal>第?) ?$"
)
TITLED = LatePattern(r"(?P<word>公告|通告)[》〉] ?〔 ?第 ?$")
ORDINAL = LatePattern(r"第 ?$")
WORD_AFTER = LatePattern(r" {0,2}(令|公告|通告)")
# 121号《…的公告》: what may come before, so that no day and no house is meant (6月3号《…》, 南路12号《…》).
_TITLE_AFTER = LatePattern(r"《[^《》\n]{1,80}(?P<word>公告|通告)》")
_BEFORE_TITLED = frozenset("据照按依行合见（〔")


def _organs(window: str, end: int) -> tuple[int, str] | None:
    """Return where the issuing organs before `end` begin, and their names without the state's; None where there are none.

    What would be no organ by itself is none in a text either.
    """
    if window[end - 1 : end] == " ":
        end -= 1
    start = issuers_start(window, end)
    if start is None:
        return None
    code = re.sub(r" +", " ", window[start:end]).strip().removeprefix(STATE).lstrip()
    return (start, code) if is_issuer(code) else None


def read_named(window: str, found: re.Match[str], serial: int) -> Ending:
    """Read an order or announcement leftwards from its word (令与公告).

        named = [ organs ] ( "令" | "公告" | "通告" ) [ "〔" ] [ year "年" | session "届" ] [ "第" ] serial "号" [ "〕" ]
              | [ organs ] ( "令" | "公告" | "通告" ) "〔" year "〕" [ "第" ] serial "号"
              | "国令" …                                  国务院令, as gov.cn abbreviates it
              | title "的公告" year "年第" serial "号"    the number follows the title, and has no word of its own

    国务院令第711号, 财政部 税务总局公告2020年第8号. Raises Refused for 责令 and the like (number.order).
    """
    word = found["word"]
    at = found.start("word")
    organs = _organs(window, at)
    year = year_of(found)
    session = read_numeral(found["session"]) if found.re.pattern == NAMED.pattern and found["session"] else None
    form = "order" if word == "令" else "announcement"
    if word == "令" and organs is not None and organs[1] in vocabulary().not_orders:
        raise Refused("number.order", "this word is no order", (at - 1, at + 1))
    if organs is not None:
        parts = NumberParts(form, organs[1], year, serial, None if form == "order" else word, session)
        return Ending(organs[0], 0, parts)
    before = window[at - 1 : at]
    if word == "令":
        if before == "国":
            return Ending(at - 1, 0, NumberParts(form, "国务院", year, serial))
        if before in vocabulary().not_orders:
            raise Refused("number.order", "this word is no order", (at - 1, at + 1))
        return Ending(at, 0, NumberParts(form, None, year, serial, None, session))
    if before == "的" and year is not None:
        return Ending(found.start("year"), 0, NumberParts(form, None, year, serial, None))
    return Ending(at, 0, NumberParts(form, None, year, serial, word, session))


def read_yearly(window: str, text_after: str, found: re.Match[str], serial: int) -> Ending:
    """Read a number of a year without 令 or 公告 before it (按年编号).

        yearly = [ organs ] year "年" [ "第" ] serial "号" [ "令" | "公告" | "通告" ]

    自然资源部2021年第20号, 2021年第42号令. Raises Refused: number.year, and number.thing for the 22nd typhoon of a year.
    """
    year = year_of(found)
    at = found.start("year")
    if at and window[at - 1] in "0123456789":
        raise Refused("number.year", "a year has four digits", (at - 1, at + 4))
    after = WORD_AFTER.match(text_after)
    if after is None and vocabulary().not_announced.match(text_after):
        raise Refused("number.thing", "what is counted here is no document", (at, len(window)))
    start, code = _organs(window, at) or (at, None)
    form = "order" if after is not None and after[1] == "令" else "announcement"
    word = None if after is None or form == "order" else after[1]
    return Ending(
        start,
        0 if after is None else after.end(),
        NumberParts(form, code, year, serial, word),
    )


def read_titled(window: str, found: re.Match[str], serial: int) -> Ending:
    """Read the number after a title that holds its word (题后公告号).

    titled = ( "公告" | "通告" ) "》（第" serial "号"      《…的公告》（第6号）
    """
    return Ending(
        window.rindex("第", 0, found.end()), 0, NumberParts("announcement", None, None, serial, found["word"])
    )


def read_word_after(window: str, text_after: str, at: int, serial: int, year: int | None = None) -> Ending:
    """Read a number whose word follows the serial, at `at` of the window (号后令).

        word after = [ organs ] [ "〔" year "〕" ] [ "第" ] serial "号" ( "令" | "公告" | "通告" )
                   | serial "号" title that ends with 公告 or 通告      依据121号《…的公告》

    国务院第711号令, 建设部〔2001〕89号令. Raises Refused for everything else (number.form).
    """
    after = WORD_AFTER.match(text_after)
    if after is None:
        titled = _TITLE_AFTER.match(text_after)
        if titled is not None and year is None and (at == 0 or window[at - 1] in _BEFORE_TITLED):
            return Ending(at, 0, NumberParts("announcement", None, None, serial, titled["word"]))
        raise Refused("number.form", "this is no number of a known form", (0, len(window)))
    start, code = _organs(window, at) or (at, None)
    form = "order" if after[1] == "令" else "announcement"
    word = None if form == "order" else after[1]
    return Ending(start, after.end(), NumberParts(form, code, year, serial, word))


def is_named(window: str, text_after: str, end: int) -> bool:
    """Say whether an organ of an order ends before a bracketed year: 令 follows the number (建设部〔2001〕89号令)."""
    if WORD_AFTER.match(text_after) is None:
        return False
    start = printed_code(window, end)
    words = vocabulary()
    return start is None or words.is_organ(window[start:end]) or bool(words.levelled.search(window[start:end]))
