"""Numbers that a word processor generates before paragraphs (自动编号), whatever file says so: 一、（一）1. 第一条."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from egovkit.text import limits
from egovkit.text.numerals import write_han
from egovkit.text.patterns import LatePattern

__all__ = ["LEVELS", "Level", "ListOfNumbers", "Lists", "write_counter"]

LEVELS: Final = 9
_SLOT: Final = LatePattern(r"%([1-9])")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_FORMAL: Final = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN: Final = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
                 (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_HAN: Final = frozenset(
    ["chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand"]
)
_FORMAL_HAN: Final = frozenset(["chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"])
# Characters that Unicode has ready made: first code point and how many.
_READY: Final = {
    "decimalEnclosedCircle": (0x2460, 20),
    "decimalEnclosedCircleChinese": (0x2460, 20),
    "decimalEnclosedParen": (0x2474, 20),
    "decimalEnclosedFullstop": (0x2488, 20),
    "ideographEnclosedCircle": (0x3280, 10),
}
# A glyph of a symbol font has no character of its own.
_PRIVATE: Final = LatePattern("[\ue000-\uf8ff]")


def write_counter(number: int, form: str) -> str:
    """Write a counter in one of the number formats of WordprocessingML (编号格式); decimal for one not known.

    >>> [write_counter(12, form) for form in ("chineseCounting", "decimalEnclosedCircle", "lowerLetter", "upperRoman")]
    ['十二', '⑫', 'l', 'XII']

    Source: ECMA-376, part 1, 17.18.59 ST_NumberFormat.
    """
    if form in _READY and 1 <= number <= _READY[form][1]:
        return chr(_READY[form][0] + number - 1)
    if 0 <= number <= 9999:
        if form in _HAN:
            return write_han(number)
        if form in _FORMAL_HAN:
            return ("一" + write_han(number) if 10 <= number < 20 else write_han(number)).translate(_FORMAL)
        if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
            return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if form in ("ideographTraditional", "ideographZodiac"):
        series = _STEMS if form == "ideographTraditional" else _BRANCHES
        return series[number - 1] if 1 <= number <= len(series) else str(number)
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return str(number).translate({0x30 + digit: 0xFF10 + digit for digit in range(10)})
    return _western(number, form)


def _western(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        written, rest = "", number
        for value, letters in _ROMAN:
            written += letters * (rest // value)
            rest %= value
        return written.upper() if form == "upperRoman" else written
    if form in ("upperLetter", "lowerLetter") and 0 < number <= 26 * 10:
        letter = chr((65 if form == "upperLetter" else 97) + (number - 1) % 26)
        return letter * ((number - 1) // 26 + 1)
    if form == "numberInDash":
        return f"- {number} -"
    return f"{number:02}" if form == "decimalZero" else str(number)


@dataclass(slots=True)
class Level:
    """One level of a list: format, pattern (第%1章), first number, what follows, which level begins it anew."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None
    is_legal: bool = False


_PLAIN: Final = Level()
"""What a level is of which a file says nothing; made once, since each paragraph of a list asks for eight."""


@dataclass(slots=True)
class ListOfNumbers:
    """A numbering instance: its levels, and the abstract list whose counters it goes on with."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a document, and how far each has counted (编号列表)."""

    def __init__(self) -> None:
        self.lists: dict[str, ListOfNumbers] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, number: str | None, level: int | None) -> str:
        """Return the next number of a list at a level and what divides it from the text (编号文字); '' where none is.

        To be asked for once for each paragraph, in order: it counts.
        """
        found = self.lists.get(number or "")
        if found is None or level is None or level >= LEVELS or (at := found.levels.get(level)) is None:
            return ""
        counters = self._count(number or "", found, level, at)
        if at.form == "none":
            return ""
        if at.form == "bullet":
            return "• " if _PRIVATE.search(at.pattern) else f"{at.pattern[:1]} "

        def written(slot: Any) -> str:
            depth = int(slot[1]) - 1
            value = counters[depth]
            other = found.levels.get(depth, _PLAIN)
            form = "decimal" if at.is_legal and depth < level else other.form
            return write_counter(other.start if value is None else value, form)

        # A marker names each level once.
        text = _SLOT.sub(written, at.pattern[: limits.MAX_MARKER], count=LEVELS)[: limits.MAX_MARKER]
        # After 、 and ） a full-width mark is gap enough.
        gap = "" if not text or at.suffix == "nothing" or text[-1] in "、）。．：" else " "
        return text + gap

    def _count(self, number: str, found: ListOfNumbers, level: int, at: Level) -> list[int | None]:
        counters = self._counters.setdefault(found.abstract, [None] * LEVELS)
        begins = (number, level) not in self._begun and level in found.starts
        self._begun.add((number, level))
        if begins:
            counters[level] = found.starts[level]
        else:
            value = counters[level]
            counters[level] = at.start if value is None else value + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels.get(deeper, _PLAIN).restart
            if restart is None or (restart and level < restart):
                counters[deeper] = None
        return counters
