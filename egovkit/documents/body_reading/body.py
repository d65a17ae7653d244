"""The text of a document below its head (正文): headings, closing, annexes and enclosed texts, line by line."""

from __future__ import annotations

from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.body_reading.annex_lines import read_annex_line, read_annex_links, read_part_title
from egovkit.documents.body_reading.annexes import read_annex_link
from egovkit.documents.body_reading.contents import ENTRIES, contents_end
from egovkit.documents.body_reading.heading_runs import MARKED, SHORT, read_run
from egovkit.documents.body_reading.imprint import names_printer
from egovkit.documents.body_reading.walk import MAX_CLOSING, Body, Walk
from egovkit.documents.draft import Draft, Found, Mark
from egovkit.documents.grounds import Ground
from egovkit.documents.head_reading.head import Head
from egovkit.documents.head_reading.own_number import read_number_below
from egovkit.documents.line_facts import HISTORY, NOTE, LineFacts
from egovkit.documents.residue import PAGE_NUMBER, residue_word, residue_words
from egovkit.documents.structure.outline import Heading, Level
from egovkit.grammar.headings import (
    article_caption,
    heading_text,
    marker_parts,
    may_be_captioned,
    may_open_heading,
    read_bare_marker,
)
from egovkit.text.folding import BLANKS, SPACES, squeeze
from egovkit.text.limits import MAX_HEADING
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern
from egovkit.text.records import record_maker

__all__ = ["read_body"]

_LEVELS: Final = {level.value: level for level in Level} | {"h1?": Level.H1}
_SPECIAL: Final = frozenset("附抄分主印共—–-－─目[")
_MARKUP: Final = "#*_" + BLANKS
_STOPS: Final = "。；;，,、：:"
_DATE_OPENERS: Final = frozenset("12１２一二")
_BARE: Final = 8
_HEADING: Final = Element.HEADING
_heading: Final = record_maker(Heading)
# A page has a blank that does not break a line there as often.
_CELL: Final = LatePattern(rf"\|[{SPACES}]")

_OUTLINED: Final = Ground("body.outlined", "a heading of Markdown or by its style, below the title's")
_BULLET: Final = Ground("body.numbered_residue", "a short line of the site's that opens with a number", residue_word)
_NOTE: Final = Ground("line_facts.note", "a note in brackets", NOTE)
_HISTORY: Final = Ground("line_facts.history", "tells when an enclosed text was passed or published", HISTORY)
_PAGE: Final = Ground("residue.page_number", "a page number and nothing else", PAGE_NUMBER)
_RULE: Final = Ground("body.rule", "a line of strokes")
_TABLE: Final = Ground("body.table", "cells between | and |")
_SITE: Final = Ground("residue.whole", "a word of the site's, alone on its line", residue_word)


def read_body(draft: Draft, head: Head) -> Body:
    """Read the text below the head (读正文), down to the foot of the page.

    A line is, in this order: what its marker says; a date that closes a text; what its first character may open
    (附件, 目录, the imprint, page numbers); a row of a table, a word of the site's, the title of an enclosed text; or
    else a paragraph.
    """
    walk = Walk(draft, head)
    lines, kinds, opens = draft.lines, draft.kinds, may_open_heading
    i = head.body
    while i < draft.foot:
        if kinds[i] is not None:
            i += 1
            continue
        line = lines[i]
        text = line.text
        first = text[0]
        if opens(first):
            # Below a closing a heading begins an enclosed text; where the source has marks of its own, these count.
            run = 0 if walk.signed or draft.outline else read_run(walk, i)
            i += run or _read_opener(walk, i, line)
        elif text[-1] == "日" and len(text) < MAX_CLOSING and walk.close(i):
            i += 1
        elif first in _SPECIAL and (taken := _read_special(walk, i, line)):
            i += taken
        else:
            i += _read_paragraph(walk, i, line)
    return walk.end()


def _read_opener(walk: Walk, i: int, line: LineFacts) -> int:
    """Read a line that opens with what a marker can open with; how many lines it takes."""
    text = line.text
    if "|" in text and _is_row(walk, i, text):
        return 1
    # The walk comes by each line once: to keep what it reads here would cost more than it saves.
    marker = marker_parts(text)
    if marker is None and len(text) <= _BARE and i + 1 < walk.draft.foot:
        marker = read_bare_marker(text, walk.draft.lines[i + 1].text)
    if marker is not None:
        if marker[0] == "h3" and len(text) < SHORT and line.residue:
            walk.draft.take(i, Element.RESIDUE, _BULLET)
            return 1
        if walk.signed:
            walk.open_part(i, None, None)
        _read_heading(walk, i, line, text, marker)
        return 1
    dated = (text[-1] == "日" and len(text) < MAX_CLOSING) or (text[0] in _DATE_OPENERS and len(text) <= SHORT)
    if dated and walk.close(i):
        return 1
    return _read_unmarked(walk, i, line) or _read_paragraph(walk, i, line)


