"""The grammar of numeral slogans (数字口号): 三网一库, 两网四库十二金, 一号一窗一网, 五个统一, 1+32+N.

A slogan is a row of groups, each a count and a head word; a `+` between counts makes the head optional.

>>> [(g.count, g.head) for g in parse_slogan("两网四库十二金")]
[(2, '网'), (4, '库'), (12, '金')]
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from egovkit.errors import ParseError
from egovkit.lexicon import any_of
from egovkit.text.folding import BLANKS, fold
from egovkit.text.limits import MAX_SLOGAN
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

__all__ = ["SloganGroup", "clean_slogan", "names_slogan", "parse_slogan"]

QUOTES: Final = "“”\"‘’'「」『』＂＇"
SEPARATORS: Final = "、，,·•;；/"

FOLDED: Final[dict[int, str | None]] = {
    **{0xFF01 + i: chr(0x21 + i) for i in range(94)},
    **dict.fromkeys(map(ord, BLANKS + QUOTES)),
}
"""Full-width ASCII to ASCII; quotes and blanks to nothing."""
_CLEANED: Final = FOLDED | dict.fromkeys(map(ord, SEPARATORS), "、")

_HAN_COUNTS: Final = "一二两双三四五六七八九十百廿卅"
_OPEN_COUNTS: Final = "NnXxMm"
# One digit, tens as 十二 and 二十, hundreds; a run of bare digits (一二三产业) is no count.
_HAN_COUNT: Final = LatePattern(
    r"(?:[一二两三四五六七八九]百)?(?:[一二三四五六七八九]?十|[廿卅])?[一二三四五六七八九]?"
)
# Round counts that stand alone before what they count: 百城千屏, 千村示范、万村整治.
_ROUND: Final = {"百": 100, "千": 1000, "万": 10000}
_ZERO: Final = "零〇"
_BREAKS: Final = _HAN_COUNTS + _OPEN_COUNTS + "0123456789+、"
# Counters that only lead over to the head word; 次 and 门 are head words themselves (一网、一门、一次).
_MEASURES: Final = "个大张项类种套件"


_NAMED: Final = LatePattern(lambda: any_of("slogans.words.named"))


@cache
def _whole_words() -> LatePattern:
    # What is before or after tells 单一 from 清单·一张网, 一体 from 一·体系, 一流 from 一·流程.
    return LatePattern(
        rf"{any_of('slogans.words.whole')}|(?<![清名菜])单一|(?<!协)同一|(?<![融整])合一"
        "|第[一二三四五六七八九十]+|一体(?!系)|一流(?!程)"
    )


@dataclass(frozen=True, slots=True)
class SloganGroup:
    """One group of a slogan (口号的一组): count (None for an open N), head word ("" in 1+32+N), and its place."""

    count: int | None
    head: str
    start: int
    end: int


def clean_slogan(text: str) -> str:
    """Return a slogan without quotes and blanks, with 、 for every separator and ASCII digits (规整).

    >>> clean_slogan("“一网，一门， 一次”"), clean_slogan("１＋３２＋Ｎ")
    ('一网、一门、一次', '1+32+N')
    """
    return text.translate(_CLEANED).strip("、")


def names_slogan(text: str, at: int) -> bool:
    """Say whether a text at a place names what a slogan before it is (所称何物): 工程, 行动, 体系.

    >>> names_slogan("“五号”工程", 4), names_slogan("“五号”文件", 4)
    (True, False)
    """
    return _NAMED.match(text, at) is not None


def parse_slogan(text: str) -> tuple[SloganGroup, ...]:
    """Read a numeral slogan into its groups (解析口号); offsets are those of the string as given.

    Counts are Chinese (一 … 十二, 两, 双), arabic or an open letter (N, X). Quotes, blanks and 、 between groups are
    passed over. ParseError codes: slogan.empty, slogan.length, slogan.count (a group starts without a count),
    slogan.head (a count without a head word), slogan.character (something no slogan is written with).

    >>> [(g.count, g.head) for g in parse_slogan("1+32+N")]
    [(1, ''), (32, ''), (None, '')]
    >>> [(g.count, g.head) for g in parse_slogan("五个统一")]
    [(5, '统一')]
    """
    if len(text) > MAX_SLOGAN:
        message = "a slogan has at most {most} characters"
        raise ParseError("slogan.length", message, text, (MAX_SLOGAN, len(text)), most=MAX_SLOGAN)
    folded = fold(text)
    at = [i for i, c in enumerate(folded) if c != " " and c not in QUOTES]
    while at and folded[at[-1]] in SEPARATORS:
        at.pop()
    if not at:
        raise ParseError("slogan.empty", "no slogan", text)
    return _Reader(text, "".join("、" if folded[i] in SEPARATORS else folded[i] for i in at), at).read()


class _Reader:
    def __init__(self, source: str, text: str, at: list[int]) -> None:
        self.source, self.text, self.at = source, text, at

    def fail(self, code: str, message: str, start: int, end: int | None = None) -> ParseError:
        last = len(self.source)
        first = self.at[start] if start < len(self.at) else last
        stop = self.at[end - 1] + 1 if end is not None and end > start else min(first + 1, last)
        return ParseError(code, message, self.source, (first, stop))

    def read(self) -> tuple[SloganGroup, ...]:
        text, groups, i = self.text, list[SloganGroup](), 0
        added = False
        while i < len(text):
            start = i
            count, i = self.count(i)
            head, i = self.head(i)
            plus = text.startswith("+", i)
            if not head and not plus and not added:
                raise self.fail("slogan.head", "a count needs the word for what it counts", start, i)
            groups.append(SloganGroup(count, head, self.at[start], self.at[i - 1] + 1))
            added = plus
            if plus or text.startswith("、", i):
                i += 1
                if i == len(text):
                    raise self.fail("slogan.count", "a group is missing at the end", i - 1, i)
        return tuple(groups)

    def count(self, i: int) -> tuple[int | None, int]:
        text = self.text
        if text[i] in _OPEN_COUNTS:
            return None, i + 1
        end = i
        while end < len(text) and text[end] in "0123456789":
            end += 1
        if end == i:
            match = _HAN_COUNT.match(text, i)
            end = match.end() if match else i
            # 一二三产业: the pattern stops inside a run of numerals, which is then no count.
            run_on = text[end : end + 1] in {*_HAN_COUNTS} and not _whole_words().match(text, end)
            if end > i and run_on and text[end - 1] not in "十百":
                raise self.fail("slogan.count", "a row of numerals is no count", i, end + 1)
        if end == i and text[i] in "双两":
            end = i + 1
        if end == i and self.is_round(i):
            return _ROUND[text[i]], i + 1
        if end == i:
            code = "slogan.count" if _is_han(text[i]) or text[i] in "+、" else "slogan.character"
            raise self.fail(code, "a group of a slogan starts with a count", i)
        number = 2 if text[i:end] in ("双", "两") else read_numeral(text[i:end])
        if not number:
            raise self.fail("slogan.count", "a count starts at 1", i, end)
        return number, end

    def is_round(self, i: int) -> bool:
        """Say whether 百, 千 or 万 at a place counts by itself what follows: no numeral does."""
        below = self.text[i + 1 : i + 2]
        return self.text[i] in _ROUND and below != "" and _is_han(below) and below not in {*_HAN_COUNTS, *_ROUND}

    def head(self, i: int) -> tuple[str, int]:
        text, start = self.text, i
        if i + 1 < len(text) and text[i] in _MEASURES and _is_han(text[i + 1]) and not self.is_round(i + 1):
            # After 个 the next character is the head word, also where it is a numeral: 三个一批, 五个一.
            start = i + 1
            word = _whole_words().match(text, start)
            i = word.end() if word else start + 1
        while i < len(text):
            word = _whole_words().match(text, i)
            if word:
                i = word.end()
            elif text[i] in _HAN_COUNTS and i == start:
                raise self.fail("slogan.count", "a row of numerals is no count", i)
            elif text[i] in _BREAKS or (i > start and (text[i] in _ZERO or self.is_round(i))):
                # 三网零库 counts what is not there: no slogan does.
                break
            elif not _is_han(text[i]):
                raise self.fail("slogan.character", "a head word is written with Chinese characters", i)
            else:
                i += 1
        return text[start:i], i


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇" or "\U00020000" <= char <= "\U0003ffff"
