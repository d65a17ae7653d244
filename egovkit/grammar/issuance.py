"""Issuance numbers in a text (发文字号): where each begins and ends, and its parts.

Every number ends with 号, a rare character, so the text is searched for that alone and each hit is read
from right to left within a bounded window: the serial, the year in its brackets or 年, and the code or the
issuing organ in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from egovkit.errors import ParseError
from egovkit.grammar.codes import STATE, canonical_code, code_start, is_code, vocabulary
from egovkit.grammar.issuers import issuers_start
from egovkit.text.folding import CLOSERS, fold, squeeze
from egovkit.text.limits import MAX_CODE, MAX_NUMBER
from egovkit.text.numerals import read_numeral

__all__ = ["FIRST_YEAR", "LAST_YEAR", "NumberParts", "Surface", "find_surfaces", "parse_number", "printed_code"]

FIRST_YEAR = 1949
"""The first year of a number: no document of the state is older."""

LAST_YEAR = date.today().year + 1
"""The last year that a number can bear: next year, since numbers are given ahead."""

_NUMERALS = "0-9〇零○一二三四五六七八九十百千"
_YEAR = r"(?P<year>[0-9]{4}|[〇零○一二三四五六七八九]{4})"
# Digits that a page was scanned with stand apart: 〔2 0 1 4〕6 6号.
_SERIAL = re.compile(
    rf"(?P<more>(?:[0-9]{{1,5}} ?[、,，] ?){{0,12}})"
    rf"(?P<serial>(?:(?<=〕)|(?<=〕 ))[0-9](?: [0-9]){{1,4}}|[{_NUMERALS}]{{1,7}}) {{0,3}}号$"
)
# The brackets of a title or a quotation are met as well, and one bracket may be lost.
_YEAR_CLOSERS = frozenset("〕〉>」』")
_BRACKET = re.compile(
    r"(?P<opener>[〔匚〈<「『]?) {0,2}['’‘]?(?P<year>[0-9](?: ?[0-9]){3}|[0-9]{2}|[〇零○一二三四五六七八九]{4})"
    r" {0,2}年? {0,2}[〕〉>」』] {0,2}(?P<ordinal>第? ?)$"
)
# People's congresses number by terms: 公告〔十四届〕第3号.
_TERM = r"第?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})届 ?〕? ?"
_NAMED = re.compile(
    rf"(?P<word>令|公告|通告) {{0,4}}〔? {{0,2}}(?:{_YEAR} ?(?:年|(?=第)) {{0,2}}|{_TERM})?(?P<ordinal>第?) ?$"
)
_NAMED_BRACKET = re.compile(rf"(?P<word>令|公告|通告) {{0,3}}〔 ?{_YEAR} ?年? ?〕 ?(?P<ordinal>第?) ?$")
_PLAIN_YEAR = re.compile(rf"(?P<opener>){_YEAR} ?年 ?$")
_YEARLY = re.compile(rf"{_YEAR} ?年 ?(?P<ordinal>第) ?$")
_TITLED = re.compile(r"(?P<word>公告|通告)[》〉] ?〔 ?第 ?$")
_ORDINAL = re.compile(r"第 ?$")
_YEAR_FIRST = re.compile(r"〔 ?(?P<year>[0-9]{4}|[4-9][0-9]) ?〕 ?(?P<code>[\u3400-\u9fff]{1,14}?)(?P<ordinal>第?) ?$")
_WORD_BEHIND = re.compile(r" {0,2}(令|公告|通告)")
# 121号《…的公告》: what may stand in front, so that no day and no house is meant (6月3号《…》, 南路12号《…》).
_TITLE_BEHIND = re.compile(r"《[^《》\n]{1,80}(?P<word>公告|通告)》")
_NEAR_TITLE = 100
_BEFORE_TITLED = frozenset("据照按依行合见（〔")
_LIST_JOINT = re.compile(r" {0,2}(?:[、,，;；和及与至或]|以及|或者) {0,2}第?$")
_CODE_RUN = re.compile(r"[\u3400-\u9fff]+$")
_BRACKETED_CODE = re.compile(r"[\u3400-\u9fff]{1,6} ?〔[\u3400-\u9fff]{1,4}〕 ?[\u3400-\u9fff]{0,4}$")
_COUNTED = re.compile(r"(?:年度?|月份?|[日条款项])(?!$)")
# The letters of a red head stand apart: 国 办 发.
_SPACED_CODE = re.compile(r"(?:[\u3400-\u9fff] ){1,12}[\u3400-\u9fff]$")
_NUMERAL_CHARS = frozenset("0123456789０１２３４５６７８９〇零○一二三四五六七八九十百千")
_DASHES = "-—–"
# The foot of a page, which may stand inside a number: 国办发〔2018〕 — 16 — 7号.
_FOOTER = re.compile(rf" {{1,3}}[{_DASHES}]{{1,2}} ?[0-9]{{1,4}} ?[{_DASHES}]{{1,2}} {{1,3}}")
_NEAR_FOOTER = 48
_CARRIERS = frozenset("第年届令告发函字办文规、,，;；和及与至或者〉>＞」』－" + _DASHES + CLOSERS)
_GAPS = frozenset(" \n\t\r\u3000\u200b\u200c\u200d\ufeff\xa0")


class NumberParts(NamedTuple):
    """The parts of a number (字号要素): form, code, year, serial, and the word an announcement goes by."""

    form: str
    code: str | None
    year: int | None
    serial: int
    word: str | None = None


class Surface(NamedTuple):
    """A number as found (字号所在): the half-open range of the text, and the parts."""

    start: int
    end: int
    parts: NumberParts


class _Refused(Exception):
    """A candidate that is no number: code, message and range of the window."""

    def __init__(self, code: str, message: str, span: tuple[int, int]) -> None:
        self.code, self.message, self.span = code, message, span
        super().__init__(code)


def _year(found: re.Match[str]) -> int | None:
    printed = found["year"]
    if printed is None:
        return None
    year = read_numeral(squeeze(printed))
    if year is not None and len(printed) == 2:
        year += 1900 if year >= FIRST_YEAR % 100 else 2000
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise _Refused("number.year", f"a number's year lies between {FIRST_YEAR} and next year", found.span("year"))
    return year


def _serial(printed: str, span: tuple[int, int]) -> int:
    serial = read_numeral(squeeze(printed))
    if serial is None or not 1 <= serial <= 99_999:
        raise _Refused("number.serial", "a serial lies between 1 and 99999", span)
    return serial


def _serial_of(window: str, *, single: bool = False) -> re.Match[str]:
    found = _SERIAL.search(window, max(0, len(window) - 72))
    if found is None:
        raise _Refused("number.serial", "a serial stands in front of 号", (0, len(window)))
    if single and found["more"]:
        raise _Refused("number.list", "this is a list of numbers", found.span("more"))
    return found


def _order_code(printed: str) -> str:
    """Return the issuing organ of an order as it is named, without blanks and the state's name."""
    return re.sub(r" +", " ", printed).strip().removeprefix(STATE)


