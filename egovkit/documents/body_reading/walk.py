"""The walk down the text of a document (通读): what was met so far, which decides what the next line can be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.body_reading.annexes import Annex
from egovkit.documents.body_reading.closing import Closing, inner_marks, read_closing, read_undated
from egovkit.documents.body_reading.imprint import Imprint, read_imprint
from egovkit.documents.draft import Draft, Found, Span, value_of
from egovkit.documents.head_reading.head import Head
from egovkit.documents.structure.outline import Heading, Level
from egovkit.documents.structure.sections import OpenText, Part
from egovkit.models.dates import DocumentDate, find_dates
from egovkit.models.issuance import IssuanceNumber
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["Body", "Walk"]

MAX_CLOSING: Final = 160
# What forwards another document has the closing of that one at its end.
_FORWARDS: Final = LatePattern("转发|批转")
_ANNOUNCES: Final = LatePattern(r"《[^》\n]{2,160}》[^。\n]{0,200}现予(?:以)?(?:公布|发布)")
_NUMBERED: Final = (Level.H1, Level.H2, Level.H3, Level.H4)


@quickly_made
@dataclass(frozen=True, slots=True)
class Body:
    """The text of a document and what is below it (正文及其后).

    `annex_note` is where the note stands that lists the annexes; None where their own labels name them. `number` is that
    of the document where it is printed below the closing of the announcement that makes it public.
    """

    outline: tuple[Heading, ...]
    annexes: tuple[Annex, ...]
    annex_note: Span | None
    parts: tuple[Part, ...]
    closing: Closing
    imprint: Imprint
    number: Found[IssuanceNumber] | None


class Walk:
    """A walk down the lines of a draft from the first one of its text on (通读)."""

    def __init__(self, draft: Draft, head: Head) -> None:
        self.draft = draft
        self.floor = head.body
        self.addressed = head.recipients is not None
        self.head_date = self._head_date(head)
        self.number: Found[IssuanceNumber] | None = None
        self.announces = head.title is None and head.number is None and self._announces()
        self.forwards = head.title is not None and _FORWARDS.search(head.title.value) is not None
        # Of headings that Markdown marks: how deep the title is, and what was met at each depth below it.
        self.title_depth = self._title_depth()
        self.levels: dict[int, Level] = {}
        self.section = OpenText("main", 0)
        self.sections = [self.section]
        self.in_main = True
        # Whether the walk is between the closing of the main text and what that encloses.
        self.signed = False
        self.closing: Closing | None = None
        self.note: Found[str] | None = None
        self.imprint = Imprint()
        self.annexes: list[Annex] = []
        self.annex_titles: set[str] = set()
        self.annex_note: Span | None = None

    def _head_date(self, head: Head) -> DocumentDate | None:
        """Return the date that a line of the head is; None where none is, or only a field table gives one."""
        given = head.fields.get("dated")
        if given is None:
            return None
        draft = self.draft
        at = next((i for i in range(self.floor) if draft.lines[i].end >= given.end), None)
        if at is None or draft.kinds[at] is not Element.DATED:
            return None
        found = next(iter(find_dates(given.value)), None)
        return found.value if found is not None and isinstance(found.value, DocumentDate) else None

    def _announces(self) -> bool:
        """Say whether the text begins by making public what is below it: 《…的规定》已经…通过，现予公布."""
        lines = self.draft.lines
        return self.floor < len(lines) and _ANNOUNCES.match(lines[self.floor].text) is not None

    def _title_depth(self) -> int:
        draft = self.draft
        titles = (i for i in range(self.floor) if draft.kinds[i] is Element.TITLE)
        first = next(titles, None)
        return 1 if first is None else max(1, draft.depth(first))

    def level_at(self, depth: int) -> Level:
        """Return the level of a heading that only its depth in Markdown tells (层级): as others of this depth have it."""
        if depth not in self.levels:
            above = [known for known in self.levels if known < depth]
            # Of a text without numbers the first heading is of the first level, what is below it of the next.
            place = (
                _NUMBERED.index(self.levels[max(above)]) + 1 if above and self.levels[max(above)] in _NUMBERED else 0
            )
            self.levels[depth] = _NUMBERED[min(place, len(_NUMBERED) - 1)]
        return self.levels[depth]

    def open_part(self, i: int, label: str | None, title: str | None, kind: str = "enclosed") -> None:
        """Begin an enclosed text with line `i` (另起一篇)."""
        self.in_main = self.signed = False
        self.section = OpenText(kind, self.draft.lines[i].start, label, title)
        self.sections.append(self.section)

    def list_annexes(self, annexes: tuple[Annex, ...]) -> None:
        """Keep the annexes that a note lists as the document's (列入附件)."""
        self.annexes += annexes
        self.annex_note = (annexes[0].start, annexes[-1].end)

    def close(self, i: int) -> bool:
        """Read line `i` as the date of a closing, the document's or an enclosed text's (收尾); False where it is none."""
        draft = self.draft
        if not self.in_main or self.closing is not None:
            marks = inner_marks(draft, i, self.floor)
        elif i > self.floor or self.addressed:
            closing = read_closing(draft, i, self.floor)
            if closing is not None and self.forwards and self.head_date not in (None, value_of(closing.dated)):
                # The date under the title is the document's: below is that of what it forwards.
                self.closing = Closing()
                marks = inner_marks(draft, i, self.floor)
            else:
                self.closing = closing
                self.signed = closing is not None
                marks = closing.marks if closing is not None else ()
        else:
            return False
        draft.accept(marks)
        return bool(marks)

    def print_below(self, i: int) -> bool:
        """Read line `i` as one of the imprint (版记); False where it is none."""
        more = read_imprint(self.draft, i)
        if more is None:
            return False
        self.draft.accept(more.marks)
        self.imprint = self.imprint.then(more)
        return True

    def end(self) -> Body:
        """Return what the walk has read, once it is over (读毕)."""
        draft = self.draft
        if self.in_main and self.closing is None:
            self.closing = read_undated(draft, self.floor)
            draft.accept(self.closing.marks if self.closing is not None else ())
        closing = self.closing or Closing()
        # The main text before what it encloses: an outline leaves lines to the draft.
        outline = self.sections[0].outline(draft)
        return Body(
            outline,
            tuple(self.annexes),
            self.annex_note,
            self._parts() if len(self.sections) > 1 else (),
            closing if self.note is None else replace(closing, note=self.note),
            self.imprint,
            self.number,
        )

    def _parts(self) -> tuple[Part, ...]:
        """The texts that are enclosed, each up to where the next one begins."""
        _, *enclosed = self.sections
        ends = [*(section.start for section in enclosed[1:]), self.draft.lines[self.draft.foot - 1].end]
        return tuple([section.part(end, self.draft) for section, end in zip(enclosed, ends, strict=True)])
