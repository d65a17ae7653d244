"""The note that lists the annexes of a document (附件说明), or the links by which a page does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from egovkit.documents.body_reading.annexes import (
    Annex,
    AnnexLabel,
    clean_entry,
    label_number,
    read_annex_link,
    read_entries,
)
from egovkit.documents.body_reading.closing import signature_begins
from egovkit.documents.draft import Draft
from egovkit.documents.line_facts import LineFacts
from egovkit.grammar.headings import may_open_heading
from egovkit.text.breaking import width
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["AnnexNote", "goes_on", "is_note_here", "read_annex_note", "read_links"]

# The rest of an annex's title: no person to ask (联系人：), no signer (县长 张三), no address of a file.
_REST: Final = LatePattern(r"[\u3400-\u9fff](?:[\u3400-\u9fff0-9、“”《》·—）)-]|[（(][^（()）\n]{1,20}[)）]){1,39}")
_MAX_LINE: Final = 400
_NEAR: Final = 14
_BESIDE: Final = 1.5
_COUNT: Final = "〇一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """The annexes that a note lists, and how many lines it takes (附件说明)."""

    annexes: tuple[Annex, ...]
    lines: int


def read_links(draft: Draft, i: int) -> AnnexNote:
    """Read the links by which a scraped page lists the annexes, from line `i` on (读附件链接)."""
    j = i
    entries: list[Annex] = []
    while j < draft.foot and draft.kinds[j] is None and (link := read_annex_link(draft.lines[j].text)):
        line = draft.lines[j]
        title = clean_entry(line.text[link.words :])
        if title:
            entries.append(Annex(title, line.start + link.words, line.end))
        j += 1
    return AnnexNote(tuple(entries), j - i)


def read_annex_note(draft: Draft, i: int, label: AnnexLabel, number: str, unsigned: bool) -> AnnexNote:
    """Read the entries of a note that begins on line `i` (读附件说明), none where it has none.

    `number` is the number of the label (附件1), "" without one. A signature may have run on after the last entry of
    a text that is `unsigned` so far: it becomes a line of its own.
    """
    if unsigned:
        _part_signature(draft, i)
    line = draft.lines[i]
    words = line.text[label.words :]
    entries: list[Annex] = []
    if words:
        entries = read_entries(line.text, line.start, label.words, 1, label_number(label) if number else None)
    if not entries and (words or number):
        return AnnexNote((), 1)
    j = i + 1
    while j < draft.foot and draft.kinds[j] is None:
        if unsigned:
            _part_signature(draft, j)
        below = draft.lines[j]
        if "。" in below.text[:-1] or len(below.text) > _MAX_LINE:
            break
        more = _next_entries(below, len(entries) + 1) if entries else _first_entries(below)
        if more:
            entries += more
        elif entries and (
            _runs_over(draft, j, len(entries) + 1)
            or goes_on(draft, j, entries[-1], labelled=bool(number) and not unsigned)
        ):
            at, end = entries[-1].start, below.end
            entries[-1] = Annex(clean_entry(draft.text[at:end]), at, end)
        else:
            break
        j += 1
        if more and len(entries) == 1 and not may_open_heading(below.text[0]) and below.text[0] != "附":
            break
    return AnnexNote(tuple(entries), j - i)


def _part_signature(draft: Draft, i: int) -> None:
    at = signature_begins(draft, i)
    if at is not None:
        draft.cut(i, at)


def _first_entries(line: LineFacts) -> list[Annex]:
    """The entries of the first line below a label that is alone on its own."""
    if not line.titular and not may_open_heading(line.text[0]):
        return []
    return read_entries(line.text, line.start, 0, 1)


def _next_entries(line: LineFacts, expected: int) -> list[Annex]:
    if line.label is None:
        return read_entries(line.text, line.start, 0, expected)
    number = squeeze(line.label.label).lstrip("附件表录图")
    if number in (str(expected), _COUNT[expected : expected + 1]) and line.text[line.label.words :]:
        return [Annex(clean_entry(line.text[line.label.words :]), line.start + line.label.words, line.end)]
    return []


def _runs_over(draft: Draft, i: int, expected: int) -> bool:
    """Say whether line `i` is the rest of an entry of the note: the next line bears the next number."""
    line = draft.lines[i]
    if i + 1 >= draft.foot or not _REST.fullmatch(line.text) or line.marker or line.organs:
        return False
    below = draft.lines[i + 1]
    return may_open_heading(below.text[0]) and bool(_next_entries(below, expected))


def goes_on(draft: Draft, i: int, entry: Annex, *, labelled: bool = False) -> bool:
    """Say whether line `i` is the rest of an entry above it (续行): it stands under its words, or the text has both as one title.

    Where the entry is the `labelled` title of an annex's text, what stands under it may be the first heading of that.
    """
    if i >= draft.foot or draft.kinds[i] is not None:
        return False
    line = draft.lines[i]
    if not _REST.fullmatch(line.text) or line.marker or line.organs or line.label:
        return False
    above = draft.lines[i - 1]
    words = _inset(draft, above.start) + width(draft.text[above.start : max(above.start, entry.start)])
    if (
        not labelled
        and _inset(draft, line.start) >= _inset(draft, above.start) + 1
        and abs(_inset(draft, line.start) - words) <= _BESIDE
    ):
        return True
    title = clean_entry(draft.text[entry.start : line.end])
    return any(
        squeeze(below.text) == title or f"《{title}》" in squeeze(below.text[:_MAX_LINE])
        for below in (*draft.lines[:_NEAR], *draft.lines[i + 1 : i + 1 + _NEAR])
    )


def _inset(draft: Draft, start: int) -> float:
    """Return how far a line is set in, in widths of a character."""
    return width(draft.text[draft.text.rfind("\n", 0, start) + 1 : start].replace("\t", "    "))


def is_note_here(draft: Draft, after: int, number: str, taken: int, signed: bool) -> bool:
    """Say whether the lines up to `after` were the note, and not the head of an annex's text (是否附件说明).

    What follows shows it. `signed` says that the main text was signed just above.
    """
    if after >= draft.foot:
        return True
    below = draft.lines[after]
    if taken > 1 and (number or may_open_heading(draft.lines[after - 1].text[0])):
        return True
    if below.organs or below.date or below.note or below.label or (below.text[-1] == "日" and len(below.text) < 60):
        return True
    if signed:
        return below.titular and below.ends_title
    return (
        below.marker is None
        and "。" not in below.text
        and "|" not in below.text
        and any(line.date is not None for line in draft.lines[after : after + _NEAR])
    )
