"""One bracket after a title: where it closes, and the number, date or short name in it (题名后的括注)."""

from __future__ import annotations

import re

from egovkit.citations.draft import CitationDraft, Reader
from egovkit.citations.front import version_date
from egovkit.grammar.brackets import parenthesis
from egovkit.grammar.short_names import read_short_names
from egovkit.text.limits import MAX_TAIL
from egovkit.text.patterns import LatePattern

__all__ = ["DEFINING", "NAME_CLAUSE", "NAMING", "SQUARE", "closing_end", "square_end", "take_parenthesis"]

# 称《 before a title: it is the short name of another one.
DEFINING = re.compile(r"称[为作]?[:：]?(?:[ 　]?\r?\n)?[ 　]{0,2}[“”‘\"「『＂]?$")
NAMING = r"(?:以?下文?)?[ 　]?(?:分别|统一)?"
NAME_CLAUSE = LatePattern(rf"[（(〔【\[［]{NAMING}[简统合下]称")
_NAME_TO_CLOSER = LatePattern(r"[^〕\]】］\n]{0,60}?称[^〕\]】］\n]{1,40}(?=[〕\]】］])")
SQUARE = ("〔", "[", "【", "［")
_SQUARE_CLOSERS = frozenset("〕]】］")
_STANDARD = LatePattern(r"[（(]\s*[A-Z]{2,4}[ /／T-]{0,3}[0-9]")


def square_end(reader: Reader, opened: int) -> int | None:
    """Return the end of the square bracket at `opened` where it holds a number or a short name, paired or not (方括号)."""
    text = reader.text
    if reader.opens_on_number(opened):
        last = at = reader.numbers_from(opened)[0].end
    elif NAME_CLAUSE.match(text, opened):
        last, at = -1, opened + 1
    else:
        return None
    if text[at : at + 1] not in _SQUARE_CLOSERS:
        named = _NAME_TO_CLOSER.match(text, at)
        at = last if named is None else named.end()
    return at + (text[at : at + 1] in _SQUARE_CLOSERS) if at >= 0 else None


def closing_end(reader: Reader, opened: int) -> int | None:
    """Return the end of the parenthesis that opens at `opened`; that of a number in it where it stays open (圆括号).

    The brackets of a number are its own, paired or not: （国发〔2014)1号）.
    """
    numbers = reader.numbers_from(opened)
    if not numbers or numbers[0].start > opened + MAX_TAIL:
        return parenthesis(reader.text, opened)
    window = reader.text[opened : opened + MAX_TAIL]
    for number in numbers:
        window = window[: number.start - opened] + "号" * (number.end - number.start) + window[number.end - opened :]
    closed = parenthesis(window[:MAX_TAIL], 0)
    if closed is not None:
        return opened + closed
    return numbers[0].end if numbers[0].start <= opened + 2 else None


def take_parenthesis(reader: Reader, draft: CitationDraft, opened: int, closed: int) -> bool:
    """Take what a parenthesis gives (括注); False where it gives neither number, date nor short name."""
    text = reader.text
    defined = read_short_names(text, opened + 1, closed)
    inner = text.find("《", opened, closed)
    foreign = inner >= 0 and not DEFINING.search(text[max(opened, inner - 8) : inner])
    if foreign and (defined is None or inner < text.find("称", opened, closed)):
        return False
    gave = defined is not None
    if defined is not None:
        draft.short_names, draft.collective = defined.names, defined.collective
    i = reader.index_from(opened)
    while i < len(reader.numbers) and reader.numbers[i].start < closed:
        draft.numbers.append(reader.numbers[i])
        reader.taken.add(i)
        gave = True
        i += 1
    if closed - opened <= 60 and (date := version_date(text, opened, closed)) is not None:
        draft.dated = date
        gave = True
    return gave or _STANDARD.match(text, opened) is not None
