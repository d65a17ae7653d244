"""Chinese and arabic numerals (数字).

>>> read_numeral("七十三"), read_numeral("二〇一四"), read_numeral("６６"), read_numeral("廿八")
(73, 2014, 66, 28)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from egovkit.text.limits import MAX_NUMERAL
from egovkit.text.patterns import LatePattern

__all__ = ["ARABIC_DIGITS", "HAN_DIGITS", "HAN_NUMERALS", "HAN_ZEROS", "HOUSES", "ROOMS", "read_numeral", "write_han"]

ARABIC_DIGITS: Final = "0123456789０１２３４５６７８９"
"""The arabic digits of a document, ASCII and full-width; those of other scripts never number one."""

HAN_DIGITS: Final = "一二三四五六七八九"
"""The Chinese digits from one to nine."""

HAN_ZEROS: Final = "〇零○◯OＯoΟО0０"
"""What documents print for the zero of a positional numeral: 〇, its look-alikes (circle, Latin, Greek, Cyrillic), 0."""

HAN_NUMERALS: Final = "〇零○一二三四五六七八九十百千两廿卅"
"""The characters that a Chinese numeral of a document is written with."""

HOUSES: Final = "楼院线"
"""What a numeral and 号 name with one of these after them, wherever they are: a house, a yard, a line (26号楼)."""

ROOMS: Final = "室路幢栋"
"""The same where a number may be, but no day: 26号室内活动 and 26号路演 are of a day."""

_TO_ASCII: Final = str.maketrans(
    HAN_ZEROS + HAN_DIGITS + "两壹贰叁肆伍陆柒捌玖拾佰仟", "0" * len(HAN_ZEROS) + "1234567892123456789十百千"
)
# A number below ten thousand. 十二 leaves its leading 一 out; 一百十二 is colloquial and read as well.
_SECTION: Final = LatePattern("(?:([1-9])千(?:0(?!$))?)?(?:([1-9])百(?:0(?!$))?)?(?:([1-9]?)十|([廿卅卌]))?([1-9])?")
_CONTRACTED: Final = {"廿": 20, "卅": 30, "卌": 40}


def read_numeral(text: str) -> int | None:
    """Read a whole string as a non-negative number (读数); None where it is no numeral.

    Arabic digits (ASCII and full-width), positional Chinese digits (二〇一四), and Chinese numerals with
    tens, hundreds, thousands and ten thousands (一百二十三, 十二, 廿八, 三万五千) are read. Mixed forms (2十) are no
    numerals, nor is anything longer than `MAX_NUMERAL` characters.

    >>> read_numeral("一百零三"), read_numeral("十"), read_numeral("百十") is None, read_numeral("")
    (103, 10, True, None)
    """
    return _read(text) if 0 < len(text) <= MAX_NUMERAL else None


# A text has few numerals, each of them often.
@lru_cache(maxsize=4096)
def _read(text: str) -> int | None:
    if text.strip(ARABIC_DIGITS) == "":
        return int(text)
    if any(c in "123456789１２３４５６７８９" for c in text):
        return None
    digits = text.translate(_TO_ASCII)
    if digits.isdecimal() and digits.isascii():
        return int(digits)
    above, ten_thousand, below = digits.rpartition("万")
    if not ten_thousand:
        return _read_section(digits)
    high, low = _read_section(above), _read_section(below.removeprefix("0")) if below else 0
    return None if high is None or low is None else high * 10_000 + low


def _read_section(digits: str) -> int | None:
    found = _SECTION.fullmatch(digits)
    if not digits or found is None:
        return None
    thousands, hundreds, tens, contracted, ones = found.groups()
    # An empty string stands for the 一 left out before 十, None for no 十 at all.
    ten = _CONTRACTED[contracted] if contracted else 0 if tens is None else int(tens or 1) * 10
    return int(thousands or 0) * 1000 + int(hundreds or 0) * 100 + ten + int(ones or 0)


def write_han(number: int) -> str:
    """Write a number from 0 to 9999 as a Chinese numeral (写作汉字), as headings and articles do.

    >>> write_han(12), write_han(103), write_han(66), write_han(1001)
    ('十二', '一百零三', '六十六', '一千零一')
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"{number} is outside 0..9999")
    if number == 0:
        return "零"
    units = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
    digits = [(number // unit % 10, name) for unit, name in units]
    written = "".join(HAN_DIGITS[digit - 1] + name if digit else "零" for digit, name in digits)
    # One 零 stands for a whole gap, and none at either end.
    written = re.sub("零+", "零", written).strip("零")
    return written.removeprefix("一") if written.startswith("一十") else written
