"""The titles in a text, each with the number before it and what follows it (读题名)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from heapq import merge

from egovkit.citations.beside import is_before_title
from egovkit.citations.draft import CitationDraft, Reader
from egovkit.citations.own import is_own_number
from egovkit.citations.tail_brackets import DEFINING
from egovkit.citations.tails import read_tail
from egovkit.grammar.brackets import angled_spans, title_spans
from egovkit.grammar.titles import kind_of
from egovkit.lexicon import any_of
from egovkit.text.folding import BLANKS, squeeze

__all__ = ["read_titles"]

_BEFORE_NAME = frozenset('称为作：:“”‘"「『＂ 　')


@cache
def _number_link() -> re.Pattern[str]:
    """国发〔2014〕1号文件联合公布施行的《: what may be between a number and the title that it issued."""
    verbs = any_of("relations.before.issue", "relations.before.forward", "relations.before.amend")
    return re.compile(
        rf"[）)]?\s*(?:{any_of('citations.number.words')})?\s*(?:{any_of('relations.adverbs.when')})?(?:{verbs})?"
        rf"(?:{any_of('front.verb.then')})?[了的]?\s*$"
    )


@cache
def _issued_before() -> re.Pattern[str]:
    """某令第25号发布、1997年12月31日某令第12号修改的《: what is between the number that issued a title and the one that amended it."""
    return re.compile(
        rf"(?:{any_of('relations.after.issue')})[、，,]\s*(?:[0-9０-９]{{4}}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?)?\s*"
    )


def read_titles(reader: Reader) -> None:
    """Read every title with what goes with it (读题名)."""
    text = reader.text
    free_from = 0
    for start, end in _title_spans(reader):
        reader.marked.append((start, end))
        title = _joined(text[start + 1 : end - 1])
        # Between the marks of a title that was never filled in there is none.
        if start < free_from or not title:
            continue
        if text[start - 1 : start] in _BEFORE_NAME and DEFINING.search(text, max(0, start - 8), start):
            reader.orphans.add(title)
            continue
        close = end
        while text.startswith("》", close):
            close += 1
        draft = CitationDraft(start, close, start, close, title)
        if reader.numbers:
            _number_before(reader, draft, free_from)
            _skip_numbers(reader, draft, start, close)
        read_tail(reader, draft)
        reader.drafts.append(draft)
        free_from = max(draft.end, draft.skip)
    reader.drafts.sort(key=lambda draft: draft.start)


def _joined(title: str) -> str:
    # Of blanks the common one alone is printable.
    return title if title.isprintable() and " " not in title else squeeze(title)


def _title_spans(reader: Reader) -> Iterable[tuple[int, int]]:
    """Return the spans of the titles in 《》, and of those in 〈〉 or < > that end in a kind of document."""
    text = reader.text
    spans = title_spans(text)
    if not ("〈" in text or "<" in text or "＜" in text):
        return spans
    angled = [span for span in angled_spans(text) if kind_of(text[span[0] + 1 : span[1] - 1]) is not None]
    return merge(spans, angled) if angled else spans


def _skip_numbers(reader: Reader, draft: CitationDraft, start: int, end: int) -> None:
    """Pass over the numbers up to `end`; those from `start` on are in a title."""
    while reader.next_number < len(reader.numbers) and reader.numbers[reader.next_number].start < end:
        number = reader.numbers[reader.next_number]
        if number.start >= start:
            reader.taken.add(reader.next_number)
            if number.start == start + 1 and number.end >= end - 1:
                # 《中国人民银行公告〔2024〕第11号》: the number is all the title there is.
                draft.numbers.append(number)
        reader.next_number += 1


def _number_before(reader: Reader, draft: CitationDraft, free_from: int) -> None:
    """Link a number right before the title, or one by which the title was issued."""
    i = reader.next_number
    while i < len(reader.numbers) and reader.numbers[i].end <= draft.start:
        i += 1
    i -= 1
    if i < 0 or i in reader.taken:
        return
    number = reader.numbers[i]
    if number.start < free_from or draft.start - number.end > 16:
        return
    gap = reader.text[number.end : draft.start]
    set_off = is_before_title(reader.text, number.start, number.end, draft.open, draft.close)
    if not set_off and (not _number_link().match(gap) or "\n" in gap):
        return
    if gap.strip(BLANKS + "）)"):
        draft.numbers.append(number)
    elif is_own_number(reader.text, number.start, number.end):
        return
    else:
        draft.numbers.append(number)
        draft.start = number.start
        if gap.strip(BLANKS) and reader.text[number.start - 1 : number.start] in ("（", "("):
            draft.start -= 1
    reader.taken.add(i)
    if i and i - 1 not in reader.taken and reader.numbers[i - 1].start >= free_from:
        first = reader.numbers[i - 1]
        if gap.strip().endswith("的") and _issued_before().fullmatch(reader.text, first.end, number.start):
            draft.numbers.insert(0, first)
            reader.taken.add(i - 1)