def _read_named(window: str, found: re.Match[str], serial: int) -> tuple[int, NumberParts]:
    """Read 国务院令第711号 and 财政部 税务总局公告2020年第8号 leftwards from their word."""
    word = found["word"]
    at = found.start("word")
    end = at - 1 if at and window[at - 1] == " " else at
    start = issuers_start(window, end)
    year = _year(found)
    form = "order" if word == "令" else "announcement"
    if start is None:
        before = window[at - 1 : at]
        if word == "令":
            if before == "国":
                # gov.cn abbreviates 国务院令 so.
                return at - 1, NumberParts(form, "国务院", year, serial)
            if before in vocabulary().not_orders:
                raise _Refused("number.order", "this word is no order", (at - 1, at + 1))
            return at, NumberParts(form, None, year, serial)
        if before == "的" and year is not None:
            # The title of the announcement ends here, and the number stands behind it.
            return found.start("year"), NumberParts(form, None, year, serial, None)
        return at, NumberParts(form, None, year, serial, word)
    return start, NumberParts(form, _order_code(window[start:end]), year, serial, None if form == "order" else word)


def printed_code(window: str, end: int) -> int | None:
    """Return where the code whose last character stands before `end` of a folded window begins (代字所在)."""
    while end and window[end - 1] == " ":
        end -= 1
    marked = _marked_code(window, end)
    if marked is not None:
        return marked
    low = max(0, end - 2 * MAX_CODE)
    run = _CODE_RUN.search(window, low, end)
    if run is None:
        return None
    start = run.start()
    whole = start > low or low == 0
    counted = _COUNTED.match(run[0])
    if counted is not None and window[start - 1 : start].isdigit():
        # 5月1日国办发: the number in front is no part of the code, nor what it counts.
        start += counted.end()
    tail = code_start(window[start:end], whole)
    if tail == 0 and end - start <= 4 and window[start:end] not in vocabulary().attested:
        torn = _across_blank(window, start, end)
        if torn is not None:
            return torn
    return None if tail is None else start + tail


