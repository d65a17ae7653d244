"""The findings on one file with their lines and columns (校核结果定位), which every report format needs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

from egovkit.interchange.line_ends import LineEnds
from egovkit.interchange.locations import Location, in_words, listed, plain
from egovkit.interchange.source_text import Locate, Source, nowhere
from egovkit.messages import Words

if TYPE_CHECKING:
    from egovkit.checks.finding import Finding
    from egovkit.checks.report import Report

__all__ = ["CheckedText", "Placed", "legible"]

_LINE_END: Final = re.compile(r"\r\n|[\r\n]")
_AS_GIVEN: Final = LineEnds()


# What a terminal or a browser obeys instead of showing it, and what no UTF-8 holds.
_OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def legible(text: str) -> str:
    """Return a text as a report shows it (可显示文本): U+FFFD for each character that would be obeyed instead.

    >>> legible("某\\x1b[2J市")
    '某�[2J市'
    """
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding and where it is (问题所在): lines and columns count from 1, the end is after the last character.

    `before` and `after` are what is beside it in its lines, for a report that shows the passage; `places` where it is
    in its file, () where that is not known, or is a plain text, whose lines are those of the file.
    """

    finding: Finding
    surface: str
    line: int
    column: int
    end_line: int
    end_column: int
    before: str = ""
    after: str = ""
    places: tuple[Location, ...] = ()

    @property
    def where(self) -> str:
        """Its line and column (位置), or where in a docx, a page or a pdf it is; of the whole file, that."""
        return self.told.zh

    @property
    def told(self) -> Words:
        """Where it is (位置说明), in both languages."""
        if not self.finding.end and self.finding.code.startswith("GW7"):
            return Words("the whole file", "全文")
        return listed(self.places) or Words(*[f"{self.line}:{self.column}"] * 2)


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A report on one named text (一份文本的校核结果).

    `ends` are the line ends of the file that the text was read from; None where it is made of something else than
    plain text (a docx, a web page, a pdf), in which no offset of the text means anything.

    >>> from egovkit.checks import check
    >>> text = "第一行\\n按照国办发[2014]66号执行"
    >>> [(p.line, p.column, p.surface) for p in CheckedText.of("a.txt", text, check(text)).placed]
    [(2, 6, '[2014]')]
    """

    name: str
    report: Report
    placed: tuple[Placed, ...]
    ends: LineEnds | None = _AS_GIVEN

    @classmethod
    def of(cls, name: str, text: str | Source, report: Report, ends: LineEnds | None = _AS_GIVEN) -> Self:
        """Place the findings of a report on a text (定位); of a source, also in its file."""
        locate: Locate = nowhere
        if isinstance(text, Source):
            ends = text.ends
            locate = text.locate if ends is None else nowhere
            text = text.text
        starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

        def place(offset: int) -> tuple[int, int]:
            line = bisect_right(starts, offset)
            return line, offset - starts[line - 1] + 1

        placed = (
            Placed(
                f,
                text[f.start : f.end],
                *place(f.start),
                *place(f.end),
                *_beside(text, f.start, f.end),
                locate(f.start, f.end) if f.end else (),
            )
            for f in report
        )
        return cls(name, report, tuple(placed), ends)

    def as_json(self) -> dict[str, Any]:
        """Return the whole as what JSON can hold (转为 JSON)."""
        return {
            "file": self.name,
            "on": self.report.on.isoformat(),
            "assumed": self.report.assumed,
            "official": self.report.official,
            "verdict": self.report.verdict.value,
            "bands": dict(sorted(self.report.bands.items())),
            "findings": [_plain(placed) for placed in self.placed],
        }


# How much of a line a report shows on each side of what was found.
_SHOWN: Final = 40


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    before = _LINE_END.split(text[max(0, start - _SHOWN) : start])[-1]
    return before, _LINE_END.split(text[end : end + _SHOWN], maxsplit=1)[0]


def _plain(placed: Placed) -> dict[str, Any]:
    finding = placed.finding
    edit = finding.edit
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "start": finding.start,
        "end": finding.end,
        "line": placed.line,
        "column": placed.column,
        "text": placed.surface,
        "places": [{"said": str(place), "said_en": in_words(place).en, **plain(place)} for place in placed.places],
        "message": finding.message,
        "message_en": finding.message_en,
        "clause": finding.clause,
        "suggestion": finding.suggestion,
        "edit": None if edit is None else {"start": edit.start, "end": edit.end, "replacement": edit.replacement},
    }
