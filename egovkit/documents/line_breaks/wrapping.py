"""Plain text whose lines were broken at a column (硬换行): what a scanner, a pdf's text or a mail leaves.

Where lines end at one width in the middle of their sentences, text was broken there. It is read as if it had not
been: on a view without those breaks, whose places are then places of the caller's own string.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Final

from egovkit.documents.head_reading.titles import is_whole_title
from egovkit.documents.line_breaks.columns import Column
from egovkit.documents.line_breaks.fragments import fragments, is_fragmented
from egovkit.documents.line_breaks.lone_breaks import LONG, STEP, TextLine, breaks_sentence, lone_breaks, text_line
from egovkit.documents.line_breaks.paragraphs import Paragraphs
from egovkit.documents.line_breaks.printed_line import PrintedLine
from egovkit.documents.residue import is_residue
from egovkit.grammar.fields import read_fields
from egovkit.text.breaking import ends_sentence, first_unit, glue, width
from egovkit.text.folding import BLANKS, LINE_ENDS
from egovkit.text.patterns import LatePattern

__all__ = ["Unwrapped", "one_line", "unwrap"]

_LINE_END: Final = LatePattern(rf"\r\n|[{LINE_ENDS}]")
_NARROW: Final = 12.0
"""Width below which lines that end alike are a list, and not broken text."""
_MIN_BROKEN: Final = 2
"""Lines that break off in the middle of a sentence at the edge of the column, at least."""
_LEAST_BROKEN: Final = 0.35
"""The part of the full lines that break off in the middle of a sentence, at least."""
_LEAST_FULL: Final = 1 / 8
"""The part of all lines that are full, at least."""
_SET_APART: Final = 3
_PAGE_LINE: Final = 20
_MANY: Final = 60
_CANDIDATES: Final = 16
_BEYOND: Final = 1.5
"""Widths of a character by which letters and figures let a line run beyond its column."""
_SLACK: Final = 1.2
"""Widths of a character by which they let one end early."""
_BLANK_LINE: Final = 3.0
_HEAD: Final = 12
_MARKED: Final = LatePattern(r"[—–\-－─]{1,2}\s{0,3}[0-9]{1,4}\s{0,3}[—–\-－─]{1,2}|第\s?[0-9]{1,4}\s?页[^。]{0,10}")
_INSIDE: Final = LatePattern(rf"{_MARKED.pattern}|[0-9]{{1,4}}")
_GAP: Final = LatePattern("[ \u3000]{4}|\u3000{2}|\t")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text without the breaks that parted its paragraphs (去硬换行), and the way back to the text as given.

    >>> view = unwrap("会议指出，各单位要按照第\\n（二）项的规定报送。")
    >>> view.text, view.start(12), view.end(12)
    ('会议指出，各单位要按照第（二）项的规定报送。', 13, 12)
    """

    text: str
    _at: tuple[int, ...]
    _given: tuple[int, ...]

    def start(self, at: int) -> int:
        """Return where in the text as given stands what begins at a place of this one (起点)."""
        i = bisect_right(self._at, at) - 1
        return self._given[i] + at - self._at[i]

    def end(self, at: int) -> int:
        """Return where in the text as given ends what ends at a place of this one (终点)."""
        return self.start(at - 1) + 1 if at else 0

    def restore(self, value: Any) -> Any:
        """Return a value, or what holds such, with its places those of the text as given (还原位置).

        A place is a pair of numbers, or what a dataclass calls `start` and `end`.
        """
        if isinstance(value, dict):
            return {name: self.restore(member) for name, member in value.items()}
        if type(value) is tuple:
            if len(value) == 2 and type(value[0]) is int and type(value[1]) is int:
                return self.start(value[0]), self.end(value[1])
            return tuple([self.restore(member) for member in value])
        cls: Callable[..., Any] = type(value)
        names = _placed(cls)
        if not names:
            return value
        members: dict[str, Any] = {
            name: self.restore(member) if type(member := getattr(value, name)) is tuple else member for name in names
        }
        members["start"], members["end"] = self.start(members["start"]), self.end(members["end"])
        return cls(**members)


