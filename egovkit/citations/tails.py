"""What follows a title: parentheses, a number, a short name (题名之后).

《甲办法》（试行）（国发〔2014〕1号，以下简称《办法》）, 《甲办法》国发〔2014〕1号, 《甲办法》，以下简称《办法》，
"""

from __future__ import annotations

from egovkit.citations.beside import is_behind_title, link_end
from egovkit.citations.draft import CitationDraft, Reader
from egovkit.citations.tail_brackets import NAME_CLAUSE, NAMING, SQUARE, closing_end, square_end, take_parenthesis
from egovkit.citations.wrapped import read_wrapped
from egovkit.grammar.brackets import skip_blanks
from egovkit.grammar.short_names import read_short_names
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

__all__ = ["read_tail"]

_TRAILING_NAME = LatePattern(rf"[ 　]?[，,][ 　]?{NAMING}[简统合]?称|{NAMING}(?:[简统合]|(?<=下))称")
_MORE_NUMBERS = LatePattern(r"[、,，和][（(]")
_NAME_STARTS = frozenset("，, 　以下分统简合（(")
_TAIL_STARTS = frozenset("（(，,〔[【［")
_ORDINAL_PARENTHESIS = LatePattern(r"[（(]\s*[0-9一二三四五六七八九十]{1,3}\s*[)）]")
_ASIDE = ("，（", ",(", "，(")
# A number right after its title, or in the next cell of the table.
_TO_NUMBER = LatePattern(r"(?:(?!\n)_){0,4}(?:\|(?:(?!\n)_){0,4})?".replace("_", f"[{BLANKS}]"))


def read_tail(reader: Reader, draft: CitationDraft) -> None:
    """Read the parentheses, the number and the short name after a title (读题名之后)."""
    text = reader.text
    at = link_end(text, draft.open, draft.close)
    tentative = False
    for _ in range(4):
        opened = skip_blanks(text, at)
        if text[opened : opened + 1] not in _TAIL_STARTS:
            break
        closed: int | None
        if text.startswith(_ASIDE, opened) and (
            reader.opens_on_number(opened + 1) or NAME_CLAUSE.match(text, opened + 1)
        ):
            # 《某某指导原则》，（国食药监械〔2007〕240号）
            opened += 1
        if text.startswith(SQUARE, opened):
            closed = square_end(reader, opened)
        elif text.startswith(("（", "("), opened):
            closed = closing_end(reader, opened)
        else:
            break
        if closed is None:
            break
        if take_parenthesis(reader, draft, opened, closed):
            at = draft.end = closed
            further = _MORE_NUMBERS.match(text, at)
            if further is not None and reader.opens_on_number(further.end() - 1):
                at = further.end() - 1
        elif not tentative and closed - opened <= 14 and not _ORDINAL_PARENTHESIS.match(text, opened):
            tentative = True
            at = closed
        else:
            break
    _number_behind(reader, draft)
    if not draft.short_names:
        _name_behind(reader, draft)
    if draft.end == draft.close and not draft.numbers and not draft.short_names:
        read_wrapped(reader, draft)


def _number_behind(reader: Reader, draft: CitationDraft) -> None:
    """Link a number that follows the title at once, without a parenthesis."""
    if draft.numbers or not reader.numbers:
        return
    i = reader.index_from(draft.end)
    if i >= len(reader.numbers) or i in reader.taken:
        return
    number = reader.numbers[i]
    if number.start - draft.end > 9 or not (
        _TO_NUMBER.fullmatch(reader.text, draft.end, number.start)
        or is_behind_title(reader.text, draft.end, number.start, number.end, led=i > 0 and i - 1 not in reader.taken)
    ):
        return
    if reader.text.startswith("《", skip_blanks(reader.text, number.end)) and any(
        d.numbers for d in reader.drafts[-1:]
    ):
        return
    draft.numbers.append(number)
    reader.taken.add(i)
    if "|" not in reader.text[draft.end : number.start]:
        draft.end = number.end


def _name_behind(reader: Reader, draft: CitationDraft) -> None:
    if reader.text[draft.end : draft.end + 1] not in _NAME_STARTS:
        return
    # A parenthesis that is still to be read here is never closed: 《甲条例》（以下简称《条例》。
    if _TRAILING_NAME.match(reader.text, draft.end) is None and NAME_CLAUSE.match(reader.text, draft.end) is None:
        return
    defined = read_short_names(reader.text, draft.end, min(len(reader.text), draft.end + 70))
    if defined is not None:
        draft.short_names, draft.collective = defined.names, defined.collective
        draft.skip = defined.end
