"""Which printed lines are one paragraph (分段): read off from where they begin and end.

Two lines are one paragraph where the first is full and the second begins where lines go on; where it begins as
paragraphs do, or the first had room left, they are two. What that does not tell stays two lines, and is marked so.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from egovkit.documents.body_reading.annexes import read_label
from egovkit.documents.line_breaks.columns import Column, Columns, is_indent
from egovkit.documents.line_breaks.printed_line import PrintedLine
from egovkit.grammar.codes import vocabulary
from egovkit.grammar.headings import may_open_heading, ordinal_of, read_marker
from egovkit.grammar.titles import ends_like_title
from egovkit.text.breaking import ends_open, ends_sentence, glue, width
from egovkit.text.patterns import LatePattern

__all__ = ["GOVERNING_ENDS", "Break", "Paragraphs", "governs", "joined"]

_NEAR: Final = 0.6
"""Widths of a character by which two left edges differ and are one."""
_RAGGED: Final = 3
_TITLE: Final = 1.12
"""Size of a line against the text's from which on it is set as a title."""

# A number or a date that is a line of its own is the document's, and a figure between dashes the page's.
_ALONE: Final = LatePattern(
    r"[^\s，。；：（(]{1,24}[〔\[（(【][0-9]{4}[〕\])）】]\s?第?[0-9]{1,5}\s?号"
    r"|[0-9〇○零一二三四五六七八九]{4}\s?年\s?[0-9一二三四五六七八九十]{1,3}\s?月\s?[0-9一二三四五六七八九十]{1,3}\s?日"
    r"|[—–\-－─]{1,2}\s{0,3}[0-9]{1,4}\s{0,3}[—–\-－─]{1,2}|第\s?[0-9]{1,4}\s?页.{0,10}"
)
_ALONE_LAST: Final = frozenset("号日—–-－─")
_ABOUT: Final = "关于"
_SHORT: Final = 24
_MAX_TITLE_LINES: Final = 6
_MAX_NAME: Final = 30
_NO_NAME: Final = frozenset("，、。；：《》“”")
# What begins a sentence that names a document, and no title.
_LEADS: Final = LatePattern("根据|按照|依据|依照|遵照|为|现将|经|贯彻|落实|执行")
# What a marker at the start of the next line belongs to: 按照本通知附件 / （一）的要求.
_GOVERNS: Final = LatePattern(
    r"(?:附件|附表|第|按照|依照|根据|符合|属于|依据|违反|第[一二三四五六七八九十百0-9]{1,5}[编章节条款项])$"
)
GOVERNING_ENDS: Final = frozenset("件表第照据合于反编章节条款项")
"""The last characters of a line that governs the marker at the start of the next."""
_MARKER_GOES_ON: Final = LatePattern(r"[（(][一二三四五六七八九十0-9]{1,3}[)）]\s?(?:的|款|、|[和及或至]|规定|所)")


class Break(Enum):
    """What is between two lines (行间)."""

    NONE = "the lines are one paragraph"
    END = "a paragraph ends between them"
    OPEN = "the page does not tell"


