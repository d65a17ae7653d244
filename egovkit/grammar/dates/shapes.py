"""What a date can look like (日期的写法): 2014年11月26日, 二〇一四年十一月, 2014.11.26, and what joins two of them.

Each pattern has some of the groups y, m, d.

>>> parts_of(WRITTEN.match("二〇一四年元月"))
(2014, 1, None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from egovkit.grammar.dates.parts import DateParts
from egovkit.text.folding import LINE_ENDS, SPACES
from egovkit.text.numerals import HAN_DIGITS, HAN_ZEROS, HOUSES, read_numeral
from egovkit.text.patterns import AnyPattern, LatePattern

__all__ = [
    "BARE_YEAR",
    "CONNECT",
    "CONNECTORS",
    "DAY",
    "DIGIT",
    "FISCAL",
    "FISCAL_YEARS",
    "GAP",
    "HAN_DIGIT",
    "JOINT",
    "MONTH",
    "SEPARATED",
    "SEPARATED_MONTH",
    "SEPARATORS",
    "SHORT",
    "SHORT_SEPARATED",
    "SLASH",
    "SPELLED_YEAR",
    "WRITTEN",
    "YEAR",
    "ends_after",
    "inherited",
    "part_of",
    "parts_of",
    "without_blanks",
]

CONNECTORS: Final = "-—–―‒─－﹣~～〜∼至到"
"""What is between the two ends of a range."""

DIGIT: Final = "[0-9０-９]"
HAN_DIGIT: Final = f"[{HAN_ZEROS}{HAN_DIGITS}]"
SEPARATORS: Final = "-－./／．"
_SEP: Final = f"[{SEPARATORS}]"
# Line breaks part one line from the next; only _BREAK lets a single one be inside a date, where a cell was narrow.
GAP: Final = f"[{SPACES}]{{0,3}}"
_BREAK: Final = rf"{GAP}(?:\r?\n)?{GAP}"
CONNECT: Final = f"{GAP}[{CONNECTORS}]{{1,2}}{GAP}"

YEAR: Final = f"(?:[12１２]{DIGIT}{{3}}|[一二]{HAN_DIGIT}{{3}})"
# 两千零四年, as speech is written down.
SPELLED_YEAR: Final = f"[二两]千[零〇○](?:[一二]?十[{HAN_DIGITS}]?|[{HAN_DIGITS}])"
MONTH: Final = f"(?:{DIGIT}{{1,2}}|[{HAN_DIGITS}十〇零○]{{1,2}}|元)"
DAY: Final = f"(?:{DIGIT}{{1,2}}|[{HAN_DIGITS}十廿卅〇零○]{{1,3}})"
# 26号 is a day in speech, 26号楼 a house. Before a connector the unit may wait for the other end: 1—6月, 1—7日.
_MONTH_UNIT: Final = f"{_BREAK}(?:月份?|(?={CONNECT}{MONTH}{GAP}月))"
_DAY_UNIT: Final = f"{_BREAK}(?:日|号(?![{HOUSES}令文])|(?={CONNECT}(?:{MONTH}{GAP}月{GAP})?{DAY}{GAP}日))"
# 日 may be left out (八月十五), where nothing follows that could be counted.
_BARE_DAY: Final = rf"(?:[{HAN_DIGITS}十廿卅]{{1,3}}|{DIGIT}{{1,2}})(?=\Z|[，。；：、！？）)」”》{LINE_ENDS}]|[{SPACES}]{{1,8}}(?:[{LINE_ENDS}]|\Z))"

FISCAL_YEARS: Final = ("会计", "纳税", "财政")
FISCAL: Final = f"(?:{'|'.join(FISCAL_YEARS)})"
WRITTEN: Final = LatePattern(
    # 年度假 is 年 and 度假, a holiday.
    f"(?P<y>{YEAR}|{SPELLED_YEAR}){GAP}(?:学年度?|财年|{FISCAL}年度|年度(?!假)|"
    f"年(?:{_BREAK}(?P<m>{MONTH}){_MONTH_UNIT}(?:{_BREAK}(?P<d>{DAY}){_DAY_UNIT}|(?P<bare>{_BARE_DAY}))?)?)"
)
# Pages that lost their blanks print 2022-02-2410:13:40.
SEPARATED: Final = LatePattern(
    rf"(?P<y>{DIGIT}{{4}})({_SEP})(?P<m>{DIGIT}{{1,2}})\2"
    f"(?P<d>{DIGIT}{{2}}(?={DIGIT}{{2}}[:：]{DIGIT}{{2}})|{DIGIT}{{1,2}}(?!{DIGIT}))"
)
SEPARATED_MONTH: Final = LatePattern(f"(?P<y>{DIGIT}{{4}}){_SEP}(?P<m>{DIGIT}{{1,2}})(?!{DIGIT})")
BARE_YEAR: Final = LatePattern(f"(?P<y>{DIGIT}{{4}}|{HAN_DIGIT}{{4}})(?!{DIGIT})")

# The other end of a range may leave out what it shares with the first.
SHORT: Final = LatePattern(f"(?=.{{0,6}}[月日号])(?:(?P<m>{MONTH}){GAP}月份?)?(?:{_BREAK}(?P<d>{DAY}){_BREAK}[日号])?")
SHORT_SEPARATED: Final = LatePattern(f"(?:(?P<m>{DIGIT}{{1,2}}){_SEP})?(?P<d>{DIGIT}{{1,2}})(?!{DIGIT}|[:：时点月年.])")

# What may follow the first end: （含当日）, 24时, 9:00:00, 起，, 年底, 第一季度.
_HOUR: Final = f"(?:{DIGIT}{{1,2}}|[{HAN_DIGITS}十零]{{1,3}})"
_ASIDE: Final = (
    rf"[（(][^（()）\n]{{1,12}}[)）]|起(?:[，,](?=[至到]))?|年?[底初末]|[上中下]旬|[上下]半年|"
    "第?[一二三四1-4]季度|[春夏秋冬]季|[上中下]午|凌晨|晚上?|"
    f"{_HOUR}{GAP}[时点](?:整|{DIGIT}{{1,2}}分)?|"
    f"{DIGIT}{{1,2}}[:：]{DIGIT}{{2}}(?:[:：]{DIGIT}{{2}})?时?"
)
JOINT: Final = LatePattern(f"(?:{GAP}(?:{_ASIDE})){{0,4}}{CONNECT}")
# A slash joins two bare years (2020/2021年度) and the ends of the canonical form.
SLASH: Final = LatePattern(f"(?:{GAP}(?:{_ASIDE})){{0,4}}(?:{CONNECT}|{GAP}[/／]{GAP})")


@lru_cache(maxsize=4096)
def part_of(printed: str | None) -> int | None:
    """Return the number that a year, month or day is written as, None for what is not written (数值)."""
    if printed is None:
        return None
    # 十十 has the shape of a numeral and is none; 0 is refused like any other impossible part.
    return 1 if printed == "元" else read_numeral(printed) or 0


def parts_of(found: re.Match[str]) -> DateParts:
    """Return the parts that a pattern of this module found (各部分)."""
    groups = found.groupdict()
    day = groups.get("d") or groups.get("bare")
    return (part_of(groups.get("y")) or 0, part_of(groups.get("m")), part_of(day))


def inherited(parts: DateParts, first: DateParts) -> DateParts | None:
    """Complete the end of a range by its first date (承前); None where it cannot be one."""
    year, month, day = parts
    if year:
        return parts
    if first[1] is None or (month is None and (day is None or first[2] is None)):
        return None
    return (first[0], first[1] if month is None else month, day)


def ends_after(
    text: str, first: re.Match[str], joint: AnyPattern, shapes: Sequence[AnyPattern]
) -> Iterator[re.Match[str]]:
    """Yield what may be the other end of a range after its first date, in the order of `shapes` (止日)."""
    joined = joint.match(text, first.end())
    if joined is not None:
        for shape in shapes:
            # In 2021-07-16-18 nothing says which hyphen joins two dates.
            if shape is SHORT_SEPARATED and (first.re.pattern != SEPARATED.pattern or first[2] in joined[0]):
                continue
            found = shape.match(text, joined.end())
            if found is not None:
                yield found


def without_blanks(text: str, blanks: str) -> tuple[str, Sequence[int]]:
    """Return a text without blanks (去空白), and for each character of it and its end the place in the text as given."""
    if text.isprintable() and " " not in text:
        return text, range(len(text) + 1)
    places = [i for i, c in enumerate(text) if c not in blanks]
    return "".join([text[i] for i in places]), [*places, len(text)]
