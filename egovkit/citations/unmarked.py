"""Citations without 《》: laws by their names, and bare numbers (无书名号的引用)."""

from __future__ import annotations

from egovkit.citations.draft import CitationDraft, Reader
from egovkit.citations.laws import law_spans
from egovkit.citations.own import is_own_number
from egovkit.grammar.short_names import read_short_names

__all__ = ["read_bare_numbers", "read_laws"]


def read_laws(reader: Reader) -> None:
    """Read the laws that are named without 《》 (读法律名), but for what the text defines as short names."""
    defined = {name for draft in reader.drafts for name in draft.short_names} | reader.orphans
    found = []
    marked = iter(reader.marked)
    title = next(marked, None)
    for start, end in law_spans(reader.text):
        while title is not None and title[1] <= start:
            title = next(marked, None)
        if (title is None or end <= title[0]) and reader.text[start:end] not in defined:
            found.append(CitationDraft(start, end, start, end, reader.text[start:end]))
    if found:
        reader.drafts = sorted([*reader.drafts, *found], key=lambda draft: draft.start)


def read_bare_numbers(reader: Reader) -> None:
    """Read the numbers that no title took and that are not the document's own (读字号)."""
    text = reader.text
    for i, number in enumerate(reader.numbers):
        if i in reader.taken or is_own_number(text, number.start, number.end):
            continue
        draft = CitationDraft(number.start, number.end, number.start, number.end)
        draft.numbers.append(number)
        behind = text[number.end : number.end + 12]
        if "称" in behind:
            stop = min(
                (p for p in (text.find(c, number.end, number.end + 80) for c in "）)。") if p >= 0),
                default=number.end + 40,
            )
            defined = read_short_names(text, number.end, stop)
            if defined is not None:
                draft.short_names = defined.names
                reader.orphans.difference_update(defined.names)
        reader.drafts.append(draft)
    reader.drafts.sort(key=lambda draft: draft.start)
