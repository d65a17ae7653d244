"""How a printed number departs from the form that the standard asks for (字号偏差)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from egovkit.grammar.numbers.parts import restore_digits
from egovkit.text.folding import fold, squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["DEVIATIONS", "Deviation", "deviations_of"]


class Deviation(NamedTuple):
    """What a deviation says (偏差说明), in Chinese and English."""

    term: str
    message: str


DEVIATIONS = {
    "brackets": Deviation("年份未用六角括号", "the year is not in the brackets 〔 and 〕"),
    "blank": Deviation("中间有空格或不可见字符", "a blank or an invisible character is inside"),
    "width": Deviation("数字全角", "a digit is full-width"),
    "han": Deviation("年份、顺序号用汉字数字", "a year or serial is written in Chinese numerals"),
    "short-year": Deviation("年份两位", "the year has two digits"),
    "year-first": Deviation("年份在代字之前", "the year is before the code"),
    "letters": Deviation("数字误作字母", "a letter is printed for a digit"),
    "ordinal": Deviation("顺序号前有“第”", "第 is before the serial"),
    "zero": Deviation("顺序号编虚位", "the serial is padded with zeros"),
    "expanded": Deviation("机关名称代替代字", "an organ's name is in place of its letters"),
}
"""Each deviation and what it says (偏差种类)."""

_YEAR = LatePattern(
    r"[〔匚〈<「『]? *['’‘]?(?P<year>[0-9]{4}|[0-9]{2}|[〇零○一二三四五六七八九]{4}) *(?:年? *[〕〉>」』]|年)"
)
_TAIL = LatePattern(r"(?P<ordinal>第)? *(?P<serial>[0-9]+|[〇零○一二三四五六七八九十百千]+) *号$")
_BARE = LatePattern("(?<=[\u4e00-\u9fff])(?<![年第])(?:19|20)[0-9]{2}第?[1-9][0-9]{0,3}号$")
_STANDARD = LatePattern("[\u4e00-\u9fff]+〔[12][0-9]{3}〕[1-9][0-9]*号")


def deviations_of(surface: str, code: str | None) -> tuple[str, ...]:
    """Return the deviations of a regular number's surface whose canonical code is `code` (偏差), keys of `DEVIATIONS`.

    >>> deviations_of("国务院办公厅发[2014]066 号", "国办发")
    ('brackets', 'blank', 'zero', 'expanded')
    >>> deviations_of("国办发 2014 66号", "国办发")
    ('brackets',)
    """
    # Nine of ten numbers are printed as the standard has it.
    if code is not None and surface.startswith(f"{code}〔") and _STANDARD.fullmatch(surface):
        return ()
    printed = squeeze(surface)
    folded = fold(printed)
    if _BARE.search(folded):
        # Where the brackets are lost all is said: to mend anything else alone makes it harder to read.
        return ("brackets",)
    restored = restore_digits(folded)
    plain = "".join(new if new != old else given for given, old, new in zip(printed, folded, restored, strict=True))
    found = {*_of_head(plain, code), *_of_tail(plain)}
    if printed != surface:
        found.add("blank")
    if restored != folded:
        found.add("letters")
    if any("０" <= c <= "９" for c in surface):
        found.add("width")
    return tuple(name for name in DEVIATIONS if name in found)


def _of_head(plain: str, code: str | None) -> Iterator[str]:
    """Yield the deviations of the code and the bracketed year."""
    folded = fold(plain)
    year = _YEAR.search(folded)
    if year is None:
        return
    if plain[year.start()] != "〔" or plain[year.end() - 1] != "〕":
        yield "brackets"
    if len(year["year"]) == 2:
        yield "short-year"
    if not year["year"].isascii():
        yield "han"
    printed = folded[: year.start()].replace("〔", "（").replace("〕", "）")
    if code is not None and printed and f"{printed}字" == code:
        # 财税（87）字第016号: the year is before the last letter.
        yield "year-first"
    elif code is not None and printed != code:
        yield "expanded" if printed else "year-first"


def _of_tail(plain: str) -> Iterator[str]:
    """Yield the deviations of the serial."""
    tail = _TAIL.search(fold(plain))
    if tail is None:
        return
    if tail["ordinal"]:
        yield "ordinal"
    if tail["serial"].startswith("0"):
        yield "zero"
    if not tail["serial"].isascii():
        yield "han"
