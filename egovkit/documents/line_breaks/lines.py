"""A text as its lines, without the blanks around them (行).

A document as found may have lost its line breaks: pages that were scraped into one line keep them as runs of
blanks. Such a long line is cut again where blanks are before a marker or after the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from egovkit.documents.line_breaks.one_line import cut_by_organ
from egovkit.documents.line_breaks.run_on_articles import article_cuts
from egovkit.grammar.codes import vocabulary
from egovkit.grammar.headings import may_open_heading, ordinal_of, read_marker
from egovkit.lexicon import any_of
from egovkit.text.folding import BLANKS, squeeze

__all__ = ["Line", "split_lines"]

Line = tuple[int, int, str]
"""Start, end and text of one line."""

LONG: Final = 120
_COUNTED: Final = frozenset({"h1", "h2", "h3", "h4"})
_FIRST: Final = ("一、", "（一", "(一")
_SECOND: Final = {"h1": ("二、",), "h2": ("（二）", "(二)")}
_NEAR: Final = 3000
_IN_BRACKET: Final = 16
_ENDS: Final = "。；"
# Characters that end a word with 一: 统一、规范.
_ONE: Final = frozenset("唯统同单专均第之万其逐合归划不十百千")
MAX_ORGAN: Final = 20
_HAN: Final = "〇零一二三四五六七八九十百千"
_MARKER: Final = (
    rf"(?:\*\*)?第[{_HAN}0-9]{{1,9}}(?:分?编|章|节|条)(?![款项第、，的之规和及或至中以])|[{_HAN}]{{1,3}}、|[（(][{_HAN}]{{1,3}}[)）]"
    r"|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[)）]|附件[0-9一二三]{0,2}[：:]"
)


@cache
def _soft_break() -> re.Pattern[str]:
    # Blanks between a sentence's end and a marker, or a paragraph's indent of two full-width spaces. The blank comes
    # first, so that the engine looks for it alone.
    blank = f"[{BLANKS}]"
    return re.compile(
        rf"""
        {blank}
        (?: (?<=[。；;：:！？”）)]{blank}) {blank}* (?={_MARKER})
          | (?<=[。；：！？”]{blank}) (?: (?<=\u3000)\u3000 | {blank}*\u3000\u3000 ) {blank}* (?=[^{BLANKS}])
          | {blank}+ (?=(?:\*\*)?第[{_HAN}]{{1,9}}(?:编|章|节|条){blank})
        )
        """,
        re.VERBOSE,
    )


def _may_break(line: str) -> bool:
    """Say cheaply whether blanks may part a line: any but those right after the marker of an article (第一条　)."""
    article = line.find("条", 2, 12)
    at = article + 1 if article > 0 and line[0] == "第" else 0
    words = line[at:].lstrip(" \u3000")
    # Of blanks the common one alone is printable.
    return (
        " " in words or not words.isprintable() or words[:1] in "第*" or not line[:at].isprintable() or " " in line[:at]
    )


@cache
def _lost_break() -> re.Pattern[str]:
    # In a text without any line break, blanks between two Chinese characters were one.
    # 省　长 is one word spread over its line. Where not even blanks are left, a marker after a sentence's end
    # begins a line, and so does a signature with its date.
    han = r"[\u3400-\u9fff〇”》〕）)。；：！？:;0-9]"
    date = "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
    # After anything else (80%, APP) a blank is the writer's, unless it is an indent or a marker follows.
    other = f"(?<=[^{BLANKS}\u3400-\u9fff])"
    blank, marker = f"[{BLANKS}]", rf"[{_HAN}]{{1,3}}、|[（(][{_HAN}]{{1,3}}[)）]|[0-9]{{1,2}}[.．、](?![0-9])"
    return re.compile(
        # What no break has before or after it is passed over at once.
        rf"(?:(?<=[。；日）])|(?=[{BLANKS}一（(第]))(?:"
        rf"(?={blank})(?:(?<=[^{BLANKS}]){blank}+(?={_MARKER})|{other}{blank}*\u3000\u3000{blank}*"
        rf"|(?:(?<={han}{han})|(?<=[0-9]{blank}[号日]))(?<![章节条编长])(?<!总理|主任|主席|书记){blank}+"
        r"(?=[\u3400-\u9fff〇“《（(0-9第])(?![年月日号])(?![0-9]{1,5}[ 　]?号)(?![（(][^（()）]{2,40}号[)）]))"
        rf"|(?<=[。；])(?={marker}|第[{_HAN}]{{1,9}}[章条]{blank})"
        rf"|(?=一、|[（(]一[)）])(?<=[^{BLANKS}])"
        rf"|(?<=。)(?=[\u3400-\u9fff]{{2,40}}{date}(?:[（(\u3400-\u9fff]|$))|(?<=日)(?=[（(]此件)"
        rf"|(?<=[\u3400-\u9fff）)])(?=第一章{blank})|(?<=（此件公开发布）))"
    )


@cache
def _run_on_head() -> re.Pattern[str]:
    # 关于…的通知X政发〔2021〕1号各区县：the head of a text that lost even its blanks; the date may be above the number.
    number = r"[^。：；\s、，的0-9]{1,12}[〔\[［][0-9]{4}[〕\]］][0-9]{1,5}号"
    date = "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
    return re.compile(
        rf"(?:([^。：；\s]{{4,100}}?的[\u3400-\u9fff]{{0,6}}?(?:{any_of('documents.title.kinds')}))(?=(?:{date})?{number}|各|有关)"
        rf"({date})?({number})?|({number}))([^。；：]{{2,300}}?：)?"
    )


def _balanced(title: str) -> bool:
    return title.count("《") == title.count("》")


def _cut_head(line: Line) -> list[Line]:
    """Cut title, number and recipients from the beginning of a text that ran into one line."""
    start, end, body = line
    found = _run_on_head().match(body)
    if (
        found is None
        or body.startswith(("《", "根据", "为", "按照"))
        or "，" in (found[1] or "")
        or not _balanced(found[1] or "")
    ):
        return [line]
    pieces = [(start + found.start(i), start + found.end(i), found[i]) for i in range(1, 6) if found[i]]
    return [*pieces, (start + found.end(), end, body[found.end() :])] if found.end() < len(body) else pieces


class _Count:
    """How far the markers of a text have counted, level by level (计数).

    Where a line break was lost, a marker is as likely to be a reference or an item of a list that runs on: it opens
    a line only where it is the first of its level or counts on from one that is before it.
    """

    def __init__(self) -> None:
        self.last: dict[str, int] = {}
        self.articles = False

    def opens(self, text: str, at: int, gap: str | None = None) -> bool:
        """Say whether a line may open at `at`, after the blanks `gap`; None where a line does open there."""
        if at == len(text) or not may_open_heading(text[at]):
            return True
        marker = read_marker(text[at : at + LONG])
        number = ordinal_of(marker) if marker is not None else None
        if marker is None or number is None or marker.level not in _COUNTED:
            self.articles |= marker is not None and marker.level == "article"
            return gap != "" or text[at - 1] in _ENDS or not text.startswith(_FIRST, at)
        last = self.last.get(marker.level, 0)
        real = gap is None or "\u3000\u3000" in gap
        # One member in between may be lost.
        counts = 0 < last < number <= last + 2 and (gap != "" or text[at - 1] in _ENDS)
        if real or counts or (number == 1 and (gap or self._begins(text, at, marker.level, last))):
            self.last[marker.level] = number
            return True
        return False

    def _begins(self, text: str, at: int, level: str, last: int) -> bool:
        """Say whether a first marker without a blank before it opens a line: the second shows it elsewhere."""
        if level not in _SECOND:
            return False
        before = text[at - 1]
        # After a colon （一） is an item of the article, or else of a list that runs on.
        if before in _ENDS or (before in "：:" and (level == "h1" or self.articles)):
            return True
        if level == "h1" and (last or before in _ONE):
            return False
        seconds = [here for word in _SECOND[level] if (here := text.find(word, at, at + _NEAR)) > 0]
        return bool(seconds) and text[min(seconds) - 1] == "。"


def _bracketed(text: str, at: int, gap: re.Match[str]) -> bool:
    """Say whether a blank is inside a bracket that opened shortly before: （记者 某某）."""
    if not gap[0] or "\u3000\u3000" in gap[0]:
        return False
    opened = text.rfind("（", max(at, gap.start() - _IN_BRACKET), gap.start())
    return opened >= 0 and text.find("）", opened, gap.start()) < 0 < text.find(
        "）", gap.end(), gap.end() + _IN_BRACKET
    )


def _cut(start: int, text: str, breaks: re.Pattern[str], count: _Count | None = None) -> list[Line]:
    pieces: list[Line] = []
    at = 0
    for found in breaks.finditer(text):
        if count is not None and (_bracketed(text, at, found) or not count.opens(text, found.end(), found[0])):
            continue
        if found.start() > at:
            pieces.append((start + at, start + found.start(), text[at : found.start()]))
        at = found.end()
    if at < len(text):
        pieces.append((start + at, start + len(text), text[at:]))
    return pieces


def split_lines(text: str, printed: Sequence[str] | None = None) -> list[Line]:
    """Return the lines of a text that are not blank, each without the blanks around it (分行).

    `printed` are its lines with their ends, where they are known.

    >>> split_lines("一\\n\\n　　二　")
    [(0, 1, '一'), (5, 6, '二')]
    """
    lines: list[Line] = []
    add = lines.append
    at = 0
    suspect = False
    for raw in text.splitlines(keepends=True) if printed is None else printed:
        if raw != "\n" and (body := raw.strip(BLANKS)):
            first, size = body[0], len(body)
            start = at if raw[0] == first else at + raw.index(first)
            add((start, start + size, body))
            if not suspect:
                # One such line is enough for all to be looked at.
                suspect = (size > LONG and "\u3000" in body) or (first == "第" and _chapter_runs_on(body))
        at += len(raw)
    few = len(lines) <= 3
    if few:
        lines = [piece for line in lines for piece in cut_by_organ(line)]
    return _cut_long(lines, few) if few or suspect else lines


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"[{BLANKS}]*(?=第[{_HAN}]{{1,9}}条[{BLANKS}])")


def _chapter_runs_on(line: str) -> bool:
    """Say whether a chapter's heading has its first article on the same line."""
    # `str.find` with a range takes twice as long as a slice and `in`.
    marker = line[2:8]
    if "章" not in marker and "节" not in marker:
        return False
    at = line.find("条", 6, 60)
    return at > 0 and line.rfind("第", 4, at) > 0


