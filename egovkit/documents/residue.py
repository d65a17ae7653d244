"""What a web page left around a document (站点残留): navigation, adverts, page numbers.

Lines inside the text count only where the whole line is such a word or a page number; around it, also where they
contain one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from egovkit.lexicon import any_of, words
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

__all__ = [
    "FILE_NAME",
    "PAGE_NUMBER",
    "SHORT",
    "is_residue",
    "is_trail",
    "page_number",
    "residue_word",
    "residue_words",
]

_OF_PAGE: Final = "—–-－─第"
"""What a page number begins with."""
PAGE_NUMBER: Final = LatePattern(
    r"[—–\-－─]{1,2}\s{0,3}[0-9０-９]{1,4}\s{0,3}[—–\-－─]{1,2}|第\s?[0-9]{1,4}\s?页\s?[，,/]?\s?(?:共\s?[0-9]{1,4}\s?页)?"
)
FILE_NAME: Final = LatePattern(r"\.(?:docx?|pdf|wps|ofd|html?|txt|rtf|xlsx?|png|jpe?g|gif|zip|rar)$", re.IGNORECASE)
SHORT: Final = 60
# Where one is on a site: 首页 > 政务公开 > 政策文件.
_CRUMB: Final = r"[^>＞»›。，：\s][^>＞»›。，：]{0,24}"
CRUMBS: Final = LatePattern(rf"{_CRUMB}(?:[>＞»›]{{1,2}}\s{{0,4}}{_CRUMB}){{1,8}}[>＞»›]?")
_TRAIL: Final = 240


class Residue(NamedTuple):
    whole: frozenset[str]
    whole_ends: frozenset[str]
    parts: re.Pattern[str]
    footer: re.Pattern[str]
    foot: re.Pattern[str]
    after: tuple[str, ...]


@cache
def residue_words() -> Residue:
    """Return the words of the table (残留词), read on first use."""
    whole = words("residue.whole")
    return Residue(
        frozenset(whole),
        frozenset([*(word[-1] for word in whole), *BLANKS]),
        re.compile(any_of("residue.parts")),
        re.compile(any_of("residue.footer")),
        re.compile(any_of("residue.footer", "residue.after")),
        words("residue.after"),
    )


def page_number(line: str) -> bool:
    """Say whether a line is a page number and nothing else (页码).

    >>> page_number("— 3 —"), page_number("第3页 共12页"), page_number("3月")
    (True, True, False)
    """
    return len(line) <= 20 and line[:1] in _OF_PAGE and PAGE_NUMBER.fullmatch(line) is not None


def is_residue(line: str) -> bool:
    """Say whether a line around a document is the site's (是否残留).

    >>> is_residue("扫一扫在手机打开当前页"), is_residue("??"), is_residue("第一条　目的")
    (True, True, False)
    """
    known = residue_words()
    if (
        len(line) <= SHORT
        and (
            (line[-1:] in known.whole_ends and squeeze(line) in known.whole)
            or ("." in line and FILE_NAME.search(line))
            # Most lines begin with a letter.
            or not (line[:1].isalnum() or any(map(str.isalnum, line)))
        )
    ):
        return True
    return known.parts.search(line, 0, 400) is not None or is_trail(line)


def is_trail(line: str) -> bool:
    """Say whether a line says where one is on a site (面包屑): it begins with the first page, or has three places.

    >>> is_trail("首页 > 政务公开"), is_trail("增速>5%")
    (True, False)
    """
    # Written out: a generator over the four takes five times as long, and most lines have none.
    marked = ">" in line or "＞" in line or "»" in line or "›" in line
    if not marked or len(line) > _TRAIL:
        return False
    bare = " ".join(line.split())
    marks = len(re.findall("[>＞»›]+", bare))
    return CRUMBS.fullmatch(bare) is not None and (marks > 1 or bare.startswith(("首页", "网站首页", "您", "当前")))


def residue_word(line: str) -> str | None:
    """Return the word by which a line shows itself the site's (命中的残留词); None where none does.

    >>> residue_word("扫一扫在手机打开当前页"), residue_word("招标文件.doc"), residue_word("??")
    ('扫一扫在手机打开当前页', '.doc', None)
    """
    known = residue_words()
    if squeeze(line) in known.whole:
        return squeeze(line)
    opened = next((word for word in known.after if line.startswith(word)), None)
    found = FILE_NAME.search(line) or known.footer.search(line, 0, 400) or known.parts.search(line, 0, 400)
    return opened or (found[0] if found is not None else None)