def _marked_code(window: str, end: int) -> int | None:
    """Return the start of a code with a bracket or blanks between its letters (法（研）发, 国 办 发)."""
    attested = vocabulary().attested
    bracketed = _BRACKETED_CODE.search(window, max(0, end - MAX_CODE), end)
    if bracketed is not None:
        opener = window.rindex("〔", bracketed.start(), end)
        for start in range(bracketed.start(), opener):
            if squeeze(window[start:end]).replace("〔", "（").replace("〕", "）") in attested:
                return start
        return _with_section(window, opener, end)
    spaced = _SPACED_CODE.search(window, max(0, end - 2 * MAX_CODE), end)
    starts = () if spaced is None else range(spaced.start(), end - 1, 2)
    return next((start for start in starts if squeeze(window[start:end]) in attested), None)


def _with_section(window: str, opener: int, end: int) -> int | None:
    """Return the start of a known code that is followed by a section in brackets (法（民）复, 高检会（三）字)."""
    closer = window.index("〕", opener)
    words = vocabulary()
    section = window[opener + 1 : closer]
    if len(section) > 3 or section in words.not_sections or window[closer + 1 : end].strip(words.class_letters + " "):
        return None
    start = printed_code(window, opener)
    return start if start is not None and window[start:opener] in words.attested else None


def _across_blank(window: str, start: int, end: int) -> int | None:
    """Return the start of an attested code that a blank or a line break tears apart (工信部联 通装)."""
    tail = squeeze(window[start:end])
    left = start
    while left and window[left - 1] == " ":
        left -= 1
    head = _CODE_RUN.search(window, max(0, left - MAX_CODE), left)
    if head is None or left == start:
        return None
    words = vocabulary()
    for cut in range(len(head[0])):
        stem = head[0][cut:]
        if stem + tail in words.attested or (len(stem) > 2 and stem in words.stems and is_code(stem + tail)):
            return head.start() + cut
    return None


def _ends_code(window: str, end: int) -> bool:
    start = printed_code(window, end)
    return start is not None and window[start:end] in vocabulary().attested


def _read_regular(window: str, found: re.Match[str], serial: int) -> tuple[int, NumberParts]:
    """Read 国办发〔2014〕66号 leftwards from its bracket."""
    year = _year(found)
    at = found.start()
    start = printed_code(window, at)
    if start is None:
        if vocabulary().not_codes.search(window, max(0, at - 8), at):
            raise _Refused("number.case", "this is the number of a court's case or a certificate", (max(0, at - 8), at))
        if len(found["year"]) == 2 or found["opener"] not in ("〔", "匚"):
            raise _Refused("number.code", "no organ code stands in front of the year", (at, at + 1))
        return at, NumberParts("regular", None, year, serial)
    printed = squeeze(window[start:at])
    if printed.endswith(("令", "公告", "通告")) and printed not in vocabulary().attested:
        # The word of an order or announcement, too far from its bracket to tell what it belongs to.
        raise _Refused("number.code", "no organ code stands in front of the year", (start, at))
    code = _regular_code(printed)
    short = len(found["year"]) == 2 and year is not None and year >= 2000
    if code not in vocabulary().attested and (short or not found["opener"]):
        raise _Refused("number.code", "no known organ code stands in front of the year", (start, at))
    return start, NumberParts("regular", code, year, serial)


