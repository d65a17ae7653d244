"""Annexes (附件): the note that lists them, and the labels that are above their texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

__all__ = ["Annex", "AnnexLabel", "label_number", "label_word", "read_annex_link", "read_entries", "read_label"]

_HAN: Final = "一二三四五六七八九十"
_LABEL: Final = LatePattern(
    rf"[#*\[\-{BLANKS}]*(附[{BLANKS}]*(?:件(?:下载|列表)(?=[：:])|件|表|录|图)?[{BLANKS}]*(?:之)?(?:[0-9０-９]{{1,2}}(?:[-－—][0-9]{{1,2}})?|[{_HAN}]{{1,3}})?)[{BLANKS}]*([：:.．、\-－—]|[{BLANKS}]|(?=[《])|\**$)[{BLANKS}*]*"
)
_LABEL_NUMBER: Final = LatePattern(rf"(?:[0-9０-９]+|[{_HAN}]+)$")
_ENTRY: Final = LatePattern(
    rf"(?:附[{BLANKS}]*[件表录])?[{BLANKS}]*(?:([0-9０-９]{{1,2}})|([{_HAN}]{{1,3}})|[（(]([0-9{_HAN}]{{1,2}})[)）]|([①-⑳]))[{BLANKS}]*(?:[.．、：:]|(?<=[)）①-⑳])|(?=《))[{BLANKS}]*"
)
_CIRCLED: Final = 20
_TRAILING: Final = BLANKS + "。；;，,、*"
_MAX_ENTRY: Final = 120
# 附：关于某事的请示　某政〔1988〕29号: the number of what is annexed.
_NUMBER_LAST: Final = LatePattern(
    rf"[{BLANKS}]+[\u3400-\u9fff（）()]{{1,16}}[〔\[（(][0-9]{{4}}[〕\])）]第?[0-9]{{1,5}}号[。；;]?$"
)
_COUNT: Final = LatePattern(r"[0-9]{1,2}[.．、](?![0-9])")
_LINK: Final = LatePattern(r"\]\([^()]*\)$")
_FILE_TYPE: Final = LatePattern(r"\.(?:docx?|pdf|wps|ofd|xlsx?|et|zip|rar|pptx?|jpe?g|png)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex as its document names it (附件): `title` without its number; `start` and `end` delimit it.

    >>> Annex("申请表", 5, 8).title
    '申请表'
    """

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AnnexLabel:
    """A line that opens with 附件: its label, whether a colon follows it, and where the words begin."""

    label: str
    colon: bool
    words: int


def read_label(line: str) -> AnnexLabel | None:
    """Read a line that opens with 附件 (读附件标识); None where it is a sentence that begins so.

    >>> read_label("附件1"), read_label("附件：申请表"), read_label("附件所列机关") is None
    (AnnexLabel(label='附件1', colon=False, words=3), AnnexLabel(label='附件', colon=True, words=3), True)
    """
    found = _LABEL.match(line)
    if found is None or len(line) > 2000:
        return None
    label = squeeze(found[1]).removesuffix("下载").removesuffix("列表")
    # 附 alone is any word's; with a colon it lists.
    if len(label) == 1 and found[2] not in "：:":
        return None
    return AnnexLabel(label, found[2] != "" and found[2] in "：:", found.end())


def label_number(label: AnnexLabel) -> int:
    """Return the number that a label bears (附件序号): 2 of 附件2 and of 附件1-2, 0 without one.

    >>> label_number(AnnexLabel("附件十二", False, 4)), label_number(AnnexLabel("附件1-2", False, 5))
    (12, 2)
    """
    found = _LABEL_NUMBER.search(label.label)
    return (found is not None and read_numeral(found[0])) or 0


def label_word(line: str) -> str | None:
    """Return the label of an annex that a line opens with (附件标识的字面); None without one.

    >>> label_word("附 件 1：申请表")
    '附件1'
    """
    label = read_label(line)
    return label.label if label is not None else None


def read_annex_link(line: str) -> AnnexLabel | None:
    """Read a line that is a link to an annex's file (附件链接): its label; None where it is something else.

    >>> read_annex_link("- [附件1-申请表.pdf](/a/1.pdf)"), read_annex_link("[申请表.pdf](/a/1.pdf)") is None
    (AnnexLabel(label='附件1', colon=False, words=7), True)
    """
    found = _LINK.search(line) if "[附" in line[:8] and line.endswith(")") else None
    return read_label(line) if found is not None else None


