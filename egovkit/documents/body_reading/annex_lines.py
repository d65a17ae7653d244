"""The lines of a text that open with 附件 (附件行): the note that lists the annexes, or the label over one's own text."""

from __future__ import annotations

from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.body_reading.annex_note import goes_on, is_note_here, read_annex_note, read_links
from egovkit.documents.body_reading.annexes import Annex, AnnexLabel, clean_entry, label_word
from egovkit.documents.body_reading.walk import Walk
from egovkit.documents.draft import Draft, Mark
from egovkit.documents.grounds import Ground
from egovkit.documents.head_reading.titles import clean_title
from egovkit.text import limits
from egovkit.text.limits import MAX_HEADING, MAX_TITLE_LINES

__all__ = ["read_annex_line", "read_annex_links", "read_part_title"]

_MAX_WORDS: Final = MAX_HEADING // 2
_UNNUMBERED: Final = "件表录图附"

_LISTED: Final = Ground("annex_lines.note", "附件 and what it lists, before the closing", label_word)
_LINKED: Final = Ground("annex_lines.links", "links by which a page lists the annexes")
_LINKED_AGAIN: Final = Ground("annex_lines.links_again", "links to annexes, where the text lists them or encloses one")
_LABEL: Final = Ground("annex_lines.label", "the label of an annex, over its text", label_word)
_TITLE: Final = Ground("annex_lines.title", "the title of an enclosed text, below its label or below the closing")


def read_annex_line(walk: Walk, i: int, label: AnnexLabel) -> int:
    """Read a line that opens with 附件 (读附件行); return how many lines it takes, 0 where it is a sentence."""
    # 附件1 and a tab before its title is a label.
    if _cells(walk.draft.lines[i].text) > 2:
        return 0
    words = walk.draft.lines[i].text[label.words :]
    number = "" if label.label[-1] in _UNNUMBERED else label.label[-1]
    if "。" in words[:-1] and len(words) > _MAX_WORDS:
        return 0
    listed = label.colon or (words and number) or (not words and not number and _lists_below(walk, i))
    if listed and (taken := _note(walk, i, label, number)):
        return taken
    if not label.colon and words and ((not number and len(words) > _MAX_WORDS) or words[-1] in "。；：:，"):
        return 0
    return _open_annex(walk, i, label, words) if len(walk.sections) <= limits.MAX_ENCLOSED else 0


def _lists_below(walk: Walk, i: int) -> bool:
    """Say whether 附件 alone has lost its colon: entries from 1 on are below it, and below these the closing."""
    lines, j = walk.draft.lines, i + 1
    if not walk.in_main or walk.closing is not None or j >= walk.draft.foot or lines[j].text[0] not in "1１":
        return False
    while j < walk.draft.foot and lines[j].text[0].isdigit() and not lines[j].date and "。" not in lines[j].text:
        j += 1
    return j < walk.draft.foot and (lines[j].organs != () or lines[j].date is not None)


def _note(walk: Walk, i: int, label: AnnexLabel, number: str) -> int:
    note = read_annex_note(walk.draft, i, label, number, walk.in_main and walk.closing is None)
    # An enclosed text has a note of its own; those of the document are the first one's, and that is in none of its annexes.
    of_document = walk.annex_note is None and walk.section.kind != "annex"
    own = of_document or (not walk.in_main and len(note.annexes) > 1)
    if not note.annexes or not own or not is_note_here(walk.draft, i + note.lines, number, note.lines, walk.signed):
        return 0
    if of_document:
        walk.list_annexes(note.annexes)
    walk.draft.accept([Mark(i, i + note.lines, Element.ANNEX_NOTE, _LISTED)])
    return note.lines


def read_annex_links(walk: Walk, i: int) -> int:
    """Read the links by which a scraped page lists the annexes (读附件链接); return how many lines they take."""
    note = read_links(walk.draft, i)
    if walk.annex_note is None and walk.in_main and note.annexes:
        walk.list_annexes(note.annexes)
        mark = Mark(i, i + note.lines, Element.ANNEX_NOTE, _LINKED)
    else:
        mark = Mark(i, i + note.lines, Element.RESIDUE, _LINKED_AGAIN)
    walk.draft.accept([mark])
    return note.lines


def _open_annex(walk: Walk, i: int, label: AnnexLabel, words: str) -> int:
    lines = walk.draft.lines
    walk.draft.take(i, Element.PART_TITLE, _LABEL)
    taken = 1
    start, end = lines[i].start + label.words, lines[i].end
    title = clean_entry(words)
    if title and goes_on(walk.draft, i + 1, Annex(title, start, end), labelled=True):
        walk.draft.take(i + 1, Element.PART_TITLE, _LABEL)
        taken, end = 2, lines[i + 1].end
        title = clean_entry(walk.draft.text[start:end])
    if not title:
        title, below = read_part_title(walk.draft, i + 1)
        taken += below
        start, end = (lines[i + 1].start, lines[i + below].end) if title else lines[i][:2]
    # 附表 and 附录 of an annex are its own.
    nested = walk.section.kind == "annex" and label.label[1:2] in ("表", "录", "图")
    if title and walk.annex_note is None and not nested and title not in walk.annex_titles:
        walk.annexes.append(Annex(title, start, end))
        walk.annex_titles.add(title)
    walk.open_part(i, label.label, title or None, "annex")
    return taken


def read_part_title(draft: Draft, i: int) -> tuple[str, int]:
    """Read the lines of an enclosed text's title from line `i` on (读附件标题): the title, and how many lines it takes."""
    lines, kinds = draft.lines, draft.kinds
    end = i
    while end < draft.foot and end - i < MAX_TITLE_LINES and kinds[end] is None:
        line = lines[end]
        if not line.titular or (line.organs and end > i) or "|" in line.text or _is_cells(draft, end):
            break
        end += 1
        if line.ends_title:
            break
    if end == i:
        return "", 0
    if not lines[end - 1].ends_title:
        # No line ends as titles do: the first alone stands for it.
        end = i + 1
        if len(lines[i].text) > _MAX_WORDS:
            return "", 0
    draft.accept([Mark(i, end, Element.PART_TITLE, _TITLE)])
    return clean_title([line.text for line in lines[i:end]]), end - i


def _is_cells(draft: Draft, i: int) -> bool:
    """Say whether line `i` is a row of a table, as files are read: with a tab between cells, three of them or another row below."""
    cells = _cells(draft.lines[i].text)
    return cells > 2 or (cells == 2 and i + 1 < draft.foot and _cells(draft.lines[i + 1].text) > 1)


def _cells(line: str) -> int:
    return sum(not cell.isspace() and cell != "" for cell in line.split("\t")) if "\t" in line else 1