def _regular_code(printed: str) -> str:
    code = squeeze(printed).replace("〔", "（").replace("〕", "）")
    return canonical_code(code)


def _read_year_first(found: re.Match[str], serial: int) -> tuple[int, NumberParts]:
    """Read (86)国发12号 and 〔94〕财税字第089号, but no court's （2019）京01民终123号."""
    year = _year(found)
    words = vocabulary()
    code = found["code"]
    if words.case_types.search(code) or words.not_codes.search(code):
        raise _Refused("number.case", "this is the number of a court's case or a certificate", found.span("code"))
    if not (code in words.attested or (is_code(code) and (code[-1] in "发函字令" or len(found["year"]) == 2))):
        raise _Refused("number.code", "this is no organ code", found.span("code"))
    return found.start(), NumberParts("regular", code, year, serial)


def _read_yearly(window: str, text_behind: str, found: re.Match[str], serial: int) -> tuple[int, int, NumberParts]:
    """Read 2020年第8号, with an organ in front of it (自然资源部2021年第20号) or 令 behind it (2021年第42号令)."""
    year = _year(found)
    at = found.start("year")
    if at and window[at - 1] in "0123456789":
        raise _Refused("number.year", "a year has four digits", (at - 1, at + 4))
    behind = _WORD_BEHIND.match(text_behind)
    if behind is None and vocabulary().not_announced.match(text_behind):
        raise _Refused("number.thing", "what is counted here is no document", (at, len(window)))
    start = issuers_start(window, at - 1 if window[at - 1 : at] == " " else at)
    code = None if start is None else _order_code(window[start:at])
    form = "order" if behind is not None and behind[1] == "令" else "announcement"
    extra = 0 if behind is None else behind.end()
    word = None if behind is None or form == "order" else behind[1]
    return at if start is None else start, extra, NumberParts(form, code, year, serial, word)


def _read_behind(
    window: str, text_behind: str, at: int, serial: int, year: int | None = None
) -> tuple[int, int, NumberParts]:
    """Read 国务院第711号令 and 建设部〔2001〕89号令: the word stands behind the serial."""
    behind = _WORD_BEHIND.match(text_behind)
    if behind is None:
        titled = _TITLE_BEHIND.match(text_behind)
        if titled is not None and year is None and (at == 0 or window[at - 1] in _BEFORE_TITLED):
            return at, 0, NumberParts("announcement", None, None, serial, titled["word"])
        raise _Refused("number.form", "this is no number of a known form", (0, len(window)))
    end = at - 1 if at and window[at - 1] == " " else at
    start = issuers_start(window, end)
    form = "order" if behind[1] == "令" else "announcement"
    code = None if start is None else _order_code(window[start:end])
    return (
        at if start is None else start,
        behind.end(),
        NumberParts(form, code, year, serial, None if form == "order" else behind[1]),
    )


_READERS = ((_NAMED_BRACKET, _read_named), (_BRACKET, _read_regular), (_NAMED, _read_named))


def _is_named(window: str, text_behind: str, end: int) -> bool:
    """Say whether what ends in front of a bracketed year names an organ of the order that the word behind makes it."""
    if _WORD_BEHIND.match(text_behind) is None:
        return False
    start = printed_code(window, end)
    words = vocabulary()
    return start is None or words.is_organ(window[start:end]) or bool(words.levelled.search(window[start:end]))


