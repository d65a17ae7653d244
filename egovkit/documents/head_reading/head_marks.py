"""What a printed head has besides title, number and recipients (版头): 份号, 密级, 紧急程度, 发文机关标志, 签发人."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.body_reading.annexes import label_word
from egovkit.documents.draft import Draft, Found
from egovkit.documents.grounds import Ground
from egovkit.documents.head_reading.own_number import SIGNATORIES, is_order_mark
from egovkit.documents.organ_lines import is_organ
from egovkit.grammar.force import is_urgency
from egovkit.models.secrecy import Secrecy
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["HeadMarks", "read_head_marks"]

_MAX_LINE: Final = 120
_LONG: Final = 80
_COPY_NUMBER: Final = LatePattern(r"(?:№|No\.?)?\s?([0-9]{6})")
_SECRECY: Final = LatePattern(
    r"(绝密|机密|秘密)\s?(?:[★☆*]\s?(长期|[0-9０-９〇一二三四五六七八九十]{1,3}\s?(?:年|个?月))?)?"
)
_PIECE: Final = LatePattern(rf"[^{BLANKS}]+")
_CORNER: Final = LatePattern(rf"[0-9]{{6}}|{_SECRECY.pattern}|特急|加急|特提|平急|急件|紧急")
_ORGAN_MARK: Final = LatePattern(r"[\u3400-\u9fff〇（）\s]{2,60}文\s?件")
_NAMES: Final = LatePattern(rf"[{BLANKS}、，,]+")

_COPY: Final = Ground("head_marks.copy_number", "six digits alone", _COPY_NUMBER)
_SECRET: Final = Ground("head_marks.secrecy", "a class of secrecy alone", _SECRECY)
_URGENT: Final = Ground("head_marks.urgency", "an urgency alone", is_urgency)
_SIGNED: Final = Ground("head_marks.signatories", "签发人 and names", SIGNATORIES)
_FILE: Final = Ground("head_marks.organ_mark", "an organ and 文件", _ORGAN_MARK)
_LETTER: Final = Ground("head_marks.letter_mark", "an organ above the number, below which is the title")
_ORDER: Final = Ground("head_marks.order_mark", "an organ and 令 or 公告, without a number below")
_LABEL: Final = Ground("head_marks.label", "the label of an annex above the title", label_word)
_ABOVE: Final = Ground("head_marks.above", "above the title, and none of the head's")


@quickly_made
@dataclass(frozen=True, slots=True)
class HeadMarks:
    """The marks of a printed head (版头要素), each the first of its kind."""

    copy_number: Found[str] | None = None
    secrecy: Found[Secrecy] | None = None
    urgency: Found[str] | None = None
    organ_mark: Found[str] | None = None
    signatories: Found[tuple[str, ...]] | None = None

    def then(self, more: HeadMarks) -> HeadMarks:
        """Return these marks, and those of `more` that are missing here (并合).

        >>> HeadMarks(urgency=Found("特急", 0, 2)).then(HeadMarks(urgency=Found("加急", 3, 5))).urgency.value
        '特急'
        """
        return HeadMarks(
            self.copy_number or more.copy_number,
            self.secrecy or more.secrecy,
            self.urgency or more.urgency,
            self.organ_mark or more.organ_mark,
            self.signatories or more.signatories,
        )


_Answer = tuple[HeadMarks, Element, Ground]


def read_head_marks(
    draft: Draft, at: int, rest: int, title: Found[str] | None, given: Mapping[str, Found[str]]
) -> HeadMarks:
    """Read the marks among the lines from `at` up to `rest` and mark these (读版头); what a field gives comes first."""
    marks = HeadMarks()
    for name in ("copy_number", "secrecy", "urgency"):
        if name in given and (answer := _corner(*given[name])) is not None:
            marks = marks.then(answer[0])
    for i in range(at, rest):
        answer = _letter_mark(draft, i, title) or _read_line(draft, i, title.start if title is not None else 0)
        if answer is not None:
            marks = marks.then(answer[0])
            draft.take(i, answer[1], answer[2])
    return marks


def _read_line(draft: Draft, i: int, title: int) -> _Answer | None:
    """Read one line of the head: what it has, what it is, and why; `title` is where the title begins."""
    line, kind = draft.lines[i], draft.kinds[i]
    text = line.text
    if kind not in (None, Element.NUMBER) or len(text) > _MAX_LINE:
        return None
    signed = SIGNATORIES.search(text) if "签" in text else None
    if signed is not None:
        names = signed[1].strip(BLANKS)
        # A label whose place was left empty names nobody, and stands nowhere.
        found = (
            Found(tuple(_NAMES.split(names)), line.start + signed.start(1), line.start + signed.end(1))
            if names
            else None
        )
        return HeadMarks(signatories=found), kind or Element.SIGNATORIES, _SIGNED
    if kind is not None:
        return None
    corner = _corner(text, line.start, line.end) or _corners(text, line.start)
    if corner is not None:
        return corner
    if _ORGAN_MARK.fullmatch(text) is not None:
        return HeadMarks(organ_mark=Found(squeeze(text), line.start, line.end)), Element.ORGAN_MARK, _FILE
    if is_order_mark(text):
        return HeadMarks(), Element.ORGAN_MARK, _ORDER
    if line.label is not None:
        return HeadMarks(), Element.PART_TITLE, _LABEL
    # What is above a title and is none of its head is the page's.
    return (HeadMarks(), Element.RESIDUE, _ABOVE) if line.end <= title else None


def _letter_mark(draft: Draft, i: int, title: Found[str] | None) -> _Answer | None:
    """Read the mark of a letter (信函格式): the name of its organ alone; between it and the title the number, and 密级 or 紧急程度."""
    line = draft.lines[i]
    if title is None or draft.kinds[i] is not None or len(line.text) > _LONG or line.end > title.start:
        return None
    name = squeeze(line.text)
    if not title.value.startswith((name, "关于")) or not is_organ(name):
        return None
    at, numbered = i + 1, False
    while draft.lines[at].start < title.start:
        below = draft.lines[at]
        numbered = draft.kinds[at] is Element.NUMBER
        if not numbered and _corner(below.text, below.start, below.end) is None:
            return None
        at += 1
    return (HeadMarks(organ_mark=Found(name, line.start, line.end)), Element.ORGAN_MARK, _LETTER) if numbered else None


def _corner(words: str, start: int, end: int) -> _Answer | None:
    """Read one mark of a printed head's corners: 份号, 密级 or 紧急程度."""
    copy = _COPY_NUMBER.fullmatch(words)
    if copy is not None:
        found = Found(copy[1], start + copy.start(1), start + copy.end(1))
        return HeadMarks(copy_number=found), Element.COPY_NUMBER, _COPY
    if _SECRECY.fullmatch(words) is not None and Secrecy.is_valid(words):
        return HeadMarks(secrecy=Found(Secrecy.parse(words), start, end)), Element.SECRECY, _SECRET
    urgency = is_urgency(words)
    return (HeadMarks(urgency=Found(urgency, start, end)), Element.URGENCY, _URGENT) if urgency is not None else None


def _corners(line: str, start: int) -> _Answer | None:
    """Read the marks of both corners on one line: 机密★1年　　特急; the line is what the first of them is."""
    pieces = list(_PIECE.finditer(line)) if len(line) <= _LONG else []
    if not 1 < len(pieces) < 4 or not all(_CORNER.fullmatch(piece[0]) for piece in pieces):
        return None
    answers = [_corner(piece[0], start + piece.start(), start + piece.end()) for piece in pieces]
    return reduce(_both, filter(None, answers), None)


def _both(one: _Answer | None, other: _Answer) -> _Answer:
    return (one[0].then(other[0]), *one[1:]) if one is not None else other
