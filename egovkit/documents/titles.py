"""The title of a document among the lines of its head (标题): one line, or several of one run."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from egovkit.grammar.headings import may_open_heading, read_marker
from egovkit.grammar.titles import bare_title, ends_like_title, split_issuer
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_TITLE_LINES

__all__ = ["clean_title", "find_title", "is_title_line", "title_run"]

_MAX_LINE: Final = 100
_STOPS: Final = "。；;：:！!？?，,"
_HASHES: Final = re.compile(rf"#{{1,6}}[{BLANKS}]*")
_DATE_LINE: Final = re.compile(r"[0-9０-９〇○零一二三四五六七八九十]{4}\s?[年\-./]")
# A line that ends here goes on: with the next line the title is whole.
_CARRIES_ON: Final = ("的", "和", "及", "与", "、", "等")
_VERSION: Final = re.compile(r"[（(][^（）()]{2,24}[)）]")
_WHOLE: Final = re.compile(
    r"^[^《》]{2,40}?(?:关于|印发|转发|批转|发布)|^(?:中华人民共和国|最高人民法院|最高人民检察院)"
)
# The number that pages print in brackets behind a title.
_NUMBERED: Final = re.compile(r"[（(\[【][^（()）\[\]【】]{0,24}[〔﹝\[(（][0-9]{4}[〕﹞\])）][0-9]{1,5}号[)）\]】]$")
# What no line of a title consists of.
_NOT_TITLE: Final = re.compile(
    r"号$|签\s*发\s*人|文件$|令$|^来源|^时间|^日期|^作者|^发布|^编辑|^目\s*录$|^[（(].*[)）]$|^[【\[]|http|^\W*$|^附\s*件\s*[0-9一二三四五六七八九十]*$"
    # The marks of a printed head's corners: 机密★1年　　特急.
    r"|^(?:[0-9]{6}\s+)?(?:绝密|机密|秘密)\s?(?:[★☆*]|$)|^(?:特急|加急|特提|平急|急件|紧急)$"
)
_STOPPED: Final = re.compile(
    r"^[^，。；：]{0,60}关于[^，。；：]{2,80}的(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)[。；;，]$"
)
_LEAD: Final = re.compile(
    r"根据|按照|依据|依照|遵照|贯彻|落实|执行|学习|转发|印发|现将|为|请|对|就|按|据|经|在|向|与|和|将"
)
_ORGAN_END: Final = re.compile(r"(?:部|委|局|厅|署|府|办|院|会|室|组|军|行|队|社|公司|中心|中央)$")


def _without_stop(line: str) -> str:
    """Return a line without the mark at its end, which a title should not have, where all else says it is a title."""
    if line[-1:] not in ("。", "；", ";", "，") or not _STOPPED.search(line):
        return line
    issuer, rest = split_issuer(line)
    return line[:-1] if rest.startswith("关于") and (issuer is None or _LEAD.match(issuer) is None) else line


def is_title_line(line: str) -> bool:
    """Say whether a line can be a line of a title (似标题行): short, no sentence, no date, number or heading."""
    if line[-1:] in "）)】]":
        line = _NUMBERED.sub("", line)
    line = _without_stop(line)
    if not 1 < len(line) <= _MAX_LINE or line[-1] in _STOPS or _DATE_LINE.match(line) or "。" in line:
        return False
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
    title = squeeze("".join(_HASHES.sub("", line, count=1).replace("**", "") for line in lines))
    return _without_stop(_NUMBERED.sub("", title))


def title_run(lines: list[str], end: int, joint: Callable[[str], bool]) -> int:
    """Return the index of the first line of the title whose last line is `end` (标题首行).

    `joint` says whether a line names one more organ of a joint document.
    """
    start = end
    while start > 0 and end - start + 1 < MAX_TITLE_LINES:
        here, above = lines[start], lines[start - 1]
        if here.startswith("#") or not is_title_line(above) or squeeze(above) == squeeze(here):
            break
        carries = above.endswith(_CARRIES_ON) or here.startswith(("的", "和", "及", "与", "关于", "《", "〈"))
        if not carries:
            if ends_like_title(above):
                break
            if len(above) < 7 and not _ORGAN_END.search(squeeze(above)):
                break
            if start == end and _WHOLE.search(here) and not _WHOLE.search(above) and not joint(above):
                break
        start -= 1
    return start


def find_title(lines: list[str], known: str | None, joint: Callable[[str], bool]) -> tuple[int, int] | None:
    """Return the first and last line of the title among the lines of a head (找标题); None where there is none.

    `known` is the title as a field table gives it: the printed lines that spell it are the title. A line that is
    "" was understood otherwise and belongs to no title.
    """
    if known:
        spelt = _spelt(lines, squeeze(known))
        if spelt is not None:
            return spelt
    for end, line in enumerate(lines):
        if not line or not is_title_line(line) or not ends_like_title(clean_title([line])):
            continue
        start = title_run(lines, end, joint)
        last = end
        while last + 1 < len(lines) and _goes_on(lines, last):
            last += 1
        return start, last
    for i, line in enumerate(lines):
        if line.startswith("# ") and is_title_line(line):
            return i, i
    return None


def _goes_on(lines: list[str], end: int) -> bool:
    here, below = lines[end], lines[end + 1]
    if not below or len(below) > _MAX_LINE or squeeze(below) == squeeze(here):
        return False
    if _VERSION.fullmatch(below) and not re.search("[0-9〇一二三四五六七八九].*[日过布]", below):
        return bare_title(here) == here and bool(re.search("稿|试行|暂行|修订|修正|版|草案", below))
    if not is_title_line(below) or not ends_like_title(below):
        return False
    return below.startswith(("的", "和", "及")) or ("关于印发" in here and below.endswith("的通知"))


def _spelt(lines: list[str], title: str) -> tuple[int, int] | None:
    for i, line in enumerate(lines):
        if not line:
            continue
        joined = clean_title([line])
        if not joined or not title.startswith(joined):
            continue
        for end in range(i, min(i + MAX_TITLE_LINES, len(lines))):
            if end > i:
                joined += clean_title([lines[end]])
            if joined == title:
                return i, end
            if not title.startswith(joined):
                break
    return None