class Paragraphs:
    """Groups rows into paragraphs (分段)."""

    def __init__(self, rows: Sequence[PrintedLine], typed: Column | None = None) -> None:
        self.columns = Columns(rows, typed)
        self.style = self.columns.style
        self.found: list[tuple[list[PrintedLine], bool]] = []
        current: list[PrintedLine] = []
        for row in rows:
            end = self._between(current, row) if current else Break.NONE
            if end is not Break.NONE:
                self.found.append((current, end is Break.END))
                current = []
            current.append(row)
        if current:
            self.found.append((current, True))

    def _between(self, paragraph: list[PrintedLine], below: PrintedLine) -> Break:
        above = paragraph[-1]
        if (
            above.cells
            or below.cells
            or not 0.9 < below.em / above.em < 1.1
            or _stands_alone(paragraph, below.text, plain=not self.style.indented)
        ):
            return Break.END
        same = above.column == below.column
        gap = above.base - below.base if same else self.style.pitch
        if gap > max(2.2 * self.style.pitch, 3.5 * above.em) or gap < 0:
            return Break.END
        upper, lower = self.columns.of(above), self.columns.of(below)
        full = upper.is_full(above, below.text, first=len(paragraph) == 1)
        if above.em > _TITLE * self.style.em or (upper.is_centred(above) and lower.is_centred(below)):
            return self._in_title(above, below, full, lower)
        if lower.is_centred(below) and not self._hangs(paragraph, below):
            return Break.END
        if not full:
            return self._short(above, below, upper, lower)
        loose = same and gap > 1.25 * self.style.pitch
        inset = lower.inset(below)
        if inset < _NEAR:
            return self._flush(paragraph, below, loose, indented=self.style.indented and not lower.level)
        if inset < 2.9:
            return self._indented(paragraph, below)
        return Break.NONE if self._hangs(paragraph, below) else Break.END

    def _in_title(self, above: PrintedLine, below: PrintedLine, full: bool, lower: Column) -> Break:
        """A title over several lines is one where it was broken for want of room, or in the middle of its sense."""
        if not lower.is_centred(below) and not lower.is_full(below, "国", first=False) and not full:
            return Break.END
        if full:
            return Break.NONE
        large = above.em > _TITLE * self.style.em
        whole = ends_like_title(above.text) or _opens(below.text) or below.text[0] in "（(—"
        return Break.NONE if large and not whole and lower.is_centred(below) else Break.END

    def _short(self, above: PrintedLine, below: PrintedLine, upper: Column, lower: Column) -> Break:
        """A line with room left ends its paragraph, unless it breaks off in the middle of a sentence."""
        if lower.inset(below) >= _NEAR or ends_sentence(above.text) or _opens(below.text):
            return Break.END
        near = upper.short(above) < _RAGGED and upper.inset(above) < _RAGGED
        if near and (self.style.indented or (not upper.shown and is_indent(upper.inset(above)))):
            # A ragged line; or the only one of its width, set in where the next is not.
            return Break.NONE
        return Break.OPEN if ends_open(above.text) or (near and not upper.shown) else Break.END

    def _flush(self, paragraph: Sequence[PrintedLine], below: PrintedLine, loose: bool, *, indented: bool) -> Break:
        """A full line, and the next at the left edge."""
        above = paragraph[-1]
        stopped = ends_sentence(above.text)
        if indented:
            listed = stopped and (_counts_on(paragraph[0].text, below.text) or (loose and _opens(below.text)))
            return Break.END if listed else Break.NONE
        if loose and self.style.spaced:
            return Break.END
        if not stopped:
            return _goes_on(paragraph, below.text)
        if self.style.spaced:
            return Break.NONE
        if _opens(below.text) or above.weight != below.weight:
            return Break.END
        return Break.OPEN

    def _indented(self, paragraph: list[PrintedLine], below: PrintedLine) -> Break:
        """A full line, and the next where the first line of a paragraph begins."""
        above = paragraph[-1]
        if len(paragraph) > 1 and abs(above.left - below.left) < _NEAR * below.em:
            # The whole paragraph is set in.
            return Break.END if ends_sentence(above.text) and _opens(below.text) else Break.NONE
        if ends_sentence(above.text) or _opens(below.text):
            return Break.END
        if self._hangs(paragraph, below) or ends_open(above.text):
            return Break.NONE
        return Break.END if self.style.indented else Break.OPEN

    def _hangs(self, paragraph: list[PrintedLine], below: PrintedLine) -> bool:
        """Say whether a line begins under the words of its paragraph's first line, or under its second line."""
        first, above = paragraph[0], paragraph[-1]
        if _opens(below.text):
            return False
        if len(paragraph) > 1 and above.column == below.column:
            # A paragraph whose second line is at the edge hangs in none: what is far from it signs.
            return abs(above.left - below.left) < _NEAR * below.em
        words = first.left + width(first.text[: _words(first.text)]) * first.em
        return words > first.left and abs(below.left - words) < 1.2 * below.em


