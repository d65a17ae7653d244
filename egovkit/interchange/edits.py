"""What of a plan a file can take, and the smallest changes that make it (修改拆分)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from egovkit.text.folding import BLANKS

if TYPE_CHECKING:
    from egovkit.checks.finding import Edit
    from egovkit.checks.fixing import Fixed, PlannedEdit

__all__ = ["kept", "smallest", "stays_readable"]

# The work of the comparison grows with the product of the lengths; no edit of a rule is longer.
_COMPARED: Final = 200
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def smallest(edit: Edit, text: str) -> Iterator[Edit]:
    """Yield the changes that an edit of a text comes down to (最小修改), in order: what stays is in none of them.

    >>> from egovkit.checks.finding import Edit
    >>> [(one.start, one.end, one.replacement) for one in smallest(Edit(3, 9, "〔2014〕"), "国办发[2014]66号")]
    [(3, 4, '〔'), (8, 9, '〕')]
    """
    from egovkit.checks.finding import Edit as Change

    old, new = text[edit.start : edit.end], edit.replacement
    if max(len(old), len(new)) > _COMPARED:
        yield edit
        return
    for kind, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(edit.start + first, edit.start + last, new[begin:end])


def stays_readable(edit: Edit, text: str) -> bool:
    """Say whether a line that is edited reads as what the edit makes of it (可读回).

    A reader takes blanks off the edges of a line or cell, and leaves out a line that is empty.
    """
    new = edit.replacement
    if _CONTROL.search(new):
        return False
    starts = edit.start == 0 or text[edit.start - 1] in "\n\t"
    ends = edit.end == len(text) or text[edit.end] in "\n\t"
    first = new or text[edit.end : edit.end + 1]
    last = new or text[max(0, edit.start - 1) : edit.start]
    if not new and starts and ends:
        return False
    return not (starts and first[:1] in BLANKS) and not (ends and last[-1:] in BLANKS)


def kept(fixed: Fixed, takes: Callable[[PlannedEdit], bool]) -> Fixed:
    """Return a fixed text with those edits alone that a file takes (可执行的修改)."""
    from egovkit.checks.fixing import Fixed as Mended

    plan = tuple(planned for planned in fixed.plan if takes(planned))
    if len(plan) == len(fixed.plan):
        return fixed
    parts, at = [], 0
    for planned in plan:
        parts += [fixed.source[at : planned.edit.start], planned.edit.replacement]
        at = planned.edit.end
    return Mended("".join([*parts, fixed.source[at:]]), plan, fixed.source)
