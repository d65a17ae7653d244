"""Where the code that a text prints before a year begins (代字所在).

A code is printed in one run, with a section in brackets, with blanks between its letters, or torn by a line break.
"""

from __future__ import annotations

from egovkit.grammar.codes import code_start, is_code, vocabulary
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_CODE
from egovkit.text.patterns import LatePattern

__all__ = ["ends_code", "printed_code"]

# What is before the run of letters that ends a window, found from its end.
_BEFORE_RUN = LatePattern(r"(?s:.*)[^\u3400-\u9fff]")
_BRACKETED_CODE = LatePattern(r"[\u3400-\u9fff]{1,6} ?〔[\u3400-\u9fff]{1,4}〕 ?[\u3400-\u9fff]{0,4}$")
_AFTER_SECTION = 6
_COUNTED = LatePattern(r"(?:月份|[日条款项])(?!$)")
# The letters of a red head are apart: 国 办 发.
_SPACED_CODE = LatePattern(r"(?:[\u3400-\u9fff] ){1,12}[\u3400-\u9fff]$")


def _run_start(window: str, low: int, end: int) -> int:
    """Return where the run of letters that ends before `end` begins, not before `low`; `end` where there is none."""
    before = _BEFORE_RUN.match(window, low, end)
    return low if before is None else before.end()


def printed_code(window: str, end: int) -> int | None:
    """Return where the code that ends before `end` of a folded window begins (代字所在); None where there is none.

        code = known letters "〔" section "〕" [ letters ]    法（研）发, 高检会（三）字
             | letter { " " letter }                        国 办 发, where known
             | letters                                      the choice of `code_start`
             | letters " " letters                          工信部联 通装, torn, where known

    The first that fits is taken.
    """
    while end and window[end - 1] == " ":
        end -= 1
    marked = _marked_code(window, end)
    if marked is not None:
        return marked
    low = max(0, end - 2 * MAX_CODE)
    start = _run_start(window, low, end)
    if start == end:
        return None
    left = window[start - 1 : start] if start > low or low == 0 else None
    counted = _COUNTED.match(window, start, end)
    if counted is not None and window[start - 1 : start].isdigit():
        # 5月1日国办发: the number in front is no part of the code, nor what it counts.
        start = counted.end()
    tail = code_start(window[start:end], left)
    if tail == 0 and end - start <= 4 and window[start:end] not in vocabulary().attested:
        torn = _across_blank(window, start, end)
        if torn is not None:
            return torn
    return None if tail is None else start + tail


def _marked_code(window: str, end: int) -> int | None:
    """Return the start of a code with a bracket or blanks between its letters (法（研）发, 国 办 发)."""
    attested = vocabulary().attested
    bracketed = None
    if window.rfind("〕", max(0, end - _AFTER_SECTION), end) >= 0:
        bracketed = _BRACKETED_CODE.search(window, max(0, end - MAX_CODE), end)
    if bracketed is not None:
        opener = window.rindex("〔", bracketed.start(), end)
        for start in range(bracketed.start(), opener):
            if squeeze(window[start:end]).replace("〔", "（").replace("〕", "）") in attested:
                return start
        return _with_section(window, opener, end)
    if window[end - 2 : end - 1] != " ":
        return None
    spaced = _SPACED_CODE.search(window, max(0, end - 2 * MAX_CODE), end)
    starts = () if spaced is None else range(spaced.start(), end - 1, 2)
    return next((start for start in starts if squeeze(window[start:end]) in attested), None)


def _with_section(window: str, opener: int, end: int) -> int | None:
    """Return the start of a known code that is followed by a section in brackets (法（民）复, 高检会（三）字)."""
    closer = window.index("〕", opener)
    words = vocabulary()
    section = window[opener + 1 : closer]
    if len(section) > 3 or section in words.not_sections or window[closer + 1 : end].strip(words.class_letters + " "):
        return None
    start = printed_code(window, opener)
    return start if start is not None and window[start:opener] in words.attested else None


def _across_blank(window: str, start: int, end: int) -> int | None:
    """Return the start of an attested code that a blank or a line break tears apart (工信部联 通装)."""
    tail = squeeze(window[start:end])
    left = start
    while left and window[left - 1] == " ":
        left -= 1
    first = _run_start(window, max(0, left - MAX_CODE), left)
    if left in (first, start):
        return None
    words = vocabulary()
    for cut in range(first, left):
        stem = window[cut:left]
        if stem + tail in words.attested or (len(stem) > 2 and stem in words.stems and is_code(stem + tail)):
            return cut
    return None


def ends_code(window: str, end: int) -> bool:
    """Say whether a known code ends before `end` of a folded window (是否以代字结尾)."""
    start = printed_code(window, end)
    return start is not None and window[start:end] in vocabulary().attested
