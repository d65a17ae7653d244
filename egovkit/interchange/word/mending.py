"""Edits of the text of a docx put into its runs (修改文字处理文件): as text, as tracked changes, findings as comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from egovkit.errors import EgovkitError
from egovkit.interchange.containers import open_zip
from egovkit.interchange.edits import kept, smallest, stays_readable
from egovkit.interchange.repacking import repacked
from egovkit.interchange.word.comments import Comments
from egovkit.interchange.word.parts import OpenParts
from egovkit.interchange.word.reading import read_docx, trace_docx
from egovkit.interchange.word.runs import put_text
from egovkit.interchange.word.strand import Marking, Strand
from egovkit.interchange.word.trace import WordText

if TYPE_CHECKING:
    from egovkit.checks.finding import Edit, Finding
    from egovkit.checks.fixing import Fixed, PlannedEdit

__all__ = ["AUTHOR", "MendError", "mend_docx", "mendable", "refuse_signed"]

AUTHOR: Final = "egovkit"
"""Whose changes and comments they are where nobody else is named."""


class MendError(EgovkitError):
    """A docx that cannot be mended (无法修改): it is signed, or the change would not read as it was meant.

    >>> MendError("mend.signed", "the docx is signed").code
    'mend.signed'
    """

    def __init__(self, code: str, message: str) -> None:
        self.code, self.template = code, message
        super().__init__(code, message)

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


def refuse_signed(docx_bytes: bytes) -> None:
    """Raise MendError for a docx that is signed (拒改已签名文件)."""
    with open_zip(docx_bytes) as archive:
        if any(name.lower().startswith("_xmlsignatures/") for name in archive.namelist()):
            message = "the docx is signed, and a change would break its signature: mend the file it was made from"
            raise MendError("mend.signed", message)


def mendable(docx_bytes: bytes, fixed: Fixed) -> Fixed:
    """Return the part of a plan that a docx can take (可执行的修改): what is in runs, within one paragraph.

    A number that the word processor generates, a line end, the tab between two cells are in none. The text of what is returned
    is what `mend_docx` makes of the file.

    StaleText where the plan is for another text than that of the file.
    """
    return _Mending(docx_bytes, fixed).fixed


def mend_docx(
    docx_bytes: bytes,
    fixed: Fixed,
    tracked: bool = False,
    comments: Iterable[Finding] | None = None,
    *,
    author: str = AUTHOR,
    when: datetime | None = None,
) -> bytes:
    """Put the edits of a plan into a docx (修改文字处理文件), each in its runs, which keep their format.

    - `fixed`: what `fix` made of the text of the docx (`read_source`); of it, what `mendable` returns is done.
    - `tracked`: as tracked changes, which a person accepts or refuses. `comments`: findings to be put as comments where they
      are; those in headers, boxes and generated numbers at the nearest place that can bear one.
    - `author`, `when`: whose changes and comments they are, and of what time, the present by default.

    The text of the result is `mendable(docx_bytes, fixed).text`. Parts of the package in which nothing changes are byte for
    byte what they were, and so are comments, replies and revisions that were there. With nothing to do it returns what it was
    given.

    StaleText for a plan of another text; MendError for a docx that is signed, whose signature a change would break; ReadError
    as for `read`.
    """
    mending = _Mending(docx_bytes, fixed)
    moment = (datetime.now(UTC) if when is None else when).strftime("%Y-%m-%dT%H:%M:%SZ")
    return mending.write(tracked, list(comments or ()), author, moment)


class _Mending:
    """One docx and the plan for it."""

    def __init__(self, data: bytes, fixed: Fixed) -> None:
        self._data = data
        self._parts = OpenParts(data)
        self._word = trace_docx(data, self._parts.package)
        # Says that the plan is for another text.
        fixed.apply(self._word.text)
        # From here on the parts are open to be changed: no two trees of one.
        self._parts.package.let_go()
        self._twins = [
            (at, len(twin.text), WordText(twin.text, twin.runs, self._word.spots, {})) for at, twin in self._word.twins
        ]
        self.fixed = kept(fixed, self._takes)

    def _takes(self, planned: PlannedEdit) -> bool:
        edit = planned.edit
        return stays_readable(edit, self._word.text) and all(
            all(strand is not None and strand.holds(start, end) for strand, start, end in self._places(edit, one))
            for one in smallest(edit, self._word.text)
        )

    def _places(self, edit: Edit, change: Edit) -> Iterator[tuple[Strand | None, int, int]]:
        """Yield where a change of an edit is to be made: in its paragraph, and where the file has that once more."""
        yield self._place(self._word, edit, change, 0)
        for at, length, twin in self._twins:
            if at <= edit.start and edit.end <= at + length:
                yield self._place(twin, edit, change, at)

    def _place(self, word: WordText, edit: Edit, change: Edit, at: int) -> tuple[Strand | None, int, int]:
        start, end = change.start - at, change.end - at
        if start < end:
            looked = (start, end)
        elif change.start > edit.start or change.start == len(self._word.text) or not word.locate(start, start + 1):
            # What is inserted joins what is before it.
            looked = (start - 1, start)
        else:
            looked = (start, start + 1)
        if looked[0] < 0:
            return None, start, end
        found = word.locate(*looked)
        if len(found) != 1 or (found[0].start, found[0].end) != looked or not found[0].runs:
            return None, start, end
        strand = self._parts.strand(word, found[0].part, found[0].paragraph or 0)
        return (strand if strand.holds(*looked) else None), start, end

    def write(self, tracked: bool, findings: list[Finding], author: str, moment: str) -> bytes:
        if not findings and not self.fixed.plan:
            return self._data
        refuse_signed(self._data)
        written = self._written(tracked, findings, author, moment)
        self._parts.close()
        if read_docx(written) != self.fixed.text:
            raise MendError("mend.text", "the change would not read as it was meant: mend the text by hand")
        return written

    def _written(self, tracked: bool, findings: list[Finding], author: str, moment: str) -> bytes:
        placed = [
            (strand, start, end, one.replacement)
            for planned in self.fixed.plan
            for one in smallest(planned.edit, self._word.text)
            for strand, start, end in self._places(planned.edit, one)
            if strand is not None
        ]
        if findings:
            Comments(self._parts, self._word, author, moment).put(findings)
        marking = Marking(author, moment, self._parts.next_number())
        alike = [] if tracked else self._parts.alike()
        for strand, start, end, new in reversed(placed):
            self._parts.changed.add(strand.part)
            if tracked:
                strand.track(start, end, new, marking)
            else:
                strand.replace(start, end, new)
        for read, other in alike:
            put_text(other, read.text or "")
        return repacked(self._data, self._parts.written())
