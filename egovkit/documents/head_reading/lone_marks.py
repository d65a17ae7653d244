"""Titles that a page breaks at their marks (书名号折行): where a link or a style begins in one, its bracket is on a line alone."""

from __future__ import annotations

from typing import Final

from egovkit.documents.draft import Draft
from egovkit.documents.head_reading.titles import MAX_LINE, clean_title, is_title_line
from egovkit.grammar.titles import ends_like_title
from egovkit.text.limits import MAX_HEAD_LINES
from egovkit.text.patterns import LatePattern

__all__ = ["join_at_marks"]

_PAIRS: Final = {"《": "》", "〈": "〉", "<": ">", "＜": "＞", "‹": "›", "“": "”", "（": "）", "(": ")"}
_MARKS: Final = frozenset("".join([*_PAIRS, *_PAIRS.values()]))
_MAX_MARKS: Final = 3
# Most texts have no such line, and are not asked for each of theirs.
_ALONE: Final = LatePattern(r"\n[ \t\u3000]{0,8}[《〈<＜‹“（(》〉>＞›”）)]{1,3}[ \t\u3000]{0,8}[\r\n]")
_MAX_LINES: Final = 8


def join_at_marks(draft: Draft, at: int) -> None:
    """Join the lines of each title of the head from line `at` on that is broken at a mark alone on its line (并题名).

    >>> draft = Draft("关于转发某局《关于印发\\n<\\n防火办法>的通知》的通知\\n各县：")
    >>> join_at_marks(draft, 0)
    >>> [line.text for line in draft.lines]
    ['关于转发某局《关于印发 < 防火办法>的通知》的通知', '各县：']
    """
    stop = min(draft.foot, at + MAX_HEAD_LINES)
    if stop <= at + 2 or _ALONE.search(draft.text, 0, draft.lines[stop - 1].start) is None:
        return
    i = at + 1
    while i < min(draft.foot - 1, at + MAX_HEAD_LINES):
        if _is_marks(draft.lines[i].text):
            last = _title_ends(draft, i)
            if last is not None:
                draft.join(i - 1, last)
        i += 1


def _is_marks(line: str) -> bool:
    return len(line) <= _MAX_MARKS and _MARKS.issuperset(line)


def _title_ends(draft: Draft, mark: int) -> int | None:
    """Return the last line of the title that opens above the line `mark`; None where that is none."""
    lines = draft.lines
    words = lines[mark - 1].text
    if not is_title_line(words) or ends_like_title(words):
        return None
    for last in range(mark, min(mark + _MAX_LINES, draft.foot)):
        words += lines[last].text
        if len(words) > MAX_LINE:
            return None
        if last > mark and _is_whole(words):
            return last
    return None


def _is_whole(words: str) -> bool:
    """Say whether words are a title whose marks are all closed."""
    return (
        all(words.count(opener) == words.count(closer) for opener, closer in _PAIRS.items())
        and ends_like_title(clean_title([words]))
        and is_title_line(words)
    )
