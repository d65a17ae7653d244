"""What shows in one line by itself (行的特征): each fact is found when a reader first asks for it, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, NamedTuple, TypeVar

from egovkit.documents.body_reading.annexes import AnnexLabel, read_label
from egovkit.documents.head_reading.titles import is_title_line
from egovkit.documents.organ_lines import organs_of
from egovkit.documents.residue import is_residue, page_number
from egovkit.errors import ParseError
from egovkit.grammar.fields import Field, read_fields
from egovkit.grammar.force import DATE_LINE
from egovkit.grammar.headings import Marker, may_open_heading, read_marker
from egovkit.grammar.titles import ends_like_title
from egovkit.lexicon import any_of
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["LineFacts", "is_contents", "is_history", "is_note", "read_date_line"]

T = TypeVar("T")

NOTE: Final = LatePattern(
    lambda: (
        rf"[（(](?:{any_of('documents.closing.notes')})[^（()）]{{0,80}}(?:[（(][^（()）]{{0,40}}[)）][^（()）]{{0,40}})?[)）]?"
    )
)
HISTORY: Final = LatePattern(lambda: any_of("documents.history.verbs"))
_HISTORY_START: Final = LatePattern(
    lambda: rf"[（(](?![一二三四五六七八九十0-9]{{1,3}}[)）])|[0-9０-９一二]|{any_of('documents.history.first')}"
)
_YEAR: Final = LatePattern(r"[0-9０-９〇○零一二三四五六七八九十]{4}\s?年|[0-9]{4}[-./][0-9]{1,2}[-./]")
_DIGIT: Final = LatePattern("[0-9]")
CONTENTS: Final = LatePattern(rf"[#*{BLANKS}]*目[{BLANKS}]*[录次][*{BLANKS}]*")


def is_contents(line: str) -> bool:
    """Say whether a line is the title of a table of contents (是否目录).

    >>> is_contents("目　　录"), is_contents("目录编制")
    (True, False)
    """
    return len(line) <= 20 and CONTENTS.fullmatch(line) is not None


def is_history(line: str) -> bool:
    """Say whether a line tells when and by whom a text was passed, published and amended (是否题注).

    >>> is_history("（2005年3月14日第十届全国人民代表大会第三次会议通过）")
    True
    """
    return (
        10 <= len(line) <= 3000
        and _HISTORY_START.match(line) is not None
        and HISTORY.search(line, 8) is not None
        and _YEAR.search(line, 0, 400) is not None
        and ((line[0] in "（(" and line[-1] in "）)。") or "。" not in line[:-1])
        and line[-1] not in "：:；;"
        and (line[0] in "（(" or line[-1] not in "。，," or (line[0] == "根" and "，现" not in line))
    )


def is_note(line: str) -> bool:
    """Say whether a line is a note under the date (附注): （此件公开发布）.

    >>> is_note("（此件公开发布）"), is_note("（一）总体要求")
    (True, False)
    """
    return line[0] in "（(" and NOTE.fullmatch(line) is not None


def read_date_line(line: str) -> DocumentDate | None:
    """Read a line that is a date and nothing else (日期行); None where it is more or no real date.

    >>> str(read_date_line("二〇一四年十一月六日")), read_date_line("2014年2月30日") is None
    ('2014-11-06', True)
    """
    # The edge of a table's cell may be left.
    found = DATE_LINE.fullmatch(line.strip("*_|" + BLANKS))
    if found is None:
        return None
    printed = squeeze(found[1])
    if "O" in printed and _DIGIT.search(printed) is not None:
        # 2O21年: the letter, which stands for 〇 in a date of Chinese numerals.
        printed = printed.replace("O", "0")
    try:
        return DocumentDate.parse(printed)
    except ParseError:
        return None


def _marker_of(line: str) -> Marker | None:
    return read_marker(line) if may_open_heading(line[0]) else None


class Fact(Generic[T]):
    """What a function reads in the text of a line, kept once it was asked for (特征).

    As `cached_property`, without the lock that this holds before Python 3.12: it costs more than most facts.
    """

    def __init__(self, read: Callable[[str], T]) -> None:
        self.read = read

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, line: LineFacts, owner: type) -> T:
        value = line.__dict__[self.name] = self.read(line.text)
        return value


class _Line(NamedTuple):
    start: int
    end: int
    text: str


class LineFacts(_Line):
    """A line of a text, without the blanks around it, and what shows in it alone (行).

    `start` and `end` delimit it in the text of the document.

    >>> line = LineFacts(0, 7, "（一）总体要求")
    >>> line.marker.level, line.organs, line.date, line.note
    ('h2', (), None, False)
    """

    marker: Fact[Marker | None] = Fact(_marker_of)
    """The heading's marker that it opens with (序号)."""
    organs: Fact[tuple[str, ...]] = Fact(organs_of)
    """The organs that it names, where it names nothing else (机关)."""
    date: Fact[DocumentDate | None] = Fact(read_date_line)
    """The date that it is, and nothing else (日期)."""
    fields: Fact[list[Field]] = Fact(read_fields)
    """The fields of a page's table that it opens with (字段)."""
    label: Fact[AnnexLabel | None] = Fact(read_label)
    """The label of an annex that it opens with (附件标识)."""
    note: Fact[bool] = Fact(is_note)
    """Whether it is a note in brackets as printed under a date (附注)."""
    history: Fact[bool] = Fact(is_history)
    """Whether it tells when a text was passed, published and amended (题注)."""
    contents: Fact[bool] = Fact(is_contents)
    """Whether it is the title of a table of contents (目录)."""
    page_number: Fact[bool] = Fact(page_number)
    """Whether it is a page number and nothing else (页码)."""
    residue: Fact[bool] = Fact(is_residue)
    """Whether it is the site's where it is found around a document (残留)."""
    titular: Fact[bool] = Fact(is_title_line)
    """Whether it can be a line of a title: short, no sentence, no date, number or heading (似标题行)."""
    ends_title: Fact[bool] = Fact(ends_like_title)
    """Whether it ends as titles do, with a kind word (以文种收)."""

    def cut(self, at: int) -> tuple[LineFacts, LineFacts]:
        """Return the line in two, cut at the place `at` of the document's text (断行).

        >>> [part.text for part in LineFacts(10, 16, "各县：　现就").cut(13)]
        ['各县：', '现就']
        """
        below = self.text[at - self.start :]
        gap = len(below) - len(below.lstrip(BLANKS))
        return (
            LineFacts(self.start, at, self.text[: at - self.start]),
            LineFacts(at + gap, self.end, below[gap:]),
        )