def _read_heading(walk: Walk, i: int, line: LineFacts, printed: str, marker: tuple[str, str, int]) -> None:
    draft, section = walk.draft, walk.section
    name, ordinal, at = marker
    text = heading_text(printed, marker)
    if not text and i + 1 < draft.foot:
        below = draft.lines[i + 1]
        if below.marker is None:
            text = heading_text(below.text, (name, "", 0))
    level = _LEVELS[name]
    caption = None
    if name == "article":
        if may_be_captioned(printed, at):
            caption = article_caption(printed, marker, draft.lines[i + 1].text if i + 1 < draft.foot else "")
    elif name == "h1?":
        number = read_numeral(ordinal)
        if number is None:
            return
        section.weak.append((len(section.headings), i, number))
    # To unpack a line, which is more than a tuple, takes longer than its items.
    section.headings.append(_heading(level, ordinal, text, line[0], line[1], (), caption))
    # As `take` does, which a statute would ask ten thousand times.
    draft.kinds[i], draft.grounds[i] = _HEADING, MARKED
    if draft.outlined and (printed[0] == "#" or draft.outline) and (depth := draft.depth(i)):
        walk.levels[depth] = level


def _read_unnumbered(walk: Walk, i: int, line: LineFacts) -> int:
    """Read a line that only the marks of Markdown make a heading (## 报送内容); 1 where it is one, else 0."""
    depth = walk.draft.depth(i)
    words = line.text.strip(_MARKUP)
    if depth <= walk.title_depth or not words or len(words) > MAX_HEADING // 2 or words[-1] in _STOPS or walk.signed:
        return 0
    above = walk.section.headings[-1] if walk.section.headings else None
    if above is not None and above.start == walk.draft.lines[i - 1].start and above.text == squeeze(words):
        # The words of the numeral that is alone on the line before.
        return 0
    level = walk.level_at(depth)
    walk.section.headings.append(Heading(level, "", squeeze(words), line.start, line.end))
    walk.draft.take(i, Element.HEADING, _OUTLINED)
    return 1


def _read_unmarked(walk: Walk, i: int, line: LineFacts) -> int:
    """Read a line that opens as marked ones do and bears no marker; how many lines it takes, 0 where it is text."""
    text = line.text
    if text[0] in "（(":
        if line.note:
            walk.draft.take(i, Element.NOTE, _NOTE)
            if walk.in_main and walk.note is None:
                walk.note = Found(text.strip("（）()"), line.start + 1, line.end)
            return 1
        return int(_is_history(walk, i, line) or walk.print_below(i))
    if text[0] in "#*_":
        bare = text.strip(_MARKUP)
        if bare and bare[-1] == "日" and len(text) < MAX_CLOSING and walk.close(i):
            return 1
        taken = _read_special(walk, i, line) if bare and bare[0] in _SPECIAL else 0
        return taken or _read_unnumbered(walk, i, line)
    if line.page_number:
        walk.draft.take(i, Element.PAGE_NUMBER, _PAGE)
        return 1
    return 0


def _read_special(walk: Walk, i: int, line: LineFacts) -> int:
    """Read a line by what its first character may open; how many lines it takes, 0 where it is text."""
    text = line.text
    first = text.lstrip(_MARKUP)[0]
    if first == "附":
        return read_annex_line(walk, i, line.label) if line.label is not None else 0
    if first == "目":
        return _read_contents(walk, i) if line.contents else 0
    if first in "抄分主印共":
        return int(walk.print_below(i))
    if first in "-[" and read_annex_link(text):
        return read_annex_links(walk, i)
    if line.page_number:
        walk.draft.take(i, Element.PAGE_NUMBER, _PAGE)
        return 1
    if text.startswith("---") and set(text) <= set("-|: "):
        walk.draft.take(i, *((Element.TABLE, _TABLE) if "|" in text else (Element.RESIDUE, _RULE)))
        return 1
    return 0


def _read_contents(walk: Walk, i: int) -> int:
    end = contents_end(walk.draft, i)
    walk.draft.accept([Mark(i, end, Element.CONTENTS, ENTRIES)])
    return end - i


def _read_paragraph(walk: Walk, i: int, line: LineFacts) -> int:
    """Read a line that nothing opens: a row, the site's, the printer's, a title of an enclosed text, or a paragraph."""
    text = line.text
    if "|" in text and _is_row(walk, i, text):
        return 1
    if len(text) <= SHORT and text in residue_words().whole:
        walk.draft.take(i, Element.RESIDUE, _SITE)
        return 1
    if text[-1] == "发" and walk.print_below(i):
        return 1
    if walk.signed and names_printer(walk.draft, i):
        return 1
    if walk.signed and walk.announces and walk.number is None:
        walk.number = read_number_below(walk.draft, i)
        if walk.number is not None:
            return 1
    if walk.signed:
        # Below its closing the document encloses what it issues or forwards.
        title, taken = read_part_title(walk.draft, i)
        walk.open_part(i, None, title or None)
        return max(taken, 1)
    if line.start in walk.draft.outline and _read_unnumbered(walk, i, line):
        return 1
    if not walk.in_main:
        _is_history(walk, i, line)
    return 1


def _is_row(walk: Walk, i: int, text: str) -> bool:
    bars = text.count("|")
    if not bars or (bars < 2 and text[0] != "|" and _CELL.search(text) is None):
        return False
    if walk.signed:
        walk.open_part(i, None, None)
    walk.draft.take(i, Element.TABLE, _TABLE)
    return True


def _is_history(walk: Walk, i: int, line: LineFacts) -> bool:
    """Read the history of an enclosed law, which is above its headings; False where the line is none."""
    if walk.in_main or walk.section.headings or not line.history:
        return False
    walk.draft.take(i, Element.PROMULGATION, _HISTORY)
    return True