def _read(window: str, text_behind: str, found: re.Match[str]) -> tuple[int, int, NumberParts]:
    """Read the number that ends a folded window: its start, what it takes in behind the window, its parts."""
    at = found.start("more") if found["more"] else found.start("serial")
    first_serial = found["more"].partition("、")[0].partition(",")[0].partition("，")[0].strip() or found["serial"]
    serial = _serial(first_serial, found.span("serial"))
    near = max(0, at - 24)
    # Most numbers of the other forms are told by what stands in front of the serial: no bracket.
    bracketed = window[near:at].rstrip(" 第")[-1:] in _YEAR_CLOSERS
    for pattern, reader in _READERS if bracketed else _READERS[2:]:
        part = pattern.search(window, near, at)
        if part is not None and pattern is _NAMED_BRACKET and _ends_code(window, part.end("word")):
            # 渝府令〔2016〕297号: the word is the last letter of a code.
            continue
        if part is not None and pattern is _BRACKET and _is_named(window, text_behind, part.start()):
            return _read_behind(window, text_behind, part.start(), serial, _year(part))
        if part is not None:
            start, parts = reader(window, part, serial)
            return start, 0, parts
    part = _YEARLY.search(window, near, at)
    if part is not None:
        return _read_yearly(window, text_behind, part, serial)
    part = _PLAIN_YEAR.search(window, near, at)
    if part is not None and _ends_code(window, part.start()):
        # 财税2016年36号 lost its brackets.
        start, parts = _read_regular(window, part, serial)
        return start, 0, parts
    if part is not None and _WORD_BEHIND.match(text_behind):
        return _read_yearly(window, text_behind, part, serial)
    part = _YEAR_FIRST.search(window, near, at)
    if part is not None:
        start, parts = _read_year_first(part, serial)
        return start, 0, parts
    part = _TITLED.search(window, near, at)
    if part is not None:
        # 《…的公告》（第6号）: the word stands in the title.
        return window.rindex("第", 0, at), 0, NumberParts("announcement", None, None, serial, part["word"])
    part = _ORDINAL.search(window, near, at)
    return _read_behind(window, text_behind, part.start() if part is not None else at, serial)


def find_surfaces(text: str) -> Iterator[Surface]:
    """Yield every issuance number of a text in order (查找字号).

    >>> [(s.start, s.end, s.parts.code) for s in find_surfaces("根据国办发〔2014〕66号和国发〔2016〕51号、55号")]
    [(2, 14, '国办发'), (15, 26, '国发'), (27, 30, '国发')]
    """
    last: Surface | None = None
    at = text.find("号")
    while at >= 0:
        if _may_end_number(text, at):
            for surface in _surfaces_at(text, at, last):
                yield surface
                last = surface
        at = text.find("号", at + 1)


def _may_end_number(text: str, at: int) -> bool:
    """Say cheaply whether the 号 at `at` stands behind a serial, and the serial behind what can carry one."""
    back = at - 1
    while back >= 0 and at - back < 4 and text[back] in _GAPS:
        back -= 1
    if back < 0 or text[back] not in _NUMERAL_CHARS:
        return False
    floor = max(0, back - 12)
    while back > floor and (text[back] in _NUMERAL_CHARS or text[back] in _GAPS):
        back -= 1
    return text[back] in _CARRIERS or text[at + 1 : at + 8].lstrip().startswith(("令", "公告", "通告", "《"))


def _surfaces_at(text: str, at: int, last: Surface | None) -> Iterator[Surface]:
    """Yield the numbers that end at the 号 at `at`: one, or several that share it (国发〔2016〕51、55号)."""
    low = max(0, at + 1 - MAX_NUMBER)
    if last is not None:
        low = max(low, last.end)
    window = fold(text[low : at + 1])
    near = window[-_NEAR_FOOTER:]
    footer = None
    if "-" in near or "—" in near or "–" in near:
        footer = _FOOTER.search(window, max(0, len(window) - _NEAR_FOOTER))
    if footer is not None:
        window = window[: footer.start()] + window[footer.end() :]

    def place(index: int) -> int:
        """Return where in the text the character at `index` of the window stands."""
        return low + index + (0 if footer is None or index < footer.start() else len(footer[0]))

    try:
        found = _serial_of(window)
        inherited = _inherit(window, found, low, last)
        if inherited is not None:
            yield Surface(place(found.start("serial")), at + 1, inherited)
            return
        behind = text[at + 1 : at + (_NEAR_TITLE if text.startswith("《", at + 1) else 7)]
        start, extra, parts = _read(window, behind, found)
        if not found["more"]:
            yield Surface(place(start), at + 1 + extra, _listed(window, start, parts, low, last))
            return
        serials = list(re.finditer(r"[0-9]+", window[found.start() : found.end("serial")]))
        for i, part in enumerate(serials):
            left = found.start() + part.start()
            end = at + 1 if part is serials[-1] else place(found.start() + part.end() - 1) + 1
            value = parts._replace(serial=_serial(part[0], part.span()))
            yield Surface(place(start if i == 0 else left), end, value)
    except _Refused:
        return


