"""A document written as a docx, laid out as the standard says (写出 Word 文件)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.composing import fixed_layout
from egovkit.documents.laying_out.layout import Sheet, write_date
from egovkit.documents.laying_out.printing import sheet_of
from egovkit.documents.line_breaks.wrapping import one_line
from egovkit.documents.structure.outline import outline_depth
from egovkit.interchange.markdown_marks import is_marked, unmarked
from egovkit.interchange.word_writing.body import annex_note, blocks_of, enclosed, text_of, title
from egovkit.interchange.word_writing.closing import closing
from egovkit.interchange.word_writing.head import Mark, head, letter_foot, letter_head
from egovkit.interchange.word_writing.imprint import imprint
from egovkit.interchange.word_writing.package import packed
from egovkit.interchange.word_writing.pieces import kept_with_next, paragraph, run
from egovkit.interchange.word_writing.titles import titles_of
from egovkit.models.issuance import NumberForm
from egovkit.models.layout_profile import Form, LayoutProfile
from egovkit.text.folding import BLANKS

__all__ = ["to_docx"]

_FILE: Final = "文件"
_ORDER: Final = "令"
_SERIAL: Final = re.compile(r"(.*?(?:令|公告|通告))((?:[0-9]{4}年)?第[0-9]{1,6}号)")
_SHORTEST: Final = 3
_BETWEEN: Final = re.compile(rf"[{BLANKS}\n、]+")
_OF_A_SITE: Final = frozenset({Element.FIELD, Element.RESIDUE})
_MAIN: Final = frozenset({Element.HEADING, Element.PARAGRAPH, Element.TABLE, Element.CONTENTS})


def to_docx(document: PolicyDocument, profile: LayoutProfile | None = None) -> bytes:
    """Write a document as a docx, laid out by GB/T 9704-2012 (写出 docx): the same bytes for the same document.

    - The form (`profile.form`: document, upward, letter, order, minutes) is that which the document shows where none is named.
    - Written is what the standard gives a place: head with mark, number, who signs off and red rules; title, broken at sense;
      recipients, text, tables, the note of annexes, signature and date, note, annexes on pages of their own, imprint at the foot
      of the last page, page numbers at the outer edge. The table of fields of a web page, and what a site
      left, are not, unless there is nothing else.
    - A number, title or date that only such a table has is printed in its place. The label of a file that is an annex itself
      (附件3) is over its title.
    - Numbers, dates and the note of annexes are written as the standard has them: 2024年3月1日 for 二〇二四年三月一日, 甲局通告2024年第
      3号 for 甲局2024年第3号通告, annexes without the ending of a file (.xlsx).
    - Of a letter the imprint has no printing note (10.1).

    The text of what was written, read again, gives the same number, title, recipients, headings, annexes, signature, date, note
    and imprint. Typefaces are named and not shipped: `profile.fonts`.

    >>> from egovkit.interchange.word.layout import read_layout
    >>> document = PolicyDocument.compose(title="某县关于防火的通告", lines=["严禁用火。"], dated="2024年3月1日")
    >>> layout = read_layout(to_docx(document))
    >>> layout.text.split("\\n"), layout.paragraphs[0].align
    (['某县关于防火的通告', '严禁用火。', '2024年3月1日'], 'center')
    """
    given = profile or LayoutProfile()
    if all(block.kind in _OF_A_SITE for block in document.blocks):
        # Nothing of it is a document's: then its text is what there is to write.
        lines = [paragraph("gwBody", run(line, given)) for line in document.text.splitlines() if line.strip(BLANKS)]
        return packed(lines, "", given, "")
    printed = fixed_layout(document, _printed_sheet(document))
    form = given.form or _form_of(printed)
    start, end = document.spans.get("organ_mark", (0, 0))
    writing = _Writing(printed, form, given, document.text[start:end], _labels(document))
    return packed(writing.paragraphs(), printed.title or "", given, letter_foot() if form == "letter" else "")


def _printed_sheet(document: PolicyDocument) -> Sheet:
    """Return what is printed of a document: without the table of fields, whose number, title and date take their places."""
    sheet = sheet_of(document)
    if is_marked(document.text):
        sheet = replace(
            sheet,
            lines=tuple(map(unmarked, sheet.lines)),
            enclosures=tuple(replace(one, lines=tuple(map(unmarked, one.lines))) for one in sheet.enclosures),
        )
    return replace(
        sheet,
        fields=(),
        number=sheet.number or str(document.number or ""),
        title=sheet.title
        or ("" if document.parts and document.title == document.parts[0].title else document.title or ""),
        dated=sheet.dated or _lone_date(document, sheet),
    )


def _lone_date(document: PolicyDocument, sheet: Sheet) -> str:
    """Return a date that only what is not printed has: one that the head of minutes or the history of a title has is there."""
    if document.dated is None or sheet.history:
        return ""
    start = document.spans.get("dated", (-1, -1))[0]
    printed = any(block.start <= start < block.end and block.kind not in _OF_A_SITE for block in document.blocks)
    return "" if printed else write_date(document.dated)


def _labels(document: PolicyDocument) -> list[str]:
    """Return what a file that is an annex itself says that it is (附件3): the sheet of a document has no place for it."""
    end = document.parts[0].start if document.parts else len(document.text) + 1
    blocks = (block for block in blocks_of(document, 0, end) if block.kind is Element.PART_TITLE)
    lines = [one_line(document.text[block.start : block.end]) for block in blocks]
    return [unmarked(line[outline_depth(line) :]).strip(BLANKS) for line in lines]


def _form_of(document: PolicyDocument) -> Form:
    """Return the form that a document shows (格式)."""
    if document.number is not None and document.number.form is NumberForm.ORDER:
        return "order"
    if document.kind == "纪要":
        return "minutes"
    if document.signatories:
        return "upward"
    # A letter has no printing note: what has one is a document, whatever its mark says.
    printed = document.printed_by or document.printed_on
    return "letter" if document.organ_mark and not document.organ_mark.endswith(_FILE) and not printed else "document"


class _Writing:
    """One document that is written in one form."""

    def __init__(
        self, document: PolicyDocument, form: Form, profile: LayoutProfile, mark: str, labels: Sequence[str]
    ) -> None:
        self._document, self._form, self._profile = document, form, profile
        # As it is printed: blanks or line ends tell its organs apart.
        self._surface = mark
        self._labels = labels
        self._sheet = sheet_of(document)
        self._serial = _SERIAL.fullmatch(self._sheet.number) if form == "order" else None

    def paragraphs(self) -> Iterator[str]:
        """Yield the whole, from the head to the imprint."""
        sheet, profile = self._sheet, self._profile
        yield from self._head()
        for label in self._labels:
            # 7.3.7: at the left edge; a page of its own it has already.
            yield paragraph("gwBody", run(label, profile, family="黑体"), first=0)
        titles = titles_of(self._document)
        yield from title(titles.main if self._title else [], profile)
        for words in sheet.history:
            yield paragraph("gwHistory", run(words, profile))
        if self._title or sheet.history:
            # 7.3.2: one line free under the title.
            yield paragraph("gwBase")
        if sheet.recipients:
            yield paragraph("gwRecipients", run(f"{sheet.recipients}：", profile))
        parts = self._document.parts
        end = parts[0].start if parts else len(self._document.text) + 1
        levels = {heading.start: heading for heading in self._document.headings}
        main = [block for block in blocks_of(self._document, 0, end) if block.kind in _MAIN]
        text = text_of(self._document, main, profile, levels)
        note = list(annex_note(sheet.annexes, profile))
        if sheet.signature or sheet.signers or sheet.dated:
            # 7.3.5.5: no page has the signature alone. The only paragraph stays where the first page shows it (7.3.3).
            note = list(map(kept_with_next, note))
            text = _last_kept(text)
        yield from text
        yield from note
        yield from closing(sheet, profile)
        yield from enclosed(self._document, titles.enclosed, profile, levels)
        yield imprint(sheet, profile, is_letter=self._form == "letter" and self._mark is not None)

    @property
    def _title(self) -> str:
        """The title that is printed under the head: of minutes without a mark it is their mark."""
        return "" if self._is_named_by_title else self._sheet.title

    @property
    def _is_named_by_title(self) -> bool:
        named = self._sheet.organ_mark or self._profile.marks
        return self._form == "minutes" and not named and "关于" not in self._sheet.title

    @property
    def _mark(self) -> Mark | None:
        """The mark (发文机关标志): that of the text or of the profile; None where neither has one."""
        sheet = self._sheet
        if self._serial is not None:
            joint = _split(self._serial[1], self._document.issuers, _ORDER)
            return joint if len(joint.organs) > 1 else Mark((self._serial[1],))
        if self._is_named_by_title:
            return Mark((sheet.title,)) if sheet.title else None
        tail = "" if self._form in ("letter", "minutes", "order") else _FILE
        if sheet.organ_mark:
            return _split(self._surface or sheet.organ_mark, self._document.issuers)
        # A letter is known by its mark: where none is given it is the organ that issues it.
        marks = self._profile.marks or (self._document.issuers[:1] if self._form == "letter" else ())
        return Mark(tuple(mark.removesuffix(_FILE) for mark in marks), tail) if marks else None

    def _head(self) -> Iterator[str]:
        sheet, profile, mark = self._sheet, self._profile, self._mark
        if self._form == "letter":
            yield from letter_head(sheet, mark, profile)
        else:
            if self._serial is not None:
                sheet = replace(sheet, number=self._serial[2])
            yield from head(sheet, mark, profile, is_order=self._serial is not None)
        if mark is not None or sheet.number:
            # 7.3.1, 10.1, 10.2: two lines free over the title, and over the text of an order.
            yield paragraph("gwBase")
            yield paragraph("gwBase")


def _last_kept(pieces: Iterator[str]) -> Iterator[str]:
    """Yield pieces, the last of several with the next: one after another, as tables are long."""
    last = next(pieces, "")
    is_only = True
    for piece in pieces:
        yield last
        last, is_only = piece, False
    yield last if is_only else kept_with_next(last)


def _split(mark: str, issuers: tuple[str, ...], last: str = _FILE) -> Mark:
    """Return the organs of a mark and 文件, or 令; where no blank parts them, by the names of the issuers."""
    names = [name for name in _BETWEEN.split(mark.strip(BLANKS)) if name]
    joined = "".join(names)
    tail = last if joined.endswith(last) else ""
    words = joined.removesuffix(last)
    if len(issuers) > 1 and words == "".join(issuers):
        return Mark(tuple(issuers), tail)
    organs = tuple(name for name in (each.removesuffix(tail) if tail else each for each in names) if name)
    # The characters of one organ are set apart where it is short: 国 务 院 文 件.
    return Mark(organs if organs and all(len(name) >= _SHORTEST for name in organs) else (words or mark,), tail)
