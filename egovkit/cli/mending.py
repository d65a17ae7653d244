"""What `egovkit check --fix` writes, and where (修正写出)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from egovkit.checks.fixing import Fixed
from egovkit.checks.report import Report
from egovkit.cli.writing import write_file
from egovkit.errors import ReadError
from egovkit.interchange.source_text import Source

__all__ = ["Mending", "mend_file"]


@dataclass(frozen=True, slots=True)
class Mending:
    """What is to be done with a file (修正方式): mend it, and how, and where the result goes.

    - `fix`: mend what has one right answer. `tracked`: as tracked changes. `comments`: findings that stay as comments.
    - `out`: where to; None for the file itself, which of a docx must be asked for (`in_place`). `author`: whose changes.
    """

    fix: bool = False
    tracked: bool = False
    comments: bool = False
    out: Path | None = None
    in_place: bool = False
    author: str = ""

    @property
    def writes(self) -> bool:
        """Whether anything is written (是否写出)."""
        return self.fix or self.comments

    def target(self, name: str, source: Source) -> Path:
        """Return where the result goes (写到何处); ReadError where nobody has said, or said the file itself."""
        if self.out is None:
            if source.format == "docx" and not self.in_place:
                raise ReadError("write.target", "say where the mended docx goes: -o FILE, or --in-place")
            return Path(name)
        if self.out.exists() and self.out.samefile(name) and not self.in_place:
            raise ReadError("write.same", "-o names the file itself: give another, or say --in-place")
        return self.out


def mend_file(name: str, source: Source, fixed: Fixed, report: Report, how: Mending) -> Fixed:
    """Write a file with a plan done (写出修正结果), and return what of the plan was; ReadError for what is neither docx nor text.

    A file that would come out as it is is not touched, and written where another is named.
    """
    target = how.target(name, source)
    if source.format == "docx":
        from egovkit.interchange.word.mending import AUTHOR, mend_docx, mendable  # noqa: PLC0415  # lxml, for a docx alone

        done = mendable(source.data, fixed)
        stay = [one for one in report if not _is_mended(one.start, one.end, done)] if how.comments else []
        written = mend_docx(source.data, done, how.tracked, stay, author=how.author or AUTHOR)
    elif source.format == "text":
        from egovkit.interchange.text_mending import mend_text  # noqa: PLC0415  # few runs write

        if how.tracked or how.comments:
            raise ReadError("read.format", "a plain text has neither tracked changes nor comments: use --diff")
        done, written = fixed, mend_text(source.data, fixed)
    else:
        message = "a docx or a plain text is mended, no {format}: use --diff, or convert it first"
        raise ReadError("read.format", message, format=source.format)
    if how.out is not None or written != source.data:
        write_file(target, written, keep_times=how.out is None)
    return done


def _is_mended(start: int, end: int, done: Fixed) -> bool:
    return any(planned.edit.start < end and start < planned.edit.end for planned in done.plan)
