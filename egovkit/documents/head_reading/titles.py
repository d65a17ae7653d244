"""What a line of a title looks like (标题行), and what a title is in one line."""

from __future__ import annotations

import re
from typing import Final

from egovkit.grammar.headings import may_open_heading, read_marker
from egovkit.grammar.titles import ends_like_title, split_issuer
from egovkit.lexicon import any_of
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["MAX_LINE", "clean_title", "is_title_line", "is_whole_title"]

MAX_LINE: Final = 100
_STOPS: Final = "。；;：:！!？?，,"
_HASHES: Final = LatePattern(rf"#{{1,6}}[{BLANKS}]*")
_DATE_LINE: Final = LatePattern(r"[0-9０-９〇○零一二三四五六七八九十]{4}\s?[年\-./]")
# The year that a report, an account or a plan is of: 2024年政府工作报告. With a month it is a day, with 第 a number.
_OF_A_YEAR: Final = LatePattern(
    r"[0-9０-９〇○零一二三四五六七八九]{4}\s?年(?!\s?[0-9０-９一二三四五六七八九十]+\s?月)[^，,、]{3,}"
)
# The number that pages print in brackets after a title.
_NUMBERED: Final = LatePattern(r"[（(\[【][^（()）\[\]【】]{0,24}[〔﹝\[(（][0-9]{4}[〕﹞\])）][0-9]{1,5}号[)）\]】]$")
_NUMBERED_LAST: Final = "）)】]"
# What no line of a title consists of.
_NOT_TITLE: Final = LatePattern(
    lambda: (
        rf"""
    # …关于某事的命令 is a title, 某省人民政府令 the mark of an organ.
    (?<!的命)(?:{any_of("documents.title.not_last")})$
    | ^(?:{any_of("documents.title.not_first")})
    # An order's number in brackets: 某省人民政府令（第12号）.
    | ^(?!.*关于).{{1,39}}[部委局署厅办府院会行席](?:令|公告|通告)\s?[（(][^（()）]{{0,8}}第?\s?[0-9〇零一二三四五六七八九十百]{{1,6}}\s?号[)）]$
    # An item of a list, cells or links of a page: • 文号：…, 首页 | 收藏本站.
    | ^[•·●○▪■◆] | \|
    | 签\s*发\s*人 | ^[（(].*[)）]$ | ^[【\[] | http | ^\W*$ | ^附\s*件\s*[0-9一二三四五六七八九十]*$
    # The marks of a printed head's corners: 机密★1年　　特急.
    | ^(?:[0-9]{{6}}\s+)?(?:绝密|机密|秘密)\s?(?:[★☆*]|$)
    | ^(?:{any_of("force.urgency.words")})$ | ^(?:(?:{any_of("documents.minutes.above")})\s?)+$
    """
    ),
    re.VERBOSE,
)
_STOPPED: Final = LatePattern(
    lambda: rf"^[^，。；：]{{0,60}}关于[^，。；：]{{2,80}}的(?:{any_of('documents.title.kinds')})[。；;，]$"
)
_SENTENCE: Final = LatePattern(lambda: any_of("documents.title.sentence"))


def _without_stop(line: str) -> str:
    """Return a line without the mark at its end, which a title should not have, where all else says it is a title."""
    if line[-1:] not in ("。", "；", ";", "，") or not _STOPPED.search(line):
        return line
    return line[:-1] if _is_about(line) else line


def _is_about(line: str) -> bool:
    """Say whether a line is an organ's name, or nothing, and what it writes about; no sentence begins so."""
    issuer, rest = split_issuer(line)
    return rest.startswith("关于") and (issuer is None or _SENTENCE.match(issuer) is None)


def is_whole_title(line: str) -> bool:
    """Say whether a line is a title by itself (独立成题): of whom, about what, and the kind word at its end.

    >>> is_whole_title("某市人民政府关于防火的通知"), is_whole_title("按照某市人民政府关于防火的通知")
    (True, False)
    """
    return ends_like_title(line) and _is_about(line) and is_title_line(line)


def is_title_line(line: str) -> bool:
    """Say whether a line can be a line of a title (似标题行): short, no sentence, no date, number or heading."""
    if line[-1:] in _NUMBERED_LAST:
        line = _NUMBERED.sub("", line)
    line = _without_stop(line)
    if not 1 < len(line) <= MAX_LINE or line[-1] in _STOPS or "。" in line:
        return False
    if _DATE_LINE.match(line):
        return _OF_A_YEAR.fullmatch(line) is not None and ends_like_title(line) and _NOT_TITLE.search(line) is None
    hashes = _HASHES.match(line)
    if hashes:
        line = line[hashes.end() :]
        if not line:
            return False
    if may_open_heading(line[0]):
        marker = read_marker(line)
        if marker is not None and marker.level != "h1?":
            return False
    return _NOT_TITLE.search(line) is None


def clean_title(lines: list[str]) -> str:
    """Join the lines of a title into one, without blanks and marks of a web page (题名).

    >>> clean_title(["# 国务院关于", "　加强监管的意见"])
    '国务院关于加强监管的意见'
    """
    title = squeeze("".join(map(_without_marks, lines)))
    return _without_stop(_NUMBERED.sub("", title) if title[-1:] in _NUMBERED_LAST else title)


def _without_marks(line: str) -> str:
    if "#" in line:
        line = _HASHES.sub("", line, count=1)
    return line.replace("**", "")