@cache
def _organs_number() -> re.Pattern[str]:
    return re.compile(rf"[\u3400-\u9fff]{{2,40}}(?:公告|通告|令)[{BLANKS}]*(?:[0-9]{{4}}年)?第[0-9{_HAN}]{{1,6}}号")


def _rejoin(pieces: list[Line], whole: Line) -> list[Line]:
    """Put the organs of a joint number together again, which blanks part: 财政部 税务总局公告2020年第8号."""
    joined: list[Line] = []
    for piece in pieces:
        start, end, body = piece
        if len(body) <= LONG and body.endswith("号") and _organs_number().fullmatch(body):
            while joined and len(joined[-1][2]) <= MAX_ORGAN and vocabulary().is_organ(squeeze(joined[-1][2])):
                start = joined.pop()[0]
            body = whole[2][start - whole[0] : end - whole[0]]
        joined.append((start, end, body))
    return joined


def _at(pieces: list[Line], start: int, cuts: list[int]) -> list[Line]:
    """Cut pieces of a line that begins at `start` again where `cuts` says so, counted from there."""
    if not cuts:
        return pieces
    again: list[Line] = []
    left = [start + at for at in reversed(cuts)]
    for low, high, body in pieces:
        at = low
        while left and left[-1] < high:
            cut = left.pop()
            if cut > at:
                above = body[at - low : cut - low].rstrip(BLANKS)
                again.append((at, at + len(above), above))
                at = cut
        again.append((at, high, body[at - low :]))
    return again


def _cut_long(lines: list[Line], few: bool) -> list[Line]:
    """Cut the long lines of a text; `few` says that it has next to no line breaks of its own."""
    cut: list[Line] = []
    count = _Count()
    for line in lines:
        start, end, body = line
        if few:
            count.opens(body, 0)
        if body[0] == "第" and _chapter_runs_on(body):
            cut += _cut(start, body, _article())
        elif end - start <= LONG:
            cut += _at([line], start, article_cuts(body)) if few else [line]
        elif few:
            for piece in _at(_rejoin(_cut(start, body, _lost_break(), count), line), start, article_cuts(body)):
                if len(cut) < 3:
                    cut += _cut_head(piece)
                elif piece[2][0] == "第" and _chapter_runs_on(piece[2]):
                    cut += _cut(piece[0], piece[2], _article())
                else:
                    cut.append(piece)
        elif _may_break(body):
            cut += _cut(start, body, _soft_break())
        else:
            cut.append(line)
    return cut
