"""The numbers that a word processor generates in front of paragraphs (自动编号): 一、（一）1. 第一条."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from egovkit.interchange.word_package import Part
from egovkit.text import limits
from egovkit.text.numerals import write_han

__all__ = ["Numbering", "write_counter"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL: Final = _W + "val"
_LEVELS: Final = 9
_SLOT: Final = re.compile(r"%([1-9])")
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
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


@lru_cache(maxsize=4096)
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
class _Level:
    """One level of a list: format, pattern (第%1章), first number, what follows, which level begins it anew."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None
    is_legal: bool = False


@dataclass(slots=True)
class _List:
    """A numbering instance: its levels, and the abstract list whose counters it goes on with."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a docx and how far each has counted (编号)."""

    def __init__(self, main: Part) -> None:
        self._styles: dict[str, Any] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._linked: set[tuple[str, int, str]] = set()
        self._of_style: dict[str, tuple[str | None, int | None]] = {}
        for styles in main.related("styles"):
            for style in styles.root.iter(_W + "style"):
                self._styles[style.get(_W + "styleId", "")] = style
        self._default = next(
            (name for name, style in self._styles.items()
             if style.get(_W + "default") in ("1", "true") and style.get(_W + "type") == "paragraph"), ""
        )  # fmt: skip
        for part in main.related("numbering"):
            self._read(part.root)

    def marker(self, paragraph: Any) -> str:
        """Return the number in front of a paragraph and what divides it from the text (编号文字); '' where none is.

        To be asked for once for each paragraph, in order: it counts.
        """
        number, level = self._place(paragraph)
        found = self._lists.get(number or "")
        if found is None or level is None or level >= _LEVELS or (at := found.levels.get(level)) is None:
            return ""
        counters = self._count(number or "", found, level, at)
        if at.form == "none":
            return ""
        if at.form == "bullet":
            return "• " if _PRIVATE.search(at.pattern) else f"{at.pattern[:1]} "

        def written(slot: Any) -> str:
            depth = int(slot[1]) - 1
            value = counters[depth]
            other = found.levels.get(depth, _Level())
            form = "decimal" if at.is_legal and depth < level else other.form
            return write_counter(other.start if value is None else value, form)

        # A marker names each level once.
        text = _SLOT.sub(written, at.pattern[: limits.MAX_MARKER], count=_LEVELS)[: limits.MAX_MARKER]
        # Behind 、 and ） a full-width mark is gap enough.
        gap = "" if not text or at.suffix == "nothing" or text[-1] in "、）。．：" else " "
        return text + gap

    def _count(self, number: str, found: _List, level: int, at: _Level) -> list[int | None]:
        counters = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        begins = (number, level) not in self._begun and level in found.starts
        self._begun.add((number, level))
        if begins:
            counters[level] = found.starts[level]
        else:
            value = counters[level]
            counters[level] = at.start if value is None else value + 1
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels.get(deeper, _Level()).restart
            if restart is None or (restart and level < restart):
                counters[deeper] = None
        return counters

    def _place(self, paragraph: Any) -> tuple[str | None, int | None]:
        """Say which list and level a paragraph is in, by itself or by its style."""
        properties = paragraph.find(_W + "pPr")
        style, number, level = self._default, None, None
        if properties is not None:
            named = properties.find(_W + "pStyle")
            style = named.get(_VAL, "") if named is not None else style
            number, level = _numbered(properties)
        if number is None:
            number, of_style = self._by_style(style)
            level = of_style if level is None else level
        return (None, None) if number in (None, "0") else (number, level or 0)

    def _by_style(self, name: str) -> tuple[str | None, int | None]:
        number, level = self._inherited(name)
        if number is not None and level is None:
            # A style without a level of its own stands in the list at the level that names it.
            found = self._lists.get(number)
            levels = found.levels if found is not None else {}
            level = next((depth for depth in levels if found and (found.abstract, depth, name) in self._linked), 0)
        return number, level

    def _inherited(self, name: str) -> tuple[str | None, int | None]:
        """Say which list and level a style gives, itself or by what it is based on; each style is asked once."""
        chain: list[str] = []
        at = name
        while at in self._styles and at not in self._of_style:
            # A chain that comes back to itself ends there.
            self._of_style[at] = (None, None)
            chain.append(at)
            based = self._styles[at].find(_W + "basedOn")
            at = based.get(_VAL, "") if based is not None else ""
        number, level = self._of_style.get(at, (None, None))
        for at in reversed(chain):
            properties = self._styles[at].find(_W + "pPr")
            own, of_own = _numbered(properties) if properties is not None else (None, None)
            if own is not None:
                number, level = own, of_own
            elif of_own is not None:
                level = of_own
            self._of_style[at] = (number, level)
        return number, level

    def _read(self, root: Any) -> None:
        abstracts = {one.get(_W + "abstractNumId", ""): one for one in root.iter(_W + "abstractNum")}
        by_link = {
            link.get(_VAL, ""): one for one in abstracts.values() if (link := one.find(_W + "styleLink")) is not None
        }
        own = {name: _levels(one) for name, one in abstracts.items()}
        levels_of: dict[str, dict[int, _Level]] = {}
        for name, one in abstracts.items():
            link = one.find(_W + "numStyleLink")
            base = by_link.get(link.get(_VAL, ""), one) if link is not None else one
            levels_of[name] = own[base.get(_W + "abstractNumId", "")]
            for level in one.iter(_W + "lvl"):
                style = level.find(_W + "pStyle")
                if style is not None:
                    self._linked.add((name, _integer(level.get(_W + "ilvl"), 0), style.get(_VAL, "")))
        for number in root.iter(_W + "num"):
            named = number.find(_W + "abstractNumId")
            abstract = named.get(_VAL, "") if named is not None else ""
            found = _List(abstract, levels_of.get(abstract, {}))
            name = number.get(_W + "numId", "")
            for override in number.iter(_W + "lvlOverride"):
                depth = _integer(override.get(_W + "ilvl"), 0)
                level = override.find(_W + "lvl")
                if level is not None and depth < _LEVELS:
                    # The levels are those of every instance, until one has its own.
                    found.levels = {**found.levels, depth: _level(level)}
                start = override.find(_W + "startOverride")
                if start is not None:
                    found.starts[depth] = _integer(start.get(_VAL), 1)
            self._lists[name] = found