def clean_entry(title: str) -> str:
    """Return the title of an annex without blanks and what is around it (附件题名).

    >>> clean_entry("《申请表》；"), clean_entry("申请表（样式）.docx")
    ('申请表', '申请表（样式）')
    """
    title = (
        _COUNT.sub("", title.lstrip("#* " + BLANKS), count=1) if _COUNT.match(title.lstrip("#* " + BLANKS)) else title
    )
    if title[-1:] in "号。；;":
        title = _NUMBER_LAST.sub("", title)
    title = _FILE_TYPE.sub("", _LINK.sub("", squeeze(title)).strip(_TRAILING))
    if title.startswith("《") and title.endswith("》") and title.find("》") == len(title) - 1:
        title = title[1:-1]
    return title


def read_entries(line: str, start: int, words: int, expected: int, labelled: int | None = None) -> list[Annex]:
    """Read the numbered entries of a line of the note (读附件说明).

    The first has to bear the number `expected`, or none where that is 1. Notes leave numbers out: a later line may
    be one further, and the first entry after 附件： may bear any. `labelled` is the number that the label
    itself bears (附件1：), which is the first entry's.

    >>> [annex.title for annex in read_entries("附件：1.甲表 2.乙表 4.丁表", 0, 3, 1)]
    ['甲表', '乙表', '丁表']
    >>> [annex.title for annex in read_entries("附件1：甲表；附件2：乙表", 0, 4, 1, labelled=1)]
    ['甲表', '乙表']
    """
    if labelled is not None:
        return _entries(line, start, words, labelled)
    found = _ENTRY.match(line, words)
    number = _number(found) if found is not None else None
    if found is None or number is None:
        return [] if expected > 1 else _entries(line, start, words, None)
    if number == expected or (_leaves_out(line, found) and (words if expected == 1 else number == expected + 1)):
        return _entries(line, start, found.end(), number, enclosed=bool(found[3] or found[4]))
    return [] if expected > 1 or number != 1 else _entries(line, start, words, None)


def _leaves_out(line: str, found: re.Match[str]) -> bool:
    """Say whether an entry's number is surely one: no decimal follows it (2.0版说明)."""
    return not line[found.end() : found.end() + 1].isdigit()


def _entries(line: str, start: int, at: int, number: int | None, *, enclosed: bool = False) -> list[Annex]:
    """Read the entries of a line from `at`, where the title of number `number` begins; None reads the rest as one.

    Where that is `enclosed`, as （1） and ① are, so are those of the entries after it.
    """
    entries: list[Annex] = []
    while True:
        after = _next_entry(line, at, number, enclosed) if number is not None else None
        stop = after.start() if after is not None else len(line)
        title = clean_entry(line[at:stop])
        if title and len(title) <= _MAX_ENTRY:
            entries.append(Annex(title, start + at, start + len(line[:stop].rstrip(_TRAILING))))
        if after is None:
            return entries
        number, at = _value(after[1] or after[2]), after.end()


def _next_entry(line: str, at: int, number: int, enclosed: bool) -> re.Match[str] | None:
    """Find the next entry of the same line: it bears the next number, or the one after that if none does."""
    return _numbered(number + 1, enclosed).search(line, at) or _numbered(number + 2, enclosed).search(line, at)


@lru_cache(maxsize=64)
def _numbered(number: int, enclosed: bool) -> re.Pattern[str]:
    # After a blank or a mark; a numeral in Han characters only with its label: 附件二.
    han = _HAN[number - 1] if number <= len(_HAN) else "(?!)"
    if enclosed:
        circled = chr(ord("①") + number - 1) if number <= _CIRCLED else "(?!)"
        return re.compile(
            rf"(?<!第)[（(]({number}|{han})[)）](?![类级批号期款项])[.．、]?[{BLANKS}]*|({circled})[.．、]?[{BLANKS}]*"
        )
    label = rf"附[{BLANKS}]*件[{BLANKS}]*"
    return re.compile(
        rf"(?<=[{BLANKS}；;。，,、）)》])[{BLANKS}]*(?:(?:{label})?({number})|{label}({han}))[{BLANKS}]?[.．、：:](?![0-9])[{BLANKS}]*"
    )


def _number(found: re.Match[str]) -> int | None:
    return _value(found[1] or found[2] or found[3] or found[4]) or None


def _value(printed: str) -> int:
    return ord(printed) - ord("①") + 1 if "①" <= printed <= "⑳" else read_numeral(printed) or 0
