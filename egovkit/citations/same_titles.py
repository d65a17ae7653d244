"""Which citations of one title are of one document (同名辨识): by number, by date, and the form that titles are compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from egovkit.models.citation import Citation
from egovkit.models.issuance import NumberForm, NumberMention
from egovkit.text.limits import MAX_CANDIDATES

__all__ = ["documents_of", "title_key"]

_SAME = str.maketrans(
    {
        "《": "〈",
        "》": "〉",
        "<": "〈",
        ">": "〉",
        "＜": "〈",
        "＞": "〉",
        "(": "（",
        ")": "）",
        '"': "“",
        "”": "“",
        "＂": "“",
        ",": "，",
        ":": "：",
    }
    | dict.fromkeys("-–－－~～", "—")
    | {chr(ord(c) + 0xFEE0): c for c in "0123456789"}
)
_VARIED = re.compile(r"""[《》<>＜＞()"”＂,:\-–－~～０-９]""")


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """Return the form of a title under which repetitions meet (题名归并): one kind of brackets, quotation marks and dashes.

    >>> title_key("关于<甲>的通知(试行)")
    '关于〈甲〉的通知（试行）'
    """
    return title.translate(_SAME) if _VARIED.search(title) else title


def _date_of(citation: Citation) -> str | None:
    return None if citation.dated is None else str(citation.dated)


def _number_key(mention: NumberMention) -> str:
    """Return what tells a document's number from that of another of the same title.

    Orders and announcements are cited with ever other names of one organ (总局令, 国家…总局局令), so that the serial counts.
    """
    value = mention.value
    return str(value) if value.form is NumberForm.REGULAR else f"{value.form}{value.year or ''}:{value.serial}"


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two dates of any precision can be of one document."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def documents_of(members: Sequence[Citation]) -> list[int | None]:
    """Tell the documents of one title apart: for each citation the document it is of, None where nothing says.

    A number makes a document, and so does a date; a document known by its date alone is one with the only other
    whose date agrees.
    """
    by_number: dict[str, int] = {}
    by_date: dict[str, int] = {}
    dates: list[str | None] = []
    numbered: list[bool] = []
    found: list[int | None] = []
    for citation in members:
        numbers, date = [_number_key(m) for m in citation.numbers], _date_of(citation)
        known = next((by_number[n] for n in numbers if n in by_number), None)
        if known is None and not numbers and date is not None:
            known = by_date.get(date)
        if known is None and (numbers or date is not None):
            known = len(dates)
            dates.append(date)
            numbered.append(bool(numbers))
        if known is not None:
            by_number.update((n, known) for n in numbers)
            if date is not None:
                by_date.setdefault(date, known)
                dates[known] = dates[known] or date
        found.append(known)
    same = list(range(len(dates)))
    if 1 < len(dates) <= MAX_CANDIDATES:
        for one in same:
            if not numbered[one] and dates[one] is not None:
                fits = [d for d in range(len(dates)) if same[d] != one and _agree(dates[d], dates[one])]
                if len(fits) == 1:
                    same[one] = same[fits[0]]
    return [None if document is None else same[document] for document in found]