@cache
def _placed(cls: Callable[..., Any]) -> tuple[str, ...]:
    """The fields of a dataclass that has a place in the text; () for any other class."""
    names = tuple([field.name for field in fields(cls)]) if is_dataclass(cls) else ()
    return names if "start" in names else ()


def one_line(surface: str) -> str:
    """Return what a block's surface says in one line, where print broke it (接为一行).

    >>> one_line("各部委、各直属\\n　机构")
    '各部委、各直属机构'
    """
    if _LINE_END.search(surface) is None:
        return surface
    text = ""
    for part in _LINE_END.split(surface):
        bare = part.strip(BLANKS)
        # A page number inside a paragraph is the page's.
        if bare and not (text and _INSIDE.fullmatch(bare)):
            text += (glue(text, bare) if text else "") + bare
    return text


def unwrap(text: str, printed: Sequence[str] | None = None) -> Unwrapped | None:
    """Return a text without the breaks inside its paragraphs (去硬换行); None where it has none that is certain.

    `printed` are its lines with their ends, where they are known.
    """
    printed = text.splitlines(keepends=True) if printed is None else printed
    if len(printed) < 2:
        return None
    broken = {above.end: below for above, below in lone_breaks(text)}
    if _are_short(printed):
        broken |= {above.end: below for above, below in _wrapped(list(_lines(text)))}
    if is_fragmented(text):
        broken |= {above.end: below for above, below in fragments(list(_lines(text)))}
    return _view(text, broken) if broken else None


def _are_short(printed: Sequence[str]) -> bool:
    """Say whether next to none of a text's lines, with their ends, is longer than any column is wide."""
    most = len(printed) // 20
    long = [size for size in map(len, printed) if size > LONG]
    if len(long) <= most:
        return True
    # An end has two characters at most: only of what is about as long is it cut off.
    if len([size for size in long if size > LONG + 2]) > most:
        return False
    return len([line for line in printed if len(line) > LONG and len(line.rstrip(LINE_ENDS)) > LONG]) <= most


def _lines(text: str) -> Iterator[TextLine]:
    at, gap = 0, 0.0
    for raw in text.splitlines(keepends=True):
        gap += STEP
        body = raw.strip(BLANKS)
        if body:
            yield text_line(raw, at, gap, body)
            gap = 0.0
        else:
            gap += _BLANK_LINE - STEP
        at += len(raw)


