"""Citations of a text whose lines were broken (断行引用): found where the breaks are taken out, at the places of the text as given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from egovkit.documents.line_breaks.wrapping import Unwrapped
from egovkit.models.citation import Citation
from egovkit.models.issuance import NumberMention

__all__ = ["as_given"]


def as_given(citations: Sequence[Citation], view: Unwrapped | None, text: str) -> tuple[Citation, ...]:
    """Return the citations found in a view of a text as those of the text itself (还原引用), linked as they were.

    Without a view they are at their places, and were found where something of the text was blanked out.

    >>> from egovkit.citations.find import find_citations
    >>> from egovkit.documents.line_breaks.wrapping import unwrap
    >>> text = "会议指出，各单位要按照《甲办法》第\\n（二）项的规定报送。"
    >>> view = unwrap(text)
    >>> [cited] = as_given(find_citations(view.text), view, text)
    >>> text[cited.start : cited.end] == cited.text
    True
    """
    made: dict[int, Citation] = {}

    def given(cited: Citation) -> Citation:
        start, end = _place(cited.start, cited.end, view)
        numbers = tuple([_number_given(number, view, text) for number in cited.numbers])
        nested = tuple(map(given, cited.nested))
        made[id(cited)] = placed = replace(
            cited, start=start, end=end, text=text[start:end], numbers=numbers, nested=nested, referents=()
        )
        return placed

    found = tuple(map(given, citations))
    for cited in citations:
        meant = cited.referents
        linked = made[id(meant)] if isinstance(meant, Citation) else tuple([made[id(one)] for one in meant])
        # A citation is frozen, and may mean a later one, which is made after it.
        object.__setattr__(made[id(cited)], "referents", linked)
    return found


def _place(start: int, end: int, view: Unwrapped | None) -> tuple[int, int]:
    return (start, end) if view is None else (view.start(start), view.end(end))


def _number_given(number: NumberMention, view: Unwrapped | None, text: str) -> NumberMention:
    start, end = _place(number.start, number.end, view)
    return replace(number, start=start, text=text[start:end])
