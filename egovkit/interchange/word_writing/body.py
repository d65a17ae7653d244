"""The text (主体) of a docx that is written: title, recipients, paragraphs, headings, tables, the note of annexes, annexes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from egovkit.documents.blocks import Block, Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.head_reading.minutes import ATTENDING
from egovkit.documents.laying_out.element_styles import ARTICLE_LABEL, BY_LEVEL, STYLES
from egovkit.documents.laying_out.printing import block_lines
from egovkit.documents.line_breaks.wrapping import one_line
from egovkit.documents.structure.outline import Heading, Level, outline_depth
from egovkit.interchange.word_writing.closing import closing_block
from egovkit.interchange.word_writing.pieces import paragraph, run
from egovkit.interchange.word_writing.table import is_rule, row_cells, table
from egovkit.models.layout_profile import LayoutProfile
from egovkit.text.folding import BLANKS

__all__ = ["annex_note", "blocks_of", "enclosed", "text_of", "title"]

_SENTENCE: Final = "。"
# What is under a title and part of it: （试行）, （征求意见稿）.
_UNDER_TITLE: Final = re.compile("（[^（）。；\n]{2,20}）")


def title(lines: Sequence[str], profile: LayoutProfile, *, page_break: bool = False) -> Iterator[str]:
    """Yield a title of so many lines (标题): one paragraph, so that a word processor takes it for one."""
    if lines:
        yield paragraph("gwTitle", run("\n".join(lines), profile), page_break=page_break)


def blocks_of(document: PolicyDocument, start: int, end: int) -> list[Block]:
    """Return the blocks of a stretch of the text (块)."""
    blocks = document.blocks
    first, last = (bisect_left(blocks, at, key=lambda block: block.start) for at in (start, end))
    return list(blocks[first:last])


def text_of(
    document: PolicyDocument, blocks: Iterable[Block], profile: LayoutProfile, levels: Mapping[int, Heading]
) -> Iterator[str]:
    """Yield paragraphs, headings and tables in their order (正文); `levels` are the headings by where they begin."""
    lines = list(block_lines(document, blocks))
    at = 0
    for is_table, group in groupby(lines, key=_is_row):
        held = list(group)
        at += len(held)
        # A reader of files writes the cells of a row with tabs between; one such line alone is none of a table.
        if is_table and (len(held) > 1 or held[0][0].kind is Element.TABLE):
            cells = [row_cells(line) for _, line in held if not is_rule(line)]
            yield from table(cells, profile)
            continue
        for number, (block, line) in enumerate(held, at - len(held)):
            # 10.3: the lists of who attended are a line under the text, and follow one another at once.
            is_list = document.kind == "纪要" and ATTENDING.match(line) is not None
            if is_list and number and ATTENDING.match(lines[number - 1][1]) is None:
                yield paragraph("gwBase")
            yield from _block(block, line.lstrip("\t"), levels.get(block.start), profile)


def _is_row(held: tuple[Block, str]) -> bool:
    block, line = held
    return block.kind is Element.TABLE or (block.kind is Element.PARAGRAPH and "\t" in line)


def _block(block: Block, words: str, heading: Heading | None, profile: LayoutProfile) -> Iterator[str]:
    if block.kind is Element.HEADING and heading is not None:
        yield _heading(words, heading.level, profile)
    elif block.kind is Element.PROMULGATION:
        yield paragraph("gwHistory", run(words, profile))
    elif block.kind is Element.ANNEX_NOTE:
        yield from _enclosed_note(words.split("\n"), profile)
    elif block.kind in (Element.SIGNATURE, Element.DATED, Element.NOTE):
        yield closing_block(block.kind, words, profile)
    else:
        yield _paragraph(words, profile)


def _paragraph(words: str, profile: LayoutProfile) -> str:
    attending = ATTENDING.match(words)
    if attending is not None:
        # 10.3: the word in 黑体, the names under one another.
        label = run(attending[0], profile, family="黑体")
        return paragraph("gwBody", label, run(words[attending.end() :], profile), left=5, first=-3)
    return paragraph("gwBody", run(words, profile))


def _heading(line: str, level: Level, profile: LayoutProfile) -> str:
    words = line[outline_depth(line) :].lstrip(BLANKS) if outline_depth(line) else line
    if level is Level.ARTICLE:
        label = ARTICLE_LABEL.match(words)
        cut = label.end() if label is not None else 0
        return paragraph("gwBody", run(words[:cut], profile, family="黑体"), run(words[cut:], profile))
    style = BY_LEVEL[level]
    cut = words.find(_SENTENCE) + 1
    if 0 < cut < len(words):
        # The text runs on in the line of its heading: its first sentence alone is set apart.
        family = style.family if style.family != STYLES["gwBody"].family else None
        return paragraph("gwBody", run(words[:cut], profile, family=family), run(words[cut:], profile))
    return paragraph(style, run(words, profile))


def annex_note(titles: Sequence[str], profile: LayoutProfile) -> Iterator[str]:
    """Yield the note of annexes (附件说明), one line under the text: 7.3.4."""
    if not titles:
        return
    yield paragraph("gwBase")
    for at, words in enumerate(titles, 1):
        entry = words if len(titles) == 1 else f"{at}.{words}"
        yield _note_line(f"附件：{entry}" if at == 1 else entry, profile, numbered=len(titles) > 1)


def _note_line(words: str, profile: LayoutProfile, *, numbered: bool) -> str:
    """Return one entry of the note; what turns over is under the first character of the name."""
    labelled = words.startswith("附件")
    name = 6.0 if numbered else 5.0
    return paragraph("gwAnnexNote", run(words, profile), left=name, first=2 - name if labelled else -1.0)


def _enclosed_note(lines: Iterable[str], profile: LayoutProfile) -> Iterator[str]:
    for words in lines:
        yield _note_line(words, profile, numbered=not words.startswith("附件") or "1" in words[:5])


def enclosed(
    document: PolicyDocument, titles: Sequence[Sequence[str]], profile: LayoutProfile, levels: Mapping[int, Heading]
) -> Iterator[str]:
    """Yield the annexes and enclosed texts, each on a page of its own (附件): label, one line free, title: 7.3.7."""
    ends = [*(part.start for part in document.parts[1:]), len(document.text) + 1]
    for part, end, lines in zip(document.parts, ends, titles, strict=False):
        if part.label:
            yield paragraph("gwAnnex", run(part.label, profile))
            yield paragraph("gwBase")
        yield from title(lines, profile, page_break=not part.label)
        held = [block for block in blocks_of(document, part.start, end) if block.kind is not Element.PART_TITLE]
        if part.title and held:
            while held and _is_under_title(held[0], document.text):
                yield paragraph("gwHistory", run(one_line(document.text[held[0].start : held[0].end]), profile))
                held = held[1:]
            yield paragraph("gwBase")
        yield from text_of(document, (block for block in held if block.kind in _ENCLOSED), profile, levels)


def _is_under_title(block: Block, text: str) -> bool:
    words = text[block.start : block.end]
    return block.kind is Element.PROMULGATION or (
        block.kind is Element.PARAGRAPH and _UNDER_TITLE.fullmatch(words) is not None
    )


_ENCLOSED: Final = frozenset(
    {
        Element.HEADING,
        Element.PARAGRAPH,
        Element.TABLE,
        Element.CONTENTS,
        Element.PROMULGATION,
        Element.ANNEX_NOTE,
        Element.SIGNATURE,
        Element.DATED,
        Element.NOTE,
    }
)