def _wrapped(lines: Sequence[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """Yield the lines between which a paragraph was broken, where the text was broken at a column."""
    numbers = _page_numbers(lines)
    kept = [i for i in range(len(lines)) if i not in numbers]
    measured = _column([lines[i] for i in kept]) if len(kept) > 1 else None
    if measured is None:
        return
    column, rights = measured
    base = 0.0
    printed: list[PrintedLine] = []
    for i, right in zip(kept, rights, strict=True):
        line = lines[i]
        # What a page number parts stands as near as other lines.
        base -= STEP if i - 1 in numbers else line.gap
        # A gap that no sentence has parts the cells of a row, or the corners of a page. Of blanks one is printable.
        solid = line.body.isprintable() and " " not in line.body
        cells = () if solid or not _GAP.search(line.body) else ((line.inset, right, base, 1.0, 0, line.body),)
        printed.append(PrintedLine(1, 0, line.inset, right, base, 1.0, 0, line.body, cells))
    at = 0
    for group, _ in Paragraphs(printed, column).found:
        # A title as wide as the column is no part of the salutation below it.
        titled = len(group) > 1 and at < _HEAD and is_whole_title(lines[kept[at]].body)
        for k in range(at + titled, at + len(group) - 1):
            yield lines[kept[k]], lines[kept[k + 1]]
        at += len(group)


def _page_numbers(lines: Sequence[TextLine]) -> frozenset[int]:
    """Return the lines that are page numbers: those with a mark, and figures alone that count from page to page."""
    marked = {i for i, line in enumerate(lines) if len(line.body) <= 16 and _MARKED.fullmatch(line.body)}
    bare = [i for i, line in enumerate(lines) if len(line.body) <= 4 and line.body.isdecimal()]
    counts = [i for i, j in pairwise(bare) if int(lines[j].body) == int(lines[i].body) + 1]
    if len(counts) > 1 and len(counts) + 1 == len(bare):
        marked.update(bare)
    return frozenset(marked)


def _column(lines: Sequence[TextLine]) -> tuple[Column, list[float]] | None:
    """Return the column that lines were broken at, where they end at one width in the middle of their sentences.

    With it comes where each line ends.
    """
    set_in = sum(line.inset >= 1 for line in lines)
    # A text that has lost its indents has first lines that end so much earlier.
    lost = 0.0 if set_in > len(lines) // 20 else 2.0
    pairs: list[tuple[TextLine, TextLine, bool]] = []
    goes_on = False
    for line, below in reversed(list(pairwise(lines))):
        # Broken is what runs on to the end of its sentence: no name does, and no title.
        goes_on = breaks_sentence(line.body) and (goes_on or ends_sentence(below.body))
        pairs.append((line, below, goes_on))
    count = sum(broken for line, below, broken in pairs if max(line.inset, below.inset) < _SET_APART)
    if count < _MIN_BROKEN or count < _LEAST_BROKEN * _LEAST_FULL * len(lines) - 1:
        # Too few for the tests below: most texts need not be measured.
        return None
    rights = [line.inset + width(line.body) for line in lines]
    measured: list[tuple[float, float, bool, bool]] = []
    follows = False
    for (line, below, broken), right in zip(reversed(pairs), rights, strict=False):
        # A signature ends where it likes, and so does what the page has above the text: its fields, its own words.
        if max(line.inset, below.inset) < _SET_APART and not (
            len(line.body) > _PAGE_LINE and (read_fields(line.body) or is_residue(line.body))
        ):
            # What goes on with the line above has lost no indent.
            room = first_unit(below.body) + (0.0 if follows else lost)
            measured.append((right, room, broken, ends_sentence(line.body)))
        follows = broken
    near = Counter(round(right * 2) / 2 for right, *_ in measured if right >= _NARROW)
    # Tables and addresses run beyond the column of a long text; of a short one nothing does.
    beyond = len(lines) // 15 if len(lines) > _MANY else 0
    edges = sorted(right for right, *_ in measured)
    reached = sorted(right + room for right, room, broken, _ in measured if broken)
    best, edge = 0, 0.0
    for right, _ in near.most_common(_CANDIDATES):
        if len(edges) - bisect_right(edges, right + _BEYOND) > beyond:
            continue
        score = len(reached) - bisect_right(reached, right - _SLACK)
        best, edge = max((best, edge), (score, right))
    full = [broken for right, room, broken, _ in measured if right + room > edge - _SLACK]
    ended = any(stops for right, room, _, stops in measured if right + room <= edge - _SLACK)
    ended = ended or ends_sentence(lines[-1].body)
    if best < _MIN_BROKEN or sum(full) < _LEAST_BROKEN * len(full) or len(full) < _LEAST_FULL * len(lines) or not ended:
        return None
    left = 0.0 if set_in < len(lines) else min(line.inset for line in lines)
    return Column(left, edge, slack=_SLACK, lost=lost), rights


def _view(text: str, broken: Mapping[int, TextLine]) -> Unwrapped:
    parts: list[str] = []
    at, given = [0], [0]
    size = begin = 0
    for end, below in sorted(broken.items()):
        # The blank between two words is where the line ends.
        blank = glue(text[end - 1], below.body)
        parts += (text[begin:end], blank)
        size += end - begin + len(blank)
        begin = below.start
        at.append(size)
        given.append(begin)
    parts.append(text[begin:])
    return Unwrapped("".join(parts), tuple(at), tuple(given))
