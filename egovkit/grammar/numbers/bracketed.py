"""Numbers of a code and a bracketed year (国办发〔2014〕66号), read leftwards from the bracket."""

from __future__ import annotations

import re

from egovkit.grammar.codes import canonical_code, is_code, vocabulary
from egovkit.grammar.numbers.parts import YEAR, Ending, NumberParts, Refused, is_year, year_of
from egovkit.grammar.numbers.printed_codes import printed_code
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

__all__ = [
    "BARE_YEAR",
    "BRACKET",
    "PLAIN_YEAR",
    "YEAR_CLOSERS",
    "YEAR_FIRST",
    "is_short_order",
    "read_regular",
    "read_standard",
    "read_year_first",
]

# The brackets of a title or a quotation are met as well, and one bracket may be lost.
YEAR_CLOSERS = frozenset("〕〉>」』")
BRACKET = LatePattern(
    r"(?P<opener>[〔匚〈<「『]?) {0,2}['’‘]?(?P<year>[0-9](?: ?[0-9]){3}|[0-9]{2}|[〇零○一二三四五六七八九]{4})"
    r" {0,2}年? {0,2}[〕〉>」』] {0,2}(?P<ordinal>第? ?)$"
)
_LONGEST_ORDER = 4
_DASHES = frozenset("-—–")
PLAIN_YEAR = LatePattern(rf"(?P<opener>){YEAR} ?年 ?(?P<ordinal>第? ?)$")
# Pages lose what their font has no sign for: 国办发200966号, 国办发 2009 66号.
BARE_YEAR = LatePattern(
    r"(?<![0-9])(?P<opener>)(?P<year>(?:19|20)[0-9]{2}) ?(?P<ordinal>第? ?)(?P<serial>[1-9][0-9]{0,3}) {0,2}号$"
)
YEAR_FIRST = LatePattern(r"〔 ?(?P<year>[0-9]{4}|[4-9][0-9]) ?〕 ?(?P<code>[\u3400-\u9fff]{1,14}?)(?P<ordinal>第?) ?$")


def is_short_order(code: str) -> bool:
    """Say whether a code is the letters of an organ and 令 (署令〔2022〕260号), and not a word that ends so (责令)."""
    return 1 < len(code) <= _LONGEST_ORDER and code[-1] == "令" and code[-2] not in vocabulary().not_orders


def read_regular(window: str, found: re.Match[str], serial: int) -> Ending:
    """Read a regular number leftwards from its bracketed year (一般字号).

        regular = [ code ] opener year [ "年" ] closer [ "第" ] serial "号"      国办发〔2014〕66号
                | known code year "年" [ "第" ] serial "号"                      财税2016年36号, 商办消费函2026年第345号
                | known code year serial "号"                                    财税201636号, 财税 2016 36号

    Brackets of every kind are met; one of them may be lost, as may the year's first two digits, before a known code.
    Without a code only 〔 makes a number. Raises Refused.
    """
    year = year_of(found)
    at = found.start()
    start = printed_code(window, at)
    if start is None:
        if vocabulary().not_codes.search(window, max(0, at - 8), at):
            raise Refused("number.case", "this is the number of a court's case or a certificate", (max(0, at - 8), at))
        if len(found["year"]) == 2 or found["opener"] not in ("〔", "匚"):
            raise Refused("number.code", "no organ code is before the year", (at, at + 1))
        return Ending(at, 0, NumberParts("regular", None, year, serial))
    printed = squeeze(window[start:at])
    if (
        printed.endswith(("令", "公告", "通告"))
        and printed not in vocabulary().attested
        and not is_short_order(printed)
    ):
        # The word of an order or announcement, too far from its bracket to tell what it belongs to.
        raise Refused("number.code", "no organ code is before the year", (start, at))
    code = _regular_code(printed)
    if not is_code(code):
        raise Refused("number.code", "this is no organ code", (start, at))
    short = len(found["year"]) == 2 and year is not None and year >= 2000
    if code not in vocabulary().attested and (short or not found["opener"]):
        raise Refused("number.code", "no known organ code is before the year", (start, at))
    return Ending(start, 0, NumberParts("regular", code, year, serial))


def read_standard(window: str, year: str, serial: str) -> Ending | None:
    """Read a number that is printed as the standard has it, of whose code a folded window is the end (标准字号).

        standard = code "〔" year "〕" serial "号"      国办发〔2014〕66号

    It is what the whole grammar reads, in a third of the time; None where another form may be meant, or none.

    >>> ending = read_standard("根据国办发", "2014", "66")
    >>> ending.start, ending.parts.code, read_standard("根据国办发", "1914", "66")
    (2, '国办发', None)
    """
    digits = year.isascii() and year.isdecimal() and serial.isascii() and serial.isdecimal() and serial[0] != "0"
    if not digits or not is_year(int(year)) or not "\u3400" <= window[-1] <= "\u9fff" or window[-1] in "令告":
        return None
    if not _DASHES.isdisjoint(window):
        # A page may end inside the code.
        return None
    start = printed_code(window, len(window))
    code = None if start is None else _regular_code(window[start:])
    if start is None or code is None or not is_code(code):
        return None
    return Ending(start, 0, NumberParts("regular", code, int(year), int(serial)))


def _regular_code(printed: str) -> str:
    code = squeeze(printed).replace("〔", "（").replace("〕", "）")
    return canonical_code(code)


def _read_divided(found: re.Match[str], serial: int) -> Ending:
    """Read 财税（87）字第016号: the year divides the code, whose 字 alone is none."""
    window = found.string
    start = printed_code(window, found.start())
    code = "" if start is None else _regular_code(window[start : found.start()])
    if start is None or not is_code(code) or not is_code(canonical_code(code + "字")):
        raise Refused("number.code", "this is no organ code", found.span("code"))
    return Ending(start, 0, NumberParts("regular", canonical_code(code + "字"), year_of(found), serial))


def read_year_first(found: re.Match[str], serial: int) -> Ending:
    """Read (86)国发12号 and 〔94〕财税字第089号, but no court's （2019）京01民终123号 (年份在前的字号).

        year first = "〔" year "〕" code [ "第" ] serial "号"
                   | code "〔" year "〕" "字" [ "第" ] serial "号"      财税（87）字第016号

    The code is known, or ends as codes did. Raises Refused.
    """
    year = year_of(found)
    words = vocabulary()
    code = found["code"]
    if code == "字":
        return _read_divided(found, serial)
    if words.case_types.search(code) or words.not_codes.search(code):
        raise Refused("number.case", "this is the number of a court's case or a certificate", found.span("code"))
    if not (code in words.attested or (is_code(code) and (code[-1] in "发函字令" or len(found["year"]) == 2))):
        raise Refused("number.code", "this is no organ code", found.span("code"))
    return Ending(found.start(), 0, NumberParts("regular", code, year, serial))
