"""印发《…》的通知（国办发〔2014〕1号）: number and short name of a notice that carries the title (印发件的字号)."""

from __future__ import annotations

import re
from functools import cache

from egovkit.citations.draft import ADJACENT, CitationDraft, Reader
from egovkit.citations.not_documents import is_document, is_writ
from egovkit.citations.own import is_own_number
from egovkit.citations.tail_brackets import take_parenthesis
from egovkit.grammar.brackets import parenthesis
from egovkit.lexicon import any_of

__all__ = ["read_wrapped"]


@cache
def _to_parenthesis() -> re.Pattern[str]:
    """《甲办法》（试行）的通知（: what may be between a title and the number of the notice that carries it."""
    return re.compile(
        rf"(?:[（(][^（()）\n，。；;《》0-9]{{2,10}}[）)])?[ 　]?的?(?:{any_of('citations.carried.by')})[ 　]?[（(]"
    )


def read_wrapped(reader: Reader, draft: CitationDraft) -> None:
    """印发《…》的通知（国办发〔2014〕1号，以下简称《通知》）: number and name are those of the notice, and of what it carries."""
    text = reader.text
    wrapped = _to_parenthesis().match(text, draft.close)
    if wrapped is None:
        return
    opened = wrapped.end() - 1
    closed = parenthesis(text, opened)
    if closed is None or text.find("\n", opened, closed) >= 0:
        return
    i = reader.index_from(opened)
    if (
        i < len(reader.numbers)
        and reader.numbers[i].start < closed
        and is_own_number(text, reader.numbers[i].start, reader.numbers[i].end)
    ):
        return
    carried = reader.drafts[-1].end if reader.drafts else -1
    if (
        i < len(reader.numbers)
        and reader.numbers[i].start < closed
        and 0 < draft.start - carried <= 6
        and ADJACENT.fullmatch(text, carried, draft.start)
    ):
        # 关于印发《甲》和《乙》的通知（国发〔2014〕1号): the number is that of the notice, of neither title.
        return
    title = draft.title or ""
    if (
        i < len(reader.numbers)
        and reader.numbers[i].start < closed
        and not is_document(title, "")
        and not is_writ(title)
    ):
        # 关于《某环境影响报告书》的批复（某环审〔2014〕1号): the number of a reply to what is no document.
        return
    take_parenthesis(reader, draft, opened, closed)
    draft.skip = closed