def _levels(abstract: Any) -> dict[int, _Level]:
    """Read the levels of a list, of which there are nine whatever a file says."""
    placed = ((_integer(level.get(_W + "ilvl"), 0), level) for level in abstract.iter(_W + "lvl"))
    return {depth: _level(level) for depth, level in placed if depth < _LEVELS}


def _numbered(properties: Any) -> tuple[str | None, int | None]:
    found = properties.find(_W + "numPr")
    if found is None:
        return None, None
    number, level = found.find(_W + "numId"), found.find(_W + "ilvl")
    return (
        number.get(_VAL) if number is not None else None,
        _integer(level.get(_VAL), 0) if level is not None else None,
    )


def _level(element: Any) -> _Level:
    def value(tag: str, default: str) -> str:
        found = element.find(_W + tag)
        return default if found is None else str(found.get(_VAL, default))

    restart = value("lvlRestart", "")
    legal = element.find(_W + "isLgl")
    return _Level(
        form=value("numFmt", "decimal"),
        pattern=value("lvlText", ""),
        start=_integer(value("start", "1"), 1),
        suffix=value("suff", "tab"),
        restart=_integer(restart, 0) if restart else None,
        is_legal=legal is not None and legal.get(_VAL, "1") not in ("0", "false"),
    )


def _integer(text: str | None, default: int) -> int:
    """Read a number of the file, which may be any string: at most nine digits, so that it stays one."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 9 else default