def _inherit(window: str, found: re.Match[str], low: int, last: Surface | None) -> NumberParts | None:
    """Read the further member of a list (国发〔2016〕51号、55号), which takes code and year from the one before."""
    if last is None or last.end != low or found["more"]:
        return None
    joint = _LIST_JOINT.match(window[: found.start()])
    if joint is None:
        return None
    serial = _serial(found["serial"], found.span("serial"))
    return last.parts._replace(serial=serial)


def _listed(window: str, start: int, parts: NumberParts, low: int, last: Surface | None) -> NumberParts:
    """Give what the number before prints to one that prints only its year (财税〔2016〕36号、〔2017〕58号)."""
    if parts.code is not None or last is None or last.end != low or not _LIST_JOINT.match(window[:start]):
        return parts
    if parts.form == "regular":
        return parts._replace(code=last.parts.code)
    if parts.word is None and last.parts.form != "regular":
        # 国家税务总局公告2012年第12号、2013年第8号
        return last.parts._replace(year=parts.year, serial=parts.serial)
    return parts


_CANONICAL = re.compile(r"([\u3400-\u9fff]{1,24})〔([0-9]{4})〕([1-9][0-9]{0,4})号")


def parse_number(text: str) -> NumberParts:
    """Read a whole string as one number (解析字号); ParseError where it is none.

    >>> parse_number("国办发 [２０１４] 66 号")
    NumberParts(form='regular', code='国办发', year=2014, serial=66, word=None)
    """
    plain = _CANONICAL.fullmatch(text)
    if plain is not None:
        code, year = plain[1], int(plain[2])
        if code in vocabulary().attested and FIRST_YEAR <= year <= LAST_YEAR:
            return NumberParts("regular", code, year, int(plain[3]))
    return _parse_loose(text)


def _parse_loose(text: str) -> NumberParts:
    if len(text) > MAX_NUMBER:
        raise ParseError(
            "number.length", f"a number has at most {MAX_NUMBER} characters", text, (MAX_NUMBER, len(text))
        )
    folded = fold(text)
    begin = len(folded) - len(folded.lstrip(" "))
    end = len(folded.rstrip(" "))
    if begin >= end:
        raise ParseError("number.empty", "there is no number in an empty string", text)
    at = folded.rfind("号", begin, end)
    if at < 0:
        raise ParseError("number.mark", "a number ends with 号", text, (end - 1, end))
    window = folded[begin : at + 1]
    try:
        found = _serial_of(window, single=True)
        start, extra, parts = _read(window, folded[at + 1 : end], found)
    except _Refused as refused:
        left, right = refused.span
        raise ParseError(refused.code, refused.message, text, (begin + left, begin + right)) from None
    if (
        "〔" in window[start:]
        and folded[at + 1 : end] == "〕"
        and window.count("〔", start) > window.count("〕", start)
    ):
        # 财政部令（第64号）: the bracket around the serial is the number's own.
        extra = 1
    if at + 1 + extra < end:
        raise ParseError("number.trailing", "something stands behind the number", text, (at + 1 + extra, end))
    if start:
        raise ParseError("number.leading", "something stands in front of the number", text, (begin, begin + start))
    return parts