def _words(line: str) -> int:
    """Where the words of a line begin that opens with a marker or the label of an annex."""
    label = read_label(line) if line[0] == "附" else None
    at = label.words if label is not None else 0
    if at < len(line) and may_open_heading(line[at]) and (marker := read_marker(line[at:])) is not None:
        at += marker.end
    return at


def governs(line: str) -> bool:
    """Say whether a line ends with what a marker at the start of the next belongs to (引出序号).

    >>> governs("各单位要按照本通知附件"), governs("请认真执行本通知")
    (True, False)
    """
    return line[-1:] in GOVERNING_ENDS and _GOVERNS.search(line) is not None


def _stands_alone(paragraph: Sequence[PrintedLine], below: str, *, plain: bool) -> bool:
    """Say whether a line belongs to no paragraph above it, whatever the width: a number, what is under a title.

    `plain` says that no indent shows where paragraphs begin: then a long line does not follow a title either.
    """
    if _is_alone(below) or (len(paragraph) == 1 and _is_alone(paragraph[0].text)):
        return True
    if plain and len(paragraph) == 1 and _ABOUT not in below and _is_name(paragraph[0].text):
        return True
    if len(paragraph) > _MAX_TITLE_LINES or not (plain or below[-1] in "：:" or len(below) <= _SHORT):
        return False
    title = joined(paragraph)
    if _ABOUT not in title or "，" in title or _LEADS.match(title) or _opens(title):
        return False
    return ends_like_title(title) and not _carries_on(below)


def _is_alone(line: str) -> bool:
    # What such a line begins or ends with is cheaper to look at.
    return (line[-1:] in _ALONE_LAST or line[:1] == "第") and _ALONE.fullmatch(line) is not None


def _is_name(line: str) -> bool:
    """Say whether a line names an organ and says no more, as those of a signature do."""
    if len(line) > _MAX_NAME or not _NO_NAME.isdisjoint(line) or _opens(line):
        return False
    return vocabulary().looks_like_organ(line)


def _carries_on(line: str) -> bool:
    return line[-1] not in "：:" and line[0] in "的和及与"


def _goes_on(paragraph: Sequence[PrintedLine], below: str) -> Break:
    """A full line that ends no sentence, and the next at the left edge of a text without indents."""
    above = paragraph[-1].text
    if not _opens(below) or _MARKER_GOES_ON.match(below) or governs(above):
        return Break.NONE
    if _opens(paragraph[0].text):
        # The heading of what is counted under it, or the list itself.
        counts = _counts_on(paragraph[0].text, below) or _is_first(below)
        return Break.NONE if not counts else Break.OPEN if "，" in above else Break.END
    return Break.NONE if "，" in above or len(paragraph) > 1 else Break.OPEN


def _is_first(line: str) -> bool:
    marker = read_marker(line) if may_open_heading(line[0]) else None
    return marker is None or ordinal_of(marker) == 1


def _opens(line: str) -> bool:
    return _words(line) > 0


def _counts_on(line: str, below: str) -> bool:
    """Say whether a line opens with the marker that follows that of another line: 第一条, 第二条."""
    if not (may_open_heading(line[0]) and may_open_heading(below[0])):
        return False
    first, second = read_marker(line), read_marker(below)
    if first is None or second is None or first.level != second.level:
        return False
    one, two = ordinal_of(first), ordinal_of(second)
    return one is not None and two == one + 1


def joined(rows: Sequence[PrintedLine]) -> str:
    """Return the text of lines that are one paragraph (接行)."""
    text = rows[0].text
    for row in rows[1:]:
        text += glue(text, row.text) + row.text
    return text
