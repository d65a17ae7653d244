"""Where a text may have a date: at each 年 after a year, and each separator after four digits (年号与分隔符)."""

from __future__ import annotations

import re
from typing import Final

from egovkit.grammar.dates.shapes import DIGIT, FISCAL, HAN_DIGIT, SEPARATORS
from egovkit.text.folding import SPACES
from egovkit.text.limits import MAX_SEPARATED_YEAR, MIN_SEPARATED_YEAR
from egovkit.text.numerals import ARABIC_DIGITS, HAN_DIGITS, HAN_ZEROS
from egovkit.text.patterns import LatePattern

__all__ = ["date_signs"]

# Each pattern begins with one plain character, which `re` finds as fast as str.find does.
_ANY_DIGIT: Final = f"[{ARABIC_DIGITS}{HAN_ZEROS}{HAN_DIGITS}]"
_BEHIND_YEAR: Final = (
    f"[12１２]{DIGIT}{{3}}",
    f"[一二]{HAN_DIGIT}{{3}}",
    f"[零〇○十][十{HAN_DIGITS}]",
    "[零〇○一二]十",
    f"{_ANY_DIGIT}[学财{SPACES}]",
    f"{_ANY_DIGIT}{FISCAL}",
    f"{_ANY_DIGIT}[{SPACES}]{FISCAL}",
    f"{_ANY_DIGIT}[{SPACES}]{{2}}{FISCAL}",
    f"{_ANY_DIGIT}[{SPACES}][学财{SPACES}]",
    f"{_ANY_DIGIT}[{SPACES}]{{2}}[学财{SPACES}]",
)
_YEAR_SIGN: Final = LatePattern(f"年(?:{'|'.join(f'(?<={shape}年)' for shape in _BEHIND_YEAR)})")
_CENTURIES: Final = "|".join(
    str(century) for century in range(MIN_SEPARATED_YEAR // 100, MAX_SEPARATED_YEAR // 100 + 1)
)
_WIDE_CENTURIES: Final = _CENTURIES.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
_SEPARATOR_SIGNS: Final = (
    *(
        (
            c,
            LatePattern(
                rf"{re.escape(c)}(?<=(?:{_CENTURIES}|{_WIDE_CENTURIES}){DIGIT}{DIGIT}{re.escape(c)})(?={DIGIT})"
            ),
        )
        for c in SEPARATORS
    ),
    *(
        (c, LatePattern(rf"{c}(?<=[(（]{DIGIT}{DIGIT}{DIGIT}{DIGIT}{c})(?={DIGIT}{DIGIT}{DIGIT}{DIGIT}[)）])"))
        for c in "—–~～至"
    ),
)


def date_signs(text: str) -> list[int]:
    """Return in order where a 年 or the first separator of a date may be (日期标志).

    >>> date_signs("国发〔2014〕66号，2014年11月、2014.11.26、2014.3亿")
    [16, 25, 36]
    """
    # Most texts have few of the separators, and to say so costs less than to begin a search.
    signs = [sign for separator, sign in _SEPARATOR_SIGNS if separator in text]
    return sorted([found.start() for sign in (_YEAR_SIGN, *signs) for found in sign.finditer(text)])
